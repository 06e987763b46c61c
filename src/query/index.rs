//! What is computed once from a dataset, so that a query needs no more than sets of bits.

use super::bits::Bits;
use super::fold::words;
use super::search::{Collector, Vocabulary};
use super::texts;
use crate::model::{
    Column, ColumnId, Coverage, Dataset, EventId, Evidence, InstrumentId, PartnershipId, RelationKind, SectorId, Subject, Text,
};
use crate::time::{Bound, Day, Edtf, Interval};

/// A dataset and its index: all that is needed to answer queries.
#[derive(Debug)]
pub struct Catalogue {
    /// The dataset.
    pub data: Dataset,
    records: Vec<Record>,
    /// The activities of each record's cell.
    activities: Vec<Bits>,
    spans: Vec<Option<Span>>,
    years: Option<(i32, i32)>,
    vocabulary: Vocabulary,
    rows: Rows,
    places: Vec<Evidence>,
}

/// A cell of the matrix that has something in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record {
    /// The row.
    pub sector: SectorId,
    /// The column.
    pub column: ColumnId,
    /// How the sector is covered.
    pub coverage: Coverage,
    /// The row of the table `coverage` that says so; of an inferred cell, the one it follows from.
    pub source: usize,
    /// The instrument that is implemented, if the cell follows only through "implements".
    pub inferred: Option<InstrumentId>,
}

/// The days of an activity: the first and the last that its date allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its first day.
    pub start: Day,
    /// Its last day.
    pub end: Day,
}

/// Where the rows of each table begin among the numbers that the vocabulary speaks of.
#[derive(Clone, Copy, Debug)]
struct Rows {
    sectors: usize,
    columns: usize,
    coverage: usize,
    events: usize,
    activities: usize,
    end: usize,
}

/// What a search found: the records, columns, events and activities that have every word of it.
pub(super) struct Found {
    pub records: Bits,
    pub columns: Bits,
    pub events: Bits,
    pub activities: Bits,
}

impl Catalogue {
    /// Indexes a dataset.
    pub fn new(data: Dataset) -> Catalogue {
        let records = records(&data);
        let activities = cell_activities(&data, &records);
        let spans = data.activities().dates.iter().map(|date| date.as_ref().map(span)).collect();
        let rows = Rows::of(&data);
        let vocabulary = vocabulary(&data, rows);
        let years = years(&data);
        let places = places(&data);
        Catalogue { data, records, activities, spans, years, vocabulary, rows, places }
    }

    /// Every place in a source that a fact is taken from, once; in the order in which a reader comes upon them.
    pub fn places(&self) -> &[Evidence] {
        &self.places
    }

    /// The number of a place among them, from 1 on.
    pub fn note(&self, place: &Evidence) -> usize {
        1 + self.places.iter().position(|other| other == place).unwrap_or(self.places.len())
    }

    /// Every cell with something in it: first those that the source states, then those inferred.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The activities in the cell of a record, by position.
    pub fn activities_in(&self, record: usize) -> &Bits {
        &self.activities[record]
    }

    /// The first and the last year that any date of the dataset touches.
    pub fn years(&self) -> Option<(i32, i32)> {
        self.years
    }

    /// The days of an activity; `None` where none are stated.
    pub fn span(&self, activity: usize) -> Option<Span> {
        self.spans[activity]
    }

    /// The rows with every word of `text`; `None` if it has no word.
    ///
    /// A record has the words of its own note, its sector and its column; an event those of the instruments that it
    /// concerns; an activity those of its sectors and instrument.
    pub(super) fn search(&self, text: &str) -> Option<Found> {
        let mut found: Option<Found> = None;
        // A hyphenated word stands in the vocabulary whole, too, so its parts and the whole are all looked up.
        words(text, &mut String::new(), |word| {
            let mut rows = Bits::new(self.rows.end);
            self.vocabulary.find(word, &mut rows);
            let next = self.spread(&rows);
            match &mut found {
                Some(found) => found.keep(&next),
                None => found = Some(next),
            }
        });
        found
    }

