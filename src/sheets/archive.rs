//! What is inside a zip: a workbook, or CSV files; and whether it may be unpacked at all.

use super::grid::Budget;
use super::{File, Opened, is_litter, ods, tables, text, xlsx};
use atlas_core::time::Day;
use atlas_dataset::{Told, told};
use std::io::{Cursor, Read, Write};
use zip::ZipArchive;
use zip::result::ZipError;

/// How much all files of an archive may hold unpacked, in bytes; and one of them.
const UNPACKED: u64 = 192 << 20;
const ONE: u64 = 128 << 20;
/// How many files there may be.
const FILES: usize = 5_000;
/// How many texts a workbook may say that it shares: its reader makes room for them before it has seen one.
const SHARED: u64 = 2_000_000;

/// Understands an archive.
pub fn open(bytes: &[u8], title: &str, today: Day) -> Result<Opened, Told> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(refused)?;
    if archive.len() > FILES {
        return Err(told!("too-many-files", number = FILES));
    }
    let names: Vec<String> = archive.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect();
    let has = |name: &str| names.iter().any(|own| own == name);
    let mut budget = Budget::new();
    if has("[Content_Types].xml") {
        if names.iter().any(|name| name.starts_with("word/") || name.starts_with("ppt/")) {
            return Err(told!("no-workbook"));
        }
        if names.iter().any(|name| name.ends_with("workbook.bin")) {
            return Err(told!("binary-workbook"));
        }
        let merges = weigh(&mut archive)?;
        let macros = names.iter().any(|name| name.ends_with("vbaProject.bin"));
        let grids = xlsx::grids(bytes, merges, &mut budget)?;
        return Ok(tables::of(grids, title, today, macros));
    }
    if has("mimetype") && has("content.xml") {
        weigh(&mut archive)?;
        let manifest = unpacked(&mut archive, "META-INF/manifest.xml").unwrap_or_default();
        if String::from_utf8_lossy(&manifest).contains("encryption-data") {
            return Err(told!("password"));
        }
        if !unpacked(&mut archive, "mimetype")?.starts_with(b"application/vnd.oasis.opendocument.spreadsheet") {
            return Err(told!("no-workbook"));
        }
        let content = unpacked(&mut archive, "content.xml")?;
        let macros = names.iter().any(|name| name.starts_with("Basic/"));
        return Ok(tables::of(ods::grids(&content, &mut budget)?, title, today, macros));
    }
    weigh(&mut archive)?;
    let mut files = Vec::new();
    for name in names.iter().filter(|name| text::is_wanted(name) && !is_litter(name)) {
        files.push(File { name: name.clone(), bytes: unpacked(&mut archive, name)? });
    }
    if files.is_empty() {
        return Err(told!("nothing-in-archive"));
    }
    let mut opened = text::set(files, today)?;
    opened.title = title.to_owned();
    Ok(opened)
}

/// Counts what the archive holds, by unpacking it into nothing: what it says of itself need not be true. Tells, since all of it
/// passes by, whether any sheet of a workbook has merged cells.
fn weigh(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<bool, Told> {
    let mut all = 0;
    let mut merges = Watch::default();
    for index in 0..archive.len() {
        let file = archive.by_index(index).map_err(refused)?;
        let is_shared = file.name().is_ok_and(|name| name.ends_with("sharedStrings.xml"));
        let mut file = file.take(ONE + 1);
        let mut head = Vec::new();
        if is_shared {
            let most = file.by_ref().take(4096).read_to_end(&mut head);
            most.map_err(|error| told!("broken-archive", error = error.to_string()))?;
            if promised(&head) > SHARED {
                return Err(told!("too-many-cells-in-all", number = SHARED as usize));
            }
        }
        let rest = std::io::copy(&mut file, &mut merges);
        let one = rest.map_err(|error| told!("broken-archive", error = error.to_string()))? + head.len() as u64;
        all += one;
        if one > ONE || all > UNPACKED {
            return Err(told!("too-large-unpacked", number = (UNPACKED >> 20) as usize));
        }
    }
    Ok(merges.found)
}

/// Looks for the name of the element that tells of merged cells, in bytes that come piece by piece.
#[derive(Default)]
struct Watch {
    /// How many of its letters were the last that came.
    matched: usize,
    found: bool,
}

const MERGE: &[u8] = b"mergeCell";

impl Write for Watch {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        for byte in bytes {
            // Its first letter stands in it only once, so no earlier beginning can be missed.
            self.matched = if *byte == MERGE[self.matched] { self.matched + 1 } else { usize::from(*byte == MERGE[0]) };
            if self.matched == MERGE.len() {
                (self.found, self.matched) = (true, 0);
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// How many shared texts a workbook promises.
fn promised(head: &[u8]) -> u64 {
    let head = String::from_utf8_lossy(head);
    let number =
        |text: &str| text.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap_or(u64::MAX);
    head.split_once("uniqueCount")
        .map_or(0, |(_, rest)| number(rest.trim_start_matches([' ', '=', '"', '\'', '\n', '\t'])))
}

fn unpacked(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Vec<u8>, Told> {
    let file = archive.by_name(name).map_err(refused)?;
    let mut bytes = Vec::new();
    let read = file.take(ONE).read_to_end(&mut bytes);
    read.map_err(|error| told!("broken-archive", error = error.to_string()))?;
    Ok(bytes)
}

fn refused(error: ZipError) -> Told {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => told!("password"),
        error => told!("broken-archive", error = error.to_string()),
    }
}

/// What a compound file is: a workbook under a password, or one of before 2007.
pub fn compound(bytes: &[u8]) -> Told {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let locked = bytes.windows(name.len()).any(|window| window == name);
    if locked { told!("password") } else { told!("old-workbook") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merged_cells_are_seen_wherever_their_name_is_cut() {
        let text = b"</row></sheetData><mermergeCells count=\"1\">";
        let found = |pieces: [&[u8]; 2]| {
            let mut watch = Watch::default();
            pieces.iter().for_each(|piece| watch.write_all(piece).unwrap());
            watch.found
        };
        for at in 0..text.len() {
            let (one, other) = text.split_at(at);
            assert!(found([one, other]), "{at}");
        }
        assert!(!found([b"<mergeC", b" ell/>"]));
    }
}
