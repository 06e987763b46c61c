//! Why a difference is there: the world changed, or the data were corrected.
//!
//! The rule, which the help of `atlas diff` and the README tell in short:
//! 1. An added event is a *new act* if all that its date allows lies after the data date of the old state: then nobody could have
//!    told of it. If all of it lies on or before that day, the old state lacked it. Else, as where no date is stated or where the
//!    data date lies within the month of the act, it cannot be told.
//! 2. An added instrument came with a new act that adopted it; an added instrument or proposal with the acts that name it, if all
//!    of these are new.
//! 3. Another added row came with a new act if it names that act or what came with it: terms, participants, relations,
//!    coverage, activities.
//! 4. An added sector, group, partnership or source came with a new act if only rows name it that did.
//! 5. A changed cell belongs to a new act if all that it names beside what it named before is that act or came with it. So does
//!    the emptied `not_before` of an instrument that an act adopted.
//! 6. How far an activity has come is dated nowhere: that a changed state was corrected cannot be told.
//!
//! All else was corrected: it is about what had been there to tell of.

use super::super::cells::{Cell, Sheet};
use super::super::field::{Field, Kind, Table};
use atlas_core::model::Tables;
use atlas_core::time::Day;
use atlas_core::time::known::Known;
use std::collections::{HashMap, HashSet};

/// Why a difference is there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// A new act, which has this id; or what came with it.
    World(String),
    /// It cannot be told: the act may have been before the old state was checked, or after. Empty where it is about none.
    Undetermined(String),
    /// The data were corrected or completed.
    Data,
}

impl Cause {
    /// The name in JSON.
    pub fn id(&self) -> &'static str {
        match self {
            Cause::World(_) => "world",
            Cause::Undetermined(_) => "undetermined",
            Cause::Data => "data",
        }
    }

    /// The act that it is about, if any.
    pub fn act(&self) -> Option<&str> {
        match self {
            Cause::World(act) | Cause::Undetermined(act) => Some(act.as_str()).filter(|act| !act.is_empty()),
            Cause::Data => None,
        }
    }
}

/// The ids of the added rows of each table.
type Added<'a> = HashMap<&'a str, &'a HashSet<String>>;

/// Which rows name a row: their tables and ids.
type Namers<'a> = HashMap<(&'static str, &'a str), Vec<(&'static str, String)>>;

