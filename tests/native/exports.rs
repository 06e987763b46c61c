//! What readers take away: the files say what is shown, and other programs can read them.

use crate::asking::{day, shipped_shown, thousand};
use atlas::export::{self, References};
use atlas::locale::Locale;
use atlas::query::{Catalogue, url};
use atlas::shown::Shown;
use atlas::state::{Action, Page, WidgetState};
use atlas::taking::{Rows, Style};
use std::rc::Rc;

/// The shipped dataset, asked.
fn shown(query: &str, lang: &str) -> Shown {
    shipped_shown(&format!("{query}&lang={lang}"))
}

/// The rows of a file, by a reader that nobody here wrote.
fn rows(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark, by which Excel knows UTF-8");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn a_table_has_the_rows_of_the_result_and_says_where_they_come_from() {
    let shown = shown("as-of=2019-10-15&sector=agriculture", "en");
    let cells = rows(&export::csv(&shown, Rows::Cells, 0..usize::MAX));
    assert_eq!(
        cells[0][..6],
        ["sector", "sector_name_en", "instrument", "instrument_short_en", "partnership", "coverage"]
    );
    let of: Vec<_> = cells[1..].iter().map(|row| (row[2].as_str(), row[5].as_str(), row[10].as_str())).collect();
    assert_eq!(
        of,
        [
            ("work-programme-post-2017", "covered", "A1"),
            ("agriculture-2016-2020", "covered", "A4"),
            ("", "sectoral", "A3"),
        ]
    );
    let rest = &cells[1][11..];
    assert_eq!(rest[0], "as-of=2019-10-15&sector=agriculture&lang=en");
    assert_eq!(rest[1], "2019-10-15");
    assert!(rest[2].starts_with("asean-russia-eaeu-cooperation 1."), "{}", rest[2]);
    assert!(rest[3].contains("https://asean.org/"), "{}", rest[3]);
    assert!(rest[4].contains("Creative Commons Attribution 4.0"), "{}", rest[4]);
}

#[test]
fn dates_stay_edtf_and_what_is_later_than_the_day_is_not_there() {
    let shown = shown("as-of=2019-10-15", "ru");
    let instruments = rows(&export::csv(&shown, Rows::Instruments, 0..usize::MAX));
    let programme = instruments.iter().find(|row| row[0] == "poc-2019").unwrap();
    assert_eq!([&programme[6], &programme[8], &programme[9]], ["2019-09", "in-force", "2019/2020"]);
    let events = rows(&export::csv(&shown, Rows::Events, 0..usize::MAX));
    assert_eq!(events[0][9], "name_ru");
    assert!(events.iter().any(|row| row[0] == "aem-russia-8" && row[3] == "2019-09"));
    assert!(!events.iter().any(|row| row[0] == "aem-russia-9"), "it was not known on the day");
}

#[test]
fn a_value_that_a_spreadsheet_would_calculate_is_made_harmless() {
    let folder = crate::folder::Folder::new().replace("coverage.csv", "covered,,", "covered,\"=1+1, \"\"x\"\"\",@А");
    let data = atlas::dataset::read(folder.write().path()).unwrap();
    let catalogue = Rc::new(Catalogue::new(data));
    let page = Page { lang: Locale::ENGLISH, view: Default::default(), heading: 2 };
    let shown = Shown::of(catalogue, WidgetState::new(day("2026-11-24"), page));
    assert!(rows(&export::csv(&shown, Rows::Cells, 0..usize::MAX)).iter().any(|row| row[8] == "'=1+1, \"x\""));
}

#[test]
fn activities_are_exported_in_thousands() {
    let page = Page { lang: Locale::ENGLISH, view: Default::default(), heading: 2 };
    let catalogue = Rc::new(Catalogue::new(thousand().data.clone()));
    let shown = Shown::of(catalogue, WidgetState::new(day("2026-11-24"), page));
    assert_eq!(rows(&export::csv(&shown, Rows::Activities, 0..usize::MAX)).len(), 1001);
}

