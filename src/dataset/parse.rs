//! The texts of single cells as values, or what is wrong with them.

use super::field::Kind;
use super::near;
use super::nearest::nearest;
use super::told::{Told, one_of, quoted};
use crate::told;
use atlas_core::letters;
use atlas_core::time::{Day, Edtf, EdtfError, Interval};

/// Why a cell is not what its column holds.
#[derive(Debug)]
pub(super) enum Fault {
    /// What is wrong, and what was expected.
    Here(Told, Told),
    /// The cause is another problem, which is reported where it is.
    Elsewhere,
}

impl Fault {
    /// A fault of this very cell.
    pub fn new(what: Told, expected: Told) -> Fault {
        Fault::Here(what, expected)
    }

    /// The fault of a cell that is not as all of its kind are.
    pub fn malformed(what: Told, kind: Kind) -> Fault {
        Fault::new(what, kind.expectation())
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
            let expected = told!("one-of-near", values = one_of(ids()), near = near);
            Fault::new(told!("unknown-value", value = quoted(cell)), expected)
        })
    }
}

/// A day.
pub(super) fn day(cell: &str) -> Result<Day, Fault> {
    Day::parse(cell).ok_or_else(|| {
        let expected = match near::date(cell).filter(|near| Day::parse(near).is_some()) {
            Some(near) => told!("day-near", near = quoted(&near)),
            None => Kind::Day.expectation(),
        };
        Fault::new(told!("malformed-day", value = quoted(cell)), expected)
    })
}

/// A date or an interval.
pub(super) fn date(cell: &str) -> Result<Edtf, Fault> {
    Edtf::parse(cell).map_err(|error| edtf_fault(cell, error))
}

/// An interval; a date alone will not do.
pub(super) fn interval(cell: &str) -> Result<Interval, Fault> {
    if let Ok(Edtf::Date(date)) = Edtf::parse(cell) {
        let expected = told!("interval-such-as", value = format!("{date}/{date}"));
        return Err(Fault::new(told!("date-alone", value = quoted(cell)), expected));
    }
    Interval::parse(cell).map_err(|error| edtf_fault(cell, error))
}

/// What is wrong with a date that begins or ends a term, and what was expected; nothing if it is one.
pub(super) fn end(cell: &str) -> Option<(Told, Told)> {
    let error = match Edtf::parse(cell) {
        Ok(Edtf::Date(_)) => return None,
        _ if cell == ".." => return None,
        Ok(Edtf::Interval(_)) => EdtfError::Form,
        Err(error) => error,
    };
    match edtf_fault(cell, error) {
        Fault::Here(what, expected) => Some((what, expected)),
        Fault::Elsewhere => None,
    }
}

fn edtf_fault(cell: &str, error: EdtfError) -> Fault {
    let value = quoted(cell);
    let (what, expected) = match error {
        EdtfError::Form => {
            let expected = match near::date(cell) {
                Some(near) => told!("edtf-near", near = quoted(&near)),
                None => told!("edtf"),
            };
            (told!("malformed-date", value = value), expected)
        }
        EdtfError::NoSuchDay => (told!("no-such-date", value = value), told!("a-date-of-the-calendar")),
        EdtfError::EndBeforeStart => (told!("end-before-start", value = value), told!("start-first")),
        EdtfError::NoDate => (told!("no-date", value = value), told!("at-least-one-date")),
    };
    Fault::new(what, expected)
}

/// A count.
pub(super) fn number(cell: &str) -> Result<u16, Fault> {
    let number = if cell.bytes().all(|byte| byte.is_ascii_digit()) { cell.parse().ok() } else { None };
    number
        .filter(|number| *number > 0)
        .ok_or_else(|| Fault::malformed(told!("malformed-number", value = quoted(cell)), Kind::Number))
}

/// An address that a reader can follow without harm.
pub(super) fn url(cell: &str) -> Result<String, Fault> {
    let host = ["https://", "http://"].iter().find_map(|scheme| cell.strip_prefix(scheme));
    if host.is_some_and(|host| host.starts_with(char::is_alphanumeric)) && !cell.contains(char::is_whitespace) {
        return Ok(cell.into());
    }
    Err(Fault::malformed(told!("malformed-address", value = quoted(cell)), Kind::Url))
}

