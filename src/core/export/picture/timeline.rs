//! The whole timeline on a sheet: the figures that the page draws, each with its paint.

use super::letters::Type;
use super::sheet::Sheet;
use super::{LABEL, QUIET, STRONG, key};
use crate::model::EventId;
use crate::shown::Shown;
use crate::time::known::Known;
use crate::timeline::figures::{self, Figure, Form, KEY, Look, baseline, numbered};
use crate::timeline::key::KeySign;
use crate::timeline::layout::Layout;
use crate::words::Words;

const HEADING: Type = Type::plain(130, 600);
const NAME: Type = Type::plain(125, 600);
const TERM: Type = Type::plain(120, 500);

/// What the paint of a figure depends on besides what it is drawn as.
struct Context {
    /// Whether it is known on the day.
    known: Known,
    /// Whether it lies, surely or not, between the days compared.
    between: Option<bool>,
    /// Whether it is the name of what changed between them.
    has_changed: bool,
    /// The height of the drawing.
    height: i32,
}

/// Draws the timeline into this width; gives its lower edge.
#[inline(never)]
pub(super) fn timeline(sheet: &mut Sheet, shown: &Shown, y: i32, width: i32) -> i32 {
    let data = &shown.catalogue.data;
    let layout = Layout::of_width(shown, width, width / 2);
    let plain = Context { known: Known::Yes, between: None, has_changed: false, height: layout.height };

    let signs = KeySign::of(shown, &layout);
    let mut y = 12
        + key(sheet, y, width, KEY.0, signs.len(), &|at| shown.locale.text(signs[at].meaning()), &|sheet, at| {
            // The ring is ink, and seen around what is not.
            sheet.hue = if signs[at] == KeySign::Between { 2 } else { 1 };
            all(sheet, figures::key(signs[at]), &plain);
        });

    let from = sheet.y;
    sheet.y += y;
    all(sheet, figures::span(&layout), &plain);
    all(sheet, figures::silence(&layout), &plain);
    all(sheet, figures::axis(shown, &layout), &plain);
    all(sheet, figures::lines(&layout), &plain);
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
        sheet.take_hue(heading.partnership.index());
        // It is set a little larger than the labels that are measured.
        let name = fit(shown.text(&data.partnership(heading.partnership).name), width * 9 / 10);
        draw(sheet, figures::heading(heading.y, &name), &plain);
    }
    all(sheet, figures::silence_words(shown, &layout), &plain);
    let top = sheet.y;
    for lane in &layout.lanes {
        let row = data.instrument(lane.instrument);
        let has_changed = shown.changes.iter().any(|change| change.instrument == lane.instrument);
        sheet.take_hue(row.partnership.index());
        sheet.y = top + lane.y;
        let name = figures::name(baseline(layout.narrow), &fit(shown.text(&row.short), layout.scale.left - 12));
        draw(sheet, name, &Context { has_changed, ..plain });
        all(sheet, figures::lane(shown, &lane.shape, layout.narrow), &plain);
    }
    sheet.y = top;
    draw(sheet, figures::rule(&layout), &plain);
    for mark in &layout.marks {
        sheet.take_hue(data.event(mark.event).partnership.index());
        sheet.y = top + mark.y;
        let context = Context { known: mark.known, between: shown.between(mark.event), ..plain };
        all(sheet, figures::event(shown, mark.event, &mark.sign), &context);
    }
    sheet.y = top;
    all(sheet, figures::flags(shown, &layout), &plain);
    sheet.y = from;
    y += layout.height + 8;

    let is_named = |id: EventId| layout.marks.iter().any(|mark| mark.event == id && mark.sign.label.is_some());
    for (id, _) in shown.selection.events.iter().filter(|(id, _)| !is_named(*id)) {
        let event = data.event(*id);
        rest.push(shown.when(event).and(": ").and(shown.text(&event.name)));
    }
    for line in &rest {
        y = sheet.lines(0, y, width, &QUIET, "q", line.plain()) + 4;
    }
    y
}

#[inline(never)]
fn all(sheet: &mut Sheet, figures: Vec<Figure>, context: &Context) {
    figures.into_iter().for_each(|figure| draw(sheet, figure, context));
}