/// The causes of the added rows.
pub(super) struct Causes(HashMap<(&'static str, String), Cause>);

impl Causes {
    pub fn of(checked: Day, new: &Tables, sheets: &[Sheet], added: &Added) -> Causes {
        let mut causes = Causes(HashMap::new());
        for event in new.events.iter().filter(|event| added["events"].contains(&event.slug)) {
            let known = event.bounds().map_or(Known::Undetermined, |bounds| Known::on(Some(&bounds), checked));
            let cause = match known {
                Known::No => Cause::World(event.slug.clone()),
                Known::Undetermined => Cause::Undetermined(event.slug.clone()),
                Known::Yes => Cause::Data,
            };
            causes.0.insert(("events", event.slug.clone()), cause);
        }
        let namers = namers(sheets, added);
        // Each table after those whose causes decide on its own. What a relation or a source says of an instrument says
        // nothing of when it came; and a section is a part of its source.
        let acts_alone = |table: &str| table == "events";
        let all_rows = |table: &str| table != "sections";
        let none = |_: &str| false;
        for name in ["instruments", "proposals"] {
            causes.settle(sheets, name, added, &namers, acts_alone);
        }
        for name in ["coverage", "terms", "participants", "relations", "activities"] {
            causes.settle(sheets, name, added, &namers, none);
        }
        for name in ["sectors", "groups", "partnerships", "sources"] {
            causes.settle(sheets, name, added, &namers, all_rows);
        }
        causes.settle(sheets, "sections", added, &namers, none);
        causes
    }

    /// Finds the cause of each added row of a table: by what it names, and by which rows of `counted` tables name it.
    fn settle(&mut self, sheets: &[Sheet], name: &str, added: &Added, namers: &Namers, counted: fn(&str) -> bool) {
        let Some(sheet) = sheets.iter().find(|sheet| sheet.table.name == name) else { return };
        for row in &sheet.rows {
            let id = sheet.id(row);
            if !added[name].contains(&id) {
                continue;
            }
            let named = sheet.table.fields.iter().zip(row).flat_map(|(field, cell)| names(field, cell));
            let by_what_it_names = named.filter_map(|(tables, id)| self.of_named(tables, id)).min();
            let who = namers.get(&(sheet.table.name, id.as_str())).into_iter().flatten();
            let who: Vec<Cause> =
                who.filter(|(table, _)| counted(table)).map(|(table, id)| self.get(table, id)).collect();
            // One that is of the data shows that it had been there; one of which it cannot be told leaves that open.
            let by_who_names_it = match who.iter().max() {
                Some(Cause::World(_)) => who.into_iter().min(),
                other => other.cloned(),
            };
            let found = [by_what_it_names, by_who_names_it].into_iter().flatten().min();
            self.0.insert((sheet.table.name, id), found.unwrap_or(Cause::Data));
        }
    }

    fn get(&self, table: &'static str, id: &str) -> Cause {
        self.0.get(&(table, id.to_owned())).cloned().unwrap_or(Cause::Data)
    }

    /// The cause of what a cell names, unless that is of the data. Tables that a column may refer to share their ids.
    fn of_named(&self, tables: &[&'static str], id: &str) -> Option<Cause> {
        let found = tables.iter().map(|table| self.get(table, id)).min();
        found.filter(|cause| *cause != Cause::Data)
    }

    /// Why an added row is there.
    pub fn of_added(&self, table: &'static str, id: &str) -> Cause {
        self.get(table, id)
    }

    /// Why each cell of a changed row differs, in the order of the columns.
    pub fn of_changed(&self, table: &Table, before: &[Cell], after: &[Cell]) -> Vec<Cause> {
        let cells = table.fields.iter().zip(before.iter().zip(after));
        let mut causes: Vec<Cause> = cells.map(|(field, (old, new))| self.of_cell(table, field, old, new)).collect();
        if table.name == "instruments" {
            let adopted = causes[table.field("adopted").0].clone();
            for name in ["not_before", "not_before_note", "not_before_locator"] {
                let at = table.field(name).0;
                if after[at].concat().is_empty() {
                    causes[at] = adopted.clone();
                }
            }
        }
        causes
    }

    fn of_cell(&self, table: &Table, field: &Field, old: &Cell, new: &Cell) -> Cause {
        if (table.name, field.name) == ("activities", "state") {
            return Cause::Undetermined(String::new());
        }
        let before: Vec<_> = names(field, old).collect();
        let named = names(field, new).filter(|named| !before.contains(named));
        let causes: Vec<_> = named.map(|(tables, id)| self.of_named(tables, id).unwrap_or(Cause::Data)).collect();
        causes.into_iter().max().unwrap_or(Cause::Data)
    }
}

/// What a cell names: the tables that it may be of, and the id.
fn names<'a>(field: &Field, cell: &'a Cell) -> impl Iterator<Item = (&'static [&'static str], &'a str)> + use<'a> {
    let tables: &'static [&'static str] = match field.kind {
        Kind::Reference(tables) | Kind::References(tables) => tables,
        _ => &[],
    };
    let ids = cell.first().into_iter().flat_map(|cell| cell.split(" | "));
    ids.filter(move |id| !tables.is_empty() && !id.is_empty()).map(move |id| (tables, id))
}

/// Which rows of the new state name each added row.
fn namers<'a>(sheets: &'a [Sheet], added: &Added) -> Namers<'a> {
    let mut found = Namers::new();
    for sheet in sheets {
        for row in &sheet.rows {
            for (tables, id) in sheet.table.fields.iter().zip(row).flat_map(|(field, cell)| names(field, cell)) {
                for table in tables.iter().filter(|table| added[**table].contains(id)) {
                    found.entry((*table, id)).or_default().push((sheet.table.name, sheet.id(row)));
                }
            }
        }
    }
    found
}
