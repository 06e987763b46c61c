//! `atlas sample [--partnerships N] [--instruments N] [--sectors N] [--activities N] [--languages L,M] -o DIR`

use crate::outcome::{Outcome, given, print, usage};
use atlas::dataset::sample::{self, Framework, Sample};
use atlas::limits;
use lexopt::prelude::*;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

pub fn run(mut arguments: lexopt::Parser) -> Outcome {
    let (mut partnerships, mut instruments, mut sectors, mut activities) = (None, None, None, None);
    let (mut languages, mut dir) = (None, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("partnerships") => partnerships = Some(arguments.value()?),
            Long("instruments") => instruments = Some(arguments.value()?),
            Long("sectors") => sectors = Some(arguments.value()?),
            Long("activities") => activities = Some(arguments.value()?),
            Long("languages") => languages = Some(arguments.value()?),
            Short('o') => dir = Some(arguments.value()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let is_framework = partnerships.is_some() || instruments.is_some() || sectors.is_some();
    if !is_framework && activities.is_none() && languages.is_none() {
        return usage("missing a size of the sample, such as `--activities N` or `--instruments N`");
    }
    let dir = PathBuf::from(given("option `-o DIR`", dir)?);
    let framework = framework(partnerships, instruments, sectors)?;
    let sample = Sample {
        framework: is_framework.then_some(framework),
        activities: number("--activities", activities, 0, 0, sample::MOST)?,
        languages: languages.map_or(Ok(sample::LANGUAGES.to_vec()), |list| tags(&list))?,
    };
    sample.write(&dir).or_else(|error| usage(format!("cannot write `{}`: {error}", dir.display())))?;
    print(&format!("{}: a synthetic data package with {}\n", dir.display(), sample.size()));
    Ok(())
}

/// The size asked for. What is not given is as in the small framework, with no more partnerships than instruments.
fn framework(
    partnerships: Option<OsString>,
    instruments: Option<OsString>,
    sectors: Option<OsString>,
) -> Outcome<Framework> {
    let small = Framework::default();
    let instruments = number("--instruments", instruments, small.instruments, 1, limits::INSTRUMENTS)?;
    let few = small.partnerships.min(instruments);
    Ok(Framework {
        partnerships: number("--partnerships", partnerships, few, 1, limits::PARTNERSHIPS)?,
        instruments,
        sectors: number("--sectors", sectors, small.sectors, 1, limits::SECTORS)?,
    })
}

/// The number that an option gives, else `default`.
fn number(option: &str, given: Option<OsString>, default: usize, least: usize, most: usize) -> Outcome<usize> {
    let Some(given) = given else { return Ok(default) };
    let number = given.to_str().and_then(|number| number.parse().ok());
    number.filter(|number| (least..=most).contains(number)).map_or_else(
        || {
            let from = if least == 0 { String::new() } else { format!("from {least} ") };
            usage(format!("`{option} {}` should be a number {from}up to {most}", given.display()))
        },
        Ok,
    )
}

/// Languages that samples have, with commas between them.
fn tags(list: &OsStr) -> Outcome<Vec<&'static str>> {
    let tags: Option<Vec<&'static str>> = list.to_str().and_then(|list| {
        list.split(',').map(|tag| sample::LANGUAGES.into_iter().find(|known| *known == tag.trim())).collect()
    });
    let is_once = |tags: &Vec<&str>| tags.iter().enumerate().all(|(at, tag)| !tags[..at].contains(tag));
    let expected = || format!("`--languages {}` should be one or both of en,ru", list.display());
    tags.filter(is_once).map_or_else(|| usage(expected()), Ok)
}
