//! Letters that could harm a page, and what becomes of each kind of them: the one place where that is decided.
//!
//! | letters | in a table | in the search | in a packed dataset of another program |
//! |---|---|---|---|
//! | controls: C0, C1, line and paragraph separators, byte order mark | refused | dropped, with a notice | shown as `�` |
//! | noncharacters: U+FDD0 to U+FDEF, the last two of each plane | refused | dropped, with a notice | shown as `�` |
//! | controls of direction: marks, embeddings, overrides, isolates | refused | dropped, with a notice | shown as `�` |
//! | combining marks, from the fifth in a row on | refused | dropped, with a notice | shown as `�` |
//! | letters beyond the longest text | refused | dropped, with a notice | shown, wrapped |
//! | private use, unassigned, everything else | shown | shown | shown |
//!
//! A text of the data with letters that are written from right to left, or with a word without end, is set apart from the
//! sentence that it stands in, see [`is_unruly`]; so are the words of the search. No text needs controls of direction for
//! that, balanced or not. An escape in an address that is no UTF-8, such as that of half a surrogate pair, reads as `�`, as everywhere on the web.
//! What an address has besides the search is either known, letter by letter, or named in the notice, see [`brief`].

use std::borrow::Cow;

/// How many letters a cell of a text may have.
pub const LONGEST_TEXT: usize = 5_000;

/// How many letters a search may have.
pub const LONGEST_SEARCH: usize = 200;

/// How many letters a word may have that is laid out like any other.
const LONGEST_WORD: usize = 60;

/// How many combining marks may stand on one letter: more would be painted over the lines above and below it.
const MARKS: u32 = 4;

/// How many letters a notice names of what it complains of.
const BRIEF: usize = 200;

/// Why a letter may not stand where it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is a control character.
    Control,
    /// It never will be a character.
    Noncharacter,
    /// It turns the direction of writing, by which a text can be made to look like another.
    Direction,
    /// Too many combining marks stand before it.
    Marks,
}

/// The letters of a text, with what is wrong with them.
pub fn checked(text: &str) -> impl Iterator<Item = (char, Option<Fault>)> {
    let mut marks = 0;
    text.chars().map(move |letter| {
        let fault = fault(letter);
        match letter {
            // Those of Latin, Cyrillic, Hebrew and Arabic, and those for every script.
            '\u{300}'..='\u{36f}'
            | '\u{483}'..='\u{489}'
            | '\u{591}'..='\u{5c7}'
            | '\u{610}'..='\u{61a}'
            | '\u{64b}'..='\u{65f}'
            | '\u{6d6}'..='\u{6ed}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}'
            | '\u{fe20}'..='\u{fe2f}' => marks += 1,
            // A letter that may not stand there does not part the marks around it.
            _ if fault.is_none() => marks = 0,
            _ => {}
        }
        (letter, fault.or((marks > MARKS).then_some(Fault::Marks)))
    })
}

fn fault(letter: char) -> Option<Fault> {
    match letter {
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' => Some(Fault::Control),
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some(Fault::Direction)
        }
        '\u{fdd0}'..='\u{fdef}' => Some(Fault::Noncharacter),
        letter if letter as u32 & 0xfffe == 0xfffe => Some(Fault::Noncharacter),
        _ => None,
    }
}

/// A text of the data as it is shown: `�` in the place of each letter that may not stand there.
pub fn tamed(text: &str) -> Cow<'_, str> {
    if checked(text).all(|(_, fault)| fault.is_none()) {
        return text.into();
    }
    checked(text).map(|(letter, fault)| if fault.is_none() { letter } else { char::REPLACEMENT_CHARACTER }).collect()
}

/// What a search keeps of the letters that were typed, and what it drops.
pub fn searched(typed: &str) -> (String, String) {
    let (mut kept, mut dropped) = (String::new(), String::new());
    let mut room = LONGEST_SEARCH;
    for (letter, fault) in checked(typed) {
        if fault.is_none() && room > 0 {
            room -= 1;
            kept.push(letter);
        } else {
            dropped.push(letter);
        }
    }
    (kept, dropped)
}

