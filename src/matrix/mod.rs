//! The sector matrix: a native table of sectors by instruments. Its order is decided in `atlas_core::matrix`.

mod view;

pub use view::matrix;
