//! What must stay true of the cut between modules, checked by reading the sources.
//!
//! 1. The model, time, queries, exports, the state and the layouts know no browser, no clock and no Yew: the day and
//!    "today" are passed in.
//! 2. Only `host` and the entry of the WebAssembly touch what a browser has one of (window, document, address); only
//!    the build, `bundle`, the reading of tables and the binaries touch files.

use crate::sources::{names, sources};

/// What knows no browser, no clock, no Yew. A folder ends with a slash.
const PURE: [&str; 21] = [
    "model.rs",
    "packed/",
    "builtin.rs",
    "time/",
    "query/",
    "query.rs",
    "export/",
    "export.rs",
    "letters.rs",
    "linking.rs",
    "compare.rs",
    "order.rs",
    "state.rs",
    "locale/",
    "timeline/scale.rs",
    "timeline/layout.rs",
    "timeline/density.rs",
    "matrix/grid.rs",
    "details/facts.rs",
    "dataset/",
    "words.rs",
];

/// Names of browsers, clocks and Yew.
const WORLD: [&str; 14] = [
    "yew",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "gloo",
    "std::time",
    "core::time",
    "SystemTime",
    "Instant",
    "Utc",
    "Local",
    "Date::now",
    "Date::new_0",
];

/// What a browser has one of, and the crates by which it is reached.
const GLOBALS: [&str; 15] = [
    "js_sys",
    "gloo",
    "wasm_bindgen_futures",
    "wasm_bindgen::prelude",
    "web_sys::window",
    "web_sys::console",
    "web_sys::Window",
    "web_sys::Document",
    "web_sys::Location",
    "web_sys::History",
    "web_sys::Navigator",
    "web_sys::Storage",
    "owner_document",
    "gloo::utils",
    "Renderer",
];

const HOST: [&str; 2] = ["host/", "bin/widget.rs"];

const FILES: [&str; 5] = ["std::fs", "File::open", "File::create", "include_str", "include_bytes"];

/// What touches files. `builtin` has the packed dataset built into it.
const FILE_USERS: [&str; 6] = ["build.rs", "bundle/", "dataset/", "locale/compile", "bin/", "builtin.rs"];

fn is_in(name: &str, places: &[&str]) -> bool {
    places.iter().any(|place| name == *place || (!place.ends_with(".rs") && name.starts_with(place)))
}

/// The code of a file, line by line, without comments.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate();
    lines.map(|(index, line)| (index + 1, line.split_once("//").map_or(line, |(code, _)| code)))
}

/// `file:line: name` of every forbidden name in the files that `applies` picks.
fn violations(sources: &[(String, String)], applies: impl Fn(&str) -> bool, forbidden: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (name, text) in sources.iter().filter(|(name, _)| applies(name)) {
        for (line, code) in code(&spelled_out(text)) {
            let hits = forbidden.iter().filter(|needle| names(code, needle));
            found.extend(hits.map(|needle| format!("src/{name}:{line}: `{needle}`")));
        }
    }
    found
}

/// `use web_sys::{Element, window}` names `web_sys::window` as surely as the long form does.
fn spelled_out(text: &str) -> String {
    let spell = |line: &str| match line.trim_start().split_once("::{") {
        Some((path, rest)) if line.trim_start().starts_with("use ") || line.trim_start().starts_with("pub use ") => {
            let path = path.rsplit(' ').next().unwrap_or(path);
            let items = rest.split(['{', '}', ',', ';']).map(str::trim).filter(|item| !item.is_empty());
            items.map(|item| format!("{path}::{item}")).collect::<Vec<_>>().join(" ")
        }
        _ => line.to_owned(),
    };
    text.lines().map(spell).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn assert_none(found: &[String]) {
    assert!(found.is_empty(), "{} violations:\n{}", found.len(), found.join("\n"));
}

#[test]
fn the_core_knows_no_browser_no_clock_and_no_yew() {
    let sources = sources();
    for place in PURE.iter().filter(|place| !["query.rs", "export.rs"].contains(place)) {
        assert!(sources.iter().any(|(name, _)| is_in(name, &[place])), "no file at src/{place}: renamed?");
    }
    assert_none(&violations(&sources, |name| is_in(name, &PURE), &WORLD));
}

#[test]
fn only_the_host_touches_what_a_browser_has_one_of() {
    assert_none(&violations(&sources(), |name| !is_in(name, &HOST), &GLOBALS));
}

#[test]
fn only_the_build_the_tables_and_the_binaries_touch_files() {
    assert_none(&violations(&sources(), |name| !is_in(name, &FILE_USERS), &FILES));
}

#[test]
fn only_the_binaries_and_the_host_read_a_clock() {
    let clocks = ["SystemTime", "Instant", "Utc", "Local", "Date::now", "Date::new_0"];
    assert_none(&violations(&sources(), |name| !is_in(name, &["bin/", "host/", "bundle/"]), &clocks));
}

#[test]
fn a_violation_is_found_however_it_is_written() {
    let found = |text: &str| violations(&[("model.rs".into(), text.into())], |_| true, &["web_sys::window", "std::fs"]);
    assert_eq!(found("fn f() {\n    web_sys::window()\n}"), ["src/model.rs:2: `web_sys::window`"]);
    assert_eq!(found("use web_sys::{Element, window};"), ["src/model.rs:1: `web_sys::window`"]);
    assert_eq!(found("use std::{fs, path};"), ["src/model.rs:1: `std::fs`"]);
    assert_eq!(found("// web_sys::window\nuse web_sys::windows;\nlet std::fsx;"), [""; 0]);
}
