//! The sector matrix: a native table of sectors by instruments.
//!
//! `grid` decides rows and columns and is pure; `view` maps them to a table.

pub mod grid;
mod view;

pub use view::matrix;
