//! Takes out of the module what panics would say.
//!
//! A panic ends an instance, and the element tells the page that it crashed: that stays. The words and the place in the
//! sources, and the code that puts them together, are for developers, whose builds have them. Of the script they would be
//! six kilobytes, a third of them names of source files.

use super::Result;
use std::collections::BTreeSet;
use std::convert::Infallible;
use wasm_encoder::reencode::{self, Error, Reencode};
use wasm_encoder::{CodeSection, DataSection, Function, Instruction, Module};
use wasmparser::{DataKind, KnownCustom, Name, Operator, Parser, Payload, TypeRef};

/// What is called when there is nothing more to do, and never returns: beginnings of paths.
const ENDS: [&str; 13] = [
    "core::panicking::",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::result::unwrap_failed",
    "core::cell::panic_already",
    "core::slice::copy_from_slice_impl::len_mismatch_fail",
    "core::slice::index::slice_index_fail",
    "core::str::slice_error_fail",
    "alloc::raw_vec::capacity_overflow",
    "alloc::raw_vec::handle_error",
    "std::panicking::panic_with_hook",
    "console_error_panic_hook::hook",
    "__rustc::rust_begin_unwind",
];
/// What nothing but panics calls, by parts of names: the texts of `Debug` are for developers. And what the atlas has none of:
/// nodes of Yew that wait, stand elsewhere, or come as text.
const WORDS: [&str; 5] = [
    "as core::fmt::Debug>::fmt",
    "as core::panic::PanicPayload>::",
    "yew::dom_bundle::bsuspense::",
    "yew::dom_bundle::bportal::",
    "yew::dom_bundle::braw::",
];

/// The module with panics that only end it. `wasm-opt` finds what is not needed any more then.
///
/// # Errors
/// Where the functions have no names, by which those that end it are known.
pub fn silence(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut silent = Silent::of(wasm).map_err(|error| format!("the module: {error}"))?;
    if silent.ends.is_empty() {
        return Err("the module: expected names of functions, found none of those that end a panic".into());
    }
    let mut module = Module::new();
    silent.parse_core_module(&mut module, Parser::new(0), wasm).map_err(|error| format!("the module: {error}"))?;
    Ok(module.finish())
}

struct Silent {
    /// The functions that only panics call, by their numbers.
    ends: BTreeSet<u32>,
    /// The number of the function that comes next.
    next: u32,
}

