//! Everything that runs without a browser.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "tests have files and clocks")]

mod answers;
mod asking;
mod boundaries;
mod caption;
mod choices;
mod circles;
mod command_line;
mod compare;
mod contrast;
mod detailed;
mod diff;
mod drawing;
mod effects;
mod exports;
mod facets;
mod finding;
mod folder;
mod guard;
mod languages;
mod large;
mod letters;
mod limits;
mod links;
mod naive;
mod openers;
mod packed;
mod pictures;
mod places;
mod problems;
mod queries;
mod reducer;
mod results;
mod rows;
mod sample;
mod schema;
mod snippets;
mod sources;
mod states;
mod telling;
mod terms;
mod time_properties;
mod timeline_list;
mod toolchain;
