//! From what Trunk built to the files of `dist/`.
//!
//! Owns the packing: the self-contained script, the single files, the pages, what readers follow the data by, the data package,
//! what pages need without a network, the list of parts with their licences, the checksums, and the report on sizes. Leaves the building to Trunk, which calls this last (see `Trunk.toml`),
//! and what the script does to `host/element.js`. Each output is one function of [`Build`]; the functions run in the order
//! in which they stand, and the checksums of all come last.

mod address;
mod checksums;
pub mod conformance;
mod dcat;
pub mod follow;
pub mod glue;
mod json_ld;
mod kinds;
mod metadata;
mod minify;
mod names;
pub mod offline;
mod pages;
mod panics;
mod parts;
pub mod prerender;
mod printable;
pub mod release;
pub mod script;
pub mod single;
pub mod site;
pub mod sizes;
mod streams;
pub mod studio;
mod style;
mod unread;

use crate::builtin::BUILTIN;
use atlas_core::locale::Locale;
use atlas_core::model::Dataset;
use atlas_core::packed;
use minify::Programs;
use single::Single;
use std::fs;
use std::path::{Path, PathBuf};
use style::Style;

/// What went wrong, with the file it is about.
pub type Result<T> = std::result::Result<T, String>;

/// The script that is the whole embed.
pub const SCRIPT: &str = "cooperation-atlas.js";

/// The description of the tables, for what is not compiled in: licence and files.
const PACKAGE: &str = include_str!("../data/datapackage.json");

/// What Trunk leaves for the packing, and what may not be published.
const GLUE: &str = "widget.js";
const WASM: &str = "widget_bg.wasm";

/// One build, as Trunk describes it to its hooks.
pub struct Build {
    /// The folder of the repository.
    pub source: PathBuf,
    /// The folder in which Trunk collects what will be `dist/`.
    pub staging: PathBuf,
    /// Where it will stand.
    site: site::Site,
}

impl Build {
    /// The build whose hook this process is; an error if Trunk did not start it.
    pub fn from_trunk() -> Result<Build> {
        let var = |name: &str| {
            std::env::var(name)
                .map_err(|_| format!("{name}: not set; `bundle` is Trunk's hook, run `cargo xtask build`"))
        };
        Ok(Build {
            source: var("TRUNK_SOURCE_DIR")?.into(),
            staging: var("TRUNK_STAGING_DIR")?.into(),
            site: site::Site::from_environment()?,
        })
    }

    /// Makes every file of `dist/`.
    pub fn run(&self) -> Result<()> {
        let (programs, style) = (Programs::of_build(), Style::new()?);
        let template = single::template(&programs)?;
        let script = self.script(&programs, &style, &template)?;
        self.single(&script, &style, template, &programs)?;
        self.pages(&style.base)?;
        self.follow()?;
        self.data_package()?;
        self.clean()?;
        self.offline(&programs)?;
        self.parts()?;
        self.checksums()
    }

    /// The script, which is what all others hold or load.
    fn script(&self, programs: &Programs, style: &Style, copy: &str) -> Result<String> {
        let glue = glue::function(&read_text(&self.staging.join(GLUE))?)?;
        let wasm = programs.module(&self.staging.join(WASM))?;
        let (wasm, glue) = names::shorten(&wasm, &glue::of_module(&glue, &wasm)?)?;
        let script = script::assemble(&script::Parts { glue, wasm, style, copy }, programs)?;
        write(&self.staging.join(SCRIPT), script.as_bytes())?;
        Ok(script)
    }

    /// One single file for each language, and the studio; none while `cargo xtask serve` builds on every change, since packing takes seconds.
    fn single(&self, script: &str, style: &Style, template: String, programs: &Programs) -> Result<()> {
        if !self.site.offline {
            return Ok(());
        }
        let single = Single::new(script, template, style)?;
        for locale in Locale::ALL {
            let page = prerender::Static::render(locale, 1, None)?;
            self.write_below(&address::path(locale, single::FILE), &single.page(&page, None))?;
        }
        self.studio(single.code(), programs)
    }