#[test]
fn a_calendar_has_days_alone_and_says_what_it_leaves_out() {
    let calendar = export::calendar(&shown("as-of=2026-11-24", "en"));
    let lines: Vec<&str> = calendar.text.split("\r\n").collect();
    assert!(lines.iter().all(|line| line.len() <= 75));
    let days: Vec<&str> = lines.iter().filter_map(|line| line.strip_prefix("DTSTART;VALUE=DATE:")).collect();
    assert_eq!(days, ["20160805", "20181114", "20200828"]);
    assert!(lines.contains(&"UID:mou-signed@asean-russia-eaeu-cooperation"));
    assert!(lines.contains(&"DTEND;VALUE=DATE:20181115"));
    // Six events are known by month or year or not at all, and four terms end in a year.
    assert_eq!(calendar.left_out, 10);
    assert!(calendar.text.replace("\r\n ", "").contains("Left out of the calendar\\, since the day is not known: 10"));
}

/// The standard wants one component at least, and an event would want a day.
#[test]
fn a_calendar_without_a_day_has_a_note_and_no_event() {
    for (query, left_out) in [("instrument=sti-2016-2020&as-of=2026-11-24", 2), ("sector=culture&state=ended", 0)] {
        let calendar = export::calendar(&shown(query, "en"));
        assert_eq!((calendar.left_out, calendar.text.contains("BEGIN:VEVENT")), (left_out, false), "{query}");
        let note = calendar.text.split("BEGIN:VJOURNAL\r\n").nth(1).expect("a note");
        assert!(note.starts_with("UID:.none@asean-russia-eaeu-cooperation\r\nDTSTAMP:20261123T000000Z\r\nSUMMARY:"));
        assert!(note.contains("DESCRIPTION:") && !note.contains("DTSTART"), "{note}");
    }
    assert!(!export::calendar(&shown("as-of=2026-11-24", "en")).text.contains("VJOURNAL"));
}

#[test]
fn the_end_of_a_term_is_cited_from_where_the_term_known_on_the_day_is_stated() {
    let extended = "extended,2019-05-05,,,,,,,,,Longer,Дольше,They extend it.,Они продлили.,plan-2016,,,,page,B3";
    let folder = crate::folder::Folder::new()
        .replace("terms.csv", "2016/2020,", "2016/2020-06-30,")
        .row("terms.csv", "plan-2016,2016/2025-12-31,plan-extended,,,page,B3")
        .row("events.csv", &format!("plan-extended,east-west,{extended}"));
    let catalogue = Rc::new(Catalogue::new(atlas::dataset::read(folder.write().path()).unwrap()));
    let page = Page { lang: Locale::ENGLISH, view: Default::default(), heading: 2 };
    for (today, end, section) in [("2018-01-01", "20200630", "section A"), ("2020-01-01", "20251231", "section B")] {
        let shown = Shown::of(catalogue.clone(), WidgetState::new(day(today), page));
        let text = export::calendar(&shown).text.replace("\r\n ", "");
        let entry = text.split("UID:plan-2016.end@small\r\n").nth(1).expect("an end of a term");
        assert!(entry.contains(&format!("DTSTART;VALUE=DATE:{end}\r\n")) && entry.contains(section), "{entry}");
    }
}

#[test]
fn the_same_question_gives_the_same_bytes() {
    for lang in ["en", "ru"] {
        let one = || {
            let shown = shown("as-of=2020-09-01&partnership=asean-eaeu", lang);
            (
                [Rows::Cells, Rows::Instruments, Rows::Events, Rows::Activities]
                    .map(|rows| export::csv(&shown, rows, 0..usize::MAX)),
                export::calendar(&shown),
                export::records(&shown),
            )
        };
        assert_eq!(one(), one());
    }
}

