//! The dataset once it is checked: records, typed ids, and the columns of the matrix.
//!
//! Owns what the tables mean together; reading and checking them is `dataset`'s business, selecting from them
//! `query`'s. Every reference is a typed index that is known to be valid, so nothing here can fail.
//!
//! The records are plain data with public fields; a [`Dataset`] only lends them, so nobody can change one. Ids are
//! indices in authored order; the ids of the tables (`poc-2019`) are their `slug`.

use crate::time::known::{Known, KnownTerm, Standing};
use crate::time::{Bound, Day, Edtf, Interval, PartialDate};
use serde::Serialize;

mod belonging;
mod columns;
mod inferred;

use belonging::Belonging;
use columns::Columns;
pub use inferred::Inferred;

/// Declares index types, one per table.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub struct $name(pub u16);

        impl $name {
            /// The position in its table.
            pub fn index(self) -> usize {
                usize::from(self.0)
            }
        }
    )*};
}

ids! {
    /// A row of `sources`.
    SourceId;
    /// A row of `partnerships`.
    PartnershipId;
    /// A row of `groups`.
    GroupId;
    /// A row of `sectors`.
    SectorId;
    /// A row of `instruments`.
    InstrumentId;
    /// A row of `proposals`.
    ProposalId;
    /// A row of `events`.
    EventId;
    /// A column of the matrix; see [`Column`].
    ColumnId;
}

/// A text in each language of the dataset, in the order of [`Tables::languages`]; empty where there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Text(pub Vec<String>);

impl Text {
    /// The text in the language at this position of [`Tables::languages`].
    pub fn get(&self, language: usize) -> &str {
        self.0.get(language).map_or("", String::as_str)
    }

    /// Whether there is a text in no language.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(String::is_empty)
    }
}

/// Declares an enumeration of the tables: its values as they are written there.
macro_rules! values {
    ($(#[$doc:meta])* $name:ident { $($(#[$value_doc:meta])* $value:ident = $id:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub enum $name { $($(#[$value_doc])* $value,)* }

        impl $name {
            /// Every value, in the order in which readers see them.
            pub const ALL: &'static [$name] = &[$($name::$value,)*];

            /// The value as the tables, query strings and results write it.
            pub fn id(self) -> &'static str {
                match self { $($name::$value => $id,)* }
            }

            /// The value that is written so.
            pub fn parse(id: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|value| value.id() == id)
            }
        }
    };
}

values! {
    /// How a sector is covered.
    Coverage {
        /// The instrument's title names the sector, or the source says that the instrument covers it.
        Covered = "covered",
        /// The instrument names it as an area in which cooperation may develop.
        NamedArea = "named-area",
        /// Cooperation for which the source names no instrument.
        Sectoral = "sectoral",
        /// Projects are being explored.
        Exploring = "exploring",
    }
}

values! {
    /// What an instrument is.
    InstrumentKind {
        /// An agreement.
        Agreement = "agreement",
        /// A memorandum of understanding.
        Memorandum = "memorandum-of-understanding",
        /// A programme of cooperation.
        Programme = "programme-of-cooperation",
        /// A work programme.
        WorkProgramme = "work-programme",
        /// A plan of action.
        PlanOfAction = "plan-of-action",
        /// A work plan.
        WorkPlan = "work-plan",
    }
}

values! {
    /// What was done at an event. Different acts are kept apart: to note is not to endorse.
    EventKind {
        /// Something came into being.
        Launched = "launched",
        /// Something was proposed.
        Proposed = "proposed",
        /// A proposal was welcomed.
        Welcomed = "welcomed",
        /// Somebody was tasked.
        Tasked = "tasked",
        /// Something was noted.
        Noted = "noted",
        /// Something was agreed.
        Agreed = "agreed",
        /// Something was signed.
        Signed = "signed",
        /// Something was endorsed.
        Endorsed = "endorsed",
        /// A term was extended.
        Extended = "extended",
    }
}

values! {
    /// How two records are related.
    RelationKind {
        /// The subject implements the object.
        Implements = "implements",
        /// The subject extends the term of the object.
        Extends = "extends",
        /// What the subject speaks of is recommended before the object.
        RecommendedBefore = "recommended-before",
        /// The subject concerns the object.
        Concerns = "concerns",
    }
}

