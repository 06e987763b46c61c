//! A dataset as bytes: what is compiled in, and what the element's `src` points to.
//!
//! ```text
//! 0   8   magic: 89 "ATLAS" 0D 0A
//! 8   2   format version
//! 10  4   CRC-32 of everything behind it
//! 14  4   length of the content
//! 18  …   the content: `model::Tables` by postcard
//! ```
//! Numbers are little-endian. The first byte is no text in any encoding, and the last two are the line end that
//! transfers in text mode destroy, so that a file which came through one is not taken for an atlas. CRC-32 (the one of
//! zip and PNG) finds each damage of up to 32 bits in a row and misses one in four thousand million others; it guards
//! against accidents, not against forgery. A well-checksummed content may still be forged or made by a faulty program:
//! [`read`] checks every index in it, so that nothing that is later looked up can be out of range.

mod excess;
mod wire;

pub use excess::{Excess, excess};

use crate::model::{Activities, Dataset, Tables};
use core::fmt;

/// What every file begins with.
const MAGIC: [u8; 8] = *b"\x89ATLAS\r\n";
/// Raised with every change of [`Tables`] or of what it is made of: postcard does not describe itself.
const VERSION: u16 = 4;

/// Why bytes are no dataset. Its `Display` says it to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackedError {
    /// Something else altogether.
    NotAtlas,
    /// Of another version of the format.
    Version {
        /// The version in the file.
        found: u16,
    },
    /// It ends too early.
    Truncated,
    /// Some of its bytes are not those that were written.
    Checksum,
    /// Its bytes are as they were written, but they are no dataset.
    Content,
    /// It is a dataset, but larger than a page bears.
    TooLarge(Excess),
}

impl PackedError {
    /// The code in `atlas-error`.
    pub fn code(self) -> &'static str {
        match self {
            PackedError::NotAtlas => "dataset-foreign",
            PackedError::Version { .. } => "dataset-version",
            PackedError::Truncated | PackedError::Checksum | PackedError::Content | PackedError::TooLarge(_) => {
                "dataset-damaged"
            }
        }
    }
}

impl fmt::Display for PackedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            PackedError::NotAtlas => "This file is not a packed dataset of the atlas.",
            PackedError::Version { found } => {
                // Both sentences name the cure: an old file is packed anew, a new one wants a new atlas.
                let (age, cure) = match *found < VERSION {
                    true => ("older", "Pack its tables again with this version: atlas pack DIR -o FILE.atlas."),
                    false => ("newer", "Use a newer version of the atlas."),
                };
                return write!(
                    f,
                    "This dataset was packed by a version of the atlas that is {age} than this one: format {found}, expected {VERSION}. {cure}"
                );
            }
            PackedError::Truncated => "This dataset is damaged: its end is missing.",
            PackedError::Checksum => "This dataset is damaged: its content does not match its checksum.",
            PackedError::Content => "This dataset is damaged: its content is not that of an atlas.",
            PackedError::TooLarge(Excess { what, found, most }) => {
                return write!(f, "This dataset is too large: {what}: {found}, expected at most {most}.");
            }
        })
    }
}

impl core::error::Error for PackedError {}

/// Packs checked tables.
#[cfg(any(not(target_arch = "wasm32"), feature = "write"))]
pub fn write(tables: &Tables) -> Vec<u8> {
    // Writing plain data into memory fails for nothing.
    let content = postcard::to_allocvec(tables).unwrap_or_default();
    wrap(VERSION, &content)
}

#[cfg(any(not(target_arch = "wasm32"), feature = "write"))]
fn wrap(version: u16, content: &[u8]) -> Vec<u8> {
    let length = (content.len() as u32).to_le_bytes();
    let checksum = crc32(length.iter().chain(content));
    let mut bytes = Vec::with_capacity(MAGIC.len() + 10 + content.len());
    bytes.extend_from_slice(&MAGIC);
    bytes.extend_from_slice(&version.to_le_bytes());
    bytes.extend_from_slice(&checksum.to_le_bytes());
    bytes.extend_from_slice(&length);
    bytes.extend_from_slice(content);
    bytes
}

