//! The code of a module, apart by kind: its instructions, and each kind of their operands.
//!
//! In a module an instruction and its operands follow each other: `local.get 5`, `i32.load` from 16 bytes further, `call` of
//! function 812. A compressor that sees instructions beside instructions and offsets beside offsets finds more that is
//! alike: that saves readers 15 kB of the script (`cargo xtask weigh`). What is done with a variable or a constant says what it
//! is like, so that these are kept apart by the instruction that follows: 2.5 kB more. `host/module.js` puts the module together
//! again.

use super::Result;
use super::printable::{self, Of};
use std::fmt::Write as _;

/// The streams, in the order in which they compress best. The instructions, with those of their operands that are rare or
/// hardly differ; the operands of which there are many; the variables of each function; and what stands behind the code and
/// before it.
const LOCAL: usize = 0;
/// Variables that something is read from.
const POINTER: usize = 1;
/// Variables before another, or before a constant.
const FIRST: usize = 2;
const CODE: usize = 3;
const LABEL: usize = 4;
const NUMBER: usize = 5;
/// Constants that are added.
const ADDED: usize = 6;
/// Constants that are reckoned with or compared otherwise.
const RECKONED: usize = 7;
/// Constants of 64 bits.
const WIDE: usize = 8;
const OFFSET: usize = 9;
const VARIABLES: usize = 10;
const FUNCTION: usize = 11;
const BEHIND: usize = 12;
const BEFORE: usize = 13;
const STREAMS: usize = 14;

/// The section of a module that has its code.
const CODE_SECTION: u8 = 10;

/// Instructions with operands that [`operands`] does not tell, or that the end of a function is known by.
const BLOCK: u8 = 0x02;
const IF: u8 = 0x04;
const END: u8 = 0x0b;
const BR_TABLE: u8 = 0x0e;
const GET: u8 = 0x20;
const READ: u8 = 0x28;
const LAST_READ: u8 = 0x35;
const WRITTEN: u8 = 0x3e;
const CONSTANT: u8 = 0x41;
const WIDE_CONSTANT: u8 = 0x42;
const FIRST_OF_NUMBERS: u8 = 0x45;
const ADD: u8 = 0x6a;
const LAST_OF_NUMBERS: u8 = 0xc4;
const F32: u8 = 0x43;
const F64: u8 = 0x44;
const PREFIX: u8 = 0xfc;

/// The streams of an instruction's operands, each of which is a number in LEB128; `None` of one that compilers do not emit
/// for the web today. `br_table` has as many labels besides as the first says, and one more; [`F32`] and [`F64`] have their
/// four and eight bytes in [`CODE`]; [`PREFIX`] has there what [`of_prefixed`] says; and what reads or writes the memory
/// ([`READ`] to [`WRITTEN`]) has before its operand how a place is aligned. That is a hint, which is left out: 0 is always true.
fn operands(opcode: u8) -> Option<&'static [usize]> {
    Some(match opcode {
        // Types of blocks, variables of the module, tables, the memory, references.
        BLOCK..=IF | 0x23..=0x26 | 0x3f | 0x40 | 0xd0 | 0xd2 | PREFIX => &[CODE],
        0x0c | 0x0d | BR_TABLE => &[LABEL],
        0x10 => &[FUNCTION],
        0x11 => &[CODE, CODE],
        GET..=0x22 => &[LOCAL],
        READ..=WRITTEN => &[OFFSET],
        CONSTANT => &[NUMBER],
        WIDE_CONSTANT => &[WIDE],
        0x00 | 0x01 | 0x05 | END | 0x0f | 0x1a | 0x1b | F32 | F64 | FIRST_OF_NUMBERS..=LAST_OF_NUMBERS | 0xd1 => &[],
        _ => return None,
    })
}

/// The stream of an operand, if the instruction that follows decides on it. `host/module.js` decides the same.
fn by_next(opcode: u8, next: u8) -> Option<usize> {
    match (opcode, next) {
        (GET, READ..=LAST_READ) => Some(POINTER),
        (GET, GET | CONSTANT | WIDE_CONSTANT) => Some(FIRST),
        (CONSTANT, ADD) => Some(ADDED),
        (CONSTANT, FIRST_OF_NUMBERS..=LAST_OF_NUMBERS) => Some(RECKONED),
        _ => None,
    }
}

