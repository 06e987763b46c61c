//! The contrast of the palette, computed from the style sheet's own text: both themes, and both where a reader asks for
//! more contrast.
//!
//! Text has 4.5:1 to what it stands on, or 7:1 where more is asked for; marks have 3:1. `--rule` is not among them: it
//! draws lines between rows and around buttons, which their words and their places tell apart without it.

use std::collections::BTreeMap;

const STYLE: &str = include_str!("../../src/host/base.css");

/// What text stands on.
const GROUNDS: [&str; 3] = ["paper", "tint", "lit"];
/// Text on any of these.
const TEXT: [&str; 3] = ["ink", "quiet", "now"];
/// What names partnerships and draws their marks.
const HUES: [&str; 6] = ["hue-0", "hue-1", "hue-2", "hue-3", "hue-4", "hue-5"];
/// What text of the colour of the paper stands on: pressed buttons, the playhead's flag, terms.
const FILLED: [&str; 2] = ["ink", "now"];

/// Red, green and blue, as they are written.
pub type Colour = [u8; 3];
pub type Palette = BTreeMap<String, [Colour; 2]>;

/// The tokens of a part of the sheet: light and dark.
fn palette(sheet: &str) -> Palette {
    let mut palette = Palette::new();
    for line in sheet.split([';', '{', '}']) {
        let Some((name, value)) = line.trim().strip_prefix("--").and_then(|line| line.split_once(':')) else {
            continue;
        };
        let Some((_, pair)) = value.split_once("light-dark(") else { continue };
        let both: Vec<Colour> = pair.trim_end_matches(')').split(',').map(|value| colour(value.trim())).collect();
        palette.insert(name.trim().to_owned(), [both[0], both[1]]);
    }
    palette
}

/// `#1f4f91` or `#fff`.
fn colour(text: &str) -> Colour {
    let digits = text.trim_start_matches('#');
    let wide =
        if digits.len() == 3 { digits.chars().flat_map(|digit| [digit, digit]).collect() } else { digits.to_owned() };
    let part = |at: usize| u8::from_str_radix(&wide[at..at + 2], 16).unwrap_or_else(|_| panic!("no colour: {text}"));
    [part(0), part(2), part(4)]
}

/// The relative luminance of WCAG 2.
fn luminance(colour: Colour) -> f64 {
    let linear = |part: u8| match f64::from(part) / 255.0 {
        value if value <= 0.04045 => value / 12.92,
        value => ((value + 0.055) / 1.055).powf(2.4),
    };
    0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2])
}

fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Every pair, and whether it is text: the front first.
fn pairs() -> Vec<(&'static str, &'static str, bool)> {
    let mut pairs = Vec::new();
    for ground in GROUNDS {
        pairs.extend(TEXT.map(|front| (front, ground, true)));
        pairs.extend(HUES.map(|front| (front, ground, ground == "paper")));
    }
    pairs.extend(FILLED.iter().chain(&HUES).map(|ground| ("paper", *ground, true)));
    pairs
}

/// The pairs of less contrast than they must have.
fn too_pale(palette: &Palette, text: f64) -> Vec<String> {
    let mut found = Vec::new();
    for (front, ground, is_text) in pairs() {
        for (theme, name) in ["light", "dark"].iter().enumerate() {
            let ratio = contrast(palette[front][theme], palette[ground][theme]);
            let least = if is_text { text } else { 3.0 };
            if ratio < least {
                found.push(format!("{name}: --{front} on --{ground}: {ratio:.2}:1, expected {least}:1"));
            }
        }
    }
    found
}

/// The sheet in two: what always holds, and what holds where more contrast is asked for.
fn sheets() -> (&'static str, &'static str) {
    let (before, after) = STYLE.split_once("@media (prefers-contrast: more)").expect("no tokens for more contrast");
    (before, after.split_once("}\n}").map_or(after, |(inside, _)| inside))
}

/// The colours of the page: light and dark.
pub fn colours() -> Palette {
    palette(sheets().0)
}

#[test]
fn the_palette_has_every_token() {
    let palette = palette(sheets().0);
    let names: Vec<&str> = palette.keys().map(String::as_str).collect();
    let mut expected: Vec<&str> = GROUNDS.iter().chain(&TEXT).chain(&HUES).chain(&["rule"]).copied().collect();
    expected.sort_unstable();
    assert_eq!(names, expected);
}

#[test]
fn text_has_four_and_a_half_to_one_and_marks_have_three() {
    let found = too_pale(&palette(sheets().0), 4.5);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn where_more_contrast_is_asked_for_text_has_seven_to_one() {
    let (normal, more) = sheets();
    let mut all = palette(normal);
    all.extend(palette(more));
    let found = too_pale(&all, 7.0);
    assert!(found.is_empty(), "{}", found.join("\n"));
    let rule = all["rule"];
    let lines = [0, 1].map(|theme| contrast(rule[theme], all["paper"][theme]));
    assert!(lines.iter().all(|ratio| *ratio >= 3.0), "rules: {lines:?}");
}

#[test]
fn the_formula_is_that_of_wcag() {
    assert_eq!(contrast([0, 0, 0], [255, 255, 255]), 21.0);
    assert_eq!((contrast(colour("#767676"), colour("#fff")) * 100.0).round(), 454.0);
    let pale = palette("--paper: light-dark(#fff, #000); --ink: light-dark(#777, #fff)");
    assert!(contrast(pale["ink"][0], pale["paper"][0]) < 4.5);
}
