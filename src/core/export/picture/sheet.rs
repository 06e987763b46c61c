//! A sheet that is drawn on: elements of SVG one after the other, each of which can be drawn by itself.
//!
//! There are rectangles, circles, paths and texts, with all of their paint in their own attributes: no groups, classes, styles
//! or references. So a page can draw the same on a canvas, element by element.

use super::letters::Type;
use crate::export::snippet::escaped;
use crate::letters::tamed;

/// The colours of the page, as `src/host/base.css` has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// What everything stands on.
    pub paper: u32,
    /// Words.
    pub ink: u32,
    /// Words that say less.
    pub quiet: u32,
    /// Lines between rows.
    pub rule: u32,
    /// The day.
    pub now: u32,
    /// The partnerships.
    pub hues: [u32; 6],
}

impl Palette {
    /// By day.
    pub const LIGHT: Palette = Palette {
        paper: 0xffffff,
        ink: 0x16191f,
        quiet: 0x565d69,
        rule: 0xd8dce2,
        now: 0xb8390a,
        hues: [0x1f4f91, 0x12705c, 0x74398f, 0x85560b, 0x8c2f4f, 0x3d5c1e],
    };
    /// By night.
    pub const DARK: Palette = Palette {
        paper: 0x14171c,
        ink: 0xe8eaed,
        quiet: 0xa3abb8,
        rule: 0x333a45,
        now: 0xff9466,
        hues: [0x86b3f2, 0x63c5a9, 0xc79be0, 0xdcae5f, 0xee94ad, 0xa3c97c],
    };

    /// So many percent of a colour on the paper.
    pub(super) fn pale(&self, colour: u32, percent: u32) -> u32 {
        let part = |shift: u32| {
            let (one, other) = (colour >> shift & 255, self.paper >> shift & 255);
            (one * percent + other * (100 - percent) + 50) / 100 << shift
        };
        part(16) | part(8) | part(0)
    }
}

/// No colour.
pub(super) const NONE: u32 = u32::MAX;

/// How a form is painted: its colours, and as attributes have them, the width of its line, its dashes and its opacity.
#[derive(Clone, Copy)]
pub(super) struct Paint {
    pub fill: u32,
    pub stroke: u32,
    pub width: &'static str,
    pub dash: &'static str,
    pub opacity: &'static str,
}

impl Paint {
    /// Filled.
    pub fn fill(fill: u32) -> Paint {
        Paint { fill, stroke: NONE, width: "", dash: "", opacity: "" }
    }

    /// An outline, or a line, of this width.
    pub fn line(stroke: u32, width: &'static str) -> Paint {
        Paint { stroke, width, ..Paint::fill(NONE) }
    }
}

/// The sheet.
pub(super) struct Sheet {
    /// What was drawn.
    pub out: String,
    /// Whether nothing is drawn, since only the height is asked for.
    pub is_blank: bool,
    /// The colours.
    pub colours: &'static Palette,
    /// From where places count.
    pub x: i32,
    /// The same from above.
    pub y: i32,
}

impl Sheet {
    fn begin(&mut self, tag: &str) {
        self.out.extend(["<", tag]);
    }

    fn set(&mut self, name: &str, value: &str) {
        self.out.extend([" ", name, "=\"", value, "\""]);
    }

    fn num(&mut self, name: &str, value: i32) {
        self.set(name, &value.to_string());
    }

    fn colour(&mut self, name: &str, colour: u32) {
        if colour == NONE {
            return self.set(name, "none");
        }
        let digit = |shift: u32| char::from(b"0123456789abcdef"[(colour >> shift & 15) as usize]);
        let digits: String = [20, 16, 12, 8, 4, 0].map(digit).iter().collect();
        self.set(name, &["#", &digits].concat());
    }

    /// The paint; and the end of the element.
    fn end(&mut self, paint: Paint) {
        self.colour("fill", paint.fill);
        if paint.stroke != NONE {
            self.colour("stroke", paint.stroke);
        }
        for (name, value) in
            [("stroke-width", paint.width), ("stroke-dasharray", paint.dash), ("opacity", paint.opacity)]
        {
            if !value.is_empty() {
                self.set(name, value);
            }
        }
        self.out.push_str("/>\n");
    }

