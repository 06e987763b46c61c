//! What differs between two states of a dataset, and whether the world changed or the data were corrected.
//!
//! Owns the comparison: rows are paired by what tells them apart (their id, or the cells of their table's key), cells by their
//! column. `cause` says why each difference is there, `told` tells all of it to people and to programs.
//!
//! Both states are compared as checked tables, so that a folder can be compared with a packed file. Cells in a language that
//! only one of them has are not compared: that there is another language is a difference of its own.

mod cause;
mod told;

pub use cause::Cause;

use super::cells::{self, Cell, Sheet};
use atlas_core::model::{Dataset, Tables};
use atlas_core::time::Day;
use cause::Causes;
use std::collections::{HashMap, HashSet};

/// What a difference is called whose place is the package itself, not one of its tables.
const PACKAGE: &str = "datapackage";

/// Everything that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differences {
    /// The earlier state.
    pub old: State,
    /// The later one.
    pub new: State,
    /// By table, in the order of the new rows; what was removed stands at the end of its table.
    pub all: Vec<Difference>,
}

/// Which state of which dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The dataset's name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its data date.
    pub created: Day,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The table, or `datapackage`.
    pub table: &'static str,
    /// The row, as its table tells rows apart; empty where it is about the table as a whole.
    pub id: String,
    /// What became of it.
    pub what: What,
    /// Why.
    pub cause: Cause,
    /// The cells that are filled in an added or removed row; those that differ in a changed one.
    pub columns: Vec<Change>,
}

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Only the new state has it.
    Added,
    /// Only the old state has it.
    Removed,
    /// Some of its cells differ.
    Changed,
    /// The rows that both states have stand in another order.
    Reordered,
}

impl What {
    /// The name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            What::Added => "added",
            What::Removed => "removed",
            What::Changed => "changed",
            What::Reordered => "reordered",
        }
    }
}

/// A cell before and after; empty where there was or is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The column, with its language: `name_en`.
    pub column: String,
    /// What stood there.
    pub old: String,
    /// What stands there.
    pub new: String,
}

/// Compares two states of a dataset.
pub fn between(old: &Dataset, new: &Dataset) -> Differences {
    let (old, new) = (old.tables(), new.tables());
    let mut all = package(old, new);
    let (before, after) = (cells::sheets(old), cells::sheets(new));
    let pairs: Vec<Pair> = before
        .iter()
        .zip(&after)
        .map(|(before, after)| Pair::of(before, after, &old.languages, &new.languages))
        .collect();
    let added: HashMap<&str, &HashSet<String>> = pairs.iter().map(|pair| (pair.table(), &pair.added)).collect();
    let causes = Causes::of(old.created, new, &after, &added);
    pairs.iter().for_each(|pair| pair.differences(&causes, &mut all));
    Differences { old: State::of(old), new: State::of(new), all }
}

impl State {
    fn of(tables: &Tables) -> State {
        State { name: tables.name.clone(), version: tables.version.clone(), created: tables.created }
    }
}

/// What the package says of itself. Its version and its data date change with every state, and are told of both anyway.
fn package(old: &Tables, new: &Tables) -> Vec<Difference> {
    let said = |tables: &Tables| {
        let mut cells = vec![
            ("name".to_owned(), tables.name.clone()),
            ("licenses".to_owned(), tables.licence.clone()),
            ("languages".to_owned(), tables.languages.join(", ")),
            ("synthetic".to_owned(), tables.synthetic.to_string()),
        ];
        for (at, tag) in tables.languages.iter().enumerate() {
            cells.push((format!("title_{tag}"), tables.title.get(at).to_owned()));
            cells.push((format!("description_{tag}"), tables.description.get(at).to_owned()));
        }
        cells
    };
    let after: HashMap<String, String> = said(new).into_iter().collect();
    let columns = said(old).into_iter().filter_map(|(column, old)| {
        let new = after.get(&column).filter(|new| **new != old)?.clone();
        Some(Change { column, old, new })
    });
    let columns: Vec<Change> = columns.collect();
    let one = Difference { table: PACKAGE, id: String::new(), what: What::Changed, cause: Cause::Data, columns };
    if one.columns.is_empty() { Vec::new() } else { vec![one] }
}

