//! The cells that follow through "implements" alone: what an instrument implements covers, it covers too, unless the
//! source says how.
//!
//! A cell follows from the nearest stated one, by the number of relations between them; of several as near, from the one
//! that stands first in the table `coverage`. Relations may lead in circles, since a packed dataset may be forged.

use super::{Column, InstrumentId, RelationKind, SectorId, Subject, Tables};
use crate::grouped::Grouped;
use crate::order;

/// A cell that follows from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inferred {
    /// The row.
    pub sector: SectorId,
    /// The instrument whose column it is in.
    pub instrument: InstrumentId,
    /// The instrument that is implemented, whose cell is stated or follows itself.
    pub implemented: InstrumentId,
    /// The row of the table `coverage` from which it follows in the end.
    pub source: usize,
    /// The row of the table `relations` by which it does.
    pub relation: usize,
}

/// The inferred cells in the order of the rows that they follow from, up to this many.
///
/// Goes through the sectors one by one and along each relation at most once for each, so it takes time in proportion to
/// what is stated and what comes out, times how often an instrument is implemented.
pub(super) fn cells(tables: &Tables, most: usize) -> Vec<Inferred> {
    let implements = implements(tables);
    let stated = Grouped::by(tables.sectors.len(), tables.coverage.iter().map(|row| row.sector.0));
    let mut cells: Vec<Inferred> = Vec::new();
    // For each instrument the last sector that was found to be in its column, counted from 1.
    let mut reached = vec![0; tables.instruments.len()];
    for sector in 0..tables.sectors.len() {
        let mut way: Vec<(InstrumentId, usize)> = Vec::new();
        for source in stated.of(sector) {
            if let Column::Instrument(instrument) = tables.coverage[*source as usize].column {
                reached[instrument.index()] = sector + 1;
                way.push((instrument, *source as usize));
            }
        }
        let mut walked = 0;
        while let Some((implemented, source)) = way.get(walked).copied() {
            walked += 1;
            for relation in implements.of(implemented.index()) {
                let relation = *relation as usize;
                let Subject::Instrument(instrument) = tables.relations[relation].subject else { continue };
                if core::mem::replace(&mut reached[instrument.index()], sector + 1) == sector + 1 {
                    continue;
                }
                way.push((instrument, source));
                cells.push(Inferred { sector: SectorId(sector as u16), instrument, implemented, source, relation });
                if cells.len() == most {
                    return cells;
                }
            }
        }
    }
    order::in_order(&cells, |cell| cell.source as i64)
}

/// The relations by which each instrument is implemented.
fn implements(tables: &Tables) -> Grouped {
    let mut pairs = Vec::new();
    for (at, relation) in (0..).zip(&tables.relations) {
        if let (Subject::Instrument(_), RelationKind::Implements, Subject::Instrument(object)) =
            (relation.subject, relation.kind, relation.object)
        {
            pairs.push((u32::from(object.0), at));
        }
    }
    Grouped::new(tables.instruments.len(), &pairs)
}
