//! The tables and their columns: what each is called, what it says, and what may stand in it.
//!
//! `datapackage.json` tells other tools the same: `descriptor` writes it from here.

pub use super::field::{Field, Kind, Table};

use atlas_core::limits;
use atlas_core::model::{ActivityState, CountUnit, Coverage, EventKind, InstrumentKind, RelationKind, SourceKind};

const fn required(name: &'static str, kind: Kind, doc: &'static str) -> Field {
    Field { name, kind, required: true, longest: None, doc }
}

const fn optional(name: &'static str, kind: Kind, doc: &'static str) -> Field {
    Field { name, kind, required: false, longest: None, doc }
}

const fn id(doc: &'static str) -> Field {
    required("id", Kind::Id, doc)
}

const fn name(doc: &'static str) -> Field {
    required("name", Kind::Text, doc)
}

const fn partnership(doc: &'static str) -> Field {
    required("partnership", Kind::Reference(&["partnerships"]), doc)
}

const fn instrument(doc: &'static str) -> Field {
    required("instrument", Kind::Reference(&["instruments"]), doc)
}

const fn source(doc: &'static str) -> Field {
    required("source", Kind::Reference(&["sources"]), doc)
}

const NOTE: Field =
    optional("note", Kind::Text, "What else a reader must know, above all where the source is unclear.");
const SOURCE: Field = source("The document that says so.");
const LOCATOR: Field = required(
    "locator",
    Kind::Locator,
    "The places in it, separated by spaces. Each is a section's id and the number of a sentence in that section: B7 is the \
     seventh sentence of section B, B0 its heading.",
);
const SPELLING: Field = optional(
    "source_spelling",
    Kind::Plain,
    "The name as the source spells it, where that is unusual; searched as well.",
);
const SUBJECTS: Kind = Kind::Reference(&["instruments", "proposals", "events"]);

macro_rules! values {
    ($enumeration:ident) => {
        Kind::Value(|| $enumeration::ALL.iter().map(|value| value.id()).collect())
    };
}

/// `sources`
pub static SOURCES: Table = Table {
    name: "sources",
    title: "Sources",
    doc: "One row is a document that facts are taken from.",
    limit: limits::SOURCES,
    optional: false,
    key: &["id"],
    fields: &[
        id("Short name of the source, used in the source columns."),
        required(
            "kind",
            values!(SourceKind),
            "main: the facts are taken from it. background: it explains what they speak of, and is shown as not being their \
             source.",
        ),
        required("title", Kind::Text, "Title of the document."),
        optional(
            "original_title",
            Kind::Plain,
            "Title as the document has it, in its own language; citations give it, with the translation after it. Filled \
             with language.",
        ),
        optional("language", Kind::Language, "The language of original_title."),
        required("issuer", Kind::Text, "Who issued it."),
        optional("url", Kind::Url, "Where it can be read."),
        optional("published", Kind::Date, "When it was published; empty if the document does not say."),
        required("read", Kind::Day, "The day on which it was read for these tables."),
        NOTE,
    ],
};

/// `sections`
pub static SECTIONS: Table = Table {
    name: "sections",
    title: "Sections of the sources",
    doc: "One row is a section that locators refer to.",
    limit: limits::SECTIONS,
    optional: false,
    key: &["source", "id"],
    fields: &[
        source("The document."),
        required("id", Kind::Section, "The letters with which locators into this section begin."),
        name("What the section is about, in short and in our words, as readers are shown it."),
    ],
};

/// `partnerships`
pub static PARTNERSHIPS: Table = Table {
    name: "partnerships",
    title: "Partnerships",
    doc: "One row is two or more parties that cooperate. The order is that of the matrix.",
    limit: limits::PARTNERSHIPS,
    optional: false,
    key: &["id"],
    fields: &[
        id("Short name of the partnership; also the name of its column \"no instrument named\"."),
        name("Name of the partnership."),
        required("parties", Kind::Texts, "The parties."),
        NOTE,
        optional(
            "background",
            Kind::Text,
            "What another source tells that helps to understand the partnership; only with its source and locator.",
        ),
        optional("background_source", Kind::Reference(&["sources"]), "The document that tells it."),
        optional("background_locator", Kind::Locator, "The places in that document, as in locator."),
        SOURCE,
        LOCATOR,
    ],
};

