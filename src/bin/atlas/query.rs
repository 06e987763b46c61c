//! `atlas query DIR 'QUERY' [--today DAY]`
//!
//! What the query names and the data does not have is no failure: it stands in the result's `rejected`.

use crate::outcome::{Outcome, complain, given, print, read, usage};
use atlas::export;
use atlas::query::{Catalogue, Selection, url};
use atlas::time::Day;
use lexopt::prelude::*;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

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
    let today = match day {
        Some(text) => match text.to_str().and_then(Day::parse) {
            Some(day) => day,
            None => return usage(format!("`--today {}` should be a day as 2019-10-15", text.display())),
        },
        None => today(),
    };
    let (dir, text) = (PathBuf::from(given("argument DIR", dir)?), given("argument QUERY", text)?);
    let Some(text) = text.to_str() else { return usage(format!("`{}` should be UTF-8", text.display())) };
    let catalogue = Catalogue::new(read(&dir, complain)?);
    let (query, rejected) = url::parse(text, &catalogue.data);
    let selection = Selection::of(&catalogue, &query, today);
    print(&export::result(&catalogue, &query, &selection, &rejected));
    print("\n");
    Ok(())
}

/// The machine's civil date in UTC: the standard library knows no time zones, and `--today` sets another.
fn today() -> Day {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    i32::try_from(seconds / 86_400).ok().and_then(|days| Day::try_from(days).ok()).unwrap_or(Day::MAX)
}
