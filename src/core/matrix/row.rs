//! A row of the matrix as a value: all that its picture depends on, so that it is drawn anew only if that has changed.
//!
//! Words are no part of the value: they follow from the edition and the ids, and are put together for what is drawn.

use super::Grid;
use crate::compare::moved;
use crate::edition::Edition;
use crate::linking::Lit;
use crate::locale::{Arg, msg};
use crate::model::{Column, ColumnId, Coverage, InstrumentId, SectorId};
use crate::query::Target;
use crate::shown::Shown;
use crate::time::Interval;
use crate::time::known::{Known, State};
use crate::words::Words;

/// A row that the filters leave.
#[derive(Clone, PartialEq)]
pub struct RowPicture {
    /// The dataset in a language.
    pub edition: Edition,
    /// Whose row.
    pub sector: SectorId,
    /// While gaps are asked for, why the row is one: the instruments that cover its sector, with their states.
    pub gap: Option<Vec<(InstrumentId, State)>>,
    /// Its places, column by column.
    pub places: Vec<Place>,
}

/// The place of a row in a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Which column.
    pub column: ColumnId,
    /// Whether the filters leave the column.
    pub is_left: bool,
    /// Whether a partnership begins here, with room before it.
    pub begins: bool,
    /// Whether it lights up.
    pub is_lit: bool,
    /// Whether it is selected.
    pub is_selected: bool,
    /// Whether what the source states there came or ended between the days compared.
    pub has_changed: bool,
    /// What the source says there, if anything.
    pub entry: Option<Entry>,
}

/// What the source says of a sector and a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
    /// Its record, see [`Catalogue::records`](crate::query::Catalogue::records).
    pub record: usize,
    /// The state of the instrument, where one is named.
    pub state: Option<State>,
    /// The term of the instrument as known on the day, if one is stated.
    pub term: Option<Interval>,
    /// How many of the activities left are in it; none if the filters leave it out.
    pub activities: Option<u32>,
}

/// An entry with what it is said in.
#[derive(Clone, PartialEq)]
pub struct CellPicture {
    /// The dataset in a language.
    pub edition: Edition,
    /// The row.
    pub sector: SectorId,
    /// The column.
    pub column: ColumnId,
    /// What the source says there.
    pub entry: Entry,
}

/// What all places of a column share.
struct Shared {
    id: ColumnId,
    is_left: bool,
    begins: bool,
    /// Whether its cells came or ended between the days compared.
    has_moved: bool,
    /// The state of its instrument, where one is named.
    state: Option<State>,
    /// Its term.
    term: Option<Interval>,
}

/// What all rows have in common while they are drawn: their columns, and what lights up.
pub struct Columns<'a> {
    shown: &'a Shown,
    lit: &'a Lit,
    columns: Vec<Shared>,
}

impl<'a> Columns<'a> {
    /// Those of a grid.
    pub fn of(shown: &'a Shown, lit: &'a Lit, grid: &Grid) -> Columns<'a> {
        let selection = &shown.selection;
        let moved = moved(&shown.catalogue, &shown.acts);
        let begins = grid.beginnings(selection);
        let column = |id: ColumnId| Shared {
            id,
            is_left: selection.has_column(id),
            begins: begins.contains(&id),
            has_moved: moved.contains(id.index()),
            state: selection.column_state(&shown.catalogue, id),
            term: match shown.catalogue.data.column(id) {
                Column::Instrument(instrument) => selection.standing(instrument).term,
                Column::Outside(_) => None,
            },
        };
        Columns { shown, lit, columns: grid.columns().map(column).collect() }
    }

    /// Every column, in order.
    pub fn ids(&self) -> impl Iterator<Item = ColumnId> + '_ {
        self.columns.iter().map(|column| column.id)
    }

    /// The row of a sector; none if the filters leave it out.
    pub fn row(&self, sector: SectorId) -> Option<RowPicture> {
        let Columns { shown, lit, columns } = self;
        if !shown.selection.has_row(sector) {
            return None;
        }
        let place = |column: &Shared| {
            let record = shown.record_at(sector, column.id);
            let activities = || shown.selection.cell(sector, column.id).map(|cell| cell.activities);
            let is_stated = |record: usize| shown.catalogue.records()[record].inferred.is_none();
            Place {
                column: column.id,
                is_left: column.is_left,
                begins: column.begins,
                is_lit: lit.cell(sector, column.id),
                is_selected: shown.state.query.select == Some(Target::Cell(sector, column.id)),
                has_changed: column.has_moved && record.is_some_and(is_stated),
                entry: record.map(|record| Entry {
                    record,
                    state: column.state,
                    term: column.term,
                    activities: activities(),
                }),
            }
        };
        let places = columns.iter().map(place).collect();
        let gap = shown.state.query.gaps.then(|| covering(shown, sector));
        Some(RowPicture { edition: shown.edition.clone(), sector, gap, places })
    }
}

