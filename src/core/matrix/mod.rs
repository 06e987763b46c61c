//! What the matrix has: its rows and columns in their order, and each row as a value.
//!
//! The grid holds all of them: what the filters leave out stays in the table and is hidden, since making a cell costs a
//! browser many times what hiding it costs. Of a large framework it holds the first columns that the filters leave, as many as
//! there is room for: no page holds millions of cells, and no reader looks at them.

mod row;

pub use row::{CellPicture, Columns, Entry, Place, RowPicture};

use crate::locale::{Arg, msg};
use crate::model::{Column, ColumnId, Dataset, GroupId, InstrumentId, PartnershipId, SectorId};
use crate::order;
use crate::query::{Catalogue, Selection};
use crate::shown::Shown;
use crate::state::Arrangement;
use crate::words::Words;

/// The rows and columns of the matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// The columns under each partnership.
    pub heads: Vec<(PartnershipId, Vec<ColumnId>)>,
    /// The rows in each group.
    pub groups: Vec<(GroupId, Vec<SectorId>)>,
}

impl Grid {
    /// So many columns a page has room for, by the rows of the dataset. With more cells than this, drawing them was what took
    /// seconds.
    pub fn room(data: &Dataset) -> usize {
        8_000 / data.sectors().len().max(1)
    }

    /// All rows and columns, arranged as asked for; where there are more columns than `room`, the first of those left.
    pub fn of(catalogue: &Catalogue, selection: &Selection, by: Arrangement, room: usize) -> Grid {
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
        if catalogue.data.columns().len() > room {
            let mut more = room;
            let mut is_kept = |column: &ColumnId| {
                let is_kept = more > 0 && selection.has_column(*column);
                more -= usize::from(is_kept);
                is_kept
            };
            heads.iter_mut().for_each(|(_, columns)| columns.retain(&mut is_kept));
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

/// How many of the columns left a grid with so much room has, where it has not all of them.
pub fn part(shown: &Shown, room: usize) -> Option<Words> {
    let left = shown.selection.columns.len();
    let number = |name, number: usize| Arg::Number(name, number as u32);
    (left > room).then(|| shown.locale.format(msg::MATRIX_PART, &[number("number", room), number("total", left)]))
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
