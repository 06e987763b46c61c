//! `.xlsx` and `.xlsm`, by calamine, cell by cell: no empty cell takes room, however far out another stands.

use super::grid::{Budget, Cell, Grid};
use atlas_dataset::{Told, told};
use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use std::io::Cursor;

/// The sheets of a workbook; `merges` is whether any of them has merged cells, for which each sheet is read a second time.
pub fn grids(bytes: &[u8], merges: bool, budget: &mut Budget) -> Result<Vec<Grid>, Told> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(refused)?;
    let sheets: Vec<_> = book.sheets_metadata().to_vec();
    let mut grids = Vec::new();
    for sheet in sheets.into_iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        let mut grid = Grid { hidden: sheet.visible != SheetVisible::Visible, name: sheet.name, ..Grid::default() };
        // A sheet without them may be one that cannot be read at all, which is told below.
        let merged = if merges { book.merge_cells_by_sheet_name(&grid.name) } else { Ok(Vec::new()) };
        let merged = merged.unwrap_or_default();
        grid.merged = merged.iter().map(|area| (area.start.0 + 1, area.start.1, area.end.0 + 1)).collect();
        let mut cells = book.worksheet_cells_reader(&grid.name).map_err(refused)?;
        while let Some(cell) = cells.next_cell().map_err(refused)? {
            let (row, column) = cell.get_position();
            if let Some(cell) = read(cell.get_value()) {
                budget.take(&cell)?;
                grid.push(row + 1, column, &cell);
            }
        }
        grid.sort();
        grid.spread(budget)?;
        grids.push(grid);
    }
    Ok(grids)
}

/// What stands in a cell; nothing where there is nothing but a format.
fn read<'a>(value: &'a DataRef) -> Option<Cell<'a>> {
    let cell = match value {
        DataRef::Empty => return None,
        DataRef::Int(number) => Cell::plain(number.to_string()),
        DataRef::Float(number) => Cell::number(*number),
        DataRef::String(text) => Cell::plain(text),
        DataRef::SharedString(text) => Cell::plain(*text),
        DataRef::Bool(value) => Cell::plain(if *value { "true" } else { "false" }),
        DataRef::DateTime(time) if time.is_datetime() => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            Cell::date(&format!("{year:04}-{month:02}-{day:02}"))
        }
        DataRef::DateTime(time) => Cell::number(time.as_f64()),
        DataRef::DateTimeIso(text) => Cell::date(text),
        DataRef::DurationIso(text) => Cell::plain(text),
        DataRef::Error(error) => Cell::failed(error.to_string()),
    };
    (!cell.text.trim().is_empty()).then_some(cell)
}

fn refused(error: XlsxError) -> Told {
    match error {
        XlsxError::Password => told!("password"),
        error => told!("broken-workbook", error = error.to_string()),
    }
}
