//! Short names for what the module and its glue have in common.
//!
//! wasm-bindgen names each import after what it is and a hash, `__wbg_appendChild_dbf7ad2f48413560`, once in the module and
//! once in the glue. Nobody reads them there, and hashes do not compress: all of them weigh two kilobytes.

use super::Result;
use std::collections::BTreeMap;

const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;

/// The module and the glue with short names for every import, and for every export that is wasm-bindgen's own.
pub fn shorten(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut names = Names::default();
    let mut out = wasm.get(..8).ok_or("the module: shorter than its own header")?.to_vec();
    let mut reader = Reader { bytes: wasm, at: 8 };
    while reader.at < wasm.len() {
        let id = reader.byte()?;
        let size = reader.number()?;
        let section = reader.take(size)?;
        let section = match id {
            IMPORTS => imports(section, &mut names)?,
            EXPORTS => exports(section, &mut names)?,
            _ => section.to_vec(),
        };
        out.push(id);
        write_number(&mut out, section.len());
        out.extend(section);
    }
    Ok((out, names.replace(glue)))
}

/// The short names, by the long ones.
#[derive(Default)]
struct Names(BTreeMap<String, String>);

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

fn imports(section: &[u8], names: &mut Names) -> Result<Vec<u8>> {
    let mut reader = Reader { bytes: section, at: 0 };
    let mut out = Vec::new();
    let count = reader.number()?;
    write_number(&mut out, count);
    for _ in 0..count {
        write_name(&mut out, reader.name()?);
        write_name(&mut out, &names.short(reader.name()?));
        let start = reader.at;
        reader.import_type()?;
        out.extend(&section[start..reader.at]);
    }
    Ok(out)
}

fn exports(section: &[u8], names: &mut Names) -> Result<Vec<u8>> {
    let mut reader = Reader { bytes: section, at: 0 };
    let mut out = Vec::new();
    let count = reader.number()?;
    write_number(&mut out, count);
    for _ in 0..count {
        let name = reader.name()?;
        let own = name.starts_with("__w") || name.starts_with("__externref");
        write_name(&mut out, &if own { names.short(name) } else { name.to_owned() });
        out.push(reader.byte()?);
        write_number(&mut out, reader.number()?);
    }
    Ok(out)
}

/// Reads what the binary format of WebAssembly consists of.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, size: usize) -> Result<&'a [u8]> {
        let end = self.at.checked_add(size).filter(|end| *end <= self.bytes.len());
        let end = end.ok_or("the module: cut short")?;
        let taken = &self.bytes[self.at..end];
        self.at = end;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8> {
        Ok(self.take(1)?[0])
    }

    /// An unsigned LEB128.
    fn number(&mut self) -> Result<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err("the module: a number of more than 32 bits".into())
    }

    fn name(&mut self) -> Result<&'a str> {
        let size = self.number()?;
        str::from_utf8(self.take(size)?).map_err(|error| format!("the module: a name that is no text: {error}"))
    }

    /// Passes over the type of an import.
    fn import_type(&mut self) -> Result<()> {
        match self.byte()? {
            0 => self.number().map(drop),
            3 => self.take(2).map(drop),
            1 => self.byte().and_then(|_| self.limits()),
            2 => self.limits(),
            other => Err(format!("the module: an import of kind {other}, expected 0 to 3")),
        }
    }

    fn limits(&mut self) -> Result<()> {
        let has_maximum = self.byte()? & 1 == 1;
        self.number()?;
        if has_maximum { self.number().map(drop) } else { Ok(()) }
    }
}

fn write_number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push(number as u8 & 0x7f | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn write_name(out: &mut Vec<u8>, name: &str) {
    write_number(out, name.len());
    out.extend(name.bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports a function and exports two.
    fn module(import: &str, export: &str) -> Vec<u8> {
        let mut imports = vec![1];
        write_name(&mut imports, "./widget_bg.js");
        write_name(&mut imports, import);
        imports.extend([0, 0]);
        let mut exports = vec![2];
        write_name(&mut exports, export);
        exports.extend([0, 0]);
        write_name(&mut exports, "atlas_new");
        exports.extend([0, 0]);
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.extend([1, 4, 1, 0x60, 0, 0]);
        for (id, section) in [(IMPORTS, imports), (EXPORTS, exports)] {
            module.push(id);
            write_number(&mut module, section.len());
            module.extend(section);
        }
        module
    }

    #[test]
    fn imports_and_own_exports_get_the_same_short_name_in_both() {
        let long = module("__wbg_call_275b78b3b6520b92", "__wbindgen_start");
        let glue = "({ __wbg_call_275b78b3b6520b92: f }); wasm.__wbindgen_start(); wasm.atlas_new(__wbindgen_started);";
        let (wasm, glue) = shorten(&long, glue).unwrap();
        assert_eq!(wasm, module("_0", "_1"));
        assert_eq!(glue, "({ _0: f }); wasm._1(); wasm.atlas_new(__wbindgen_started);");
    }

    #[test]
    fn a_module_that_is_cut_short_is_refused() {
        let whole = module("a", "b");
        assert_eq!(shorten(&whole[..whole.len() - 3], "").unwrap_err(), "the module: cut short");
    }
}
