//! The texts of single cells as values, or what is wrong with them.

use super::nearest::nearest;
use super::problem::{one_of, quoted};
use crate::time::{Day, Edtf, EdtfError, Interval};

/// Why a cell is not what its column holds.
#[derive(Debug)]
pub(super) enum Fault {
    /// What is wrong, and what was expected.
    Here(String, String),
    /// The cause is another problem, which is reported where it is.
    Elsewhere,
}

impl Fault {
    /// A fault of this very cell.
    pub fn new(what: impl Into<String>, expected: impl Into<String>) -> Fault {
        Fault::Here(what.into(), expected.into())
    }
}

/// One of an enumeration's values.
pub(super) fn value<T: Copy + 'static>(
    all: &'static [T],
    id: fn(T) -> &'static str,
) -> impl Fn(&str) -> Result<T, Fault> {
    move |cell| {
        let ids = || all.iter().map(|value| id(*value));
        all.iter().copied().find(|value| id(*value) == cell).ok_or_else(|| {
            let near = one_of(nearest(cell, ids()));
            Fault::new(format!("unknown value {}", quoted(cell)), format!("{}; the nearest is {near}", one_of(ids())))
        })
    }
}

/// A day.
pub(super) fn day(cell: &str) -> Result<Day, Fault> {
    Day::parse(cell).ok_or_else(|| Fault::new(format!("malformed day {}", quoted(cell)), "a day such as 2026-11-23"))
}

/// A date or an interval.
pub(super) fn date(cell: &str) -> Result<Edtf, Fault> {
    Edtf::parse(cell).map_err(|error| edtf_fault(cell, error))
}

/// An interval; a date alone will not do.
pub(super) fn interval(cell: &str) -> Result<Interval, Fault> {
    if let Ok(Edtf::Date(date)) = Edtf::parse(cell) {
        return Err(Fault::new(format!("a date {} alone", quoted(cell)), format!("an interval such as {date}/{date}")));
    }
    Interval::parse(cell).map_err(|error| edtf_fault(cell, error))
}

fn edtf_fault(cell: &str, error: EdtfError) -> Fault {
    let cell = quoted(cell);
    let what = match error {
        EdtfError::Form => format!("malformed date {cell}"),
        EdtfError::NoSuchDay => format!("no such date {cell}"),
        EdtfError::EndBeforeStart => format!("an end before the start in {cell}"),
        EdtfError::NoDate => format!("no date in {cell}"),
    };
    Fault::new(what, error.to_string())
}

/// A count.
pub(super) fn number(cell: &str) -> Result<u16, Fault> {
    let number = if cell.bytes().all(|byte| byte.is_ascii_digit()) { cell.parse().ok() } else { None };
    number
        .filter(|number| *number > 0)
        .ok_or_else(|| Fault::new(format!("malformed number {}", quoted(cell)), "a whole number from 1 to 65535"))
}

/// An address that a reader can follow without harm.
pub(super) fn url(cell: &str) -> Result<String, Fault> {
    let host = ["https://", "http://"].iter().find_map(|scheme| cell.strip_prefix(scheme));
    if host.is_some_and(|host| host.starts_with(char::is_alphanumeric)) && !cell.contains(char::is_whitespace) {
        return Ok(cell.into());
    }
    Err(Fault::new(format!("malformed address {}", quoted(cell)), "an address that begins with https:// or http://"))
}

/// The parts of a cell that holds several, separated by ` | `.
pub(super) fn list(cell: &str) -> Result<Vec<&str>, Fault> {
    let parts: Vec<&str> = cell.split('|').map(str::trim).collect();
    if parts.iter().any(|part| part.is_empty()) {
        return Err(Fault::new("an empty part in a list", "parts with ` | ` between them"));
    }
    Ok(parts)
}

/// Whether an id is well formed: lower-case ASCII letters and digits, single hyphens inside.
pub(super) fn is_id(cell: &str) -> bool {
    cell.split('-')
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

/// Whether a section's letters are well formed.
pub(super) fn is_section(cell: &str) -> bool {
    !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The section of a place such as `B7`; `None` if it is malformed.
pub(super) fn section_of(place: &str) -> Option<&str> {
    let digits = place.find(|letter: char| letter.is_ascii_digit())?;
    let (section, sentence) = place.split_at(digits);
    let counted = !sentence.starts_with('0') && sentence.bytes().all(|byte| byte.is_ascii_digit());
    (is_section(section) && counted).then_some(section)
}

/// The first character of a cell that no table should hold: a control character, or one that turns the direction of
/// writing, by which a text can be made to look like another.
pub(super) fn forbidden(cell: &str) -> Option<(char, &'static str)> {
    cell.chars().find_map(|letter| match letter {
        letter if letter.is_control() => Some((letter, "control character")),
        '\u{2028}' | '\u{2029}' | '\u{feff}' => Some((letter, "control character")),
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some((letter, "bidirectional control character"))
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_lower_case_with_single_hyphens_inside() {
        for id in ["energy", "mou-2018", "2nd-plan", "a"] {
            assert!(is_id(id), "{id}");
        }
        for id in ["", "Energy", "mou_2018", "-a", "a-", "a--b", "énergie", "a b"] {
            assert!(!is_id(id), "{id}");
        }
    }

    #[test]
    fn a_place_is_a_section_and_a_sentence() {
        assert_eq!(section_of("B7"), Some("B"));
        assert_eq!(section_of("AB12"), Some("AB"));
        for place in ["", "B", "7", "b7", "B07", "B0", "B7a", "B7,"] {
            assert_eq!(section_of(place), None, "{place}");
        }
    }

    #[test]
    fn addresses_are_of_the_web() {
        assert!(url("https://asean.org/a/").is_ok() && url("http://example.org").is_ok());
        for address in ["javascript:alert(1)", "ftp://example.org", "https://", "https:// a", "example.org", "HTTP"] {
            assert!(url(address).is_err(), "{address}");
        }
    }

    #[test]
    fn numbers_are_whole_and_positive() {
        assert_eq!(number("52").ok(), Some(52));
        for cell in ["0", "-1", "+1", "52.0", "65536", "1e3"] {
            assert!(number(cell).is_err(), "{cell}");
        }
    }

    #[test]
    fn forbidden_characters_are_named_by_kind() {
        assert_eq!(forbidden("Сектор – энергетика"), None);
        assert_eq!(forbidden("a\u{7}").map(|found| found.1), Some("control character"));
        assert_eq!(forbidden("a\u{202e}b").map(|found| found.1), Some("bidirectional control character"));
    }
}
