//! What the matrix has: its rows and columns in their order, and each row as a value.
//!
//! The grid holds all of them: what the filters leave out stays in the table and is hidden, since making a cell costs a
//! browser many times what hiding it costs.

mod row;

pub use row::{CellPicture, Columns, Entry, Place, RowPicture};

use crate::model::{Column, ColumnId, GroupId, InstrumentId, PartnershipId, SectorId};
use crate::order;
use crate::query::{Catalogue, Selection};
use crate::state::Arrangement;

/// The rows and columns of the matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// The columns under each partnership.
    pub heads: Vec<(PartnershipId, Vec<ColumnId>)>,
    /// The rows in each group.
    pub groups: Vec<(GroupId, Vec<SectorId>)>,
}

impl Grid {
    /// All rows and columns, arranged as asked for.
    pub fn of(catalogue: &Catalogue, selection: &Selection, by: Arrangement) -> Grid {
        let mut heads: Vec<(PartnershipId, Vec<ColumnId>)> = Vec::new();
        for (column, _) in catalogue.data.columns() {
            let partnership = catalogue.partnership_of(column);
            match heads.last_mut() {
                Some((last, columns)) if *last == partnership => columns.push(column),
                _ => heads.push((partnership, vec![column])),
            }
        }
        let mut groups: Vec<(GroupId, Vec<SectorId>)> =
            catalogue.data.groups().map(|(id, _)| (id, Vec::new())).collect();
        for (sector, row) in catalogue.data.sectors() {
            groups[row.group.index()].1.push(sector);
        }
        if by == Arrangement::Coverage {
            let (mut by_column, mut by_sector) =
                (vec![0; catalogue.data.columns().len()], vec![0; catalogue.data.sectors().len()]);
            for cell in &selection.cells {
                by_column[cell.column.index()] -= 1;
                by_sector[cell.sector.index()] -= 1;
            }
            for (_, columns) in &mut heads {
                let keys = columns.iter().map(|column| by_column[column.index()]);
                *columns = order::by_key(keys).into_iter().map(|at| columns[at]).collect();
            }
            for (_, sectors) in &mut groups {
                let keys = sectors.iter().map(|sector| by_sector[sector.index()]);
                *sectors = order::by_key(keys).into_iter().map(|at| sectors[at]).collect();
            }
        }
        Grid { heads, groups }
    }

    /// The first of the columns left under each partnership but the first, where room is to be seen between the two.
    pub fn beginnings(&self, selection: &Selection) -> Vec<ColumnId> {
        let first =
            |(_, columns): &(_, Vec<ColumnId>)| columns.iter().copied().find(|column| selection.has_column(*column));
        self.heads.iter().filter_map(first).skip(1).collect()
    }

    /// Every column, from the first.
    pub fn columns(&self) -> impl Iterator<Item = ColumnId> + '_ {
        self.heads.iter().flat_map(|(_, columns)| columns.iter().copied())
    }
}

/// A column of an instrument for which the source names no sectors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Silent {
    /// The instrument that it implements, from which its sectors can be inferred, if there is one.
    pub implements: Option<InstrumentId>,
}

impl Silent {
    /// That of a column; none if the source names sectors in it, or it is no instrument's.
    pub fn of(catalogue: &Catalogue, column: ColumnId) -> Option<Silent> {
        let Column::Instrument(_) = catalogue.data.column(column) else { return None };
        let mut implements = None;
        for at in catalogue.records_of_column(column) {
            implements = Some(catalogue.records()[at].inferred?);
        }
        Some(Silent { implements })
    }
}
