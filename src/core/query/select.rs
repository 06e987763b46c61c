//! The answer to a query.

use super::Query;
use super::bits::Bits;
use super::found::Found;
use super::index::Catalogue;
use crate::grouped::Grouped;
use crate::model::{Column, ColumnId, Dataset, Event, EventId, InstrumentId, PartnershipId, SectorId};
use crate::order;
use crate::time::Day;
use crate::time::known::{Known, Standing, State};

/// What the filters leave, and how many each further choice would leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The day `D` that the answer is about.
    pub day: Day,
    /// Each instrument as known on `D`, in authored order.
    pub standings: Vec<Standing>,
    /// The rows with a cell that is drawn.
    pub sectors: Vec<SectorId>,
    /// The columns left.
    pub columns: Vec<ColumnId>,
    /// The cells that are drawn, by row, then by column.
    pub cells: Vec<Cell>,
    /// The events that concern what is left, in authored order, whether known on `D` or not.
    pub events: Vec<(EventId, Known)>,
    /// The activities left: those with every word of the search, in a cell that is drawn.
    pub activities: Bits,
    /// How many of them.
    pub activity_count: u32,
    /// What the numbers beside choices count.
    pub unit: Unit,
    /// The numbers beside choices.
    pub facets: Facets,
}

/// A cell of the matrix that is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its record, see [`Catalogue::records`].
    pub record: usize,
    /// The row.
    pub sector: SectorId,
    /// The column.
    pub column: ColumnId,
    /// Whether it is known on `D`; if not it is drawn as an outline and is no part of the result.
    pub known: Known,
    /// How many of the activities left are in it.
    pub activities: u32,
}

/// What the numbers beside choices count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Coverage records: the dataset has no activities.
    Records,
    /// Activities.
    Activities,
}

/// How many records or activities each choice would leave, given the other filters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// By partnership.
    pub partnerships: Vec<u32>,
    /// By sector.
    pub sectors: Vec<u32>,
    /// By instrument.
    pub instruments: Vec<u32>,
    /// By coverage, in the order of `Coverage::ALL`.
    pub coverage: Vec<u32>,
    /// By state, in the order of `State::ALL`.
    pub states: Vec<u32>,
}

/// One bit for each filter that a record fails.
mod fails {
    pub const PARTNERSHIP: u8 = 1;
    pub const SECTOR: u8 = 2;
    pub const INSTRUMENT: u8 = 4;
    pub const COVERAGE: u8 = 8;
    pub const STATE: u8 = 16;
    /// Search, gaps, inference: filters without numbers beside their choices.
    pub const OTHER: u8 = 32;
}

impl Selection {
    /// Answers a query on a day.
    pub fn of(catalogue: &Catalogue, query: &Query, today: Day) -> Selection {
        let day = query.as_of.day(today);
        let data = &catalogue.data;
        let standings: Vec<Standing> = data.instruments().map(|(id, _)| data.standing(id, day)).collect();
        let found = catalogue.search(&query.text);
        let ask = Ask { catalogue, query, found: found.as_ref(), standings: &standings };
        let masks = ask.masks();

        let mut activities = Bits::new(data.activities().len());
        let mut cells = Vec::new();
        for (index, record) in catalogue.records().iter().enumerate().filter(|(index, _)| masks[*index] == 0) {
            catalogue.activities.add(index, &mut activities);
            cells.push(Cell {
                record: index,
                sector: record.sector,
                column: record.column,
                known: ask.state_of(data.column(record.column)).map_or(Known::Yes, State::adopted),
                activities: catalogue.activities.count_in(index, ask.matching_activities()),
            });
        }
        if let Some(matching) = ask.matching_activities() {
            activities.keep(matching);
        }
        let cells = order::in_order(&cells, |cell| order::pair(cell.sector.0.into(), cell.column.0.into()));
        let mut sectors: Vec<SectorId> = cells.iter().map(|cell| cell.sector).collect();
        sectors.dedup();
        let columns = ask.columns(&cells);
        let events = ask.events(&columns, day);
        let unit = if data.activities().is_empty() { Unit::Records } else { Unit::Activities };
        let facets = ask.facets(&masks, unit);
        let activity_count = activities.count();
        Selection { day, standings, sectors, columns, cells, events, activities, activity_count, unit, facets }
    }