    /// Lets the rows that hold a word speak for the records, events and activities that belong to them.
    fn spread(&self, rows: &Bits) -> Found {
        let Rows { sectors, columns, coverage, events, activities, end } = self.rows;
        let mut found = Found {
            records: Bits::new(self.records.len()),
            columns: Bits::new(coverage - columns),
            events: Bits::new(activities - events),
            activities: Bits::new(end - activities),
        };
        for row in rows.iter() {
            if row >= activities {
                found.activities.insert(row - activities);
            } else if row >= events {
                found.events.insert(row - events);
            } else if (columns..coverage).contains(&row) {
                found.columns.insert(row - columns);
            }
        }
        for (index, record) in self.records.iter().enumerate() {
            let whole =
                rows.contains(sectors + record.sector.index()) || rows.contains(columns + record.column.index());
            if whole {
                found.activities.add(&self.activities[index]);
            }
            if whole || rows.contains(coverage + record.source) {
                found.records.insert(index);
            }
        }
        for (id, event) in self.data.events() {
            let named = event.instruments.iter().any(|instrument| {
                let column = self.data.column_id(Column::Instrument(*instrument));
                column.is_some_and(|column| found.columns.contains(column.index()))
            });
            if named {
                found.events.insert(id.index());
            }
        }
        found
    }
}

impl Found {
    fn keep(&mut self, other: &Found) {
        self.records.keep(&other.records);
        self.columns.keep(&other.columns);
        self.events.keep(&other.events);
        self.activities.keep(&other.activities);
    }
}

impl Rows {
    fn of(data: &Dataset) -> Rows {
        let columns = data.sectors().len();
        let coverage = columns + data.columns().len();
        let events = coverage + data.coverage().len();
        let activities = events + data.events().len();
        Rows { sectors: 0, columns, coverage, events, activities, end: activities + data.activities().len() }
    }
}

/// The stated cells, then those that follow through "implements" alone.
fn records(data: &Dataset) -> Vec<Record> {
    let mut records: Vec<Record> = Vec::new();
    for (source, row) in data.coverage().iter().enumerate() {
        if let Some(column) = data.column_id(row.column) {
            records.push(Record { sector: row.sector, column, coverage: row.coverage, source, inferred: None });
        }
    }
    // What an instrument implements may implement another: go on until nothing new follows.
    loop {
        let before = records.len();
        for relation in data.relations().iter().filter(|relation| relation.kind == RelationKind::Implements) {
            let (Subject::Instrument(subject), Subject::Instrument(object)) = (relation.subject, relation.object)
            else {
                continue;
            };
            let ids = (data.column_id(Column::Instrument(subject)), data.column_id(Column::Instrument(object)));
            let (Some(column), Some(implemented)) = ids else { continue };
            for index in 0..records.len() {
                let record = records[index];
                let known = |other: &Record| other.column == column && other.sector == record.sector;
                if record.column == implemented && !records.iter().any(known) {
                    records.push(Record { column, inferred: Some(object), ..record });
                }
            }
        }
        if records.len() == before {
            return records;
        }
    }
}

fn cell_activities(data: &Dataset, records: &[Record]) -> Vec<Bits> {
    let activities = data.activities();
    let width = data.columns().len();
    let mut cells: Vec<Option<usize>> = vec![None; data.sectors().len() * width];
    for (index, record) in records.iter().enumerate() {
        cells[record.sector.index() * width + record.column.index()] = Some(index);
    }
    let mut sets = vec![Bits::new(activities.len()); records.len()];
    for (index, instrument) in activities.instruments.iter().enumerate() {
        let Some(column) = data.column_id(Column::Instrument(*instrument)) else { continue };
        for sector in activities.sectors(index) {
            if let Some(record) = cells[sector.index() * width + column.index()] {
                sets[record].insert(index);
            }
        }
    }
    sets
}

