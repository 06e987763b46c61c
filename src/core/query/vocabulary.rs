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
