//! Pictures of the whole timeline and of the whole matrix, as SVG: with title, finding, day and filters over the drawing, with
//! its key, and with source, licence and version below it.
//!
//! The same question gives the same letters everywhere: nothing is taken from the page, neither its width nor its fonts, nor
//! what a reader has open there. `sheet` is what is drawn on, and `letters` how wide texts are taken to be.

mod letters;
mod matrix;
mod sheet;
mod timeline;

pub use letters::width;
pub use sheet::Palette;

use super::provenance::Provenance;
use super::text::joined;
use crate::chips::chips;
use crate::finding::Finding;
use crate::locale::{Arg, msg};
use crate::matrix::part;
use crate::shown::Shown;
use crate::summary::Summary;
use crate::taking::{Of, Picture};
use crate::terms::Terms;
use crate::timeline::figures::numbered;
use crate::words::Words;
use letters::Type;
use matrix::{Matrix, Plan};
use sheet::{Sheet, clean};

/// The width of a picture that can have any; it grows a little lest heads give way to numbers, and then has room to spare.
const WIDTH: i32 = 1200;
const MOST: i32 = 1500;
const SPARE: i32 = 100;
/// The widths between which one is sought that fits a frame, and the step: a multiple of it has a whole height in each size.
const NARROWEST: i32 = 720;
const WIDEST: i32 = 3200;
const STEP: i32 = 80;
/// What is left free around everything.
const MARGIN: i32 = 36;

const TITLE: Type = Type::serif(220, 700);
const FINDING: Type = Type::serif(190, 400);
const SENTENCE: Type = Type::serif(155, 400);
const LABEL: Type = Type::plain(120, 400);
const STRONG: Type = Type::plain(120, 600);
const QUIET: Type = Type::plain(125, 400);
const FOOT: Type = Type::plain(110, 400);

/// What stands before the sides of a picture and before those of its own pixels.
const SVG: [&str; 4] =
    ["<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"", "\" height=\"", "\" viewBox=\"0 0 ", " "];

/// The picture, as SVG.
#[inline(never)]
pub fn picture(shown: &Shown, what: Picture) -> String {
    let shown = shown.apart();
    let mut page = Page { shown: &shown, matrix: None, told: told(&shown) };
    if what.of == Of::Matrix {
        page.matrix = Some(Matrix::of(&shown));
        page.told.extend(part(&shown, matrix::MOST));
    }
    let frame = what.size.frame();
    let (plan, width, (wide, high)) = match frame {
        None => page.free(),
        Some((wide, high)) => page.framed(wide, high),
    };
    let size = frame.unwrap_or((wide, high));

    let colours = if what.dark { &Palette::DARK } else { &Palette::LIGHT };
    let out = numbered(&SVG, &[size.0, size.1, wide, high], "\">\n<title>");
    let mut sheet = Sheet { out, is_blank: false, colours, hue: 1, x: 0, y: 0 };
    sheet.put(&[&clean(shown.text(shown.catalogue.data.title()).plain()), "</title>\n<desc>"]);
    for words in &page.told {
        sheet.put(&[&clean(words.plain()), "\n"]);
    }
    sheet.put(&["</desc>\n"]);
    sheet.rect([0, 0, wide, high, 0], "p");
    sheet.x = (wide - width) / 2;
    page.lay(&mut sheet, plan, width, high - page.height(plan, width));
    sheet.out + "</svg>\n"
}

/// What is told over the drawing besides the title: the finding, empty where there is none; the day, the days compared, and
/// the filters.
#[inline(never)]
fn told(shown: &Shown) -> Vec<Words> {
    let Shown { selection, state, .. } = shown;
    let (locale, catalogue) = (shown.locale, &shown.catalogue);
    let finding = Finding::of(catalogue, &state.query, selection);
    let mut told = vec![finding.map_or_else(Words::default, |finding| finding.words(shown))];
    let terms = Terms::of(&catalogue.data, selection);
    let (head, tail) = terms.words(locale, selection.day);
    let horizon = terms.horizon(locale).map_or_else(Words::default, |horizon| Words::from(" ").and(horizon));
    told.push(head.and(tail).and(horizon));
    if let Some(since) = shown.since {
        let summary = Summary::of(catalogue, selection, &shown.acts, since);
        told.push(summary.words(locale, since.min(selection.day), since.max(selection.day)));
    }
    let mut filters = Vec::new();
    for (_, name) in chips(shown) {
        filters.push(name);
    }
    let typed = state.query.text.trim();
    if !typed.is_empty() {
        filters.push(["“", typed, "”"].concat().into());
    }
    if !filters.is_empty() {
        told.push(locale.text(msg::FILTERS).and(": ").and(Words::join(filters, " · ")));
    }
    told
}

/// A picture while it is laid out.
struct Page<'a> {
    shown: &'a Shown,
    /// The matrix, if it is of that.
    matrix: Option<Matrix<'a>>,
    told: Vec<Words>,
}

