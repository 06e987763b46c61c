//! `parts.cdx.json`, the list of what is inside the script (CycloneDX), and `notices.txt`, the licences of all of it.
//!
//! The parts are those crates that cargo links into the module, the standard library, and the data that are compiled in; what
//! only compiles, as the crates of macros, is in no script. Both follow from `Cargo.lock` and the crates themselves: the same
//! commit gives the same files.

use super::{PACKAGE, Result, SCRIPT, at, read, read_text};
use serde_json::{Value, json};
use sha2::{Digest, Sha384};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The list.
pub const LIST: &str = "parts.cdx.json";
/// The licences.
pub const NOTICES: &str = "notices.txt";

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Something inside the script.
struct Part {
    /// What CycloneDX calls it by: `library` or `data`.
    kind: &'static str,
    name: String,
    version: String,
    /// As SPDX has it.
    licence: String,
    /// The SHA-256 of its package, where it comes from a registry.
    sum: Option<String>,
    /// Its licences, as files.
    texts: Vec<PathBuf>,
    /// The parts that it needs, by [`Part::id`].
    needs: Vec<String>,
}

impl Part {
    fn id(&self) -> String {
        let kind = if self.sum.is_some() { "cargo" } else { "generic" };
        format!("pkg:{kind}/{}@{}", self.name, self.version)
    }
}

/// Both files, with their names: for the sources in one folder and the script in the other.
pub fn files(source: &Path, staging: &Path) -> Result<[(&'static str, String); 2]> {
    let parts = parts(source)?;
    let script = read(&staging.join(SCRIPT))?;
    Ok([(LIST, list(&parts, &script)?), (NOTICES, notices(&parts, source)?)])
}

fn list(parts: &[Part], script: &[u8]) -> Result<String> {
    let component = |part: &Part| {
        let mut component = json!({
            "type": part.kind, "bom-ref": part.id(), "name": part.name, "version": part.version,
            "licenses": [{ "expression": part.licence }],
        });
        if let Some(sum) = &part.sum {
            component["hashes"] = json!([{ "alg": "SHA-256", "content": sum }]);
            component["purl"] = part.id().into();
        }
        component
    };
    let needs = parts.iter().map(|part| json!({ "ref": part.id(), "dependsOn": part.needs }));
    let whole = json!({ "ref": SCRIPT, "dependsOn": parts.iter().map(Part::id).collect::<Vec<_>>() });
    let graph: Vec<Value> = [whole].into_iter().chain(needs).collect();
    let list = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application", "bom-ref": SCRIPT, "name": SCRIPT, "version": VERSION,
                "licenses": [{ "expression": env!("CARGO_PKG_LICENSE") }],
                "hashes": [{ "alg": "SHA-384", "content": hex(&Sha384::digest(script)) }],
            },
        },
        "components": parts.iter().map(component).collect::<Vec<_>>(),
        "dependencies": graph,
    });
    serde_json::to_string_pretty(&list).map(|text| text + "\n").map_err(|error| format!("{LIST}: {error}"))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

fn notices(parts: &[Part], source: &Path) -> Result<String> {
    let mut out = format!(
        "Cooperation Atlas {VERSION}\nLicence: {}\n\nInside {SCRIPT}, and so inside all pages that have it, are these parts \
         of others, each under its own licence:\n\n",
        env!("CARGO_PKG_LICENSE")
    );
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for part in parts {
        let _ = writeln!(out, "  {} {}: {}", part.name, part.version, part.licence);
        for path in &part.texts {
            let text = read_text(path)?.replace("\r\n", "\n").trim_end().to_owned();
            texts.entry(text).or_default().push(format!("{} {}", part.name, part.version));
        }
    }
    let ours = source.join("LICENSE");
    let text = read_text(&ours)?.replace("\r\n", "\n").trim_end().to_owned();
    texts.entry(text).or_default().insert(0, format!("Cooperation Atlas {VERSION}"));
    // By who they belong to, not by their letters.
    let mut texts: Vec<_> = texts.into_iter().map(|(text, of)| (of, text)).collect();
    texts.sort();
    for (mut of, text) in texts {
        of.dedup();
        let _ = write!(out, "\n{}\n{}\n\n{text}\n", "=".repeat(80), of.join(", "));
    }
    Ok(out)
}

/// What is inside the script, sorted by name.
fn parts(source: &Path) -> Result<Vec<Part>> {
    let mut parts = crates(source)?;
    let compiler = told(Command::new("rustc").arg("-vV").current_dir(source))?;
    let release = compiler.lines().find_map(|line| line.strip_prefix("release: ")).unwrap_or_default();
    let other = |kind, name: &str, version: &str, licence: &str, texts| Part {
        kind,
        name: name.into(),
        version: version.into(),
        licence: licence.into(),
        sum: None,
        texts,
        needs: Vec::new(),
    };
    parts.push(other("library", "rust-std", release, "MIT OR Apache-2.0", Vec::new()));
    let cldr = source.join("src/messages/cldr");
    let plurals: Value =
        serde_json::from_str(&read_text(&cldr.join("plurals.json"))?).map_err(|error| error.to_string())?;
    let version = plurals["supplemental"]["version"]["_cldrVersion"].as_str().unwrap_or("unknown");
    parts.push(other("data", "cldr-plurals", version, "Unicode-3.0", vec![cldr.join("LICENSE")]));
    let package: Value = serde_json::from_str(PACKAGE).map_err(|error| error.to_string())?;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let licence = text(&package["licenses"][0]["name"]);
    parts.push(other("data", &text(&package["name"]), &text(&package["version"]), &licence, Vec::new()));
    parts.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    Ok(parts)
}

