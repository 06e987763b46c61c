//! The tables in the language that nobody speaks, see `atlas_messages::pseudo`.

use atlas_messages::pseudo::{TAG, text};

pub use atlas_messages::pseudo::VARIABLE;

use std::io::Error;
use std::path::Path;

/// Copies a folder of tables, with a column in it for each text.
///
/// # Errors
/// What cannot be read or written.
pub fn tables(from: &Path, to: &Path) -> Result<(), Error> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let path = entry?.path();
        let copy = to.join(path.file_name().unwrap_or_default());
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("csv") => table(&path, &copy)?,
            Some("json") => std::fs::write(copy, package(&std::fs::read_to_string(&path)?)?)?,
            _ => {}
        }
    }
    Ok(())
}

fn table(from: &Path, to: &Path) -> Result<(), Error> {
    let mut reader = csv::Reader::from_path(from)?;
    let heads = reader.headers()?.clone();
    let texts: Vec<usize> = (0..heads.len()).filter(|at| heads[*at].ends_with("_en")).collect();
    let mut writer = csv::Writer::from_path(to)?;
    let names = texts.iter().map(|at| [heads[*at].trim_end_matches("en"), TAG].concat());
    writer.write_record(heads.iter().map(str::to_owned).chain(names))?;
    for record in reader.records() {
        let record = record?;
        writer.write_record(record.iter().map(str::to_owned).chain(texts.iter().map(|at| text(&record[*at]))))?;
    }
    writer.flush()
}

fn package(json: &str) -> Result<String, Error> {
    let mut package: serde_json::Value = serde_json::from_str(json)?;
    for name in ["title", "description"] {
        let english = package[format!("{name}_en")].as_str().unwrap_or_default();
        package[format!("{name}_{TAG}")] = text(english).into();
    }
    if let Some(languages) = package["languages"].as_array_mut() {
        languages.push(TAG.into());
    }
    Ok(package.to_string())
}
