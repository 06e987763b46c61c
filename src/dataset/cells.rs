//! The tables of a checked dataset as rows of cells again, under the columns of `schema`: `records` in the other direction.
//!
//! So a dataset can be told in the words of its tables, whether it was read from a folder or from a packed file. Texts are as
//! readers see them: spaces at which no line breaks are in them.

use super::schema::{self, Table};
use atlas_core::model::{Column, CountUnit, Evidence, Subject, Tables, Text};
use atlas_core::time::Edtf;

/// What stands in a column of a row: a text in each language of the dataset, or one cell.
pub type Cell = Vec<String>;

/// A table with its rows, each with a cell for every column of the schema.
pub struct Sheet {
    /// Its columns.
    pub table: &'static Table,
    /// Its rows, in authored order.
    pub rows: Vec<Vec<Cell>>,
}

impl Sheet {
    /// What tells a row of it apart: its id, or the cells of its key with `/` between them.
    pub fn id(&self, row: &[Cell]) -> String {
        let key = self.table.key.iter().map(|name| row[self.table.field(name).0][0].as_str());
        key.filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join("/")
    }
}

/// A table with its rows, each made as it is asked for: of a large table they take several times the room of its records.
pub struct Rows<'a> {
    /// Its columns.
    pub table: &'static Table,
    /// Its rows, in authored order.
    pub rows: Box<dyn Iterator<Item = Vec<Cell>> + 'a>,
}

/// Every table, in the order of [`schema::TABLES`].
pub fn sheets(tables: &Tables) -> Vec<Sheet> {
    rows(tables).into_iter().map(|Rows { table, rows }| Sheet { table, rows: rows.collect() }).collect()
}

/// The same, one row at a time.
pub fn rows(tables: &Tables) -> Vec<Rows<'_>> {
    let of = Writer(tables);
    vec![
        of.sources(),
        of.sections(),
        of.partnerships(),
        of.groups(),
        of.sectors(),
        of.instruments(),
        of.proposals(),
        of.coverage(),
        of.events(),
        of.terms(),
        of.participants(),
        of.relations(),
        of.activities(),
    ]
}

fn cell(text: impl Into<String>) -> Cell {
    vec![text.into()]
}

fn list<'a>(slugs: impl Iterator<Item = &'a String>) -> Cell {
    cell(slugs.map(String::as_str).collect::<Vec<_>>().join(" | "))
}

fn date(date: &Option<Edtf>) -> Cell {
    cell(date.map_or_else(String::new, |date| date.to_string()))
}

#[derive(Clone, Copy)]
struct Writer<'a>(&'a Tables);

impl<'a> Writer<'a> {
    /// A text in every language, also where there is none.
    fn text(&self, text: &Text) -> Cell {
        (0..self.0.languages.len()).map(|language| text.get(language).to_owned()).collect()
    }

    fn source(&self, evidence: &Evidence) -> Cell {
        cell(&self.0.sources[evidence.source.index()].slug)
    }

    fn locator(&self, evidence: &Evidence) -> Cell {
        cell(&evidence.locator)
    }

    fn subject(&self, subject: Subject) -> Cell {
        cell(match subject {
            Subject::Instrument(id) => &self.0.instruments[id.index()].slug,
            Subject::Proposal(id) => &self.0.proposals[id.index()].slug,
            Subject::Event(id) => &self.0.events[id.index()].slug,
        })
    }

