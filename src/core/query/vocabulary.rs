//! Every word that a search looks at, with the rows of the tables that it stands in.

use super::search::{Collector, Vocabulary};
use super::texts;
use crate::model::{Dataset, Text};

/// Where the rows of each table begin among the numbers that the vocabulary speaks of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rows {
    pub sectors: usize,
    pub columns: usize,
    pub coverage: usize,
    pub events: usize,
    pub activities: usize,
    pub end: usize,
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

/// The words of a dataset on their way into its vocabulary: in all languages, with aliases and the source's own spellings, see
/// `texts.rs`.
#[derive(Default)]
pub(super) struct Words {
    collector: Collector,
    /// Whether it has all but the activities; and how many titles of those.
    begun: bool,
    titles: usize,
}

impl Words {
    /// Takes the words of so many titles of activities more, and at first those of all else; whether that was all.
    pub fn take(&mut self, data: &Dataset, rows: Rows, most: usize) -> bool {
        if !core::mem::replace(&mut self.begun, true) {
            self.take_framework(data, rows);
        }
        let activities = data.activities();
        let count = activities.len();
        let all = activities.titles.len() * count;
        let end = all.min(self.titles.saturating_add(most));
        for at in self.titles..end {
            let (language, index) = (at / count, at % count);
            self.collector.add(rows.activities + index, activities.titles[language].get(index));
        }
        self.titles = end;
        end == all
    }

    /// The vocabulary.
    pub fn finish(self) -> Vocabulary {
        self.collector.finish()
    }

    fn take_framework(&mut self, data: &Dataset, rows: Rows) {
        let collector = &mut self.collector;
        for (id, _) in data.sectors() {
            texts::sector(data, id, &mut Row(collector, rows.sectors + id.index()));
        }
        for (id, column) in data.columns() {
            texts::column(data, column, &mut Row(collector, rows.columns + id.index()));
        }
        for (index, record) in data.coverage().iter().enumerate() {
            texts::Take::text(&mut Row(collector, rows.coverage + index), &record.note);
        }
        for (id, _) in data.events() {
            texts::event(data, id, &mut Row(collector, rows.events + id.index()));
        }
    }
}
