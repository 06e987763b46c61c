//! A folder of tables as the checked model, or as the list of everything that is wrong with it.
//!
//! Owns the reading and checking of the tables, natively: for the build, for the command line, and for tests. What the
//! tables mean together is `model`'s business, the packed form `packed`'s.
//!
//! The stages, in the order in which they run:
//! 1. `package`: `datapackage.json` says which languages there are.
//! 2. `table`: each file's bytes become rows under known columns (`header`, `schema`).
//! 3. `ids`: the ids of all tables, so that any row can refer to any other.
//! 4. `records`, `activities`: the cells of each row (`row`, `parse`, `evidence`) become records of the model.
//! 5. `rules`: what must hold between rows.
//!
//! The other way round, `cells` gives the rows of a checked model back, and `diff` compares two of them.
//!
//! A problem ends nothing: each stage goes on with what it has, and leaves out what would only follow from a problem
//! that is reported already.

#![allow(clippy::disallowed_methods, reason = "reads folders of tables, and writes samples")]

mod activities;
pub mod cells;
pub mod descriptor;
pub mod diff;
mod evidence;
mod field;
mod header;
mod ids;
mod nearest;
mod package;
mod parse;
mod problem;
pub mod pseudo;
mod records;
mod row;
mod rules;
#[cfg(feature = "sample")]
pub mod sample;
pub mod schema;
mod table;
pub mod texts;

pub use problem::{Problem, Problems};

use atlas_core::limits;
use atlas_core::model::{Dataset, Tables};
use ids::Ids;
use package::Package;
use problem::{Collector, Place};
use row::{Context, Row};
use std::io::ErrorKind;
use std::path::Path;
use table::Table;

/// Reads the folder.
///
/// # Errors
/// Every problem in it, if there is one.
///
/// ```
/// let dataset = atlas_dataset::read("../data".as_ref()).unwrap();
/// assert_eq!(dataset.title().get(0), "ASEAN’s cooperation with Russia and with the Eurasian Economic Union");
///
/// let problems = atlas_dataset::read("nowhere".as_ref()).unwrap_err();
/// let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
/// assert_eq!(told, ["nowhere: no such folder, expected a folder with datapackage.json and the tables"]);
/// ```
pub fn read(dir: &Path) -> Result<Dataset, Problems> {
    let problems = Collector::default();
    let package = package_in(dir, &problems);
    let Some((package, languages)) = package else { return Err(problems.finish()) };
    let context = Context { languages, problems };
    let files = Files::read(dir, &context);
    let tables = tables(&files, package, &context);
    let problems = context.problems.finish();
    match tables {
        Some(tables) if problems.is_empty() => bounded(Dataset::new(tables), &files),
        _ => Err(problems),
    }
}

/// The dataset, unless too much follows from its relations: a few rows can make cells without number.
fn bounded(dataset: Dataset, files: &Files) -> Result<Dataset, Problems> {
    let Some(beyond) = dataset.inferred().get(limits::INFERRED) else { return Ok(dataset) };
    let row = files.relations.records.get(beyond.relation).map(|record| record.number);
    let problems = Collector::default();
    let place = Place { file: &files.relations.file, row, column: Some("object") };
    let what = format!("more than {} cells that follow from the relations `implements`", limits::INFERRED);
    problems.add(place, what, format!("at most {}", limits::INFERRED));
    Err(problems.finish())
}

/// The rows of a CSV text as the tables are read, the header first.
///
/// ```
/// assert_eq!(atlas_dataset::rows("a,b\n\"1, \"\"2\"\"\",3\n"), [["a", "b"], ["1, \"2\"", "3"]]);
/// ```
pub fn rows(text: &str) -> Vec<Vec<String>> {
    table::records(text).map(|record| record.cells.iter().map(str::to_owned).collect()).collect()
}

fn package_in(dir: &Path, problems: &Collector) -> Option<(Package, Vec<String>)> {
    if !dir.is_dir() {
        let place = Place { file: &dir.display().to_string(), row: None, column: None };
        problems.add(place, "no such folder", "a folder with datapackage.json and the tables");
        return None;
    }
    let bytes = bytes_of(dir, package::FILE, "a data package", problems)?;
    package::read(&bytes, problems)
}

