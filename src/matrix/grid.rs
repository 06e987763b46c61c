//! Which rows and columns the matrix has, and in which order. Pure.

use crate::model::{ColumnId, GroupId, PartnershipId, SectorId};
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
    pub fn of(catalogue: &Catalogue, selection: &Selection, order: Order) -> Grid {
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
        if order == Order::Coverage {
            let filled =
                |keep: &dyn Fn(&crate::query::Cell) -> bool| selection.cells.iter().filter(|cell| keep(cell)).count();
            for (_, columns) in &mut heads {
                columns.sort_by_key(|column| core::cmp::Reverse(filled(&|cell| cell.column == *column)));
            }
            for (_, sectors) in &mut groups {
                sectors.sort_by_key(|sector| core::cmp::Reverse(filled(&|cell| cell.sector == *sector)));
            }
        }
        Grid { heads, groups }
    }

    /// Every column, from the first.
    pub fn columns(&self) -> impl Iterator<Item = ColumnId> + '_ {
        self.heads.iter().flat_map(|(_, columns)| columns.iter().copied())
    }
}
