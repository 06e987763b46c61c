//! The whole timeline on a sheet: the figures that the page draws, each with its paint.

use super::letters::Type;
use super::sheet::{Paint, Sheet};
use super::{LABEL, QUIET, key};
use crate::model::{EventId, PartnershipId};
use crate::shown::Shown;
use crate::time::known::Known;
use crate::timeline::figures::{self, Figure, Form, KEY, Look, baseline};
use crate::timeline::key::KeySign;
use crate::timeline::layout::Layout;
use crate::words::Words;

/// What the paint of a figure depends on besides what it is drawn as.
#[derive(Clone, Copy)]
struct Context {
    /// The colour of its partnership.
    hue: u32,
    /// Whether it is known on the day.
    known: Known,
    /// Whether it lies, surely or not, between the days compared.
    between: Option<bool>,
    /// Whether it is the name of what changed between them.
    has_changed: bool,
}

/// Draws the timeline into this width; gives its lower edge.
pub(super) fn timeline(sheet: &mut Sheet, shown: &Shown, y: i32, width: i32) -> i32 {
    let mut shown = shown.clone();
    shown.state.surroundings.width = width as u32;
    let shown = &shown;
    let data = &shown.catalogue.data;
    let layout = Layout::with_names(shown, width / 2);
    let hue = |sheet: &Sheet, id: PartnershipId| sheet.colours.hues[id.index() % 6];
    let of = |sheet: &Sheet| Context { hue: sheet.colours.ink, known: Known::Yes, between: None, has_changed: false };

    let signs = KeySign::of(shown, &layout);
    let items = signs.iter().map(|sign| (*sign, shown.locale.text(sign.meaning())));
    let mut y = key(sheet, y, width, KEY.0, items.collect(), |sheet, sign| {
        let mut context = of(sheet);
        // The ring is ink: it is seen around what is not.
        if sign == KeySign::Between {
            context.hue = sheet.colours.quiet;
        }
        draw(sheet, figures::key(sign), context, 0);
    });
    y += 12;

    let from = sheet.y;
    sheet.y += y;
    let plain = of(sheet);
    let put = |sheet: &mut Sheet, figure| draw(sheet, figure, plain, layout.height);
    figures::span(&layout).into_iter().chain(figures::silence(&layout)).for_each(|figure| put(sheet, figure));
    figures::axis(shown, &layout).into_iter().for_each(|figure| put(sheet, figure));
    figures::lines(&layout).into_iter().flatten().for_each(|figure| put(sheet, figure));
    // What is not told in the drawing, or not in full, is told below it.
    let mut rest: Vec<Words> = Vec::new();
    let mut fit = |name: Words, room: i32| {
        let cut = shown.state.surroundings.advances.fit(name.plain(), room).into_owned();
        if cut != name.plain() {
            rest.push(name);
        }
        cut
    };
    for heading in &layout.headings {
        let context = Context { hue: hue(sheet, heading.partnership), ..plain };
        // It is set a little larger than the labels that are measured.
        let name = fit(shown.text(&data.partnership(heading.partnership).name), width * 9 / 10);
        draw(sheet, figures::heading(heading.y, &name), context, 0);
    }
    figures::silence_words(shown, &layout).into_iter().for_each(|figure| put(sheet, figure));
    for lane in &layout.lanes {
        let row = data.instrument(lane.instrument);
        let context = Context {
            hue: hue(sheet, row.partnership),
            has_changed: shown.changes.iter().any(|change| change.instrument == lane.instrument),
            ..plain
        };
        let name = fit(shown.text(&row.short), layout.scale.left - 12);
        sheet.y += lane.y;
        draw(sheet, figures::name(baseline(layout.narrow), &name), context, 0);
        figures::lane(shown, &lane.shape, layout.narrow).into_iter().for_each(|figure| draw(sheet, figure, context, 0));
        sheet.y -= lane.y;
    }
    put(sheet, figures::rule(&layout));
    for mark in &layout.marks {
        let context = Context {
            hue: hue(sheet, data.event(mark.event).partnership),
            known: mark.known,
            between: shown.between(mark.event),
            ..plain
        };
        sheet.y += mark.y;
        for figure in figures::event(shown, mark.event, &mark.sign) {
            draw(sheet, figure, context, 0);
        }
        sheet.y -= mark.y;
    }
    figures::flags(shown, &layout).into_iter().flatten().for_each(|figure| put(sheet, figure));
    sheet.y = from;
    y += layout.height + 8;

    let is_named = |id: EventId| layout.marks.iter().any(|mark| mark.event == id && mark.sign.label.is_some());
    for (id, _) in shown.selection.events.iter().filter(|(id, _)| !is_named(*id)) {
        let event = data.event(*id);
        let date = match (&event.date, &event.date_by) {
            (None, Some(by)) => shown.locale.by(by),
            (date, _) => shown.date(date.as_ref()),
        };
        rest.push(date.and(": ").and(shown.text(&event.name)));
    }
    for line in rest {
        y = sheet.lines([0, y, width], QUIET, sheet.colours.quiet, line.plain()) + 4;
    }
    y
}

