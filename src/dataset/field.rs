//! What a table and a column are, and what may stand in a cell: the words in which `schema` describes the tables.

use super::problem::one_of;

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
    pub fn expectation(self) -> String {
        match self {
            Kind::Id => "lower-case letters, digits and single hyphens, such as `mou-2018`".into(),
            Kind::Section => "upper-case letters, such as `A`".into(),
            Kind::Text | Kind::Plain => "a text".into(),
            Kind::Texts => "texts with ` | ` between them".into(),
            Kind::Language => "a tag such as `en`, `ru` or `zh-Hans`".into(),
            Kind::Url => "an address that begins with https:// or http://".into(),
            Kind::Day => "a day such as 2026-11-23".into(),
            Kind::Date => "an EDTF date such as 2016-08-05, 2019-09 or 2016~".into(),
            Kind::Limit => "a day, month or year without `~`, `?` or `%`".into(),
            Kind::Time => "an EDTF date such as 2016-08-05, 2019-09, 2016 or 2016/2020".into(),
            Kind::Interval => "an EDTF interval such as 2016/2020 or 2018/..".into(),
            Kind::Number => "a whole number from 1 to 65535".into(),
            Kind::Value(values) => one_of(values()),
            Kind::Reference(tables) => an_id_of(tables),
            Kind::References(tables) => format!("{}, or several with ` | ` between them", an_id_of(tables)),
            Kind::Locator => {
                "a section's letters and a sentence's number (0: its heading), such as `B7` or `B0 B5`".into()
            }
        }
    }
}

/// What a reference should be, in words.
pub(super) fn an_id_of(tables: &[&str]) -> String {
    let files: Vec<String> = tables.iter().map(|table| format!("{table}.csv")).collect();
    match files.split_last() {
        Some((last, others)) if !others.is_empty() => format!("an id of {} or {last}", others.join(", ")),
        _ => format!("an id of {}", files.concat()),
    }
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