/// The beginning of a text, for a notice; letters that cannot be seen are named, as `U+202E`.
pub fn brief(text: &str) -> String {
    let mut out = String::new();
    let mut letters = checked(text);
    for (letter, fault) in letters.by_ref().take(BRIEF) {
        match fault {
            Some(Fault::Control | Fault::Noncharacter | Fault::Direction) => {
                out.push_str("U+");
                // As many digits as it takes, but four at least.
                for shift in [20, 16, 12, 8, 4, 0] {
                    if shift < 16 || letter as u32 >> shift > 0 {
                        out.push(char::from(b"0123456789ABCDEF"[letter as usize >> shift & 15]));
                    }
                }
            }
            Some(Fault::Marks) => {}
            None => out.push(letter),
        }
    }
    if letters.next().is_some() {
        out.push('…');
    }
    out
}

/// Whether a text has to be set apart from the sentence that it stands in: it has letters that are written from right to left,
/// which could take punctuation and numbers around it along, or a word that is too long for any line.
pub fn is_unruly(text: &str) -> bool {
    let mut length = 0;
    text.chars().any(|letter| {
        length = if letter.is_whitespace() { 0 } else { length + 1 };
        let turns = matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
        turns || length > LONGEST_WORD
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_stand_in_a_text_comes_through() {
        for text in [
            "Сектор – энергетика",
            "a\u{a0}b\u{ad}c",
            "\u{e000}\u{e123}\u{f8ff}\u{10fffd}",
            "שלום, 2019",
            "Vie\u{302}\u{323}t",
            "\u{301}",
            "👩\u{200d}🌾 \u{fffd}",
        ] {
            assert_eq!(tamed(text), text);
            assert_eq!(searched(text), (text.to_owned(), String::new()));
            assert_eq!(brief(text), text);
        }
    }

    #[test]
    fn what_may_not_is_replaced_dropped_or_named() {
        for (text, shown, kept, named) in [
            ("a\u{0}b", "a�b", "ab", "aU+0000b"),
            ("a\u{85}\u{2028}b", "a��b", "ab", "aU+0085U+2028b"),
            ("\u{202e}a\u{2069}", "�a�", "a", "U+202EaU+2069"),
            ("\u{fdd0}\u{ffff}\u{10fffe}", "���", "", "U+FDD0U+FFFFU+10FFFE"),
        ] {
            assert_eq!((tamed(text).as_ref(), searched(text).0.as_str(), brief(text).as_str()), (shown, kept, named));
        }
        let stacked = "z\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}o";
        assert_eq!(tamed(stacked), "z\u{301}\u{302}\u{303}\u{304}��o");
        assert_eq!(searched(stacked), ("z\u{301}\u{302}\u{303}\u{304}o".into(), "\u{305}\u{306}".into()));
    }

    #[test]
    fn a_search_and_a_notice_end_somewhere() {
        let (kept, dropped) = searched(&"я".repeat(10_000));
        assert_eq!((kept.chars().count(), dropped.chars().count()), (LONGEST_SEARCH, 10_000 - LONGEST_SEARCH));
        assert_eq!(brief(&"я".repeat(10_000)), "я".repeat(BRIEF) + "…");
    }

    #[test]
    fn what_was_cleaned_stays_as_it_is() {
        let text = "a\u{301}\u{302}\u{303}\u{202e}\u{304}\u{305}\u{0}\u{306}b";
        let kept = searched(text).0;
        assert_eq!(searched(&kept), (kept, String::new()));
        assert_eq!(tamed(&tamed(text)), tamed(text));
    }

    #[test]
    fn what_runs_from_right_to_left_or_does_not_end_is_unruly() {
        assert!(is_unruly("a א") && is_unruly("سلام") && is_unruly(&"a".repeat(100)));
        assert!(!is_unruly("Сектор – энергетика 2019 \u{e123}") && !is_unruly(&"word ".repeat(100)));
    }
}
