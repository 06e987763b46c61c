//! `cooperation-atlas-studio.html`: the studio in one file, with its WebAssembly, the atlas's script and all its words inside.

use super::minify::{self, Programs};
use super::printable::{self, Of};
use super::single::fill;
use super::{Result, at};
use crate::locale::Locale;
use atlas_messages::texts;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::Path;

/// The name in `dist/`.
pub const FILE: &str = "cooperation-atlas-studio.html";

/// What Trunk leaves for it.
pub const GLUE: &str = "studio.js";
/// The same of its module.
pub const WASM: &str = "studio_bg.wasm";

/// The files of the page's script, in the order in which each may use what those before it declare.
const SCRIPT: [&str; 3] =
    [include_str!("../studio/reader.js"), include_str!("../studio/files.js"), include_str!("../studio/page.js")];

/// What goes into the page besides its own files.
pub struct Parts<'a> {
    /// wasm-bindgen's glue of the worker.
    pub glue: &'a str,
    /// The worker's module.
    pub wasm: &'a [u8],
    /// The atlas's script, as single files have it.
    pub code: &'a str,
    /// The folder of the sources.
    pub source: &'a Path,
}

/// The page.
pub fn page(parts: &Parts, programs: &Programs) -> Result<String> {
    let (key, module) = printable::encode(parts.wasm, Of::Code);
    let words = words(&parts.source.join("src/studio/locale"))?;
    let without = words[Locale::ENGLISH.tag()]["without-scripts"].as_str().unwrap_or_default().to_owned();
    let worker = programs.script(&[parts.glue, include_str!("../studio/worker.js")].join("\n"))?;
    let script = programs.script(&format!("{{\n{}\n}}", SCRIPT.join("\n")))?;
    let style = minify::style(include_str!("../studio/studio.css"))?;
    let texts = words.to_string();
    let loader = programs.script(include_str!("../host/loader.js"))?;
    for (name, text) in [("worker", &worker), ("script", &script), ("texts", &texts)] {
        if text.contains("</script") || text.contains("<!--") {
            return Err(at(Path::new(FILE), format!("`</script` or `<!--` in its {name}, which would end it")));
        }
    }
    let key = key.replace('&', "&amp;").replace('"', "&quot;");
    let values = [
        ("style", &*style),
        ("without", &without),
        ("code", parts.code),
        ("key", &key),
        ("module", &module),
        ("worker", &worker),
        ("texts", &texts),
        ("loader", &loader),
        ("script", &script),
    ];
    Ok(fill(include_str!("../studio/studio.html"), &BTreeMap::from(values)))
}

/// The page without the atlas's script.
pub fn own(page: &str) -> Option<String> {
    let (before, rest) = page.split_once("id=\"cooperation-atlas-code\">")?;
    let (_, after) = rest.split_once("</script>")?;
    Some([before, after].concat())
}

/// The words of the page, by language.
fn words(folder: &Path) -> Result<Value> {
    let all = texts::all(folder).map_err(|problems| problems.join("\n"))?;
    let language = |texts: Vec<(String, String)>| -> Value {
        texts.into_iter().map(|(id, text)| (id, Value::from(text.trim()))).collect::<Map<_, _>>().into()
    };
    Ok(all.into_iter().map(|(tag, texts)| (tag, language(texts))).collect::<Map<_, _>>().into())
}
