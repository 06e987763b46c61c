//! The days to which a reader steps: those on which something that is known, or a state, changes.

use crate::order;
use crate::query::Catalogue;
use crate::time::{Bound, Day, Interval, PartialDate};

/// The days on which anything that is known, or any state, changes; sorted.
///
/// A month counts with its first day, on which things become undetermined, and with the day after its last.
pub fn changes(catalogue: &Catalogue) -> Vec<Day> {
    let data = &catalogue.data;
    let mut days = Vec::new();
    let mut date = |date: &PartialDate| {
        days.push(date.range().0);
        if date.range().0 != date.range().1 {
            days.push(date.range().1.plus(1));
        }
    };
    for (_, event) in data.events() {
        let interval = event.bounds().map(|date| date.interval());
        interval.iter().flat_map(|interval| [interval.start, interval.end]).for_each(|bound| {
            if let Bound::Date(bound) = bound {
                date(&bound);
            }
        });
    }
    for (id, row) in data.instruments() {
        days.extend(row.not_before.as_ref().map(|limit| limit.date.first()));
        for Interval { end, .. } in data.terms(id).map(|term| term.term) {
            days.extend(end.date().map(|end| end.range().1.plus(1)));
        }
    }
    let mut sorted: Vec<Day> =
        order::by_key(days.iter().map(|day| i64::from(day.number()))).into_iter().map(|at| days[at]).collect();
    sorted.dedup();
    sorted
}