/// The content of a file; reported where it cannot be read.
fn bytes_of(dir: &Path, file: &str, expected: &str, problems: &Collector) -> Option<Vec<u8>> {
    let what = match std::fs::read(dir.join(file)) {
        Ok(bytes) => return Some(bytes),
        Err(error) if error.kind() == ErrorKind::NotFound => "no such file".into(),
        Err(error) => format!("cannot be read ({error})"),
    };
    problems.add(Place { file, row: None, column: None }, what, expected);
    None
}

/// Every table of the folder.
pub(crate) struct Files {
    sources: Table,
    sections: Table,
    partnerships: Table,
    groups: Table,
    sectors: Table,
    instruments: Table,
    proposals: Table,
    coverage: Table,
    events: Table,
    terms: Table,
    participants: Table,
    relations: Table,
    activities: Table,
}

impl Files {
    fn read(dir: &Path, context: &Context) -> Files {
        let read = |schema: &'static schema::Table| {
            let file = schema.file();
            if schema.optional && !dir.join(&file).exists() {
                return Table::empty(schema, true);
            }
            match bytes_of(dir, &file, "a table of the data package", &context.problems) {
                Some(bytes) => Table::read(schema, &bytes, &context.languages, &context.problems),
                None => Table::empty(schema, false),
            }
        };
        Files {
            sources: read(&schema::SOURCES),
            sections: read(&schema::SECTIONS),
            partnerships: read(&schema::PARTNERSHIPS),
            groups: read(&schema::GROUPS),
            sectors: read(&schema::SECTORS),
            instruments: read(&schema::INSTRUMENTS),
            proposals: read(&schema::PROPOSALS),
            coverage: read(&schema::COVERAGE),
            events: read(&schema::EVENTS),
            terms: read(&schema::TERMS),
            participants: read(&schema::PARTICIPANTS),
            relations: read(&schema::RELATIONS),
            activities: read(&schema::ACTIVITIES),
        }
    }
}

/// The records of every table; `None` only if a problem is reported.
fn tables(files: &Files, package: Package, context: &Context) -> Option<Tables> {
    ids::check(files, context);
    let ids = &Ids::of(files);
    let sections = records::sections(&files.sections, context, ids);
    let sources = records::sources(&files.sources, context, sections);
    let partnerships = Row::map(&files.partnerships, context, |row| records::partnership(row, ids));
    let groups = Row::map(&files.groups, context, records::group);
    let sectors = Row::map(&files.sectors, context, |row| records::sector(row, ids));
    let instruments = Row::map(&files.instruments, context, |row| records::instrument(row, ids));
    let proposals = Row::map(&files.proposals, context, |row| records::proposal(row, ids));
    let coverage = Row::map(&files.coverage, context, |row| records::coverage(row, ids));
    let events = Row::map(&files.events, context, |row| records::event(row, ids));
    let terms = Row::map(&files.terms, context, |row| records::term(row, ids));
    let participants = Row::map(&files.participants, context, |row| records::participant(row, ids));
    let relations = Row::map(&files.relations, context, |row| records::relation(row, ids));
    let covered = rules::covered(&files.coverage, &coverage);
    let activities = activities::read(&files.activities, context, ids, covered.as_ref());

    rules::coverage_once(&files.coverage, context, &coverage);
    rules::adoption_listed(&files.instruments, context, &instruments, &events, ids);
    rules::few_links(&files.events, context, &events, "instruments", |event| event.instruments.len());
    rules::few_links(&files.events, context, &events, "proposals", |event| event.proposals.len());
    rules::no_circles(&files.relations, context, &relations);

    Some(Tables {
        name: package.name?,
        licence: package.licence,
        title: package.title?,
        description: package.description?,
        created: package.created?,
        version: package.version?,
        synthetic: package.synthetic?,
        languages: context.languages.clone(),
        sources: all(sources)?,
        partnerships: all(partnerships)?,
        groups: all(groups)?,
        sectors: all(sectors)?,
        instruments: all(instruments)?,
        proposals: all(proposals)?,
        coverage: all(coverage)?,
        events: all(events)?,
        terms: all(terms)?,
        participants: all(participants)?,
        relations: all(relations)?,
        activities,
    })
}

fn all<T>(records: Vec<Option<T>>) -> Option<Vec<T>> {
    records.into_iter().collect()
}
