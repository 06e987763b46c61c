//! The details of what is selected: facts, dates in words, relations as links, the source with its place, a citation.
//!
//! `facts` decides what is said and is pure; `view` sets it as a page.

pub mod facts;
mod view;

pub use view::{details, record};
