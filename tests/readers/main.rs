//! What readers take away, read by programs that others wrote: the files of the real `atlas export`, in both languages, and
//! those of the release build.
//!
//! `read.py` and `read.cjs` have a function for each check. `ATLAS_PYTHON` names the Python that has the packages for it,
//! `ATLAS_SCHEMAS` another, with what validates by JSON Schema, and `ATLAS_MODULES` the folder of Node's; `cargo xtask test`
//! installs them, and LibreOffice. `ATLAS_DIST` names the folder of the release build, `dist` if it is not set.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "tests have files and programs")]

mod dates;
#[path = "../native/folder.rs"]
#[allow(dead_code, reason = "the native tests use all of it")]
mod folder;
#[path = "../fuzz/dates.rs"]
#[allow(dead_code, reason = "the fuzzer checks them, too")]
mod inputs;
mod spectrum;

use folder::Folder;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;
use tempfile::TempDir;

/// What is exported, with its query and the name of the file.
const EXPORTS: [(&str, &str, &str); 16] = [
    ("cells.csv", "", "cells.csv"),
    ("instruments.csv", "", "instruments.csv"),
    ("events.csv", "", "events.csv"),
    ("activities.csv", "", "activities.csv"),
    ("ics", "", "events.ics"),
    ("ics", "state=not-yet-adopted", "empty.ics"),
    ("bib", "", "view.bib"),
    ("ris", "", "view.ris"),
    ("csl.json", "", "view.json"),
    ("bib", "select=instrument:poc-2019", "programme.bib"),
    ("ris", "select=instrument:poc-2019", "programme.ris"),
    ("csl.json", "select=instrument:poc-2019", "programme.json"),
    ("timeline.svg", "", "timeline.svg"),
    ("matrix.svg", "", "matrix.svg"),
    ("timeline-dark.svg", "since=2016-01-01", "since.svg"),
    ("matrix-dark.svg", "select=instrument:poc-2019", "selected.svg"),
];

/// A folder `en`, a folder `ru`, and in `hostile` what of a folder of tables a spreadsheet or a bibliography could misread.
static FILES: LazyLock<TempDir> = LazyLock::new(|| {
    let all = tempfile::tempdir().unwrap();
    for (name, source) in [("en", None), ("ru", None), ("hostile", Some(hostile().write()))] {
        let to = all.path().join(name);
        std::fs::create_dir(&to).unwrap();
        let lang = if name == "ru" { "ru" } else { "en" };
        for (format, query, file) in EXPORTS {
            let query = if source.is_some() { query.replace("poc-2019", "plan-2016") } else { query.to_owned() };
            let query = format!("{query}&lang={lang}&as-of=2026-11-24");
            let mut atlas = Command::new(env!("CARGO_BIN_EXE_atlas"));
            atlas.arg("export").arg(source.as_ref().map_or(Path::new("src/data"), TempDir::path));
            atlas.args(["--as", format, &query, "--today", "2026-11-24", "-o"]).arg(to.join(file));
            let output = atlas.output().unwrap();
            assert!(output.status.success(), "{format} {query}: {}", String::from_utf8_lossy(&output.stderr));
        }
        let source = source.as_ref().map_or(Path::new("src/data"), TempDir::path);
        let (done, told) = atlas(&["pack".as_ref(), source.as_ref(), "-o".as_ref(), to.join("set.zip").as_ref()]);
        assert!(done, "{told}");
    }
    all
});

/// Formulas, dates of every precision, and letters that mean something to BibTeX.
fn hostile() -> Folder {
    let mut folder = Folder::new()
        .replace("coverage.csv", "covered,,", "covered,\"=HYPERLINK(\"\"https://example.org\"\";\"\"x\"\")\",@А")
        .replace("coverage.csv", "named-area,,", "named-area,+1,-2+3")
        .replace("datapackage.json", "\"Small\"", "\"50% of #1 & {a_b} ~ \\\\ Ü–я\"")
        .replace("events.csv", "They sign.", "\"They sign; here, there\"");
    for (at, date) in ["2019-09", "2016~", "201X", "2016-08-05?", "2018/..", "2016/2020", "2017%"].iter().enumerate() {
        let act = "agreed,2016,,,,,,,,,Plan,План,They agree the plan.,Они согласовали план.,plan-2016,,,,page,A1";
        folder = folder.row("events.csv", &format!("act-{at},east-west,{}", act.replacen("2016", date, 1)));
    }
    folder
}

/// What a command of the program says, and whether it was done.
fn atlas(arguments: &[&std::ffi::OsStr]) -> (bool, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_atlas")).args(arguments).output().unwrap();
    (output.status.success(), String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned())
}

/// The template with the shipped set, saved by LibreOffice as each kind of workbook, is the same set.
#[test]
fn workbooks_as_libreoffice_saves_them() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("set.xlsx");
    let (done, told) = atlas(&["new".as_ref(), "--filled".as_ref(), book.as_ref()]);
    assert!(done, "{told}");
    for kind in ["ods", "xlsx"] {
        let to = folder.path().join(kind);
        let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
        let mut office = Command::new("soffice");
        office.args(["--headless", &profile, "--convert-to", kind, "--outdir"]).arg(&to).arg(&book);
        assert!(office.output().unwrap().status.success());
        let saved = to.join(format!("set.{kind}"));
        let (done, told) = atlas(&["diff".as_ref(), "src/data".as_ref(), saved.as_ref()]);
        assert!(done && told.ends_with("No differences.\n"), "{kind}: {told}");
    }
}

fn run(program: &mut Command, check: &str) {
    let dist = std::env::var("ATLAS_DIST").unwrap_or_else(|_| "dist".into());
    let output = program.arg(check).arg(FILES.path()).arg(dist).output().unwrap();
    let told = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(output.status.success(), "{check}: {told}");
    println!("{told}");
}

fn by(python: &str, check: &str) {
    let python = std::env::var(python).expect("cargo xtask test --only readers");
    run(Command::new(python).arg("tests/readers/read.py"), check);
}

fn python(check: &str) {
    by("ATLAS_PYTHON", check);
}

fn schemas(check: &str) {
    by("ATLAS_SCHEMAS", check);
}

fn node(check: &str) {
    let modules = std::env::var("ATLAS_MODULES").expect("cargo xtask test --only readers");
    run(Command::new("node").env("NODE_PATH", modules).arg("tests/readers/read.cjs"), check);
}

/// A test for each check, named after what is read and by what.
macro_rules! checks {
    ($($reader:ident: $($check:ident)*;)*) => {$($(
        #[test]
        fn $check() {
            $reader(stringify!($check));
        }
    )*)*};
}

checks! {
    python: tables_by_csv tables_by_libreoffice calendar_by_icalendar bibtex_by_bibtexparser bibtex_by_pybtex ris_by_rispy
        csl_by_citeproc feed_by_feedparser json_ld_by_pyld catalogue_by_pyld citation_by_cffconvert;
    schemas: parts_by_cyclonedx packages_by_frictionless;
    node: calendar_by_ical_js bibtex_by_citation_js ris_by_citation_js csl_by_citation_js pictures_by_vnu;
}
