//! Rules that hold between rows. Rows with problems of their own take no part in them.

use super::activities::Covered;
use super::ids::Ids;
use super::row::{Context, Row};
use super::table::Table;
use super::told::{Arg, quoted};
use crate::told;
use atlas_core::limits;
use atlas_core::model::{Column, CoverageRecord, Event, Instrument, Relation, RelationKind, Subject};
use std::collections::HashMap;

/// Each pair of sector and column is given once.
pub(super) fn coverage_once(table: &Table, context: &Context, records: &[Option<CoverageRecord>]) {
    let mut seen = HashMap::new();
    for (row, record) in sound(table, context, records) {
        if let Some(first) = seen.insert((record.sector, record.column), row.number()) {
            row.report("sector", told!("same-cell", row = first as usize), told!("each-pair-once"));
            seen.insert((record.sector, record.column), first);
        }
    }
}

/// The cells under instruments, unless the table has a problem.
pub(super) fn covered(table: &Table, records: &[Option<CoverageRecord>]) -> Option<Covered> {
    let mut cells = Covered::new();
    for record in records {
        if let CoverageRecord { sector, column: Column::Instrument(instrument), .. } = record.as_ref()? {
            cells.insert((*sector, *instrument));
        }
    }
    table.complete.then_some(cells)
}

/// All rows together name no more records in a column that holds several than there may be.
pub(super) fn few_links<T>(
    table: &Table,
    context: &Context,
    records: &[Option<T>],
    column: &str,
    links: impl Fn(&T) -> usize,
) {
    let mut sum = 0;
    for (row, record) in sound(table, context, records) {
        sum += links(record);
        if sum > limits::EVENT_LINKS {
            return row.too_many_links(column, sum, limits::EVENT_LINKS);
        }
    }
}

/// The event by which an instrument was adopted lists that instrument.
pub(super) fn adoption_listed(
    table: &Table,
    context: &Context,
    instruments: &[Option<Instrument>],
    events: &[Option<Event>],
    ids: &Ids,
) {
    for (row, instrument) in sound(table, context, instruments) {
        let event = instrument.adopted.and_then(|event| events.get(event.index())?.as_ref());
        let Some(event) = event else { continue };
        if !event.instruments.iter().any(|id| ids.instruments.find(&instrument.slug).ok() == Some(*id)) {
            let what = told!("not-listed", event = quoted(&event.slug));
            let (value, table) = (quoted(&instrument.slug), Arg::Tables(vec!["events"]));
            row.report("adopted", what, told!("listed", value = value, table = table));
        }
    }
}

/// No relation leads back to where it began, be it directly or, of one kind, in a circle.
pub(super) fn no_circles(table: &Table, context: &Context, relations: &[Option<Relation>]) {
    let mut edges: HashMap<(RelationKind, Subject), Vec<(Row, Subject)>> = HashMap::new();
    let mut starts = Vec::new();
    for (row, relation) in sound(table, context, relations) {
        if relation.subject == relation.object {
            row.report("object", told!("to-itself"), told!("another-id"));
            continue;
        }
        edges.entry((relation.kind, relation.subject)).or_default().push((row, relation.object));
        starts.push((relation.kind, relation.subject));
    }
    let mut states = HashMap::new();
    for start in starts {
        walk(start, &edges, &mut states);
    }
}

/// How far the walk through the relations has come with a record.
#[derive(Clone, Copy, PartialEq)]
enum Walk {
    OnTheWay,
    Done,
}

/// Walks from a record along the relations of one kind, depth first, and reports each that leads back onto its way.
/// Every relation is walked once, whatever their number.
fn walk(
    (kind, start): (RelationKind, Subject),
    edges: &HashMap<(RelationKind, Subject), Vec<(Row, Subject)>>,
    states: &mut HashMap<(RelationKind, Subject), Walk>,
) {
    if states.contains_key(&(kind, start)) {
        return;
    }
    // Of each record on the way: how many of its relations are walked.
    let mut way = vec![(start, 0)];
    states.insert((kind, start), Walk::OnTheWay);
    while let Some((record, walked)) = way.last_mut() {
        let next = edges.get(&(kind, *record)).and_then(|edges| edges.get(*walked));
        *walked += 1;
        let Some((row, object)) = next else {
            states.insert((kind, *record), Walk::Done);
            way.pop();
            continue;
        };
        match states.get(&(kind, *object)) {
            Some(Walk::Done) => {}
            Some(Walk::OnTheWay) => {
                let length = way.iter().rev().take_while(|(record, _)| record != object).count() + 1;
                let what = told!("circle", number = length, value = quoted(kind.id()));
                row.report("object", what, told!("no-way-back"));
            }
            None => {
                states.insert((kind, *object), Walk::OnTheWay);
                way.push((*object, 0));
            }
        }
    }
}

/// The rows that became records, with these.
fn sound<'a, T>(
    table: &'a Table,
    context: &'a Context,
    records: &'a [Option<T>],
) -> impl Iterator<Item = (Row<'a>, &'a T)> {
    Row::every(table, context).zip(records).filter_map(|(row, record)| Some((row, record.as_ref()?)))
}
