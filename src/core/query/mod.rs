//! What a reader asks, and the answer.
//!
//! Owns the one value that holds every filter ([`Query`]), its form in addresses ([`url`]), the index over a dataset
//! ([`Catalogue`]) and the selection from it (`select`). It knows no clock (today is passed in), no browser and no
//! markup.
//!
//! How a query is answered, in stages:
//! 1. words of the search are looked up in a sorted vocabulary (`search`, `vocabulary`), which the first search makes, giving a set of matching rows (`found`);
//! 2. each coverage record gets a mask of the filters that it fails; no bit: it is left, one bit: it counts for the
//!    choices of that filter (`select`);
//! 3. activities hang in the cells of the matrix as bit sets (`sparse`), so theirs is an OR of cells and a count of bits;
//! 4. columns, rows and events follow from the records that are left.

mod bits;
mod cells;
mod choice;
mod fold;
mod found;
mod gathering;
mod index;
mod notes;
mod search;
mod select;
mod sought;
mod sparse;
mod texts;
pub mod url;
mod vocabulary;

pub use bits::Bits;
pub use cells::Record;
pub use choice::{Choice, Facet};
pub use fold::folded;
pub use gathering::Gathering;
pub use index::{Catalogue, Span};
pub use select::{Cell, Facets, Selection, Unit};
pub use sought::Sought;

use crate::letters;
use crate::locale::{Locale, Msg, msg};
use crate::model::{ColumnId, Coverage, Event, EventId, InstrumentId, PartnershipId, SectorId};
use crate::time::known::State;
use crate::time::{Day, Interval};

/// The state of all filters and views: everything that is shown is derived from it.
///
/// Lists are kept sorted and without doubles, so that equal queries are equal values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The search, as typed.
    pub text: String,
    /// Partnerships to keep; all if empty, as with every list.
    pub partnerships: Vec<PartnershipId>,
    /// Sectors to keep.
    pub sectors: Vec<SectorId>,
    /// Instruments to keep.
    pub instruments: Vec<InstrumentId>,
    /// Kinds of coverage to keep.
    pub coverage: Vec<Coverage>,
    /// States, as known on the day, to keep.
    pub states: Vec<State>,
    /// The day `D` of "as known on D".
    pub as_of: AsOf,
    /// A second day: what changed between the two is shown.
    pub compare: Option<Day>,
    /// Keep only the sectors that no instrument covers which is within its stated term or has none.
    pub gaps: bool,
    /// Add the cells that follow only through "implements".
    pub inferred: bool,
    /// The views to show; `None` leaves it to the page.
    pub view: Option<View>,
    /// What is selected.
    pub select: Option<Target>,
    /// The language; `None` leaves it to the page.
    pub lang: Option<Locale>,
    /// The window of the timeline; `None` is all of it.
    pub range: Option<Interval>,
}

/// The day that a query asks about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AsOf {
    /// The reader's today, whenever that is.
    #[default]
    Today,
    /// This day.
    On(Day),
}

impl AsOf {
    /// The day meant, if today is `today`.
    pub fn day(self, today: Day) -> Day {
        match self {
            AsOf::Today => today,
            AsOf::On(day) => day,
        }
    }
}

/// Which views are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Matrix and timeline.
    #[default]
    Both,
    /// The sector matrix.
    Matrix,
    /// The timeline.
    Timeline,
}

impl View {
    /// All of them, in the order in which readers see them.
    pub const ALL: [View; 3] = [View::Both, View::Matrix, View::Timeline];

    /// The name in query strings and attributes.
    pub fn id(self) -> &'static str {
        match self {
            View::Both => "both",
            View::Matrix => "matrix",
            View::Timeline => "timeline",
        }
    }

    /// What readers call it.
    pub fn name(self) -> Msg {
        [msg::VIEW_BOTH, msg::VIEW_MATRIX, msg::VIEW_TIMELINE][self as usize]
    }

    /// The view of this name.
    pub fn parse(id: &str) -> Option<View> {
        View::ALL.into_iter().find(|view| view.id() == id)
    }
}

/// What a reader can select.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A row of the matrix.
    Sector(SectorId),
    /// An instrument: a column of the matrix, a lane of the timeline.
    Instrument(InstrumentId),
    /// An event.
    Event(EventId),
    /// A cell.
    Cell(SectorId, ColumnId),
}

impl Query {
    /// Sets the search to what [`letters`] leaves of what was typed; returns what was dropped, as a query string has it.
    pub fn search(&mut self, typed: &str) -> Option<String> {
        let dropped;
        (self.text, dropped) = letters::searched(typed);
        (!dropped.is_empty()).then(|| ["q=", &dropped].concat())
    }

    /// Whether anything but the day, the view and the selection narrows what is shown.
    pub fn is_filtered(&self) -> bool {
        !self.text.trim().is_empty() || self.gaps || self.filters() > 0
    }

    /// Whether it asks for nothing but pairs of what the source names: partnerships, instruments and sectors.
    pub fn is_about_pairs(&self) -> bool {
        self.text.trim().is_empty() && self.coverage.is_empty() && self.states.is_empty() && !self.gaps
    }

    /// How many choices of the five filters are active.
    pub fn filters(&self) -> usize {
        self.partnerships.len() + self.sectors.len() + self.instruments.len() + self.coverage.len() + self.states.len()
    }

    /// The partnership in whose forum an event was held, where the filter on partnerships keeps the event for that alone.
    pub fn kept_for_forum(&self, event: &Event) -> Option<PartnershipId> {
        let is_about = self.partnerships.is_empty() || self.partnerships.contains(&event.partnership);
        event.forum_of.filter(|_| !is_about)
    }

    /// The query without its filters: same day, same view, same language.
    pub fn cleared(&self) -> Query {
        Query {
            as_of: self.as_of,
            compare: self.compare,
            inferred: self.inferred,
            view: self.view,
            select: self.select,
            lang: self.lang,
            range: self.range,
            ..Query::default()
        }
    }
}

/// Puts a value into a sorted list, once.
pub fn include<T: Ord + Copy>(list: &mut Vec<T>, value: T) {
    if let Err(at) = list.binary_search(&value) {
        list.insert(at, value);
    }
}

/// Puts a value into a sorted list, or takes it out if it is there.
pub fn toggle<T: Ord + Copy>(list: &mut Vec<T>, value: T) {
    match list.binary_search(&value) {
        Ok(at) => {
            list.remove(at);
        }
        Err(at) => list.insert(at, value),
    }
}
