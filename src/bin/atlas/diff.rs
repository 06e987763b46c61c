//! `atlas diff OLD NEW [--json]`
//!
//! That two states differ is no failure: the exit code tells only whether they could be compared.

use crate::outcome::{Outcome, complain, given, print, read};
use atlas::dataset::diff;
use lexopt::prelude::*;
use std::path::PathBuf;

pub fn run(mut arguments: lexopt::Parser) -> Outcome {
    let (mut old, mut new, mut as_json) = (None, None, false);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("json") => as_json = true,
            Value(value) if old.is_none() => old = Some(value),
            Value(value) if new.is_none() => new = Some(value),
            other => return Err(other.unexpected().into()),
        }
    }
    let (old, new) = (PathBuf::from(given("argument OLD", old)?), PathBuf::from(given("argument NEW", new)?));
    let found = diff::between(&read(&old, complain)?, &read(&new, complain)?);
    if as_json {
        print(&format!("{}\n", found.json()))
    } else {
        print(&found.to_string())
    }
    Ok(())
}
