//! A release as it is handed over: `dist/` with each text file compressed beside itself, the program `atlas`, what content
//! management systems take, the papers, and the checksums of all of it, in one archive.
//!
//! Nothing in it knows a clock or who made it: the same commit gives the same archive.

use super::{Result, at, checksums, files, parts, read, read_text, write};
use flate2::{Compression, GzBuilder};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The endings of files that are text, which servers send compressed.
const TEXTS: [&str; 13] =
    ["atom", "css", "csv", "html", "ics", "js", "json", "jsonld", "md", "svg", "txt", "webmanifest", "xml"];

/// The papers, from the folder of the repository.
const PAPERS: [&str; 6] = ["LICENSE", "README.md", "SECURITY.md", "PRIVACY.md", "HOSTING.md", "CITATION.cff"];

/// What a package for npm has besides its own files.
const NPM: [&str; 3] = ["package.json", "README.md", "custom-elements.json"];

/// A release on its way.
pub struct Release<'a> {
    /// The folder of the repository.
    pub source: &'a Path,
    /// The release build.
    pub dist: &'a Path,
    /// The program.
    pub program: &'a Path,
}

impl Release<'_> {
    /// Lays it out in a folder, `cooperation-atlas-VERSION` below this one, and beside it the archive and the folder of the
    /// package for npm; returns the path of the archive.
    pub fn make(&self, to: &Path) -> Result<PathBuf> {
        let name = format!("cooperation-atlas-{VERSION}");
        let folder = to.join(&name);
        for made in [&folder, &to.join("npm")] {
            if made.exists() {
                fs::remove_dir_all(made).map_err(|error| at(made, error))?;
            }
        }
        copy(self.dist, &folder.join("dist"))?;
        compress(&folder.join("dist"))?;
        let program = self.program.file_name().ok_or_else(|| at(self.program, "expected a file"))?;
        put(&folder.join(program), &read(self.program)?)?;
        for paper in PAPERS {
            put(&folder.join(paper), &read(&self.source.join(paper))?)?;
        }
        copy(&self.source.join("src/bundle/papers"), &folder.join("accessibility"))?;
        let (notes, upgrade) = notes(&read_text(&self.source.join("CHANGELOG.md"))?)?;
        put(&folder.join("NOTES.md"), notes.as_bytes())?;
        put(&folder.join("UPGRADE.md"), upgrade.as_bytes())?;
        for file in [parts::LIST, parts::NOTICES] {
            put(&folder.join(file), &read(&self.dist.join(file))?)?;
        }
        self.cms(&folder)?;
        self.npm(&to.join("npm"))?;
        put(&folder.join(checksums::FILE), checksums::list(&folder)?.as_bytes())?;
        let archive = to.join(format!("{name}.tar.gz"));
        write(&archive, &packed(&folder, &name, program.to_string_lossy().as_ref())?)?;
        Ok(archive)
    }

    /// The plugin for WordPress, and the includes for Hugo and Jekyll.
    fn cms(&self, folder: &Path) -> Result<()> {
        let from = self.source.join("src/bundle/cms");
        let plugin = folder.join("wordpress/cooperation-atlas");
        for file in files(&from.join("wordpress"))? {
            let name = file.file_name().unwrap_or_default();
            put(&plugin.join(name), read_text(&file)?.replace("%version%", VERSION).as_bytes())?;
        }
        for file in [super::SCRIPT, "fallback.html", parts::NOTICES] {
            put(&plugin.join(file), &read(&self.dist.join(file))?)?;
        }
        let name = "cooperation-atlas.html";
        put(&folder.join("hugo/layouts/shortcodes").join(name), &read(&from.join("hugo.html"))?)?;
        put(&folder.join("jekyll/_includes").join(name), &read(&from.join("jekyll.html"))?)
    }

    /// The folder of the package for npm.
    fn npm(&self, folder: &Path) -> Result<()> {
        let from = self.source.join("src/bundle/npm");
        for file in NPM.iter().chain(&["index.js", "index.d.ts"]) {
            put(&folder.join(file), read_text(&from.join(file))?.replace("%version%", VERSION).as_bytes())?;
        }
        for file in [parts::LIST, parts::NOTICES] {
            put(&folder.join(file), &read(&self.dist.join(file))?)?;
        }
        put(&folder.join("LICENSE"), &read(&self.source.join("LICENSE"))?)?;
        copy(self.dist, &folder.join("dist"))
    }
}

