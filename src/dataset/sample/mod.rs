//! A synthetic data package of any size: for tests, benchmarks and demonstrations, and labelled as made up.
//!
//! It knows no clock and no chance: the same number of activities gives the same bytes, on every machine. Everything but
//! the activities is the same in all samples, and stands in `datapackage.json` and `tables/`; the activities are put together
//! from `words.csv`.

mod activities;
mod random;
mod sheet;

use super::problem::Collector;
use super::{descriptor, input, package, schema};
use sheet::{Sheet, rows};
use std::io;
use std::path::Path;

/// The most activities that a sample can have.
pub const MOST: usize = atlas_core::limits::ACTIVITIES;

const PACKAGE: &str = include_str!("datapackage.json");

const INSTRUMENTS: &str = include_str!("tables/instruments.csv");
const COVERAGE: &str = include_str!("tables/coverage.csv");

/// A table that all samples have: the letter of the section that its rows are "from", and the columns that say something.
type Fixed = (&'static schema::Table, char, &'static str);

static FIXED: [Fixed; 12] = [
    (&schema::SOURCES, 'A', include_str!("tables/sources.csv")),
    (&schema::SECTIONS, 'A', include_str!("tables/sections.csv")),
    (&schema::PARTNERSHIPS, 'A', include_str!("tables/partnerships.csv")),
    (&schema::GROUPS, 'C', include_str!("tables/groups.csv")),
    (&schema::SECTORS, 'C', include_str!("tables/sectors.csv")),
    (&schema::INSTRUMENTS, 'B', INSTRUMENTS),
    (&schema::PROPOSALS, 'E', include_str!("tables/proposals.csv")),
    (&schema::COVERAGE, 'D', COVERAGE),
    (&schema::EVENTS, 'E', include_str!("tables/events.csv")),
    (&schema::TERMS, 'B', include_str!("tables/terms.csv")),
    (&schema::PARTICIPANTS, 'E', include_str!("tables/participants.csv")),
    (&schema::RELATIONS, 'B', include_str!("tables/relations.csv")),
];

/// Writes the sample into a folder, which is made if need be.
///
/// # Errors
/// If the folder holds anything but an earlier sample, or a file cannot be written.
pub fn write(dir: &Path, activities: usize) -> io::Result<()> {
    std::fs::create_dir_all(dir)?;
    let occupied = std::fs::read_dir(dir)?.next().is_some();
    if occupied && !is_sample(dir) {
        return Err(io::Error::other("the folder holds something else than a sample"));
    }
    let package = PACKAGE.replace("%activities%", &activities.to_string());
    std::fs::write(dir.join(input::FILE), descriptor::refreshed(&package)?)?;
    for (schema, section, text) in &FIXED {
        let mut sheet = Sheet::new(schema, *section);
        for row in rows(text) {
            sheet.row(|column| row.get(column).map(String::as_str));
        }
        std::fs::write(dir.join(schema.file()), sheet.finish())?;
    }
    std::fs::write(
        dir.join(schema::ACTIVITIES.file()),
        activities::table(activities, &rows(INSTRUMENTS), &rows(COVERAGE)),
    )
}

/// Whether the folder holds a data package that calls itself synthetic.
fn is_sample(dir: &Path) -> bool {
    let bytes = std::fs::read(dir.join(input::FILE)).unwrap_or_default();
    package::read(&bytes, &Collector::default()).is_some_and(|(package, _)| package.synthetic == Some(true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_row_that_is_kept_here_is_left_out() {
        let tables = FIXED.iter().map(|(schema, _, text)| (schema.name, *text));
        for (name, text) in tables.chain([("words", include_str!("words.csv"))]) {
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            let kept: Vec<_> = reader.records().map(|row| row.expect(name)).collect();
            assert!(!kept.is_empty() && rows(text).len() == kept.len(), "{name}");
        }
    }

    #[test]
    fn a_sample_is_the_same_each_time_and_longer_ones_begin_alike() {
        let table = |number| String::from_utf8(activities::table(number, &rows(INSTRUMENTS), &rows(COVERAGE))).unwrap();
        assert!(table(30) == table(30));
        let (short, long) = (table(11), table(99));
        assert!(long.starts_with(&short), "{short}\n{long}");
    }
}
