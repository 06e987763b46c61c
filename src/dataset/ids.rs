//! The ids of the tables, and finding one by its slug.

use super::near;
use super::nearest::nearest;
use super::parse::{self, Fault};
use super::row::{Context, Row};
use super::table::Table;
use super::told::{Arg, Told, quoted};
use crate::told;
use atlas_core::model::{EventId, GroupId, InstrumentId, PartnershipId, ProposalId, SectorId, SourceId, Subject};
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

/// The ids of a table, or of several that share their ids.
pub(super) struct Index<'a, T> {
    /// Whose ids they are.
    tables: Vec<&'static str>,
    ids: HashMap<&'a str, T>,
    /// The ids that malformed ones were likely meant to be: those are reported already.
    meant: HashSet<String>,
    /// Whether an id that is not here is unknown indeed.
    complete: bool,
    /// What an unknown id is nearest to; the same one is often asked for again.
    nearest: RefCell<HashMap<String, Option<String>>>,
}

/// A table, and what a position in it is an id of.
type Part<'a, T> = (&'a Table, fn(u16) -> T);

impl<'a, T: Copy> Index<'a, T> {
    fn of(tables: &[Part<'a, T>]) -> Index<'a, T> {
        let (mut ids, mut meant) = (HashMap::new(), HashSet::new());
        for (table, id) in tables {
            for (position, record) in table.records.iter().enumerate() {
                if let Some(slug) = table.slug(record) {
                    // Of two rows with one id the first is meant; the second is reported elsewhere.
                    ids.entry(slug).or_insert(id(position as u16));
                    if !parse::is_id(slug) {
                        meant.extend(near::id(slug));
                    }
                }
            }
        }
        let names = tables.iter().map(|(table, _)| table.schema.name).collect();
        let complete = tables.iter().all(|(table, _)| table.complete);
        Index { tables: names, ids, meant, complete, nearest: RefCell::default() }
    }

    /// The id of this slug.
    pub fn find(&self, slug: &str) -> Result<T, Fault> {
        match self.ids.get(slug) {
            Some(id) => Ok(*id),
            None if !self.complete || self.meant.contains(slug) => Err(Fault::Elsewhere),
            None => Err(Fault::new(told!("unknown-id", value = quoted(slug)), self.expectation(slug))),
        }
    }

    fn expectation(&self, slug: &str) -> Told {
        let mut known = self.nearest.borrow_mut();
        let near = known.entry(slug.into()).or_insert_with(|| nearest(slug, self.ids.keys().copied()).map(quoted));
        let tables = Arg::Tables(self.tables.clone());
        match near {
            Some(near) => told!("id-of-near", tables = tables, near = near.clone()),
            None => told!("id-of-none", tables = tables),
        }
    }
}

/// Every id that a row can refer to.
pub(super) struct Ids<'a> {
    pub sources: Index<'a, SourceId>,
    pub partnerships: Index<'a, PartnershipId>,
    pub groups: Index<'a, GroupId>,
    pub sectors: Index<'a, SectorId>,
    pub instruments: Index<'a, InstrumentId>,
    pub proposals: Index<'a, ProposalId>,
    pub events: Index<'a, EventId>,
    /// Instruments, proposals and events: what a relation can join.
    pub subjects: Index<'a, Subject>,
    /// The sections of each source, in authored order.
    pub sections: HashMap<SourceId, Vec<&'a str>>,
    /// Each section with its source: every row of every table asks for one.
    pub has_section: HashSet<(SourceId, &'a str)>,
    /// Whether a section that is not there is unknown indeed.
    pub sections_complete: bool,
}

impl<'a> Ids<'a> {
    /// Gathers the ids of these tables.
    pub fn of(tables: &'a super::Files) -> Ids<'a> {
        let sources = Index::of(&[(&tables.sources, SourceId)]);
        let mut sections: HashMap<SourceId, Vec<&str>> = HashMap::new();
        let mut has_section = HashSet::new();
        for record in &tables.sections.records {
            let source = tables.sections.named(record, "source").and_then(|source| sources.ids.get(source));
            if let (Some(source), Some(slug)) = (source, tables.sections.slug(record)) {
                sections.entry(*source).or_default().push(slug);
                has_section.insert((*source, slug));
            }
        }
        Ids {
            partnerships: Index::of(&[(&tables.partnerships, PartnershipId)]),
            groups: Index::of(&[(&tables.groups, GroupId)]),
            sectors: Index::of(&[(&tables.sectors, SectorId)]),
            instruments: Index::of(&[(&tables.instruments, InstrumentId)]),
            proposals: Index::of(&[(&tables.proposals, ProposalId)]),
            events: Index::of(&[(&tables.events, EventId)]),
            subjects: Index::of(&[
                (&tables.instruments, |id| Subject::Instrument(InstrumentId(id))),
                (&tables.proposals, |id| Subject::Proposal(ProposalId(id))),
                (&tables.events, |id| Subject::Event(EventId(id))),
            ]),
            sections,
            has_section,
            sections_complete: tables.sections.complete && tables.sources.complete,
            sources,
        }
    }
}

/// Reports every id that is missing, malformed or given twice.
///
/// Partnerships, instruments, proposals and events share one set of ids: a query names a column by its partnership's
/// or its instrument's id, and a relation joins any two of the others.
pub(super) fn check(tables: &super::Files, context: &Context) {
    let shared = [&tables.partnerships, &tables.instruments, &tables.proposals, &tables.events];
    check_set(&shared, context);
    for table in [&tables.sources, &tables.groups, &tables.sectors, &tables.activities] {
        check_set(&[table], context);
    }
}

fn check_set(tables: &[&Table], context: &Context) {
    let mut seen: HashMap<&str, (&'static str, u32)> = HashMap::new();
    for table in tables {
        for row in Row::all(table, context) {
            let Some(slug) = row.id() else { continue };
            let own = (table.schema.name, row.number());
            if let Some(&(first, number)) = seen.get(slug) {
                let first = Arg::Tables(vec![first]);
                let what = told!("duplicate-id", value = quoted(slug), row = number as usize, table = first);
                row.report("id", what, told!("id-of-no-other"));
            } else {
                seen.insert(slug, own);
            }
        }
    }
}
