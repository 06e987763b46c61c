//! A sheet of a workbook as its cells, of which only those that hold something take room.

use atlas_dataset::{Told, told};

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub text: String,
    pub kind: Kind,
}

/// What a cell is for the spreadsheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text or a number, which is read as it is shown.
    Plain,
    /// A day, of which nobody can tell whether its month or its year was meant.
    Date,
    /// A formula that failed, with what it shows.
    Failed,
}

impl Cell {
    pub fn plain(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), kind: Kind::Plain }
    }

    /// A number as its author typed it: whole ones without a point.
    pub fn number(number: f64) -> Cell {
        Cell::plain(number.to_string())
    }

    /// A day, as ISO 8601 writes it, perhaps with a time behind it.
    pub fn date(text: &str) -> Cell {
        Cell { text: text.split('T').next().unwrap_or_default().to_owned(), kind: Kind::Date }
    }

    pub fn failed(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), kind: Kind::Failed }
    }
}

/// The rows of a sheet that hold something, by their numbers; each has its cells by column.
#[derive(Default)]
pub struct Grid {
    pub name: String,
    pub hidden: bool,
    pub rows: Vec<(u32, Vec<(u32, Cell)>)>,
    /// Cells that were merged, as first row, first column, last row.
    pub merged: Vec<(u32, u32, u32)>,
}

/// How much of a workbook is kept: what is larger than any set may be.
pub struct Budget {
    cells: usize,
    bytes: usize,
}

impl Budget {
    pub fn new() -> Budget {
        Budget { cells: 4_000_000, bytes: 64 << 20 }
    }

    /// Takes account of a cell.
    pub fn take(&mut self, cell: &Cell) -> Result<(), Told> {
        let left = self.cells.checked_sub(1).zip(self.bytes.checked_sub(cell.text.len()));
        (self.cells, self.bytes) = left.ok_or_else(|| told!("too-many-cells-in-all", number = 4_000_000))?;
        Ok(())
    }
}

impl Grid {
    /// Appends a cell; cells come row by row.
    pub fn push(&mut self, row: u32, column: u32, cell: Cell) {
        match self.rows.last_mut() {
            Some((last, cells)) if *last == row => cells.push((column, cell)),
            _ => self.rows.push((row, vec![(column, cell)])),
        }
    }

    /// Gives each row of merged cells what stands in the first of them.
    pub fn spread(&mut self, budget: &mut Budget) -> Result<(), Told> {
        for (first, column, last) in std::mem::take(&mut self.merged) {
            let Ok(at) = self.rows.binary_search_by_key(&first, |(row, _)| *row) else { continue };
            let found = self.rows[at].1.iter().find(|(own, _)| *own == column);
            let Some((_, cell)) = found.cloned() else { continue };
            for (_, cells) in self.rows[at + 1..].iter_mut().take_while(|(row, _)| *row <= last) {
                if let Err(place) = cells.binary_search_by_key(&column, |(own, _)| *own) {
                    budget.take(&cell)?;
                    cells.insert(place, (column, cell.clone()));
                }
            }
        }
        Ok(())
    }
}
