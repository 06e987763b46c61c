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
use crate::export::text::{hex, put, respelt};
use crate::letters::tamed;
use crate::timeline::figures::numbered;

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
const PAINT: &str = "fill stroke stroke-width stroke-dasharray opacity r font-style";

/// What stands before the numbers of each element.
const RECT: [&str; 5] = ["<rect x=\"", "\" y=\"", "\" width=\"", "\" height=\"", "\" rx=\""];
const CIRCLE: [&str; 2] = ["<circle cx=\"", "\" cy=\""];
const PATH: [&str; 2] = ["<path transform=\"translate(", " "];
const TEXT: [&str; 5] = ["<text x=\"", "\" y=\"", "\" font-weight=\"", "\" font-size=\"", "."];

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

    fn colour(&self, letter: &str) -> String {
        let Palette(colours) = self.colours;
        if letter == "-" {
            return "none".to_owned();
        }
        let at = "pkqrn".find(letter).unwrap_or(self.hue);
        let percent = match letter {
            "H" => 50,
            "m" => 14,
            _ => 100,
        };
        let mut mixed = 0;
        for shift in [16, 8, 0] {
            let part = |at: usize| colours[at] >> shift & 255;
            mixed = mixed * 256 + (part(at) * percent + part(0) * (100 - percent) + 50) / 100;
        }
        let mut out = String::from("#");
        hex(&mut out, mixed, 6);
        out
    }

    /// An element: its attributes with their numbers, and what follows these; its paint; and its end.
    #[inline(never)]
    fn element(&mut self, before: &[&str], numbers: &[i32], after: &str, paint: &str, end: &str) {
        if self.is_blank {
            return;
        }
        self.put(&[&numbered(before, numbers, after)]);
        for (at, (name, part)) in PAINT.split(' ').zip(paint.split('/')).enumerate() {
            if !part.is_empty() {
                let value = if at < 2 { self.colour(part) } else { part.to_owned() };
                self.put(&[" ", name, "=\"", &value, "\""]);
            }
        }
        self.put(&[end]);
    }

    /// Appends letters as they are.
    pub fn put(&mut self, parts: &[&str]) {
        put(&mut self.out, parts);
    }

    /// A rectangle: from the left, from the top, width, height, and how round its corners are.
    pub fn rect(&mut self, [x, y, width, height, round]: [i32; 5], paint: &str) {
        let numbers = [self.x + x, self.y + y, width, height, round];
        self.element(&RECT, &numbers, "\"", paint, "/>\n");
    }

    /// A circle.
    pub fn circle(&mut self, x: i32, y: i32, paint: &str) {
        self.element(&CIRCLE, &[self.x + x, self.y + y], "\"", paint, "/>\n");
    }

    /// A path.
    pub fn path(&mut self, d: &str, paint: &str) {
        if !d.is_empty() {
            self.element(&PATH, &[self.x, self.y], &[")\" d=\"", d, "\""].concat(), paint, "/>\n");
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
        let numbers = [self.x + x, self.y + y, style.weight, style.tenths / 10, style.tenths % 10];
        let after = ["\" font-family=\"", family, "\" text-anchor=\"", anchor, "\""].concat();
        self.element(&TEXT, &numbers, &after, paint, &[">", &clean(letters), "</text>\n"].concat());
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
    escaped(&respelt(&tamed(letters), "\u{ad}"))
}