values! {
    /// How far an activity has come, as its source says.
    ActivityState {
        /// Planned.
        Planned = "planned",
        /// Going on.
        Ongoing = "ongoing",
        /// Completed.
        Completed = "completed",
        /// Put off.
        Postponed = "postponed",
        /// Cancelled.
        Cancelled = "cancelled",
    }
}

values! {
    /// What a source is to the dataset.
    SourceKind {
        /// The facts are taken from it.
        Main = "main",
        /// It explains what the facts speak of; what is taken from it is shown as background.
        Background = "background",
    }
}

values! {
    /// What an instrument's stated number counts.
    CountUnit {
        /// Activities.
        Activities = "activities",
        /// Articles.
        Articles = "articles",
    }
}

/// Who says so, and where: the source, and the places in it as `B7` or `B5 B7` (section, sentence); `B0` is the heading
/// of section B.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// The document.
    pub source: SourceId,
    /// The places in it, separated by spaces.
    pub locator: String,
}

/// A document that facts are taken from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Its id in the table.
    pub slug: String,
    /// Whether the facts are taken from it, or background to them.
    pub kind: SourceKind,
    /// Its title; a translation of it where the document is in another language.
    pub title: Text,
    /// Its title as the document has it, where some of [`Source::title`] are translations; else empty.
    pub original_title: String,
    /// The language of that title, as a tag; empty where there is none.
    pub language: String,
    /// Who issued it.
    pub issuer: Text,
    /// Where it can be read; `http` or `https`, or empty.
    pub url: String,
    /// When it was published; `None` where it does not say.
    pub published: Option<Edtf>,
    /// When it was read for the tables.
    pub read: Day,
    /// What else a reader must know of it.
    pub note: Text,
    /// Its sections, which locators refer to.
    pub sections: Vec<Section>,
}

/// A section of a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Section {
    /// The letters that locators begin with.
    pub slug: String,
    /// What it is about, in short and in the words of the dataset.
    pub name: Text,
}

/// Two or more parties that cooperate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Partnership {
    /// Its id in the table.
    pub slug: String,
    /// Its name.
    pub name: Text,
    /// The parties, in words.
    pub parties: Text,
    /// What else a reader must know of it.
    pub note: Text,
    /// What another source tells that helps to understand it.
    pub background: Option<Remark>,
    /// Who says so.
    pub evidence: Evidence,
}

/// A text with a source of its own, beside a record that has another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Remark {
    /// What is said.
    pub text: Text,
    /// Who says so.
    pub evidence: Evidence,
}

/// A group of sectors.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Group {
    /// Its id in the table.
    pub slug: String,
    /// Its name.
    pub name: Text,
}

/// A sector.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sector {
    /// Its id in the table.
    pub slug: String,
    /// The group that it stands in.
    pub group: GroupId,
    /// Its name.
    pub name: Text,
    /// Other words that a search finds it by.
    pub aliases: Text,
    /// What else a reader must know of it.
    pub note: Text,
    /// Who says so.
    pub evidence: Evidence,
}

/// An agreement, memorandum, programme or plan of a partnership.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Instrument {
    /// Its id in the table.
    pub slug: String,
    /// Whose it is.
    pub partnership: PartnershipId,
    /// What it is.
    pub kind: InstrumentKind,
    /// Its official name.
    pub name: Text,
    /// Its name at the head of a column.
    pub short: Text,
    /// Other names that a search finds it by.
    pub aliases: Text,
    /// How the source spells its name, where it spells it unusually.
    pub source_spelling: String,
    /// The event by which it was adopted; `None` where the source states none.
    pub adopted: Option<EventId>,
    /// Before which day nothing can be said of an instrument whose adoption is not stated.
    pub not_before: Option<NotBefore>,
    /// A number that the source states of it.
    pub count: Option<(u16, CountUnit)>,
    /// What else a reader must know of it.
    pub note: Text,
    /// Who says so.
    pub evidence: Evidence,
}

/// The earliest that the source allows for an instrument of which it states no adoption.
///
/// Before the first day of `date` the state is undetermined, from it on it is what the terms say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NotBefore {
    /// The date, without `~`, `?` and `%`.
    pub date: PartialDate,
    /// Why not before, and where the source says so.
    pub reason: Remark,
}

