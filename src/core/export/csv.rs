//! Rows as files that spreadsheets open at a double click.
//!
//! A byte order mark tells Excel that the text is UTF-8, lines end as RFC 4180 has it, and dates stay EDTF text. A value that
//! a spreadsheet would take for a formula gets an apostrophe before it. Behind the columns of a table stand, in each row, the
//! question and where the row comes from, since files are cut apart and sorted.

use super::provenance::Provenance;
use super::rows::{each, heads};
use super::text::{put, respelt};
use crate::shown::Shown;
use crate::taking::Rows;
use core::ops::Range;

/// A table of what is shown: the rows at these places of all of them, the first with the heads before it.
#[inline(never)]
pub fn csv(shown: &Shown, rows: Rows, places: Range<usize>) -> String {
    let from = Provenance::of(shown);
    let mut tail = String::new();
    for part in from.parts() {
        value(&mut tail, part);
    }
    // There is none behind the last.
    tail.pop();
    let mut out = String::new();
    if places.start == 0 {
        out.push('\u{feff}');
        heads(shown, rows).iter().for_each(|head| value(&mut out, head));
        out.push_str("query,as_of,dataset,cited,licence\r\n");
    }
    each(shown, rows, places, &mut |row| {
        row.iter().for_each(|one| value(&mut out, one));
        put(&mut out, &[&tail, "\r\n"]);
    });
    out
}

/// Appends a value with a comma behind it.
#[inline(never)]
fn value(out: &mut String, value: &str) {
    let sign = if is_formula(value) { "'" } else { "" };
    if value.bytes().any(|byte| matches!(byte, b'"' | b',' | b'\n' | b'\r')) {
        put(out, &["\"", sign, &respelt(value, "\"\"\""), "\","]);
    } else {
        put(out, &[sign, value, ","]);
    }
}

/// Whether a spreadsheet would calculate a value. Nothing comes of what has but figures and dashes, as a year before the
/// first has.
fn is_formula(value: &str) -> bool {
    matches!(value.bytes().next(), Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r'))
        && !value.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'/' | b'.'))
}
