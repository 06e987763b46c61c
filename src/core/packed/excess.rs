//! Which of the limits a dataset goes beyond.

use crate::limits;
use crate::model::{Dataset, Tables};

/// What there is too much of in a dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Excess {
    /// What: mostly the name of a table.
    pub what: &'static str,
    /// How many there are.
    pub found: usize,
    /// How many there may be.
    pub most: usize,
}

/// The first of the limits that the tables go beyond. That of the inferred cells is for those who have a
/// [`Dataset`].
pub fn excess(tables: &Tables) -> Option<Excess> {
    let sections = tables.sources.iter().map(|source| source.sections.len()).sum();
    let instruments = tables.events.iter().map(|event| event.instruments.len()).sum();
    let proposals = tables.events.iter().map(|event| event.proposals.len()).sum();
    let sizes = [
        ("languages", tables.languages.len(), limits::LANGUAGES),
        ("sources", tables.sources.len(), limits::SOURCES),
        ("sections", sections, limits::SECTIONS),
        ("partnerships", tables.partnerships.len(), limits::PARTNERSHIPS),
        ("groups", tables.groups.len(), limits::GROUPS),
        ("sectors", tables.sectors.len(), limits::SECTORS),
        ("instruments", tables.instruments.len(), limits::INSTRUMENTS),
        ("proposals", tables.proposals.len(), limits::PROPOSALS),
        ("coverage", tables.coverage.len(), limits::COVERAGE),
        ("events", tables.events.len(), limits::EVENTS),
        ("instruments of events", instruments, limits::EVENT_LINKS),
        ("proposals of events", proposals, limits::EVENT_LINKS),
        ("terms", tables.terms.len(), limits::TERMS),
        ("participants", tables.participants.len(), limits::PARTICIPANTS),
        ("relations", tables.relations.len(), limits::RELATIONS),
        ("activities", tables.activities.len(), limits::ACTIVITIES),
        ("sectors of activities", tables.activities.sectors.len(), limits::ACTIVITY_LINKS),
    ];
    sizes.into_iter().find(|(_, found, most)| found > most).map(|(what, found, most)| Excess { what, found, most })
}

/// The same of the cells that follow from the relations.
pub(super) fn excess_of_inferred(dataset: &Dataset) -> Option<Excess> {
    let found = dataset.inferred().len();
    (found > limits::INFERRED).then_some(Excess { what: "inferred cells", found, most: limits::INFERRED })
}
