//! What is computed once from a dataset, so that a query needs no more than sets of bits.
//!
//! All of it grows with what is filled: with the cells that have something in them, never with rows times columns.

use super::bits::Bits;
use super::cells::{Cells, Record};
use super::notes::Notes;
use super::search::Vocabulary;
use super::sparse::Sparse;
use super::vocabulary::{Rows, Words};
use crate::model::{Column, ColumnId, Dataset, Event, EventId, Evidence, InstrumentId, PartnershipId, SectorId};
use crate::time::{Bound, Day, Edtf, Interval};
use std::sync::OnceLock;

/// A dataset and its index: all that is needed to answer queries.
#[derive(Debug)]
pub struct Catalogue {
    /// The dataset.
    pub data: Dataset,
    pub(super) cells: Cells,
    /// The activities of each record's cell.
    pub(super) activities: Sparse,
    spans: Vec<Option<Span>>,
    years: Option<(i32, i32)>,
    /// Made by the first search, or before it by [`Gathering`](super::Gathering).
    pub(super) vocabulary: OnceLock<Vocabulary>,
    pub(super) rows: Rows,
    notes: Notes,
}

/// The days of an activity: the first and the last that its date allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its first day.
    pub start: Day,
    /// Its last day.
    pub end: Day,
}

impl Catalogue {
    /// Indexes a dataset.
    pub fn new(data: Dataset) -> Catalogue {
        let cells = Cells::of(&data);
        let activities = cells.activities(&data);
        let spans = data.activities().dates.iter().map(|date| date.as_ref().map(span)).collect();
        let rows = Rows::of(&data);
        let years = years(&data);
        let notes = Notes::of(&data);
        Catalogue { data, cells, activities, spans, years, vocabulary: OnceLock::new(), rows, notes }
    }

    /// Every place in a source that a fact is taken from, once; in the order in which a reader comes upon them.
    pub fn places(&self) -> &[Evidence] {
        &self.notes.places
    }

    /// The number of a place among them, from 1 on.
    pub fn note(&self, place: &Evidence) -> usize {
        self.notes.number(place)
    }

    /// Every cell with something in it: first those that the source states, then those inferred.
    pub fn records(&self) -> &[Record] {
        &self.cells.records
    }

    /// The records of a row, by position: in the order of [`Catalogue::records`].
    pub fn records_of_sector(&self, sector: SectorId) -> impl Iterator<Item = usize> {
        self.cells.by_sector.of(sector.index()).iter().map(|record| *record as usize)
    }

    /// The records of a column, by position: in the order of [`Catalogue::records`].
    pub fn records_of_column(&self, column: ColumnId) -> impl Iterator<Item = usize> {
        self.cells.by_column.of(column.index()).iter().map(|record| *record as usize)
    }

    /// The record at a place of the matrix, by position.
    pub fn record_at(&self, sector: SectorId, column: ColumnId) -> Option<usize> {
        self.cells.at(sector, column)
    }

    /// Adds the activities in the cell of a record to a set of activities.
    pub fn add_activities_in(&self, record: usize, to: &mut Bits) {
        self.activities.add(record, to);
    }

    /// The first and the last year that any date of the dataset touches.
    pub fn years(&self) -> Option<(i32, i32)> {
        self.years
    }

    /// Every word that a search looks at; `words` are those that are gathered already.
    pub(super) fn vocabulary(&self, mut words: Words) -> &Vocabulary {
        self.vocabulary.get_or_init(|| {
            words.take(&self.data, self.rows, usize::MAX);
            words.finish()
        })
    }

    /// The days of an activity; `None` where none are stated.
    pub fn span(&self, activity: usize) -> Option<Span> {
        self.spans[activity]
    }

    /// The events that concern an instrument.
    pub fn events_of(&self, instrument: InstrumentId) -> impl Iterator<Item = EventId> {
        self.data.events_of(instrument)
    }

    /// Whether an event concerns an instrument whose column is among these.
    pub(super) fn concerns(&self, event: &Event, columns: &Bits) -> bool {
        let column = |id: &InstrumentId| self.data.column_id(Column::Instrument(*id));
        event.instruments.iter().filter_map(column).any(|column| columns.contains(column.index()))
    }

    /// The partnership of a column.
    pub fn partnership_of(&self, column: ColumnId) -> PartnershipId {
        self.data.partnership_of(self.data.column(column))
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Activities, Coverage, CoverageRecord, Group, GroupId, Instrument, InstrumentKind, Partnership, Sector,
        SourceId, Strings, Tables, Text,
    };
    use crate::query::{Query, Selection};

