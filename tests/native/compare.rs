//! What changed between two days: each kind of change, at the bounds where it comes about.

use crate::asking::{day, shipped};
use atlas::compare::{Change, ChangeKind, between};
use atlas::state::changes;
use atlas::time::known::Doubt;
use atlas::time::{Day, Interval};

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
