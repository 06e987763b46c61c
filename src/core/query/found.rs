//! What a search finds: from the words of each row to the records, columns, events and activities that have them all.

use super::bits::Bits;
use super::fold::words;
use super::index::Catalogue;
use super::vocabulary::{Rows, Words};

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
            self.vocabulary(Words::default()).find(word, &mut rows);
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
            if self.concerns(event, &found.columns) {
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
