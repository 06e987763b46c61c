//! What readers download, made smaller: scripts by `terser`, the module by Binaryen's `wasm-opt`. Styles lose their comments,
//! and pages stay as they are rendered: compression leaves little of indentation, end tags and quotes.
//!
//! `terser` and `wasm-opt` are programs of Node that `cargo xtask` installs for release builds; [`FOLDER`] says where. Without
//! them, as while developing, scripts and module stay as they are. `cargo xtask weigh` measures what each saves.

use super::{Result, at, panics, read, write};
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
        if let Some(folder) = &self.0 {
            write(path, &panics::silence(&read(path)?)?)?;
            let mut node = Command::new("node");
            let node = node.arg(folder.join(WASM_OPT)).args(OPTIMISE.split_whitespace());
            let status = node.arg(path).arg("-o").arg(path).status().map_err(|error| at(folder, error))?;
            if !status.success() {
                return Err(at(path, format!("wasm-opt ended with {status}")));
            }
        }
        read(path)
    }

    /// A script that declares what nobody else reads.
    pub fn script(&self, text: &str) -> Result<String> {
        let Some(folder) = &self.0 else { return Ok(text.to_owned()) };
        let minified = pipe(Command::new("node").arg(folder.join(TERSER)).args(MINIFY.split_whitespace()), text);
        minified.map_err(|error| at(&folder.join(TERSER), error))
    }
}

/// A style sheet without its comments. No string in our sheets holds what begins or ends one.
pub fn style(text: &str) -> String {
    text.split("/*").map(|piece| piece.split_once("*/").map_or(piece, |(_, rest)| rest)).collect()
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
    fn styles_lose_their_comments_and_nothing_else() {
        assert_eq!(
            style("/* a */.a :hover { b: c }/**/\n.d { e: calc(1px * 2) } /* f\n */"),
            ".a :hover { b: c }\n.d { e: calc(1px * 2) } "
        );
        assert_eq!(style("a{}"), "a{}");
    }
}