/// `groups`
pub static GROUPS: Table = Table {
    name: "groups",
    title: "Groups of sectors",
    doc: "One row is a heading under which sectors are shown. The groups are an arrangement of the dataset, not a statement \
          of the source.",
    limit: limits::GROUPS,
    optional: false,
    key: &["id"],
    fields: &[id("Short name of the group."), name("Name of the group.")],
};

/// `sectors`
pub static SECTORS: Table = Table {
    name: "sectors",
    title: "Sectors",
    doc: "One row is a sector of cooperation: a row of the matrix, in this order.",
    limit: limits::SECTORS,
    optional: false,
    key: &["id"],
    fields: &[
        id("Short name of the sector."),
        required("group", Kind::Reference(&["groups"]), "The group that it stands in."),
        name("Name of the sector."),
        optional("aliases", Kind::Texts, "Other words that a search finds it by."),
        NOTE,
        SOURCE,
        Field {
            doc: "Where the sector is named first. The places in the source, separated by spaces. Each is a section's id and \
                  the number of a sentence in that section: B7 is the seventh sentence of section B, B0 its heading.",
            ..LOCATOR
        },
    ],
};

/// `instruments`
pub static INSTRUMENTS: Table = Table {
    name: "instruments",
    title: "Instruments",
    doc: "One row is an agreement, memorandum, programme or plan of a partnership: a column of the matrix, in this order.",
    limit: limits::INSTRUMENTS,
    optional: false,
    key: &["id"],
    fields: &[
        id(
            "Short name of the instrument. Partnerships, instruments, proposals and events share one set of names: none may \
            occur in two of these tables.",
        ),
        partnership("Whose instrument it is."),
        required("kind", values!(InstrumentKind), "What it is."),
        name("Name, the official one where there is one, in the usual spelling."),
        Field {
            longest: Some(28),
            ..required("short", Kind::Text, "Name at the head of a column, at most 28 characters.")
        },
        optional("aliases", Kind::Texts, "Other names and abbreviations that a search finds it by."),
        SPELLING,
        optional(
            "adopted",
            Kind::Reference(&["events"]),
            "The event by which it was adopted; empty if none is stated.",
        ),
        optional(
            "not_before",
            Kind::Limit,
            "The earliest that the source allows; only where no adoption is stated. On days before its first day the state \
             is undetermined.",
        ),
        optional("not_before_note", Kind::Text, "Why not before; filled with not_before."),
        optional(
            "not_before_locator",
            Kind::Locator,
            "The places in the row's source that set this limit, as in locator.",
        ),
        optional("stated_count", Kind::Number, "A number that the source states of it, of what stated_unit says."),
        optional("stated_unit", values!(CountUnit), "What stated_count counts; filled exactly where stated_count is."),
        NOTE,
        SOURCE,
        LOCATOR,
    ],
};

/// `proposals`
pub static PROPOSALS: Table = Table {
    name: "proposals",
    title: "Proposals",
    doc: "One row is something proposed that is not an instrument and has no coverage.",
    limit: limits::PROPOSALS,
    optional: false,
    key: &["id"],
    fields: &[
        id("Short name of the proposal; shares one set of names with partnerships, instruments and events."),
        partnership("Whose cooperation it would be."),
        name("Name of the proposal."),
        NOTE,
        SOURCE,
        LOCATOR,
    ],
};

/// `coverage`
pub static COVERAGE: Table = Table {
    name: "coverage",
    title: "Coverage",
    doc: "One row is a cell of the matrix: a sector, and either an instrument or a partnership, where the source names no \
          instrument. No row means \"not mentioned in the source\", never \"not covered\".",
    limit: limits::COVERAGE,
    optional: false,
    key: &["sector", "instrument", "partnership"],
    fields: &[
        required("sector", Kind::Reference(&["sectors"]), "The sector."),
        Field { required: false, ..instrument("The instrument. Exactly one of instrument and partnership is filled.") },
        Field {
            required: false,
            ..partnership("The partnership, for cooperation that the source names no instrument for.")
        },
        required(
            "coverage",
            values!(Coverage),
            "covered: its title names the sector, or the source says that it covers it. named-area: the instrument names it \
             as an area in which cooperation may develop. sectoral: cooperation, no instrument named. exploring: projects \
             are being explored. The first two go with an instrument, the others with a partnership.",
        ),
        NOTE,
        SOURCE,
        LOCATOR,
    ],
};