    /// The studio, which has the same script inside.
    fn studio(&self, code: &str, programs: &Programs) -> Result<()> {
        let glue = read_text(&self.staging.join(studio::GLUE))?;
        let wasm = programs.large_module(&self.staging.join(studio::WASM))?;
        let page = studio::page(&studio::Parts { glue: &glue, wasm: &wasm, code, source: &self.source }, programs)?;
        write(&self.staging.join(studio::FILE), page.as_bytes())
    }

    /// The pages, from the one that Trunk has read.
    fn pages(&self, style: &str) -> Result<()> {
        let template = read_text(&self.staging.join(address::PAGE))?;
        for (path, text) in pages::all(&template, style, &self.site)? {
            self.write_below(&path, &text)?;
        }
        for (name, text) in metadata::files(&self.site)? {
            write(&self.staging.join(name), text.as_bytes())?;
        }
        write(&self.staging.join(metadata::CARD), include_bytes!("card.png"))?;
        write(&self.staging.join(pages::FRAME), include_bytes!("frame.js"))
    }

    /// Calendar and feed.
    fn follow(&self) -> Result<()> {
        follow::files(&self.site)?.iter().try_for_each(|(path, text)| self.write_below(path, text))
    }

    /// The tables as they are, for anybody's tools, and their description for catalogues.
    fn data_package(&self) -> Result<()> {
        let to = self.staging.join("datapackage");
        fs::create_dir_all(&to).map_err(|error| at(&to, error))?;
        for file in files(&self.source.join("src/data"))? {
            if let Some(name) = file.file_name() {
                write(&to.join(name), &read(&file)?)?;
            }
        }
        write(&to.join(dcat::FILE), dcat::dcat(&self.site)?.as_bytes())
    }

    /// Takes away what is inside the script now, and objects to what cannot be inside it.
    fn clean(&self) -> Result<()> {
        for name in [GLUE, WASM, studio::GLUE, studio::WASM] {
            let path = self.staging.join(name);
            fs::remove_file(&path).map_err(|error| at(&path, error))?;
        }
        let snippets = self.staging.join("snippets");
        if snippets.exists() {
            return Err(at(&snippets, "JavaScript beside the glue; expected none, since the script must be one file"));
        }
        Ok(())
    }

    /// What the standalone pages need to open without a network. The worker has the checksums of the pages.
    fn offline(&self, programs: &Programs) -> Result<()> {
        if !self.site.offline {
            return Ok(());
        }
        let page = prerender::Static::render(Locale::ENGLISH, 1, None)?;
        for (name, bytes) in offline::files(&page.title, &page.description) {
            write(&self.staging.join(name), &bytes)?;
        }
        for name in [offline::REGISTER, offline::END] {
            let path = self.staging.join(name);
            write(&path, programs.script(&read_text(&path)?)?.as_bytes())?;
        }
        let worker = programs.script(&offline::worker(&self.staging)?)?;
        write(&self.staging.join(offline::WORKER), worker.as_bytes())
    }

    /// What is inside the script, and under which licences.
    fn parts(&self) -> Result<()> {
        if !self.site.offline {
            return Ok(());
        }
        let files = parts::files(&self.source, &self.staging)?;
        files.iter().try_for_each(|(name, text)| write(&self.staging.join(name), text.as_bytes()))
    }

    /// The checksums of all of it.
    fn checksums(&self) -> Result<()> {
        write(&self.staging.join(checksums::FILE), checksums::list(&self.staging)?.as_bytes())
    }

    /// Writes a file and the folders that it lies in.
    fn write_below(&self, path: &str, text: &str) -> Result<()> {
        let path = self.staging.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|error| at(folder, error))?;
        }
        write(&path, text.as_bytes())
    }
}

/// The dataset that is compiled in.
fn dataset() -> Result<Dataset> {
    packed::read(BUILTIN).map_err(|error| format!("the dataset that is compiled in: {error}"))
}

/// The files under a folder, sorted by path, so that every machine makes the same output; none where there is no folder.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if folder.is_dir() {
        for entry in fs::read_dir(folder).map_err(|error| at(folder, error))? {
            let path = entry.map_err(|error| at(folder, error))?.path();
            if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|error| at(path, error))
}

fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| at(path, error))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).map_err(|error| at(path, error))
}

fn at(path: &Path, what: impl std::fmt::Display) -> String {
    format!("{}: {what}", path.display())
}
