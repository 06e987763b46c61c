//! The timeline: instruments as spans, events as marks, and the list of the same events.
//!
//! `scale`, `density`, `advances` and `layout` are pure; `drawing` maps the layout to SVG, which is hidden from screen readers and
//! holds nothing focusable; `list` is the content for everybody.

pub mod advances;
pub mod density;
mod drawing;
pub mod layout;
mod list;
mod pointer;
pub mod scale;
mod view;

pub use pointer::Gesture;
pub use view::timeline;
