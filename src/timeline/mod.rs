//! The timeline: instruments as spans, events as marks, and a list that tells all of it.
//!
//! Where everything stands is decided in `atlas_core::timeline`. `drawing` maps the layout to SVG, which is hidden from screen
//! readers and holds nothing focusable, and `key` explains its signs; `list` is the content for everybody.

mod drawing;
mod key;
mod list;
mod pointer;
mod view;

pub use view::timeline;