/// The crates of others that are linked into the module.
fn crates(source: &Path) -> Result<Vec<Part>> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["metadata", "--format-version", "1", "--locked", "--no-default-features", "--features", "app"]);
    cargo.args(["--filter-platform", "wasm32-unknown-unknown"]).current_dir(source);
    let metadata: Value =
        serde_json::from_str(&told(&mut cargo)?).map_err(|error| format!("cargo metadata: {error}"))?;
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let packages: BTreeMap<String, Value> =
        list(&metadata["packages"]).into_iter().map(|package| (text(&package["id"]), package)).collect();
    let found = linked(source)?;
    let ids: BTreeMap<&str, (String, String)> = packages
        .iter()
        .map(|(id, package)| (id.as_str(), (text(&package["name"]), text(&package["version"]))))
        .filter(|(_, part)| found.contains(part))
        .collect();
    let mut needs: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for node in list(&metadata["resolve"]["nodes"]) {
        let deps = list(&node["deps"]);
        let parts = deps.iter().filter_map(|dep| ids.get(dep["pkg"].as_str()?));
        let parts: BTreeSet<String> = parts.map(|(name, version)| format!("pkg:cargo/{name}@{version}")).collect();
        needs.insert(text(&node["id"]), parts.into_iter().collect());
    }
    let lock = read_text(&source.join("Cargo.lock"))?;
    let of_others = |id: &str| packages.get(id).is_some_and(|package| !package["source"].is_null());
    let mut parts = Vec::new();
    for (id, (name, version)) in ids.iter().filter(|(id, _)| of_others(id)) {
        let package = &packages[*id];
        parts.push(Part {
            kind: "library",
            sum: sum_in(&lock, name, version),
            licence: text(&package["license"]).replace(" / ", " OR ").replace('/', " OR "),
            texts: licences(Path::new(&text(&package["manifest_path"])))?,
            needs: needs.remove(*id).unwrap_or_default(),
            name: name.clone(),
            version: version.clone(),
        });
    }
    Ok(parts)
}

/// The names and versions of the crates that are linked into the module. Cargo's tree alone leaves out what only builds them,
/// which is compiled for another machine.
fn linked(source: &Path) -> Result<BTreeSet<(String, String)>> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args([
        "tree",
        "--locked",
        "--no-default-features",
        "--features",
        "app",
        "--target",
        "wasm32-unknown-unknown",
    ]);
    cargo.args(["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"]).current_dir(source);
    let tree = told(&mut cargo)?;
    let part = |line: &str| {
        let (name, version) = line.split_once(" v")?;
        Some((name.to_owned(), version.split(' ').next()?.to_owned()))
    };
    Ok(tree.lines().filter_map(part).collect())
}

/// The checksum of a package in `Cargo.lock`.
fn sum_in(lock: &str, name: &str, version: &str) -> Option<String> {
    let head = format!("name = \"{name}\"\nversion = \"{version}\"\n");
    let package = lock.split("[[package]]\n").find(|package| package.starts_with(&head))?;
    let line = package.lines().find_map(|line| line.strip_prefix("checksum = \""))?;
    Some(line.trim_end_matches('"').to_owned())
}

/// The files of a crate that are licences or notices, by name.
fn licences(manifest: &Path) -> Result<Vec<PathBuf>> {
    let folder = manifest.parent().unwrap_or(manifest);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| at(folder, error))? {
        let path = entry.map_err(|error| at(folder, error))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        let is_licence = ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"];
        if path.is_file() && is_licence.iter().any(|start| name.starts_with(start)) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// What a program writes.
fn told(command: &mut Command) -> Result<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| format!("`{name}`: {error}"))?;
    if !output.status.success() {
        return Err(format!("`{name}`: {}", String::from_utf8_lossy(&output.stderr)));
    }
    String::from_utf8(output.stdout).map_err(|error| format!("`{name}`: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_are_what_is_linked_and_nothing_that_only_compiles() {
        let parts = parts(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        let names: Vec<&str> = parts.iter().map(|part| part.name.as_str()).collect();
        for name in ["yew", "wasm-bindgen", "web-sys", "rust-std", "cldr-plurals"] {
            assert!(names.contains(&name), "{name} is not in {names:?}");
        }
        for name in
            ["syn", "yew-macro", "brotli", "chrono", "csv", "fluent-syntax", "postcard", "proptest", "atlas-core"]
        {
            assert!(!names.contains(&name), "{name} is in no script");
        }
        for part in &parts {
            assert!(!part.licence.is_empty() && !part.version.is_empty(), "{}", part.name);
            assert!(
                part.kind == "data" || part.name == "rust-std" || part.sum.as_ref().is_some_and(|sum| sum.len() == 64)
            );
        }
    }

    #[test]
    fn each_licence_stands_in_the_notices_once() {
        let source = Path::new(env!("CARGO_MANIFEST_DIR"));
        let notices = notices(&parts(source).unwrap(), source).unwrap();
        assert!(notices.contains("  yew 0.23.0: MIT OR Apache-2.0\n"), "{notices}");
        assert!(notices.contains("UNICODE LICENSE V3"));
        let texts: Vec<&str> = notices.split(&"=".repeat(80)).skip(1).collect();
        let bare = |text: &&str| text.splitn(4, '\n').nth(3).unwrap().to_owned();
        assert_eq!(texts.iter().map(bare).collect::<BTreeSet<_>>().len(), texts.len());
        let ours = read_text(&source.join("LICENSE")).unwrap();
        assert!(texts.iter().any(|text| text.contains("Cooperation Atlas") && bare(text).trim() == ours.trim()));
    }
}