/// The instruments that cover a sector, with their states.
fn covering(shown: &Shown, sector: SectorId) -> Vec<(InstrumentId, State)> {
    let records = shown.catalogue.records_of_sector(sector).map(|at| shown.catalogue.records()[at]);
    let stated = records.filter(|record| record.inferred.is_none());
    let instrument = |column| match shown.catalogue.data.column(column) {
        Column::Instrument(id) => Some((id, shown.selection.standing(id).state)),
        Column::Outside(_) => None,
    };
    stated.filter_map(|record| instrument(record.column)).collect()
}

impl RowPicture {
    /// The entry at one of its places, as the cell that is drawn of it.
    pub fn cell(&self, column: ColumnId, entry: Entry) -> CellPicture {
        CellPicture { edition: self.edition.clone(), sector: self.sector, column, entry }
    }

    /// Why the row is a gap, while gaps are asked for.
    pub fn reason(&self) -> Option<Words> {
        let Edition { catalogue, locale, .. } = &self.edition;
        let name = |id| self.edition.text(&catalogue.data.instrument(id).short);
        let reasons = self.gap.as_ref()?.iter().map(|(id, state)| name(*id).and(": ").and(locale.state(*state)));
        let words = Words::join(reasons, "; ");
        Some(if words.is_empty() { locale.text(msg::GAP_NO_INSTRUMENT) } else { words })
    }
}

impl Entry {
    /// Whether it is known on the day.
    pub fn known(&self) -> Known {
        self.state.map_or(Known::Yes, State::adopted)
    }
}

impl CellPicture {
    /// What it shows.
    pub fn visible(&self) -> Words {
        let locale = self.edition.locale;
        let record = &self.edition.catalogue.records()[self.entry.record];
        match (self.entry.activities, record.coverage) {
            (None, _) => locale.text(msg::COVERAGE_LEFT_OUT),
            (Some(1..), _) => locale.number(self.entry.activities.unwrap_or_default()).into(),
            (_, Coverage::Sectoral) => locale.text(msg::COVERAGE_SECTORAL_SHORT),
            (_, Coverage::NamedArea) if record.inferred.is_none() && self.entry.known() == Known::Yes => {
                locale.text(msg::COVERAGE_NAMED_AREA_SHORT)
            }
            _ => self.edition.cell_word(self.entry.record, self.entry.state),
        }
    }

    /// What it says in a list, where no head stands above it: "Post-2017 programme · covered · term not stated".
    pub fn line(&self) -> Words {
        let locale = self.edition.locale;
        let mut parts = vec![
            self.edition.column_name(self.edition.catalogue.data.column(self.column)),
            self.edition.cell_word(self.entry.record, self.entry.state),
        ];
        if self.entry.state.is_some() && self.entry.known() == Known::Yes {
            parts.push(self.entry.term.map_or_else(|| locale.text(msg::TERM_NOT_STATED), |term| locale.term(&term)));
        }
        if let Some(count @ 1..) = self.entry.activities {
            parts.push(locale.format(msg::COUNT_ACTIVITIES, &[Arg::Number("n", count)]));
        }
        Words::join(parts, " · ")
    }

    /// What it says to those who do not see where it stands; none if the filters leave it out.
    pub fn label(&self) -> Option<Words> {
        let Edition { catalogue, locale, .. } = &self.edition;
        let activities = self.entry.activities?;
        let mut word = self.edition.cell_word(self.entry.record, self.entry.state);
        if activities > 0 {
            word = locale.format(msg::COUNT_ACTIVITIES, &[Arg::Number("n", activities)]).and(", ").and(word);
        }
        let arguments = [
            Arg::Words("coverage", &word),
            Arg::Words("sector", &self.edition.text(&catalogue.data.sector(self.sector).name)),
            Arg::Words("instrument", &self.edition.column_name(catalogue.data.column(self.column))),
        ];
        Some(locale.format(msg::CELL, &arguments))
    }
}
