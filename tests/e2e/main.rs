//! The release build in a real browser, seen as a reader and a host page see it.
//!
//! `ATLAS_DIST` names the folder of the release build, `dist` if it is not set. Every test ends with the same question:
//! did anything complain? The tests of embedding and of faults run in each browser, which
//! `ATLAS_BROWSER` names.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "tests have files and clocks")]

mod activities;
mod acts;
mod address;
mod answers;
mod card;
mod controls;
mod details;
#[path = "../driver/mod.rs"]
mod driver;
mod editors;
mod embedding;
mod endurance;
mod faults;
mod filters;
mod glue;
mod hosts;
mod languages;
mod large;
mod leaks;
mod letters;
mod loading;
mod looks;
mod offline;
mod page;
mod pictures;
mod playhead;
mod precision;
mod saved;
mod scrubbing;
mod single;
mod static_view;
mod studio;
mod taking;
mod timeline;
mod whole;
mod zones;