/// The parts of a cell that holds several, separated by ` | `.
pub(super) fn list(cell: &str) -> Result<Vec<&str>, Fault> {
    let parts: Vec<&str> = cell.split('|').map(str::trim).collect();
    if parts.iter().any(|part| part.is_empty()) {
        return Err(Fault::new(told!("empty-part"), told!("parts")));
    }
    Ok(parts)
}

/// Whether an id is well formed: lower-case ASCII letters and digits, single hyphens inside.
pub(super) fn is_id(cell: &str) -> bool {
    cell.split('-')
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

/// The fault of a cell that should be an id.
pub(super) fn malformed_id(cell: &str) -> Fault {
    let expected = match near::id(cell) {
        Some(near) => told!("id-near", near = quoted(&near)),
        None => Kind::Id.expectation(),
    };
    Fault::new(told!("malformed-id", value = quoted(cell)), expected)
}

/// Whether a section's letters are well formed.
pub(super) fn is_section(cell: &str) -> bool {
    !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The section of a place such as `B7`, or of its heading, `B0`; `None` if it is malformed.
pub(super) fn section_of(place: &str) -> Option<&str> {
    let digits = place.find(|letter: char| letter.is_ascii_digit())?;
    let (section, sentence) = place.split_at(digits);
    let counted = (sentence == "0" || !sentence.starts_with('0')) && sentence.bytes().all(|byte| byte.is_ascii_digit());
    (is_section(section) && counted).then_some(section)
}

/// What no text of a table may be, whatever it says: with letters that could harm a page, or without end. What is wrong,
/// and what was expected.
pub(super) fn unfit(text: &str, limit: usize) -> Option<(Told, Told)> {
    // Most texts have nothing but letters and signs that are far from all that is unfit.
    let is_plain = |letter: char| matches!(letter, ' '..='~' | '\u{a0}'..='\u{2ff}' | 'Ѐ'..='ҁ' | '–'..='”');
    if text.len() <= limit && text.chars().all(is_plain) {
        return None;
    }
    let fault = letters::checked(text).find_map(|(letter, fault)| Some((letter, fault?)));
    if let Some((letter, fault)) = fault {
        let code = format!("U+{:04X}", letter as u32);
        return Some(match fault {
            letters::Fault::Control => (told!("control-character", code = code), told!("text-without-it")),
            letters::Fault::Noncharacter => (told!("noncharacter", code = code), told!("text-without-it")),
            letters::Fault::Direction => (told!("direction-character", code = code), told!("text-without-it")),
            letters::Fault::Marks => (told!("mark-too-many", code = code), told!("marks-at-most", number = 4)),
        });
    }
    let count = text.chars().count();
    (count > limit).then(|| (told!("letters", number = count), told!("at-most", number = limit)))
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
        assert_eq!(section_of("B0"), Some("B"), "its heading");
        for place in ["", "B", "7", "b7", "B07", "B00", "B7a", "B7,"] {
            assert_eq!(section_of(place), None, "{place}");
        }
    }

    #[test]
    fn a_term_begins_and_ends_with_a_date_or_is_open() {
        for good in ["2016", "2019-09", "2019-09-10", "2016~", ".."] {
            assert_eq!(end(good), None, "{good}");
        }
        for bad in ["09.2019", "2016/2020", "2019-13", "soon"] {
            let (what, _) = end(bad).unwrap();
            assert!(what.to_string().contains(&quoted(bad)), "{what}");
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
    fn unfit_texts_are_named_by_kind() {
        let what = |text: &str| unfit(text, 10).map(|(what, expected)| format!("{what}, expected {expected}"));
        assert_eq!(what("Ж – \u{e000}\u{f8ff}א"), None);
        for (text, problem) in [
            ("a\u{7}", "control character U+0007, expected text without it"),
            ("a\u{202e}b", "bidirectional control character U+202E, expected text without it"),
            ("a\u{10fffe}", "noncharacter U+10FFFE, expected text without it"),
            ("a\u{301}\u{301}\u{301}\u{301}\u{302}", "a combining mark too many, U+0302, expected at most 4 in a row"),
            ("ЖЖЖЖЖЖЖЖЖЖЖ", "11 letters, expected at most 10"),
        ] {
            assert_eq!(what(text).as_deref(), Some(problem));
        }
    }
}
