//! The timeline: instruments as spans, events as marks, and the list of the same events.
//!
//! Where everything stands is decided in `atlas_core::timeline`. `drawing` maps the layout to SVG, which is hidden from screen
//! readers and holds nothing focusable; `list` is the content for everybody.

mod drawing;
mod list;
mod pointer;
mod view;

pub use view::timeline;
