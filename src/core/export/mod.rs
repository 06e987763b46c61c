//! A selection in the forms that other programs read: text in, text out.

mod calendar;
mod citation;
mod csv;
mod file;
mod json;
pub mod picture;
mod provenance;
mod records;
mod rows;
mod snippet;
mod text;

pub use calendar::{Calendar, calendar};
pub use citation::References;
pub use csv::csv;
pub use file::Export;
pub use json::result;
pub use picture::picture;
pub use provenance::Provenance;
pub use records::records;
pub use snippet::{escaped, snippet};

use crate::shown::Shown;

/// The contract's JSON of what is shown.
pub fn result_of(shown: &Shown) -> String {
    result(&shown.catalogue, &shown.state.query, &shown.selection, &shown.state.interface.rejected)
}
