//! CSV files as spreadsheets write them: any of the usual separators and encodings, which are named where they are not those
//! of a data package.

use super::place::{Places, Sheet};
use super::{File, Opened, title_of};
use atlas_core::time::Day;
use atlas_dataset::schema::{TABLES, Table};
use atlas_dataset::{Cells, Content, Input, Problem, Told, text_rows, told};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1251, WINDOWS_1252};
use std::borrow::Cow;

/// The description of a data package.
const PACKAGE: &str = "datapackage.json";

/// The name of a file without folders.
fn own(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

/// Whether a file of an archive is one that a set may have.
pub fn is_wanted(name: &str) -> bool {
    let own = own(name).to_lowercase();
    own == PACKAGE || own.ends_with(".csv") || own.ends_with(".tsv")
}

fn table_of(name: &str) -> Option<&'static Table> {
    let own = own(name).to_lowercase();
    let stem = own.rsplit_once('.').map_or(own.as_str(), |(stem, _)| stem);
    TABLES.into_iter().find(|table| table.name == stem)
}

/// The tables of some files.
pub fn set(files: Vec<File>, today: Day) -> Result<Opened, Told> {
    let single = files.len() == 1;
    let first = files.first().map(|file| file.name.clone()).unwrap_or_default();
    let folder = first.split_once(['/', '\\']).map(|(folder, _)| folder.to_owned());
    let mut opened = Opened {
        input: Input::default(),
        places: Places::new(false),
        problems: Vec::new(),
        doubts: Vec::new(),
        title: folder.unwrap_or_else(|| title_of(&first)),
        today,
        small: false,
    };
    let mut known = false;
    // The file that lies least deep is meant: copies lie below.
    let mut files = files;
    files.sort_by_key(|file| file.name.matches(['/', '\\']).count());
    for file in files {
        if own(&file.name).eq_ignore_ascii_case(PACKAGE) {
            known = true;
            opened.input.package.get_or_insert(Content::Bytes(file.bytes));
            continue;
        }
        let Some(table) = table_of(&file.name) else {
            if single {
                return single_file(file, opened);
            }
            let mut doubt = at(own(&file.name), told!("no-table"), told!("tables-are", names = names()));
            doubt.row = None;
            opened.doubts.push(doubt);
            continue;
        };
        known = true;
        if opened.input.tables.contains_key(table.name) {
            continue;
        }
        let name = own(&file.name).to_owned();
        let content = match rows(&file, &table.file(), &mut opened.doubts) {
            None => Content::Bytes(file.bytes),
            Some(rows) => {
                opened.places.put(&table.file(), sheet(name, &rows));
                Content::Rows(rows)
            }
        };
        opened.input.tables.insert(table.name, content);
    }
    if known { Ok(opened) } else { Err(told!("not-known")) }
}

/// A single file that bears the name of no table may be a set in small.
fn single_file(file: File, mut opened: Opened) -> Result<Opened, Told> {
    if !is_text(&file.bytes) {
        return Err(told!("not-known"));
    }
    let name = own(&file.name).to_owned();
    let rows = rows(&file, &name, &mut opened.doubts).ok_or_else(|| told!("not-known"))?;
    let sheet = sheet(name, &rows);
    match super::small::of(&sheet, &mut opened) {
        true => Ok(opened),
        false => Err(told!("not-known")),
    }
}

fn is_text(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(4096)];
    let wide = head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]);
    wide || !head.contains(&0)
}

fn names() -> String {
    TABLES.map(|table| table.name).join(", ")
}

fn at(file: &str, what: Told, expected: Told) -> Problem {
    Problem { file: file.into(), row: Some(1), column: None, what, expected, more: 0 }
}

/// Where the cells of these rows stand.
fn sheet(name: String, rows: &[(u32, Cells)]) -> Sheet {
    let heads = rows.first().map(|(_, heads)| heads.iter().map(|head| head.trim().to_owned()).zip(0..).collect());
    Sheet {
        name,
        heads: heads.unwrap_or_default(),
        rows: rows.get(1..).unwrap_or_default().to_vec(),
        ..Sheet::default()
    }
}

/// The rows of a file, the header first; none where its form is for the checks to complain of. What spreadsheets of some
/// countries do otherwise is read, and named under `place`.
fn rows(file: &File, place: &str, doubts: &mut Vec<Problem>) -> Option<Vec<(u32, Cells)>> {
    let (text, encoding) = decoded(&file.bytes);
    if let Some(encoding) = encoding {
        doubts.push(at(place, told!("read-as", encoding = encoding), told!("utf-8")));
    }
    let separator = atlas_dataset::foreign_separator(text.lines().next().unwrap_or_default());
    match separator {
        Some(';') => doubts.push(at(place, told!("semicolons-between"), told!("commas"))),
        Some(_) => doubts.push(at(place, told!("tabs-between"), told!("commas"))),
        None => {}
    }
    if text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1 {
        return None;
    }
    let mut rows = text_rows(&text, separator.unwrap_or(','));
    let is_empty = |row: &csv::StringRecord| row.iter().all(|cell| cell.trim().is_empty());
    rows.retain(|(_, row)| !is_empty(row));
    // Columns at the end that have neither head nor content are nobody's.
    let (_, head) = rows.first()?;
    let width = filled(head);
    for (_, row) in &mut rows {
        if row.len() > width {
            let full = filled(row);
            row.truncate(width.max(full));
        }
        // Some programs leave out the empty cells at the end of a row.
        while row.len() < width {
            row.push_field("");
        }
    }
    Some(rows.into_iter().map(|(number, row)| (number, row.into())).collect())
}

/// How many cells a row has up to the last that holds something.
fn filled(row: &csv::StringRecord) -> usize {
    row.iter().zip(1..).filter(|(cell, _)| !cell.trim().is_empty()).map(|(_, count)| count).last().unwrap_or(0)
}

/// The text of a file, and its encoding if it is not UTF-8.
fn decoded(bytes: &[u8]) -> (Cow<'_, str>, Option<&'static str>) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return (text, (encoding != UTF_8).then(|| encoding.name()));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.into(), None);
    }
    let encoding = guessed(bytes);
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    (text, Some(encoding.name()))
}

/// The encoding that Excel likely wrote these bytes in: letters of Cyrillic stand beside each other, accented ones of Latin
/// stand alone. A library that knows more encodings would weigh a tenth of the studio.
fn guessed(bytes: &[u8]) -> &'static Encoding {
    let is_letter = |byte: &u8| *byte >= 0xc0;
    let letters = bytes.iter().filter(|byte| is_letter(byte)).count();
    let pairs = bytes.windows(2).filter(|pair| pair.iter().all(is_letter)).count();
    if pairs * 2 > letters { WINDOWS_1251 } else { WINDOWS_1252 }
}
