//! A small folder of tables for tests, and changes to it.

use std::collections::BTreeMap;
use std::path::Path;
use tempfile::TempDir;

/// The files of a data package, which is valid before it is changed.
#[derive(Clone)]
pub struct Folder(BTreeMap<String, Vec<u8>>);

impl Folder {
    /// Two partnerships, three sectors, two instruments and whatever else each table needs for a row.
    pub fn new() -> Folder {
        let files = FILES.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
        Folder(files.collect())
    }

    /// Replaces a text that occurs in a file.
    pub fn replace(mut self, file: &str, from: &str, to: &str) -> Folder {
        let text = self.text(file);
        assert!(text.contains(from), "{file} has no {from}");
        self.0.insert(file.into(), text.replacen(from, to, 1).into_bytes());
        self
    }

    /// Appends a row to a table.
    pub fn row(self, file: &str, row: &str) -> Folder {
        let text = self.text(file);
        self.with(file, format!("{text}{row}\n"))
    }

    /// Puts a file in the place of another.
    pub fn with(mut self, file: &str, bytes: impl Into<Vec<u8>>) -> Folder {
        self.0.insert(file.into(), bytes.into());
        self
    }

    /// Takes a file away.
    pub fn without(mut self, file: &str) -> Folder {
        self.0.remove(file);
        self
    }

    /// The content of a file.
    pub fn text(&self, file: &str) -> String {
        String::from_utf8(self.0[file].clone()).unwrap()
    }

    /// Writes the files into a folder of their own.
    pub fn write(&self) -> TempDir {
        let dir = tempfile::tempdir().unwrap();
        for (name, bytes) in &self.0 {
            std::fs::write(dir.path().join(name), bytes).unwrap();
        }
        dir
    }

    /// Every problem in it, one a line.
    pub fn problems(&self) -> Vec<String> {
        problems_in(self.write().path())
    }
}

/// Every problem in a folder.
pub fn problems_in(dir: &Path) -> Vec<String> {
    match atlas::dataset::read(dir) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    }
}

const FILES: [(&str, &str); 14] = [
    (
        "datapackage.json",
        r#"{
  "name": "small",
  "title_en": "Small", "title_ru": "Малый",
  "description_en": "A small set.", "description_ru": "Малый набор.",
  "created": "2026-11-23", "version": "1.0.0",
  "languages": ["en", "ru"]
}
"#,
    ),
    (
        "sources.csv",
        "\
id,kind,title_en,title_ru,original_title,language,issuer_en,issuer_ru,url,published,read,note_en,note_ru
page,main,Page,Страница,Feuille,fr,Office,Бюро,https://example.org/page,2020,2026-11-23,,
",
    ),
    (
        "sections.csv",
        "\
source,id,name_en,name_ru
page,A,First,Первый
page,B,Second,Второй
",
    ),
    (
        "partnerships.csv",
        "\
id,name_en,name_ru,parties_en,parties_ru,note_en,note_ru,background_en,background_ru,background_source,background_locator,source,locator
east-west,East-West,Восток – Запад,East | West,Восток | Запад,,,,,,,page,A1
east-south,East-South,Восток – Юг,East | South,Восток | Юг,,,,,,,page,B1
",
    ),
    (
        "groups.csv",
        "\
id,name_en,name_ru
trade,Trade,Торговля
resources,Resources,Ресурсы
",
    ),
    (
        "sectors.csv",
        "\
id,group,name_en,name_ru,aliases_en,aliases_ru,note_en,note_ru,source,locator
energy,resources,Energy,Энергетика,power | electricity,энергия | электричество,,,page,A1
customs,trade,Customs,Таможня,,,,,page,B1
space,resources,Space,Космос,,,,,page,A2
",
    ),
    (
        "instruments.csv",
        "\
id,partnership,kind,name_en,name_ru,short_en,short_ru,aliases_en,aliases_ru,source_spelling,adopted,not_before,not_before_note_en,not_before_note_ru,not_before_locator,stated_count,stated_unit,note_en,note_ru,source,locator
plan-2016,east-west,work-plan,Energy plan,План,Plan,План,,,,plan-agreed,,,,,,,,,page,A1
mou-2018,east-south,memorandum-of-understanding,Memorandum,Меморандум,MoU,МоВ,,,MOU,mou-signed,,,,,9,articles,,,page,B2
",
    ),
    (
        "proposals.csv",
        "\
id,partnership,name_en,name_ru,note_en,note_ru,source,locator
study,east-south,Study,Исследование,,,page,B3
",
    ),
    (
        "coverage.csv",
        "\
sector,instrument,partnership,coverage,note_en,note_ru,source,locator
energy,plan-2016,,covered,,,page,A1
customs,mou-2018,,named-area,,,page,B2
space,,east-west,exploring,,,page,A2
",
    ),
    (
        "events.csv",
        "\
id,partnership,kind,date,date_by,date_note_en,date_note_ru,place_en,place_ru,forum_en,forum_ru,forum_of,name_en,name_ru,summary_en,summary_ru,instruments,proposals,note_en,note_ru,source,locator
plan-agreed,east-west,agreed,2016,,,,,,,,,Plan,План,They agree the plan.,Они согласовали план.,plan-2016,,,,page,A1
mou-signed,east-south,signed,2018-11-14,,,,Here,Здесь,,,,MoU,МоВ,They sign.,Они подписали.,mou-2018,,,,page,B2
study-proposed,east-south,proposed,,2016-08-05,Not stated.,Не указана.,,,,,,Study,Исследование,One proposes.,Один предложил.,,study,,,page,B3 B4
",
    ),
    (
        "terms.csv",
        "\
instrument,term,event,note_en,note_ru,source,locator
plan-2016,2016/2020,plan-agreed,,,page,A1
",
    ),
    (
        "participants.csv",
        "\
event,name_en,name_ru,role_en,role_ru,source_spelling,source,locator
mou-signed,East,Восток,Signatory,Подписавшая сторона,,page,B2
",
    ),
    (
        "relations.csv",
        "\
subject,relation,object,note_en,note_ru,source,locator
plan-2016,implements,mou-2018,,,page,B2
",
    ),
    (
        "activities.csv",
        "\
id,instrument,sectors,title_en,title_ru,date,state,source,locator
first,plan-2016,energy,First,Первое,2017-05/2017-06,completed,page,A1
",
    ),
];
