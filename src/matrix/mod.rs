//! The sector matrix: a native table of sectors by instruments.

pub mod grid;
