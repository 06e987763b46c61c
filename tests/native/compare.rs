//! What changed between two days: each kind of change, at the bounds where it comes about.

use crate::asking::{ask, day, shipped};
use atlas::compare::{Change, ChangeKind, between};
use atlas::state::changes;
use atlas::time::known::Doubt;
use atlas::time::{Day, Interval};
use serde_json::{Value, json};

/// The changes between two days: the instruments' ids with what changed.
fn told(one: &str, other: &str) -> Vec<(&'static str, ChangeKind)> {
    let data = &shipped().data;
    let changes = between(data, day(one), day(other));
    changes.into_iter().map(|Change { instrument, kind }| (data.instrument(instrument).slug.as_str(), kind)).collect()
}

fn extended(from: &str, to: &str) -> ChangeKind {
    let term = |text| Interval::parse(text).unwrap();
    ChangeKind::Extended { from: term(from), to: term(to) }
}

const PLANS: [&str; 3] = ["agriculture-2016-2020", "sti-2016-2020", "energy-2016-2020"];

#[test]
fn each_change_is_told_on_the_day_on_which_it_comes_about() {
    use ChangeKind::{Adopted, Ended, MayBeAdopted};
    for (eve, on, expected) in [
        ("2015-12-31", "2016-01-01", PLANS.map(|plan| (plan, MayBeAdopted)).to_vec()),
        ("2016-12-31", "2017-01-01", PLANS.map(|plan| (plan, MayBeAdopted)).to_vec()),
        ("2018-11-13", "2018-11-14", vec![("mou-2018", Adopted)]),
        ("2019-08-31", "2019-09-01", vec![("poc-2019", MayBeAdopted)]),
        ("2019-09-30", "2019-10-01", vec![("poc-2019", MayBeAdopted)]),
        ("2020-08-27", "2020-08-28", vec![("poc-2019", extended("2019/2020", "2019/2025"))]),
        ("2020-12-31", "2021-01-01", PLANS.map(|plan| (plan, Ended)).to_vec()),
        ("2025-12-31", "2026-01-01", vec![("poc-2019", Ended)]),
    ] {
        assert_eq!(told(eve, on), expected, "{eve} to {on}");
    }
}

#[test]
fn an_adoption_in_a_month_is_certain_only_across_the_whole_month() {
    assert_eq!(told("2019-08-31", "2019-10-01"), [("poc-2019", ChangeKind::Adopted)]);
    assert_eq!(told("2019-09-01", "2019-09-30"), []);
}

#[test]
fn nothing_is_told_between_two_days_on_which_something_changes() {
    for pair in changes(shipped()).windows(2) {
        assert_eq!(between(&shipped().data, pair[0], pair[1].plus(-1)), [], "{} to the eve of {}", pair[0], pair[1]);
    }
}

#[test]
fn the_order_of_the_days_does_not_matter_and_a_day_does_not_differ_from_itself() {
    let mut days = changes(shipped());
    days.extend([Day::MIN, Day::MAX]);
    for one in &days {
        assert_eq!(between(&shipped().data, *one, *one), []);
        for other in &days {
            assert_eq!(between(&shipped().data, *one, *other), between(&shipped().data, *other, *one));
        }
    }
}

#[test]
fn something_is_told_of_an_instrument_exactly_when_its_standing_differs() {
    let data = &shipped().data;
    let mut days = changes(shipped());
    days.extend([Day::MIN, Day::MAX]);
    for one in &days {
        for other in &days {
            let told = between(data, *one, *other);
            for (id, row) in data.instruments() {
                let [before, after] = [one, other].map(|day| data.standing(id, *day));
                // A limit that the source sets is passed without an act: there is nothing to tell.
                let limit = [before, after].iter().any(|standing| standing.doubt == Some(Doubt::NotBefore));
                let differs = before != after && !limit;
                assert_eq!(told.iter().any(|change| change.instrument == id), differs, "{} {one} {other}", row.slug);
            }
        }
    }
}

#[test]
fn a_whole_life_is_adopted_and_ended_and_no_extension_of_what_was_not_known() {
    let lives: Vec<_> = told("2015-01-01", "2026-11-24");
    let of = |id: &str| lives.iter().filter(|(slug, _)| *slug == id).map(|(_, kind)| *kind).collect::<Vec<_>>();
    for id in PLANS.into_iter().chain(["poc-2019"]) {
        assert_eq!(of(id), [ChangeKind::Adopted, ChangeKind::Ended], "{id}");
    }
    assert_eq!(of("mou-2018"), [ChangeKind::Adopted]);
    assert_eq!(of("work-programme-post-2017"), []);
}

/// The acts between two days as the result has them, as `id kind date`; those that may lie outside end in a question mark.
fn acts(query: &str) -> Vec<String> {
    let answer = ask(query);
    let act = |act: &Value| {
        let [id, kind, date] = ["id", "kind", "date"].map(|name| act[name].as_str().unwrap());
        format!("{id} {kind} {date}{}", if act["undetermined"] == true { "?" } else { "" })
    };
    answer["changes"].as_array().unwrap().iter().map(act).collect()
}

