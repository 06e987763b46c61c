//! `.ods`: the cells of `content.xml`, of which a repeated empty one takes no room.

use super::grid::{Budget, Cell, Grid, Row};
use atlas_dataset::{Told, told};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashSet;

/// Rows that repeat more often than this are a format that goes on to the end of the sheet, and no data.
const REPEATS: u32 = 10_000;

/// The sheets of a document.
pub fn grids(content: &[u8], budget: &mut Budget) -> Result<Vec<Grid>, Told> {
    let mut reader = Reader::from_reader(content);
    reader.config_mut().expand_empty_elements = true;
    let mut sheets = Sheets { budget, grids: Vec::new(), hidden: HashSet::new(), style: String::new() };
    let mut place = Place::default();
    loop {
        match reader.read_event().map_err(broken)? {
            Event::Start(element) => sheets.start(&element, &mut place)?,
            Event::End(element) => sheets.end(element.name().as_ref(), &mut place)?,
            Event::Text(text) => place.write(&text.xml10_content()),
            Event::GeneralRef(entity) => {
                let letter = entity.resolve_char_ref().ok().flatten();
                let named = quick_xml::escape::resolve_predefined_entity(&entity);
                match (letter, named) {
                    (Some(letter), _) => place.write(letter.encode_utf8(&mut [0; 4])),
                    (None, Some(text)) => place.write(text),
                    (None, None) => {}
                }
            }
            Event::CData(text) => place.write(&text.xml10_content()),
            Event::Eof => break,
            _ => {}
        }
    }
    let Sheets { mut grids, budget, .. } = sheets;
    grids.iter_mut().try_for_each(|grid| grid.spread(budget))?;
    Ok(grids)
}

fn broken(error: impl std::fmt::Display) -> Told {
    told!("broken-workbook", error = error.to_string())
}

struct Sheets<'a> {
    budget: &'a mut Budget,
    grids: Vec<Grid>,
    /// The styles of sheets that are not shown.
    hidden: HashSet<String>,
    /// The style whose properties are being read.
    style: String,
}

