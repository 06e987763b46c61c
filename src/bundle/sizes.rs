//! The report on sizes: what readers pay for, part by part, against the budget.
//!
//! The parts are read out of the finished script, so that nothing but `dist/` is needed.

use super::{Result, SCRIPT, at, printable, read_text, studio};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use std::io::Read;
use std::path::Path;

/// What `cooperation-atlas.js` may weigh, in bytes by brotli 11.
const BUDGET: usize = 180_000;

/// What the studio may weigh besides the atlas's script, in the same measure: its few readers load it once.
const STUDIO: usize = 600_000;

/// The table, and whether the budgets hold.
pub struct Report {
    /// One line a part.
    pub table: String,
    /// Whether script and studio are within their budgets.
    pub within: bool,
}

/// Weighs the script of a release build.
pub fn report(dist: &Path) -> Result<Report> {
    let path = dist.join(SCRIPT);
    let script = read_text(&path)?;
    let parts = Parts::of(&script).ok_or_else(|| at(&path, "expected a script that `cargo xtask build` made"))?;
    let module = parts.module().ok_or_else(|| at(&path, "expected the WebAssembly as texts"))?;

    let mut table = format!("{:<34}{:>10}{:>10}{:>10}\n", "", "bytes", "gzip", "brotli");
    let mut row = |name: &str, bytes: &[u8]| -> Result<usize> {
        let (gzip, brotli) = (gzip(bytes), brotli(bytes).map_err(|error| at(&path, error))?);
        table += &format!("{name:<34}{:>10}{gzip:>10}{brotli:>10}\n", bytes.len());
        Ok(brotli)
    };
    row("WebAssembly, in streams", &module)?;
    row("  as the script has it", parts.wasm.as_bytes())?;
    let deflated = miniz_oxide::deflate::compress_to_vec(&module, 9);
    row("  as base64 after gzip instead", BASE64_STANDARD.encode(deflated).as_bytes())?;
    row("glue and element", parts.code.as_bytes())?;
    row("style", parts.style.as_bytes())?;
    let whole = row(SCRIPT, script.as_bytes())?;
    let within = whole <= BUDGET;
    let verdict = if within { "left" } else { "OVER" };
    table += &format!("{:<54}{BUDGET:>10}  {} {verdict}\n", "budget", whole.abs_diff(BUDGET));
    let studio = read_text(&dist.join(studio::FILE))?;
    let own = studio::own(&studio).ok_or_else(|| at(Path::new(studio::FILE), "expected the atlas's script in it"))?;
    let (gzip, weight) = (gzip(own.as_bytes()), brotli(own.as_bytes()).map_err(|error| at(dist, error))?);
    table += &format!("{:<34}{:>10}{gzip:>10}{weight:>10}\n", "the studio, its own", own.len());
    table += &format!("{:<54}{STUDIO:>10}\n", "budget");
    Ok(Report { table, within: within && weight <= STUDIO })
}

/// The parts of a script, as `script::assemble` puts them together.
struct Parts<'a> {
    style: &'a str,
    wasm: &'a str,
    code: &'a str,
}

impl<'a> Parts<'a> {
    fn of(text: &'a str) -> Option<Parts<'a>> {
        let (_, rest) = text.split_once(", style = ")?;
        let (style, rest) = rest.split_once(", operands = ")?;
        let (_, rest) = rest.split_once(", wasm = ")?;
        let (wasm, code) = rest.split_once(";\n")?;
        Some(Parts { style, wasm, code })
    }

    /// The streams of the module, one behind the other.
    fn module(&self) -> Option<Vec<u8>> {
        let texts: Vec<(String, String)> = serde_json::from_str(self.wasm).ok()?;
        let streams = texts.iter().map(|(key, text)| printable::decode(key, text));
        Some(streams.collect::<Option<Vec<_>>>()?.concat())
    }
}

/// What a server's gzip makes of it: deflate at its best, ten bytes of head, eight of checksum and length.
fn gzip(bytes: &[u8]) -> usize {
    miniz_oxide::deflate::compress_to_vec(bytes, 9).len() + 18
}

fn brotli(bytes: &[u8]) -> std::io::Result<usize> {
    brotli_of(bytes).map(|packed| packed.len())
}

/// What a server sends to browsers that read brotli.
pub fn brotli_of(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    brotli::CompressorReader::new(bytes, 1 << 16, 11, 24).read_to_end(&mut packed)?;
    Ok(packed)
}
