//! What changed between two days: adopted, extended, ended. Pure.

use crate::model::{Dataset, InstrumentId};
use crate::time::known::{Standing, State};
use crate::time::{Day, Interval};

/// A change in what is known of an instrument, from the earlier day to the later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which.
    pub instrument: InstrumentId,
    /// What.
    pub kind: ChangeKind,
}

/// What changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// It was adopted in between.
    Adopted,
    /// It may have been adopted: the precision of its date does not say on which side of a day it lies.
    MayBeAdopted,
    /// Another term became known.
    Extended {
        /// The term known before.
        from: Interval,
        /// The term known afterwards.
        to: Interval,
    },
    /// Its stated term ended.
    Ended,
}

/// The changes between two days, in whichever order they are given; by instrument, as authored.
pub fn between(data: &Dataset, one: Day, other: Day) -> Vec<Change> {
    let (earlier, later) = (one.min(other), one.max(other));
    let mut changes = Vec::new();
    for (instrument, _) in data.instruments() {
        let standings = (data.standing(instrument, earlier), data.standing(instrument, later));
        kinds(standings.0, standings.1, &mut |kind| changes.push(Change { instrument, kind }));
    }
    changes
}

fn kinds(before: Standing, after: Standing, push: &mut dyn FnMut(ChangeKind)) {
    let adopted = |standing: Standing| match standing.state {
        State::NotYetAdopted => Some(false),
        State::Undetermined if standing.in_doubt_of_adoption() => None,
        _ => Some(true),
    };
    match (adopted(before), adopted(after)) {
        (Some(false), Some(true)) => push(ChangeKind::Adopted),
        (Some(false), None) | (None, Some(true)) => push(ChangeKind::MayBeAdopted),
        _ => {}
    }
    if let (Some(from), Some(to)) = (before.term, after.term)
        && from != to
    {
        push(ChangeKind::Extended { from, to });
    }
    if before.state != State::Ended && after.state == State::Ended {
        push(ChangeKind::Ended);
    }
}