    /// A framework with so many instruments and sectors, and a cell in each `step`th column.
    fn large(instruments: u16, sectors: u16, step: usize) -> Catalogue {
        let evidence = |place: u16| Evidence { source: SourceId(0), locator: format!("A{place}") };
        let text = || Text(vec!["Word".into()]);
        let partnership = Partnership {
            slug: "p".into(),
            name: text(),
            parties: text(),
            note: Text::default(),
            background: None,
            evidence: evidence(1),
        };
        let instrument = |number: u16| Instrument {
            slug: format!("i-{number}"),
            partnership: PartnershipId(0),
            kind: InstrumentKind::ALL[0],
            name: text(),
            short: text(),
            aliases: Text::default(),
            source_spelling: String::new(),
            adopted: None,
            not_before: None,
            count: None,
            note: Text::default(),
            evidence: evidence(number % 7),
        };
        let sector = |number: u16| Sector {
            slug: format!("s-{number}"),
            group: GroupId(0),
            name: text(),
            aliases: Text::default(),
            note: Text::default(),
            evidence: evidence(1),
        };
        let cell = |number: u16| CoverageRecord {
            sector: SectorId(number % sectors),
            column: Column::Instrument(InstrumentId(number)),
            coverage: Coverage::Covered,
            note: Text::default(),
            evidence: evidence(number % 11),
        };
        let tables = Tables {
            name: String::new(),
            licence: String::new(),
            title: text(),
            description: text(),
            created: Day::MIN,
            version: String::new(),
            synthetic: true,
            languages: vec!["en".into()],
            sources: Vec::new(),
            partnerships: vec![partnership],
            groups: vec![Group { slug: "g".into(), name: text() }],
            sectors: (0..sectors).map(sector).collect(),
            instruments: (0..instruments).map(instrument).collect(),
            proposals: Vec::new(),
            coverage: (0..instruments).step_by(step).map(cell).collect(),
            events: Vec::new(),
            terms: Vec::new(),
            participants: Vec::new(),
            relations: Vec::new(),
            activities: Activities { titles: vec![Strings::default()], ..Activities::default() },
        };
        Catalogue::new(Dataset::new(tables))
    }

    /// How many numbers the index of the cells holds.
    fn size(catalogue: &Catalogue) -> usize {
        catalogue.cells.size() + catalogue.activities.size()
    }

    #[test]
    fn the_index_grows_with_what_is_filled_and_not_with_rows_times_columns() {
        let (few, many) = (large(5_000, 500, 50), large(5_000, 500, 5));
        let (few_cells, many_cells) = (few.records().len(), many.records().len());
        assert!(few_cells == 100 && many_cells == 1000, "{few_cells}, {many_cells}");
        // Each row and each column has one number, and the few cells have a few each: no more than 2.5 million places.
        assert!(size(&few) < 5_000 + 500 + 20 + 12 * few_cells, "{}", size(&few));
        assert!(size(&many) - size(&few) < 12 * (many_cells - few_cells), "{}", size(&many));
        let selection = Selection::of(&many, &Query::default(), Day::MIN);
        assert_eq!(selection.facets.sectors.iter().sum::<u32>() as usize, selection.cells.len());
        assert_eq!(selection.cells.len(), many.data.coverage().len());
    }

    #[test]
    fn a_record_is_found_at_its_place() {
        let catalogue = large(700, 300, 3);
        for (at, record) in catalogue.records().iter().enumerate() {
            assert_eq!(catalogue.record_at(record.sector, record.column), Some(at));
            assert!(catalogue.records_of_sector(record.sector).any(|other| other == at));
            assert!(catalogue.records_of_column(record.column).any(|other| other == at));
        }
        let places =
            || catalogue.data.sectors().flat_map(|(row, _)| catalogue.data.columns().map(move |(id, _)| (row, id)));
        let found = places().filter(|(sector, column)| catalogue.record_at(*sector, *column).is_some()).count();
        assert_eq!(found, catalogue.records().len());
    }

    #[test]
    fn a_place_is_numbered_where_a_reader_comes_upon_it_first() {
        let catalogue = large(30, 20, 1);
        let numbers: Vec<usize> = catalogue.places().iter().map(|place| catalogue.note(place)).collect();
        assert!(numbers.into_iter().eq(1..=catalogue.places().len()));
        let unknown = Evidence { source: SourceId(0), locator: "Z99".into() };
        assert_eq!(catalogue.note(&unknown), catalogue.places().len() + 1);
    }
}
