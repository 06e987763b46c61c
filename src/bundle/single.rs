//! The single file: a page with its static view, its script and, if it shows another, its dataset inside.
//!
//! Everything it is made of stands in `cooperation-atlas.js`: the template (`host/copy.html`, with which a running atlas
//! saves copies, too), the style, and the script itself. So a dataset can be packed without anything else at hand.

use super::prerender::Static;
use super::script::read_literal;
use super::{Result, SCRIPT, dense, squeeze};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use std::collections::BTreeMap;

/// The name in `dist/`.
pub const FILE: &str = "cooperation-atlas-standalone.html";

/// A script as single files hold it.
pub fn pack(script: &str) -> Result<String> {
    let mut code = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, script.as_bytes(), &mut code)
        .map_err(|error| error.to_string())?;
    Ok(dense::encode(&code))
}

/// The single file in a language, with this dataset inside, or with the one of the script; `code` is the script packed.
pub fn page(script: &str, code: &str, page: &Static, dataset: Option<&[u8]>) -> Result<String> {
    let part = |name| {
        read_literal(script, name)
            .ok_or_else(|| format!("{SCRIPT}: no `{name}` in it; expected a script of this version"))
    };
    let lang = page.locale.tag();
    let mut attributes = format!("lang=\"{lang}\" heading-level=\"1\" url-state=\"fragment\"");
    let mut data = String::new();
    if let Some(bytes) = dataset {
        attributes += " src=\"#cooperation-atlas-data\"";
        data = format!(
            "<script type=\"text/plain\" id=\"cooperation-atlas-data\">{}</script>\n",
            BASE64_STANDARD.encode(bytes)
        );
    }
    let values = BTreeMap::from([
        ("lang", lang.to_owned()),
        ("title", escape(&page.title)),
        ("style", part("style")?),
        ("attributes", attributes),
        ("content", squeeze::markup(&page.html)),
        ("data", data),
        ("code", code.to_owned()),
    ]);
    Ok(fill(&part("copy")?, &values))
}

/// The template as the script holds it: the frame of the standalone page and the loader are in it already.
pub fn template(page: &str) -> Result<String> {
    let frame = page.split_once("<style>").and_then(|(_, rest)| rest.split_once("</style>"));
    let (frame, _) = frame.ok_or("index.html: no <style> in it")?;
    let loader = squeeze::script(include_str!("../host/loader.js"));
    let values = BTreeMap::from([("frame", squeeze::style(frame)), ("loader", loader)]);
    Ok(fill(include_str!("../host/copy.html"), &values))
}

/// A template with its places, as `%name%`, filled in once: what is filled in may look like a place itself.
fn fill(template: &str, values: &BTreeMap<&str, String>) -> String {
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

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_in_once() {
        let values = BTreeMap::from([("a", "%b%".to_owned()), ("b", "2".to_owned())]);
        assert_eq!(fill("%a% %b% 100% %c%", &values), "%b% 2 100% %c%");
    }

    #[test]
    fn the_template_has_the_frame_of_the_page_and_every_place() {
        let template = template("<head><style>\nbody { margin: 0 }\n</style><style>other</style></head>").unwrap();
        assert!(template.contains("<style>body{margin:0}</style>"));
        for name in ["lang", "title", "style", "attributes", "content", "data", "code"] {
            assert_eq!(template.matches(&format!("%{name}%")).count(), 1, "{name}");
        }
    }
}