/// Something proposed: not an instrument, without coverage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Proposal {
    /// Its id in the table.
    pub slug: String,
    /// Whose it is.
    pub partnership: PartnershipId,
    /// Its name.
    pub name: Text,
    /// What else a reader must know of it.
    pub note: Text,
    /// Who says so.
    pub evidence: Evidence,
}

/// A cell of the matrix that the source speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CoverageRecord {
    /// The row.
    pub sector: SectorId,
    /// The column.
    pub column: Column,
    /// How the sector is covered.
    pub coverage: Coverage,
    /// What else a reader must know of it.
    pub note: Text,
    /// Who says so.
    pub evidence: Evidence,
}

/// A dated act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Event {
    /// Its id in the table.
    pub slug: String,
    /// The partnership that it is about.
    pub partnership: PartnershipId,
    /// What was done.
    pub kind: EventKind,
    /// When; `None` where the source does not say.
    pub date: Option<Edtf>,
    /// The latest date at which an undated event can have been: on days before it nobody can tell whether it was known.
    pub date_by: Option<Edtf>,
    /// What the source says of the date where it is implied or derived.
    pub date_note: Text,
    /// Where.
    pub place: Text,
    /// The meeting at which it happened, by name and number; empty where the source names none.
    pub forum: Text,
    /// Whose meeting that was, which may be another partnership than the one that the event is about.
    pub forum_of: Option<PartnershipId>,
    /// What, in a few words.
    pub name: Text,
    /// What, in a sentence.
    pub summary: Text,
    /// The instruments that it concerns.
    pub instruments: Vec<InstrumentId>,
    /// The proposals that it concerns.
    pub proposals: Vec<ProposalId>,
    /// What else a reader must know of it.
    pub note: Text,
    /// Who says so.
    pub evidence: Evidence,
}

impl Event {
    /// The date as far as it bounds what was known: where it is not stated but must lie by some date, from a beginning
    /// that is not stated until that date.
    pub fn bounds(&self) -> Option<Edtf> {
        let by = || self.date_by.map(|by| Edtf::Interval(Interval { start: Bound::Unknown, end: by.interval().end }));
        self.date.or_else(by)
    }

    /// Whether it counts on a day.
    pub fn known_on(&self, day: Day) -> Known {
        Known::on(self.bounds().as_ref(), day)
    }
}

/// A term of an instrument, and the event that made it known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Term {
    /// Whose term.
    pub instrument: InstrumentId,
    /// The term.
    pub term: Interval,
    /// The event that made it known.
    pub event: EventId,
    /// What else a reader must know of it.
    pub note: Text,
    /// Who says so.
    pub evidence: Evidence,
}

/// A body or person at an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Participant {
    /// Where.
    pub event: EventId,
    /// Who.
    pub name: Text,
    /// In which role.
    pub role: Text,
    /// How the source spells the name, where it spells it unusually.
    pub source_spelling: String,
    /// Who says so.
    pub evidence: Evidence,
}

/// An end of a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Subject {
    /// An instrument.
    Instrument(InstrumentId),
    /// A proposal.
    Proposal(ProposalId),
    /// An event.
    Event(EventId),
}

/// A relation between two records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Relation {
    /// From where.
    pub subject: Subject,
    /// How.
    pub kind: RelationKind,
    /// To where.
    pub object: Subject,
    /// What else a reader must know of it.
    pub note: Text,
    /// Who says so.
    pub evidence: Evidence,
}

/// Many texts in one allocation.
///
/// A list of 100,000 activities would else be half a million small allocations at start.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Strings {
    pub(crate) text: String,
    pub(crate) ends: Vec<u32>,
}

impl Strings {
    /// Appends a text.
    pub fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(self.text.len() as u32);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The text at this position, empty past the end.
    pub fn get(&self, index: usize) -> &str {
        let end = |index: usize| self.ends.get(index).map_or(self.text.len(), |end| *end as usize);
        let start = if index == 0 { 0 } else { end(index - 1) };
        self.text.get(start..end(index)).unwrap_or("")
    }
}

