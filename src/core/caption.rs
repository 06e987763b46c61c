//! What a step through time says: "5 of 10: Memorandum signed". Pure.
//!
//! Owns the words for one day of those that [`changes`] steps to: which of them it is, how many there are, and what happens on
//! it as far as the filters leave it.

use crate::locale::{Arg, msg};
use crate::model::{Column, EventId, InstrumentId};
use crate::shown::Shown;
use crate::state::changes;
use crate::time::Edtf;
use crate::time::known::{Known, State};
use crate::words::Words;

/// How many events, or instruments, are named before the rest is counted.
const NAMED: usize = 3;

/// What happens on the day shown; none on a day on which nothing changes.
pub fn caption(shown: &Shown) -> Option<Words> {
    let steps = changes(&shown.catalogue);
    let at = steps.binary_search(&shown.selection.day).ok()?;
    let moved = State::ALL.into_iter().map(|state| moved(shown, state));
    let what = core::iter::once(events(shown)).chain(moved).filter(|words| !words.is_empty());
    let what = Words::join(what, "; ");
    let what = if what.is_empty() { shown.locale.text(msg::CAPTION_NONE) } else { what };
    let (number, total) = (Arg::Number("number", at as u32 + 1), Arg::Number("total", steps.len() as u32));
    Some(shown.locale.format(msg::CAPTION, &[number, total, Arg::Words("what", &what)]))
}

/// Whether an event is known on the day, if that is another answer than on the eve.
fn learnt(shown: &Shown, id: EventId) -> Option<Known> {
    let (event, day) = (shown.catalogue.data.event(id), shown.selection.day);
    let known = event.known_on(day);
    (known != event.known_on(day.plus(-1))).then_some(known)
}

/// The events that may have happened from this day on, or surely have; with their dates where these are no single day.
fn events(shown: &Shown) -> Words {
    let learnt = shown.selection.events.iter().filter_map(|(id, _)| Some((*id, learnt(shown, *id)?)));
    let named = learnt.map(|(id, known)| {
        let event = shown.catalogue.data.event(id);
        let name = shown.text(&event.name);
        let mut date = match (&event.date, &event.date_by) {
            (None, Some(by)) => shown.locale.by(by),
            (Some(Edtf::Date(date)), _) if date.range().0 == date.range().1 => return name,
            (date, _) => shown.date(date.as_ref()),
        };
        if known == Known::Undetermined {
            date = date.and(", ").and(shown.locale.text(msg::MAY_BE_LATER));
        }
        name.and(" (").and(date).and(")")
    });
    shown.locale.first_of(named.collect(), NAMED, "; ")
}

/// The instruments that are in this state from the day on, unless an event of theirs tells why.
fn moved(shown: &Shown, state: State) -> Words {
    let (data, eve) = (&shown.catalogue.data, shown.selection.day.plus(-1));
    let is_told = |id: InstrumentId| {
        let mut events = data.terms(id).map(|term| term.event).chain(data.instrument(id).adopted);
        state != State::Ended && events.any(|event| learnt(shown, event).is_some())
    };
    let moved = shown.selection.columns.iter().filter_map(|column| match data.column(*column) {
        Column::Instrument(id) if shown.selection.standing(id).state == state => Some(id),
        _ => None,
    });
    let moved = moved.filter(|id| data.standing(*id, eve).state != state && !is_told(*id));
    let names: Vec<Words> = moved.map(|id| shown.text(&data.instrument(id).short)).collect();
    if names.is_empty() {
        return Words::default();
    }
    shown.locale.first_of(names, NAMED, ", ").and(": ").and(shown.locale.state(state))
}
