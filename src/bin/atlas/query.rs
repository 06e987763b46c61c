//! `atlas query SOURCE 'QUERY' [--today DAY]`
//!
//! What the query names and the data does not have is no failure: it stands in the result's `rejected`.

use crate::outcome::{Outcome, complain, given, print, read, today, usage};
use atlas::export;
use atlas::query::{Catalogue, Selection, url};
use lexopt::prelude::*;
use std::path::PathBuf;

pub fn run(mut arguments: lexopt::Parser) -> Outcome {
    let (mut dir, mut text, mut day) = (None, None, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("today") => day = Some(arguments.value()?),
            Value(value) if dir.is_none() => dir = Some(value),
            Value(value) if text.is_none() => text = Some(value),
            other => return Err(other.unexpected().into()),
        }
    }
    let today = today(day)?;
    let (dir, text) = (PathBuf::from(given("argument SOURCE", dir)?), given("argument QUERY", text)?);
    let Some(text) = text.to_str() else { return usage(format!("`{}` should be UTF-8", text.display())) };
    let catalogue = Catalogue::new(read(&dir, complain)?);
    let (query, rejected) = url::parse(text, &catalogue.data);
    let selection = Selection::of(&catalogue, &query, today);
    print(&export::result(&catalogue, &query, &selection, &rejected));
    print("\n");
    Ok(())
}
