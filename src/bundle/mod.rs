//! From what Trunk built to the files of `dist/`.
//!
//! Owns the packing: one self-contained script, the data package, the checksums, and the report on sizes. Leaves the
//! building to Trunk, which calls this last (see `Trunk.toml`), and what the script does to `host/element.js`. Each
//! output is one function below; they run in the order in which they are written, since the checksums come last.

mod address;
mod checksums;
mod dense;
mod found;
mod glue;
pub mod offline;
mod pages;
pub mod prerender;
mod rename;
pub mod script;
mod shrink;
pub mod single;
mod site;
pub mod sizes;
mod squeeze;
mod style;
mod text;

use atlas_core::locale::Locale;
use shrink::Shrinkers;
use std::fs;
use std::path::{Path, PathBuf};
use style::Style;

/// What went wrong, with the file it is about.
pub type Result<T> = std::result::Result<T, String>;

/// The script that is the whole embed.
pub const SCRIPT: &str = "cooperation-atlas.js";

/// What Trunk leaves for the packing, and what may not be published.
const GLUE: &str = "widget.js";
const WASM: &str = "widget_bg.wasm";

/// The files of `host/` that make the element, in the order in which they are declared.
const ELEMENT: [&str; 10] = [
    "module.js",
    "page.js",
    "focus.js",
    "copy.js",
    "dress.js",
    "dataset.js",
    "address.js",
    "life.js",
    "effects.js",
    "element.js",
];

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
        self.script()?;
        self.single()?;
        self.pages()?;
        self.data_package()?;
        self.clean()?;
        self.offline()?;
        self.checksums()
    }

    fn script(&self) -> Result<()> {
        let shrinkers = Shrinkers::of_build();
        let glue = glue::function(&read_text(&self.staging.join(GLUE))?)?;
        let (wasm, glue) = rename::shorten(&shrinkers.module(&self.staging.join(WASM))?, &glue)?;
        let parts = script::Parts {
            glue,
            wasm,
            element: self.element()?,
            style: Style::collect(&self.source.join("src"))?,
            copy: single::template(&read_text(&self.staging.join(address::PAGE))?)?,
        };
        write(&self.staging.join(SCRIPT), script::assemble(&parts, &shrinkers)?.as_bytes())
    }

    /// What the element is made of.
    fn element(&self) -> Result<String> {
        let read = |name| read_text(&self.source.join("src/host").join(name));
        Ok(ELEMENT.map(read).into_iter().collect::<Result<Vec<_>>>()?.join("\n"))
    }

    /// One single file for each language; none while `cargo xtask serve` builds on every change, since packing takes seconds.
    fn single(&self) -> Result<()> {
        if !self.site.offline {
            return Ok(());
        }
        let script = read_text(&self.staging.join(SCRIPT))?;
        let code = single::pack(&script)?;
        for locale in Locale::ALL {
            let page = prerender::Static::render(locale, 1, None)?;
            self.write_below(&address::path(locale, single::FILE), &single::page(&script, &code, &page, None)?)?;
        }
        Ok(())
    }

    /// Writes a file and the folders that it lies in.
    fn write_below(&self, path: &str, text: &str) -> Result<()> {
        let path = self.staging.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|error| at(folder, error))?;
        }
        write(&path, text.as_bytes())
    }

    /// The pages, from the one that Trunk has read.
    fn pages(&self) -> Result<()> {
        let template = read_text(&self.staging.join(address::PAGE))?;
        let style = Style::collect(&self.source.join("src"))?.base;
        for (path, text) in pages::all(&template, &style, &self.site)? {
            self.write_below(&path, &text)?;
        }
        for (name, text) in found::files(&self.site)? {
            write(&self.staging.join(name), text.as_bytes())?;
        }
        write(&self.staging.join(found::CARD), include_bytes!("card.png"))?;
        write(&self.staging.join(pages::FRAME), include_bytes!("frame.js"))
    }

    /// What the standalone pages need to open without a network. The worker comes last: it has the others' checksums.
    fn offline(&self) -> Result<()> {
        if !self.site.offline {
            return Ok(());
        }
        let page = prerender::Static::render(Locale::ENGLISH, 1, None)?;
        for (name, bytes) in offline::files(&page.title, &page.description) {
            write(&self.staging.join(name), &bytes)?;
        }
        write(&self.staging.join(offline::WORKER), offline::worker(&self.staging)?.as_bytes())
    }

    /// The tables as they are, for anybody's tools.
    fn data_package(&self) -> Result<()> {
        let to = self.staging.join("datapackage");
        fs::create_dir_all(&to).map_err(|error| at(&to, error))?;
        for file in files(&self.source.join("src/data"))? {
            if let Some(name) = file.file_name() {
                write(&to.join(name), &read(&file)?)?;
            }
        }
        Ok(())
    }

    /// Takes away what is inside the script now, and objects to what cannot be inside it.
    fn clean(&self) -> Result<()> {
        for name in [GLUE, WASM] {
            let path = self.staging.join(name);
            fs::remove_file(&path).map_err(|error| at(&path, error))?;
        }
        let snippets = self.staging.join("snippets");
        if snippets.exists() {
            return Err(at(&snippets, "JavaScript beside the glue; expected none, since the script must be one file"));
        }
        Ok(())
    }

    fn checksums(&self) -> Result<()> {
        write(&self.staging.join(checksums::FILE), checksums::list(&self.staging)?.as_bytes())
    }
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
