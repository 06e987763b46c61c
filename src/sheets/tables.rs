//! The sheets of a workbook as tables: where each head stands, which rows are below it, and what lies beside.

use super::grid::{Cell, Grid, Kind, Row};
use super::place::{Places, Sheet, letters};
use super::{Opened, package, small};
use atlas_core::time::Day;
use atlas_dataset::schema::{self, TABLES, Table};
use atlas_dataset::{Content, Input, Problem, Told, nearest, told};
use csv::StringRecord;
use std::borrow::Cow;

/// Among how many rows a head is looked for: titles may stand above it.
const ABOVE: usize = 20;
/// How many cells that lie outside a table are named one by one.
const STRAYS: usize = 3;

/// The tables of these sheets.
pub fn of(grids: Vec<Grid>, title: &str, today: Day, macros: bool) -> Opened {
    let mut opened = Opened {
        input: Input { sheets: true, ..Input::default() },
        places: Places::new(true),
        problems: Vec::new(),
        doubts: Vec::new(),
        title: title.into(),
        today,
        small: false,
    };
    if macros {
        opened.doubts.push(of_sheet("", None, told!("macros"), told!("values-only")));
    }
    let mut others = Vec::new();
    for grid in grids {
        let name = plain_name(&grid.name);
        if name == package::SHEET {
            package::read(grid, &mut opened);
            continue;
        }
        let Some(table) = TABLES.into_iter().find(|table| table.name == name || table.title.to_lowercase() == name)
        else {
            others.push(grid);
            continue;
        };
        if opened.input.tables.contains_key(table.name) {
            opened.doubts.push(of_sheet(&grid.name, None, told!("sheet-twice"), told!("first-counts")));
            continue;
        }
        take(grid, table, &mut opened);
    }
    if opened.input.tables.is_empty() {
        for grid in &mut others {
            let sheet = read(std::mem::take(grid), None, small::is_head, &mut opened);
            if sheet.is_some_and(|sheet| small::of(&sheet, &mut opened)) {
                return opened;
            }
        }
    }
    for grid in others.iter().filter(|grid| !grid.rows.is_empty() && !OWN.contains(&plain_name(&grid.name).as_str())) {
        let names = TABLES.map(|table| table.name);
        let name = plain_name(&grid.name);
        let near = nearest(&name, names.into_iter()).unwrap_or_default();
        opened.doubts.push(of_sheet(&grid.name, None, told!("no-table"), told!("table-near", near = near)));
    }
    opened
}

/// Sheets of our templates that are no tables.
const OWN: [&str; 2] = ["lists", "read me"];

/// A name as it is compared: spreadsheets and their users care neither for case nor for spaces around.
fn plain_name(name: &str) -> String {
    let name = name.trim().to_lowercase();
    name.strip_suffix(".csv").unwrap_or(&name).to_owned()
}

fn of_sheet(name: &str, row: Option<u32>, what: Told, expected: Told) -> Problem {
    Problem { file: name.into(), row, column: None, what, expected, more: 0 }
}

/// Takes a sheet as this table.
fn take(grid: Grid, table: &'static Table, opened: &mut Opened) {
    let name = grid.name.clone();
    if grid.hidden {
        opened.doubts.push(of_sheet(&name, None, told!("hidden-sheet"), told!("hidden-counts")));
    }
    let is_head = |head: &str| {
        let own = |field: &schema::Field| {
            head == field.name
                || field.kind.is_translated() && head.strip_prefix(field.name).is_some_and(|rest| rest.starts_with('_'))
        };
        table.fields.iter().any(own)
    };
    let Some(sheet) = read(grid, Some(table), is_head, opened) else {
        opened.input.tables.insert(table.name, Content::Rows(Vec::new()));
        opened.places.put(&table.file(), Sheet { name, ..Sheet::default() });
        return;
    };
    let mut rows = Vec::with_capacity(sheet.rows.len() + 1);
    rows.push((
        sheet.columns.get("").copied().unwrap_or(1),
        sheet.heads.iter().map(|(head, _)| head.as_str()).collect::<StringRecord>().into(),
    ));
    rows.extend(sheet.rows.iter().cloned());
    opened.input.tables.insert(table.name, Content::Rows(rows));
    opened.places.put(&table.file(), sheet);
}