#[test]
fn every_act_from_june_2018_to_september_2020_is_told_in_order() {
    let expected = json!([
        {"id": "mou-signed", "kind": "signed", "date": "2018-11-14"},
        {"id": "aem-russia-8", "kind": "endorsed", "date": "2019-09"},
        {"id": "aem-russia-9", "kind": "extended", "date": "2020-08-28"},
    ]);
    assert_eq!(ask("as-of=2020-09-01&compare=2018-06-01")["changes"], expected);
    assert_eq!(ask("as-of=2018-06-01&compare=2020-09-01")["changes"], expected, "the second day may be the earlier");
}

#[test]
fn the_end_of_a_term_is_an_act_of_its_instrument() {
    let ends = PLANS.map(|plan| format!("{plan} ended 2020"));
    assert_eq!(acts("as-of=2021-01-01&compare=2020-12-31"), ends);
    assert_eq!(acts("as-of=2026-01-01&compare=2025-12-31"), ["poc-2019 ended 2025"]);
    // A whole stated year belongs to the term: it ends after what was done in that year.
    let mut expected = vec!["aem-russia-9 extended 2020-08-28".to_owned()];
    expected.extend(ends);
    assert_eq!(acts("as-of=2021-01-01&compare=2020-01-01"), expected);
}

#[test]
fn what_overlaps_a_bound_is_undetermined_and_what_touches_it_is_not() {
    for (one, other, told) in [
        ("2019-08-31", "2019-09-01", vec!["aem-russia-8 endorsed 2019-09?"]),
        ("2019-09-10", "2019-09-20", vec!["aem-russia-8 endorsed 2019-09?"]),
        ("2019-09-30", "2019-10-01", vec!["aem-russia-8 endorsed 2019-09?"]),
        ("2019-08-31", "2019-10-01", vec!["aem-russia-8 endorsed 2019-09"]),
        ("2019-10-01", "2020-08-27", vec![]),
        // An event dated on a day counts on it.
        ("2020-08-27", "2020-08-28", vec!["aem-russia-9 extended 2020-08-28"]),
        ("2020-08-28", "2020-08-29", vec![]),
        ("2016-06-01", "2016-08-05", vec!["plans-agreed agreed 2016?", "aem-russia-5 welcomed 2016-08-05"]),
    ] {
        assert_eq!(acts(&format!("as-of={one}&compare={other}")), told, "{one} to {other}");
    }
}

#[test]
fn an_order_that_cannot_be_known_is_said_to_be_so() {
    let (query, selection) = crate::asking::select(shipped(), "as-of=2017-01-01&compare=2015-01-01");
    let acts = atlas::compare::acts(shipped(), &selection, query.compare.unwrap());
    let slugs: Vec<_> = acts.iter().map(|act| act.slug(&shipped().data)).collect();
    assert_eq!(slugs[..2], ["plans-agreed", "aem-russia-5"]);
    assert!(acts[1].is_unordered_to(&acts[0]) && acts[0].is_unordered_to(&acts[1]));
    let (_, selection) = crate::asking::select(shipped(), "as-of=2020-09-01");
    let acts = atlas::compare::acts(shipped(), &selection, day("2018-06-01"));
    assert!(acts.iter().all(|one| acts.iter().all(|other| one == other || !one.is_unordered_to(other))));
}

#[test]
fn only_acts_that_concern_what_the_filters_leave_are_told() {
    let days = "as-of=2021-01-01&compare=2018-06-01";
    assert_eq!(acts(&format!("{days}&sector=customs")), ["mou-signed signed 2018-11-14"]);
    assert_eq!(acts(&format!("{days}&sector=food-security")), ["agriculture-2016-2020 ended 2020"]);
    let programme = ["aem-russia-8 endorsed 2019-09", "aem-russia-9 extended 2020-08-28"];
    assert_eq!(acts(&format!("{days}&instrument=poc-2019")), programme);
}

#[test]
fn an_undated_event_is_never_a_change() {
    let all = acts("as-of=9999-12-31&compare=0001-01-01");
    for id in ["aec-launch", "study-proposed", "officials-tasked"] {
        assert!(all.iter().all(|act| !act.starts_with(id)), "{all:?}");
    }
    assert_eq!(all.len(), 6 + 4, "six dated events, four terms that ended: {all:?}");
}

