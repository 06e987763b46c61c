//! A workbook with twelve mistakes, and what its author is told of each, in English and in Russian.

use super::*;
use atlas_dataset::Language;
use atlas_dataset::schema::TABLES;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula};

/// The shipped set as a workbook, with other texts in some cells: sheet, row as the sheet counts it, column, text.
fn seeded(changes: &[(&str, u32, &str, &str)]) -> Vec<u8> {
    let set = shipped();
    let mut book = Workbook::new();
    let package = book.add_worksheet().set_name("package").unwrap();
    for (row, (name, value)) in (0..).zip([
        ("name", "seeded"),
        ("title_en", "A set with mistakes"),
        ("title_ru", "Набор с ошибками"),
        ("description_en", "For tests."),
        ("description_ru", "Для проверки."),
        ("languages", "en, ru"),
        ("created", "2026-11-23"),
        ("version", "1"),
    ]) {
        package.write_string(row, 0, name).unwrap();
        package.write_string(row, 1, value).unwrap();
    }
    for (table, rows) in TABLES.into_iter().zip(atlas_dataset::cells::sheets(set.tables())) {
        let sheet = book.add_worksheet().set_name(table.name).unwrap();
        let heads: Vec<String> = table.fields.iter().flat_map(|field| field.names(&set.tables().languages)).collect();
        for (column, head) in (0..).zip(&heads) {
            sheet.write_string(0, column, head).unwrap();
        }
        for (row, cells) in (1..).zip(&rows.rows) {
            for (column, cell) in (0..).zip(cells.iter().flatten()) {
                let changed = |(name, number, head, _): &&(&str, u32, &str, &str)| {
                    *name == table.name && *number == row + 1 && *head == heads[usize::from(column)]
                };
                let text = changes.iter().find(changed).map_or(cell.as_str(), |(.., text)| text);
                match text {
                    "" => {}
                    // A day that the spreadsheet holds as one.
                    "=DATE" => {
                        let day = ExcelDateTime::parse_from_str("2019-09-01").unwrap();
                        sheet
                            .write_datetime_with_format(row, column, &day, &Format::new().set_num_format("mmm yyyy"))
                            .unwrap();
                    }
                    "=REF" => _ = sheet.write_formula(row, column, Formula::new("=1/0").set_result("#DIV/0!")).unwrap(),
                    text => _ = sheet.write_string(row, column, text).unwrap(),
                }
            }
        }
    }
    book.save_to_buffer().unwrap()
}

const MISTAKES: [(&str, u32, &str, &str); 12] = [
    ("events", 8, "date", "09.2019"),
    ("events", 9, "kind", "extendet"),
    ("coverage", 3, "sector", "custms"),
    ("coverage", 5, "coverage", "sectoral"),
    ("instruments", 3, "name_ru", ""),
    ("instruments", 6, "adopted", "mou-singed"),
    ("terms", 2, "term", "2020/2016"),
    ("sectors", 4, "group", ""),
    ("sectors", 6, "id", "E Commerce"),
    ("participants", 2, "locator", "Z9"),
    ("sources", 2, "url", "asean.org"),
    ("relations", 2, "object", "=REF"),
];

#[test]
fn twelve_mistakes_are_twelve_messages_each_with_its_cell() {
    let read = reading(vec![file("seeded.xlsx", seeded(&MISTAKES))]);
    let english = problems(&read);
    assert_eq!(
        english,
        [
            "coverage!A3: unknown id `custms`; an id of sectors; the nearest is `customs`",
            "coverage!D5: `sectoral` with an instrument; `covered` or `named-area`",
            "events!D8: malformed date `09.2019`; an EDTF date such as 2016-08-05, 2019-09, 2016, 201X, 2016~, 2016/2020 or 2018/..; the nearest is `2019-09`",
            "events!C9: unknown value `extendet`; `launched`, `proposed`, `welcomed`, `tasked`, `noted`, `agreed`, `signed`, `endorsed` or `extended`; the nearest is `extended`",
            "instruments!E3: no translation; a translation of name_en",
            "instruments!K6: unknown id `mou-singed`; an id of events; the nearest is `mou-signed`",
            "participants!H2: unknown section `Z`; `A` or `B`, as in sections",
            "relations!C2: a formula that failed: #DIV/0!; a value",
            "sectors!B4: empty; an id of groups",
            "sectors!A6: malformed id `E Commerce`; lower-case letters, digits and single hyphens, such as `mou-2018`; the nearest is `e-commerce`",
            "sources!I2: malformed address `asean.org`; an address that begins with https:// or http://",
            "terms!B2: an end before the start in `2020/2016`; an interval whose end is not before its start",
        ]
    );
}

