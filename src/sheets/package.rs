//! The sheet that describes the set: `datapackage.json` as two columns, a property and its value.

use super::Opened;
use super::grid::Grid;
use super::place::Sheet;
use atlas_dataset::Content;
use csv::StringRecord;
use serde_json::{Map, Value, json};

/// The name of the sheet.
pub const SHEET: &str = "package";

/// What the description is called among problems.
const FILE: &str = "datapackage.json";

/// Reads the sheet.
pub fn read(grid: Grid, opened: &mut Opened) {
    let mut package = Map::new();
    let mut sheet =
        Sheet { name: grid.name, heads: vec![("property".into(), 0), ("value".into(), 1)], ..Sheet::default() };
    for row in grid.rows {
        let number = row.number;
        let text = |column: u32| row.at(column).map_or(String::new(), |cell| cell.text.trim().to_owned());
        let (property, value) = (text(0).to_lowercase(), &*text(1));
        sheet.rows.push((number, StringRecord::from(vec![&*text(0), value]).into()));
        if !property.is_empty() {
            sheet.properties.insert(property.clone(), number);
        }
        if property.is_empty() || property == "property" || value.is_empty() {
            continue;
        }
        let value = match property.as_str() {
            "languages" => value.split([',', ' ', ';', '|']).filter(|tag| !tag.is_empty()).collect::<Vec<_>>().into(),
            "licence" | "license" => json!([{ "title": value }]),
            "synthetic" => match value.to_lowercase().as_str() {
                "true" | "yes" | "1" => true.into(),
                "false" | "no" | "0" => false.into(),
                other => Value::from(other),
            },
            _ => value.into(),
        };
        let property = if property.starts_with("licen") { "licenses".into() } else { property };
        sheet.properties.insert(property.clone(), number);
        package.insert(property, value);
    }
    opened.input.package = Some(Content::Bytes(Value::from(package).to_string().into_bytes()));
    opened.places.put(FILE, sheet);
}
