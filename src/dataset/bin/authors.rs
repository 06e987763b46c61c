//! What authors and translators ask of this repository: `cargo xtask datapackage` and `cargo xtask texts`.

#![allow(clippy::disallowed_methods, reason = "a program of its own")]

use atlas_dataset::{descriptor, texts};
use std::path::Path;
use std::process::ExitCode;

const PACKAGE: &str = "src/data/datapackage.json";

fn main() -> ExitCode {
    let command = std::env::args().nth(1);
    let outcome = match command.as_deref() {
        Some("datapackage") => refresh(),
        Some("texts") => texts::list(Path::new("src/core/locale"), Path::new("src/data")).map(|all| print!("{all}")),
        _ => Err("usage: authors datapackage | texts".into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("authors: {problem}");
            ExitCode::FAILURE
        }
    }
}

/// Writes the resources of the data package anew, from the schema.
fn refresh() -> Result<(), String> {
    let at = |problem: String| format!("{PACKAGE}: {problem}");
    let package = std::fs::read_to_string(PACKAGE).map_err(|error| at(error.to_string()))?;
    let refreshed = descriptor::refreshed(&package).map_err(|error| at(error.to_string()))?;
    std::fs::write(PACKAGE, refreshed).map_err(|error| at(error.to_string()))
}
