//! A selection in the forms that other programs read. Pure: text in, text out; no browser, no files.

mod json;
mod snippet;

pub use json::result;
pub use snippet::{escaped, snippet};

use crate::shown::Shown;

/// The contract's JSON of what is shown.
pub fn result_of(shown: &Shown) -> String {
    result(&shown.catalogue, &shown.state.query, &shown.selection, &shown.state.interface.rejected)
}