#[test]
fn the_same_is_said_in_russian() {
    let read = reading(vec![file("seeded.xlsx", seeded(&MISTAKES))]);
    let russian = told(&read, &read.problems, Language::Russian);
    assert_eq!(
        russian,
        [
            "coverage!A3: неизвестный id `custms`; id из таблицы sectors; ближе всего `customs`",
            "coverage!D5: `sectoral` вместе с документом; `covered` или `named-area`",
            "events!D8: неверная запись даты `09.2019`; дата в записи EDTF, например 2016-08-05, 2019-09, 2016, 201X, 2016~, 2016/2020 или 2018/..; ближе всего `2019-09`",
            "events!C9: неизвестное значение `extendet`; `launched`, `proposed`, `welcomed`, `tasked`, `noted`, `agreed`, `signed`, `endorsed` или `extended`; ближе всего `extended`",
            "instruments!E3: нет перевода; перевод столбца name_en",
            "instruments!K6: неизвестный id `mou-singed`; id из таблицы events; ближе всего `mou-signed`",
            "participants!H2: неизвестный раздел `Z`; `A` или `B`, как в таблице sections",
            "relations!C2: формула с ошибкой: #DIV/0!; значение",
            "sectors!B4: пусто; id из таблицы groups",
            "sectors!A6: неверная запись id `E Commerce`; строчные латинские буквы, цифры и одиночные дефисы, например `mou-2018`; ближе всего `e-commerce`",
            "sources!I2: неверный адрес `asean.org`; адрес, который начинается с https:// или http://",
            "terms!B2: конец раньше начала: `2020/2016`; срок, конец которого не раньше начала",
        ]
    );
}

#[test]
fn what_is_right_is_shown_meanwhile() {
    let read = reading(vec![file("seeded.xlsx", seeded(&MISTAKES))]);
    let set = read.dataset.unwrap();
    let tables = set.tables();
    assert_eq!((tables.sectors.len(), tables.instruments.len(), tables.events.len()), (19, 6, 8));
}

#[test]
fn a_date_of_the_spreadsheet_is_read_as_its_day_and_the_precision_is_asked_for() {
    let read =
        reading(vec![file("dates.xlsx", seeded(&[("events", 8, "date", "=DATE"), ("sources", 2, "read", "=DATE")]))]);
    assert_eq!(problems(&read), [""; 0]);
    assert_eq!(
        doubts(&read),
        [
            "events!D8: a date of the spreadsheet, read as the day 2019-09-01; the precision that is meant, typed as text: the \
          day as it is, 2019-09 for the month or 2019 for the year"
        ]
    );
    let day = read.dataset.unwrap().tables().events[6].date.map(|date| date.to_string());
    assert_eq!(day.as_deref(), Some("2019-09-01"));
}

#[test]
fn the_row_of_a_problem_is_shown_as_it_stands_in_the_workbook() {
    let read = reading(vec![file("seeded.xlsx", seeded(&[("events", 8, "date", "09.2019")]))]);
    let row = read.places.row(read.problems.iter().next().unwrap()).unwrap();
    assert_eq!((row.sheet.as_str(), row.number), ("events", 8));
    let about: Vec<_> = row.cells.iter().filter(|cell| cell.3).collect();
    assert_eq!(about, [&("D".to_owned(), "date".to_owned(), "09.2019".to_owned(), true)]);
}
