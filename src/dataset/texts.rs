//! Every text that readers see, in one file for a translator.
//!
//! One row is a message of the interface or a cell of the dataset, with all languages side by side, as tab-separated
//! values: `where`, `id`, then one column per language. The files are read as they are written, placeables and plural
//! forms included; what is wrong in them is the build's business.

use super::schema::{TABLES, Table};
use atlas_messages::texts;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// Texts by language.
type Texts = BTreeMap<String, String>;

/// The file, from a folder of messages and one of tables.
///
/// # Errors
/// A file that cannot be read, by name.
pub fn list(messages: &Path, data: &Path) -> Result<String, String> {
    let messages = texts::all(messages).map_err(|problems| problems.join("\n"))?;
    let path = data.join(super::input::FILE);
    let package = std::fs::read(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    let package: Value = serde_json::from_slice(&package).map_err(|error| format!("{}: {error}", path.display()))?;
    let of_package = package["languages"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let mut languages: Vec<&str> = messages.iter().map(|(tag, _)| tag.as_str()).collect();
    languages.extend(of_package.filter(|tag| messages.iter().all(|(known, _)| known != tag)));

    let mut writer =
        csv::WriterBuilder::new().delimiter(b'\t').quote_style(csv::QuoteStyle::Never).from_writer(Vec::new());
    let mut row = |place: &str, id: &str, texts: &dyn Fn(&str) -> String| {
        let cells = [place.to_owned(), id.to_owned()].into_iter().chain(languages.iter().map(|tag| texts(tag)));
        // A cell in several lines becomes one. Writing to memory does not fail.
        let _ = writer.write_record(cells.map(|cell| cell.replace('\n', " ")));
    };
    row("where", "id", &str::to_owned);
    for (id, _) in messages.first().map_or(&[][..], |(_, english)| english) {
        let text = |tag: &str| {
            let (_, all) = messages.iter().find(|(known, _)| known == tag)?;
            Some(all.iter().find(|(known, _)| known == id)?.1.clone())
        };
        row("interface", id, &|tag| text(tag).unwrap_or_default());
    }
    for name in ["title", "description"] {
        row(super::input::FILE, name, &|tag| package[format!("{name}_{tag}")].as_str().unwrap_or_default().into());
    }
    let mut tables = TABLES;
    tables.sort_by_key(|table| table.name);
    for table in tables.into_iter().filter(|table| !table.optional || data.join(table.file()).exists()) {
        for (id, texts) in cells(table, data, &languages)? {
            row(&table.file(), &id, &|tag| texts.get(tag).cloned().unwrap_or_default());
        }
    }
    Ok(String::from_utf8_lossy(&writer.into_inner().unwrap_or_default()).into_owned())
}

/// The texts of a table, each named by its row and column: `mou-2018:note`. A row without an id has the number that a
/// spreadsheet gives it.
fn cells(table: &Table, data: &Path, languages: &[&str]) -> Result<Vec<(String, Texts)>, String> {
    let problem = |error: csv::Error| format!("cannot read {}: {error}", table.file());
    let mut reader = csv::Reader::from_path(data.join(table.file())).map_err(problem)?;
    let heads = reader.headers().map_err(problem)?.clone();
    let mut all = Vec::new();
    for (index, record) in reader.records().enumerate() {
        let record = record.map_err(problem)?;
        let cell = |name: &str| heads.iter().position(|head| head == name).and_then(|at| record.get(at));
        let name = cell("id").filter(|id| !id.is_empty()).map_or(format!("row {}", index + 2), str::to_owned);
        for column in table.fields.iter().filter(|column| column.kind.is_translated()) {
            let text = |tag: &&str| Some(((*tag).to_owned(), cell(&format!("{}_{tag}", column.name))?.to_owned()));
            let texts: Texts = languages.iter().filter_map(text).filter(|(_, text)| !text.is_empty()).collect();
            if !texts.is_empty() {
                all.push((format!("{name}:{}", column.name), texts));
            }
        }
    }
    Ok(all)
}
