//! The tables and their fields: what each is called and what may stand in it.
//!
//! `datapackage.json` says the same for other tools; a test holds the two against each other.

use super::problem::one_of;
use atlas_core::limits;
use atlas_core::model::{ActivityState, CountUnit, Coverage, EventKind, InstrumentKind, RelationKind, SourceKind};

/// What the cells of a field hold.
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
    /// An address on the web.
    Url,
    /// A day.
    Day,
    /// A date or an interval, in EDTF.
    Date,
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

/// A field of a table: one column of its file, or, where it is translated, one per language.
#[derive(Clone, Copy)]
pub struct Field {
    /// Its name; of texts, without the language.
    pub name: &'static str,
    /// What its cells hold.
    pub kind: Kind,
    /// Whether each cell must be filled.
    pub required: bool,
}

/// A table.
pub struct Table {
    /// Its name; its file is this with `.csv`.
    pub name: &'static str,
    /// Its fields, in the order of the columns.
    pub fields: &'static [Field],
    /// Whether the file may be absent.
    pub optional: bool,
    /// How many rows it may have; [`limits`] says why.
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
            Kind::Url => "an address that begins with https:// or http://".into(),
            Kind::Day => "a day such as 2026-11-23".into(),
            Kind::Date => "an EDTF date such as 2016-08-05, 2019-09, 2016 or 2016/2020".into(),
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

impl Table {
    /// The name of its file.
    pub fn file(&self) -> String {
        format!("{}.csv", self.name)
    }

    /// The position and the description of a field.
    ///
    /// # Panics
    /// If the table has no such field: the names are this crate's own.
    pub fn field(&self, name: &str) -> (usize, &'static Field) {
        let position = self.fields.iter().position(|field| field.name == name);
        let position = position.unwrap_or_else(|| panic!("{} has no field {name}", self.name));
        (position, &self.fields[position])
    }
}

const fn required(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, required: true }
}

const fn optional(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, required: false }
}

const fn table(name: &'static str, limit: usize, fields: &'static [Field]) -> Table {
    Table { name, fields, optional: false, limit }
}

const ID: Field = required("id", Kind::Id);
const NAME: Field = required("name", Kind::Text);
const NOTE: Field = optional("note", Kind::Text);
const SOURCE: Field = required("source", Kind::Reference(&["sources"]));
const LOCATOR: Field = required("locator", Kind::Locator);
const PARTNERSHIP: Field = required("partnership", Kind::Reference(&["partnerships"]));
const SPELLING: Field = optional("source_spelling", Kind::Plain);
const SUBJECTS: Kind = Kind::Reference(&["instruments", "proposals", "events"]);

macro_rules! values {
    ($enumeration:ident) => {
        Kind::Value(|| $enumeration::ALL.iter().map(|value| value.id()).collect())
    };
}