    /// The cell at this place, if it is drawn.
    pub fn cell(&self, sector: SectorId, column: ColumnId) -> Option<&Cell> {
        let at = self.cells.binary_search_by_key(&(sector, column), |cell| (cell.sector, cell.column)).ok()?;
        self.cells.get(at)
    }

    /// Whether the filters leave this row.
    pub fn has_row(&self, sector: SectorId) -> bool {
        self.sectors.binary_search(&sector).is_ok()
    }

    /// Whether the filters leave this column.
    pub fn has_column(&self, column: ColumnId) -> bool {
        self.columns.binary_search(&column).is_ok()
    }

    /// Whether the filters leave this instrument.
    pub fn has_instrument(&self, data: &Dataset, id: InstrumentId) -> bool {
        data.column_id(Column::Instrument(id)).is_some_and(|column| self.has_column(column))
    }

    /// An instrument as known on the day.
    pub fn standing(&self, instrument: InstrumentId) -> &Standing {
        &self.standings[instrument.index()]
    }

    /// The state of a column's instrument; none where no instrument is named, which has no date and counts on every day.
    pub fn column_state(&self, catalogue: &Catalogue, column: ColumnId) -> Option<State> {
        catalogue.data.column(column).instrument().map(|id| self.standing(id).state)
    }

    /// Whether an event is known on the day; none if the filters leave it out.
    pub fn event(&self, event: EventId) -> Option<Known> {
        let at = self.events.binary_search_by_key(&event, |(id, _)| *id).ok()?;
        self.events.get(at).map(|(_, known)| *known)
    }

    /// How many of all instruments are in this state.
    pub fn in_state(&self, state: State) -> usize {
        self.standings.iter().filter(|standing| standing.state == state).count()
    }

    /// The cells known on the day: those of the result.
    pub fn known_cells(&self) -> impl Iterator<Item = &Cell> {
        self.cells.iter().filter(|cell| cell.known != Known::No)
    }
}

/// A query on its way to the answer.
struct Ask<'a> {
    catalogue: &'a Catalogue,
    query: &'a Query,
    found: Option<&'a Found>,
    standings: &'a [Standing],
}

