//! What runs as long as is asked: `cargo xtask fuzz`, the targets of `tests/fuzz`; `cargo xtask endure`, actions in a page; `cargo xtask
//! test --dates`, dates beside other readers of them. And `cargo xtask bite`: that each target finds a defect.

use crate::edits::{Edit, edit, renew};
use crate::place::{Place, Result, say};
use crate::steps::FEATURES;
use std::fs;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// How many seconds each target runs, if nothing else is asked.
const SECONDS: u64 = 60;

/// How many actions are done, if nothing else is asked.
const ACTIONS: u64 = 100_000;

/// A defect that a target has to find with the seed of the test command.
struct Defect {
    target: &'static str,
    what: &'static str,
    edit: Edit,
}

const DEFECTS: [Defect; 9] = [
    Defect {
        target: "query",
        what: "a plus is no space",
        edit: edit("src/core/query/url.rs", "out.push(b' ');", "out.push(b'+');"),
    },
    Defect {
        target: "tables",
        what: "a blank line is counted twice",
        edit: edit("src/dataset/table.rs", "number += blank as u32 + 1;", "number += 2 * blank as u32 + 1;"),
    },
    Defect {
        target: "dates",
        what: "November ends with the year",
        edit: edit("src/core/time/edtf.rs", "Precision::Month if month < 12", "Precision::Month if month < 11"),
    },
    Defect {
        target: "packed",
        what: "the sectors of activities may lie in any order",
        edit: edit("src/core/packed/mod.rs", "        && ends.is_sorted()\n", ""),
    },
    Defect {
        target: "calendar",
        what: "a backslash stays one",
        edit: edit("src/core/export/calendar.rs", r#""\t\\\\\\", "#, ""),
    },
    Defect {
        target: "feed",
        what: "texts stand in the feed as they are",
        edit: edit("src/bundle/follow.rs", "BytesText::new(content)", "BytesText::from_escaped(content)"),
    },
    Defect {
        target: "spreadsheets",
        what: "what begins with an at sign is left alone",
        edit: edit("src/core/export/csv.rs", "b'-' | b'@'", "b'-'"),
    },
    Defect {
        target: "snippet",
        what: "quotation marks end attributes",
        edit: edit("src/core/export/snippet.rs", r#"\t\"&quot;"#, ""),
    },
    Defect {
        target: "copy",
        what: "the title of a page is markup",
        edit: edit("src/bundle/single.rs", "&escaped(&page.title)", "&page.title"),
    },
];

/// What the targets are compiled from.
const SOURCES: [&str; 6] = [".cargo/config.toml", "Cargo.toml", "Cargo.lock", "index.html", "src", "tests"];

/// What is asked of a run that has a seed: numbers by the names of their options, and names of targets.
struct Asked<'a> {
    number: u64,
    seed: u64,
    names: Vec<&'a str>,
}

impl Asked<'_> {
    /// Reads `[OPTION N] [--seed N] [NAME…]`. Without a seed it is another one each time, which is told.
    fn of<'a>(options: &[&'a str], option: &str, number: u64) -> Result<Asked<'a>> {
        let seed = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        let mut asked = Asked { number, seed, names: Vec::new() };
        let mut rest = options.iter();
        while let Some(word) = rest.next() {
            if !word.starts_with('-') {
                asked.names.push(word);
                continue;
            }
            let expected = || format!("`{word}`: expected {option} N, --seed N or a name");
            let value = rest.next().and_then(|value| value.parse().ok()).ok_or_else(expected)?;
            match *word {
                "--seed" => asked.seed = value,
                other if other == option => asked.number = value,
                _ => return Err(expected()),
            }
        }
        Ok(asked)
    }
}

