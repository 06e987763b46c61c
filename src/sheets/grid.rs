//! A sheet of a workbook as its cells, of which only those that hold something take room.

use atlas_dataset::{Told, told};
use std::borrow::Cow;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell<'a> {
    pub text: Cow<'a, str>,
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

impl<'a> Cell<'a> {
    pub fn plain(text: impl Into<Cow<'a, str>>) -> Cell<'a> {
        Cell { text: text.into(), kind: Kind::Plain }
    }

    /// A number as its author typed it: whole ones without a point.
    pub fn number(number: f64) -> Cell<'a> {
        Cell::plain(number.to_string())
    }

    /// A day, as ISO 8601 writes it, perhaps with a time behind it.
    pub fn date(text: &str) -> Cell<'a> {
        Cell { text: text.split('T').next().unwrap_or_default().to_owned().into(), kind: Kind::Date }
    }

    pub fn failed(text: impl Into<Cow<'a, str>>) -> Cell<'a> {
        Cell { text: text.into(), kind: Kind::Failed }
    }
}

/// A row that holds something.
///
/// Its texts lie one after the other in one: a large sheet has millions of cells, most of a few letters, and a text of its own
/// for each would take more room and time than what stands in it.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its number, from 1 on.
    pub number: u32,
    text: String,
    cells: Vec<Place>,
}

/// A cell in its row: its column, and where its text begins and ends.
#[derive(Clone, Copy, Debug)]
struct Place {
    column: u32,
    start: u32,
    end: u32,
    kind: Kind,
}

impl Row {
    /// A row without cells, with room for as much as another has: most rows of a sheet are alike.
    pub fn like(other: Option<&Row>, number: u32) -> Row {
        let (text, cells) = other.map_or((0, 0), |row| (row.text.len(), row.cells.len()));
        Row { number, text: String::with_capacity(text), cells: Vec::with_capacity(cells) }
    }

    /// Its cells with their columns.
    pub fn cells(&self) -> impl Iterator<Item = (u32, Cell<'_>)> {
        self.cells.iter().map(|place| (place.column, self.cell(place)))
    }

    /// The cell in a column, of which the first counts.
    pub fn at(&self, column: u32) -> Option<Cell<'_>> {
        self.cells.iter().find(|place| place.column == column).map(|place| self.cell(place))
    }

    /// Appends a cell.
    pub fn push(&mut self, column: u32, cell: &Cell) {
        let start = self.text.len() as u32;
        self.text.push_str(&cell.text);
        self.cells.push(Place { column, start, end: self.text.len() as u32, kind: cell.kind });
    }

    /// Puts its cells in the order of their columns.
    fn sort(&mut self) {
        self.cells.sort_by_key(|place| place.column);
    }

    fn cell(&self, place: &Place) -> Cell<'_> {
        let text = &self.text[place.start as usize..place.end as usize];
        Cell { text: text.into(), kind: place.kind }
    }
}

/// The rows of a sheet that hold something, by their numbers; each has its cells by column.
#[derive(Default)]
pub struct Grid {
    pub name: String,
    pub hidden: bool,
    pub rows: Vec<Row>,
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
    pub fn push(&mut self, row: u32, column: u32, cell: &Cell) {
        if self.rows.last().is_none_or(|last| last.number != row) {
            self.rows.push(Row::like(self.rows.last(), row));
        }
        if let Some(last) = self.rows.last_mut() {
            last.push(column, cell);
        }
    }

    /// Puts rows and cells in order, which nothing in a format says that they have.
    pub fn sort(&mut self) {
        self.rows.sort_by_key(|row| row.number);
        self.rows.iter_mut().for_each(Row::sort);
    }

    /// Gives each row of merged cells what stands in the first of them.
    pub fn spread(&mut self, budget: &mut Budget) -> Result<(), Told> {
        for (first, column, last) in std::mem::take(&mut self.merged) {
            let Ok(at) = self.rows.binary_search_by_key(&first, |row| row.number) else { continue };
            let (above, below) = self.rows.split_at_mut(at + 1);
            let Some(cell) = above[at].at(column) else { continue };
            for row in below.iter_mut().take_while(|row| row.number <= last) {
                if row.at(column).is_none() {
                    budget.take(&cell)?;
                    row.push(column, &cell);
                    row.sort();
                }
            }
        }
        Ok(())
    }
}