    /// A rectangle.
    pub fn rect(&mut self, [x, y, width, height, round]: [i32; 5], paint: Paint) {
        if self.is_blank {
            return;
        }
        self.begin("rect");
        self.num("x", self.x + x);
        self.num("y", self.y + y);
        self.num("width", width);
        self.num("height", height);
        if round > 0 {
            self.num("rx", round);
        }
        self.end(paint);
    }

    /// A circle.
    pub fn circle(&mut self, x: i32, y: i32, radius: &str, paint: Paint) {
        if self.is_blank {
            return;
        }
        self.begin("circle");
        self.num("cx", self.x + x);
        self.num("cy", self.y + y);
        self.set("r", radius);
        self.end(paint);
    }

    /// A path.
    pub fn path(&mut self, d: &str, paint: Paint) {
        if self.is_blank || d.is_empty() {
            return;
        }
        self.begin("path");
        let moved = moved(d, self.x, self.y);
        self.set("d", &moved);
        self.end(paint);
    }

    /// A text on its baseline; `anchor` says which part of it stands at the place.
    pub fn text(&mut self, [x, y]: [i32; 2], anchor: Option<&str>, style: Type, paint: Paint, letters: &str) {
        if self.is_blank {
            return;
        }
        self.begin("text");
        self.num("x", self.x + x);
        self.num("y", self.y + y);
        self.set(
            "font-family",
            if style.is_serif {
                "Iowan Old Style, Palatino Linotype, Charter, Georgia, Noto Serif, serif"
            } else {
                "system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, sans-serif"
            },
        );
        let (whole, tenth) = (style.size / 10, style.size % 10);
        self.set("font-size", &[&whole.to_string(), ".", &tenth.to_string()].concat());
        self.num("font-weight", style.weight);
        if style.is_italic {
            self.set("font-style", "italic");
        }
        if let Some(anchor) = anchor {
            self.set("text-anchor", anchor);
        }
        self.end(paint);
        self.out.truncate(self.out.len() - "/>\n".len());
        self.out.extend([">", &clean(letters), "</text>\n"]);
    }

    /// A text in lines from an upper edge down; gives its lower edge.
    pub fn lines(&mut self, [x, y, room]: [i32; 3], style: Type, fill: u32, text: &str) -> i32 {
        let leading = (style.size * 13 + 50) / 100;
        let mut y = y;
        for line in style.lines(text, room) {
            y += leading;
            self.text([x, y - leading / 4], None, style, Paint::fill(fill), &line);
        }
        y
    }
}

/// Letters inside an element: none that XML forbids, and none that only tells where a word may break.
pub(super) fn clean(letters: &str) -> String {
    escaped(&tamed(letters)).replace('\u{ad}', "").replace('>', "&gt;")
}

/// A path in another place: what its commands say from the origin is moved, and what they say from the last point is not.
fn moved(d: &str, x: i32, y: i32) -> String {
    let mut out = String::new();
    // How far the next two numbers are to be moved.
    let mut by: [Option<i32>; 2] = [None; 2];
    let mut rest = d;
    while let Some(first) = rest.chars().next() {
        let digits = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
        let number = rest[..digits].parse::<i32>();
        let mut end = digits.max(1);
        match (number, by[0]) {
            (Ok(number), Some(step)) => {
                out.push_str(&(number + step).to_string());
                by = [by[1], None];
            }
            _ => {
                by = match first {
                    'M' => [Some(x), Some(y)],
                    'H' => [Some(x), None],
                    'V' => [Some(y), None],
                    'a'..='z' => [None; 2],
                    // What follows a point is no number of its own.
                    '.' => {
                        end = 1 + rest[1..].find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len() - 1);
                        by
                    }
                    _ => by,
                };
                out.push_str(&rest[..end]);
            }
        }
        rest = &rest[end..];
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_moved_with_all_of_its_commands() {
        for (path, expected) in [
            ("M12 3h5v2h-5z", "M112 23h5v2h-5z"),
            ("M5.5 8v3.5H9.5v-3.5", "M105.5 28v3.5H109.5v-3.5"),
            ("M0 14H4V7H8V14z", "M100 34H104V27H108V34z"),
            ("M30 4l-20 20M9 9h1", "M130 24l-20 20M109 29h1"),
        ] {
            assert_eq!(moved(path, 100, 20), expected);
            assert_eq!(moved(path, 0, 0), path);
            assert_eq!(moved(&moved(path, 100, 0), 0, 20), expected);
        }
    }
}
