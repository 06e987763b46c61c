//! The rows that all pages of a run share: a synthetic dataset from `atlas sample`, packed for our page, read for the peers.

use crate::driver::Result;
use atlas::time::Edtf;
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// One activity as the peers take it: their dates are days, so a month or a year is padded, as their users would.
struct Row {
    id: String,
    instrument: String,
    sectors: String,
    title: String,
    start: Option<String>,
    end: Option<String>,
    state: String,
}

/// Rows of one run, and what is done to them.
pub struct Set {
    /// How many activities.
    pub count: usize,
    /// The instrument with the most activities.
    pub instrument: String,
    rows: Vec<Row>,
    /// Frequent beginnings of words in the titles: two letters in lower case, no two with the same first.
    beginnings: Vec<String>,
    /// Days on which activities begin, in order, without repetition.
    days: Vec<String>,
}

impl Set {
    /// Makes the dataset below `folder`.
    pub fn make(count: usize, folder: &Path) -> Result<Set> {
        let tables = folder.join(format!("sample-{count}"));
        let (number, packed) = (count.to_string(), folder.join(format!("sample-{count}.atlas")));
        atlas(&["sample".as_ref(), "--activities".as_ref(), number.as_ref(), "-o".as_ref(), &tables])?;
        atlas(&["pack".as_ref(), &tables, "-o".as_ref(), &packed])?;
        let file = tables.join("activities.csv");
        let rows = read(&file)?;
        if rows.len() != count {
            return Err(format!("{}: {} rows, expected {count}", file.display(), rows.len()).into());
        }
        let instrument = most(rows.iter().map(|row| row.instrument.as_str())).ok_or("no instrument in the rows")?;
        let beginnings = beginnings(&rows);
        if beginnings.is_empty() {
            return Err(format!("{}: no words in the titles", file.display()).into());
        }
        let mut days: Vec<String> = rows.iter().filter_map(|row| row.start.clone()).collect();
        days.sort();
        days.dedup();
        Ok(Set { count, instrument, rows, beginnings, days })
    }

    /// The name of the packed dataset.
    pub fn packed_name(&self) -> String {
        format!("sample-{}.atlas", self.count)
    }

    /// Where the server has the rows for the peers.
    pub fn rows_path(&self) -> String {
        format!("/rows-{}.json", self.count)
    }

    /// The rows for the peers.
    pub fn rows_json(&self) -> String {
        let row = |row: &Row| {
            json!({"id": row.id, "instrument": row.instrument, "sectors": row.sectors, "title": row.title,
                "start": row.start, "end": row.end, "state": row.state})
        };
        serde_json::Value::from_iter(self.rows.iter().map(row)).to_string()
    }

    /// What stands in the search box before round `round`: two letters typed and erased again, then two others. The first
    /// letters of a word leave the most records and change the most.
    pub fn typed(&self, round: usize) -> &str {
        let beginning = &self.beginnings[round / 4 % self.beginnings.len()];
        &beginning[..[0, 1, 2, 1][round % 4]]
    }

    /// The day to which round `round` moves the playhead: there and back through 14 days spread over all.
    pub fn day(&self, round: usize) -> &str {
        let at = round % 28;
        let step = at.min(27 - at);
        &self.days[step * self.days.len() / 14]
    }
}

/// Runs the command line of the same build.
fn atlas(args: &[&Path]) -> Result<()> {
    let output = Command::new(env!("CARGO_BIN_EXE_atlas")).args(args).output()?;
    if !output.status.success() {
        return Err(format!("atlas {args:?}: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    Ok(())
}

fn read(file: &Path) -> Result<Vec<Row>> {
    let mut reader = csv::Reader::from_path(file)?;
    let header = reader.headers()?.clone();
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record?;
        let column = |name: &str| header.iter().position(|each| each == name).and_then(|at| record.get(at));
        let text = |name: &str| column(name).map(String::from).ok_or(format!("no column {name} in {}", file.display()));
        let date = text("date")?;
        let (start, end) = padded(&date);
        rows.push(Row {
            id: text("id")?,
            instrument: text("instrument")?,
            sectors: text("sectors")?.replace(" | ", ", "),
            title: text("title_en")?,
            start,
            end,
            state: text("state")?,
        });
    }
    Ok(rows)
}

/// First and last day of an EDTF date or interval; no last day where it is the first.
fn padded(date: &str) -> (Option<String>, Option<String>) {
    let Ok(date) = Edtf::parse(date) else { return (None, None) };
    let interval = date.interval();
    let start = interval.start.date().or(interval.end.date()).map(|date| date.first());
    let end = interval.end.date().map(|date| date.last()).filter(|end| Some(*end) != start);
    (start.map(|day| day.to_string()), end.map(|day| day.to_string()))
}

fn most<'a>(values: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut counts = BTreeMap::new();
    values.for_each(|value| *counts.entry(value).or_insert(0) += 1);
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(value, _)| value.into())
}

fn beginnings(rows: &[Row]) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for word in rows.iter().flat_map(|row| row.title.split(' ')) {
        let letters = word.get(..2).filter(|letters| letters.bytes().all(|byte| byte.is_ascii_alphabetic()));
        letters.into_iter().for_each(|letters| *counts.entry(letters.to_lowercase()).or_default() += 1);
    }
    let mut ranked: Vec<_> = counts.into_iter().collect();
    ranked.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let mut chosen: Vec<String> = Vec::new();
    for (letters, _) in ranked {
        if chosen.len() < 7 && chosen.iter().all(|other| other[..1] != letters[..1]) {
            chosen.push(letters);
        }
    }
    chosen
}
