//! Erases the constants that nothing reads any more.
//!
//! The linker leaves out what no function refers to. Once panics are silent (`panics.rs`) and `wasm-opt` has taken out what
//! only they called, there is more of it: their messages, and the tables by which `Debug` tells letters apart. That saves
//! readers 3 kB of the script. The linker's own symbols say where each constant lies (`--emit-relocs`, see `build.rs`).

use super::Result;
use std::convert::Infallible;
use std::ops::Range;
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{DataSection, Instruction, MemArg, Module};
use wasmparser::{Data, DataKind, KnownCustom, Linking, Operator, Parser, Payload, SymbolInfo};

/// What can go wrong with a module.
type Error = reencode::Error<Infallible>;

/// Where the constants of a module lie.
pub struct Constants {
    /// In order, and apart from each other.
    list: Vec<Constant>,
}

struct Constant {
    /// Its addresses.
    place: Range<u32>,
    /// Whether code refers to it by an address outside of it, as to a table that begins with the letter A: then nobody can tell
    /// from an address what it means.
    is_read_askew: bool,
}

impl Constants {
    /// Of a module as the linker left it.
    ///
    /// # Errors
    /// Where it has no symbols.
    pub fn of(linked: &[u8]) -> Result<Constants> {
        let all = Constants::read(linked).map_err(|error| format!("the module: {error}"))?;
        if all.is_empty() {
            return Err("the module: expected the linker's symbols, which `--emit-relocs` leaves in it".into());
        }
        let mut list: Vec<Constant> = Vec::new();
        for next in all {
            match list.last_mut().filter(|last| last.place.end > next.place.start) {
                Some(last) => {
                    last.place.end = last.place.end.max(next.place.end);
                    last.is_read_askew |= next.is_read_askew;
                }
                None => list.push(next),
            }
        }
        Ok(Constants { list })
    }

    /// In order of their addresses.
    fn read(linked: &[u8]) -> wasmparser::Result<Vec<Constant>> {
        let (mut starts, mut constants, mut relocations) = (Vec::new(), Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(linked) {
            match payload? {
                Payload::DataSection(section) => {
                    for data in section {
                        starts.push(start(&data?));
                    }
                }
                Payload::CustomSection(section) => match section.as_known() {
                    KnownCustom::Linking(linking) => {
                        for part in linking.subsections() {
                            let Linking::SymbolTable(symbols) = part? else { continue };
                            for symbol in symbols {
                                constants.push(place(&symbol?, &starts));
                            }
                        }
                    }
                    KnownCustom::Reloc(section) => relocations.extend(section.entries()),
                    _ => {}
                },
                _ => {}
            }
        }
        let mut constants: Vec<Option<Constant>> =
            constants.into_iter().map(|place| Some(Constant { place: place?, is_read_askew: false })).collect();
        for relocation in relocations {
            let relocation = relocation?;
            if let Some(Some(constant)) = constants.get_mut(relocation.index as usize) {
                let length = i64::from(constant.place.end - constant.place.start);
                constant.is_read_askew |= !(0..length).contains(&relocation.addend);
            }
        }
        let mut constants: Vec<Constant> = constants.into_iter().flatten().collect();
        constants.sort_by_key(|constant| (constant.place.start, constant.place.end));
        Ok(constants)
    }

    /// The module with zeros where nothing is read.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn erase_unread(&self, module: &[u8]) -> Result<Vec<u8>> {
        let erased = || {
            let mut erased = Module::new();
            let mut eraser = Eraser { places: self.unread(&Contents::of(module)?) };
            eraser.parse_core_module(&mut erased, Parser::new(0), module)?;
            Ok(erased.finish())
        };
        erased().map_err(|error: Error| format!("the module: {error}"))
    }

    /// What neither code refers to nor a constant that is read.
    fn unread(&self, module: &Contents) -> Vec<Range<u32>> {
        let mut is_read: Vec<bool> = self.list.iter().map(|constant| constant.is_read_askew).collect();
        let mut next: Vec<usize> = (0..self.list.len()).filter(|index| is_read[*index]).collect();
        let mut read = |addresses: &mut dyn Iterator<Item = u32>, next: &mut Vec<usize>| {
            for index in addresses.filter_map(|address| self.at(address)) {
                if !std::mem::replace(&mut is_read[index], true) {
                    next.push(index);
                }
            }
        };
        read(&mut module.numbers.iter().copied(), &mut next);
        while let Some(index) = next.pop() {
            read(&mut module.words(&self.list[index].place), &mut next);
        }
        let unread = self.list.iter().zip(is_read).filter(|(_, is_read)| !is_read);
        unread.map(|(constant, _)| constant.place.clone()).collect()
    }

    /// The constant that has an address.
    fn at(&self, address: u32) -> Option<usize> {
        let index = self.list.partition_point(|constant| constant.place.start <= address).checked_sub(1)?;
        self.list[index].place.contains(&address).then_some(index)
    }
}

/// Where a part of the data lies; nothing is put anywhere else than where the linker says.
fn start(data: &Data<'_>) -> u32 {
    let DataKind::Active { offset_expr, .. } = &data.kind else { return 0 };
    match offset_expr.get_operators_reader().read() {
        Ok(Operator::I32Const { value }) => value.cast_unsigned(),
        _ => 0,
    }
}

/// Where the constant of a symbol lies.
fn place(symbol: &SymbolInfo<'_>, starts: &[u32]) -> Option<Range<u32>> {
    let SymbolInfo::Data { symbol: Some(symbol), .. } = symbol else { return None };
    let start = starts.get(symbol.index as usize)? + symbol.offset;
    (symbol.size > 0).then_some(start..start + symbol.size)
}

