//! The single file: a page with its static view, its script and, if it shows another, its dataset inside.
//!
//! Its template is `host/copy.html`, with which a running atlas saves copies, too.

use super::prerender::Static;
use super::style::Style;
use super::{Result, SCRIPT, minify, script};
use atlas_core::export::escaped;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use minify::Programs;
use std::collections::BTreeMap;

/// The name in `dist/`.
pub const FILE: &str = "cooperation-atlas-standalone.html";

/// The page whose frame single files have, too.
const PAGE: &str = include_str!("../../index.html");

/// What the single files of a script have in common.
pub struct Single {
    template: String,
    style: String,
    /// The script, compressed.
    code: String,
}

impl Single {
    /// For a script of this release.
    pub fn new(script: &str, template: String, style: &Style) -> Result<Single> {
        let mut code = Vec::new();
        zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, script.as_bytes(), &mut code)
            .map_err(|error| error.to_string())?;
        Ok(Single { template, style: style.base.clone(), code: BASE64_STANDARD.encode(code) })
    }

    /// For the text of a file, which may not be such a script.
    pub fn of_file(script: &str) -> Result<Single> {
        if !script.starts_with(&script::head()) {
            return Err(format!("{SCRIPT}: expected a script of this version, {}", env!("CARGO_PKG_VERSION")));
        }
        Single::new(script, template(&Programs::none())?, &Style::new()?)
    }

    /// The script, as single files have it.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The file of a static view, with this dataset inside, or with the one of the script.
    pub fn page(&self, page: &Static, dataset: Option<&[u8]>) -> String {
        let lang = page.locale.tag();
        let (mut src, mut data) = ("", String::new());
        if let Some(bytes) = dataset {
            src = " src=\"#cooperation-atlas-data\"";
            let text = BASE64_STANDARD.encode(bytes);
            data = format!("<script type=\"text/plain\" id=\"cooperation-atlas-data\">{text}</script>\n");
        }
        let html = &page.html;
        let atlas = format!(
            "<cooperation-atlas lang=\"{lang}\" heading-level=\"1\" url-state=\"fragment\"{src}>\n{html}\n</cooperation-atlas>"
        );
        let values = [
            ("lang", lang),
            ("title", &escaped(&page.title)),
            ("style", &self.style),
            ("atlas", &atlas),
            ("data", &data),
            ("code", &self.code),
        ];
        fill(&self.template, &BTreeMap::from(values))
    }
}

/// The template with the frame of the standalone page and the loader in it.
pub fn template(programs: &Programs) -> Result<String> {
    let frame = PAGE.split_once("<style>").and_then(|(_, rest)| rest.split_once("</style>"));
    let (frame, _) = frame.ok_or("index.html: no <style> in it")?;
    let (frame, loader) = (minify::style(frame)?, programs.script(include_str!("../host/loader.js"))?);
    Ok(fill(include_str!("../host/copy.html"), &BTreeMap::from([("frame", &*frame), ("loader", &loader)])))
}

/// A template with its places, as `%name%`, filled in once: what is filled in may look like a place itself.
pub fn fill(template: &str, values: &BTreeMap<&str, &str>) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('%') {
        out.push_str(before);
        let place = after.split_once('%').and_then(|(name, after)| Some((values.get(name)?, after)));
        rest = match place {
            Some((value, after)) => {
                out.push_str(value);
                after
            }
            None => {
                out.push('%');
                after
            }
        };
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_in_once() {
        let values = BTreeMap::from([("a", "%b%"), ("b", "2")]);
        assert_eq!(fill("%a% %b% 100% %c%", &values), "%b% 2 100% %c%");
    }

    #[test]
    fn the_template_has_the_frame_of_the_page_and_every_place() {
        let template = template(&Programs::none()).unwrap();
        assert!(template.contains("@page{size:A4 landscape;"), "{template}");
        for name in ["lang", "title", "style", "atlas", "data", "code"] {
            assert_eq!(template.matches(&format!("%{name}%")).count(), 1, "{name}");
        }
    }
}
