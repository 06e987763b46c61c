//! The cells of the matrix that have something in them, and finding those of a row, of a column, or of a place.

use super::sparse::Sparse;
use crate::grouped::Grouped;
use crate::model::{Column, ColumnId, Coverage, Dataset, InstrumentId, SectorId};
use crate::order;

/// A cell of the matrix that has something in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record {
    /// The row.
    pub sector: SectorId,
    /// The column.
    pub column: ColumnId,
    /// How the sector is covered.
    pub coverage: Coverage,
    /// The row of the table `coverage` that says so; of an inferred cell, the one it follows from.
    pub source: usize,
    /// The instrument that is implemented, if the cell follows only through "implements".
    pub inferred: Option<InstrumentId>,
}

/// Every such cell.
#[derive(Debug)]
pub(super) struct Cells {
    /// First those that the source states, then those inferred.
    pub records: Vec<Record>,
    /// The records of each row.
    pub by_sector: Grouped,
    /// The records of each column.
    pub by_column: Grouped,
    /// The records by row, then by column.
    by_place: Vec<u32>,
}

impl Cells {
    /// The stated cells, then those that follow through "implements" alone.
    pub fn of(data: &Dataset) -> Cells {
        let stated = data.coverage().iter().enumerate().filter_map(|(source, row)| {
            let column = data.column_id(row.column)?;
            Some(Record { sector: row.sector, column, coverage: row.coverage, source, inferred: None })
        });
        let inferred = data.inferred().iter().filter_map(|cell| {
            let column = data.column_id(Column::Instrument(cell.instrument))?;
            let coverage = data.coverage()[cell.source].coverage;
            Some(Record {
                sector: cell.sector,
                column,
                coverage,
                source: cell.source,
                inferred: Some(cell.implemented),
            })
        });
        let records: Vec<Record> = stated.chain(inferred).collect();
        let group = |len: usize, of: fn(&Record) -> u16| Grouped::by(len, records.iter().map(of));
        Cells {
            by_sector: group(data.sectors().len(), |record| record.sector.0),
            by_column: group(data.columns().len(), |record| record.column.0),
            by_place: order::by_key(records.iter().map(place)).into_iter().map(|at| at as u32).collect(),
            records,
        }
    }

    /// The record at a place, by position.
    pub fn at(&self, sector: SectorId, column: ColumnId) -> Option<usize> {
        let of = |record: &u32| &self.records[*record as usize];
        let at = self.by_place.partition_point(|record| (of(record).sector, of(record).column) < (sector, column));
        let found =
            self.by_place.get(at).filter(|record| (of(record).sector, of(record).column) == (sector, column))?;
        Some(*found as usize)
    }

    /// How many numbers it holds, with five for a record.
    #[cfg(test)]
    pub fn size(&self) -> usize {
        5 * self.records.len() + self.by_sector.size() + self.by_column.size() + self.by_place.len()
    }

    /// The activities in each cell; what an activity names beside the cells is in none.
    pub fn activities(&self, data: &Dataset) -> Sparse {
        let activities = data.activities();
        let of = Grouped::by(data.instruments().len(), activities.instruments.iter().map(|id| id.0));
        let mut pairs = Vec::with_capacity(activities.sectors.len());
        // For each sector its record in the column at hand.
        let mut own: Vec<Option<u32>> = vec![None; data.sectors().len()];
        for (id, _) in data.instruments() {
            let Some(column) = data.column_id(Column::Instrument(id)) else { continue };
            let sectors =
                || self.by_column.of(column.index()).iter().map(|at| (self.records[*at as usize].sector.index(), *at));
            sectors().for_each(|(sector, record)| own[sector] = Some(record));
            for activity in of.of(id.index()) {
                let records = activities.sectors(*activity as usize).iter().filter_map(|sector| own[sector.index()]);
                pairs.extend(records.map(|record| (record, *activity)));
            }
            sectors().for_each(|(sector, _)| own[sector] = None);
        }
        Sparse::new(self.records.len(), &pairs)
    }
}

/// The key of a record's place among all.
fn place(record: &Record) -> i64 {
    order::pair(record.sector.0.into(), record.column.0.into())
}
