//! How wide texts are where nothing can be measured, so that a picture has the same lines everywhere.
//!
//! The widths are those of wide fonts, as DejaVu and Verdana are: in any other font there is room left.

use crate::advances::Advances;
use crate::query::Catalogue;
use std::rc::Rc;

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct Type {
    /// Its size in tenths of a pixel.
    pub size: i32,
    /// Its weight.
    pub weight: i32,
    /// Whether it is set like a title.
    pub is_serif: bool,
    /// Whether it slants.
    pub is_italic: bool,
}

impl Type {
    /// Upright letters without serifs.
    pub const fn plain(size: i32, weight: i32) -> Type {
        Type { size, weight, is_serif: false, is_italic: false }
    }

    /// The width of a text in whole pixels, rounded up.
    pub fn width(self, text: &str) -> i32 {
        let sum: i32 = text.chars().map(hundredths).sum();
        let bold = if self.weight < 600 { 100 } else { 112 };
        (sum * self.size * bold + 99_999) / 100_000
    }

    /// The longest word of a text.
    pub fn longest(self, text: &str) -> i32 {
        text.split(' ').map(|word| self.width(word)).max().unwrap_or(0)
    }

    /// The lines of a text; of one with serifs, about as long as one another.
    pub fn lines(self, text: &str, room: i32) -> Vec<String> {
        let mut lines = self.full(text, room);
        for narrower in (room / 2..room).rev().step_by(8).take_while(|_| self.is_serif) {
            let other = self.full(text, narrower);
            if other.len() > lines.len() {
                break;
            }
            lines = other;
        }
        lines
    }

    /// Lines as full as can be. They break at spaces, and within a word only if it is longer than a whole line.
    fn full(self, text: &str, room: i32) -> Vec<String> {
        let mut lines = vec![String::new()];
        for word in text.split(' ') {
            let line = &lines[lines.len() - 1];
            let with = if line.is_empty() { word.to_owned() } else { [line.as_str(), " ", word].concat() };
            if self.width(&with) <= room {
                *lines.last_mut().unwrap_or(&mut String::new()) = with;
                continue;
            }
            let mut part = String::new();
            for letter in word.chars() {
                part.push(letter);
                if self.width(&part) > room && part.len() > letter.len_utf8() {
                    part.pop();
                    lines.push(core::mem::replace(&mut part, letter.into()));
                }
            }
            lines.push(part);
        }
        lines.retain(|line| !line.is_empty());
        lines
    }
}

/// How wide a text of a picture is taken to be, which is set in letters of so many tenths of a pixel and of this weight.
pub fn width(text: &str, size: i32, weight: i32) -> i32 {
    Type::plain(size, weight).width(text)
}

/// The width of a letter, in hundredths of the size of its font.
fn hundredths(letter: char) -> i32 {
    match letter {
        '\u{ad}' => 0,
        'i' | 'j' | 'l' | 'I' | ' ' | '\u{a0}' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' => 34,
        'f' | 'r' | 't' | '-' | '(' | ')' | '/' | 'г' => 45,
        'm'
        | 'w'
        | 'M'
        | 'W'
        | '%'
        | '…'
        | '←'
        | '→'
        | '—'
        | 'Ж'
        | 'М'
        | 'Ф'
        | 'Ш'..='Ъ'
        | 'Ы'
        | 'Ю'
        | 'ж'
        | 'ф'
        | 'ш'
        | 'щ'
        | 'ю' => 97,
        'м' | 'ы' | 'ъ' | '&' | '+' | '=' | '<' | '>' => 79,
        'A'..='Z' | 'А'..='Я' => 72,
        letter if letter < '\u{2e80}' => 62,
        _ => 105,
    }
}

/// The letters of the labels of the drawing, as its layout asks for them.
pub(super) fn advances(catalogue: &Catalogue) -> Rc<Advances> {
    let sample = Advances::sample(catalogue);
    // As heavy and as large as any label.
    let widths = sample.chars().map(|letter| hundredths(letter) as f32 * (12.5 * 1.12 / 100.0));
    Rc::new(Advances::measured(&sample, widths))
}
