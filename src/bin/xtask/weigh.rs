//! `cargo xtask weigh`: what each piece of code that is written by hand for readers' sake saves them.
//!
//! A variant is this repository with some of its text replaced: by what a library does, or by nothing. Each is built as a
//! release in a folder of its own; what its script weighs more than that of the release, by brotli, is what is saved. Where
//! no library does the same, the variant is the cheapest that could take its place, so that the least is told.

use crate::edits::{Edit, edit, renew};
use crate::place::{Place, Result, say};
use std::fs;
use std::path::Path;

/// Something written by hand, and what stands in its place.
struct Variant {
    name: &'static str,
    instead: &'static str,
    edits: &'static [Edit],
}

const VARIANTS: [Variant; 13] = [
    Variant {
        name: "el",
        instead: "elements put together in the place where they stand, as `html!` does it",
        edits: &[edit("src/el.rs", "#[inline(never)]", "#[inline(always)]")],
    },
    Variant {
        name: "wire",
        instead: "`postcard`, without any check of ids",
        edits: &[
            edit("src/core/model.rs", "Serialize)]", "Serialize, serde::Deserialize)]"),
            edit("src/core/time/day.rs", "Serialize)]", "Serialize, serde::Deserialize)]"),
            edit("src/core/time/edtf.rs", "Serialize)]", "Serialize, serde::Deserialize)]"),
            edit("src/core/time/day.rs", "(into = \"i32\"", "(into = \"i32\", try_from = \"i32\""),
            edit("src/core/time/edtf.rs", "(into = \"Parts\"", "(into = \"Parts\", try_from = \"Parts\""),
            edit("src/core/time/edtf.rs", "(into = \"(B", "(try_from = \"(Bound, Bound)\", into = \"(B"),
            edit("src/core/Cargo.toml", "[target.'cfg(not(target_arch = \"wasm32\"))'.dependencies]", ""),
            edit("src/core/packed/mod.rs", "wire::tables(unwrap(bytes)?)", "postcard::from_bytes(unwrap(bytes)?).ok()"),
        ],
    },
    Variant {
        name: "order",
        instead: "the standard library's sort, though it is called through one function, too",
        edits: &[edit(
            "src/core/order.rs",
            "    sorted(keys.enumerate().map(|(at, key)| ((key ^ i64::MIN) as u64, at as u32)).collect())",
            "    let keys: Vec<i64> = keys.collect();
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_by_key(|at| keys[*at]);
    order",
        )],
    },
    Variant {
        name: "fold",
        instead: "`unicode-normalization` and the standard library's lower case",
        edits: &[
            edit("src/core/Cargo.toml", "[dependencies]", "[dependencies]\nunicode-normalization = \"0.1\""),
            edit(
                "Cargo.lock",
                " \"postcard\",\n \"proptest\",\n \"serde\",\n",
                " \"postcard\",\n \"proptest\",\n \"serde\",\n \"unicode-normalization\",\n",
            ),
            edit(
                "src/core/query/fold.rs",
                "filter_map(fold)",
                "flat_map(|c| unicode_normalization::UnicodeNormalization::nfd([c].into_iter()).next()).flat_map(char::to_lowercase)",
            ),
        ],
    },
    Variant {
        name: "wasm-opt",
        instead: "the module as the compiler made it",
        edits: &[edit(
            MINIFY,
            "let Some(folder) = &self.0 else { return read(path) };",
            "let Some(folder) = self.0.as_ref().filter(|_| false) else { return read(path) };",
        )],
    },
    Variant {
        name: "terser",
        instead: "the script as it is written",
        edits: &[edit(
            MINIFY,
            "let Some(folder) = &self.0 else { return Ok(",
            "let Some(folder) = self.0.as_ref().filter(|_| false) else { return Ok(",
        )],
    },
    Variant {
        name: "styles",
        instead: "styles as they are written",
        edits: &[edit(MINIFY, "written(text, &|_| true)", "Ok(text.to_owned())")],
    },
    Variant {
        name: "panics",
        instead: "panics that say why and where",
        edits: &[edit("src/bundle/panics.rs", "if !self.ends.contains(&number) {", "if number < u32::MAX {")],
    },
    Variant {
        name: "unread",
        instead: "constants that nothing reads",
        edits: &[edit(
            MINIFY,
            "Constants::of(&linked)?.erase_unread(&optimised(folder, path, OPTIMISE)?)",
            "optimised(folder, path, OPTIMISE)",
        )],
    },
    Variant {
        name: "kinds",
        instead: "characters in the order of the bytes of the code",
        edits: &[edit(STREAMS, "if number == BEHIND { Of::Texts } else { Of::Code }", "Of::Texts")],
    },
    Variant {
        name: "names",
        instead: "imports and exports under the names that wasm-bindgen gives them",
        edits: &[edit(
            "src/bundle/names.rs",
            "Ok((module.finish(), names.replace(glue)))",
            "Ok((wasm.to_vec(), glue.to_owned()))",
        )],
    },
    Variant {
        name: "streams",
        instead: "operands behind their instructions, as in the module",
        edits: &[
            edit(STREAMS, "const LOCAL: usize = 0", "const LOCAL: usize = CODE"),
            edit(STREAMS, "const POINTER: usize = 1", "const POINTER: usize = CODE"),
            edit(STREAMS, "const FIRST: usize = 2", "const FIRST: usize = CODE"),
            edit(STREAMS, "const LABEL: usize = 4", "const LABEL: usize = CODE"),
            edit(STREAMS, "const NUMBER: usize = 5", "const NUMBER: usize = CODE"),
            edit(STREAMS, "const ADDED: usize = 6", "const ADDED: usize = CODE"),
            edit(STREAMS, "const RECKONED: usize = 7", "const RECKONED: usize = CODE"),
            edit(STREAMS, "const WIDE: usize = 8", "const WIDE: usize = CODE"),
            edit(STREAMS, "const OFFSET: usize = 9", "const OFFSET: usize = CODE"),
            edit(STREAMS, "const FUNCTION: usize = 11", "const FUNCTION: usize = CODE"),
        ],
    },
    Variant {
        name: "messages",
        instead: "the translators' files as they are, read by `fluent-syntax` in the page",
        edits: &[
            edit("src/core/Cargo.toml", "[dependencies]", "[dependencies]\nfluent-syntax = \"0.12\""),
            edit("Cargo.lock", " \"divan\",\n \"postcard\",\n", " \"divan\",\n \"fluent-syntax\",\n \"postcard\",\n"),
            edit(LOCALE, OWN_MESSAGE, include_str!("weigh_messages.txt")),
            edit(LOCALE, "LENGTHS[usize::from(self.0)].contains(&0)", "false"),
        ],
    },
];

