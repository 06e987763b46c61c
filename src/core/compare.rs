//! What changed between two days. Pure.
//!
//! Owns two answers: [`acts`], every dated act in between, which readers are told; and [`between`], whose standing differs,
//! by which columns and lanes are marked. An instrument may be adopted and extended in between: its standing then tells the
//! last of that, the acts tell all.

use crate::model::{Column, Coverage, Dataset, EventId, InstrumentId, SectorId};
use crate::order;
use crate::query::{Bits, Catalogue, Selection};
use crate::time::known::{Known, Standing, State};
use crate::time::{Bound, Day, Edtf, Interval, Order, Qualifier};

/// What was done between two days, or came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Act {
    /// What.
    pub what: Deed,
    /// When; of a term that ended, its last year, month or day.
    pub date: Edtf,
    /// Whether it surely lies between the two days; else the precision of a date leaves that open.
    pub is_sure: bool,
    /// The first and the last day on which it can have been.
    range: (Day, Day),
}

/// What an act is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// A dated event.
    Event(EventId),
    /// The stated term of an instrument ended.
    Ended(InstrumentId),
}

impl Act {
    /// The kind in results: that of the event, or `ended`.
    pub fn kind(&self, data: &Dataset) -> &'static str {
        match self.what {
            Deed::Event(id) => data.event(id).kind.id(),
            Deed::Ended(_) => State::Ended.id(),
        }
    }

    /// The id in results: the event's, or that of the instrument whose term ended.
    pub fn slug<'a>(&self, data: &'a Dataset) -> &'a str {
        match self.what {
            Deed::Event(id) => &data.event(id).slug,
            Deed::Ended(id) => &data.instrument(id).slug,
        }
    }

    /// The first and the last day on which it can have been; of a term, those from which on it may have been over.
    pub fn days(&self) -> (Day, Day) {
        self.range
    }

    /// Whether it cannot be known which of two acts came first. Two acts of one day have no order to know.
    pub fn is_unordered_to(&self, other: &Act) -> bool {
        let (one, two) = (self.range, other.range);
        one.0 <= two.1 && two.0 <= one.1 && !(one == two && one.0 == one.1)
    }
}

/// Every dated act between the day of a selection and another, in whichever order these are: the events that concern what
/// the filters leave, and the ends of the terms of the instruments that they leave. An undated event is none of them.
///
/// They stand in the order of the first days on which they can have been, which [`Act::is_unordered_to`] says to be no more
/// than that where dates overlap.
pub fn acts(catalogue: &Catalogue, selection: &Selection, other: Day) -> Vec<Act> {
    let data = &catalogue.data;
    let (earlier, later) = (other.min(selection.day), other.max(selection.day));
    let events = selection.events.iter().filter_map(|(id, _)| happened(data, *id, earlier, later));
    let instruments = selection.columns.iter().filter_map(|column| match data.column(*column) {
        Column::Instrument(id) => Some(id),
        Column::Outside(_) => None,
    });
    let ends = instruments.flat_map(|id| ended(data, id, earlier, later));
    let acts: Vec<Act> = if earlier == later { Vec::new() } else { events.chain(ends).collect() };
    // Of two that can have been from the same day on, the one whose date says more comes first.
    let key = |act: &Act| {
        i64::from(act.range.0.number()) << 14 | i64::from(act.range.1.number() - act.range.0.number()).min(0x3fff)
    };
    order::by_key(acts.iter().map(key)).into_iter().map(|at| acts[at]).collect()
}

fn happened(data: &Dataset, id: EventId, earlier: Day, later: Day) -> Option<Act> {
    let date = data.event(id).date?;
    let is_sure = match (Known::on(Some(&date), earlier), Known::on(Some(&date), later)) {
        (Known::Yes, _) | (_, Known::No) => return None,
        (Known::No, Known::Yes) => true,
        _ => false,
    };
    let Interval { start, end } = date.interval();
    let range =
        (start.date().map_or(Day::MIN, |date| date.range().0), end.date().map_or(Day::MAX, |date| date.range().1));
    Some(Act { what: Deed::Event(id), date, is_sure, range })
}

/// The ends of the terms of an instrument, each over from the day after it on. A term that another had replaced by then has
/// no end of its own; one that was lengthened later has.
fn ended(data: &Dataset, id: InstrumentId, earlier: Day, later: Day) -> impl Iterator<Item = Act> {
    data.terms(id).filter_map(move |row| {
        let Bound::Date(end) = row.term.end else { return None };
        let (before, after) = (row.term.order_of(earlier), row.term.order_of(later));
        if before == Order::After || !matches!(after, Order::After | Order::Undetermined) {
            return None;
        }
        let (first, last) = if end.qualifier() == Qualifier::None { (end.last(), end.last()) } else { end.range() };
        let standing = data.standing(id, last.plus(1).min(later));
        let is_sure = standing.state == State::Ended && before != Order::Undetermined;
        let act = Act { what: Deed::Ended(id), date: Edtf::Date(end), is_sure, range: (first.plus(1), last.plus(1)) };
        (standing.term == Some(row.term)).then_some(act)
    })
}

/// The columns whose cells an act brought in or ended.
pub fn moved(catalogue: &Catalogue, acts: &[Act]) -> Bits {
    let data = &catalogue.data;
    let mut columns = Bits::new(data.columns().len());
    let mut insert = |id: InstrumentId| {
        data.column_id(Column::Instrument(id)).into_iter().for_each(|column| columns.insert(column.index()));
    };
    for act in acts {
        match act.what {
            Deed::Ended(id) => insert(id),
            Deed::Event(event) => {
                let adopted = |id: &&InstrumentId| data.instrument(**id).adopted == Some(event);
                data.event(event).instruments.iter().filter(adopted).for_each(|id| insert(*id));
            }
        }
    }
    columns
}

/// The sectors that the act by which an instrument was adopted brought in, as far as the filters leave them; by coverage.
pub fn brought_in(
    catalogue: &Catalogue,
    selection: &Selection,
    instrument: InstrumentId,
) -> Vec<(Coverage, Vec<SectorId>)> {
    let Some(column) = catalogue.data.column_id(Column::Instrument(instrument)) else { return Vec::new() };
    let own = |coverage: Coverage| {
        let cells = selection.cells.iter().filter(|cell| cell.column == column);
        let stated = cells.filter(|cell| {
            let record = &catalogue.records()[cell.record];
            record.coverage == coverage && record.inferred.is_none()
        });
        (coverage, stated.map(|cell| cell.sector).collect::<Vec<_>>())
    };
    Coverage::ALL.iter().map(|coverage| own(*coverage)).filter(|(_, sectors)| !sectors.is_empty()).collect()
}

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