/// The activities, column by column, in authored order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Activities {
    /// Their ids in the table.
    pub slugs: Strings,
    /// Their titles, one list per language of the dataset.
    pub titles: Vec<Strings>,
    /// The instrument of each.
    pub instruments: Vec<InstrumentId>,
    /// The sectors of all, one after the other; [`Activities::sectors`] cuts them.
    pub sectors: Vec<SectorId>,
    /// Where the sectors of each end.
    pub sector_ends: Vec<u32>,
    /// The dates of each.
    pub dates: Vec<Option<Edtf>>,
    /// The state of each.
    pub states: Vec<ActivityState>,
    /// The source of each.
    pub sources: Vec<SourceId>,
    /// The places in it.
    pub locators: Strings,
}

impl Activities {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.instruments.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.instruments.is_empty()
    }

    /// The sectors of the activity at this position.
    pub fn sectors(&self, index: usize) -> &[SectorId] {
        let start = if index == 0 { 0 } else { self.sector_ends[index - 1] };
        &self.sectors[start as usize..self.sector_ends[index] as usize]
    }
}

/// A column of the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Column {
    /// An instrument.
    Instrument(InstrumentId),
    /// What a partnership does without the source naming an instrument.
    Outside(PartnershipId),
}

impl Column {
    /// The instrument, where the column is one.
    pub fn instrument(self) -> Option<InstrumentId> {
        match self {
            Column::Instrument(id) => Some(id),
            Column::Outside(_) => None,
        }
    }
}

/// Every table, with each reference checked: what is packed into the binary, and what a packed set holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tables {
    /// The dataset's name among others, as in its `datapackage.json`.
    pub name: String,
    /// On which terms its texts may be used, in words; empty where it does not say.
    pub licence: String,
    /// The title of the dataset.
    pub title: Text,
    /// What the dataset is, in a sentence.
    pub description: Text,
    /// The data date: the day on which the tables were last checked against the source.
    pub created: Day,
    /// The dataset's own version.
    pub version: String,
    /// Whether the dataset is made up, for tests and demonstrations.
    pub synthetic: bool,
    /// The language tags of its texts.
    pub languages: Vec<String>,
    /// `sources` and `sections`.
    pub sources: Vec<Source>,
    /// `partnerships`.
    pub partnerships: Vec<Partnership>,
    /// `groups`.
    pub groups: Vec<Group>,
    /// `sectors`.
    pub sectors: Vec<Sector>,
    /// `instruments`.
    pub instruments: Vec<Instrument>,
    /// `proposals`.
    pub proposals: Vec<Proposal>,
    /// `coverage`.
    pub coverage: Vec<CoverageRecord>,
    /// `events`.
    pub events: Vec<Event>,
    /// `terms`, those of one instrument in the order in which they became known.
    pub terms: Vec<Term>,
    /// `participants`.
    pub participants: Vec<Participant>,
    /// `relations`.
    pub relations: Vec<Relation>,
    /// `activities`.
    pub activities: Activities,
}

/// The checked dataset, and what follows from it: columns, inferred cells, and which rows belong to what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dataset {
    tables: Tables,
    columns: Columns,
    belonging: Belonging,
    inferred: Vec<Inferred>,
}

/// Declares the accessors of a table: all rows, one row, and the id of a slug.
macro_rules! tables {
    ($($table:ident, $row:ident: $id:ident => $record:ident;)*) => {$(
        #[doc = concat!("All ", stringify!($table), ", in authored order, with their ids.")]
        pub fn $table(&self) -> impl ExactSizeIterator<Item = ($id, &$record)> + DoubleEndedIterator + Clone {
            self.tables.$table.iter().enumerate().map(|(index, row)| ($id(index as u16), row))
        }

        #[doc = concat!("The ", stringify!($row), " of this id.")]
        pub fn $row(&self, id: $id) -> &$record {
            &self.tables.$table[id.index()]
        }
    )*};
}

impl Dataset {
    /// Puts checked tables to use.
    ///
    /// Takes time in proportion to the rows; of the inferred cells it makes no more than one beyond their limit, which
    /// whoever reads a dataset refuses.
    pub fn new(tables: Tables) -> Dataset {
        let columns = Columns::of(&tables);
        let belonging = Belonging::of(&tables);
        let inferred = inferred::cells(&tables, crate::limits::INFERRED + 1);
        Dataset { tables, columns, belonging, inferred }
    }