#[test]
fn the_records_stand_beside_the_result() {
    let shown = shown("as-of=2019-10-15&partnership=asean-eaeu", "en");
    let value: serde_json::Value = serde_json::from_str(&export::records(&shown)).unwrap();
    assert_eq!(value["result"], crate::asking::ask("as-of=2019-10-15&partnership=asean-eaeu&lang=en"));
    for table in ["instruments", "cells", "events"] {
        let (named, told) = (value["result"][table].as_array().unwrap(), value["records"][table].as_array().unwrap());
        assert_eq!(named.len(), told.len(), "{table}");
    }
    assert_eq!(value["records"]["events"][0]["locator"], "B1");
    assert_eq!(value["from"]["lang"], "en");
}

fn target(text: &str) -> atlas::query::Target {
    url::target(&crate::asking::shipped().data, text).unwrap()
}

#[test]
fn a_fact_is_cited_from_its_source_in_four_styles() {
    let shown = shown("as-of=2020-09-01", "en");
    let references = References::of(&shown, target("event:mou-signed"), "https://example.org/atlas/");
    let plain = references.written(Style::Plain);
    assert!(plain.starts_with("ASEAN Secretariat: “Priorities of Cooperation”"), "{plain}");
    let bibtex = references.written(Style::Bibtex);
    assert!(bibtex.starts_with("@misc{event-mou-signed,\n  author = {{ASEAN Secretariat}},\n"), "{bibtex}");
    assert!(bibtex.contains("  urldate = {2026-11-23},\n"), "{bibtex}");
    let ris = references.written(Style::Ris);
    assert!(ris.starts_with("TY  - ELEC\r\n") && ris.ends_with("ER  - \r\n\r\n"), "{ris}");
    let csl: serde_json::Value = serde_json::from_str(&references.written(Style::Csl)).unwrap();
    assert_eq!(csl[0]["type"], "webpage");
    assert_eq!(csl[0]["author"][0]["literal"], "ASEAN Secretariat");
    assert_eq!(csl[0]["accessed"]["date-parts"], serde_json::json!([[2026, 11, 23]]));
    // Three sentences tell of the Programme, and one of them of each of its terms.
    let programme = References::of(&shown, target("instrument:poc-2019"), "").written(Style::Ris);
    assert_eq!(programme.matches("TY  - ").count(), 3, "{programme}");
}

#[test]
fn a_view_is_cited_as_a_dataset_of_a_version_on_the_readers_day() {
    let shown = shown("as-of=2019-10-15", "ru");
    let references = References::of_view(&shown, day("2026-11-29"), "https://example.org/#atlas?as-of=2019-10-15");
    let plain = references.written(Style::Plain);
    assert!(
        plain.contains("по состоянию на 15\u{a0}октября 2019\u{a0}г.") && plain.contains("29\u{a0}ноября 2026"),
        "{plain}"
    );
    let csl: serde_json::Value = serde_json::from_str(&references.written(Style::Csl)).unwrap();
    assert_eq!(csl[0]["type"], "dataset");
    assert_eq!(csl[0]["URL"], "https://example.org/#atlas?as-of=2019-10-15");
    assert!(references.written(Style::Bibtex).contains("year = {2026}"));
}

#[test]
fn letters_that_a_form_gives_a_meaning_come_through() {
    let folder = crate::folder::Folder::new()
        .replace("sources.csv", "page,main,Page", "page,main,\"50% of #1 & {a_b}\"")
        .replace("sources.csv", "Feuille,fr", ",");
    let data = atlas::dataset::read(folder.write().path()).unwrap();
    let catalogue = Rc::new(Catalogue::new(data));
    let page = Page { lang: Locale::ENGLISH, view: Default::default(), heading: 2 };
    let shown = Shown::of(catalogue, WidgetState::new(day("2026-11-24"), page)).after(Action::Clear);
    let event = url::target(&shown.catalogue.data, "event:mou-signed").unwrap();
    let bibtex = References::of(&shown, event, "").written(Style::Bibtex);
    assert!(bibtex.contains(r"title = {{50\% of \#1 \& \{a\_b\}}}"), "{bibtex}");
}