/// Unpacks a dataset, whatever the bytes are.
///
/// # Errors
/// [`PackedError`] says why they are none.
///
/// ```
/// use atlas_core::packed::{self, PackedError};
///
/// let dataset = atlas_dataset::read("../data".as_ref()).unwrap();
/// let mut bytes = packed::write(dataset.tables());
/// assert_eq!(packed::read(&bytes), Ok(dataset));
///
/// assert_eq!(packed::read(&bytes[..100]), Err(PackedError::Truncated));
/// bytes[100] ^= 1;
/// assert_eq!(packed::read(&bytes), Err(PackedError::Checksum));
/// assert_eq!(packed::read(b"PK"), Err(PackedError::NotAtlas));
/// ```
pub fn read(bytes: &[u8]) -> Result<Dataset, PackedError> {
    let tables = wire::tables(unwrap(bytes)?).filter(is_sound).ok_or(PackedError::Content)?;
    if let Some(excess) = excess(&tables) {
        return Err(PackedError::TooLarge(excess));
    }
    let dataset = Dataset::new(tables);
    match excess::excess_of_inferred(&dataset) {
        Some(excess) => Err(PackedError::TooLarge(excess)),
        None => Ok(dataset),
    }
}

/// The content, if it is all there and unharmed.
fn unwrap(bytes: &[u8]) -> Result<&[u8], PackedError> {
    let magic = &MAGIC[..MAGIC.len().min(bytes.len())];
    let rest = bytes.strip_prefix(magic).ok_or(PackedError::NotAtlas)?;
    let (version, rest) = number(rest)?;
    let found = u16::from_le_bytes(version);
    if found != VERSION {
        return Err(PackedError::Version { found });
    }
    let (checksum, rest) = number(rest)?;
    let (length, content) = number(rest)?;
    if content.len() < u32::from_le_bytes(length) as usize {
        return Err(PackedError::Truncated);
    }
    // What follows the content is in `rest` too, and no file that was written has that checksum.
    if crc32(rest) != u32::from_le_bytes(checksum) {
        return Err(PackedError::Checksum);
    }
    Ok(content)
}

/// The bytes of a number, and what follows it.
fn number<const N: usize>(bytes: &[u8]) -> Result<([u8; N], &[u8]), PackedError> {
    bytes.split_first_chunk().map(|(number, rest)| (*number, rest)).ok_or(PackedError::Truncated)
}

/// CRC-32 of ISO-HDLC, by a table that is made on the spot: its making takes microseconds, its bytes would be
/// downloaded by everybody.
fn crc32<'a>(bytes: impl IntoIterator<Item = &'a u8>) -> u32 {
    let step = |sum: u32| if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 };
    let mut table = [0u32; 256];
    for (byte, entry) in (0u32..).zip(&mut table) {
        *entry = (0..8).fold(byte, |sum, _| step(sum));
    }
    !bytes.into_iter().fold(!0, |sum, byte| table[usize::from(sum as u8 ^ byte)] ^ (sum >> 8))
}

/// Whether there is a language, the columns of the activities fit together, and addresses are of the web. Ids and dates
/// are checked as they are unpacked, sizes by [`excess`].
fn is_sound(tables: &Tables) -> bool {
    let web = |url: &str| url.is_empty() || url.starts_with("https://") || url.starts_with("http://");
    !tables.languages.is_empty()
        && tables.sources.iter().all(|source| web(&source.url))
        && are_activities_sound(tables, &tables.activities)
}

fn are_activities_sound(tables: &Tables, activities: &Activities) -> bool {
    let rows = activities.len();
    let ends = &activities.sector_ends;
    [ends.len(), activities.dates.len(), activities.states.len(), activities.sources.len()] == [rows; 4]
        && [activities.slugs.len(), activities.locators.len()] == [rows; 2]
        && activities.titles.len() == tables.languages.len()
        && activities.titles.iter().all(|titles| titles.len() == rows)
        && ends.is_sorted()
        && ends.last().map_or(0, |end| *end as usize) == activities.sectors.len()
}
