//! What a table and a column are, and what may stand in a cell: the words in which `schema` describes the tables.

use super::told::{Arg, Told, one_of};
use crate::told;

/// What the cells of a column hold.
#[derive(Clone, Copy)]
pub enum Kind {
    /// The id of the row.
    Id,
    /// The letters of a source's section.
    Section,
    /// A text, in one column per language.
    Text,
    /// Several texts, in one column per language, separated by ` | `.
    Texts,
    /// A text without language.
    Plain,
    /// The tag of a language.
    Language,
    /// An address on the web.
    Url,
    /// A day.
    Day,
    /// A date, in EDTF.
    Date,
    /// A date without doubt about it, in EDTF.
    Limit,
    /// A date or an interval, in EDTF.
    Time,
    /// An interval, in EDTF.
    Interval,
    /// A whole number.
    Number,
    /// One of some values.
    Value(fn() -> Vec<&'static str>),
    /// An id of one of some tables.
    Reference(&'static [&'static str]),
    /// Several ids of a table, separated by ` | `.
    References(&'static [&'static str]),
    /// Places in a source.
    Locator,
}

/// A column.
#[derive(Clone, Copy)]
pub struct Field {
    /// Its name; of texts, without the language.
    pub name: &'static str,
    /// What its cells hold.
    pub kind: Kind,
    /// Whether each cell must be filled.
    pub required: bool,
    /// How many letters a text of it should have at most, where it has little room. Other tools refuse a longer one;
    /// the atlas shows it, in more lines.
    pub longest: Option<usize>,
    /// What it says, in sentences for whoever fills it.
    pub doc: &'static str,
}

/// A table.
pub struct Table {
    /// Its name; its file is this with `.csv`.
    pub name: &'static str,
    /// What people call it.
    pub title: &'static str,
    /// What a row of it is.
    pub doc: &'static str,
    /// Its columns.
    pub fields: &'static [Field],
    /// The columns that tell its rows apart.
    pub key: &'static [&'static str],
    /// Whether the file may be absent.
    pub optional: bool,
    /// How many rows it may have; [`atlas_core::limits`] says why.
    pub limit: usize,
}

impl Kind {
    /// Whether there is one such column per language.
    pub fn is_translated(self) -> bool {
        matches!(self, Kind::Text | Kind::Texts)
    }

    /// What a cell should hold, in words.
    pub fn expectation(self) -> Told {
        match self {
            Kind::Id => told!("kind-id"),
            Kind::Section => told!("kind-section"),
            Kind::Text | Kind::Plain => told!("kind-text"),
            Kind::Texts => told!("kind-texts"),
            Kind::Language => told!("kind-language"),
            Kind::Url => told!("kind-url"),
            Kind::Day => told!("kind-day"),
            Kind::Date => told!("kind-date"),
            Kind::Limit => told!("kind-limit"),
            Kind::Time => told!("kind-time"),
            Kind::Interval => told!("kind-interval"),
            Kind::Number => told!("kind-number"),
            Kind::Value(values) => told!("one-of", values = one_of(values())),
            Kind::Reference(tables) => an_id_of(tables),
            Kind::References(tables) => told!("ids-of", tables = Arg::Tables(tables.to_vec())),
            Kind::Locator => told!("kind-locator"),
        }
    }
}

/// What a reference should be, in words.
pub(super) fn an_id_of(tables: &[&'static str]) -> Told {
    told!("id-of", tables = Arg::Tables(tables.to_vec()))
}

impl Field {
    /// Its names in a file: one, or one per language.
    pub fn names(&self, languages: &[String]) -> Vec<String> {
        if self.kind.is_translated() {
            languages.iter().map(|language| format!("{}_{language}", self.name)).collect()
        } else {
            vec![self.name.into()]
        }
    }
}

impl Table {
    /// The name of its file.
    pub fn file(&self) -> String {
        format!("{}.csv", self.name)
    }

    /// The position and the description of a column.
    ///
    /// # Panics
    /// If the table has no such column: the names are this crate's own.
    pub fn field(&self, name: &str) -> (usize, &'static Field) {
        let position = self.fields.iter().position(|column| column.name == name);
        let position = position.unwrap_or_else(|| panic!("{} has no column {name}", self.name));
        (position, &self.fields[position])
    }
}