/// Runs the targets with one of these names, or all: `[--seconds N] [--seed N] [TARGET…]`.
pub fn fuzz(place: &Place, options: &[&str]) -> Result<()> {
    let Asked { number: seconds, seed, mut names } = Asked::of(options, "--seconds", SECONDS)?;
    say(&format!("fuzzing, {seconds} s for each target, from seed {seed} on"));
    let mut command = place.command("cargo");
    command.args(["test", "--features", FEATURES, "--test", "fuzz", "--", "--nocapture"]);
    if names.is_empty() {
        names.push("targets::");
    }
    command.env("ATLAS_FUZZ_SECONDS", seconds.to_string()).env("ATLAS_FUZZ_SEED", seed.to_string());
    place.run(command.args(names))
}

/// Compares the atlas with other readers of dates on so many strings.
pub fn dates(place: &Place, count: &str) -> Result<()> {
    let mut command = place.command("cargo");
    crate::readers::show(&mut command, place)?;
    command.args(["test", "--features", FEATURES, "--test", "readers", "--", "--nocapture", "dates::"]);
    place.run(command.env("ATLAS_DATES", count))
}

/// Does actions in a page, without end: `[--actions N] [--seed N]`.
pub fn endure(place: &Place, options: &[&str]) -> Result<()> {
    let Asked { number: actions, seed, .. } = Asked::of(options, "--actions", ACTIONS)?;
    say(&format!("{actions} actions, from seed {seed}"));
    let test = ["test", "--features", FEATURES, "--test", "e2e", "--", "--ignored", "--nocapture", "endurance::"];
    crate::in_browser(place, &test, &[("ATLAS_ACTIONS", actions), ("ATLAS_SEED", seed)])
}

/// Seeds the defects of the targets with one of these names, or of all, one after the other in a copy, and has the targets
/// find them.
pub fn bite(place: &Place, names: &[&str]) -> Result<()> {
    let copy = Place { root: place.root.join("target/bite"), cache: place.cache.clone(), tools: place.tools.clone() };
    fs::create_dir_all(copy.root.join("target")).map_err(|error| error.to_string())?;
    let mut missed = Vec::new();
    for defect in DEFECTS.iter().filter(|defect| names.is_empty() || names.contains(&defect.target)) {
        for source in SOURCES {
            renew(&place.root, &copy.root, Path::new(source), std::slice::from_ref(&defect.edit))?;
        }
        let cargo = |arguments: &[&str]| {
            let mut command = copy.command("cargo");
            command.args(["test", "--quiet", "--features", FEATURES, "--test", "fuzz"]).args(arguments);
            command
        };
        // That it does not compile would be no finding.
        copy.run(&mut cargo(&["--no-run"]))?;
        let name = format!("targets::{}", defect.target);
        let found = !crate::place::succeeds(&mut cargo(&["--", "--exact", &name]));
        say(&format!("{}: {}: {}", defect.target, defect.what, if found { "found" } else { "NOT FOUND" }));
        if !found {
            missed.push(defect.target);
        }
    }
    if missed.is_empty() { Ok(()) } else { Err(format!("these targets found nothing: {}", missed.join(", "))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seeds_and_numbers_are_read_in_any_order() {
        let asked = Asked::of(&["copy", "--seed", "7", "--seconds", "3", "feed"], "--seconds", 60).unwrap();
        assert_eq!((asked.number, asked.seed, asked.names), (3, 7, vec!["copy", "feed"]));
        assert_eq!(Asked::of(&[], "--seconds", 60).map(|asked| asked.number), Ok(60));
        for wrong in [&["--seed"][..], &["--seed", "x"], &["--minutes", "3"]] {
            assert!(Asked::of(wrong, "--seconds", 60).is_err());
        }
    }

    #[test]
    fn every_target_has_a_defect_that_finds_its_place() {
        let main = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/main.rs")).unwrap();
        let (_, targets) = main.split_once("\ntargets! {\n").unwrap();
        let names: Vec<&str> = targets.lines().filter_map(|line| Some(line.split_once(':')?.0.trim())).collect();
        assert_eq!(names, DEFECTS.map(|defect| defect.target));
        DEFECTS.iter().for_each(|defect| defect.edit.finds_its_place());
    }
}
