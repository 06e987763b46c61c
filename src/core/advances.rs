//! How wide texts are in the reader's font. Pure: the host measures the letters.
//!
//! Labels of the drawing stand beside one another in a picture, where a browser breaks no line and cuts no text. So the
//! layout has to know how wide each is, in whatever font and spacing the reader has.

use crate::order;
use crate::query::Catalogue;
use std::borrow::Cow;

/// What takes the place of the rest of a text.
const REST: char = '…';

/// What a hundredth is of the largest and heaviest of the labels, in CSS pixels.
const HUNDREDTH: f32 = 0.125 * 1.12;

/// The widths of letters at the size of the drawing's labels, in CSS pixels.
#[derive(Clone, Debug, Default)]
pub struct Advances(Vec<(char, f32)>);

impl PartialEq for Advances {
    /// Mostly they are the very same: every lane asks on every change.
    fn eq(&self, other: &Advances) -> bool {
        core::ptr::eq(self, other) || self.0 == other.0
    }
}

impl Advances {
    /// The letters that labels are made of: those of the dataset, and those of dates in either alphabet.
    pub fn sample(catalogue: &Catalogue) -> String {
        let tables = catalogue.data.tables();
        let names = (tables.partnerships.iter().map(|row| &row.name))
            .chain(tables.sectors.iter().map(|row| &row.name))
            .chain(tables.instruments.iter().map(|row| &row.short))
            .chain(tables.events.iter().map(|row| &row.name));
        let mut all: Vec<char> = names.flat_map(|text| &text.0).flat_map(|text| text.chars()).collect();
        all.extend((' '..='~').chain('А'..='я').chain(['–', REST, '←', '→']));
        // A letter that combines has no width of its own, and there is no end of signs that a dataset may hold.
        all.retain(|letter| !letter.is_control());
        let mut all = order::in_order(&all, |letter| *letter as i64);
        all.dedup();
        all.truncate(1000);
        all.into_iter().collect()
    }

    /// The widths of the letters of a sample, one after the other.
    pub fn measured(sample: &str, widths: impl Iterator<Item = f32>) -> Advances {
        Advances(sample.chars().zip(widths).collect())
    }

    /// What was not measured, as in the static view and in pictures, is as wide as in a wide font.
    fn letter(&self, letter: char) -> f32 {
        match self.0.binary_search_by_key(&letter, |(known, _)| *known) {
            Ok(at) => self.0[at].1,
            Err(_) => hundredths(letter) as f32 * HUNDREDTH,
        }
    }

    /// The width of a text in whole pixels, rounded up.
    pub fn width(&self, text: &str) -> i32 {
        text.chars().map(|letter| self.letter(letter)).sum::<f32>().ceil() as i32
    }

    /// As much of a text as has room, with an ellipsis if that is not all of it.
    pub fn fit<'a>(&self, text: &'a str, room: i32) -> Cow<'a, str> {
        if self.width(text) <= room {
            return Cow::Borrowed(text);
        }
        let mut left = room as f32 - self.letter(REST);
        let fits = |letter: &char| {
            left -= self.letter(*letter);
            left >= 0.0
        };
        let mut cut: String = text.chars().take_while(fits).collect();
        cut.truncate(cut.trim_end().len());
        cut.push(REST);
        Cow::Owned(cut)
    }
}

/// The width of a letter in a wide font, as DejaVu and Verdana are, in hundredths of its size: in any other, there is room left.
pub fn hundredths(letter: char) -> i32 {
    match (WIDTHS.iter().find(|(letters, _)| letters.contains(letter)), letter) {
        (Some((_, width)), _) => *width,
        (None, 'A'..='Z' | 'А'..='Я') => 72,
        (None, ..'\u{2e80}') => 62,
        _ => 105,
    }
}

/// Those that are not as wide as most of their script.
const WIDTHS: [(&str, i32); 5] =
    [("\u{ad}", 0), ("ijlI \u{a0}.,:;'’|", 34), ("frt-()/г", 45), ("мыъ&+=<>", 79), ("mwMW%…←→—ЖМФШЩЪЫЮжфшщю", 97)];

#[cfg(test)]
mod tests {
    use super::Advances;

    #[test]
    fn a_text_is_as_wide_as_its_letters() {
        let letters = Advances::measured("aм…", [5.5, 9.25, 11.0].into_iter());
        assert_eq!(letters.width("aм"), 15);
        assert_eq!(letters.width("東"), 15);
        assert!(Advances::default().width("Memorandum") > 70, "what is not measured counts as wide");
    }

    #[test]
    fn a_text_without_room_ends_with_an_ellipsis_within_it() {
        let letters = Advances::measured(" ab…", [4.0, 8.0, 8.0, 10.0].into_iter());
        assert_eq!(letters.fit("aab b", 36), "aab b");
        assert_eq!(letters.fit("aab b", 35), "aab…");
        assert_eq!(letters.fit("aab b", 34), "aab…");
        assert_eq!(letters.fit("aab b", 3), "…");
        for room in 10..40 {
            assert!(letters.width(&letters.fit("ab ab ab", room)) <= room);
        }
    }
}