/// `events`
pub static EVENTS: Table = Table {
    name: "events",
    title: "Events",
    doc: "One row is an act, dated or not.",
    limit: limits::EVENTS,
    optional: false,
    key: &["id"],
    fields: &[
        id("Short name of the event; shares one set of names with partnerships, instruments and proposals."),
        partnership("The partnership that the event is about."),
        required("kind", values!(EventKind), "What was done. These are different acts and are kept apart."),
        optional("date", Kind::Time, "When, no more precise than the source. Empty if not stated."),
        optional(
            "date_by",
            Kind::Date,
            "The latest date that an undated event can have; only where date is empty. On days before it nobody can tell \
             whether the event was known.",
        ),
        optional("date_note", Kind::Text, "What the source implies, or what is derived from it, about the date."),
        optional("place", Kind::Text, "Where."),
        optional("forum", Kind::Text, "The meeting at which it happened, by name and number."),
        optional("forum_of", Kind::Reference(&["partnerships"]), "Whose meeting that was; only and always with forum."),
        Field { longest: Some(48), ..name("A few words for a mark on the timeline, at most 48 characters.") },
        required("summary", Kind::Text, "What was done and by whom, in one sentence of our own."),
        optional("instruments", Kind::References(&["instruments"]), "The instruments that it concerns."),
        optional("proposals", Kind::References(&["proposals"]), "The proposals that it concerns."),
        NOTE,
        SOURCE,
        LOCATOR,
    ],
};

/// `terms`
pub static TERMS: Table = Table {
    name: "terms",
    title: "Terms",
    doc: "One row is a term of an instrument as one event made it known. The first term comes first, extensions follow. An \
          instrument without a row has no stated term.",
    limit: limits::TERMS,
    optional: false,
    key: &["instrument", "event"],
    fields: &[
        instrument("The instrument."),
        required("term", Kind::Interval, "The stated term. An end year is included."),
        required("event", Kind::Reference(&["events"]), "The event that made the term known."),
        NOTE,
        SOURCE,
        LOCATOR,
    ],
};

/// `participants`
pub static PARTICIPANTS: Table = Table {
    name: "participants",
    title: "Participants",
    doc: "One row is a body or a person at an event.",
    limit: limits::PARTICIPANTS,
    optional: false,
    key: &["event", "name"],
    fields: &[
        required("event", Kind::Reference(&["events"]), "The event."),
        name("Who, in the usual spelling."),
        required("role", Kind::Text, "In which role."),
        SPELLING,
        SOURCE,
        LOCATOR,
    ],
};

/// `relations`
pub static RELATIONS: Table = Table {
    name: "relations",
    title: "Relations",
    doc: "One row is a relation between two records.",
    limit: limits::RELATIONS,
    optional: false,
    key: &["subject", "relation", "object"],
    fields: &[
        required("subject", SUBJECTS, "From where."),
        required(
            "relation",
            values!(RelationKind),
            "implements: the subject carries out the object. extends: the subject lengthens the term of the object. \
             recommended-before: what the subject speaks of is recommended before the object. concerns: the subject is \
             about the object.",
        ),
        required("object", SUBJECTS, "To where."),
        NOTE,
        SOURCE,
        LOCATOR,
    ],
};

/// `activities`
pub static ACTIVITIES: Table = Table {
    name: "activities",
    title: "Activities",
    doc: "Optional: one row is a single activity of an instrument.",
    limit: limits::ACTIVITIES,
    optional: true,
    key: &["id"],
    fields: &[
        id("Short name of the activity."),
        instrument("The instrument."),
        optional(
            "sectors",
            Kind::References(&["sectors"]),
            "Its sectors; each has a row of coverage with that instrument.",
        ),
        required("title", Kind::Text, "What the activity is."),
        optional("date", Kind::Time, "When; empty if not stated."),
        required("state", values!(ActivityState), "How far it has come, as the source says."),
        SOURCE,
        LOCATOR,
    ],
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
