//! What holds for the files of the repository as such: nothing unused, nothing forgotten, nothing of one machine.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file that git has or would add, by its path in the repository.
fn tracked() -> Vec<String> {
    let list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let output = Command::new("git").args(list).current_dir(root()).output().expect("git lists the files");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let names = String::from_utf8(output.stdout).expect("names in UTF-8");
    names.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// Every Rust source under `src/`, by its path from there with slashes, and its text.
pub fn sources() -> Vec<(String, String)> {
    fn collect(dir: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let src = root().join("src");
    let mut found = Vec::new();
    collect(&src, &mut found);
    found.sort();
    let name = |path: &Path| path.strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/");
    found.iter().map(|path| (name(path), std::fs::read_to_string(path).unwrap())).collect()
}

/// Whether a text has a name that is not just a part of a longer one.
pub fn names(text: &str, name: &str) -> bool {
    let in_name = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(name).any(|(at, _)| {
        let bounded_before = !name.starts_with(in_name) || !text[..at].ends_with(in_name);
        bounded_before && (!name.ends_with(in_name) || !text[at + name.len()..].starts_with(in_name))
    })
}

#[test]
fn every_message_of_the_translators_files_is_used() {
    let english = std::fs::read_to_string(root().join("src/core/locale/en.ftl")).unwrap();
    let messages = english.lines().filter_map(|line| line.split_once(" =").map(|(id, _)| id));
    let messages: BTreeSet<&str> = messages.filter(|id| id.starts_with(|c: char| c.is_ascii_lowercase())).collect();
    assert!(messages.len() > 50, "only {} messages read", messages.len());
    let sources: String = sources()
        .into_iter()
        .filter(|(name, _)| !name.starts_with("core/locale/tests"))
        .map(|(_, text)| text)
        .collect();
    let is_used = |id: &&&str| names(&sources, &format!("msg::{}", id.to_uppercase().replace('-', "_")));
    let unused: Vec<&&str> = messages.iter().filter(|id| !is_used(id)).collect();
    assert!(unused.is_empty(), "{} of {} messages are used nowhere: {unused:?}", unused.len(), messages.len());
}

#[test]
fn the_map_in_lib_names_every_module() {
    let lib = std::fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let is_doc = |line: &&str| line.starts_with("//!");
    let (map, code): (Vec<&str>, Vec<&str>) = lib.lines().partition(is_doc);
    let (map, code) = (map.join("\n"), code.join("\n"));
    for entry in std::fs::read_dir(root().join("src")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        let is_module = path.extension().is_some_and(|extension| extension == "rs") || path.join("mod.rs").is_file();
        if is_module && !["lib", "build"].contains(&name) {
            assert!(names(&code, &format!("{name};")), "src/lib.rs does not list `{name}`");
            assert!(names(&map, &format!("`{name}`")), "the map in src/lib.rs does not name `{name}`");
        }
    }
}

#[test]
fn nothing_tracked_names_a_place_of_one_machine() {
    // In parts, so that this file does not name them itself.
    let folders = [["/ho", "me/"], ["/ro", "ot/"], ["/Us", "ers/"], ["/t", "mp/"], ["/wo", "rk/"], [":\\Us", "ers\\"]];
    let hosts = [
        ["registry.np", "mjs.org"],
        ["registry.yarn", "pkg.com"],
        ["py", "pi.org"],
        ["files.pythonho", "sted.org"],
        ["index.crat", "es.io"],
        ["static.crat", "es.io"],
        ["proxy.gol", "ang.org"],
        ["replace", "-with"],
    ];
    let needles: Vec<String> = folders.iter().chain(&hosts).map(|parts| parts.concat()).collect();
    let mut found = Vec::new();
    for name in tracked() {
        // A deleted file may still be listed, and a picture is no text.
        let Ok(text) = std::fs::read_to_string(root().join(&name)) else { continue };
        for (number, line) in text.lines().enumerate() {
            let hits = needles.iter().filter(|needle| line.contains(needle.as_str()));
            found.extend(hits.map(|needle| format!("{name}:{}: {needle}", number + 1)));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_dependency_comes_from_the_public_registry() {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let sources: BTreeSet<&str> = lock.lines().filter(|line| line.starts_with("source = ")).collect();
    let public = ["source = \"registry+https://github.com/rust-lang/crat", "es.io-index\""].concat();
    assert_eq!(sources, BTreeSet::from([public.as_str()]));
}
