//! Where a cell stands, as its author knows it: `events!C7` in a workbook, file, row and column among CSV files.

use atlas_dataset::{Cells, Problem};
use std::collections::HashMap;

/// Where each table stands.
#[derive(Default)]
pub struct Places {
    /// Whether the tables are sheets of a workbook.
    pub sheets: bool,
    tables: HashMap<String, Sheet>,
}

/// A sheet or a file, which a table was read from; several tables may come from one.
#[derive(Default)]
pub(crate) struct Sheet {
    /// Its name, as its author wrote it.
    pub name: String,
    /// The head of each column that has one, with where it stands.
    pub heads: Vec<(String, u32)>,
    /// The name of each column, as the checks know it, with where it stands; empty where that is its head.
    pub columns: HashMap<String, u32>,
    /// The row of each property, in the sheet that describes the set.
    pub properties: HashMap<String, u32>,
    /// The rows below the head, each with its number and a cell for each head.
    pub rows: Vec<(u32, Cells)>,
}

/// A row as it stands in the sheet.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// The sheet or the file.
    pub sheet: String,
    /// Its number.
    pub number: u32,
    /// Each column: its letters, its head, what stands there, and whether a problem is about it.
    pub cells: Vec<(String, String, String, bool)>,
}

impl Places {
    pub(crate) fn new(sheets: bool) -> Places {
        Places { sheets, tables: HashMap::new() }
    }

    /// Says where the table of this file stands.
    pub(crate) fn put(&mut self, file: &str, sheet: Sheet) {
        self.tables.insert(file.into(), sheet);
    }

    fn sheet(&self, problem: &Problem) -> Option<&Sheet> {
        self.tables.get(&problem.file)
    }

    /// The row of a property in the sheet that describes the set.
    fn property(&self, problem: &Problem) -> Option<u32> {
        self.sheet(problem)?.properties.get(problem.column.as_deref()?).copied()
    }

    fn column(sheet: &Sheet, name: &str) -> Option<u32> {
        let head = || sheet.heads.iter().find(|(head, _)| head == name).map(|(_, at)| *at);
        sheet.columns.get(name).copied().or_else(head)
    }

    /// The head of a column as its author wrote it.
    fn head<'a>(&'a self, problem: &Problem, column: &'a str) -> &'a str {
        let own = self.sheet(problem).and_then(|sheet| {
            let at = sheet.columns.get(column)?;
            sheet.heads.iter().find(|(_, place)| place == at).map(|(head, _)| head.as_str())
        });
        own.unwrap_or(column)
    }

    /// The place of a problem: `events!C7`, or `events.csv:7:date`.
    pub fn of(&self, problem: &Problem) -> String {
        let name = self.sheet(problem).map_or(problem.file.as_str(), |sheet| sheet.name.as_str());
        if !self.sheets {
            let row = problem.row.map(|row| format!(":{row}")).unwrap_or_default();
            let column = problem.column.as_deref().map(|column| self.head(problem, column));
            let column = column.map(|column| format!(":{column}")).unwrap_or_default();
            return [name, &row, &column].concat();
        }
        let name = name.strip_suffix(".csv").unwrap_or(name);
        if let (None, Some(row)) = (problem.row, self.property(problem)) {
            return format!("{name}!B{row}");
        }
        // As formulas write the name of a sheet.
        let plain = name.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
        let name = if plain { name.to_owned() } else { format!("'{}'", name.replace('\'', "''")) };
        let column = problem.column.as_deref();
        let letters = column.and_then(|column| Places::column(self.sheet(problem)?, column)).map(letters);
        match (letters, column, problem.row) {
            (Some(letters), _, Some(row)) => format!("{name}!{letters}{row}"),
            (Some(letters), _, None) => format!("{name}!{letters}"),
            // A column that is not there has a name alone.
            (None, Some(column), Some(row)) => format!("{name}!{row} {column}"),
            (None, Some(column), None) => format!("{name} {column}"),
            (None, None, Some(row)) => format!("{name}!{row}"),
            (None, None, None) => name,
        }
    }

    /// The row of a problem, as it stands in the sheet.
    pub fn row(&self, problem: &Problem) -> Option<Row> {
        let (sheet, number) = (self.sheet(problem)?, problem.row.or_else(|| self.property(problem))?);
        let (_, cells) = sheet.rows.iter().find(|(own, _)| *own == number)?;
        let about = problem.column.as_deref().and_then(|column| Places::column(sheet, column));
        let cell = |((head, at), cell): (&(String, u32), &str)| {
            (letters(*at), head.clone(), cell.to_owned(), Some(*at) == about)
        };
        Some(Row { sheet: sheet.name.clone(), number, cells: sheet.heads.iter().zip(cells.iter()).map(cell).collect() })
    }
}

/// The letters of a column, counted from 0.
pub fn letters(mut column: u32) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + (column % 26) as u8));
        if column < 26 {
            return letters.into_iter().rev().collect();
        }
        column = column / 26 - 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_spreadsheets() {
        for (column, expected) in
            [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")]
        {
            assert_eq!(letters(column), expected);
        }
    }
}
