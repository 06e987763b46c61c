//! Moving between the cells of a table with the arrow keys, and leaving it: extras to Tab, which always works.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTableCellElement, HtmlTableElement, HtmlTableRowElement};

/// Moves the focus from a cell to the nearest one in the direction that has a button. Returns whether it moved.
pub fn move_focus(cell: &Element, rows: i32, columns: i32) -> bool {
    let Some((table, row, column)) = place(cell) else { return false };
    let all = table.rows();
    let (mut row, mut column) = (row + rows, column + columns);
    while row >= 0 && column >= 0 && row < all.length() as i32 {
        let Some(cells) = all.item(row as u32).and_then(|row| row.dyn_into::<HtmlTableRowElement>().ok()) else {
            return false;
        };
        let cells = cells.cells();
        if columns != 0 && column >= cells.length() as i32 {
            return false;
        }
        let button = cells.item(column as u32).and_then(|cell| cell.query_selector("button:not(:disabled, [hidden] *)").ok().flatten());
        if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
            return button.focus().is_ok();
        }
        row += rows;
        column += columns;
    }
    false
}

/// Moves the focus out of the table, past its end.
pub fn leave(place: &Element) {
    let matrix = place.closest(".matrix").ok().flatten();
    let legend = matrix.and_then(|matrix| matrix.query_selector(".legend").ok().flatten());
    if let Some(legend) = legend.and_then(|legend| legend.dyn_into::<HtmlElement>().ok()) {
        let _ = legend.focus();
    }
}

fn place(cell: &Element) -> Option<(HtmlTableElement, i32, i32)> {
    let cell = cell.dyn_ref::<HtmlTableCellElement>()?;
    let row = cell.parent_element()?.dyn_into::<HtmlTableRowElement>().ok()?;
    let table = row.closest("table").ok().flatten()?.dyn_into().ok()?;
    Some((table, row.row_index(), cell.cell_index()))
}
