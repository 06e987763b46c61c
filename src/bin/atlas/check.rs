//! `atlas check SOURCE`

use crate::outcome::{Outcome, given, print, read};
use lexopt::prelude::*;
use std::path::PathBuf;

pub fn run(mut arguments: lexopt::Parser) -> Outcome {
    let mut dir = None;
    while let Some(argument) = arguments.next()? {
        match argument {
            Value(value) if dir.is_none() => dir = Some(value),
            other => return Err(other.unexpected().into()),
        }
    }
    let dir = PathBuf::from(given("argument SOURCE", dir)?);
    let dataset = read(&dir, print)?;
    let tables = dataset.tables();
    print(&format!(
        "{}: no problems in {} partnerships, {} sectors, {} instruments, {} coverage records, {} events, {} activities\n",
        dir.display(),
        tables.partnerships.len(),
        tables.sectors.len(),
        tables.instruments.len(),
        tables.coverage.len(),
        tables.events.len(),
        tables.activities.len(),
    ));
    Ok(())
}
