//! What the matrix has: its rows and columns in their order, and each row as a value.
//!
//! The grid holds all of them: what the filters leave out stays in the table and is hidden, since making a cell costs a
//! browser many times what hiding it costs. Of a large framework it holds the columns that the filters leave; where these are
//! too many for a table that anybody reads, there is a [`Roll`] in its stead.

mod roll;
mod row;
mod term;

pub use roll::{Heading, Roll};
pub use row::{CellPicture, Columns, Entry, Place, RowPicture};
pub use term::{TermLine, axis, running};

use crate::grouped::Grouped;
use crate::locale::{Arg, msg};
use crate::model::{Column, ColumnId, Dataset, GroupId, InstrumentId, PartnershipId, SectorId};
use crate::order;
use crate::query::{Catalogue, Selection};
use crate::shown::Shown;
use crate::state::{Arrangement, Fold};
use crate::time::known::State;
use crate::words::Words;

/// So many columns can be compared whatever the number of rows.
const COMPARED: usize = 8;
/// Up to so many columns each head says all of its instrument.
const FEW: usize = 12;
/// With more columns nobody finds anything in a grid.
const WIDEST: usize = 24;
/// With more cells drawing them takes longer than a frame.
const CELLS: usize = 2_400;

/// With more cells nobody sees what they have in common before the groups are closed.
const SEEN: usize = 600;

/// The rows and columns of the matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// The columns under each partnership.
    pub heads: Vec<(PartnershipId, Vec<ColumnId>)>,
    /// The rows in each group.
    pub groups: Vec<(GroupId, Vec<SectorId>)>,
}

impl Grid {
    /// Whether what the filters leave has room in a grid.
    pub fn has_room(selection: &Selection) -> bool {
        let (rows, columns) = (selection.sectors.len(), selection.columns.len());
        columns <= COMPARED || columns <= WIDEST && rows * columns <= CELLS
    }

    /// So many columns a page has in a grid: all, or of a large framework those that are left.
    pub fn room(data: &Dataset) -> usize {
        if data.sectors().len() * data.columns().len() <= CELLS { usize::MAX } else { WIDEST }
    }

    /// Whether a group of rows is open, where there are so many cells that groups fold. In a static view none does.
    pub fn fold(shown: &Shown, group: GroupId) -> Option<bool> {
        let cells = shown.selection.sectors.len() * shown.selection.columns.len();
        let interface = &shown.state.interface;
        (cells > SEEN && !shown.is_still).then(|| interface.is_open(Fold::Group(group), false))
    }

    /// All rows and columns, arranged as asked for; where there are more columns than `room`, the rows
    /// left and the first of the columns left.
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
            groups.iter_mut().for_each(|(_, sectors)| sectors.retain(|sector| selection.has_row(*sector)));
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

/// How many cells are drawn in each column and group of sectors.
#[derive(Clone, Debug)]
pub struct Tally(Grouped);

impl Tally {
    /// Counts what the filters leave.
    pub fn of(catalogue: &Catalogue, selection: &Selection) -> Tally {
        let group = |sector: SectorId| u32::from(catalogue.data.sector(sector).group.0);
        let pairs = selection.cells.iter().map(|cell| (u32::from(cell.column.0), group(cell.sector)));
        Tally(Grouped::new(catalogue.data.columns().len(), &pairs.collect::<Vec<_>>()))
    }

    /// How many sectors of a group a column has.
    pub fn sectors(&self, column: ColumnId, group: GroupId) -> usize {
        self.0.of(column.index()).iter().filter(|other| **other == u32::from(group.0)).count()
    }

    /// How many sectors it has in all groups.
    pub fn all(&self, column: ColumnId) -> usize {
        self.0.of(column.index()).len()
    }
}

/// How many of the columns left a grid with so much room has, where it has not all of them.
pub fn part(shown: &Shown, room: usize) -> Option<Words> {
    let left = shown.selection.columns.len();
    let number = |name, number: usize| Arg::Number(name, number as u32);
    (left > room).then(|| shown.locale.format(msg::MATRIX_PART, &[number("number", room), number("total", left)]))
}

/// What the heads of many columns need not say each by itself, since it is so for all: that no term is stated.
pub fn same_for_all(shown: &Shown) -> Option<Words> {
    let columns = &shown.selection.columns;
    let mut of = columns.iter().filter_map(|column| shown.catalogue.data.column(*column).instrument());
    let is_without_term = |id| {
        let standing = shown.selection.standing(id);
        standing.state == State::Open && standing.term.is_none()
    };
    let arguments =
        [Arg::Number("n", columns.len() as u32), Arg::Words("what", &shown.locale.text(msg::TERM_NOT_STATED))];
    let is_said = columns.len() > FEW && of.all(is_without_term);
    is_said.then(|| shown.locale.format(msg::SAME_FOR_ALL, &arguments))
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