fn years(data: &Dataset) -> Option<(i32, i32)> {
    let events = data.events().filter_map(|(_, event)| event.date.map(|date| date.interval()));
    let terms = data.instruments().flat_map(|(id, _)| data.terms(id)).map(|term| term.term);
    let activities = data.activities().dates.iter().flatten().map(|date| date.interval());
    let mut years: Option<(i32, i32)> = None;
    let mut take = |span: Interval| {
        for date in [span.start.date(), span.end.date()].into_iter().flatten() {
            let (first, last) = (date.year(), date.last_year());
            years = Some(years.map_or((first, last), |(from, to)| (from.min(first), to.max(last))));
        }
    };
    events.chain(terms).for_each(&mut take);
    activities.for_each(&mut take);
    years
}

fn span(date: &Edtf) -> Span {
    let interval = date.interval();
    let start = match interval.start {
        Bound::Date(date) => date.first(),
        Bound::Open | Bound::Unknown => Day::MIN,
    };
    let end = match interval.end {
        Bound::Date(date) => date.last(),
        Bound::Open | Bound::Unknown => Day::MAX,
    };
    Span { start, end }
}

/// The words of a row, on their way into the vocabulary.
struct Row<'a>(&'a mut Collector, usize);

impl texts::Take for Row<'_> {
    fn text(&mut self, text: &Text) {
        text.0.iter().for_each(|text| self.0.add(self.1, text));
    }

    fn spelling(&mut self, letters: &str) {
        self.0.add(self.1, letters);
    }
}

/// Every text that a search looks at, see `texts.rs`: in all languages, with aliases and the source's own spellings.
fn vocabulary(data: &Dataset, rows: Rows) -> Vocabulary {
    let mut collector = Collector::default();
    for (id, _) in data.sectors() {
        texts::sector(data, id, &mut Row(&mut collector, rows.sectors + id.index()));
    }
    for (id, column) in data.columns() {
        texts::column(data, column, &mut Row(&mut collector, rows.columns + id.index()));
    }
    for (index, record) in data.coverage().iter().enumerate() {
        texts::Take::text(&mut Row(&mut collector, rows.coverage + index), &record.note);
    }
    for (id, _) in data.events() {
        texts::event(data, id, &mut Row(&mut collector, rows.events + id.index()));
    }
    let activities = data.activities();
    for titles in &activities.titles {
        (0..activities.len()).for_each(|index| collector.add(rows.activities + index, titles.get(index)));
    }
    collector.finish()
}

/// What of the dataset belongs to what: used by highlighting and by the details.
impl Catalogue {
    /// The partnerships, instruments and so on have few rows; a cell is found by walking the records.
    pub fn record_at(&self, sector: SectorId, column: ColumnId) -> Option<usize> {
        self.records.iter().position(|record| record.sector == sector && record.column == column)
    }

    /// The events that concern an instrument.
    pub fn events_of(&self, instrument: InstrumentId) -> impl Iterator<Item = EventId> {
        self.data.events().filter(move |(_, event)| event.instruments.contains(&instrument)).map(|(id, _)| id)
    }

    /// The partnership of a column.
    pub fn partnership_of(&self, column: ColumnId) -> PartnershipId {
        self.data.partnership_of(self.data.column(column))
    }
}

fn places(data: &Dataset) -> Vec<Evidence> {
    let mut places: Vec<Evidence> = Vec::new();
    let mut add = |place: &Evidence| {
        if !places.contains(place) {
            places.push(place.clone());
        }
    };
    data.events().for_each(|(_, row)| add(&row.evidence));
    data.instruments().for_each(|(_, row)| add(&row.evidence));
    data.tables().terms.iter().for_each(|row| add(&row.evidence));
    data.coverage().iter().for_each(|row| add(&row.evidence));
    data.partnerships().for_each(|(_, row)| add(&row.evidence));
    data.tables().proposals.iter().for_each(|row| add(&row.evidence));
    data.relations().iter().for_each(|row| add(&row.evidence));
    places
}
