//! The state of every instrument at, before and after each bound of the table of states.

use crate::asking::ask;
use serde_json::{Value, json};

/// Instrument, then day, state and term as known on it.
type Row = (&'static str, &'static str, Option<&'static str>);

/// Neither adoption nor term is stated; its name allows nothing before 2018, and says nothing more.
const WORK_PROGRAMME: &[Row] = &[
    ("0001-01-01", "undetermined", None),
    ("2015-01-01", "undetermined", None),
    ("2017-01-01", "undetermined", None),
    ("2017-12-31", "undetermined", None),
    ("2018-01-01", "open", None),
    ("2026-11-24", "open", None),
    ("9999-12-31", "open", None),
];

/// Agreed in 2016, the day not stated, for 2016/2020, both years included.
const PLANS: &[Row] = &[
    ("0001-01-01", "not-yet-adopted", None),
    ("2015-12-31", "not-yet-adopted", None),
    ("2016-01-01", "undetermined", Some("2016/2020")),
    ("2016-08-05", "undetermined", Some("2016/2020")),
    ("2016-12-31", "undetermined", Some("2016/2020")),
    ("2017-01-01", "in-force", Some("2016/2020")),
    ("2020-12-31", "in-force", Some("2016/2020")),
    ("2021-01-01", "ended", Some("2016/2020")),
    ("9999-12-31", "ended", Some("2016/2020")),
];

/// Signed on a day, the term not stated.
const MEMORANDUM: &[Row] = &[
    ("0001-01-01", "not-yet-adopted", None),
    ("2018-11-13", "not-yet-adopted", None),
    ("2018-11-14", "open", None),
    ("2018-11-15", "open", None),
    ("9999-12-31", "open", None),
];

/// Endorsed in a month, for 2019/2020; extended on a day, until 2025.
const PROGRAMME: &[Row] = &[
    ("0001-01-01", "not-yet-adopted", None),
    ("2019-07-01", "not-yet-adopted", None),
    ("2019-08-31", "not-yet-adopted", None),
    ("2019-09-01", "undetermined", Some("2019/2020")),
    ("2019-09-30", "undetermined", Some("2019/2020")),
    ("2019-10-01", "in-force", Some("2019/2020")),
    ("2020-08-27", "in-force", Some("2019/2020")),
    ("2020-08-28", "in-force", Some("2019/2025")),
    ("2020-12-31", "in-force", Some("2019/2025")),
    ("2021-01-01", "in-force", Some("2019/2025")),
    ("2025-12-31", "in-force", Some("2019/2025")),
    ("2026-01-01", "ended", Some("2019/2025")),
    ("9999-12-31", "ended", Some("2019/2025")),
];

const INSTRUMENTS: [(&str, &[Row]); 6] = [
    ("work-programme-post-2017", WORK_PROGRAMME),
    ("agriculture-2016-2020", PLANS),
    ("sti-2016-2020", PLANS),
    ("energy-2016-2020", PLANS),
    ("mou-2018", MEMORANDUM),
    ("poc-2019", PROGRAMME),
];

#[test]
fn each_instrument_changes_its_state_on_the_day_that_the_table_says() {
    for (id, rows) in INSTRUMENTS {
        for (day, state, term) in rows {
            let answer = ask(&format!("instrument={id}&as-of={day}"));
            assert_eq!(answer["instruments"], json!([{"id": id, "state": state, "term": term}]), "{id} on {day}");
        }
    }
}

#[test]
fn a_state_holds_between_two_rows_of_the_table() {
    for (id, rows) in INSTRUMENTS {
        for pair in rows.windows(2) {
            let [(from, state, term), (to, ..)] = pair else { unreachable!() };
            // The day before the next row: nothing may change in between.
            let eve = crate::asking::day(to).plus(-1).max(crate::asking::day(from));
            let answer = ask(&format!("instrument={id}&as-of={eve}"));
            assert_eq!(
                answer["instruments"],
                json!([{"id": id, "state": state, "term": term}]),
                "{id} on {eve}, between {from} and {to}"
            );
        }
    }
}

#[test]
fn the_filter_by_state_agrees_with_the_table() {
    for (id, rows) in INSTRUMENTS {
        for (day, state, _) in rows {
            for other in ["not-yet-adopted", "in-force", "ended", "open", "undetermined"] {
                let answer = ask(&format!("state={other}&as-of={day}"));
                let listed = answer["instruments"].as_array().unwrap().iter().any(|row: &Value| row["id"] == id);
                assert_eq!(listed, other == *state, "{id} on {day}, {other}");
            }
        }
    }
}
