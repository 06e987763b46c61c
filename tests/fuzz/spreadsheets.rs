//! Tables for spreadsheets: the rows come back as they were, and nothing in them is a formula.

use crate::letters::texts;
use crate::shown::{shown, tables_of};
use atlas::export;
use atlas::taking::Rows;
use proptest::prelude::*;

pub fn input() -> impl Strategy<Value = Vec<String>> {
    texts()
}

pub fn check(texts: Vec<String>) -> Result<(), TestCaseError> {
    let shown = shown(&tables_of(&texts), "");
    for rows in [Rows::Cells, Rows::Instruments, Rows::Events, Rows::Activities] {
        let text = export::csv(&shown, rows, 0..usize::MAX);
        let mut reader =
            csv::ReaderBuilder::new().has_headers(false).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let records: Result<Vec<_>, _> = reader.records().collect();
        let records = records.map_err(|error| TestCaseError::fail(format!("{error}: {text}")))?;
        for cell in records.iter().flatten() {
            let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r'])
                && !cell.bytes().all(|byte| byte.is_ascii_digit() || b"-/.".contains(&byte));
            prop_assert!(!is_formula, "{:?}", cell);
        }
    }
    let text = export::csv(&shown, Rows::Events, 0..usize::MAX);
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let heads = reader.headers().map_err(|error| TestCaseError::fail(error.to_string()))?.clone();
    let name = heads.iter().position(|head| head == "name_en").expect("a column");
    for ((id, _), row) in shown.selection.events.iter().zip(reader.records()) {
        let row = row.map_err(|error| TestCaseError::fail(error.to_string()))?;
        let event = shown.catalogue.data.event(*id);
        prop_assert_eq!(&row[0], event.slug.as_str());
        // Without what only tells pages where lines may break.
        let told = shown.text(&event.name).plain().replace('\u{ad}', "").replace('\u{a0}', " ");
        let cell = &row[name];
        prop_assert!(cell == told || cell.strip_prefix('\'') == Some(&told), "{:?}, expected {:?}", cell, told);
    }
    Ok(())
}
