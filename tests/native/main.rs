//! Everything that runs without a browser.

mod answers;
mod asking;
mod command_line;
mod compare;
mod contrast;
mod exports;
mod facets;
mod folder;
mod guard;
mod languages;
mod letters;
mod limits;
mod naive;
mod packed;
mod problems;
mod queries;
mod reducer;
mod results;
mod sample;
mod schema;
mod snippets;
mod sources;
mod states;
mod time_properties;
mod toolchain;
