//! The optional table of activities, column by column: it may have many thousand rows.

use super::ids::Ids;
use super::parse;
use super::row::{Context, Row};
use super::table::Table;
use super::told::{Arg, quoted};
use crate::told;
use atlas_core::limits;
use atlas_core::model::{Activities, ActivityState, InstrumentId, SectorId, Strings};
use std::collections::HashSet;

/// The cells of the matrix that an activity may belong to.
pub(super) type Covered = HashSet<(SectorId, InstrumentId)>;

/// Reads the activities; rows with problems are left out.
///
/// Without `covered` (the coverage table has problems itself) nobody can say that a cell is missing there.
pub(super) fn read(table: &Table, context: &Context, ids: &Ids, covered: Option<&Covered>) -> Activities {
    let mut all = Activities { titles: vec![Strings::default(); context.languages.len()], ..Activities::default() };
    for row in Row::all(table, context) {
        push(&mut all, row, ids, covered);
        if all.sectors.len() > limits::ACTIVITY_LINKS {
            row.too_many_links("sectors", all.sectors.len(), limits::ACTIVITY_LINKS);
            break;
        }
    }
    all
}

/// Appends a row; does nothing if it has a problem.
fn push(all: &mut Activities, row: Row, ids: &Ids, covered: Option<&Covered>) -> Option<()> {
    let instrument = row.required("instrument", |cell| ids.instruments.find(cell));
    let sectors = row.list("sectors", |cell| ids.sectors.find(cell).map(|id| (id, cell)));
    let title = row.text("title");
    let date = row.optional("date", parse::date);
    let state = row.required("state", parse::value(ActivityState::ALL, ActivityState::id));
    let (slug, evidence) = (row.slug(), row.evidence(ids));
    if let (Some(instrument), Some(sectors), Some(covered)) = (instrument, &sectors, covered) {
        for (_, slug) in sectors.iter().filter(|(sector, _)| !covered.contains(&(*sector, instrument))) {
            let expected = told!("row-in-coverage", table = Arg::Tables(vec!["coverage"]));
            row.report("sectors", told!("not-covered", value = quoted(slug)), expected);
        }
    }
    let (slug, instrument, sectors, title, date, state, evidence) =
        (slug?, instrument?, sectors?, title?, date?, state?, evidence?);
    all.slugs.push(&slug);
    for (language, titles) in all.titles.iter_mut().enumerate() {
        titles.push(title.get(language));
    }
    all.instruments.push(instrument);
    all.sectors.extend(sectors.iter().map(|(sector, _)| *sector));
    all.sector_ends.push(all.sectors.len() as u32);
    all.dates.push(date);
    all.states.push(state);
    all.sources.push(evidence.source);
    all.locators.push(&evidence.locator);
    Some(())
}