/// `sources`
pub static SOURCES: Table = table(
    "sources",
    limits::SOURCES,
    &[
        ID,
        required("kind", values!(SourceKind)),
        required("title", Kind::Text),
        optional("original_title", Kind::Plain),
        optional("language", Kind::Plain),
        required("issuer", Kind::Text),
        optional("url", Kind::Url),
        optional("published", Kind::Date),
        required("read", Kind::Day),
        NOTE,
    ],
);
/// `sections`
pub static SECTIONS: Table = table("sections", limits::SECTIONS, &[SOURCE, required("id", Kind::Section), NAME]);
/// `partnerships`
pub static PARTNERSHIPS: Table = table(
    "partnerships",
    limits::PARTNERSHIPS,
    &[
        ID,
        NAME,
        required("parties", Kind::Texts),
        NOTE,
        optional("background", Kind::Text),
        optional("background_source", Kind::Reference(&["sources"])),
        optional("background_locator", Kind::Locator),
        SOURCE,
        LOCATOR,
    ],
);
/// `groups`
pub static GROUPS: Table = table("groups", limits::GROUPS, &[ID, NAME]);
/// `sectors`
pub static SECTORS: Table = table(
    "sectors",
    limits::SECTORS,
    &[
        ID,
        required("group", Kind::Reference(&["groups"])),
        NAME,
        optional("aliases", Kind::Texts),
        NOTE,
        SOURCE,
        LOCATOR,
    ],
);
/// `instruments`
pub static INSTRUMENTS: Table = table(
    "instruments",
    limits::INSTRUMENTS,
    &[
        ID,
        PARTNERSHIP,
        required("kind", values!(InstrumentKind)),
        NAME,
        required("short", Kind::Text),
        optional("aliases", Kind::Texts),
        SPELLING,
        optional("adopted", Kind::Reference(&["events"])),
        optional("not_before", Kind::Date),
        optional("not_before_note", Kind::Text),
        optional("not_before_locator", Kind::Locator),
        optional("stated_count", Kind::Number),
        optional("stated_unit", values!(CountUnit)),
        NOTE,
        SOURCE,
        LOCATOR,
    ],
);
/// `proposals`
pub static PROPOSALS: Table = table("proposals", limits::PROPOSALS, &[ID, PARTNERSHIP, NAME, NOTE, SOURCE, LOCATOR]);
/// `coverage`
pub static COVERAGE: Table = table(
    "coverage",
    limits::COVERAGE,
    &[
        required("sector", Kind::Reference(&["sectors"])),
        optional("instrument", Kind::Reference(&["instruments"])),
        optional("partnership", Kind::Reference(&["partnerships"])),
        required("coverage", values!(Coverage)),
        NOTE,
        SOURCE,
        LOCATOR,
    ],
);
/// `events`
pub static EVENTS: Table = table(
    "events",
    limits::EVENTS,
    &[
        ID,
        PARTNERSHIP,
        required("kind", values!(EventKind)),
        optional("date", Kind::Date),
        optional("date_by", Kind::Date),
        optional("date_note", Kind::Text),
        optional("place", Kind::Text),
        optional("forum", Kind::Text),
        optional("forum_of", Kind::Reference(&["partnerships"])),
        NAME,
        required("summary", Kind::Text),
        optional("instruments", Kind::References(&["instruments"])),
        optional("proposals", Kind::References(&["proposals"])),
        NOTE,
        SOURCE,
        LOCATOR,
    ],
);
/// `terms`
pub static TERMS: Table = table(
    "terms",
    limits::TERMS,
    &[
        required("instrument", Kind::Reference(&["instruments"])),
        required("term", Kind::Interval),
        required("event", Kind::Reference(&["events"])),
        NOTE,
        SOURCE,
        LOCATOR,
    ],
);
/// `participants`
pub static PARTICIPANTS: Table = table(
    "participants",
    limits::PARTICIPANTS,
    &[required("event", Kind::Reference(&["events"])), NAME, required("role", Kind::Text), SPELLING, SOURCE, LOCATOR],
);
/// `relations`
pub static RELATIONS: Table = table(
    "relations",
    limits::RELATIONS,
    &[
        required("subject", SUBJECTS),
        required("relation", values!(RelationKind)),
        required("object", SUBJECTS),
        NOTE,
        SOURCE,
        LOCATOR,
    ],
);
/// `activities`
pub static ACTIVITIES: Table = Table {
    optional: true,
    ..table(
        "activities",
        limits::ACTIVITIES,
        &[
            ID,
            required("instrument", Kind::Reference(&["instruments"])),
            optional("sectors", Kind::References(&["sectors"])),
            required("title", Kind::Text),
            optional("date", Kind::Date),
            required("state", values!(ActivityState)),
            SOURCE,
            LOCATOR,
        ],
    )
};

/// Every table, in the order in which they build on each other.
pub static TABLES: [&Table; 13] = [
    &SOURCES,
    &SECTIONS,
    &PARTNERSHIPS,
    &GROUPS,
    &SECTORS,
    &INSTRUMENTS,
    &PROPOSALS,
    &COVERAGE,
    &EVENTS,
    &TERMS,
    &PARTICIPANTS,
    &RELATIONS,
    &ACTIVITIES,
];
