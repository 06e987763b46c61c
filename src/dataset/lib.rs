//! A folder of tables as the checked model, or as the list of everything that is wrong with it.
//!
//! Owns the reading and checking of the tables, natively: for the build, for the command line, and for tests. What the
//! tables mean together is `model`'s business, the packed form `packed`'s.
//!
//! The stages, in the order in which they run:
//! 0. `input`: the files of a folder, or what `atlas_sheets` made of a workbook.
//! 1. `package`: `datapackage.json` says which languages there are.
//! 2. `table`: each file's bytes become rows under known columns (`header`, `schema`).
//! 3. `ids`: the ids of all tables, so that any row can refer to any other.
//! 4. `records`, `activities`: the cells of each row (`row`, `parse`, `evidence`) become records of the model.
//! 5. `rules`: what must hold between rows.
//!
//! The other way round, `cells` gives the rows of a checked model back, and `diff` compares two of them.
//!
//! [`check`] takes a set as a whole or not at all, for what is published; [`mend`] leaves out what is wrong, for authors to see
//! the rest meanwhile. What is said of both is `told`.
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
mod input;
mod mend;
mod near;
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
mod told;

pub use input::{Cells, Content, Input};
pub use mend::{Reading, mend};
pub use package::Fallback;
pub use problem::{Problem, Problems};
pub use table::foreign_separator;
pub use told::{Arg, Language, Speech, Told};

use atlas_core::limits;
use atlas_core::model::{Dataset, Tables};
use ids::Ids;
use package::Package;
use problem::{Collector, Place};
use row::{Context, Row};
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
    match Input::of_folder(dir, &problems) {
        Some(input) => check(&input),
        None => Err(problems.finish()),
    }
}

/// Reads a set as a whole or not at all.
///
/// # Errors
/// Every problem in it, if there is one.
pub fn check(input: &Input) -> Result<Dataset, Problems> {
    let problems = Collector::default();
    let package = input.package(&problems).and_then(|bytes| package::read(bytes, &problems));
    let Some((package, languages)) = package else { return Err(problems.finish()) };
    let context = Context { languages, problems };
    let files = Files::read(input, &context);
    let tables = tables(&files, &package, &context);
    let problems = context.problems.finish();
    match tables {
        Some(tables) if problems.is_empty() => bounded(Dataset::new(tables), &files).map_err(Problems::of),
        _ => Err(problems),
    }
}

/// The dataset, unless too much follows from its relations: a few rows can make cells without number.
fn bounded(dataset: Dataset, files: &Files) -> Result<Dataset, Vec<Problem>> {
    let Some(beyond) = dataset.inferred().get(limits::INFERRED) else { return Ok(dataset) };
    let row = files.relations.records.get(beyond.relation).map(|record| record.number);
    let problems = Collector::default();
    let place = Place { file: &files.relations.file, row, column: Some("object") };
    let what = told!("too-many-inferred", number = limits::INFERRED);
    problems.add(place, what, told!("at-most", number = limits::INFERRED));
    Err(problems.into_all())
}

/// The id that a name suggests: its letters in lower case with hyphens between its words; none for a name in other letters.
pub fn id_of(name: &str) -> Option<String> {
    if parse::is_id(name) { Some(name.into()) } else { near::id(name) }
}

/// What is wrong with a date that begins or ends a term, and what was expected; nothing if it is one.
pub fn wrong_end(cell: &str) -> Option<(Told, Told)> {
    parse::end(cell)
}

/// The known word that a mistyped one is nearest to.
pub fn nearest<'a>(given: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    nearest::nearest(given, known)
}

/// The rows of a CSV file with this separator, each with its number as a spreadsheet counts it.
///
/// ```
/// let (number, row) = &atlas_dataset::text_rows("a,b\n\"1, \"\"2\"\"\",3\n", ',')[1];
/// assert_eq!((*number, row), (2, &["1, \"2\"", "3"].as_slice().into()));
/// ```
pub fn text_rows(text: &str, separator: char) -> Vec<(u32, csv::StringRecord)> {
    table::records(text, separator as u8).collect()
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
    fn read(input: &Input, context: &Context) -> Files {
        let read = |schema: &'static schema::Table| match input.table(schema, &context.problems) {
            Some(content) => Table::read(schema, content, &context.languages, &context.problems),
            None => Table::empty(schema, schema.optional),
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

    /// Every table, to be changed.
    fn all_mut(&mut self) -> [&mut Table; 13] {
        [
            &mut self.sources,
            &mut self.sections,
            &mut self.partnerships,
            &mut self.groups,
            &mut self.sectors,
            &mut self.instruments,
            &mut self.proposals,
            &mut self.coverage,
            &mut self.events,
            &mut self.terms,
            &mut self.participants,
            &mut self.relations,
            &mut self.activities,
        ]
    }
}

/// The records of every table; `None` only if a problem is reported.
fn tables(files: &Files, package: &Package, context: &Context) -> Option<Tables> {
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
        name: package.name.clone()?,
        licence: package.licence.clone(),
        title: package.title.clone()?,
        description: package.description.clone()?,
        created: package.created?,
        version: package.version.clone()?,
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
