//! A selection in the forms that other programs read. Pure: text in, text out; no browser, no files.

mod json;
mod snippet;

pub use json::result;
pub use snippet::{escaped, snippet};
