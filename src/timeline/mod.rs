//! The timeline: instruments as spans, events as marks, and the list of the same events.
//!
//! `scale`, `density`, `letters` and `layout` are pure; `drawing` maps the layout to SVG, which is hidden from screen readers and
//! holds nothing focusable; `list` is the content for everybody.

pub mod density;
mod drawing;
pub mod layout;
pub mod letters;
mod list;
mod pointer;
pub mod scale;
mod view;

pub use pointer::Gesture;
pub use view::timeline;
