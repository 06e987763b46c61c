//! The timeline without its drawing: each instrument with its state and term, and the events in order of time, by date or
//! by the instruments that they concern.

use super::lane::Turns;
use crate::locale::{Arg, msg};
use crate::model::{Column, EventId, InstrumentId, PartnershipId};
use crate::order;
use crate::shown::Shown;
use crate::time::Day;
use crate::time::known::Known;
use crate::words::Words;

/// All events: the dated ones by the last day that they can have been, and the others.
///
/// A year therefore stands after the days of that year. That is no claim: what cannot be ordered says so.
pub fn ordered(shown: &Shown) -> (Vec<EventId>, Vec<EventId>) {
    let date = |id: EventId| shown.catalogue.data.event(id).date;
    let (dated, undated): (Vec<_>, Vec<_>) =
        shown.catalogue.data.events().map(|(id, _)| id).partition(|id| date(*id).is_some());
    let ends = dated.iter().map(|id| i64::from(date(*id).and_then(|date| date.last()).unwrap_or(Day::MAX).number()));
    let dated = order::by_key(ends).into_iter().map(|at| dated[at]).collect();
    (dated, undated)
}

/// Up to how many events make one list.
const FEW: usize = 60;

/// The dated events that the filters leave by their years, where they are too many for one list. Those of no one year, known by
/// the decade or as a span, stand between the years by themselves.
pub fn years(shown: &Shown, dated: &[EventId]) -> Option<Vec<(Option<i32>, Vec<EventId>)>> {
    if shown.selection.events.len() <= FEW {
        return None;
    }
    let mut years: Vec<(Option<i32>, Vec<EventId>)> = Vec::new();
    for id in dated.iter().filter(|id| shown.selection.event(**id).is_some()) {
        let (first, last) =
            shown.catalogue.data.event(*id).date.map_or((Day::MIN, Day::MAX), |date| date.interval().reach());
        let year = Some(first.ymd().0).filter(|year| *year == last.ymd().0);
        match years.iter_mut().rev().find(|(other, _)| *other == year).filter(|_| year.is_some()) {
            Some((_, events)) => events.push(*id),
            None => years.push((year, vec![*id])),
        }
    }
    Some(years)
}

/// The instruments that the filters leave, by partnership.
pub fn instruments(shown: &Shown) -> Vec<(PartnershipId, Vec<InstrumentId>)> {
    let data = &shown.catalogue.data;
    let mut groups: Vec<(PartnershipId, Vec<InstrumentId>)> = Vec::new();
    for column in &shown.selection.columns {
        let Column::Instrument(id) = data.column(*column) else { continue };
        let partnership = data.instrument(id).partnership;
        match groups.last_mut() {
            Some((last, ids)) if *last == partnership => ids.push(id),
            _ => groups.push((partnership, vec![id])),
        }
    }
    groups
}

/// The events that the filters leave, in order: of each instrument that they leave, and those of none of these.
pub fn by_instrument(shown: &Shown) -> (Vec<Vec<EventId>>, Vec<EventId>) {
    let data = &shown.catalogue.data;
    let (mut of, mut rest) = (vec![Vec::new(); data.instruments().len()], Vec::new());
    let (dated, undated) = ordered(shown);
    for event in dated.into_iter().chain(undated).filter(|event| shown.selection.event(*event).is_some()) {
        let is_left = |id: &&InstrumentId| shown.selection.has_instrument(data, **id);
        let mut own = data.event(event).instruments.iter().filter(is_left).peekable();
        if own.peek().is_none() {
            rest.push(event);
        }
        own.for_each(|id| of[id.index()].push(event));
    }
    (of, rest)
}

/// State and term of an instrument, as the drawing shows them: "within its stated term, 2019–2020; 2019–2025 – known only
/// later".
pub fn standing(shown: &Shown, id: InstrumentId) -> Words {
    let data = &shown.catalogue.data;
    let locale = shown.locale;
    let standing = shown.selection.standing(id);
    let mut words = locale.state(standing.state);
    if let Some(term) = standing.term {
        words = words.and(", ").and(locale.term(&term));
    }
    if data.instrument(id).adopted.is_none() {
        words = words.and(", ").and(locale.text(msg::ADOPTION_NOT_STATED));
    }
    for row in data.terms(id).filter(|row| standing.term != Some(row.term)) {
        let note = match data.event(row.event).known_on(shown.selection.day) {
            Known::Yes => continue,
            Known::No => msg::SIGN_LATER,
            Known::Undetermined => msg::MAY_BE_LATER,
        };
        words = words.and("; ").and(locale.term(&row.term)).and(" – ").and(locale.text(note));
    }
    let turns = Turns::of(&shown.changes, id);
    if !turns.is_empty() {
        words = words.and("; ").and(turns.words(shown));
    }
    if let Some(doubt) = shown.doubt(id) {
        words = words.and(". ").and(doubt);
    }
    words
}

/// "As known on 15 October 2019", over the instruments.
pub fn heading(shown: &Shown) -> Words {
    let date = shown.locale.day(shown.selection.day);
    shown.locale.format(msg::LIST_INSTRUMENTS, &[Arg::Words("date", &date)])
}