/// What a module refers to, and its data by where they lie.
#[derive(Default)]
struct Contents {
    /// Each number in the code that may be an address, or may be part of one.
    numbers: Vec<u32>,
    data: Vec<(u32, Vec<u8>)>,
}

impl Contents {
    fn of(module: &[u8]) -> std::result::Result<Contents, Error> {
        let mut contents = Contents::default();
        contents.parse_core_module(&mut Module::new(), Parser::new(0), module)?;
        Ok(contents)
    }

    /// The words of four bytes in a place, each of which may be an address. What is zero may be left out of the data, even the
    /// last byte of an address.
    fn words(&self, place: &Range<u32>) -> impl Iterator<Item = u32> {
        let words = place.clone().filter(|address| address % 4 == 0);
        words.map(|address| u32::from_le_bytes([0, 1, 2, 3].map(|more| self.byte(address + more))))
    }

    fn byte(&self, address: u32) -> u8 {
        let mut bytes = self.data.iter().filter_map(|(start, data)| data.get(address.checked_sub(*start)? as usize));
        bytes.next().copied().unwrap_or_default()
    }
}

impl Reencode for Contents {
    type Error = Infallible;

    fn instruction<'a>(&mut self, operator: Operator<'a>) -> std::result::Result<Instruction<'a>, Error> {
        if let Operator::I32Const { value } = operator {
            self.numbers.push(value.cast_unsigned());
        }
        reencode::utils::instruction(self, operator)
    }

    fn mem_arg(&mut self, place: wasmparser::MemArg) -> std::result::Result<MemArg, Error> {
        self.numbers.extend(u32::try_from(place.offset));
        reencode::utils::mem_arg(self, place)
    }

    /// Where the data are put refers to none of them.
    fn parse_data(&mut self, _: &mut DataSection, data: Data<'_>) -> std::result::Result<(), Error> {
        self.data.push((start(&data), data.data.to_vec()));
        Ok(())
    }
}

/// Copies a module with zeros in some places.
struct Eraser {
    places: Vec<Range<u32>>,
}

impl Reencode for Eraser {
    type Error = Infallible;

    fn parse_data(&mut self, section: &mut DataSection, data: Data<'_>) -> std::result::Result<(), Error> {
        let (start, mut bytes) = (start(&data), data.data.to_vec());
        let within = |address: u32| (address.saturating_sub(start) as usize).min(bytes.len());
        let places: Vec<Range<usize>> =
            self.places.iter().map(|place| within(place.start)..within(place.end)).collect();
        places.into_iter().for_each(|place| bytes[place].fill(0));
        reencode::utils::parse_data(self, section, Data { data: &bytes, ..data })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{CodeSection, ConstExpr, FunctionSection, LinkingSection, SymbolTable, TypeSection};
    use wasm_encoder::{Function, MemArgTarget, MemorySection, MemoryType};

    /// Words of four bytes, a constant each; the function reads the second, the third through it, and the sixth from an
    /// address that lies before it.
    fn module(linked: bool) -> Vec<u8> {
        const START: u32 = 1024;
        let mut module = Module::new();
        let (mut types, mut functions, mut memories) =
            (TypeSection::new(), FunctionSection::new(), MemorySection::new());
        types.ty().function([], []);
        functions.function(0);
        memories.memory(MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None });
        let place = |offset| MemArg { offset, align: 2, target: MemArgTarget::Memory(0), ordering: None };
        let mut body = Function::new([]);
        body.instruction(&Instruction::I32Const(0)).instruction(&Instruction::I32Load(place(u64::from(START) + 4)));
        body.instruction(&Instruction::Drop).instruction(&Instruction::End);
        let (mut code, mut data) = (CodeSection::new(), DataSection::new());
        code.function(&body);
        let words: [u32; 6] = [7, START + 8, 7, START, 7, 7];
        let bytes = words.map(u32::to_le_bytes).concat();
        // `wasm-opt` leaves out zeros, such as the last two bytes of the second word.
        let cut = if linked { [0..6, 6..24] } else { [0..6, 8..24] };
        for range in cut {
            let start = ConstExpr::i32_const(START.cast_signed() + range.start as i32);
            data.active(0, &start, bytes[range].iter().copied());
        }
        module.section(&types).section(&functions).section(&memories).section(&code).section(&data);
        if linked {
            let (mut linking, mut symbols) = (LinkingSection::new(), SymbolTable::new());
            for offset in (0..24).step_by(4) {
                let definition = wasm_encoder::DataSymbolDefinition { index: 0, offset, size: 4 };
                symbols.data(0, "constant", Some(definition));
            }
            module.section(linking.symbol_table(&symbols));
            // One relocation of the code section, R_WASM_MEMORY_ADDR_LEB: the sixth symbol, four bytes before it.
            let relocations = b"\x03\x01\x03\x01\x05\x7c"[..].into();
            module.section(&wasm_encoder::CustomSection { name: "reloc.CODE".into(), data: relocations });
        }
        module.finish()
    }

    #[test]
    fn a_constant_that_nothing_refers_to_is_erased() {
        let module = Constants::of(&module(true)).unwrap().erase_unread(&module(false)).unwrap();
        let words: Vec<u32> = Contents::of(&module).unwrap().words(&(1024..1048)).collect();
        assert_eq!(words, [0, 1032, 7, 0, 0, 7], "the third is read through the second");
    }

    #[test]
    fn without_symbols_nobody_knows_where_constants_end() {
        assert!(Constants::of(&module(false)).is_err());
    }
}
