//! The columns of the matrix: under each partnership its instruments, then what lies outside any instrument.

use super::{Column, ColumnId, InstrumentId, PartnershipId, Tables};
use crate::grouped::Grouped;

/// The columns, and where each instrument and partnership has its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Columns {
    pub all: Vec<Column>,
    instruments: Vec<ColumnId>,
    outside: Vec<Option<ColumnId>>,
}

impl Columns {
    pub fn of(tables: &Tables) -> Columns {
        let mut columns = Columns {
            all: Vec::with_capacity(tables.instruments.len()),
            instruments: vec![ColumnId(0); tables.instruments.len()],
            outside: vec![None; tables.partnerships.len()],
        };
        let mut is_outside = vec![false; tables.partnerships.len()];
        for record in &tables.coverage {
            if let Column::Outside(partnership) = record.column {
                is_outside[partnership.index()] = true;
            }
        }
        let instruments =
            Grouped::by(tables.partnerships.len(), tables.instruments.iter().map(|row| row.partnership.0));
        for (partnership, is_outside) in is_outside.into_iter().enumerate() {
            for instrument in instruments.of(partnership) {
                columns.instruments[*instrument as usize] =
                    columns.push(Column::Instrument(InstrumentId(*instrument as u16)));
            }
            if is_outside {
                columns.outside[partnership] = Some(columns.push(Column::Outside(PartnershipId(partnership as u16))));
            }
        }
        columns
    }

    fn push(&mut self, column: Column) -> ColumnId {
        self.all.push(column);
        ColumnId((self.all.len() - 1) as u16)
    }

    /// The id of a column, if the matrix has it.
    pub fn id(&self, column: Column) -> Option<ColumnId> {
        match column {
            Column::Instrument(id) => self.instruments.get(id.index()).copied(),
            Column::Outside(id) => *self.outside.get(id.index())?,
        }
    }
}
