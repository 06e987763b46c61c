//! Which rows and columns the matrix has, and in which order. Pure.

use crate::model::{ColumnId, GroupId, PartnershipId, SectorId};
use crate::order;
use crate::query::{Catalogue, Selection};
use crate::state::Order;

/// The rows and columns of the matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// The columns under each partnership.
    pub heads: Vec<(PartnershipId, Vec<ColumnId>)>,
    /// The rows in each group.
    pub groups: Vec<(GroupId, Vec<SectorId>)>,
}

impl Grid {
    /// What a selection leaves, in order.
    pub fn of(catalogue: &Catalogue, selection: &Selection, by: Order) -> Grid {
        let mut heads: Vec<(PartnershipId, Vec<ColumnId>)> = Vec::new();
        for column in &selection.columns {
            let partnership = catalogue.partnership_of(*column);
            match heads.last_mut() {
                Some((last, columns)) if *last == partnership => columns.push(*column),
                _ => heads.push((partnership, vec![*column])),
            }
        }
        let mut groups: Vec<(GroupId, Vec<SectorId>)> =
            catalogue.data.groups().map(|(id, _)| (id, Vec::new())).collect();
        for sector in &selection.sectors {
            groups[catalogue.data.sector(*sector).group.index()].1.push(*sector);
        }
        groups.retain(|(_, sectors)| !sectors.is_empty());
        if by == Order::Coverage {
            let filled = |keep: &dyn Fn(&crate::query::Cell) -> bool| selection.cells.iter().filter(|cell| keep(cell)).count() as i64;
            for (_, columns) in &mut heads {
                let keys = columns.iter().map(|column| -filled(&|cell| cell.column == *column));
                *columns = order::by_key(keys).into_iter().map(|at| columns[at]).collect();
            }
            for (_, sectors) in &mut groups {
                let keys = sectors.iter().map(|sector| -filled(&|cell| cell.sector == *sector));
                *sectors = order::by_key(keys).into_iter().map(|at| sectors[at]).collect();
            }
        }
        Grid { heads, groups }
    }

    /// Every column, from the first.
    pub fn columns(&self) -> impl Iterator<Item = ColumnId> + '_ {
        self.heads.iter().flat_map(|(_, columns)| columns.iter().copied())
    }
}
