//! `cooperation-atlas.js`: one classic script with everything inside.
//!
//! It is ASCII, so that it survives a page of any encoding, and holds nothing that would end a `<script>` element early,
//! so that it can stand inside a page.

use super::prerender::{CONTROLS, WORDS};
use super::shrink::Shrinkers;
use super::style::Style;
use super::{Result, SCRIPT, text};
use std::fmt::Write as _;

/// How many bytes a `src` may have. They lie in the page, in the WebAssembly's memory, and there once more as records and
/// indexes of several times their size: with this many, half a gigabyte, which is what a tab may have on a phone. A
/// dataset with 100,000 activities, the largest that is aimed at, has a tenth of that.
pub const LARGEST_DATASET: u64 = 64 << 20;

/// How many bytes a saved copy may have: the largest dataset as base64 (four letters for three bytes), the script, and a
/// static view of some megabytes. What is larger would be written without complaint, and not be opened by any browser
/// for minutes.
pub const LARGEST_COPY: u64 = 96 << 20;

/// What goes into the script.
pub struct Parts {
    /// The expression of `glue::function`.
    pub glue: String,
    /// The module.
    pub wasm: Vec<u8>,
    /// The files of the element as they are written.
    pub element: String,
    /// The style sheets.
    pub style: Style,
    /// The template of copies, see `bundle/single.rs`.
    pub copy: String,
}

/// The script.
pub fn assemble(parts: &Parts, shrinkers: &Shrinkers) -> Result<String> {
    let (key, wasm) = text::encode(&parts.wasm);
    let code = shrinkers.script(&format!("const glue = {};\n{{\n{}\n}}", parts.glue, parts.element))?;
    let version = env!("CARGO_PKG_VERSION");
    let script = format!(
        "/*! Cooperation Atlas {version} | Apache-2.0 */\n(function whole() {{\n\"use strict\";\nconst version = \"{version}\", \
         largestDataset = {LARGEST_DATASET}, largestCopy = {LARGEST_COPY}, copy = {copy}, controls = {controls}, words = {words}, more = {more}, style = {style}, wasm = [\"{key}\", \"{wasm}\"];\n{code}\n}})();\n",
        copy = literal(&parts.copy),
        controls = literal(CONTROLS),
        words = literal(WORDS),
        more = literal(&parts.style.code),
        style = literal(&parts.style.base),
    );
    let foreign = script.lines().find(|line| !line.is_ascii() || line.contains("</script") || line.contains("<!--"));
    match foreign {
        Some(line) => Err(format!("{SCRIPT}: expected ASCII without `</script` and `<!--`, found: {line}")),
        None => Ok(script),
    }
}

/// A string that the script declares, as it was before it was written as a literal.
pub fn read_literal(script: &str, name: &str) -> Option<String> {
    let (_, rest) = script.split_once(&format!(" {name} = "))?;
    // What `literal` writes is JSON, too.
    serde_json::Deserializer::from_str(rest).into_iter().next()?.ok()
}

/// A string of JavaScript, in ASCII.
fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for unit in text.encode_utf16() {
        match u8::try_from(unit) {
            Ok(b'"') => out.push_str("\\\""),
            Ok(b'\\') => out.push_str("\\\\"),
            Ok(byte @ b' '..=b'~') if byte != b'<' => out.push(char::from(byte)),
            _ => {
                let _ = write!(out, "\\u{unit:04x}");
            }
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_are_ascii_and_end_no_script() {
        assert_eq!(literal("a\"b\\c\n</script>—😀"), r#""a\"b\\c\u000a\u003c/script>\u2014\ud83d\ude00""#);
    }

    #[test]
    fn a_literal_is_read_as_it_was_written() {
        let script = format!("const version = \"1\", style = {}, wasm = 1", literal("a\"b\\c\n<p>\u{2014}"));
        assert_eq!(read_literal(&script, "style").as_deref(), Some("a\"b\\c\n<p>\u{2014}"));
    }

    #[test]
    fn a_script_that_could_not_stand_in_a_page_is_refused() {
        let parts = |element: &str| Parts {
            glue: "guard => {}".into(),
            wasm: b"\0asm".to_vec(),
            element: element.into(),
            style: Style { base: "a{b:c}".into(), code: "d{e:f}".into() },
            copy: "%code%".into(),
        };
        let none = Shrinkers::none();
        assert!(assemble(&parts("glue();"), &none).is_ok());
        assert!(assemble(&parts("\"</script>\""), &none).is_err());
        assert!(assemble(&parts("\"é\""), &none).is_err());
    }
}
