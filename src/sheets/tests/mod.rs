//! What comes out of workbooks, archives and files, as their authors made them.

mod forms;
mod mistakes;
mod unkind;

use super::*;
use atlas_core::model::Dataset;
use atlas_dataset::Language;
use rust_xlsxwriter::Workbook;

/// The day of these tests.
fn today() -> Day {
    Day::parse("2026-11-23").unwrap()
}

/// The set that is shipped.
fn shipped() -> Dataset {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
    atlas_dataset::read(&folder).unwrap()
}

fn file(name: &str, bytes: impl Into<Vec<u8>>) -> File {
    File { name: name.into(), bytes: bytes.into() }
}

fn opened(files: Vec<File>) -> Opened {
    match open(files, today()) {
        Ok(Source::Tables(opened)) => *opened,
        Ok(Source::Packed(_)) => panic!("packed"),
        Err(told) => panic!("{told}"),
    }
}

/// Why these files cannot be read at all.
fn refused(files: Vec<File>) -> String {
    match open(files, today()) {
        Ok(_) => panic!("it was read"),
        Err(told) => told.to_string(),
    }
}

fn reading(files: Vec<File>) -> Reading {
    super::read(open(files, today()).unwrap_or_else(|told| panic!("{told}")))
}

/// The problems, or doubts, as a reader sees them.
fn told(reading: &Reading, problems: &Problems, language: atlas_dataset::Language) -> Vec<String> {
    let speech = atlas_dataset::Speech { language, sheets: reading.places.sheets };
    let line = |problem: &Problem| {
        format!("{}: {}; {}", reading.places.of(problem), problem.said(speech), problem.expected.said(speech))
    };
    problems.iter().map(line).collect()
}

fn problems(reading: &Reading) -> Vec<String> {
    told(reading, &reading.problems, atlas_dataset::Language::English)
}

fn doubts(reading: &Reading) -> Vec<String> {
    told(reading, &reading.doubts, atlas_dataset::Language::English)
}

/// The shipped set as a workbook.
fn workbook() -> Vec<u8> {
    template::full(Some(shipped().tables()), &["en".into(), "ru".into()], Language::English).unwrap()
}

/// A workbook of one sheet, whose cells these are.
fn single(name: &str, rows: &[&[&str]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name(name).unwrap();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            sheet.write_string(row, column, *cell).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}
