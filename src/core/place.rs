//! Where the details stand: near what they were opened from, so that it stays in sight, and the views stay what they are.
//!
//! Beside the views, where these keep their room beside them. Else in the flow: in the matrix as a row of their own below the
//! row or the heads that were clicked, in the list below the event, and of the drawing, whose lanes are a picture, below all
//! of it. Where what is selected is nowhere to be seen, they come before the views.

use crate::matrix::{Grid, Roll};
use crate::model::{Column, ColumnId, EventId, SectorId};
use crate::query::{Target, View};
use crate::shown::Shown;
use crate::state::Part;

/// A place for the details.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Beside the views.
    Beside,
    /// Before the views.
    Before,
    /// Below the drawing.
    Drawing,
    /// In the list, below this event.
    Event(EventId),
    /// In the matrix, below the row of this sector.
    Row(SectorId),
    /// In the matrix, below the line of this column, where it is turned round.
    Line(ColumnId),
    /// In the matrix, below the heads of the columns.
    Heads,
}

impl Shown {
    /// Where the details stand; none if nothing is selected.
    pub fn details_place(&self) -> Option<Place> {
        let target = self.state.query.select?;
        if self.state.surroundings.is_wide() {
            return Some(Place::Beside);
        }
        let (view, part) = (self.state.view(), self.state.interface.opened_in);
        let drawing = (view != View::Matrix).then_some(Place::Drawing);
        let matrix = self.in_matrix(target).filter(|_| view != View::Timeline);
        let place = match (target, part) {
            _ if self.state.is_still() => None,
            (Target::Event(id), Some(Part::List)) if self.selection.event(id).is_some() => {
                drawing.map(|_| Place::Event(id))
            }
            (_, Some(Part::Matrix)) => matrix.or(drawing),
            (_, Some(_)) | (Target::Instrument(_), None) => drawing.or(matrix),
            (_, None) => matrix.or(drawing),
        };
        Some(place.unwrap_or(Place::Before))
    }

    /// Where the matrix has a target, if the filters leave it there.
    fn in_matrix(&self, target: Target) -> Option<Place> {
        let data = &self.catalogue.data;
        let column = match target {
            Target::Cell(_, column) => Some(column),
            Target::Instrument(id) => data.column_id(Column::Instrument(id)),
            Target::Sector(_) | Target::Event(_) => None,
        };
        let column = column.filter(|column| self.selection.has_column(*column));
        if let (Some(roll), Some(column)) = (Roll::of(self), column) {
            return roll.has(column, self.state.interface.lines).then_some(Place::Line(column));
        }
        match target {
            Target::Sector(sector) | Target::Cell(sector, _) => {
                let is_there =
                    Grid::has_room(&self.selection) && Grid::fold(self, data.sector(sector).group) != Some(false);
                (self.selection.has_row(sector) && is_there).then_some(Place::Row(sector))
            }
            Target::Instrument(_) => column.filter(|_| !self.selection.sectors.is_empty()).map(|_| Place::Heads),
            Target::Event(_) => None,
        }
    }
}
