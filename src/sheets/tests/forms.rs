//! The same set in every form that it may have.

use super::*;

fn whole(files: Vec<File>) -> Dataset {
    let opened = opened(files);
    assert_eq!((opened.problems.len(), opened.doubts.len()), (0, 0));
    atlas_dataset::check(&opened.input).unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn a_workbook_comes_back_as_the_set_that_it_was_made_of() {
    assert_eq!(whole(vec![file("atlas.xlsx", workbook())]), shipped());
}

#[test]
fn a_data_package_comes_back_as_the_set_that_it_was_made_of() {
    let set = shipped();
    assert_eq!(whole(vec![file("set.zip", zipped::archive(set.tables()))]), set);
    let files: Vec<File> =
        zipped::files(set.tables()).into_iter().map(|(name, bytes)| file(&format!("set/{name}"), bytes)).collect();
    assert_eq!(whole(files), set);
}

#[test]
fn a_packed_set_is_read_as_it_is() {
    let set = shipped();
    let bytes = packed::write(set.tables());
    let read = reading(vec![file("set.atlas", bytes)]);
    assert_eq!(read.dataset, Some(set));
    assert!(read.problems.is_empty());
}

#[test]
fn an_empty_template_has_every_column_and_is_named_by_what_it_lacks() {
    let bytes = template::full(None, &["en".into(), "ru".into()], Language::Russian).unwrap();
    let read = reading(vec![file("new.xlsx", bytes)]);
    let told = problems(&read);
    assert!(told.iter().all(|line| line.starts_with("package!B")), "{told:#?}");
    assert!(read.dataset.is_some_and(|set| set.tables().sectors.is_empty()));
}

#[test]
fn a_single_sheet_is_enough_for_a_first_picture() {
    for language in atlas_dataset::Language::ALL {
        assert!(!template::small(language).unwrap().is_empty());
    }
    let rows: [&[&str]; 5] = [
        &["Sector", "Instrument", "From", "To", "Source"],
        &["Energy", "Energy plan", "2016", "2020", "https://example.org/plan"],
        &["Trade", "Energy plan", "2016", "2020", "https://example.org/plan"],
        &["Trade", "Trade agreement", "2018-03", "", "The agreement"],
        &["Culture", "Cultural programme", "", "", ""],
    ];
    let read = reading(vec![file("Partners.xlsx", single("Sheet1", &rows))]);
    assert_eq!(problems(&read), [""; 0]);
    let set = read.dataset.unwrap();
    let tables = set.tables();
    let ids = |all: Vec<&String>| all.into_iter().map(String::as_str).collect::<Vec<_>>().join(" ");
    assert_eq!(ids(tables.sectors.iter().map(|row| &row.slug).collect()), "energy trade culture");
    assert_eq!(
        ids(tables.instruments.iter().map(|row| &row.slug).collect()),
        "energy-plan trade-agreement cultural-programme"
    );
    assert_eq!(tables.terms.iter().map(|row| row.term.to_string()).collect::<Vec<_>>(), ["2016/2020", "2018-03/"]);
    assert_eq!((tables.coverage.len(), tables.sources.len()), (4, 3));
    assert_eq!(tables.title.get(0), "Partners");
    assert!(read.small);
}

#[test]
fn a_single_sheet_speaks_the_language_of_its_heads_and_names_its_own_cells() {
    let rows: [&[&str]; 4] = [
        &["Направление", "Документ", "с", "по", "Источник"],
        &["Энергетика", "План", "2016", "20", "Страница"],
        &["", "План", "", "", ""],
        &["Торговля", "План", "2017", "", ""],
    ];
    let read = reading(vec![file("план.xlsx", single("Лист1", &rows))]);
    let russian = told(&read, &read.problems, atlas_dataset::Language::Russian);
    assert_eq!(
        russian,
        [
            "Лист1!D2: неверная запись даты `20`; дата в записи EDTF, например 2016-08-05, 2019-09, 2016, 201X, 2016~, 2016/2020 или 2018/..",
            "Лист1!A3: пусто; название",
            "Лист1!C4: срок, отличный от 2016/20 в строке 2; он пропущен; один срок на документ; для продлений нужны полные таблицы",
        ]
    );
    assert_eq!(read.dataset.unwrap().tables().languages, ["ru"]);
}
