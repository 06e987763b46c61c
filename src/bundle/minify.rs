//! What readers download, made smaller: scripts by `terser`, the module by Binaryen's `wasm-opt`. Styles lose their comments,
//! and pages stay as they are rendered: compression leaves little of indentation, end tags and quotes.
//!
//! `terser` and `wasm-opt` are programs of Node that `cargo xtask` installs for release builds; [`FOLDER`] says where. Without
//! them, as while developing, scripts and module stay as they are. `cargo xtask weigh` measures what each saves.

use super::unread::Constants;
use super::{Result, at, panics, read, write};
use lightningcss::rules::{CssRule, CssRuleList};
use lightningcss::selector::Component;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The variable that names the folder of the programs.
const FOLDER: &str = "ATLAS_SHRINKERS";

const WASM_OPT: &str = "node_modules/binaryen/bin/wasm-opt";
const TERSER: &str = "node_modules/terser/bin/terser";

/// What compilers emit for the web today, and no more: with all features, it writes what browsers refuse. Small functions
/// are inlined where they are used once only, since brotli finds what is said twice; branches are laid out anew after
/// that. Nothing lies in the first kilobyte of the memory but the end of the stack.
const OPTIMISE: &str = "--enable-bulk-memory --enable-bulk-memory-opt --enable-sign-ext --enable-mutable-globals \
    --enable-nontrapping-float-to-int --enable-reference-types --enable-multivalue --low-memory-unused \
    -Oz --converge --always-inline-max-function-size 0 --one-caller-inline-max-function-size 0 \
    --flatten --rereloop -Oz --reorder-locals --strip-producers --strip-target-features";

/// The same features, and one pass.
const OPTIMISE_LARGE: &str = "--enable-bulk-memory --enable-bulk-memory-opt --enable-sign-ext --enable-mutable-globals \
    --enable-nontrapping-float-to-int --enable-reference-types --enable-multivalue -Oz --strip-debug --strip-producers \
    --strip-target-features";

/// The body of a function, whose own names may change and whose others may not.
const MINIFY: &str = "--ecma 2020 --compress passes=3 --mangle --toplevel --parse bare_returns --format ascii_only";

/// The programs of Node, where there are any.
pub struct Programs(Option<PathBuf>);

impl Programs {
    /// What this build was given.
    pub fn of_build() -> Programs {
        Programs(std::env::var_os(FOLDER).map(PathBuf::from))
    }

    /// None: what is packed by the command line is not downloaded.
    pub fn none() -> Programs {
        Programs(None)
    }

    /// The module, which is rewritten in its place.
    pub fn module(&self, path: &Path) -> Result<Vec<u8>> {
        let Some(folder) = &self.0 else { return read(path) };
        let linked = read(path)?;
        write(path, &panics::silence(&linked)?)?;
        Constants::of(&linked)?.erase_unread(&optimised(folder, path, OPTIMISE)?)
    }

    /// A module that few readers load, made smaller in seconds, not minutes.
    pub fn large_module(&self, path: &Path) -> Result<Vec<u8>> {
        self.0.as_ref().map_or_else(|| read(path), |folder| optimised(folder, path, OPTIMISE_LARGE))
    }

    /// A script that declares what nobody else reads.
    pub fn script(&self, text: &str) -> Result<String> {
        let Some(folder) = &self.0 else { return Ok(text.to_owned()) };
        let minified = pipe(Command::new("node").arg(folder.join(TERSER)).args(MINIFY.split_whitespace()), text);
        minified.map_err(|error| at(&folder.join(TERSER), error))
    }
}

/// What `wasm-opt` makes of a module, in its place.
fn optimised(folder: &Path, path: &Path, how: &str) -> Result<Vec<u8>> {
    let mut node = Command::new("node");
    let node = node.arg(folder.join(WASM_OPT)).args(how.split_whitespace());
    let status = node.arg(path).arg("-o").arg(path).status().map_err(|error| at(folder, error))?;
    if status.success() { read(path) } else { Err(at(path, format!("wasm-opt ended with {status}"))) }
}

/// A style sheet, smaller.
pub fn style(text: &str) -> Result<String> {
    written(text, &|_| true)
}

/// The style sheet of one page: without what is said of classes, elements and values that nothing in the page has.
pub fn style_of(style: &str, html: &str) -> Result<String> {
    let is_there = |component: &Component<'_>| match component {
        Component::Class(name) => {
            let classes = html.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next());
            classes.flat_map(|names| names.split(' ')).any(|other| other == &*name.0)
        }
        Component::LocalName(name) => html.contains(&format!("<{}", name.name.0)),
        Component::AttributeInNoNamespace { local_name, value, .. } => {
            html.contains(&format!("{}=\"{}\"", local_name.0, value.0))
        }
        _ => true,
    };
    written(style, &is_there)
}

/// Writes a sheet with the selectors of which all parts are there.
fn written(style: &str, is_there: &dyn Fn(&Component<'_>) -> bool) -> Result<String> {
    let failed = |error: &dyn std::fmt::Display| format!("the style: {error}");
    let mut sheet = StyleSheet::parse(style, ParserOptions::default()).map_err(|error| failed(&error))?;
    keep(&mut sheet.rules, is_there);
    sheet.minify(MinifyOptions::default()).map_err(|error| failed(&error))?;
    let options = PrinterOptions { minify: true, ..PrinterOptions::default() };
    Ok(sheet.to_css(options).map_err(|error| failed(&error))?.code)
}

fn keep(CssRuleList(rules): &mut CssRuleList<'_>, is_there: &dyn Fn(&Component<'_>) -> bool) {
    for rule in rules.iter_mut() {
        match rule {
            CssRule::Style(style) => {
                style.selectors.0.retain(|selector| selector.iter_raw_match_order().all(is_there));
                if style.selectors.0.is_empty() {
                    *rule = CssRule::Ignored;
                }
            }
            CssRule::Media(media) => keep(&mut media.rules, is_there),
            CssRule::Container(container) => keep(&mut container.rules, is_there),
            _ => {}
        }
    }
}

/// What a program makes of a text.
fn pipe(command: &mut Command, text: &str) -> std::io::Result<String> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    // The program reads all of its input before it writes; that the input is closed tells it where the end is.
    if let Some(mut input) = child.stdin.take() {
        input.write_all(text.as_bytes())?;
    }
    let output = child.wait_with_output()?;
    match String::from_utf8(output.stdout) {
        Ok(text) if output.status.success() => Ok(text.trim_end().to_owned()),
        _ => Err(std::io::Error::other(format!("ended with {}", output.status))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_the_style_of_what_is_in_it() {
        let style =
            ".a :hover { color: red }\n.b { top: 0 } .b, .c-d { color: blue } i, b { margin: 0.5em } @media print {
            u { color: red } i:not(.b) { color: red } } [dir=\"rtl\"] i { top: 0 }";
        let left = ".c-d{color:#00f}i{margin:.5em}@media print{i:not(.b){color:red}}";
        assert_eq!(style_of(style, "<p class=\"x c-d\"><i>.a</i></p>").unwrap(), left);
    }
}
