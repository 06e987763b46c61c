//! What a search finds: from the words of each row to the records, columns, events and activities that have them all.

use super::bits::Bits;
use super::fold::words;
use super::index::Catalogue;
use super::search::{Collector, Vocabulary};
use super::texts;
use crate::model::{Column, Dataset, Text};

/// Where the rows of each table begin among the numbers that the vocabulary speaks of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rows {
    sectors: usize,
    columns: usize,
    coverage: usize,
    events: usize,
    activities: usize,
    pub end: usize,
}

/// What a search found: the records, columns, events and activities that have every word of it.
pub(super) struct Found {
    pub records: Bits,
    pub columns: Bits,
    pub events: Bits,
    pub activities: Bits,
}

impl Catalogue {
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
            records: Bits::new(self.records().len()),
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
        for (index, record) in self.records().iter().enumerate() {
            let whole =
                rows.contains(sectors + record.sector.index()) || rows.contains(columns + record.column.index());
            if whole {
                self.activities.add(index, &mut found.activities);
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
    pub fn of(data: &Dataset) -> Rows {
        let columns = data.sectors().len();
        let coverage = columns + data.columns().len();
        let events = coverage + data.coverage().len();
        let activities = events + data.events().len();
        Rows { sectors: 0, columns, coverage, events, activities, end: activities + data.activities().len() }
    }
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
pub(super) fn vocabulary(data: &Dataset, rows: Rows) -> Vocabulary {
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
