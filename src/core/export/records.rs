//! The contract's result with the records that it names, so that a program needs nothing besides.

use super::json::Json;
use super::provenance::{Provenance, lang, sources};
use super::rows::{each, heads};
use crate::shown::Shown;
use crate::taking::Rows;

/// `result`, `records` by table under the column names of the data package, and `from`: what the file says of itself. What a
/// record does not have is left out.
#[inline(never)]
pub fn records(shown: &Shown) -> String {
    let mut json = Json(String::from("{"));
    json.key("result");
    json.0.push_str(&super::result_of(shown));
    json.key("records");
    json.open('{');
    for (name, rows) in [("cells", Rows::Cells), ("instruments", Rows::Instruments), ("events", Rows::Events)] {
        let heads = heads(shown, rows);
        json.key(name);
        json.open('[');
        each(shown, rows, 0..usize::MAX, &mut |row| {
            json.open('{');
            let filled = heads.iter().zip(row).filter(|(_, value)| !value.is_empty());
            filled.for_each(|(head, value)| json.text(head, value));
            json.close('}');
        });
        json.close(']');
    }
    json.close('}');
    let from = Provenance::of(shown);
    json.key("from");
    json.open('{');
    json.text("title", &from.title);
    json.text("lang", lang(shown));
    json.text("dataset", &from.dataset);
    json.list("sources", &sources(shown), |json, source| json.string(source));
    json.text("licence", &from.licence);
    json.close('}');
    json.close('}');
    json.0 + "\n"
}