/// How many operands follow the number of a prefixed instruction: none where a float is cut to a whole number, else those of
/// `memory.copy`, `memory.fill` and the like.
fn of_prefixed(number: u8) -> Option<usize> {
    Some(match number {
        0..=7 => 0,
        9 | 11 | 13 | 15..=17 => 1,
        8 | 10 | 12 | 14 => 2,
        _ => return None,
    })
}

/// [`operands`] for the script: an object of JavaScript with every opcode that has any.
pub fn table() -> String {
    let mut table = String::from("{");
    for opcode in 0..=u8::MAX {
        if let Some(streams @ [_, ..]) = operands(opcode) {
            let _ = write!(table, "{opcode}:{streams:?},");
        }
    }
    table + "}"
}

/// A module for the script: an array of its streams, each as its two texts of `printable`.
pub fn literal(module: &[u8]) -> Result<String> {
    let array = |(number, stream): (usize, &Vec<u8>)| {
        let (key, text) = printable::encode(stream, if number == BEHIND { Of::Texts } else { Of::Code });
        format!("[\"{key}\",\"{text}\"]")
    };
    let arrays: Vec<String> = split(module)?.iter().enumerate().map(array).collect();
    Ok(format!("[{}]", arrays.join(",")))
}

/// A module as streams of bytes.
fn split(module: &[u8]) -> Result<Vec<Vec<u8>>> {
    let (mut apart, mut from) = (vec![Vec::new(); STREAMS], Cursor { bytes: module, at: 8 });
    let whole = loop {
        let start = from.at;
        match (from.byte(), from.number()) {
            (Some(CODE_SECTION), Some(_)) => {
                apart[BEFORE].extend(&module[..start]);
                break code(&mut from, &mut apart);
            }
            (Some(_), Some(length)) => from.at += length,
            _ => break None,
        }
    };
    whole.ok_or_else(|| format!("the module: unexpected at byte {} of {}", from.at, module.len()))?;
    apart[BEHIND].extend(&module[from.at..]);
    Ok(apart)
}

/// The code of all functions; `None` if it is not what compilers emit.
fn code(from: &mut Cursor, apart: &mut [Vec<u8>]) -> Option<()> {
    for _ in 0..from.copied(&mut apart[VARIABLES])? {
        let length = from.number()?;
        let end = from.at + length;
        for _ in 0..from.copied(&mut apart[VARIABLES])? {
            from.copied(&mut apart[VARIABLES])?;
            apart[VARIABLES].push(from.byte()?);
        }
        while from.at < end {
            instruction(from, apart)?;
        }
        (from.at == end).then_some(())?;
    }
    Some(())
}

fn instruction(from: &mut Cursor, apart: &mut [Vec<u8>]) -> Option<()> {
    let opcode = from.byte()?;
    apart[CODE].push(opcode);
    let mut last = 0;
    if (READ..=WRITTEN).contains(&opcode) {
        from.number()?;
    }
    let next = from.after_number();
    for stream in operands(opcode)? {
        let stream = next.and_then(|next| by_next(opcode, next)).unwrap_or(*stream);
        last = from.copied(&mut apart[stream])?;
    }
    match opcode {
        BR_TABLE => (0..=last).try_for_each(|_| from.copied(&mut apart[LABEL]).map(drop)),
        PREFIX => {
            let count = of_prefixed(u8::try_from(last).ok()?)?;
            (0..count).try_for_each(|_| from.copied(&mut apart[CODE]).map(drop))
        }
        F32 | F64 => {
            (0..if opcode == F32 { 4 } else { 8 }).try_for_each(|_| from.byte().map(|byte| apart[CODE].push(byte)))
        }
        _ => Some(()),
    }
}