/// Writes a file, and the folders that it lies in.
fn put(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| at(folder, error))?;
    }
    write(path, bytes)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for file in files(from)? {
        let path = file.strip_prefix(from).map_err(|error| at(&file, error))?;
        put(&to.join(path), &read(&file)?)?;
    }
    Ok(())
}

/// Puts `FILE.br` and `FILE.gz` beside each text file.
pub fn compress(folder: &Path) -> Result<()> {
    for file in files(folder)? {
        let is_text = file.extension().is_some_and(|end| TEXTS.iter().any(|text| end == *text));
        if !is_text {
            continue;
        }
        let bytes = read(&file)?;
        let beside = |end: &str| PathBuf::from(format!("{}.{end}", file.display()));
        write(&beside("br"), &super::sizes::brotli_of(&bytes).map_err(|error| at(&file, error))?)?;
        let mut gzip = Vec::new();
        zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, &bytes[..], &mut gzip)
            .map_err(|error| at(&file, error))?;
        write(&beside("gz"), &gzip)?;
    }
    Ok(())
}

/// The part of the changelog on this version, and of that what those have to do who embed.
fn notes(changelog: &str) -> Result<(String, String)> {
    let missing = |what: &str| format!("CHANGELOG.md: expected a section {what}");
    let head = format!("\n## {VERSION}");
    let (_, rest) = changelog.split_once(&head).ok_or_else(|| missing(&head))?;
    let section = rest.split_once("\n## ").map_or(rest, |(section, _)| section);
    let (_, body) = section.split_once('\n').ok_or_else(|| missing("with text"))?;
    let (_, upgrade) =
        body.split_once("\n### Upgrading\n").ok_or_else(|| missing("`### Upgrading` of this version"))?;
    let upgrade = upgrade.split_once("\n### ").map_or(upgrade, |(upgrade, _)| upgrade);
    let text = |title: &str, body: &str| format!("# Cooperation Atlas {VERSION}{title}\n\n{}\n", body.trim());
    Ok((text("", body), text(": for those who embed it", upgrade)))
}

