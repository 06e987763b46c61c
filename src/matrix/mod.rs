//! The sector matrix: a native table of sectors by instruments, or, of a large framework, of instruments by groups of sectors.
//! Which it is, and its order, is decided in `atlas_core::matrix`.

mod cell;
mod grid;
mod instrument;
mod roll;
mod view;
mod words;

pub use view::matrix;
