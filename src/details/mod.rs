//! The details of what is selected, set as a page. What is said is decided in `atlas_core::details`.

mod view;

pub use view::{details_at, record};
