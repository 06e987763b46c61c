//! The glue that wasm-bindgen writes for the target `no-modules`, made into a function of one instance.
//!
//! Owns every assumption about the text of that glue: whatever is replaced must be there exactly once, and a version of
//! wasm-bindgen that writes something else stops the build here instead of failing at a reader. The tests are among those of
//! the release (`tests/e2e/glue.rs`), so that they try what wasm-bindgen wrote.

use super::Result;
use std::collections::BTreeSet;

/// A replacement in the glue, and why it is needed.
struct Patch {
    /// Where the replaced text begins.
    from: &'static str,
    /// With what it ends.
    to: &'static str,
    /// What stands there instead.
    by: &'static str,
}

/// The texts with which the edits begin.
pub fn places() -> [&'static str; 4] {
    PATCHES.map(|patch| patch.from)
}

const PATCHES: [Patch; 4] = [
    // A function to be called once per instance, since the glue keeps the instance in its variables.
    Patch { from: "let wasm_bindgen = (function(exports) {", to: "\n", by: "guard => {\nconst exports = {};\n" },
    // The address of the script: never needed, and its computation throws in `srcdoc` frames.
    Patch { from: "    let script_src;", to: "    }\n", by: "" },
    // Every call passes `guard` (see `host/module.js`), which notices panics.
    Patch { from: "wasm = instance.exports;", to: "\n", by: "wasm = guard(instance.exports);\n" },
    // The loaders, which fetch and stream; here the module is compiled already.
    Patch {
        from: "    async function __wbg_load(",
        to: "})({ __proto__: null });",
        by: "return async module => {\n\
             __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module);\n\
             return exports;\n\
             };\n}",
    },
];

/// An expression: a function that takes what every instance's exports pass through, and gives one that takes the
/// compiled module and promises what the glue exports.
pub fn function(glue: &str) -> Result<String> {
    let mut text = glue.to_owned();
    for patch in &PATCHES {
        text = patch.apply(&text)?;
    }
    for left in ["script_src", "currentScript", "fetch(", "import.meta"] {
        if text.contains(left) {
            return Err(changed(&format!("`{left}` is left in it")));
        }
    }
    Ok(text.trim().to_owned())
}

/// How wasm-bindgen writes a function that the module may import: `NAME: function(`, its lines, and an end of its own.
const INDENT: &str = "            ";

/// The glue without the functions that the module does not import: what only panics called, and what was optimised away.
///
/// # Errors
/// Where the module cannot be read, or imports what is not there.
pub fn of_module(glue: &str, module: &[u8]) -> Result<String> {
    let mut imported = BTreeSet::new();
    for payload in wasmparser::Parser::new(0).parse_all(module) {
        if let wasmparser::Payload::ImportSection(imports) = payload.map_err(|error| format!("the module: {error}"))? {
            for import in imports.into_imports() {
                imported.insert(import.map_err(|error| format!("the module: {error}"))?.name.to_owned());
            }
        }
    }
    let (mut out, mut left_out) = (String::new(), false);
    for line in glue.lines() {
        let name = line.strip_prefix(INDENT).and_then(|line| line.split_once(": function(")).map(|(name, _)| name);
        left_out |= name.is_some_and(|name| name.starts_with("__wb") && !imported.remove(name));
        if !left_out {
            out.extend([line, "\n"]);
        }
        left_out &= line != [INDENT, "},"].concat();
    }
    match imported.first() {
        Some(missing) if !glue.contains(missing.as_str()) => Err(changed(&format!("no `{missing}`"))),
        _ => Ok(out),
    }
}

impl Patch {
    fn apply(&self, text: &str) -> Result<String> {
        let (before, rest) = text.split_once(self.from).ok_or_else(|| changed(&format!("no `{}`", self.from)))?;
        let (_, after) = rest.split_once(self.to).ok_or_else(|| changed(&format!("no end of `{}`", self.from)))?;
        if after.contains(self.from) {
            return Err(changed(&format!("more than one `{}`", self.from)));
        }
        Ok([before, self.by, after].concat())
    }
}

fn changed(what: &str) -> String {
    format!("widget.js: {what}; expected the no-modules glue of wasm-bindgen 0.2.130, see src/bundle/glue.rs")
}
