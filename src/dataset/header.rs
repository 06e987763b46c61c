//! The header of a table: where each column stands, and which are missing, unknown or doubled.

use super::nearest::nearest;
use super::problem::{Collector, Place};
use super::schema::{Field, Table};
use super::told::{Told, one_of, quoted};
use crate::told;
use csv::StringRecord;
use strsim::levenshtein;

/// Where each column of the schema stands in the file, by language where it is translated.
#[derive(Default, PartialEq, Eq)]
pub(super) struct Header(Vec<Vec<Option<usize>>>);

impl Header {
    /// Finds the columns of the schema, and reports what is wrong; `None` if there is no header at all.
    pub fn read(
        schema: &Table,
        row: u32,
        cells: &StringRecord,
        languages: &[String],
        problems: &Collector,
    ) -> Option<Header> {
        let names: Vec<&str> = cells.iter().map(str::trim).collect();
        let known: Vec<String> = schema.fields.iter().flat_map(|column| column.names(languages)).collect();
        let file = schema.file();
        let report = |column: Option<&str>, what: Told, expected: Told| {
            problems.add(Place { file: &file, row: Some(row), column }, what, expected);
        };
        let mut missing: Vec<&str> = known.iter().map(String::as_str).filter(|name| !names.contains(name)).collect();
        let all = told!("the-columns", names = known.join(", "));
        if missing.len() == known.len() {
            report(None, told!("no-header"), all);
            return None;
        }
        for (position, name) in names.iter().enumerate() {
            if names[..position].contains(name) {
                report(Some(&shown(name)), told!("column-twice"), told!("column-once"));
            } else if !known.iter().any(|known| known == name) {
                let meant = meant(name, schema, languages, &known, &mut missing);
                report(Some(&shown(name)), told!("unknown-column"), meant);
            }
        }
        for name in missing {
            report(Some(name), told!("missing-column"), all.clone());
        }
        let position = |name: &String| names.iter().position(|other| other == name);
        let positions = |column: &Field| column.names(languages).iter().map(position).collect();
        Some(Header(schema.fields.iter().map(positions).collect()))
    }

    /// The header of a table that has every column, in the order of the schema.
    pub fn complete(schema: &Table, languages: &[String]) -> Header {
        let mut next = 0;
        let mut places = |column: &Field| {
            let first = next;
            next += column.names(languages).len();
            (first..next).map(Some).collect()
        };
        Header(schema.fields.iter().map(&mut places).collect())
    }

    /// Where a column stands, if the file has it.
    pub fn position(&self, column: usize, language: usize) -> Option<usize> {
        *self.0.get(column)?.get(language)?
    }
}

/// What an unknown column is likely to be: a text in a language that the package does not name, or a missing column,
/// which is then not reported again.
fn meant(name: &str, schema: &Table, languages: &[String], known: &[String], missing: &mut Vec<&str>) -> Told {
    let is_foreign = schema.fields.iter().any(|column| {
        let language = name.strip_prefix(column.name).and_then(|rest| rest.strip_prefix('_'));
        column.kind.is_translated() && language.is_some_and(|tag| (2..=3).contains(&tag.len()))
    });
    if is_foreign {
        return told!("language-of-package", values = one_of(languages.iter().map(String::as_str)));
    }
    let is_close = |word: &&str| levenshtein(name, word) <= name.chars().count() / 3 + 1;
    if let Some(meant) = nearest(name, missing.iter().copied()).filter(is_close) {
        missing.retain(|other| *other != meant);
        return told!("this", value = quoted(meant));
    }
    told!("known-column", near = one_of(nearest(name, known.iter().map(String::as_str))))
}

/// An unknown name as a message shows it.
fn shown(name: &str) -> String {
    if name.is_empty() { "(no name)".into() } else { quoted(name).trim_matches('`').into() }
}