impl Ask<'_> {
    fn state_of(&self, column: Column) -> Option<State> {
        column.instrument().map(|id| self.standings[id.index()].state)
    }

    fn matching_activities(&self) -> Option<&Bits> {
        self.found.map(|found| &found.activities)
    }

    /// The filters that each record fails.
    fn masks(&self) -> Vec<u8> {
        let covered = self.query.gaps.then(|| self.covered_sectors());
        let catalogue = self.catalogue;
        let mask = |(index, record): (usize, &super::Record)| {
            let column = catalogue.data.column(record.column);
            let mut mask = self.column_mask(record.column);
            mask |= fail(&self.query.sectors, Some(record.sector), fails::SECTOR);
            mask |= fail(&self.query.coverage, Some(record.coverage), fails::COVERAGE);
            let found = self.found.is_none_or(|found| {
                found.records.contains(index) || catalogue.activities.count_in(index, Some(&found.activities)) > 0
            });
            let gap = covered.as_ref().is_none_or(|covered| !covered.contains(record.sector.index()));
            let wanted = record.inferred.is_none() || (self.query.inferred && matches!(column, Column::Instrument(_)));
            if !(found && gap && wanted) {
                mask |= fails::OTHER;
            }
            mask
        };
        catalogue.records().iter().enumerate().map(mask).collect()
    }

    /// The filters on columns that a column fails.
    fn column_mask(&self, column: ColumnId) -> u8 {
        let data = &self.catalogue.data;
        let column = data.column(column);
        fail(&self.query.partnerships, Some(data.partnership_of(column)), fails::PARTNERSHIP)
            | fail(&self.query.instruments, column.instrument(), fails::INSTRUMENT)
            | fail(&self.query.states, self.state_of(column), fails::STATE)
    }

    /// The sectors that an instrument covers which is within its stated term or has none.
    fn covered_sectors(&self) -> Bits {
        let mut covered = Bits::new(self.catalogue.data.sectors().len());
        for record in self.catalogue.records().iter().filter(|record| record.inferred.is_none()) {
            let state = self.state_of(self.catalogue.data.column(record.column));
            if matches!(state, Some(State::InForce | State::Open)) {
                covered.insert(record.sector.index());
            }
        }
        covered
    }

    /// The columns left: those with a cell, and, while nothing asks about cells, those that pass their own filters.
    fn columns(&self, cells: &[Cell]) -> Vec<ColumnId> {
        let about_cells = !self.query.sectors.is_empty() || !self.query.coverage.is_empty() || self.query.gaps;
        let mut filled = Bits::new(self.catalogue.data.columns().len());
        cells.iter().for_each(|cell| filled.insert(cell.column.index()));
        let named = |column: ColumnId| self.found.is_none_or(|found| found.columns.contains(column.index()));
        let ids = self.catalogue.data.columns().map(|(id, _)| id);
        ids.filter(|id| filled.contains(id.index()) || (!about_cells && self.column_mask(*id) == 0 && named(*id)))
            .collect()
    }

    /// The events that concern what is left.
    fn events(&self, columns: &[ColumnId], day: Day) -> Vec<(EventId, Known)> {
        let Query { partnerships, sectors, instruments, coverage, states, gaps, .. } = self.query;
        let data = &self.catalogue.data;
        let about_instruments =
            *gaps || !(sectors.is_empty() && instruments.is_empty() && coverage.is_empty() && states.is_empty());
        let mut is_left = Bits::new(data.columns().len());
        columns.iter().for_each(|column| is_left.insert(column.index()));
        data.events()
            .filter(|(_, event)| is_of(partnerships, event))
            .filter(|(_, event)| !about_instruments || self.catalogue.concerns(event, &is_left))
            .filter(|(id, _)| self.found.is_none_or(|found| found.events.contains(id.index())))
            .map(|(id, event)| (id, event.known_on(day)))
            .collect()
    }

    /// Counts, for each choice of each filter, what it would leave if only the other filters were set.
    fn facets(&self, masks: &[u8], unit: Unit) -> Facets {
        let Catalogue { data, activities, .. } = self.catalogue;
        let records = self.catalogue.records();
        let mut scratch = Bits::new(data.activities().len());
        let mut count = |len: usize, filter: u8, choice_of: &dyn Fn(&super::Record) -> Option<usize>| {
            let left = (0..).zip(records.iter().zip(masks)).filter(|(_, (_, mask))| *mask & !filter == 0);
            let left = left.filter_map(|(index, (record, _))| Some((choice_of(record)? as u32, index)));
            let left = Grouped::new(len, &left.collect::<Vec<_>>());
            let count = |choice| match unit {
                Unit::Records => left.of(choice).len() as u32,
                Unit::Activities => {
                    activities.count_together(left.of(choice), self.matching_activities(), &mut scratch)
                }
            };
            (0..len).map(count).collect()
        };
        let column = |record: &super::Record| data.column(record.column);
        let position = |state: State| State::ALL.iter().position(|other| *other == state);
        Facets {
            partnerships: count(data.partnerships().len(), fails::PARTNERSHIP, &|record| {
                Some(data.partnership_of(column(record)).index())
            }),
            sectors: count(data.sectors().len(), fails::SECTOR, &|record| Some(record.sector.index())),
            instruments: count(data.instruments().len(), fails::INSTRUMENT, &|record| {
                column(record).instrument().map(InstrumentId::index)
            }),
            coverage: count(crate::model::Coverage::ALL.len(), fails::COVERAGE, &|record| {
                Some(record.coverage as usize)
            }),
            states: count(State::ALL.len(), fails::STATE, &|record| self.state_of(column(record)).and_then(position)),
        }
    }
}

/// Whether an event is about one of the partnerships, or was held in a forum of one.
fn is_of(partnerships: &[PartnershipId], event: &Event) -> bool {
    let chosen = |partnership| fail(partnerships, Some(partnership), 1) == 0;
    chosen(event.partnership) || event.forum_of.is_some_and(chosen)
}

/// `bit` if a filter is set and does not have the value; no filter that is set has what has no value.
fn fail<T: Ord>(choices: &[T], value: Option<T>, bit: u8) -> u8 {
    let is_chosen = value.is_some_and(|value| choices.binary_search(&value).is_ok());
    if choices.is_empty() || is_chosen { 0 } else { bit }
}
