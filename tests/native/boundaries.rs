//! What holds the boundaries bites: the dependencies of each part, and what Clippy refuses in it.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

/// The names under `[dependencies]` and its like in a manifest, but for those of tests.
fn dependencies(manifest: &str) -> BTreeSet<String> {
    let text = std::fs::read_to_string(manifest).unwrap();
    let mut names = BTreeSet::new();
    let mut counts = false;
    for line in text.lines() {
        if let Some(head) = line.strip_prefix('[') {
            counts = head.ends_with("dependencies]") && !head.contains("dev-");
        } else if counts && let Some((name, _)) = line.split_once(['=', '.', ' ']) {
            names.insert(name.trim_start_matches('#').to_owned());
        }
    }
    names.remove("");
    names
}

#[test]
fn each_part_depends_on_what_it_may_know() {
    for (manifest, expected) in [
        ("src/core/Cargo.toml", &["atlas-messages", "postcard", "serde"][..]),
        (
            "src/dataset/Cargo.toml",
            &["atlas-core", "atlas-messages", "csv", "fluent-bundle", "serde_json", "strsim", "unic-langid"],
        ),
        (
            "src/sheets/Cargo.toml",
            &[
                "atlas-core",
                "atlas-dataset",
                "calamine",
                "csv",
                "encoding_rs",
                "quick-xml",
                "rust_xlsxwriter",
                "serde_json",
                "zip",
            ],
        ),
        ("src/messages/Cargo.toml", &["fluent-syntax", "serde_json"]),
    ] {
        let found = dependencies(manifest);
        let expected: BTreeSet<String> = expected.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(found, expected, "{manifest}: a part that is to know more should say why here");
    }
}

/// What Clippy says of a source under the configuration of a folder, where crates named like the browser's lie beside it.
fn clippy(configuration: &str, source: &str, folder: &Path) -> Result<(), String> {
    std::fs::write(folder.join("seeded.rs"), source).unwrap();
    let mut command = Command::new("clippy-driver");
    command.args(["--edition=2024", "--crate-type=lib", "--emit=metadata", "-Dwarnings", "seeded.rs"]);
    command.args(["-L.", "--extern=web_sys", "--extern=js_sys"]);
    command.current_dir(folder).env("CLIPPY_CONF_DIR", Path::new(env!("CARGO_MANIFEST_DIR")).join(configuration));
    let output = command.output().expect("Clippy: rustup component add clippy");
    if output.status.success() { Ok(()) } else { Err(String::from_utf8(output.stderr).unwrap()) }
}

#[test]
fn clippy_refuses_what_a_part_must_not_know() {
    let folder = tempfile::tempdir().unwrap();
    for (name, stub) in [
        ("web_sys", "pub struct Window; pub fn window() -> Option<Window> { None }"),
        ("js_sys", "pub struct Date; impl Date { pub fn now() -> f64 { 0.0 } }"),
    ] {
        std::fs::write(folder.path().join("stub.rs"), stub).unwrap();
        let arguments = ["--edition=2024", "--crate-type=lib", "--crate-name", name, "stub.rs"];
        assert!(Command::new("rustc").args(arguments).current_dir(folder.path()).status().unwrap().success());
    }
    for (configuration, source, reason) in [
        (".", "pub fn view() { web_sys::window(); }", "what a browser has one of belongs to `host`"),
        (".", "pub fn view(_: web_sys::Window) {}", "what a browser has one of belongs to `host`"),
        (".", "pub fn layout() -> f64 { js_sys::Date::now() }", "today is passed in"),
        (".", "pub fn view() -> Option<Vec<u8>> { std::fs::read(\"a\").ok() }", "views read no files"),
        (".", "pub fn view() -> std::time::Instant { std::time::Instant::now() }", "the day is passed in"),
        ("src/core", "pub fn now() -> std::time::SystemTime { std::time::SystemTime::now() }", "the day is passed in"),
        (
            "src/core",
            "pub fn text() -> Option<String> { std::fs::read_to_string(\"a\").ok() }",
            "the core reads no files",
        ),
        (
            "src/core",
            "pub fn home() -> Option<String> { std::env::var(\"HOME\").ok() }",
            "the core has no surroundings",
        ),
    ] {
        let told = clippy(configuration, source, folder.path()).expect_err(source);
        assert!(told.contains(reason), "{source}: {told}");
    }
    for configuration in [".", "src/core"] {
        assert_eq!(clippy(configuration, "pub fn layout(x: u32) -> u32 { x + 1 }", folder.path()), Ok(()));
    }
}

#[test]
fn few_parts_are_exempt_from_what_clippy_refuses() {
    let mut exempt = Vec::new();
    let mut folders = vec![Path::new("src").to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let marks = std::fs::read_to_string(&path).unwrap().matches("allow(clippy::disallowed").count();
                exempt.extend((marks > 0).then(|| format!("{} {marks}", path.display())));
            }
        }
    }
    exempt.sort();
    let expected = [
        "src/bin/atlas/main.rs 1",
        "src/bin/xtask/main.rs 1",
        "src/build.rs 1",
        "src/core/build.rs 1",
        "src/dataset/bin/authors.rs 1",
        "src/dataset/lib.rs 1",
        // `bundle` and `host`.
        "src/lib.rs 2",
        "src/messages/lib.rs 1",
        "src/release/build.rs 1",
        // Its tests.
        "src/sheets/lib.rs 1",
        "src/studio/build.rs 1",
    ];
    assert_eq!(exempt, expected);
}