/// A folder as an archive, in the order of the names; the program can be run.
fn packed(folder: &Path, name: &str, program: &str) -> Result<Vec<u8>> {
    let mut archive = tar::Builder::new(GzBuilder::new().mtime(0).write(Vec::new(), Compression::best()));
    for file in files(folder)? {
        let path = file.strip_prefix(folder).map_err(|error| at(&file, error))?;
        let bytes = read(&file)?;
        let mut header = tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_mode(if path == Path::new(program) { 0o755 } else { 0o644 });
        // The year 2000: some programs take the first second of 1970 for an error.
        header.set_mtime(946_684_800);
        archive.append_data(&mut header, Path::new(name).join(path), &bytes[..]).map_err(|error| at(&file, error))?;
    }
    let mut gzip = archive.into_inner().map_err(|error| error.to_string())?;
    gzip.flush().and_then(|()| gzip.finish()).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_package_for_npm_names_what_the_readme_does() {
        let source = Path::new(env!("CARGO_MANIFEST_DIR"));
        let (readme, types) = (read_text(&source.join("README.md")).unwrap(), include_str!("npm/index.d.ts"));
        let manifest: serde_json::Value = serde_json::from_str(include_str!("npm/custom-elements.json")).unwrap();
        let element = &manifest["modules"][0]["declarations"][0];
        let names = |list: &str| -> Vec<String> {
            let rows = element[list].as_array().unwrap().iter();
            rows.map(|row| row["name"].as_str().unwrap().to_owned()).collect()
        };
        let script = include_str!("../host/element.js");
        let (_, observed) = script.split_once("observedAttributes = [...FORWARDED, ").unwrap();
        let (_, forwarded) = script.split_once("FORWARDED = [").unwrap();
        let observed = [observed, forwarded].map(|list| list.split(']').next().unwrap()).join(", ");
        let mut observed: Vec<&str> = observed.split(", ").map(|name| name.trim_matches('"')).collect();
        let mut attributes = names("attributes");
        observed.sort();
        attributes.sort();
        assert_eq!(attributes, observed);
        for name in [names("attributes"), names("events"), names("cssParts")].concat() {
            assert!(readme.contains(&format!("`{name}`")), "{name}");
        }
        for name in names("events") {
            assert!(types.contains(&format!("\"{name}\": CustomEvent")), "{name}");
        }
        // Hues are told as `--atlas-hue-0` to `--atlas-hue-5`.
        for name in names("cssProperties").iter().filter(|name| !name.contains("hue")) {
            assert!(readme.contains(name.as_str()), "{name}");
        }
        let (_, codes) = readme.split_once("The codes: ").unwrap();
        let (codes, _) = codes.split_once(". A dataset").unwrap();
        for code in codes.split('`').skip(1).step_by(2) {
            assert!(types.contains(&format!("| \"{code}\"")), "{code}");
        }
        for format in atlas_core::taking::Format::TEXTS {
            assert!(types.contains(&format!("| \"{}\"", format.name())), "{}", format.name());
        }
    }

    #[test]
    fn the_notes_are_those_of_this_version() {
        let other = "# Changelog\n\n## 9.9.9\n\nLater.\n";
        let section =
            format!("{other}\n## {VERSION} – today\n\n### Added\n- a\n\n### Upgrading\n- b\n\n## 0.0.1\n- c\n");
        let (notes, upgrade) = notes(&section).unwrap();
        assert!(notes.contains("- a") && notes.contains("- b") && !notes.contains("- c") && !notes.contains("Later"));
        assert!(upgrade.ends_with("for those who embed it\n\n- b\n"), "{upgrade}");
        assert!(super::notes(other).is_err());
    }

    #[test]
    fn the_changelog_has_notes_for_this_version() {
        notes(&read_text(&Path::new(env!("CARGO_MANIFEST_DIR")).join("CHANGELOG.md")).unwrap()).unwrap();
    }

    #[test]
    fn a_release_is_the_same_each_time_and_has_every_text_compressed() {
        let source = Path::new(env!("CARGO_MANIFEST_DIR"));
        let here = tempfile::tempdir().unwrap();
        let dist = here.path().join("dist");
        for name in [super::super::SCRIPT, "fallback.html", "ru/fallback.html", parts::LIST, parts::NOTICES, "card.png"]
        {
            put(&dist.join(name), name.repeat(100).as_bytes()).unwrap();
        }
        let program = here.path().join("atlas");
        put(&program, b"program").unwrap();
        let release = Release { source, dist: &dist, program: &program };
        let archive = release.make(&here.path().join("one")).unwrap();
        let again = release.make(&here.path().join("two")).unwrap();
        assert_eq!(read(&archive).unwrap(), read(&again).unwrap());

        let mut names = Vec::new();
        let bytes = read(&archive).unwrap();
        let mut unpacked = tar::Archive::new(flate2::read::GzDecoder::new(&bytes[..]));
        for entry in unpacked.entries().unwrap() {
            let entry = entry.unwrap();
            let path = entry.path().unwrap().to_string_lossy().into_owned();
            let path = path.strip_prefix(&format!("cooperation-atlas-{VERSION}/")).unwrap().to_owned();
            assert_eq!(entry.header().mode().unwrap(), if path == "atlas" { 0o755 } else { 0o644 });
            names.push(path);
        }
        for name in ["atlas", "checksums.txt", "NOTES.md", "UPGRADE.md", "SECURITY.md", "HOSTING.md", "dist/card.png"] {
            assert!(names.contains(&name.to_owned()), "{name} is not in {names:?}");
        }
        for name in ["dist/cooperation-atlas.js", "dist/ru/fallback.html"] {
            assert!(["", ".br", ".gz"].iter().all(|end| names.contains(&format!("{name}{end}"))), "{name}");
        }
        assert!(!names.contains(&"dist/card.png.br".to_owned()));
        let plugin = read_text(
            &here
                .path()
                .join(format!("one/cooperation-atlas-{VERSION}/wordpress/cooperation-atlas/cooperation-atlas.php")),
        );
        assert!(plugin.unwrap().contains(&format!("Version: {VERSION}\n")));
    }
}
