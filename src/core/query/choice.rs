//! The choices of the five filters.

use super::{Query, toggle};
use crate::model::{Coverage, InstrumentId, PartnershipId, SectorId};
use crate::time::known::State;

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
