//! Which rows belong to an instrument, an event or a proposal, so that nobody has to walk a table to find them.

use super::{Subject, Tables};
use crate::grouped::Grouped;

/// The rows of some tables by what they belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Belonging {
    /// The terms of each instrument.
    pub terms: Grouped,
    /// The events that concern each instrument.
    pub events: Grouped,
    /// The participants of each event.
    pub participants: Grouped,
    /// The relations of each instrument, then of each proposal, then of each event.
    relations: Grouped,
}

impl Belonging {
    pub fn of(tables: &Tables) -> Belonging {
        let instruments = tables.instruments.len();
        // An event that names an instrument twice, as a forged one may, is one event of it.
        let mut last = vec![u32::MAX; instruments];
        let mut events = Vec::new();
        for (at, row) in (0..).zip(&tables.events) {
            for instrument in &row.instruments {
                if core::mem::replace(&mut last[instrument.index()], at) != at {
                    events.push((u32::from(instrument.0), at));
                }
            }
        }
        let relations = (0..).zip(&tables.relations).flat_map(|(at, row)| {
            let ends = (number(tables, row.subject), number(tables, row.object));
            [Some(ends.0), (ends.0 != ends.1).then_some(ends.1)].into_iter().flatten().map(move |end| (end, at))
        });
        let subjects = instruments + tables.proposals.len() + tables.events.len();
        Belonging {
            terms: Grouped::by(instruments, tables.terms.iter().map(|row| row.instrument.0)),
            events: Grouped::new(instruments, &events),
            participants: Grouped::by(tables.events.len(), tables.participants.iter().map(|row| row.event.0)),
            relations: Grouped::new(subjects, &relations.collect::<Vec<_>>()),
        }
    }

    /// The rows of the relations that a record has as their subject or as their object.
    pub fn relations_of(&self, tables: &Tables, record: Subject) -> &[u32] {
        self.relations.of(number(tables, record) as usize)
    }
}

/// Instruments, proposals and events, numbered one after the other.
fn number(tables: &Tables, record: Subject) -> u32 {
    let instruments = tables.instruments.len();
    let number = match record {
        Subject::Instrument(id) => id.index(),
        Subject::Proposal(id) => instruments + id.index(),
        Subject::Event(id) => instruments + tables.proposals.len() + id.index(),
    };
    number as u32
}
