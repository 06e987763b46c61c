//! How wide texts are where nothing can be measured, so that a picture has the same lines everywhere.
//!
//! The widths are those of wide fonts, as DejaVu and Verdana are: in any other font there is room left.

use crate::advances::hundredths;

/// How a text is set.
pub(super) struct Type {
    /// Its size, in tenths of a pixel.
    pub tenths: i32,
    /// Its weight.
    pub weight: i32,
    /// Whether it is set like a title, in lines of about the same length.
    pub is_serif: bool,
}

impl Type {
    /// Letters without serifs.
    pub const fn plain(tenths: i32, weight: i32) -> Type {
        Type { tenths, weight, is_serif: false }
    }

    /// Letters with serifs.
    pub const fn serif(tenths: i32, weight: i32) -> Type {
        Type { tenths, weight, is_serif: true }
    }

    /// The height of a line.
    pub fn leading(&self) -> i32 {
        (self.tenths * 13 + 50) / 100
    }

    /// In [`UNIT`]s, of which a text of 10,000 letters has more than 32 bits hold.
    fn letter(&self, letter: char) -> i64 {
        i64::from(hundredths(letter) * self.tenths * if self.weight < 600 { 100 } else { 112 })
    }

    /// The width of a text in whole pixels, rounded up.
    pub fn width(&self, text: &str) -> i32 {
        pixels(text.chars().map(|letter| self.letter(letter)).sum())
    }

    /// The width of its longest word.
    pub fn longest(&self, text: &str) -> i32 {
        let (mut longest, mut word) = (0, 0);
        for letter in text.chars() {
            word = if matches!(letter, ' ' | '\n') { 0 } else { word + self.letter(letter) };
            longest = longest.max(word);
        }
        pixels(longest)
    }

    /// The lines of a text.
    pub fn lines<'a>(&self, text: &'a str, room: i32) -> Vec<&'a str> {
        let mut lines = self.full(text, room);
        let mut narrower = room;
        while self.is_serif && narrower > room / 2 {
            narrower -= 8;
            let other = self.full(text, narrower);
            if other.len() > lines.len() {
                break;
            }
            lines = other;
        }
        lines
    }

    /// Lines as full as can be. They break at spaces, and within a word only if it is longer than a whole line.
    #[inline(never)]
    fn full<'a>(&self, text: &'a str, room: i32) -> Vec<&'a str> {
        let mut lines = Vec::new();
        // Where the line begins, and what of it has room for sure; the widths of that and of the word behind it.
        let (mut start, mut end, mut used, mut word) = (0, 0, 0, 0);
        for (at, letter) in text.char_indices() {
            let width = self.letter(letter);
            if letter == '\n' {
                lines.push(&text[start..at]);
                (start, end, used, word) = (at + 1, at + 1, 0, 0);
                continue;
            }
            if letter == ' ' {
                (end, used, word) = (at, used + word, 0);
            } else if used + word + width > i64::from(room) * UNIT && at > start {
                if end == start {
                    end = at;
                    word = 0;
                }
                lines.push(&text[start..end]);
                start = end + usize::from(text[end..].starts_with(' '));
                (end, used) = (start, 0);
                if word > 0 {
                    // The space that it began with is gone.
                    word -= self.letter(' ');
                }
            }
            word += width;
        }
        lines.push(&text[start..]);
        lines.retain(|line| !line.is_empty());
        lines
    }
}

/// A pixel in what letters are counted in: hundredths of a size in tenths, and a hundred for their weight.
const UNIT: i64 = 100_000;

/// Whole pixels, rounded up.
fn pixels(units: i64) -> i32 {
    ((units + UNIT - 1) / UNIT) as i32
}

/// How wide a text of a picture is taken to be, which is set in letters of so many tenths of a pixel and of this weight.
pub fn width(text: &str, tenths: i32, weight: &str) -> i32 {
    Type::plain(tenths, if weight < "600" { 400 } else { 600 }).width(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces_and_in_words_that_are_longer_than_a_line() {
        let style = Type::plain(100, 400);
        let letter = style.width("a");
        let lines = |text, letters| style.full(text, letter * letters);
        assert_eq!(lines("one two", 20), ["one two"]);
        assert_eq!(lines("one two", 4), ["one", "two"]);
        assert_eq!(lines("one two three", 7), ["one two", "three"]);
        assert_eq!(lines("one two three", 6), ["one", "two", "three"]);
        assert_eq!(lines("aaaaaaaaa b", 4), ["aaaa", "aaaa", "a b"]);
        assert_eq!(lines("b aaaaaaaaa", 4), ["b", "aaaa", "aaaa", "a"]);
        assert_eq!(lines("a\nb c", 9), ["a", "b c"]);
        assert_eq!(lines("", 9), [""; 0]);
        assert_eq!(lines("ää öö", 2), ["ää", "öö"]);
        for room in 1..60 {
            for text in ["one two three four, five", "a  bb aaaaaaaaaaaaaaaaa b", "  x ", "Слово и дело\nи снова"]
            {
                let lines = style.full(text, room);
                let whole: String = lines.concat().replace(' ', "");
                assert_eq!(whole, text.replace([' ', '\n'], ""), "{room}");
                let fits = |line: &&str| style.width(line.trim()) <= room || line.trim().chars().count() == 1;
                assert!(lines.iter().all(fits), "{room}: {lines:?}");
            }
        }
    }
}
