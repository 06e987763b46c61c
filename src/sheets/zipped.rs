//! A checked set as a data package: the tables as CSV and their description, in an archive or as files.

use atlas_core::model::Tables;
use atlas_dataset::{cells, descriptor, schema};
use serde_json::{Map, Value, json};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// What describes a data package.
const PACKAGE: &str = "datapackage.json";

/// The files of the data package: names and contents.
pub fn files(tables: &Tables) -> Vec<(String, Vec<u8>)> {
    let mut files = vec![(PACKAGE.to_owned(), described(tables).into_bytes())];
    for rows in cells::rows(tables) {
        let (name, mut bytes) = (rows.table.file(), Vec::new());
        write(rows, tables, &mut bytes);
        files.push((name, bytes));
    }
    files
}

/// Writes a table as CSV.
fn write(cells::Rows { table, rows }: cells::Rows, tables: &Tables, to: &mut dyn Write) {
    let mut writer = csv::Writer::from_writer(to);
    let heads: Vec<String> = table.fields.iter().flat_map(|field| field.names(&tables.languages)).collect();
    // Writing to memory does not fail.
    let _ = writer.write_record(heads);
    for row in rows {
        let _ = writer.write_record(row.iter().flatten().map(|cell| plain(cell)));
    }
    let _ = writer.flush();
}

/// The files of a data package without rows, for these languages.
pub fn empty(languages: &[String]) -> Vec<(String, Vec<u8>)> {
    let mut package = Map::new();
    package.insert("profile".into(), "tabular-data-package".into());
    package.insert("name".into(), "my-atlas".into());
    for name in ["title", "description"] {
        for language in languages {
            package.insert(format!("{name}_{language}"), "".into());
        }
    }
    package.insert("languages".into(), languages.into());
    package.insert("created".into(), "".into());
    package.insert("version".into(), "1".into());
    let text = Value::from(package).to_string();
    let mut files = vec![(PACKAGE.to_owned(), descriptor::refreshed(&text).unwrap_or(text).into_bytes())];
    for table in schema::TABLES {
        let heads: Vec<String> = table.fields.iter().flat_map(|field| field.names(languages)).collect();
        files.push((table.file(), (heads.join(",") + "\n").into_bytes()));
    }
    files
}

/// The data package as an archive, the same bytes for the same set. Each table is packed as it is written: unpacked, a large one
/// takes more room than the studio has.
pub fn archive(tables: &Tables) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    // Writing to memory does not fail.
    let _ = writer.start_file(PACKAGE, options).and_then(|()| Ok(writer.write_all(described(tables).as_bytes())?));
    for rows in cells::rows(tables) {
        let _ = writer.start_file(rows.table.file(), options);
        write(rows, tables, &mut writer);
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// A cell as an author types it: spaces at which no line breaks are set when a set is read.
pub fn plain(cell: &str) -> String {
    cell.replace('\u{a0}', " ")
}

/// `datapackage.json`.
fn described(tables: &Tables) -> String {
    let mut package = Map::new();
    package.insert("profile".into(), "tabular-data-package".into());
    package.insert("name".into(), tables.name.clone().into());
    for (text, name) in [(&tables.title, "title"), (&tables.description, "description")] {
        package.insert(name.into(), plain(text.get(0)).into());
        for (index, language) in tables.languages.iter().enumerate() {
            package.insert(format!("{name}_{language}"), plain(text.get(index)).into());
        }
    }
    package.insert("languages".into(), tables.languages.clone().into());
    // Data packages want a time behind the day.
    package.insert("created".into(), format!("{}T00:00:00Z", tables.created).into());
    package.insert("version".into(), tables.version.clone().into());
    if tables.synthetic {
        package.insert("synthetic".into(), true.into());
    }
    if let Some(licence) = licence(&tables.licence) {
        package.insert("licenses".into(), json!([licence]));
    }
    let text = Value::from(package).to_string();
    // What was written here is an object.
    descriptor::refreshed(&text).unwrap_or(text)
}

/// A licence as it is told, apart again: its title, and its address where it ends in one.
fn licence(told: &str) -> Option<Value> {
    if told.is_empty() {
        return None;
    }
    let address = told.rsplit_once(' ').filter(|(_, last)| last.starts_with("https://") || last.starts_with("http://"));
    Some(match address {
        Some((title, path)) => json!({ "name": name_of(title), "title": title, "path": path }),
        None if told.starts_with("http") => json!({ "path": told }),
        None => json!({ "name": name_of(told), "title": told }),
    })
}

/// A name of a licence, in the letters that data packages allow.
fn name_of(title: &str) -> String {
    let letter = |letter: char| if letter.is_ascii_alphanumeric() || "-._".contains(letter) { letter } else { '-' };
    let name: String = title.chars().map(letter).collect();
    if name.trim_matches('-').is_empty() { "licence".into() } else { name }
}