    fn sources(self) -> Rows<'a> {
        let rows = self.0.sources.iter().map(move |row| {
            vec![
                cell(&row.slug),
                cell(row.kind.id()),
                self.text(&row.title),
                cell(&row.original_title),
                cell(&row.language),
                self.text(&row.issuer),
                cell(&row.url),
                date(&row.published),
                cell(row.read.to_string()),
                self.text(&row.note),
            ]
        });
        Rows { table: &schema::SOURCES, rows: Box::new(rows) }
    }

    fn sections(self) -> Rows<'a> {
        let all = self.0.sources.iter().flat_map(|source| source.sections.iter().map(move |row| (source, row)));
        let rows = all.map(move |(source, row)| vec![cell(&source.slug), cell(&row.slug), self.text(&row.name)]);
        Rows { table: &schema::SECTIONS, rows: Box::new(rows) }
    }

    fn partnerships(self) -> Rows<'a> {
        let rows = self.0.partnerships.iter().map(move |row| {
            let background = row.background.as_ref();
            let none = || cell("");
            vec![
                cell(&row.slug),
                self.text(&row.name),
                self.text(&row.parties),
                self.text(&row.note),
                self.text(background.map_or(&Text::default(), |remark| &remark.text)),
                background.map_or_else(none, |remark| self.source(&remark.evidence)),
                background.map_or_else(none, |remark| self.locator(&remark.evidence)),
                self.source(&row.evidence),
                self.locator(&row.evidence),
            ]
        });
        Rows { table: &schema::PARTNERSHIPS, rows: Box::new(rows) }
    }

    fn groups(self) -> Rows<'a> {
        let rows = self.0.groups.iter().map(move |row| vec![cell(&row.slug), self.text(&row.name)]);
        Rows { table: &schema::GROUPS, rows: Box::new(rows) }
    }

    fn sectors(self) -> Rows<'a> {
        let rows = self.0.sectors.iter().map(move |row| {
            vec![
                cell(&row.slug),
                cell(&self.0.groups[row.group.index()].slug),
                self.text(&row.name),
                self.text(&row.aliases),
                self.text(&row.note),
                self.source(&row.evidence),
                self.locator(&row.evidence),
            ]
        });
        Rows { table: &schema::SECTORS, rows: Box::new(rows) }
    }

    fn instruments(self) -> Rows<'a> {
        let rows = self.0.instruments.iter().map(move |row| {
            let limit = row.not_before.as_ref();
            let count = |of: fn((u16, CountUnit)) -> String| cell(row.count.map_or_else(String::new, of));
            vec![
                cell(&row.slug),
                cell(&self.0.partnerships[row.partnership.index()].slug),
                cell(row.kind.id()),
                self.text(&row.name),
                self.text(&row.short),
                self.text(&row.aliases),
                cell(&row.source_spelling),
                cell(row.adopted.map_or("", |id| &self.0.events[id.index()].slug)),
                cell(limit.map_or_else(String::new, |limit| limit.date.to_string())),
                self.text(limit.map_or(&Text::default(), |limit| &limit.reason.text)),
                cell(limit.map_or("", |limit| &limit.reason.evidence.locator)),
                count(|(number, _)| number.to_string()),
                count(|(_, unit)| unit.id().to_owned()),
                self.text(&row.note),
                self.source(&row.evidence),
                self.locator(&row.evidence),
            ]
        });
        Rows { table: &schema::INSTRUMENTS, rows: Box::new(rows) }
    }

    fn proposals(self) -> Rows<'a> {
        let rows = self.0.proposals.iter().map(move |row| {
            vec![
                cell(&row.slug),
                cell(&self.0.partnerships[row.partnership.index()].slug),
                self.text(&row.name),
                self.text(&row.note),
                self.source(&row.evidence),
                self.locator(&row.evidence),
            ]
        });
        Rows { table: &schema::PROPOSALS, rows: Box::new(rows) }
    }

    fn coverage(self) -> Rows<'a> {
        let rows = self.0.coverage.iter().map(move |row| {
            let (instrument, partnership) = match row.column {
                Column::Instrument(id) => (self.0.instruments[id.index()].slug.as_str(), ""),
                Column::Outside(id) => ("", self.0.partnerships[id.index()].slug.as_str()),
            };
            vec![
                cell(&self.0.sectors[row.sector.index()].slug),
                cell(instrument),
                cell(partnership),
                cell(row.coverage.id()),
                self.text(&row.note),
                self.source(&row.evidence),
                self.locator(&row.evidence),
            ]
        });
        Rows { table: &schema::COVERAGE, rows: Box::new(rows) }
    }

    fn events(self) -> Rows<'a> {
        let rows = self.0.events.iter().map(move |row| {
            vec![
                cell(&row.slug),
                cell(&self.0.partnerships[row.partnership.index()].slug),
                cell(row.kind.id()),
                date(&row.date),
                date(&row.date_by),
                self.text(&row.date_note),
                self.text(&row.place),
                self.text(&row.forum),
                cell(row.forum_of.map_or("", |id| &self.0.partnerships[id.index()].slug)),
                self.text(&row.name),
                self.text(&row.summary),
                list(row.instruments.iter().map(|id| &self.0.instruments[id.index()].slug)),
                list(row.proposals.iter().map(|id| &self.0.proposals[id.index()].slug)),
                self.text(&row.note),
                self.source(&row.evidence),
                self.locator(&row.evidence),
            ]
        });
        Rows { table: &schema::EVENTS, rows: Box::new(rows) }
    }

    fn terms(self) -> Rows<'a> {
        let rows = self.0.terms.iter().map(move |row| {
            vec![
                cell(&self.0.instruments[row.instrument.index()].slug),
                cell(row.term.to_string()),
                cell(&self.0.events[row.event.index()].slug),
                self.text(&row.note),
                self.source(&row.evidence),
                self.locator(&row.evidence),
            ]
        });
        Rows { table: &schema::TERMS, rows: Box::new(rows) }
    }

    fn participants(self) -> Rows<'a> {
        let rows = self.0.participants.iter().map(move |row| {
            vec![
                cell(&self.0.events[row.event.index()].slug),
                self.text(&row.name),
                self.text(&row.role),
                cell(&row.source_spelling),
                self.source(&row.evidence),
                self.locator(&row.evidence),
            ]
        });
        Rows { table: &schema::PARTICIPANTS, rows: Box::new(rows) }
    }

    fn relations(self) -> Rows<'a> {
        let rows = self.0.relations.iter().map(move |row| {
            vec![
                self.subject(row.subject),
                cell(row.kind.id()),
                self.subject(row.object),
                self.text(&row.note),
                self.source(&row.evidence),
                self.locator(&row.evidence),
            ]
        });
        Rows { table: &schema::RELATIONS, rows: Box::new(rows) }
    }

    fn activities(self) -> Rows<'a> {
        let all = &self.0.activities;
        let rows = (0..all.len()).map(move |at| {
            vec![
                cell(all.slugs.get(at)),
                cell(&self.0.instruments[all.instruments[at].index()].slug),
                list(all.sectors(at).iter().map(|id| &self.0.sectors[id.index()].slug)),
                all.titles.iter().map(|titles| titles.get(at).to_owned()).collect(),
                date(&all.dates[at]),
                cell(all.states[at].id()),
                cell(&self.0.sources[all.sources[at].index()].slug),
                cell(all.locators.get(at)),
            ]
        });
        Rows { table: &schema::ACTIVITIES, rows: Box::new(rows) }
    }
}