impl Silent {
    fn of(wasm: &[u8]) -> wasmparser::Result<Silent> {
        let (mut ends, mut next) = (BTreeSet::new(), 0);
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        next += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CustomSection(section) => {
                    let KnownCustom::Name(names) = section.as_known() else { continue };
                    for name in names {
                        let Name::Function(functions) = name? else { continue };
                        for function in functions {
                            let function = function?;
                            if is_end(function.name) {
                                ends.insert(function.index);
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(Silent { ends, next })
    }
}

/// Whether only panics call a function of this name. Names of crates may have a hash in brackets.
fn is_end(name: &str) -> bool {
    let path: String = name.split('[').map(|part| part.split_once(']').map_or(part, |(_, rest)| rest)).collect();
    ENDS.iter().any(|end| path.starts_with(end)) || WORDS.iter().any(|part| path.contains(part))
}

impl Reencode for Silent {
    type Error = Infallible;

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: wasmparser::FunctionBody<'_>,
    ) -> std::result::Result<(), Error<Infallible>> {
        let number = self.next;
        self.next += 1;
        if !self.ends.contains(&number) {
            return reencode::utils::parse_function_body(self, code, body);
        }
        let mut end = Function::new([]);
        end.instruction(&Instruction::Unreachable).instruction(&Instruction::End);
        code.function(&end);
        Ok(())
    }

    /// Of what the linker and others add for tools, nothing is left but the names, for `wasm-opt` to speak of.
    fn parse_custom_section(
        &mut self,
        module: &mut Module,
        section: wasmparser::CustomSectionReader<'_>,
    ) -> std::result::Result<(), Error<Infallible>> {
        let is_name = section.name() == "name";
        if is_name { reencode::utils::parse_custom_section(self, module, section) } else { Ok(()) }
    }

    fn parse_data(
        &mut self,
        section: &mut DataSection,
        datum: wasmparser::Data<'_>,
    ) -> std::result::Result<(), Error<Infallible>> {
        let DataKind::Active { offset_expr, .. } = &datum.kind else {
            return reencode::utils::parse_data(self, section, datum);
        };
        let mut bytes = datum.data.to_vec();
        if let Ok(Operator::I32Const { value }) = offset_expr.get_operators_reader().read() {
            erase(&mut bytes, value as u32);
        }
        reencode::utils::parse_data(self, section, wasmparser::Data { data: &bytes, ..datum })
    }
}

/// Erases the places in sources, which nobody reads any more: four numbers, of which the first two are where the name of a
/// file of Rust lies and how long it is, the others its line and column; and these names. `start` is where the data lie.
fn erase(data: &mut [u8], start: u32) {
    let mut erased = Vec::new();
    for at in ((4 - start as usize % 4) % 4..data.len().saturating_sub(15)).step_by(4) {
        let number = |index: usize| {
            let at = at + index * 4;
            u32::from_le_bytes([data[at], data[at + 1], data[at + 2], data[at + 3]]) as usize
        };
        let (Some(from), length) = (number(0).checked_sub(start as usize), number(1)) else { continue };
        let name = data.get(from..from.saturating_add(length)).unwrap_or_default();
        let is_place = (1..10_000).contains(&number(2)) && (1..1000).contains(&number(3));
        if is_place && name.len() > 5 && name.ends_with(b".rs") && name.iter().all(u8::is_ascii_graphic) {
            erased.extend([at..at + 16, from..from + length]);
        }
    }
    erased.into_iter().for_each(|range| data[range].fill(0));
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{CodeSection, FunctionSection, NameMap, NameSection, TypeSection};

    /// A module with one function that does something.
    fn module(name: &str) -> Vec<u8> {
        let (mut types, mut functions, mut code) = (TypeSection::new(), FunctionSection::new(), CodeSection::new());
        types.ty().function([], []);
        functions.function(0);
        let mut body = Function::new([]);
        body.instruction(&Instruction::Nop).instruction(&Instruction::Nop).instruction(&Instruction::End);
        code.function(&body);
        let (mut names, mut of_functions) = (NameSection::new(), NameMap::new());
        of_functions.append(0, name);
        names.functions(&of_functions);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&code).section(&names);
        module.finish()
    }

    #[test]
    fn what_ends_a_panic_only_ends_it() {
        let silent = silence(&module("core[c5930c85a12de822]::panicking::panic_fmt")).unwrap();
        // Two bytes of code after the number of variables: `unreachable` and `end`.
        assert!(silent.windows(3).any(|bytes| bytes == [0, 0x00, 0x0b]), "{silent:?}");
        assert!(!silent.windows(2).any(|bytes| bytes == [0x01, 0x01]), "{silent:?}");
        assert!(silence(&module("<web_sys::Element as core[c5]::fmt::Debug>::fmt::h12")).is_ok());
        let other = silence(&module("<core[c5]::panicking::AssertKind as core[c5]::fmt::Display>::fmt"));
        assert!(other.unwrap_err().contains("expected names"), "what returns is not taken for it");
    }

    #[test]
    fn places_in_sources_are_erased_and_nothing_else() {
        let mut data = b"src/lib.rs..word".to_vec();
        let start = 1024_u32;
        let numbers = |list: [u32; 4]| list.into_iter().flat_map(u32::to_le_bytes).collect::<Vec<_>>();
        let place = numbers([start, 10, 12, 5]);
        let text = numbers([start + 12, 4, 12, 5]);
        data.extend(place.iter().chain(&text));
        let mut erased = data.clone();
        erase(&mut erased, start);
        assert_eq!(erased[..12], *b"\0\0\0\0\0\0\0\0\0\0..");
        assert_eq!(erased[12..16], *b"word");
        assert_eq!(erased[16..32], [0; 16]);
        assert_eq!(erased[32..], text);
    }
}
