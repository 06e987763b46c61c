//! `cargo xtask fuzz`: the targets of `tests/fuzz` for as long as is asked; `cargo xtask bite`: that each of them finds a defect.

use crate::edits::{Edit, edit, renew};
use crate::place::{Place, Result, say};
use crate::steps::FEATURES;
use std::fs;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// How many seconds each target runs, if nothing else is asked.
const SECONDS: &str = "60";

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
        edit: edit("src/core/export/calendar.rs", ".replace('\\\\', \"\\\\\\\\\")", ".replace('\\\\', \"\\\\\")"),
    },
    Defect {
        target: "feed",
        what: "texts stand in the feed as they are",
        edit: edit("src/bundle/follow.rs", "BytesText::new(content)", "BytesText::from_escaped(content)"),
    },
    Defect {
        target: "spreadsheets",
        what: "what begins with an at sign is left alone",
        edit: edit("src/core/export/csv.rs", "'-', '@', ", "'-', "),
    },
    Defect {
        target: "snippet",
        what: "quotation marks end attributes",
        edit: edit("src/core/export/snippet.rs", ".replace('\"', \"&quot;\")", ""),
    },
    Defect {
        target: "copy",
        what: "the title of a page is markup",
        edit: edit("src/bundle/single.rs", "&escaped(&page.title)", "&page.title"),
    },
];

/// What the targets are compiled from.
const SOURCES: [&str; 6] = [".cargo/config.toml", "Cargo.toml", "Cargo.lock", "index.html", "src", "tests"];

/// Runs the targets with one of these names, or all: `[--seconds N] [--seed N] [TARGET…]`.
pub fn fuzz(place: &Place, options: &[&str]) -> Result<()> {
    let (mut seconds, mut names, mut rest) = (SECONDS, Vec::new(), options);
    // Another one each time, and told, so that whatever is found is found again.
    let mut seed = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let number = |text: &str| text.parse().map_err(|_| format!("`{text}`: expected a whole number"));
    while let [option, ref more @ ..] = *rest {
        rest = match (option, more) {
            ("--seconds", [value, more @ ..]) => {
                number(value)?;
                seconds = value;
                more
            }
            ("--seed", [value, more @ ..]) => {
                seed = number(value)?;
                more
            }
            (option, _) if option.starts_with('-') => {
                return Err(format!("`{option}`: expected --seconds N, --seed N or the name of a target"));
            }
            (name, more) => {
                names.push(name);
                more
            }
        };
    }
    say(&format!("fuzzing, {seconds} s for each target, from seed {seed} on"));
    let mut command = place.command("cargo");
    command.args(["test", "--features", FEATURES, "--test", "fuzz", "--", "--nocapture"]);
    if names.is_empty() {
        names.push("targets::");
    }
    command.env("ATLAS_FUZZ_SECONDS", seconds).env("ATLAS_FUZZ_SEED", seed.to_string());
    place.run(command.args(names))
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
    fn every_target_has_a_defect_that_finds_its_place() {
        let main = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/main.rs")).unwrap();
        let (_, targets) = main.split_once("\ntargets! {\n").unwrap();
        let names: Vec<&str> = targets.lines().filter_map(|line| Some(line.split_once(':')?.0.trim())).collect();
        assert_eq!(names, DEFECTS.map(|defect| defect.target));
        DEFECTS.iter().for_each(|defect| defect.edit.finds_its_place());
    }
}
