//! What is wrong with a table, where, and what was expected.
//!
//! Owns how problems are collected, ordered and written. What counts as a problem is the other modules' business.

use super::told::{Speech, Told};
use crate::told;
use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;

/// One mistake in the data.
///
/// Written as `file:row:column: what, expected …`, without the parts that do not apply.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Problem {
    /// The file's name inside the folder.
    pub file: String,
    /// The row as a spreadsheet counts it: the header is row 1.
    pub row: Option<u32>,
    /// The column's name; in `datapackage.json` the property's.
    pub column: Option<String>,
    /// What is wrong.
    pub what: Told,
    /// What was expected instead.
    pub expected: Told,
    /// In how many more rows the same is wrong; those are not listed one by one.
    pub more: usize,
}

impl Problem {
    /// What is wrong, and in how many more rows.
    pub fn said(&self, speech: Speech) -> String {
        let what = self.what.said(speech);
        match self.more {
            0 => what,
            more => told!("and-in-more-rows", what = what, number = more).said(speech),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(row) = self.row {
            write!(f, ":{row}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ":{column}")?;
        }
        write!(f, ": {}, expected {}", self.said(Speech::default()), self.expected)
    }
}

/// Every problem of a dataset, by file, row and column. Its `Display` writes one a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// All of them.
    pub fn iter(&self) -> std::slice::Iter<'_, Problem> {
        self.0.iter()
    }

    /// How many lines they take.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.iter().try_for_each(|problem| writeln!(f, "{problem}"))
    }
}

impl std::error::Error for Problems {}

/// Where a problem is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a> {
    pub file: &'a str,
    pub row: Option<u32>,
    pub column: Option<&'a str>,
}

/// Collects problems while the tables are read.
#[derive(Debug, Default)]
pub(super) struct Collector(RefCell<Vec<Problem>>);

/// A mistake that stands in more rows than this is listed at the first of them, with their number.
const REPEATS: usize = 3;

impl Collector {
    /// Takes a problem down.
    pub fn add(&self, place: Place<'_>, what: Told, expected: Told) {
        self.0.borrow_mut().push(Problem {
            file: place.file.into(),
            row: place.row,
            column: place.column.map(str::to_owned),
            what,
            expected,
            more: 0,
        });
    }

    /// The problems in order, each once: one id that is missing elsewhere must not fill a screen.
    pub fn finish(self) -> Problems {
        Problems::of(self.into_all())
    }

    /// The problems as they were taken down.
    pub fn into_all(self) -> Vec<Problem> {
        self.0.into_inner()
    }
}

impl Problems {
    /// These problems in order, each once, and what is wrong in many rows at the first of them.
    pub fn of(mut all: Vec<Problem>) -> Problems {
        all.sort();
        all.dedup();
        let everywhere = |problem: &Problem| Problem { row: None, ..problem.clone() };
        let mut rows: HashMap<Problem, usize> = HashMap::new();
        for problem in &all {
            *rows.entry(everywhere(problem)).or_default() += 1;
        }
        all.retain_mut(|problem| match rows.get_mut(&everywhere(problem)) {
            Some(0) => false,
            Some(count) if *count > REPEATS => {
                problem.more = *count - 1;
                *count = 0;
                true
            }
            _ => true,
        });
        Problems(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(row: u32) -> Place<'static> {
        Place { file: "a.csv", row: Some(row), column: Some("x") }
    }

    #[test]
    fn a_problem_leaves_out_the_parts_that_do_not_apply() {
        let problems = Collector::default();
        problems.add(place(7), told!("empty"), told!("kind-text"));
        problems.add(Place { row: None, column: None, ..place(0) }, told!("no-such-file"), told!("a-table"));
        let lines = problems.finish().to_string();
        assert_eq!(
            lines,
            "a.csv: no such file, expected a table of the data package\na.csv:7:x: empty, expected a text\n"
        );
    }

    #[test]
    fn rows_sort_as_numbers() {
        let problems = Collector::default();
        problems.add(place(10), told!("empty"), told!("kind-text"));
        problems.add(place(9), told!("neither"), told!("exactly-one"));
        let rows: Vec<_> = problems.finish().iter().map(|problem| problem.row).collect();
        assert_eq!(rows, [Some(9), Some(10)]);
    }

    #[test]
    fn one_mistake_in_many_rows_is_one_line() {
        let problems = Collector::default();
        (2..=101).for_each(|row| problems.add(place(row), told!("empty"), told!("kind-text")));
        (2..=4).for_each(|row| problems.add(place(row), told!("neither"), told!("exactly-one")));
        let lines: Vec<String> = problems.finish().iter().map(Problem::to_string).collect();
        assert_eq!(lines.len(), 4, "{lines:?}");
        assert_eq!(lines[0], "a.csv:2:x: empty (and in 99 more rows), expected a text");
    }
}