/// Draws a figure.
#[inline(never)]
fn draw(sheet: &mut Sheet, Figure { look, form }: Figure, context: &Context) {
    let paint = paint(look, context, matches!(form, Form::Point(..)));
    match form {
        Form::Group(known, inside) => {
            let between = if look == Look::Between { Some(true) } else { context.between };
            let known = if known == Known::Yes { context.known } else { known };
            all(sheet, inside, &Context { known, between, ..*context });
        }
        Form::Rect(x, y, width, height, round) => sheet.rect([x, y, width, height, round], paint),
        Form::Point(x, y) => sheet.circle(x, y, paint),
        Form::Path(d) => sheet.path(&d, paint),
        Form::Lowered(d, by) => {
            sheet.y += by;
            sheet.path(&d, paint);
            sheet.y -= by;
        }
        Form::Down(x, y) => {
            sheet.path(&numbered(&["M", " ", "V"], &[x, y, context.height], ""), paint);
        }
        Form::Text(x, y, anchor, letters) => {
            let anchor = anchor.unwrap_or("start");
            let is_strong = context.has_changed || context.between.is_some();
            let style = match look {
                Look::Heading => &HEADING,
                Look::Name if is_strong => &NAME,
                Look::Name => &QUIET,
                Look::Term if context.known == Known::Yes => &TERM,
                Look::DayWords | Look::OtherWords | Look::Turn => &STRONG,
                Look::EventName if is_strong => &STRONG,
                _ => &LABEL,
            };
            // Lines pass below words, which have the paper around them; but for those that stand on a bar or a flag.
            let around = match look {
                Look::Name | Look::Term | Look::DayWords | Look::OtherWords => "",
                Look::Said => "p/p/6",
                _ => "p/p/3",
            };
            if !around.is_empty() {
                sheet.text(x, y, anchor, style, around, &letters);
            }
            sheet.text(x, y, anchor, style, paint, &letters);
        }
    }
}

/// How a figure is painted: the same as the style sheet of the page has it. See [`Sheet`] on how that is written; what depends
/// on whether it is known on the day is written three times, for [`Known`].
#[inline(never)]
fn paint(look: Look, context: &Context, is_point: bool) -> &'static str {
    let paint = match look {
        Look::Bar => "h|p/h/1.2|m/h/1.2/6 3",
        Look::Dots => "-/h/2.4/2.4 2.7|-/h/1.4/1.4 3.7|-/h/1.6/5 4",
        Look::Fade1 => "-/h/2.4/2.4 2.7/0.7|-/h/1.4/1.4 3.7/0.7|-/h/1.6/5 4/0.7",
        Look::Fade2 => "-/h/2.4/2.4 2.7/0.42|-/h/1.4/1.4 3.7/0.42|-/h/1.6/5 4/0.42",
        Look::Fade3 => "-/h/2.4/2.4 2.7/0.18|-/h/1.4/1.4 3.7/0.18|-/h/1.6/5 4/0.18",
        Look::Mark => match (context.between, is_point) {
            (Some(true), true) => "h/k/2.5///5|p/k/2.5///5|h/k/2.5///5",
            (Some(true), false) => "H/k/2.5|p/k/2.5|H/k/2.5",
            (Some(false), true) => "h/k/2.5/3 2//5|p/k/2.5/3 2//5|h/k/2.5/3 2//5",
            (Some(false), false) => "H/k/2.5/3 2|p/k/2.5/3 2|H/k/2.5/3 2",
            (None, true) => "h/p/1.5///5|p/q/1.2///5|h/k/1.2/3 2//5",
            (None, false) => "H/h/1|p/q/1.2|H/k/1.2/3 2",
        },
        Look::Adopted => "-/k/1.4",
        Look::Strip => "h////0.75",
        Look::Dense => "h////0.5",
        Look::YearLine | Look::Hatching | Look::Rule => "-/r/1",
        Look::MonthLine => "-/r/1//0.6",
        Look::Edge => "-/q/1/2 3",
        Look::Span => "k////0.05",
        Look::DayLine => "-/n/1.5",
        Look::DayFlag => "n",
        Look::DayWords => "p",
        Look::OtherLine => "-/k/1/3 3",
        Look::OtherFlag => "p/k/1",
        Look::Heading => "h",
        Look::Term => "p|q|q",
        Look::EventName => "k|q|k",
        Look::Silence => "q//////italic",
        Look::Said | Look::TickWords => "q",
        _ => "k",
    };
    paint.split('|').nth(context.known as usize).unwrap_or(paint)
}