/// Draws a figure of a drawing of this height.
fn draw(sheet: &mut Sheet, Figure { look, form }: Figure, context: Context, height: i32) {
    match form {
        Form::Group(known, inside) => {
            let between = if look == Look::Between { Some(true) } else { context.between };
            let known = if known == Known::Yes { context.known } else { known };
            let context = Context { known, between, ..context };
            inside.into_iter().for_each(|figure| draw(sheet, figure, context, height));
        }
        Form::Rect(x, y, width, height, round) => {
            let paint = paint(sheet, look, context, false);
            sheet.rect([x, y, width, height, round], paint);
        }
        Form::Point(x, y) => {
            let paint = paint(sheet, look, context, true);
            sheet.circle(x, y, "5", paint);
        }
        Form::Path(d) => {
            let paint = paint(sheet, look, context, false);
            sheet.path(&d, paint);
        }
        Form::Lowered(d, by) => {
            let paint = paint(sheet, look, context, false);
            sheet.y += by;
            sheet.path(&d, paint);
            sheet.y -= by;
        }
        Form::Down(x, y) => {
            let paint = paint(sheet, look, context, false);
            sheet.path(&["M", &x.to_string(), " ", &y.to_string(), "V", &height.to_string()].concat(), paint);
        }
        Form::Text(x, y, anchor, letters) => {
            let (style, fill) = set(sheet, look, context);
            // Lines pass below words, which have the paper around them; but for those that stand on a bar or a flag.
            if !matches!(look, Look::Name | Look::Term | Look::DayWords | Look::OtherWords) {
                let width = if look == Look::Said { "6" } else { "3" };
                let paper = Paint { fill: sheet.colours.paper, ..Paint::line(sheet.colours.paper, width) };
                sheet.text([x, y], anchor, style, paper, &letters);
            }
            sheet.text([x, y], anchor, style, Paint::fill(fill), &letters);
        }
    }
}

/// How a text is set, and its colour.
fn set(sheet: &Sheet, look: Look, context: Context) -> (Type, u32) {
    let colours = sheet.colours;
    let is_new = context.has_changed || context.between.is_some();
    let weight = if is_new { 600 } else { 400 };
    match look {
        Look::Heading => (Type::plain(130, 600), context.hue),
        Look::Name => (Type::plain(125, weight), colours.ink),
        Look::Term if context.known == Known::Yes => (Type::plain(120, 500), colours.paper),
        Look::DayWords => (Type::plain(120, 600), colours.paper),
        Look::OtherWords | Look::Turn => (Type::plain(120, 600), colours.ink),
        Look::EventName if context.known == Known::No => (Type::plain(120, weight), colours.quiet),
        Look::EventName => (Type::plain(120, weight), colours.ink),
        _ => (Type { is_italic: look == Look::Silence, ..LABEL }, colours.quiet),
    }
}

/// How a form is painted: the same as the style sheet of the page has it.
fn paint(sheet: &Sheet, look: Look, context: Context, is_point: bool) -> Paint {
    let colours = sheet.colours;
    let Context { hue, known, between, .. } = context;
    let dots = match known {
        Known::Yes => Paint { dash: "2.4 2.7", ..Paint::line(hue, "2.4") },
        Known::No => Paint { dash: "1.4 3.7", ..Paint::line(hue, "1.4") },
        Known::Undetermined => Paint { dash: "5 4", ..Paint::line(hue, "1.6") },
    };
    match look {
        Look::Bar => match known {
            Known::Yes => Paint::fill(hue),
            Known::No => Paint { fill: colours.paper, ..Paint::line(hue, "1.2") },
            Known::Undetermined => Paint { fill: colours.pale(hue, 14), dash: "6 3", ..Paint::line(hue, "1.2") },
        },
        Look::Dots => dots,
        Look::Fade1 => Paint { opacity: "0.7", ..dots },
        Look::Fade2 => Paint { opacity: "0.42", ..dots },
        Look::Fade3 => Paint { opacity: "0.18", ..dots },
        Look::Adopted => Paint::line(colours.ink, "1.4"),
        Look::AdoptedDay => Paint::fill(colours.ink),
        Look::Strip => Paint { opacity: "0.75", ..Paint::fill(hue) },
        Look::Dense => Paint { opacity: "0.5", ..Paint::fill(hue) },
        Look::Mark => {
            let own = match (known, is_point) {
                (Known::No, _) => Paint { fill: colours.paper, ..Paint::line(colours.quiet, "1.2") },
                (_, true) => Paint { fill: hue, ..Paint::line(colours.paper, "1.5") },
                (_, false) => Paint { fill: colours.pale(hue, 50), ..Paint::line(hue, "1") },
            };
            match (between, known) {
                (Some(true), _) => Paint { stroke: colours.ink, width: "2.5", ..own },
                (Some(false), _) => Paint { stroke: colours.ink, width: "2.5", dash: "3 2", ..own },
                (None, Known::Undetermined) => Paint { stroke: colours.ink, width: "1.2", dash: "3 2", ..own },
                (None, _) => own,
            }
        }
        Look::MonthLine => Paint { opacity: "0.6", ..Paint::line(colours.rule, "1") },
        Look::Edge => Paint { dash: "2 3", ..Paint::line(colours.quiet, "1") },
        Look::Span => Paint { opacity: "0.05", ..Paint::fill(colours.ink) },
        Look::DayLine => Paint::line(colours.now, "1.5"),
        Look::DayFlag => Paint::fill(colours.now),
        Look::OtherLine => Paint { dash: "3 3", ..Paint::line(colours.ink, "1") },
        Look::OtherFlag => Paint { fill: colours.paper, ..Paint::line(colours.ink, "1") },
        _ => Paint::line(colours.rule, "1"),
    }
}
