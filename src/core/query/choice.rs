//! The five filters and their choices.

use super::{Query, toggle};
use crate::locale::{Msg, msg};
use crate::model::{Coverage, InstrumentId, PartnershipId, SectorId};
use crate::time::known::State;

/// A filter with choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// Partnerships.
    Partnership,
    /// Kinds of coverage.
    Coverage,
    /// States of terms.
    Term,
    /// Instruments.
    Instrument,
    /// Sectors.
    Sector,
}

impl Facet {
    /// All of them, in the order in which readers see them.
    pub const ALL: [Facet; 5] = [Facet::Partnership, Facet::Coverage, Facet::Term, Facet::Instrument, Facet::Sector];

    /// Its name in the query string.
    pub fn id(self) -> &'static str {
        ["partnership", "coverage", "state", "instrument", "sector"][self as usize]
    }

    /// What readers call it.
    pub fn name(self) -> Msg {
        [msg::FILTER_PARTNERSHIP, msg::FILTER_COVERAGE, msg::FILTER_TERM, msg::FILTER_INSTRUMENT, msg::FILTER_SECTOR]
            [self as usize]
    }
}

/// A choice of a filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A partnership.
    Partnership(PartnershipId),
    /// A sector.
    Sector(SectorId),
    /// An instrument.
    Instrument(InstrumentId),
    /// A kind of coverage.
    Coverage(Coverage),
    /// A state.
    State(State),
}

impl Query {
    /// Sets a choice, or takes it back.
    pub fn toggle(&mut self, choice: Choice) {
        match choice {
            Choice::Partnership(id) => toggle(&mut self.partnerships, id),
            Choice::Sector(id) => toggle(&mut self.sectors, id),
            Choice::Instrument(id) => toggle(&mut self.instruments, id),
            Choice::Coverage(coverage) => toggle(&mut self.coverage, coverage),
            Choice::State(state) => toggle(&mut self.states, state),
        }
    }

    /// The choices of a filter that are set, in the order in which they were.
    pub fn set(&self, facet: Facet) -> Vec<Choice> {
        match facet {
            Facet::Partnership => self.partnerships.iter().map(|id| Choice::Partnership(*id)).collect(),
            Facet::Sector => self.sectors.iter().map(|id| Choice::Sector(*id)).collect(),
            Facet::Instrument => self.instruments.iter().map(|id| Choice::Instrument(*id)).collect(),
            Facet::Coverage => self.coverage.iter().map(|coverage| Choice::Coverage(*coverage)).collect(),
            Facet::Term => self.states.iter().map(|state| Choice::State(*state)).collect(),
        }
    }

    /// Whether a choice is set.
    pub fn has(&self, choice: Choice) -> bool {
        match choice {
            Choice::Partnership(id) => self.partnerships.contains(&id),
            Choice::Sector(id) => self.sectors.contains(&id),
            Choice::Instrument(id) => self.instruments.contains(&id),
            Choice::Coverage(coverage) => self.coverage.contains(&coverage),
            Choice::State(state) => self.states.contains(&state),
        }
    }
}