/// A term that ended before it was lengthened did end; one that was lengthened before has the later end alone.
#[test]
fn a_term_ends_as_it_was_known_then() {
    let acts = |event: &str, one: &str, other: &str| {
        let events = format!(
            "longer,east-west,extended,{event},,,,,,,,,Longer,Дольше,They extend it.,Продлили.,plan-2016,,,,page,A1"
        );
        let folder = crate::folder::Folder::new().row("events.csv", &events);
        let folder = folder.row("terms.csv", "plan-2016,2016/2025,longer,,,page,A1").write();
        let catalogue = atlas::query::Catalogue::new(atlas::dataset::read(folder.path()).unwrap());
        let answer = crate::asking::result(&catalogue, &format!("as-of={other}&compare={one}&instrument=plan-2016"));
        let tell = |act: &Value| {
            let unsure = if act["undetermined"] == true { "?" } else { "" };
            format!("{} {}{unsure}", act["id"].as_str().unwrap(), act["date"].as_str().unwrap())
        };
        answer["changes"].as_array().unwrap().iter().map(tell).collect::<Vec<_>>()
    };
    let all = ("2019-01-01", "2026-01-01");
    assert_eq!(acts("2020-06-01", all.0, all.1), ["longer 2020-06-01", "plan-2016 2025"]);
    assert_eq!(acts("2021-06-01", all.0, all.1), ["plan-2016 2020", "longer 2021-06-01", "plan-2016 2025"]);
    assert_eq!(acts("2021-06-01", "2019-01-01", "2021-01-01"), ["plan-2016 2020"]);
    // Whether it was lengthened in time cannot be known where only the year is.
    assert_eq!(acts("2021", "2019-01-01", "2022-01-01"), ["plan-2016 2020?", "longer 2021"]);
    assert_eq!(acts("2020", all.0, all.1), ["longer 2020", "plan-2016 2025"]);
}

/// What the marks in the cells are for: the columns that came or ended.
#[test]
fn the_columns_of_instruments_that_came_or_ended_are_marked() {
    let moved = |days: &str| {
        let (query, selection) = crate::asking::select(shipped(), days);
        let acts = atlas::compare::acts(shipped(), &selection, query.compare.unwrap());
        let moved = atlas::compare::moved(shipped(), &acts);
        let data = &shipped().data;
        let of =
            |(id, column): (atlas::model::ColumnId, _)| moved.contains(id.index()).then(|| data.column_slug(column));
        data.columns().filter_map(of).collect::<Vec<_>>()
    };
    assert_eq!(moved("as-of=2020-09-01&compare=2018-06-01"), ["mou-2018", "poc-2019"]);
    assert_eq!(moved("as-of=2021-01-01&compare=2020-09-01"), PLANS);
    assert_eq!(moved("as-of=2018-06-01&compare=2018-01-01"), [""; 0]);
    assert_eq!(moved("as-of=2020-09-01&compare=2018-06-01&sector=customs"), ["mou-2018"]);
}

/// The line over the acts.
#[test]
fn the_acts_between_two_days_come_to_one_line() {
    use crate::telling::{in_words, on};
    let line = |lang: &str, one: &str, query: &str| {
        let shown = on(lang, query);
        let other = day(one);
        let acts = atlas::compare::acts(&shown.catalogue, &shown.selection, other);
        let summary = atlas::summary::Summary::of(&shown.catalogue, &shown.selection, &acts, other);
        in_words(summary.words(shown.locale, other.min(shown.selection.day), other.max(shown.selection.day)))
    };
    for (one, query, english, russian) in [
        (
            "2018-06-01",
            "as-of=2020-09-01",
            "Between 1 June 2018 and 1 September 2020: 2 instruments adopted, 1 term extended, no term ended, 5 sectors newly named.",
            "С 1 июня 2018 г. по 1 сентября 2020 г.: принято 2 документа, продлён 1 срок, ни один срок не истёк, впервые названо 5 \
             направлений.",
        ),
        (
            "2026-11-25",
            "as-of=2015-01-01",
            "Between 1 January 2015 and 25 November 2026: 5 instruments adopted, 1 term extended, 4 stated terms ended, 2 other \
             events, 8 sectors newly named.",
            "С 1 января 2015 г. по 25 ноября 2026 г.: принято 5 документов, продлён 1 срок, истекли 4 указанных срока, 2 других \
             события, впервые названо 8 направлений.",
        ),
        (
            "2019-08-01",
            "as-of=2019-09-10",
            "Between 1 August 2019 and 10 September 2019: 1 undetermined.",
            "С 1 августа 2019 г. по 10 сентября 2019 г.: 1 – не определено.",
        ),
        (
            "2018-06-01",
            "as-of=2019-01-01&sector=customs",
            "Between 1 June 2018 and 1 January 2019: 1 instrument adopted, no term ended, 1 sector newly named.",
            "С 1 июня 2018 г. по 1 января 2019 г.: принят 1 документ, ни один срок не истёк, впервые названо 1 направление.",
        ),
        (
            "2021-02-01",
            "as-of=2021-03-01",
            "Between 1 February 2021 and 1 March 2021: no dated changes.",
            "С 1 февраля 2021 г. по 1 марта 2021 г.: датированных изменений нет.",
        ),
    ] {
        assert_eq!(line("en", one, query), english);
        assert_eq!(line("ru", one, query), russian);
    }
}
