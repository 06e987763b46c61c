//! `cooperation-atlas.js`: one classic script with everything inside.
//!
//! It is ASCII, so that it survives a page of any encoding, and holds nothing that would end a `<script>` element early,
//! so that it can stand inside a page.

use super::minify::Programs;
use super::style::Style;
use super::{Result, SCRIPT, streams};
use std::fmt::Write as _;

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// How many bytes a `src` may have. They lie in the page, in the WebAssembly's memory, and there once more as records and
/// indexes of several times their size: with this many, half a gigabyte, which is what a tab may have on a phone. A
/// dataset with 100,000 activities, the largest that is aimed at, has a tenth of that.
pub const LARGEST_DATASET: u64 = 64 << 20;

/// How many bytes a saved copy may have: the largest dataset as base64 (four letters for three bytes), the script, and a
/// static view of some megabytes. What is larger would be written without complaint, and not be opened by any browser
/// for minutes.
pub const LARGEST_COPY: u64 = 96 << 20;

/// The files of the element, in the order in which the script has them: each may use at once what those before it declare.
const ELEMENT: [&str; 11] = [
    include_str!("../host/module.js"),
    include_str!("../host/page.js"),
    include_str!("../host/focus.js"),
    include_str!("../host/copy.js"),
    include_str!("../host/dress.js"),
    include_str!("../host/dataset.js"),
    include_str!("../host/address.js"),
    include_str!("../host/life.js"),
    include_str!("../host/canvas.js"),
    include_str!("../host/effects.js"),
    include_str!("../host/element.js"),
];

/// What goes into the script besides the element.
pub struct Parts<'a> {
    /// The expression of `glue::function`.
    pub glue: String,
    /// The module.
    pub wasm: Vec<u8>,
    /// The style sheets.
    pub style: &'a Style,
    /// The template of copies, see `bundle/single.rs`.
    pub copy: &'a str,
}

/// The line with which the script begins.
pub fn head() -> String {
    format!("/*! Cooperation Atlas {VERSION} | Apache-2.0 */\n")
}

/// The script.
pub fn assemble(parts: &Parts, programs: &Programs) -> Result<String> {
    with_element(&ELEMENT.join("\n"), parts, programs)
}

fn with_element(element: &str, parts: &Parts, programs: &Programs) -> Result<String> {
    let (wasm, operands) = (streams::literal(&parts.wasm)?, streams::table());
    let code = programs.script(&format!("const glue = {};\n{{\n{element}\n}}", parts.glue))?;
    let script = format!(
        "{head}(function whole() {{\n\"use strict\";\nconst version = \"{VERSION}\", largestDataset = {LARGEST_DATASET}, \
         largestCopy = {LARGEST_COPY}, copy = {copy}, more = {more}, style = {style}, \
         operands = {operands}, wasm = {wasm};\n\
         {code}\n}})();\n",
        head = head(),
        copy = literal(parts.copy),
        more = literal(&parts.style.code),
        style = literal(&parts.style.base),
    );
    let foreign = script.lines().find(|line| !line.is_ascii() || line.contains("</script") || line.contains("<!--"));
    match foreign {
        Some(line) => Err(format!("{SCRIPT}: expected ASCII without `</script` and `<!--`, found: {line}")),
        None => Ok(script),
    }
}

/// A string of JavaScript, in ASCII.
fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for unit in text.encode_utf16() {
        match u8::try_from(unit) {
            Ok(b'"') => out.push_str("\\\""),
            Ok(b'\\') => out.push_str("\\\\"),
            Ok(b'\n') => out.push_str("\\n"),
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
        assert_eq!(literal("a\"b\\c\n</script>—😀"), r#""a\"b\\c\n\u003c/script>\u2014\ud83d\ude00""#);
    }

    #[test]
    fn a_script_that_could_not_stand_in_a_page_is_refused() {
        let style = Style { base: "a{b:c}".into(), code: "d{e:f}".into() };
        let parts = Parts {
            glue: "guard => {}".into(),
            wasm: b"\0asm\x01\0\0\0\x0a\x01\0".to_vec(),
            style: &style,
            copy: "%code%",
        };
        let script = |element| with_element(element, &parts, &Programs::none());
        assert!(script("glue();").is_ok());
        assert!(script("\"</script>\"").is_err());
        assert!(script("\"é\"").is_err());
    }
}
