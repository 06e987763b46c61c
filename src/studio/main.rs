//! What the studio's worker asks of Rust: to read what was dropped, to say what is wrong, and to write what is saved.
//!
//! Owns the exports; reading and checking are `atlas_sheets` and `atlas_dataset`, as in the command line. The page, and the
//! worker around this, are `page.js` and `worker.js` beside it.

#![cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "the exports are called from the worker"))]

use atlas_core::packed;
use atlas_core::time::Day;
use atlas_dataset::{Language, Problem, Speech, Told};
use atlas_sheets::{File, Reading, template, zipped};
use serde_json::{Value, json};
use wasm_bindgen::prelude::wasm_bindgen;

/// The set that is shipped.
static BUILTIN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/dataset.atlas"));

fn main() {}

/// What was read last.
#[wasm_bindgen]
#[derive(Default)]
pub struct Studio {
    files: Vec<File>,
    read: Option<Result<Reading, Told>>,
}

#[wasm_bindgen]
impl Studio {
    /// With nothing read.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Studio {
        Studio::default()
    }

    /// Hands a file over, for the next reading.
    pub fn add(&mut self, name: String, bytes: Vec<u8>) {
        self.files.push(File { name, bytes });
    }

    /// Reads what was handed over, on this day.
    pub fn read(&mut self, today: &str) {
        let today = Day::parse(today).unwrap_or(Day::MAX);
        // What was read before is given up first: both together may be too much for a phone.
        self.read = None;
        make_room(self.files.iter().map(|file| file.bytes.len()).sum());
        self.read = Some(atlas_sheets::open(std::mem::take(&mut self.files), today).map(atlas_sheets::read));
    }

    /// What is to be said of it in a language, as JSON.
    pub fn told(&self, language: &str) -> String {
        let language = Language::of_tag(language);
        match &self.read {
            None => Value::Null,
            Some(Err(why)) => json!({ "refused": why.said(Speech { language, sheets: true }) }),
            Some(Ok(read)) => told(read, language),
        }
        .to_string()
    }

    /// The row that problem number `index` is about, as JSON; `doubts` counts after `problems`.
    pub fn row(&self, index: usize) -> String {
        let Some(Ok(read)) = &self.read else { return "null".into() };
        let problem = read.problems.iter().chain(read.doubts.iter()).nth(index);
        let Some(row) = problem.and_then(|problem| read.places.row(problem)) else { return "null".into() };
        let cell = |(letters, head, text, about): &(String, String, String, bool)| json!({ "letters": letters, "head": head, "text": text, "about": about });
        json!({ "sheet": row.sheet, "number": row.number, "cells": row.cells.iter().map(cell).collect::<Vec<_>>() })
            .to_string()
    }

    /// What is right in it, packed.
    pub fn packed(&self) -> Option<Vec<u8>> {
        self.dataset().map(|set| packed::write(set.tables()))
    }

    /// The same as a data package, in an archive.
    pub fn package(&self) -> Option<Vec<u8>> {
        self.dataset().map(|set| zipped::archive(set.tables()))
    }

    /// The same as a workbook with a sheet for each table, and notes in this language.
    pub fn workbook(&self, language: &str) -> Option<Vec<u8>> {
        let set = self.dataset()?;
        template::full(Some(set.tables()), &set.tables().languages, Language::of_tag(language)).ok()
    }

    fn dataset(&self) -> Option<&atlas_core::model::Dataset> {
        self.read.as_ref()?.as_ref().ok()?.dataset.as_ref()
    }
}

/// Has the memory grown at once, to about what reading so many bytes of an archive takes. The browser counts each growth as new
/// garbage, and allocations alone would make thousands of them; what is never touched costs nothing.
fn make_room(bytes: usize) {
    const MOST: usize = 96 << 20;
    let mut room = Vec::<u8>::new();
    // Where there is none, the reading will say so.
    let _ = room.try_reserve_exact((bytes * 16).min(MOST));
    // Without this the compiler would see that nothing is done with it.
    std::hint::black_box(&mut room);
}

/// A workbook to begin with: all sheets, empty.
#[wasm_bindgen(js_name = "emptyWorkbook")]
pub fn empty_workbook(language: &str) -> Option<Vec<u8>> {
    let language = Language::of_tag(language);
    template::full(None, &[language.tag().into()], language).ok()
}

/// A workbook to learn from: with the set that is shipped.
#[wasm_bindgen(js_name = "filledWorkbook")]
pub fn filled_workbook(language: &str) -> Option<Vec<u8>> {
    let set = packed::read(BUILTIN).ok()?;
    template::full(Some(set.tables()), &set.tables().languages, Language::of_tag(language)).ok()
}

/// A workbook of one sheet.
#[wasm_bindgen(js_name = "smallWorkbook")]
pub fn small_workbook(language: &str) -> Option<Vec<u8>> {
    template::small(Language::of_tag(language)).ok()
}

/// How many problems are told: nobody reads more, and a page need not hold them.
const MOST: usize = 500;

fn told(read: &Reading, language: Language) -> Value {
    let speech = Speech { language, sheets: read.places.sheets };
    let one = |problem: &Problem| {
        json!({
            "place": read.places.of(problem),
            "what": problem.said(speech),
            "expected": problem.expected.said(speech),
            "row": problem.row.is_some() || read.places.row(problem).is_some(),
        })
    };
    let counts = read.dataset.as_ref().map(|set| {
        let tables = set.tables();
        json!({
            "sectors": tables.sectors.len(),
            "instruments": tables.instruments.len(),
            "events": tables.events.len(),
            "activities": tables.activities.len(),
            "languages": tables.languages,
            "name": tables.name,
        })
    });
    // Without a column there is nothing to draw.
    let drawn = read.dataset.as_ref().is_some_and(|set| !set.tables().partnerships.is_empty());
    json!({
        "problems": read.problems.iter().take(MOST).map(one).collect::<Vec<_>>(),
        "doubts": read.doubts.iter().take(MOST).map(one).collect::<Vec<_>>(),
        "problemsInAll": read.problems.len(),
        "doubtsInAll": read.doubts.len(),
        "followers": read.followers,
        "counts": counts,
        "drawn": drawn,
        "small": read.small,
    })
}
