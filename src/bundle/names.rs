//! Short names for what the module and its glue have in common.
//!
//! wasm-bindgen names each import after what it is and a hash, `__wbg_appendChild_dbf7ad2f48413560`, once in the module and
//! once in the glue. Nobody reads them there, and hashes do not compress: all of them weigh three kilobytes of the script.
//! Binaryen shortens them, too, but does not tell those of the exports.

use super::Result;
use std::collections::BTreeMap;
use std::convert::Infallible;
use wasm_encoder::reencode::{self, Error, Reencode};
use wasm_encoder::{ExportSection, ImportSection, Module};

/// The module and the glue with short names for every import, and for every export that is wasm-bindgen's own.
pub fn shorten(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let (mut names, mut module) = (Names::default(), Module::new());
    names
        .parse_core_module(&mut module, wasmparser::Parser::new(0), wasm)
        .map_err(|error| format!("the module: {error}"))?;
    Ok((module.finish(), names.replace(glue)))
}

/// The short names, by the long ones.
#[derive(Default)]
struct Names(BTreeMap<String, String>);

impl Reencode for Names {
    type Error = Infallible;

    fn parse_imports(
        &mut self,
        section: &mut ImportSection,
        imports: wasmparser::Imports<'_>,
    ) -> std::result::Result<(), Error<Infallible>> {
        match imports {
            wasmparser::Imports::Single(_, import) => self.parse_import(section, import),
            several => reencode::utils::parse_imports(self, section, several),
        }
    }

    fn parse_import(
        &mut self,
        imports: &mut ImportSection,
        import: wasmparser::Import<'_>,
    ) -> std::result::Result<(), Error<Infallible>> {
        let kind = self.entity_type(import.ty)?;
        imports.import(import.module, &self.short(import.name), kind);
        Ok(())
    }

    fn parse_export(
        &mut self,
        exports: &mut ExportSection,
        export: wasmparser::Export<'_>,
    ) -> std::result::Result<(), Error<Infallible>> {
        // Any other name may stand in the glue for something else, too.
        let is_bindgens = export.name.starts_with("__") || export.name.starts_with("wasm_bindgen__");
        let name = if is_bindgens { self.short(export.name) } else { export.name.into() };
        exports.export(&name, self.export_kind(export.kind)?, self.external_index(export.kind, export.index)?);
        Ok(())
    }
}

impl Names {
    /// The short name of `long`: an underscore and a number, which no other name in the glue looks like.
    fn short(&mut self, long: &str) -> String {
        let next = format!("_{}", self.0.len());
        self.0.entry(long.to_owned()).or_insert(next).clone()
    }

    /// The glue with every long name that stands there as a word of its own replaced.
    fn replace(&self, glue: &str) -> String {
        let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
        let mut out = String::with_capacity(glue.len());
        let mut rest = glue;
        while let Some(start) = rest.find(is_part) {
            let end = rest[start..].find(|letter| !is_part(letter)).map_or(rest.len(), |end| start + end);
            let word = &rest[start..end];
            out.push_str(&rest[..start]);
            out.push_str(self.0.get(word).map_or(word, String::as_str));
            rest = &rest[end..];
        }
        out + rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, ExportKind, FunctionSection, TypeSection};

    #[test]
    fn names_are_shortened_in_module_and_glue_alike() {
        let (mut types, mut imports, mut exports) = (TypeSection::new(), ImportSection::new(), ExportSection::new());
        types.ty().function([], []);
        imports.import("./widget_bg.js", "__wbg_now_463ac581d2fc7ea3", EntityType::Function(0));
        exports.export("__wbindgen_start", ExportKind::Func, 0).export("atlas_query", ExportKind::Func, 0);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&FunctionSection::new()).section(&exports);
        let glue = "{ __wbg_now_463ac581d2fc7ea3() {} } wasm.__wbindgen_start(); wasm.atlas_query(__wbindgen_starts)";
        let (wasm, glue) = shorten(&module.finish(), glue).unwrap();
        assert_eq!(glue, "{ _0() {} } wasm._1(); wasm.atlas_query(__wbindgen_starts)");
        let has = |name: &str| wasm.windows(name.len()).any(|bytes| bytes == name.as_bytes());
        assert!(has("_0") && has("_1") && has("atlas_query") && !has("__wbg"), "{wasm:?}");
    }
}
