//! A set with mistakes in it, shown as far as it is right.
//!
//! Owns what is left out for a mistake: the cell where a row may do without it, else the row. What refers to a row that is
//! left out goes with it, in further rounds of the same checks, until nothing is wrong any more. Every round leaves
//! something out, so they end.

use super::header::Header;
use super::input::{FILE, SHEET};
use super::package::{self, Fallback};
use super::problem::{Collector, Problem, Problems};
use super::row::Context;
use super::schema::{Field, Kind};
use super::table::Table;
use super::told::{Arg, quoted};
use super::{Files, Input, bounded, tables};
use atlas_core::model::Dataset;
use csv::StringRecord;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What was read of a set.
pub struct Reading {
    /// What is right in it; nothing only if even that makes no set.
    pub dataset: Option<Dataset>,
    /// What is wrong with it.
    pub problems: Problems,
    /// The rows that are left out since they refer to what is left out, by table.
    pub followers: BTreeMap<&'static str, BTreeSet<u32>>,
}

/// After this many rounds a row is left out whole, whatever is wrong with it; after twice as many nothing is shown.
const PATIENCE: usize = 8;

/// Columns that are filled together or not at all: with one of them the others are left out.
const FELLOWS: [&[&str]; 5] = [
    &["background", "background_source", "background_locator"],
    &["not_before", "not_before_note", "not_before_locator"],
    &["stated_count", "stated_unit"],
    &["original_title", "language"],
    &["forum", "forum_of"],
];

/// Reads a set, leaving out what is wrong; what it does not say of itself is taken from `fallback`.
pub fn mend(input: &Input, fallback: &Fallback) -> Reading {
    let problems = Collector::default();
    let bytes = input.package(&problems);
    let read = bytes.and_then(|bytes| package::read(bytes, &problems));
    let whole = read.filter(|(package, _)| package.is_whole());
    let mended = || {
        let guessed = fallback.with_languages_of(input);
        package::mended(bytes.unwrap_or_default(), &guessed)
    };
    let (package, languages) = whole.unwrap_or_else(mended);
    let mut context = Context { languages, problems };
    let mut files = Files::read(input, &context);
    let mut found = tables(&files, &package, &context);
    let mut all = std::mem::take(&mut context.problems).into_all();
    let mut reported: Option<Vec<Problem>> = None;
    let mut followers: BTreeMap<&'static str, BTreeSet<u32>> = BTreeMap::new();
    for round in 0..=2 * PATIENCE {
        if all.iter().all(|problem| problem.file == FILE || problem.file == SHEET) {
            let bounded = found.ok_or_else(Vec::new).and_then(|found| bounded(Dataset::new(found), &files));
            match bounded {
                Ok(dataset) => {
                    let reported = reported.unwrap_or_else(|| std::mem::take(&mut all));
                    return Reading { dataset: Some(dataset), problems: Problems::of(reported), followers };
                }
                Err(excess) => all = excess,
            }
        }
        let first: BTreeSet<(&str, Option<u32>)> =
            reported.iter().flatten().map(|problem| (problem.file.as_str(), problem.row)).collect();
        for table in files.all_mut() {
            if round == 0 {
                table.relay(&context.languages);
            }
            let own: Vec<&Problem> = all.iter().filter(|problem| problem.file == table.file).collect();
            let gone = leave_out(table, &own, &context.languages, round >= PATIENCE);
            let gone = gone.into_iter().filter(|row| round > 0 && !first.contains(&(&*table.file, Some(*row))));
            let gone: Vec<u32> = gone.collect();
            if !gone.is_empty() {
                followers.entry(table.schema.name).or_default().extend(gone);
            }
        }
        reported.get_or_insert(std::mem::take(&mut all));
        found = tables(&files, &package, &context);
        all = std::mem::take(&mut context.problems).into_all();
    }
    Reading { dataset: None, problems: Problems::of(reported.unwrap_or_default()), followers }
}

/// Leaves out what these problems are about, and tells which rows went whole.
fn leave_out(table: &mut Table, problems: &[&Problem], languages: &[String], whole: bool) -> Vec<u32> {
    let mut by_row: HashMap<u32, Vec<&Problem>> = HashMap::new();
    for problem in problems {
        if let Some(row) = problem.row {
            by_row.entry(row).or_default().push(problem);
        }
    }
    let columns: HashMap<String, (usize, usize, &Field)> = table
        .schema
        .fields
        .iter()
        .enumerate()
        .flat_map(|(position, field)| {
            let names = field.names(languages).into_iter().enumerate();
            names.map(move |(language, name)| (name, (position, language, field)))
        })
        .collect();
    let position = Header::complete(table.schema, languages);
    let mut gone = Vec::new();
    table.records.retain_mut(|record| {
        let Some(problems) = by_row.get(&record.number) else { return true };
        let mut cells: Vec<String> = record.cells.iter().map(str::to_owned).collect();
        let keeps = problems.iter().all(|problem| {
            let column = problem.column.as_deref().and_then(|name| columns.get(name));
            let Some((at, language, field)) = column.filter(|_| !whole) else { return false };
            let of = |at: usize| (0..languages.len()).map(move |language| (at, language)).collect::<Vec<_>>();
            let here = |(at, language): (usize, usize)| position.position(at, language);
            match problem.what.id() {
                "no-translation" => {
                    let places: Vec<usize> = of(*at).into_iter().filter_map(here).collect();
                    let Some(text) = places.iter().map(|at| cells[*at].trim()).find(|text| !text.is_empty()) else {
                        return false;
                    };
                    let text = text.to_owned();
                    if let Some(at) = here((*at, *language)) {
                        cells[at] = text;
                    }
                    true
                }
                _ if field.required => false,
                _ => {
                    let fellows = FELLOWS.iter().find(|fellows| fellows.contains(&field.name));
                    let fields = fellows
                        .map_or(vec![*at], |fellows| fellows.iter().map(|name| table.schema.field(name).0).collect());
                    let mut changed = false;
                    for at in fields.into_iter().flat_map(of).filter_map(here) {
                        let left = match field.kind {
                            Kind::References(_) => without(&cells[at], problem.what.args()),
                            _ => String::new(),
                        };
                        changed |= left != cells[at];
                        cells[at] = left;
                    }
                    changed
                }
            }
        });
        if keeps {
            record.cells = StringRecord::from(cells).into();
        } else {
            gone.push(record.number);
        }
        keeps
    });
    gone
}

/// A cell with several ids, without the one that a message names, and each once; nothing if the message names none of them.
fn without(cell: &str, args: &[(&str, Arg)]) -> String {
    let named = |part: &str| args.iter().any(|(_, arg)| *arg == Arg::Text(quoted(part)));
    let parts: Vec<&str> = cell.split('|').map(str::trim).filter(|part| !part.is_empty()).collect();
    let mut left: Vec<&str> = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        // Of an id that stands there twice, the first is meant.
        let again = parts[..index].contains(part);
        if !again && (!named(part) || parts[index + 1..].contains(part)) {
            left.push(part);
        }
    }
    if left.len() < parts.len() {
        left.join(" | ")
    } else if parts.len() < cell.split('|').count() {
        parts.join(" | ")
    } else {
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_several_ids_the_one_that_is_named_is_left_out() {
        let named = |id: &str| vec![("value", Arg::Text(quoted(id)))];
        assert_eq!(without("a | b | c", &named("b")), "a | c");
        assert_eq!(without("a | a", &named("a")), "a", "twice");
        assert_eq!(without("a | | b", &[]), "a | b", "an empty part");
        assert_eq!(without("a | b", &[]), "", "too many of them");
    }
}
