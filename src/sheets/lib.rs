//! Workbooks, archives and single files as the tables that `atlas_dataset` checks, with the place of each cell; and the way
//! back: templates, workbooks, data packages.
//!
//! Owns what spreadsheets do to data: dates that became numbers, merged cells, separators, encodings, sheets under another
//! name. What is right in a table, and what is said of it, is `atlas_dataset`'s business.
//!
//! The stages, in the order in which they run:
//! 1. [`open`] tells by their first bytes what files are, and refuses what is too large or locked (`archive`);
//! 2. `xlsx` and `ods` read a workbook into grids of cells, `text` a CSV file into rows;
//! 3. `tables` finds the head of each sheet and takes the rows below it; `small` makes the tables of a single sheet; `package`
//!    reads the sheet that describes the set;
//! 4. what was doubtful on the way comes out beside the tables, each with its place (`place`).
//!
//! Nothing here trusts a file: sizes are counted as they are unpacked, whatever the file says of them.

mod archive;
mod grid;
mod notes;
mod ods;
mod package;
pub mod place;
mod small;
mod tables;
pub mod template;
#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "tests have files")]
mod tests;
mod text;
mod xlsx;
pub mod zipped;

pub use place::{Places, Row};

use atlas_core::model::Dataset;
use atlas_core::packed::{self, PackedError};
use atlas_core::time::Day;
use atlas_dataset::{Fallback, Input, Problem, Problems, Told, told};

/// A file as it was handed over.
pub struct File {
    /// Its name, with its folders if it has some.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What was handed over, understood as far as its form goes.
pub enum Source {
    /// Tables, which are still to be checked.
    Tables(Box<Opened>),
    /// A packed set, which was checked when it was packed.
    Packed(Box<Dataset>),
}

/// Tables with their places.
pub struct Opened {
    /// The tables.
    pub input: Input,
    /// Where each cell stands.
    pub places: Places,
    /// What is wrong with cells before anybody asks what they mean, such as a formula that failed.
    pub problems: Vec<Problem>,
    /// What was read in one of several ways: nothing is left out for it.
    pub doubts: Vec<Problem>,
    /// What it is called if it does not say so itself.
    pub title: String,
    /// The day on which it is read, which stands for days that it does not say.
    pub today: Day,
    /// Whether it is a single sheet, of which the tables are made.
    pub small: bool,
}

/// What was read of a source.
pub struct Reading {
    /// What is right in it.
    pub dataset: Option<Dataset>,
    /// What is wrong with it.
    pub problems: Problems,
    /// What was read in one of several ways.
    pub doubts: Problems,
    /// How many rows are left out only since they refer to what is left out.
    pub followers: usize,
    /// Where each cell stands.
    pub places: Places,
    /// Whether it is a single sheet, of which the tables are made.
    pub small: bool,
}

/// What no file may be larger than, in bytes: a workbook with 100,000 rows has a tenth of it.
pub const LARGEST: usize = 64 << 20;

/// Understands what was handed over on this day: a workbook, an archive of CSV files, a packed set, or some CSV files.
///
/// # Errors
/// Why nothing of it can be read.
pub fn open(mut files: Vec<File>, today: Day) -> Result<Source, Told> {
    files.retain(|file| !is_litter(&file.name));
    if files.iter().map(|file| file.bytes.len()).sum::<usize>() > LARGEST {
        return Err(told!("too-large", number = LARGEST >> 20));
    }
    let [file] = &files[..] else {
        return if files.is_empty() { Err(told!("nothing-to-read")) } else { text::set(files, today).map(tables_of) };
    };
    match packed::read(&file.bytes) {
        Ok(data) => return Ok(Source::Packed(Box::new(data))),
        Err(error) if file.name.ends_with(".atlas") || error != PackedError::NotAtlas && !file.bytes.is_empty() => {
            return Err(told!("cannot-be-read", error = error.to_string()));
        }
        Err(_) => {}
    }
    if file.bytes.starts_with(b"PK") {
        let title = title_of(&file.name);
        return archive::open(&file.bytes, &title, today).map(tables_of);
    }
    if file.bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        return Err(archive::compound(&file.bytes));
    }
    text::set(files, today).map(tables_of)
}

fn tables_of(opened: Opened) -> Source {
    Source::Tables(Box::new(opened))
}

/// Reads what was opened, leaving out what is wrong.
pub fn read(source: Source) -> Reading {
    let opened = match source {
        Source::Packed(data) => {
            return Reading {
                dataset: Some(*data),
                problems: Problems::of(Vec::new()),
                doubts: Problems::of(Vec::new()),
                followers: 0,
                places: Places::default(),
                small: false,
            };
        }
        Source::Tables(opened) => *opened,
    };
    let fallback = Fallback { title: opened.title, today: opened.today, languages: vec!["en".into()] };
    let read = atlas_dataset::mend(&opened.input, &fallback);
    // A cell that could not be read is not empty besides.
    let unread = |problem: &&Problem| {
        let here = |own: &Problem| (&own.file, own.row, &own.column) == (&problem.file, problem.row, &problem.column);
        !opened.problems.iter().any(here)
    };
    let problems = read.problems.iter().filter(unread).cloned().chain(opened.problems.iter().cloned());
    Reading {
        dataset: read.dataset,
        problems: Problems::of(problems.collect::<Vec<_>>()),
        doubts: Problems::of(opened.doubts),
        followers: read.followers.values().map(|rows| rows.len()).sum(),
        places: opened.places,
        small: opened.small,
    }
}

/// What systems leave beside files.
fn is_litter(name: &str) -> bool {
    let own = name.rsplit(['/', '\\']).next().unwrap_or(name);
    own.is_empty()
        || own.starts_with("._")
        || own.starts_with(".~lock")
        || own.starts_with("~$")
        || own == ".DS_Store"
        || own == "Thumbs.db"
        || name.contains("__MACOSX/")
}

/// The name of a file without folders and ending.
fn title_of(name: &str) -> String {
    let own = name.rsplit(['/', '\\']).next().unwrap_or(name);
    own.rsplit_once('.').map_or(own, |(stem, _)| stem).trim().to_owned()
}