/// Where the reader is.
#[derive(Default)]
struct Place {
    /// Whether a sheet is being read, and not one inside a drawing.
    inside: bool,
    row: u32,
    repeats: u32,
    cells: Vec<(u32, Cell<'static>)>,
    column: u32,
    span: u32,
    /// The cell that is being read, with its type and value.
    open: bool,
    kind: String,
    value: Option<String>,
    failed: bool,
    text: String,
    paragraphs: u32,
    paragraph: bool,
    merged: u32,
    /// How deep the reader is in what is no text of the cell: notes, drawings.
    aside: u32,
}

impl Place {
    fn write(&mut self, text: &str) {
        if self.open && self.paragraph && self.aside == 0 {
            self.text.push_str(text);
        }
    }
}

fn attribute(element: &BytesStart, name: &str) -> Result<Option<String>, Told> {
    let found = element.try_get_attribute(name).map_err(broken)?;
    found
        .map(|found| {
            found.normalized_value(quick_xml::XmlVersion::Explicit1_0).map(|text| text.into_owned()).map_err(broken)
        })
        .transpose()
}

fn count(element: &BytesStart, name: &str) -> Result<u32, Told> {
    Ok(attribute(element, name)?.and_then(|text| text.parse().ok()).unwrap_or(1).max(1))
}

impl Sheets<'_> {
    fn start(&mut self, element: &BytesStart, place: &mut Place) -> Result<(), Told> {
        let name = element.name();
        let name = name.as_ref();
        if place.aside > 0 || (place.open && matches!(name, "office:annotation" | "draw:frame" | "draw:g")) {
            place.aside += 1;
            return Ok(());
        }
        match name {
            "style:style" => self.style = attribute(element, "style:name")?.unwrap_or_default(),
            "style:table-properties" if attribute(element, "table:display")?.as_deref() == Some("false") => {
                self.hidden.insert(self.style.clone());
            }
            "table:table" => {
                let style = attribute(element, "table:style-name")?.unwrap_or_default();
                let name = attribute(element, "table:name")?.unwrap_or_default();
                self.grids.push(Grid { name, hidden: self.hidden.contains(&style), ..Grid::default() });
                *place = Place { inside: true, ..Place::default() };
            }
            "table:table-row" if place.inside => {
                place.repeats = count(element, "table:number-rows-repeated")?;
                place.column = 0;
                place.cells.clear();
            }
            "table:table-cell" | "table:covered-table-cell" if place.inside => {
                place.open = true;
                place.span = count(element, "table:number-columns-repeated")?;
                place.merged = count(element, "table:number-rows-spanned")?;
                place.kind = attribute(element, "office:value-type")?.unwrap_or_default();
                place.failed = attribute(element, "calcext:value-type")?.as_deref() == Some("error");
                place.value = None;
                for name in [
                    "office:value",
                    "office:date-value",
                    "office:boolean-value",
                    "office:time-value",
                    "office:string-value",
                ] {
                    place.value = place.value.take().or(attribute(element, name)?);
                }
                place.text.clear();
                place.paragraphs = 0;
            }
            "text:p" if place.open => {
                if place.paragraphs > 0 {
                    place.text.push('\n');
                }
                place.paragraphs += 1;
                place.paragraph = true;
            }
            "text:s" if place.paragraph => {
                let spaces = count(element, "text:c")?.min(100);
                (0..spaces).for_each(|_| place.write(" "));
            }
            "text:tab" => place.write("\t"),
            "text:line-break" => place.write("\n"),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str, place: &mut Place) -> Result<(), Told> {
        if place.aside > 0 {
            place.aside -= 1;
            return Ok(());
        }
        match name {
            "table:table" => place.inside = false,
            "text:p" => place.paragraph = false,
            "table:table-cell" | "table:covered-table-cell" if place.open => {
                place.open = false;
                if let Some(cell) = cell(place) {
                    if let (true, Some(grid)) = (place.merged > 1, self.grids.last_mut()) {
                        grid.merged.push((place.row + 1, place.column, place.row + place.merged));
                    }
                    // What repeats to the end of the sheet is no data.
                    let most = if place.span > 1_000 { 1 } else { place.span };
                    for at in 0..most {
                        self.budget.take(&cell)?;
                        place.cells.push((place.column + at, cell.clone()));
                    }
                }
                place.column = place.column.saturating_add(place.span);
            }
            "table:table-row" if place.inside => {
                let repeats = if place.repeats > REPEATS { 1 } else { place.repeats };
                if let (false, Some(grid)) = (place.cells.is_empty(), self.grids.last_mut()) {
                    for at in 0..repeats {
                        if at > 0 {
                            place.cells.iter().try_for_each(|(_, cell)| self.budget.take(cell))?;
                        }
                        let mut row = Row::like(grid.rows.last(), place.row + at + 1);
                        place.cells.iter().for_each(|(column, cell)| row.push(*column, cell));
                        grid.rows.push(row);
                    }
                }
                place.row = place.row.saturating_add(place.repeats);
            }
            _ => {}
        }
        Ok(())
    }
}

/// What stands in the cell that ends here.
fn cell(place: &mut Place) -> Option<Cell<'static>> {
    let (value, text) = (place.value.take(), std::mem::take(&mut place.text));
    let cell = match (place.kind.as_str(), value) {
        _ if place.failed => Cell::failed(text),
        ("date", Some(value)) => Cell::date(&value),
        ("float" | "currency" | "percentage", Some(value)) => match value.parse() {
            Ok(number) => Cell::number(number),
            Err(_) => Cell::plain(value),
        },
        ("boolean" | "time", Some(value)) => Cell::plain(value),
        ("string", Some(value)) if text.is_empty() => Cell::plain(value),
        _ => Cell::plain(text),
    };
    (!cell.text.trim().is_empty()).then_some(cell)
}
