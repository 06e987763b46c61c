//! What is read, wherever it comes from: the description of the set, and the content of each table that there is.
//!
//! Owns the reading of folders; workbooks and archives become the same in `atlas_sheets`.

use super::problem::{Collector, Place};
use super::schema::{self, TABLES};
use super::told::Told;
use crate::told;
use csv::StringRecord;
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

/// The name of the file that describes a set.
pub(super) const FILE: &str = "datapackage.json";

/// The name of the sheet that says the same in a workbook.
pub(super) const SHEET: &str = "package";

/// A set as its author hands it over.
#[derive(Default)]
pub struct Input {
    /// `datapackage.json`.
    pub package: Option<Content>,
    /// The tables that there are, by their names in the schema.
    pub tables: BTreeMap<&'static str, Content>,
    /// Whether the tables are sheets of a workbook, and not files.
    pub sheets: bool,
}

/// A row of a sheet. Whoever reads it also shows it beside its problem, and a large sheet has no room for a second of each.
pub type Cells = Arc<StringRecord>;

/// What a table holds before anything is known of it.
pub enum Content {
    /// The bytes of a CSV file, or of the description.
    Bytes(Vec<u8>),
    /// Rows with their numbers in the sheet that they come from; the header is the first.
    Rows(Vec<(u32, Cells)>),
    /// Nothing, for this reason.
    Broken(Told),
}

impl Input {
    /// The files of a folder; `None` where there is none, which is reported.
    pub(super) fn of_folder(dir: &Path, problems: &Collector) -> Option<Input> {
        if !dir.is_dir() {
            let place = Place { file: &dir.display().to_string(), row: None, column: None };
            problems.add(place, told!("no-such-folder"), told!("a-folder"));
            return None;
        }
        let content = |file: &str| match std::fs::read(dir.join(file)) {
            Ok(bytes) => Some(Content::Bytes(bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => Some(Content::Broken(told!("cannot-be-read", error = error.to_string()))),
        };
        let tables = TABLES.iter().filter_map(|table| Some((table.name, content(&table.file())?)));
        Some(Input { package: content(FILE), tables: tables.collect(), sheets: false })
    }

    /// The description, or why there is none, which is reported.
    pub(super) fn package(&self, problems: &Collector) -> Option<&[u8]> {
        let what = match &self.package {
            Some(Content::Bytes(bytes)) => return Some(bytes),
            Some(Content::Broken(why)) => why.clone(),
            _ if self.sheets => told!("no-such-sheet"),
            _ => told!("no-such-file"),
        };
        let file = if self.sheets { SHEET } else { FILE };
        problems.add(Place { file, row: None, column: None }, what, told!("a-data-package"));
        None
    }

    /// The content of a table, or why there is none, which is reported unless there need not be any.
    pub(super) fn table(&self, schema: &schema::Table, problems: &Collector) -> Option<&Content> {
        let what = match self.tables.get(schema.name) {
            Some(Content::Broken(why)) => why.clone(),
            Some(content) => return Some(content),
            None if schema.optional => return None,
            None if self.sheets => told!("no-such-sheet"),
            None => told!("no-such-file"),
        };
        problems.add(Place { file: &schema.file(), row: None, column: None }, what, told!("a-table"));
        None
    }
}
