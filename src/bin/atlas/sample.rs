//! `atlas sample --activities N -o DIR`

use crate::outcome::{Outcome, given, print, usage};
use atlas::dataset::sample;
use lexopt::prelude::*;
use std::path::PathBuf;

pub fn run(mut arguments: lexopt::Parser) -> Outcome {
    let (mut number, mut dir) = (None, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("activities") => number = Some(arguments.value()?),
            Short('o') => dir = Some(arguments.value()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let number = given("option `--activities N`", number)?;
    let dir = PathBuf::from(given("option `-o DIR`", dir)?);
    let activities = number.to_str().and_then(|number| number.parse().ok());
    let Some(activities) = activities.filter(|number| *number <= sample::MOST) else {
        return usage(format!("`--activities {}` should be a number up to {}", number.display(), sample::MOST));
    };
    sample::write(&dir, activities).or_else(|error| usage(format!("cannot write `{}`: {error}", dir.display())))?;
    print(&format!("{}: a synthetic data package with {activities} activities\n", dir.display()));
    Ok(())
}