/// A place in a module.
struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Cursor<'_> {
    fn byte(&mut self) -> Option<u8> {
        let byte = self.bytes.get(self.at)?;
        self.at += 1;
        Some(*byte)
    }

    /// A number in LEB128; of a negative or long one, only its end is right.
    fn number(&mut self) -> Option<usize> {
        let (mut number, mut shift) = (0usize, 0);
        loop {
            let byte = self.byte()?;
            number |= usize::from(byte & 127).checked_shl(shift).unwrap_or(0);
            shift += 7;
            if byte < 128 {
                return Some(number);
            }
        }
    }

    /// The byte behind the number that comes, which stays where it is.
    fn after_number(&self) -> Option<u8> {
        let mut ahead = Cursor { ..*self };
        ahead.number()?;
        ahead.byte()
    }

    /// A number, whose bytes go to a stream.
    fn copied(&mut self, stream: &mut Vec<u8>) -> Option<usize> {
        let start = self.at;
        let number = self.number()?;
        stream.extend(&self.bytes[start..self.at]);
        Some(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;
    use wasm_encoder::{
        CodeSection, Function, FunctionSection, Instruction, MemArg, MemArgTarget, Module, TypeSection, ValType,
    };

    /// A module with instructions of every kind that has operands.
    fn module() -> Vec<u8> {
        let at = |offset| MemArg { offset, align: 2, target: MemArgTarget::Memory(0), ordering: None };
        let mut function = Function::new([(3, ValType::I32), (200, ValType::F64)]);
        for instruction in [
            Instruction::Block(wasm_encoder::BlockType::Empty),
            Instruction::I32Const(-1_000_000),
            Instruction::I32Const(17),
            Instruction::I32Add,
            Instruction::I32Const(18),
            Instruction::I32LtU,
            Instruction::I64Const(i64::MIN),
            Instruction::F32Const(1.5.into()),
            Instruction::F64Const(f64::NAN.into()),
            Instruction::LocalGet(201),
            Instruction::LocalGet(202),
            Instruction::I32Load(at(1 << 20)),
            Instruction::I64Store8(at(3)),
            Instruction::If(wasm_encoder::BlockType::Result(ValType::I32)),
            Instruction::BrTable((&[0, 1, 300]).into(), 2),
            Instruction::End,
            Instruction::MemoryCopy { src_mem: 0, dst_mem: 0 },
            Instruction::MemoryFill(0),
            Instruction::I32TruncSatF64S,
            Instruction::CallIndirect { type_index: 5, table_index: 0 },
            Instruction::Call(812),
            Instruction::GlobalSet(1),
            Instruction::TableGet(1),
            Instruction::BrIf(0),
            Instruction::End,
            Instruction::End,
        ] {
            function.instruction(&instruction);
        }
        let (mut types, mut functions, mut code) = (TypeSection::new(), FunctionSection::new(), CodeSection::new());
        types.ty().function([], []);
        for _ in 0..3 {
            functions.function(0);
            code.function(&function);
        }
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&code);
        module.section(&wasm_encoder::CustomSection { name: "last".into(), data: b"behind"[..].into() });
        module.finish()
    }

    #[test]
    fn instructions_and_their_operands_stand_apart() {
        let streams = split(&module()).unwrap();
        assert_eq!(streams[FUNCTION], [0xac, 6].repeat(3));
        assert_eq!(streams[OFFSET], [0x80, 0x80, 0x40, 3].repeat(3));
        assert_eq!([POINTER, FIRST, ADDED, RECKONED].map(|stream| streams[stream].len()), [6, 6, 3, 3]);
        assert_eq!(streams[LABEL], [3, 0, 1, 0xac, 2, 2, 0].repeat(3));
        assert!(streams[BEHIND].ends_with(b"lastbehind"));
    }

    #[test]
    fn what_is_not_understood_is_no_module_of_ours() {
        let mut module = module();
        assert!(split(&module[..module.len() / 2]).is_err());
        let call = module.windows(2).position(|bytes| bytes == [0x10, 0xac]).unwrap();
        module[call] = 0xfd;
        assert!(split(&module).is_err(), "an instruction for vectors");
    }

    /// The script's own code puts it together, in Node. Lengths may be written with more bytes than they need.
    #[test]
    fn the_script_puts_the_module_together_again() {
        let module = module();
        let script = format!(
            "const wasm = {}, operands = {};\n{}\nprocess.stdout.write(assemble());",
            literal(&module).unwrap(),
            table(),
            include_str!("../host/module.js"),
        );
        let output = Command::new("node").arg("-e").arg(script).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(split(&output.stdout).unwrap(), split(&module).unwrap());
        assert!(wasmparser::Parser::new(0).parse_all(&output.stdout).all(|payload| payload.is_ok()));
    }
}