/// The head of a sheet and the rows below it. What is doubtful in cells is told under the table's name, else the sheet's.
pub fn read(grid: Grid, table: Option<&Table>, is_head: impl Fn(&str) -> bool, opened: &mut Opened) -> Option<Sheet> {
    let known = |row: &Row| row.cells().filter(|(_, cell)| is_head(&head_of(cell))).count();
    let best = grid.rows.iter().take(ABOVE).map(known).max().filter(|best| *best > 0)?;
    let at = grid.rows.iter().position(|row| known(row) == best)?;
    let head = &grid.rows[at];
    let heads: Vec<(String, u32)> = head.cells().map(|(column, cell)| (head_of(&cell), column)).collect();
    let file = table.map_or_else(|| grid.name.clone(), Table::file);
    let kinds: Vec<Option<schema::Kind>> =
        heads.iter().map(|(head, _)| table.and_then(|table| kind_of(table, head))).collect();
    let mut sheet = Sheet { name: grid.name.clone(), heads, ..Sheet::default() };
    // The row of the head, for whoever needs it.
    sheet.columns.insert(String::new(), head.number);
    let report = |row: u32, column: &str, what: Told, expected: Told| Problem {
        file: file.clone(),
        row: Some(row),
        column: Some(column.to_owned()),
        what,
        expected,
        more: 0,
    };
    let mut strays = 0;
    for row in grid.rows.into_iter().skip(at + 1) {
        let number = row.number;
        let mut texts = vec![Cow::Borrowed(""); sheet.heads.len()];
        for (column, cell) in row.cells() {
            // Cells lie in the order of their columns.
            let Ok(index) = sheet.heads.binary_search_by_key(&column, |(_, at)| *at) else {
                strays += 1;
                if strays <= STRAYS {
                    let name = letters(column);
                    sheet.columns.insert(name.clone(), column);
                    opened.doubts.push(report(number, &name, told!("outside"), told!("outside-left")));
                }
                continue;
            };
            let head = &sheet.heads[index].0;
            match (cell.kind, kinds[index]) {
                (Kind::Failed, _) => {
                    opened.problems.push(report(
                        number,
                        head,
                        told!("formula-failed", value = &*cell.text),
                        told!("a-value"),
                    ));
                    continue;
                }
                // What is a day anyway has no other precision.
                (Kind::Date, Some(schema::Kind::Day)) | (Kind::Plain, _) => {}
                (Kind::Date, _) => {
                    let (month, year) =
                        (cell.text.get(..7).unwrap_or_default(), cell.text.get(..4).unwrap_or_default());
                    let expected = told!("precision", month = month, year = year);
                    opened.doubts.push(report(number, head, told!("real-date", value = &*cell.text), expected));
                }
            }
            texts[index] = match kinds[index] {
                Some(schema::Kind::Text | schema::Kind::Texts | schema::Kind::Plain) => cell.text,
                _ if cell.text.is_ascii() => cell.text,
                // Spreadsheets and texts bring spaces at which no line breaks, which ids and dates have no use for.
                _ => cell.text.replace(['\u{a0}', '\u{202f}'], " ").into(),
            };
        }
        if texts.iter().any(|text| !text.trim().is_empty()) {
            let mut record = StringRecord::with_capacity(texts.iter().map(|text| text.len()).sum(), texts.len());
            texts.iter().for_each(|text| record.push_field(text));
            sheet.rows.push((number, record.into()));
        }
    }
    if strays > STRAYS {
        let mut more = of_sheet(&file, None, told!("more-outside", number = strays - STRAYS), told!("outside-left"));
        more.column = None;
        opened.doubts.push(more);
    }
    Some(sheet)
}

fn head_of(cell: &Cell) -> String {
    cell.text.replace(['\u{a0}', '\n'], " ").trim().to_lowercase()
}

fn kind_of(table: &Table, head: &str) -> Option<schema::Kind> {
    let own = |field: &&schema::Field| {
        head == field.name
            || field.kind.is_translated() && head.strip_prefix(field.name).is_some_and(|rest| rest.starts_with('_'))
    };
    table.fields.iter().find(own).map(|field| field.kind)
}
