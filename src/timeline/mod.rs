//! The timeline: instruments as spans, events as marks, and the list of the same events.
//!
//! `scale`, `density` and `layout` are pure; `view` maps the layout to markup.

pub mod density;
pub mod layout;
pub mod scale;