impl Page<'_> {
    /// What a plan needs at least.
    fn least(&self, plan: Plan) -> i32 {
        self.matrix.as_ref().map_or(0, |matrix| matrix.least(plan)).saturating_add(2 * MARGIN)
    }

    /// The plan of a picture that can have any size, its width, and its sides.
    fn free(&self) -> (Plan, i32, (i32, i32)) {
        let plan = if self.least(Plan::PLAIN) <= MOST { Plan::PLAIN } else { Plan::DENSE };
        let width = WIDTH.max(self.least(plan) + SPARE);
        (plan, width, (width, self.height(plan, width)))
    }

    /// The plan with which a picture is largest in a frame, its width, and the sides of the frame in its own pixels: a multiple
    /// of the step wide, so that they have the frame's proportion.
    #[inline(never)]
    fn framed(&self, wide: i32, high: i32) -> (Plan, i32, (i32, i32)) {
        let mut best = (Plan::PLAIN, 0, i32::MAX);
        let plans = if self.matrix.is_some() { &Plan::ALL[..] } else { &Plan::ALL[..1] };
        for plan in plans.iter().filter(|plan| self.least(**plan) < WIDEST || **plan == Plan::DENSE) {
            // The least width at which the picture is no higher than the frame.
            let (mut low, mut top) = ((NARROWEST.max(self.least(*plan)) + STEP - 1) / STEP, WIDEST / STEP);
            while low < top {
                let middle = (low + top) / 2;
                if self.height(*plan, middle * STEP) <= middle * STEP * high / wide {
                    top = middle;
                } else {
                    low = middle + 1;
                }
            }
            let width = low * STEP;
            let frame = (self.height(*plan, width) * wide + high * STEP - 1) / (high * STEP) * STEP;
            if frame.max(width) < best.2 {
                best = (*plan, width, frame.max(width));
            }
        }
        (best.0, best.1, (best.2, best.2 * high / wide))
    }

    /// Its height at a width.
    fn height(&self, plan: Plan, width: i32) -> i32 {
        let colours = &Palette::LIGHT;
        self.lay(&mut Sheet { out: String::new(), is_blank: true, colours, hue: 1, x: 0, y: 0 }, plan, width, 0)
    }

    /// Lays out everything, with so much spare room around the drawing; gives the height.
    #[inline(never)]
    fn lay(&self, sheet: &mut Sheet, plan: Plan, width: i32, spare: i32) -> i32 {
        let own = width - 2 * MARGIN;
        let data = &self.shown.catalogue.data;
        sheet.x += MARGIN;
        let mut y = sheet.lines(0, MARGIN - 8, own, &TITLE, "k", self.shown.text(data.title()).plain());
        for (at, words) in self.told.iter().enumerate() {
            y = sheet.lines(0, y + 4, own, if at == 0 { &FINDING } else { &SENTENCE }, "k", words.plain());
            if at == 0 {
                sheet.rect([0, y + 9, own, 2, 0], "k");
                y += 15;
            }
        }
        y += 18 + spare / 2;
        y = match &self.matrix {
            Some(matrix) => matrix.draw(sheet, plan, y, own),
            None => timeline::timeline(sheet, self.shown, y, own),
        };
        y += 18 + spare - spare / 2;
        sheet.rect([0, y, own, 1, 0], "r");
        sheet.lines(0, y + 8, own, &FOOT, "q", &self.foot()) + MARGIN - 12
    }

    /// Where it comes from.
    #[inline(never)]
    fn foot(&self) -> String {
        let shown = self.shown;
        let from = Provenance::of(shown);
        let day = shown.locale.format(msg::AS_KNOWN, &[Arg::Words("date", &shown.locale.day(shown.selection.day))]);
        let source = [shown.locale.plain(msg::SOURCE), ": ", &from.cited].concat();
        let is_synthetic = shown.catalogue.data.tables().synthetic;
        let notice = if is_synthetic { shown.locale.plain(msg::NOTICE_SYNTHETIC) } else { "" };
        joined(&[day.plain(), &source, &from.licence, &from.dataset, notice], " · ")
    }
}

/// A key in lines: so many signs of a width, each with its words; gives its lower edge.
#[inline(never)]
fn key(
    sheet: &mut Sheet,
    mut y: i32,
    width: i32,
    room: i32,
    count: usize,
    words: &dyn Fn(usize) -> Words,
    draw: &dyn Fn(&mut Sheet, usize),
) -> i32 {
    let mut x = 0;
    for at in 0..count {
        let words = words(at);
        let size = room + 8 + QUIET.width(words.plain());
        if x > 0 && x + size > width {
            (x, y) = (0, y + 20);
        }
        let from = (sheet.x, sheet.y);
        (sheet.x, sheet.y) = (from.0 + x, from.1 + y);
        draw(sheet, at);
        sheet.text(room + 8, 11, "start", &QUIET, "q", words.plain());
        (sheet.x, sheet.y) = from;
        x += size + 20;
    }
    y + 18
}
