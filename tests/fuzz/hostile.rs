//! Frameworks that nobody would write, but somebody may: empty ones, tiny ones, years at both ends of the calendar, and labels
//! without end. Each is shown, asked, pictured and taken away in every form; what cannot be is refused by its place.

use crate::folder::Folder;
use crate::shown::{tables_of, take_away};
use atlas::bundle::prerender::Static;
use atlas::export::result_of;
use atlas::letters::LONGEST_TEXT;
use atlas::locale::Locale;
use atlas::model::{Activities, Dataset, Tables};
use atlas::packed;
use atlas::query::{Catalogue, View};
use atlas::shown::Shown;
use atlas::state::{Action, Page, WidgetState};
use atlas::time::Day;
use std::rc::Rc;

/// Everything that is made of tables, in both languages, on days at both ends and between: the static page in English.
fn survives(tables: &Tables) -> String {
    let data = packed::read(&packed::write(tables)).expect("what was packed");
    let catalogue = Rc::new(Catalogue::new(data.clone()));
    for lang in Locale::ALL {
        for query in
            ["", "as-of=0001-01-01&compare=9999-12-31&gaps=1", "as-of=9999-12-31&inferred=1&q=a", "range=0001/9999"]
        {
            let page = Page { lang, view: View::Both, heading: 2 };
            let state = WidgetState::new(Day::parse("2026-11-24").expect("a day"), page);
            let shown = Rc::new(Shown::of(catalogue.clone(), state.after(Action::Query(query.into()), &catalogue)));
            assert!(serde_json::from_str::<serde_json::Value>(&result_of(&shown)).is_ok(), "{query}");
            take_away(&shown);
        }
    }
    Static::of(Dataset::new(tables.clone()), Locale::ENGLISH, 1, None).expect("a page").html
}

/// The tables without what needs rows of others: sources, partnerships, groups and languages alone.
fn bare() -> Tables {
    let mut tables = tables_of(&["Text".into()]);
    tables.sectors.clear();
    tables.instruments.clear();
    tables.proposals.clear();
    tables.coverage.clear();
    tables.events.clear();
    tables.terms.clear();
    tables.participants.clear();
    tables.relations.clear();
    tables.activities =
        Activities { titles: vec![Default::default(); tables.languages.len()], ..Activities::default() };
    tables
}

#[test]
fn a_framework_without_a_sector_an_instrument_or_an_event_is_shown() {
    assert!(survives(&bare()).contains("Text"));
    let mut nothing = bare();
    nothing.partnerships.clear();
    nothing.groups.clear();
    nothing.sources.clear();
    survives(&nothing);
}

#[test]
fn a_framework_with_one_row_in_each_table_is_shown() {
    let mut one = tables_of(&["Text".into()]);
    one.partnerships.truncate(1);
    one.groups.truncate(1);
    one.sectors.truncate(1);
    one.sectors[0].group = atlas::model::GroupId(0);
    one.instruments.truncate(1);
    one.coverage.truncate(1);
    one.proposals.clear();
    one.events.truncate(1);
    for event in &mut one.events {
        event.proposals.clear();
        event.instruments.retain(|id| id.0 == 0);
        event.forum_of = None;
        event.partnership = atlas::model::PartnershipId(0);
    }
    one.instruments[0].adopted = one.instruments[0].adopted.filter(|id| id.0 == 0);
    one.terms.retain(|term| term.instrument.0 == 0 && term.event.0 == 0);
    one.participants.retain(|row| row.event.0 == 0);
    one.relations.clear();
    one.activities = Activities { titles: vec![Default::default(); one.languages.len()], ..Activities::default() };
    survives(&one);
}

#[test]
fn tables_without_rows_are_read_or_refused_by_their_file() {
    for file in
        ["sectors", "instruments", "coverage", "events", "terms", "participants", "relations", "proposals", "groups"]
    {
        let file = format!("{file}.csv");
        let head = Folder::new().text(&file).lines().next().unwrap_or_default().to_owned() + "\n";
        for problem in Folder::new().with(&file, head).problems() {
            assert!(problem.contains(".csv:"), "{file}: {problem}");
        }
    }
}

#[test]
fn the_first_and_the_last_year_are_years_and_those_beyond_are_refused() {
    for (date, is_date) in
        [("0001", true), ("9999-12-31", true), ("0001/9999", true), ("-9999", false), ("10000", false), ("0000", false)]
    {
        let folder = Folder::new().row(
            "events.csv",
            &format!("act-far,east-west,agreed,{date},,,,,,,,,Plan,План,They agree the plan.,Они согласовали план.,plan-2016,,,,page,A1"),
        );
        let read = atlas::dataset::read(folder.write().path());
        match read {
            Ok(data) => {
                assert!(is_date, "{date}");
                survives(data.tables());
            }
            Err(problems) => {
                assert!(!is_date && problems.to_string().contains("events.csv:"), "{date}: {problems}");
            }
        }
    }
}

#[test]
fn labels_of_ten_thousand_letters_are_refused_in_tables_and_bounded_in_packed_data() {
    for letter in ["a", "Ж", "ש", "😀", "a b"] {
        let long = letter.repeat(10_000 / letter.chars().count());
        assert!(long.chars().count() > LONGEST_TEXT);
        // All that is made of such labels takes seconds: once is enough.
        if letter == "Ж" {
            let page = survives(&tables_of(std::slice::from_ref(&long)));
            assert!(page.contains(&long), "the label is not reachable in full");
        }
        let problems = Folder::new().replace("sectors.csv", "Energy", &long).problems();
        assert!(problems.iter().any(|problem| problem.starts_with("sectors.csv:2:name_en: ")), "{problems:?}");
    }
}

#[test]
fn zalgo_and_right_to_left_are_shown_with_as_many_marks_as_a_line_bears() {
    let zalgo: String = "energy"
        .chars()
        .flat_map(|letter| [letter].into_iter().chain(('\u{300}'..='\u{314}').cycle().take(60)))
        .collect();
    for text in [zalgo, "שיתוף פעולה (2016) 10%".to_owned(), "تعاون – 2016".to_owned()] {
        let page = survives(&tables_of(std::slice::from_ref(&text)));
        let mut marks = 0;
        for letter in page.chars() {
            marks = if ('\u{300}'..='\u{314}').contains(&letter) { marks + 1 } else { 0 };
            assert!(marks <= 4, "marks over marks");
        }
    }
}
