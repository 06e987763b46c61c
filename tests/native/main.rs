//! Everything that runs without a browser.

mod command_line;
mod folder;
mod packed;
mod problems;
mod sample;
mod schema;
