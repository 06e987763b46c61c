//! What lights up with what: the link between the views. Pure.

use crate::model::{Column, ColumnId, EventId, SectorId};
use crate::query::{Bits, Catalogue, Target};

/// What belongs to the thing that a reader points at or has selected.
#[derive(Clone, Debug, Default)]
pub struct Lit {
    sectors: Bits,
    columns: Bits,
    events: Bits,
    focus: Option<Target>,
}

impl Lit {
    /// What belongs to `focus`; nothing if there is none.
    pub fn of(catalogue: &Catalogue, focus: Option<Target>) -> Lit {
        let Some(target) = focus else { return Lit::default() };
        let data = &catalogue.data;
        let mut lit = Lit {
            sectors: Bits::new(data.sectors().len()),
            columns: Bits::new(data.columns().len()),
            events: Bits::new(data.events().len()),
            focus,
        };
        match target {
            Target::Sector(sector) => {
                lit.sectors.insert(sector.index());
                let own = catalogue.records_of_sector(sector).map(|at| catalogue.records()[at]);
                for record in own.filter(|record| record.inferred.is_none()) {
                    lit.columns.insert(record.column.index());
                }
            }
            Target::Cell(sector, column) => {
                lit.sectors.insert(sector.index());
                lit.column(catalogue, column);
            }
            Target::Instrument(instrument) => {
                if let Some(column) = data.column_id(Column::Instrument(instrument)) {
                    lit.column(catalogue, column);
                    let own = catalogue.records_of_column(column).map(|at| catalogue.records()[at]);
                    own.filter(|record| record.inferred.is_none())
                        .for_each(|record| lit.sectors.insert(record.sector.index()));
                }
            }
            Target::Event(event) => {
                lit.events.insert(event.index());
                let columns = data.event(event).instruments.iter().map(|id| Column::Instrument(*id));
                columns
                    .filter_map(|column| data.column_id(column))
                    .for_each(|column| lit.columns.insert(column.index()));
            }
        }
        lit
    }

    fn column(&mut self, catalogue: &Catalogue, column: ColumnId) {
        self.columns.insert(column.index());
        if let Column::Instrument(instrument) = catalogue.data.column(column) {
            catalogue.events_of(instrument).for_each(|event| self.events.insert(event.index()));
        }
    }

    /// Whether a row lights up.
    pub fn sector(&self, sector: SectorId) -> bool {
        self.sectors.contains(sector.index())
    }

    /// Whether a column, or a lane, lights up.
    pub fn column_lit(&self, column: ColumnId) -> bool {
        self.columns.contains(column.index())
    }

    /// Whether an event lights up.
    pub fn event(&self, event: EventId) -> bool {
        self.events.contains(event.index())
    }

    /// Whether a cell lights up: its row or column is meant itself, or both light up.
    pub fn cell(&self, sector: SectorId, column: ColumnId) -> bool {
        match self.focus {
            Some(Target::Cell(row, at)) => row == sector && at == column,
            Some(Target::Event(_)) => self.column_lit(column),
            Some(_) => self.sector(sector) && self.column_lit(column),
            None => false,
        }
    }
}
