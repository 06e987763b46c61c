//! Folders of tables: whatever stands in the files, they are read or every problem is named with its place; and what was
//! read comes back from its own rows.

use crate::folder::Folder;
use crate::letters::text;
use atlas::dataset::cells::sheets;
use atlas::model::Dataset;
use atlas::packed;
use proptest::prelude::*;

/// The files that are changed.
const FILES: [&str; 13] = [
    "datapackage.json",
    "sources.csv",
    "sections.csv",
    "partnerships.csv",
    "groups.csv",
    "sectors.csv",
    "instruments.csv",
    "proposals.csv",
    "coverage.csv",
    "events.csv",
    "terms.csv",
    "participants.csv",
    "relations.csv",
];

/// A change of a file, at a place between its beginning (0) and its end.
#[derive(Clone, Debug)]
enum Change {
    /// Other words in the place of a cell.
    Cell(String),
    /// Letters put in.
    Put(String),
    /// Bytes put in, which need be no text.
    Bytes(Vec<u8>),
    /// So many bytes taken out.
    Cut(usize),
    /// A line twice.
    Twice,
    /// A line gone.
    Gone,
}

/// Changes, and how lines end in all files.
type Changes = (Vec<Edit>, &'static str);

#[derive(Clone, Debug)]
pub struct Edit {
    file: usize,
    at: f64,
    change: Change,
}

/// Values that some column may have and another may not.
const CELLS: &[&str] = &[
    "",
    "energy",
    "plan-2016",
    "plan-agreed",
    "east-west",
    "mou-2018",
    "page",
    "trade",
    "A1",
    "B0",
    "C1",
    "A1 B2",
    "A1  B2",
    "2016",
    "2016/2020",
    "2020/2016",
    "2016-13",
    "201X",
    "/",
    "..",
    "0",
    "65536",
    "9",
    "covered",
    "implements",
    "en",
    "javascript:alert(1)",
    "https://example.org/a b",
    "a | b",
    " | ",
    "ЭНЕРГИЯ",
    "1899-01-01",
    "9999-12-31",
];

pub fn input() -> impl Strategy<Value = Changes> {
    let change = prop_oneof![
        8 => prop::sample::select(CELLS).prop_map(|cell| Change::Cell(cell.to_owned())),
        3 => text().prop_map(|text| Change::Cell(format!("\"{}\"", text.replace('"', "\"\"")))),
        2 => text().prop_map(Change::Put),
        1 => prop::collection::vec(any::<u8>(), 1..5).prop_map(Change::Bytes),
        1 => (1usize..40).prop_map(Change::Cut),
        2 => Just(Change::Twice),
        2 => Just(Change::Gone),
    ];
    let edit = (0..FILES.len(), 0.0..1.0, change).prop_map(|(file, at, change)| Edit { file, at, change });
    let ends = prop_oneof![5 => Just("\n"), 3 => prop::sample::select(&["\r\n", "\n\n", "\r"][..])];
    (prop::collection::vec(edit, 0..4), ends)
}

fn changed(bytes: Vec<u8>, at: f64, change: &Change) -> Vec<u8> {
    let at = (bytes.len() as f64 * at) as usize;
    let (before, after) = bytes.split_at(at);
    let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    let end = after.iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |end| at + end + 1);
    match change {
        Change::Cell(cell) => {
            let left = before.iter().rposition(|byte| b",\n".contains(byte)).map_or(0, |at| at + 1);
            let right = after.iter().position(|byte| b",\n".contains(byte)).map_or(bytes.len(), |end| at + end);
            [&bytes[..left], cell.as_bytes(), &bytes[right..]].concat()
        }
        Change::Put(text) => [before, text.as_bytes(), after].concat(),
        Change::Bytes(more) => [before, more, after].concat(),
        Change::Cut(length) => [before, &after[(*length).min(after.len())..]].concat(),
        Change::Twice => [&bytes[..end], &bytes[start..]].concat(),
        Change::Gone => [&bytes[..start], &bytes[end..]].concat(),
    }
}

pub fn check((edits, ends): Changes) -> Result<(), TestCaseError> {
    let mut files: Vec<Vec<u8>> = FILES.iter().map(|file| Folder::new().text(file).into_bytes()).collect();
    for edit in &edits {
        let bytes = std::mem::take(&mut files[edit.file]);
        files[edit.file] = changed(bytes, edit.at, &edit.change);
    }
    if ends != "\n" {
        files.iter_mut().for_each(|bytes| *bytes = String::from_utf8_lossy(bytes).replace('\n', ends).into_bytes());
    }
    let mut folder = Folder::new();
    for (file, bytes) in FILES.iter().zip(&files) {
        folder = folder.with(file, bytes.clone());
    }
    match atlas::dataset::read(folder.write().path()) {
        Ok(data) => {
            prop_assert_eq!(&packed::read(&packed::write(data.tables())), &Ok(data.clone()));
            prop_assert_eq!(&again(&folder, &data)?, &data, "what was read is not what its rows say");
        }
        Err(problems) => {
            prop_assert!(!problems.is_empty());
            for problem in problems.iter() {
                let told = problem.to_string();
                prop_assert!(!told.chars().any(char::is_control), "{:?}", told);
                let file = FILES.iter().position(|file| *file == problem.file);
                let Some(file) = file else {
                    prop_assert_eq!(&problem.file, "activities.csv");
                    continue;
                };
                // A line end is one of three, and a problem may lie behind the last of them.
                let lines = files[file].iter().filter(|byte| b"\r\n".contains(byte)).count() + 1;
                prop_assert!(problem.row.is_none_or(|row| row >= 1 && row as usize <= lines), "{} of {}", told, lines);
            }
        }
    }
    Ok(())
}

/// The dataset that its own rows make, written by a program that knows nothing of tables.
fn again(folder: &Folder, data: &Dataset) -> Result<Dataset, TestCaseError> {
    let mut folder = folder.clone();
    for sheet in sheets(data.tables()) {
        let mut out = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        let heads: Vec<String> =
            sheet.table.fields.iter().flat_map(|field| field.names(&data.tables().languages)).collect();
        out.write_record(&heads).expect("in memory");
        for row in &sheet.rows {
            out.write_record(row.concat()).expect("in memory");
        }
        folder = folder.with(&sheet.table.file(), out.into_inner().expect("in memory"));
    }
    atlas::dataset::read(folder.write().path())
        .map_err(|problems| TestCaseError::fail(format!("its own rows are refused: {problems}")))
}
