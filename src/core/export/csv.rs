//! Rows as files that spreadsheets open at a double click.
//!
//! A byte order mark tells Excel that the text is UTF-8, lines end as RFC 4180 has it, and dates stay EDTF text. A value that
//! a spreadsheet would take for a formula gets an apostrophe before it. Behind the columns of a table stand, in each row, the
//! question and where the row comes from, since files are cut apart and sorted.

use super::provenance::Provenance;
use super::rows::{Table, heads};
use crate::shown::Shown;
use crate::taking::Rows;
use core::ops::Range;

/// A table of what is shown: the rows at these places of all of them, the first with the heads before it.
pub fn csv(shown: &Shown, rows: Rows, places: Range<usize>) -> String {
    let Provenance { query, as_of, dataset, sources, licence, .. } = Provenance::of(shown);
    let mut out = String::new();
    if places.start == 0 {
        out.push('\u{feff}');
        let heads = heads(shown, rows);
        let own = heads.iter().map(String::as_str);
        line(&mut out, own.chain(["query", "as_of", "dataset", "cited", "licence"]));
    }
    let from = [query, as_of, dataset, sources.join("; "), licence];
    for row in Table::of(shown, rows, places).rows {
        line(&mut out, row.iter().chain(&from).map(String::as_str));
    }
    out
}

fn line<'a>(out: &mut String, values: impl Iterator<Item = &'a str>) {
    for (at, value) in values.enumerate() {
        if at > 0 {
            out.push(',');
        }
        let value = [if is_formula(value) { "'" } else { "" }, value].concat();
        if value.contains(['"', ',', '\n', '\r']) {
            out.extend(["\"", &value.replace('"', "\"\""), "\""]);
        } else {
            out.push_str(&value);
        }
    }
    out.push_str("\r\n");
}

/// Whether a spreadsheet would calculate a value. Nothing comes of what has but figures and dashes, as a year before the
/// first has.
fn is_formula(value: &str) -> bool {
    value.starts_with(['=', '+', '-', '@', '\t', '\r'])
        && !value.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'/' | b'.'))
}