/// A table in both states.
struct Pair<'a> {
    before: &'a Sheet,
    after: &'a Sheet,
    /// The ids of the rows, in their order. The second row of one id, which some keys allow, has `#2` behind it.
    ids: (Vec<String>, Vec<String>),
    added: HashSet<String>,
    languages: (&'a [String], &'a [String]),
}

impl<'a> Pair<'a> {
    fn of(before: &'a Sheet, after: &'a Sheet, old: &'a [String], new: &'a [String]) -> Pair<'a> {
        let ids = (ids(before), ids(after));
        let known: HashSet<&String> = ids.0.iter().collect();
        let added = ids.1.iter().filter(|id| !known.contains(id)).cloned().collect();
        Pair { before, after, added, ids, languages: (old, new) }
    }

    fn table(&self) -> &'static str {
        self.after.table.name
    }

    fn differences(&self, causes: &Causes, all: &mut Vec<Difference>) {
        let table = self.table();
        let was: HashMap<&String, usize> = self.ids.0.iter().enumerate().map(|(at, id)| (id, at)).collect();
        let mut common = Vec::new();
        for (id, row) in self.ids.1.iter().zip(&self.after.rows) {
            match was.get(id) {
                Some(at) => {
                    common.push(*at);
                    all.extend(self.changed(id, &self.before.rows[*at], row, causes));
                }
                None => all.push(Difference {
                    table,
                    id: id.clone(),
                    what: What::Added,
                    cause: causes.of_added(table, id),
                    columns: self.filled(row, self.languages.1, |column, new| Change {
                        column,
                        old: String::new(),
                        new,
                    }),
                }),
            }
        }
        let is: HashSet<&String> = self.ids.1.iter().collect();
        for (id, row) in self.ids.0.iter().zip(&self.before.rows).filter(|(id, _)| !is.contains(id)) {
            let columns = self.filled(row, self.languages.0, |column, old| Change { column, old, new: String::new() });
            all.push(Difference { table, id: id.clone(), what: What::Removed, cause: Cause::Data, columns });
        }
        if !common.is_sorted() {
            let (what, cause) = (What::Reordered, Cause::Data);
            all.push(Difference { table, id: String::new(), what, cause, columns: Vec::new() });
        }
    }

    /// What differs between the cells of a row, apart by cause: an act may have changed one cell, a correction another.
    fn changed(&self, id: &str, before: &[Cell], after: &[Cell], causes: &Causes) -> Vec<Difference> {
        let mut found: Vec<Difference> = Vec::new();
        let of_columns = causes.of_changed(self.after.table, before, after);
        for ((field, (old, new)), cause) in self.after.table.fields.iter().zip(before.iter().zip(after)).zip(of_columns)
        {
            let columns = self.compared(field.kind.is_translated(), field.names(self.languages.1), old, new);
            if columns.is_empty() {
                continue;
            }
            match found.iter_mut().find(|other| other.cause == cause) {
                Some(other) => other.columns.extend(columns),
                None => {
                    found.push(Difference { table: self.table(), id: id.into(), what: What::Changed, cause, columns })
                }
            }
        }
        found
    }

    /// The cells of a column that differ, in the languages that both states have.
    fn compared(&self, is_translated: bool, names: Vec<String>, old: &Cell, new: &Cell) -> Vec<Change> {
        let before = |at: usize| match is_translated {
            true => self.languages.0.iter().position(|tag| *tag == self.languages.1[at]),
            false => Some(at),
        };
        let pairs = names.into_iter().zip(new).enumerate();
        let both = pairs.filter_map(|(at, (column, new))| Some((column, old[before(at)?].clone(), new.clone())));
        both.filter(|(_, old, new)| old != new).map(|(column, old, new)| Change { column, old, new }).collect()
    }

    fn filled(&self, row: &[Cell], languages: &[String], change: fn(String, String) -> Change) -> Vec<Change> {
        let columns = self.after.table.fields.iter().zip(row);
        let cells = columns.flat_map(|(field, cells)| field.names(languages).into_iter().zip(cells));
        cells.filter(|(_, cell)| !cell.is_empty()).map(|(column, cell)| change(column, cell.clone())).collect()
    }
}

fn ids(sheet: &Sheet) -> Vec<String> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let ids = sheet.rows.iter().map(|row| {
        let id = sheet.id(row);
        let times = seen.entry(id.clone()).and_modify(|times| *times += 1).or_insert(1);
        if *times > 1 { format!("{id}#{times}") } else { id }
    });
    ids.collect()
}