    tables! {
        sources, source: SourceId => Source;
        partnerships, partnership: PartnershipId => Partnership;
        groups, group: GroupId => Group;
        sectors, sector: SectorId => Sector;
        instruments, instrument: InstrumentId => Instrument;
        proposals, proposal: ProposalId => Proposal;
        events, event: EventId => Event;
    }

    /// The tables as they are packed.
    pub fn tables(&self) -> &Tables {
        &self.tables
    }

    /// The title of the dataset.
    pub fn title(&self) -> &Text {
        &self.tables.title
    }

    /// The day on which the tables were last checked against the source.
    pub fn created(&self) -> Day {
        self.tables.created
    }

    /// The position of a language tag among the dataset's languages, if it has that language.
    pub fn language(&self, tag: &str) -> Option<usize> {
        self.tables.languages.iter().position(|language| language == tag)
    }

    /// Every cell that the source speaks of.
    pub fn coverage(&self) -> &[CoverageRecord] {
        &self.tables.coverage
    }

    /// The activities.
    pub fn activities(&self) -> &Activities {
        &self.tables.activities
    }

    /// The participants of an event.
    pub fn participants(&self, event: EventId) -> impl Iterator<Item = &Participant> {
        self.belonging.participants.of(event.index()).iter().map(|row| &self.tables.participants[*row as usize])
    }

    /// All relations.
    pub fn relations(&self) -> &[Relation] {
        &self.tables.relations
    }

    /// The relations that a record has as their subject or as their object, in authored order.
    pub fn relations_of(&self, record: Subject) -> impl Iterator<Item = &Relation> {
        self.belonging.relations_of(&self.tables, record).iter().map(|row| &self.tables.relations[*row as usize])
    }

    /// The events that concern an instrument, in authored order.
    pub fn events_of(&self, instrument: InstrumentId) -> impl Iterator<Item = EventId> {
        self.belonging.events.of(instrument.index()).iter().map(|row| EventId(*row as u16))
    }

    /// The cells that follow through "implements" alone.
    pub fn inferred(&self) -> &[Inferred] {
        &self.inferred
    }

    /// The terms of an instrument, from the first to the latest extension.
    pub fn terms(&self, instrument: InstrumentId) -> impl Iterator<Item = &Term> + Clone {
        self.belonging.terms.of(instrument.index()).iter().map(|row| &self.tables.terms[*row as usize])
    }

    /// The columns of the matrix: under each partnership its instruments, then what no instrument is named for.
    pub fn columns(&self) -> impl ExactSizeIterator<Item = (ColumnId, Column)> + Clone {
        self.columns.all.iter().enumerate().map(|(index, column)| (ColumnId(index as u16), *column))
    }

    /// The column of this id.
    pub fn column(&self, id: ColumnId) -> Column {
        self.columns.all[id.index()]
    }

    /// The latest dated event, with the last day on which it can have been: the source tells of none after it.
    pub fn latest_event(&self) -> Option<(Edtf, Day)> {
        let dated = self.events().filter_map(|(_, event)| Some((event.date?, event.date?.last()?)));
        dated.max_by_key(|(_, last)| *last)
    }

    /// The id of a column, if the matrix has it.
    pub fn column_id(&self, column: Column) -> Option<ColumnId> {
        self.columns.id(column)
    }

    /// The partnership that a column stands under.
    pub fn partnership_of(&self, column: Column) -> PartnershipId {
        match column {
            Column::Instrument(id) => self.instrument(id).partnership,
            Column::Outside(id) => id,
        }
    }

    /// The id of a column in query strings and results: the instrument's, or the partnership's.
    pub fn column_slug(&self, column: Column) -> &str {
        match column {
            Column::Instrument(id) => &self.instrument(id).slug,
            Column::Outside(id) => &self.partnership(id).slug,
        }
    }

    /// The instrument as known on `day`.
    pub fn standing(&self, instrument: InstrumentId, day: Day) -> Standing {
        let row = self.instrument(instrument);
        if row.not_before.as_ref().is_some_and(|limit| day < limit.date.first()) {
            return Standing::BEFORE_LIMIT;
        }
        let adopted = row.adopted.and_then(|event| self.event(event).bounds());
        let since = |term: &Term| self.event(term.event).bounds();
        let terms = self.terms(instrument).map(|term| KnownTerm { term: term.term, since: since(term) });
        Standing::on(day, adopted.as_ref(), terms)
    }
}
