//! The sector matrix: a native table of sectors by instruments.
//!
//! `grid` decides rows and columns and is pure; `view` maps them to a table; `focus` moves between its cells.

mod focus;
pub mod grid;
mod view;

pub use focus::{leave, move_focus};
pub use view::matrix;
