//! A sheet that is drawn on: elements of SVG one after the other, each of which can be drawn by itself.
//!
//! There are rectangles, circles, paths and texts, with all of their paint in their own attributes: no groups, classes, styles
//! or references. So a page can draw the same on a canvas, element by element.
//!
//! A paint is a short text, since there are many and readers load all of them: fill, line, width of the line, dashes, opacity,
//! radius, and how letters slant, with `/` between them. A colour is a letter: `p` paper, `k` ink, `q` quiet, `r` rule, `n`
//! the day, `h` the hue of the sheet, `H` half of it on paper, `m` a little of it; `-` none.

use super::letters::Type;
use crate::export::snippet::escaped;
use crate::letters::tamed;

/// The colours of the page, as `src/host/base.css` has them: paper, ink, quiet, rule, the day, and the partnerships.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette(pub [u32; 11]);

impl Palette {
    /// By day.
    pub const LIGHT: Palette = Palette([
        0xffffff, 0x16191f, 0x565d69, 0xd8dce2, 0xb8390a, 0x1f4f91, 0x12705c, 0x74398f, 0x85560b, 0x8c2f4f, 0x3d5c1e,
    ]);
    /// By night.
    pub const DARK: Palette = Palette([
        0x14171c, 0xe8eaed, 0xa3abb8, 0x333a45, 0xff9466, 0x86b3f2, 0x63c5a9, 0xc79be0, 0xdcae5f, 0xee94ad, 0xa3c97c,
    ]);
}

/// What the parts of a paint are called.
const PAINT: [&str; 7] = ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "r", "font-style"];

/// The sheet.
pub(super) struct Sheet {
    /// What was drawn.
    pub out: String,
    /// Whether nothing is drawn, since only the height is asked for.
    pub is_blank: bool,
    /// The colours.
    pub colours: &'static Palette,
    /// The position of the hue among them.
    pub hue: usize,
    /// From where places count.
    pub x: i32,
    /// The same from above.
    pub y: i32,
}

impl Sheet {
    /// Takes the hue of a partnership.
    pub fn take_hue(&mut self, partnership: usize) {
        self.hue = 5 + partnership % 6;
    }

    /// Appends a colour.
    fn colour(&mut self, letter: &str) {
        let Palette(colours) = self.colours;
        let (percent, at) = match letter {
            "p" => (100, 0),
            "k" => (100, 1),
            "q" => (100, 2),
            "r" => (100, 3),
            "n" => (100, 4),
            "h" => (100, self.hue),
            "H" => (50, self.hue),
            "m" => (14, self.hue),
            _ => return self.put(&["none"]),
        };
        self.out.push('#');
        for shift in [16, 8, 0] {
            let part = |at: usize| colours[at] >> shift & 255;
            let mixed = (part(at) * percent + part(0) * (100 - percent) + 50) / 100;
            for digit in [mixed >> 4, mixed & 15] {
                self.out.push(char::from(b"0123456789abcdef"[digit as usize]));
            }
        }
    }

    /// An element with whole numbers, other attributes as they are written, its paint, and its letters, if it has any.
    #[inline(never)]
    fn element(&mut self, tag: &str, numbers: &[(&str, i32)], rest: &[&str], paint: &str, letters: &str) {
        if self.is_blank {
            return;
        }
        self.put(&["<", tag]);
        for (name, number) in numbers {
            self.put(&[" ", name, "=\"", &number.to_string(), "\""]);
        }
        self.put(rest);
        for (at, part) in paint.split('/').enumerate().filter(|(_, part)| !part.is_empty()) {
            self.put(&[" ", PAINT[at], "=\""]);
            if at < 2 {
                self.colour(part);
            } else {
                self.put(&[part]);
            }
            self.put(&["\""]);
        }
        if letters.is_empty() {
            self.put(&["/>\n"]);
        } else {
            self.put(&[">", letters, "</", tag, ">\n"]);
        }
    }

    /// Appends letters as they are.
    #[inline(never)]
    pub fn put(&mut self, parts: &[&str]) {
        parts.iter().for_each(|part| self.out.push_str(part));
    }

    /// A rectangle: from the left, from the top, width, height, and how round its corners are.
    pub fn rect(&mut self, [x, y, width, height, round]: [i32; 5], paint: &str) {
        let (x, y) = (self.x + x, self.y + y);
        let numbers = [("x", x), ("y", y), ("width", width), ("height", height), ("rx", round)];
        self.element("rect", &numbers, &[], paint, "");
    }

    /// A circle.
    pub fn circle(&mut self, x: i32, y: i32, paint: &str) {
        self.element("circle", &[("cx", self.x + x), ("cy", self.y + y)], &[], paint, "");
    }

    /// A path.
    pub fn path(&mut self, d: &str, paint: &str) {
        if !self.is_blank && !d.is_empty() {
            let (x, y) = (self.x.to_string(), self.y.to_string());
            self.element("path", &[], &[" transform=\"translate(", &x, " ", &y, ")\" d=\"", d, "\""], paint, "");
        }
    }

    /// A text on its baseline; `anchor` says which part of it stands at the place.
    pub fn text(&mut self, x: i32, y: i32, anchor: &str, style: &Type, paint: &str, letters: &str) {
        if self.is_blank {
            return;
        }
        let family = if style.is_serif {
            "Iowan Old Style, Palatino Linotype, Charter, Georgia, Noto Serif, serif"
        } else {
            "system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, sans-serif"
        };
        let rest = [
            " font-family=\"",
            family,
            "\" font-size=\"",
            style.size,
            "\" font-weight=\"",
            style.weight,
            "\" text-anchor=\"",
            anchor,
            "\"",
        ];
        self.element("text", &[("x", self.x + x), ("y", self.y + y)], &rest, paint, &clean(letters));
    }

    /// A text in lines from an upper edge down; gives its lower edge.
    #[inline(never)]
    pub fn lines(&mut self, x: i32, mut y: i32, room: i32, style: &Type, paint: &str, text: &str) -> i32 {
        let leading = style.leading();
        for line in style.lines(text, room) {
            y += leading;
            self.text(x, y - leading / 4, "start", style, paint, line);
        }
        y
    }
}

/// Letters inside an element: none that XML forbids, and none that only tells where a word may break.
pub(super) fn clean(letters: &str) -> String {
    escaped(&tamed(letters)).replace('\u{ad}', "").replace('>', "&gt;")
}