const LOCALE: &str = "src/core/locale/mod.rs";

const OWN_MESSAGE: &str = "let mut lengths = LENGTHS[usize::from(self.0)].iter().map(|length| usize::from(*length));
        let start = lengths.by_ref().take(usize::from(msg.0)).sum();
        &TEXTS[usize::from(self.0)][start..][..lengths.next().unwrap_or(0)]";

const MINIFY: &str = "src/bundle/minify.rs";

const STREAMS: &str = "src/bundle/streams.rs";

/// What a release is built from.
const SOURCES: [&str; 8] = [
    ".cargo/config.toml",
    "Cargo.toml",
    "Cargo.lock",
    "LICENSE",
    "Trunk.toml",
    "index.html",
    "rust-toolchain.toml",
    "src",
];

/// Builds the release and its variants, those with one of these names or all, and tells what each weighs.
pub fn weigh(place: &Place, names: &[&str]) -> Result<()> {
    let chosen = chosen(&VARIANTS.map(|variant| variant.name), names)?;
    let mut scales = Scales::with_release(place)?;
    for variant in VARIANTS.iter().filter(|variant| chosen.contains(&variant.name)) {
        let weight = scales.weigh(variant.name, variant.edits)?;
        scales.tell(variant.name, weight, weight - scales.release, variant.instead);
    }
    scales.tell_again();
    Ok(())
}

/// The names that were asked for, or all.
///
/// # Errors
/// The first that is unknown.
pub fn chosen<'a>(all: &[&'a str], names: &[&str]) -> Result<Vec<&'a str>> {
    match names.iter().find(|name| !all.contains(name)) {
        Some(unknown) => Err(format!("`{unknown}`: expected {}", all.join(", "))),
        None => Ok(all.iter().filter(|name| names.is_empty() || names.contains(name)).copied().collect()),
    }
}

/// The copy in which variants are built one after the other, and what was found out by them.
pub struct Scales<'a> {
    place: &'a Place,
    copy: Place,
    /// What the script of the release weighs.
    pub release: i64,
    lines: Vec<String>,
}

impl<'a> Scales<'a> {
    /// With the release on them.
    pub fn with_release(place: &'a Place) -> Result<Scales<'a>> {
        let copy =
            Place { root: place.root.join("target/weigh"), cache: place.cache.clone(), tools: place.tools.clone() };
        // Where the copy's wrapper of the compiler goes: without it, its first build would not be made as the others are.
        fs::create_dir_all(copy.root.join("target")).map_err(|error| error.to_string())?;
        let mut scales = Scales { place, copy, release: 0, lines: Vec::new() };
        scales.release = scales.weigh("the release", &[])?;
        scales.lines.push(format!("{:<14}{:>9}", "the release", scales.release));
        Ok(scales)
    }

    /// What the script weighs that is built with these edits.
    pub fn weigh(&self, name: &str, edits: &[Edit]) -> Result<i64> {
        build(self.place, &self.copy, edits).map_err(|problem| format!("{name}: {problem}"))
    }

    /// Tells of a variant: its weight, by how much that differs, and in words why.
    pub fn tell(&mut self, name: &str, weight: i64, differs: i64, why: &str) {
        self.lines.push(format!("{name:<14}{weight:>9}{differs:>+9}  {why}"));
        say(self.lines.last().map_or("", String::as_str));
    }

    /// All of it once more, since the builds have said much in between.
    pub fn tell_again(&self) {
        println!("\n{}", self.lines.join("\n"));
    }
}

/// What the script of this variant weighs.
fn build(place: &Place, copy: &Place, edits: &[Edit]) -> Result<i64> {
    for source in SOURCES {
        renew(&place.root, &copy.root, Path::new(source), edits)?;
    }
    crate::build(copy, None)?;
    let mut bundle = place.command("cargo");
    bundle.args(["run", "--quiet", "--no-default-features", "--features", "bundle", "--bin", "bundle", "--", "sizes"]);
    // The report fails where the script is over its budget, which says nothing here.
    let output = bundle.arg(copy.root.join("dist")).output().map_err(|error| error.to_string())?;
    let table = String::from_utf8_lossy(&output.stdout).into_owned();
    // The table tells, too, what the module weighs as the script has it and as base64.
    println!("{table}");
    let row = table.lines().find(|line| line.starts_with("cooperation-atlas.js"));
    let weight = row.and_then(|row| row.split_whitespace().next_back()?.parse().ok());
    weight.ok_or_else(|| format!("no weight in the report: {table}{}", String::from_utf8_lossy(&output.stderr)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_edit_finds_its_place() {
        for edit in VARIANTS.iter().flat_map(|variant| variant.edits) {
            edit.finds_its_place();
        }
    }
}
