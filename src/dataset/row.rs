//! Typed access to the cells of a row; whatever is wrong with one is reported when it is read.
//!
//! Each reader answers `None` for a cell that has a problem, so that a record can be put together after all of its
//! cells are read: the first mistake in a row does not hide the second.

use super::parse::{self, Fault};
use super::problem::{Collector, Place};
use super::schema::{Field, Kind};
use super::table::{Record, Table};
use super::told::{Told, quoted};
use crate::told;
use atlas_core::letters;
use atlas_core::model::Text;
use atlas_messages::typography;
use std::collections::HashSet;

/// What every row is read with.
pub(super) struct Context {
    pub languages: Vec<String>,
    pub problems: Collector,
}

/// A row with a cell for each column.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    table: &'a Table,
    record: &'a Record,
    context: &'a Context,
}

/// What stands in a cell.
enum Cell<'a> {
    /// Its column is missing or it holds what no cell may; reported already.
    Unreadable,
    Empty,
    Filled(&'a str),
}

impl<'a> Row<'a> {
    /// Every row of a table, also those that have not the right number of cells.
    pub fn every(table: &'a Table, context: &'a Context) -> impl Iterator<Item = Row<'a>> {
        table.records.iter().map(move |record| Row { table, record, context })
    }

    /// The rows of a table that have a cell for each column.
    pub fn all(table: &'a Table, context: &'a Context) -> impl Iterator<Item = Row<'a>> {
        Row::every(table, context).filter(|row| row.record.sound)
    }

    /// Each row of a table as `read` makes a record of it: `None` where the row has a problem.
    pub fn map<T>(table: &'a Table, context: &'a Context, read: impl Fn(Row<'a>) -> Option<T>) -> Vec<Option<T>> {
        Row::every(table, context).map(|row| if row.record.sound { read(row) } else { None }).collect()
    }

    /// The row's number as a spreadsheet counts it.
    pub fn number(&self) -> u32 {
        self.record.number
    }

    /// Reports a problem of a column of this row.
    pub fn report(&self, column: &str, what: Told, expected: Told) {
        let place = Place { file: &self.table.file, row: Some(self.record.number), column: Some(column) };
        self.context.problems.add(place, what, expected);
    }

    /// Reports that, with this row, a column that holds several ids names too many in all.
    pub fn too_many_links(&self, column: &str, found: usize, most: usize) {
        self.report(column, told!("ids-up-to-here", number = found), told!("in-all-rows-at-most", number = most));
    }

    /// The row's id, reported where it is missing or malformed.
    pub fn id(&self) -> Option<&'a str> {
        let well_formed = |cell: &'a str| parse::is_id(cell).then_some(cell).ok_or_else(|| parse::malformed_id(cell));
        self.required("id", well_formed)
    }

    /// What stands in an untranslated column, if anything does; whatever is wrong with it is reported elsewhere.
    pub fn named(&self, column: &str) -> Option<&'a str> {
        self.table.named(self.record, column)
    }

    /// Reports that a column is empty though another demands it.
    pub fn report_empty(&self, name: &str, expected: Told) {
        let (_, column) = self.table.schema.field(name);
        self.report(&self.column_name(column, 0), told!("empty-beside-fellows"), expected);
    }

    /// The row's id, which is checked elsewhere.
    pub fn slug(&self) -> Option<String> {
        self.table.slug(self.record).map(str::to_owned)
    }

    /// The value in a column that each row must fill.
    pub fn required<T>(&self, name: &str, parse: impl FnOnce(&'a str) -> Result<T, Fault>) -> Option<T> {
        let (position, column) = self.table.schema.field(name);
        debug_assert!(column.required, "{name} is optional");
        match self.cell(position, column, 0) {
            Cell::Unreadable => None,
            Cell::Empty => {
                self.report(name, told!("empty"), column.kind.expectation());
                None
            }
            Cell::Filled(cell) => self.parsed(name, parse(cell)),
        }
    }

    /// The value in a column that may be empty.
    pub fn optional<T>(&self, name: &str, parse: impl FnOnce(&'a str) -> Result<T, Fault>) -> Option<Option<T>> {
        let (position, column) = self.table.schema.field(name);
        debug_assert!(!column.required, "{name} is required");
        match self.cell(position, column, 0) {
            Cell::Unreadable => None,
            Cell::Empty => Some(None),
            Cell::Filled(cell) => self.parsed(name, parse(cell)).map(Some),
        }
    }

    /// The values in a column that may hold several, none where it is empty.
    pub fn list<T>(&self, name: &str, parse: impl Fn(&'a str) -> Result<T, Fault>) -> Option<Vec<T>> {
        let parts = self.optional(name, parse::list)?.unwrap_or_default();
        let mut seen = HashSet::with_capacity(parts.len());
        let mut values = Vec::with_capacity(parts.len());
        for part in &parts {
            if !seen.insert(*part) {
                self.report(name, told!("twice", value = quoted(part)), told!("each-id-once"));
            }
            values.extend(self.parsed(name, parse(part)));
        }
        (values.len() == parts.len()).then_some(values)
    }

    /// A text without language.
    pub fn plain(&self, name: &str) -> Option<String> {
        self.optional(name, |cell| Ok(cell.to_owned())).map(Option::unwrap_or_default)
    }

    /// A text, in all languages or, where that is allowed, in none.
    pub fn text(&self, name: &str) -> Option<Text> {
        let (position, column) = self.table.schema.field(name);
        let cells: Vec<_> = (0..self.context.languages.len())
            .map(|language| match self.cell(position, column, language) {
                Cell::Unreadable => None,
                Cell::Empty => Some(""),
                Cell::Filled(text) => Some(text),
            })
            .collect();
        let texts = cells.into_iter().collect::<Option<Vec<&str>>>()?;
        let Some(written) = texts.iter().position(|text| !text.is_empty()) else {
            if !column.required {
                return Some(Text::default());
            }
            self.report(&self.column_name(column, 0), told!("empty"), column.kind.expectation());
            return None;
        };
        let mut good = true;
        for (language, text) in texts.iter().enumerate() {
            let name = || self.column_name(column, language);
            if text.is_empty() {
                let expected = told!("translation-of", column = self.column_name(column, written));
                self.report(&name(), told!("no-translation"), expected);
                good = false;
            } else if let (Kind::Texts, Err(Fault::Here(what, expected))) = (column.kind, parse::list(text)) {
                self.report(&name(), what, expected);
                good = false;
            }
        }
        good.then(|| Text(texts.iter().map(|text| typography::bind(text)).collect()))
    }

    fn cell(&self, position: usize, column: &Field, language: usize) -> Cell<'a> {
        let Some(cell) = self.table.cell(self.record, position, language) else { return Cell::Unreadable };
        let limit = match column.kind {
            // A list is as long as the table that it refers to.
            Kind::References(_) => usize::MAX,
            _ => letters::LONGEST_TEXT,
        };
        if let Some((what, expected)) = parse::unfit(cell, limit) {
            self.report(&self.column_name(column, language), what, expected);
            return Cell::Unreadable;
        }
        match cell.trim() {
            "" => Cell::Empty,
            cell => Cell::Filled(cell),
        }
    }

    fn parsed<T>(&self, column: &str, result: Result<T, Fault>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(Fault::Elsewhere) => None,
            Err(Fault::Here(what, expected)) => {
                self.report(column, what, expected);
                None
            }
        }
    }

    fn column_name(&self, column: &Field, language: usize) -> String {
        column.names(&self.context.languages).swap_remove(language)
    }
}
