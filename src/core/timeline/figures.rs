//! The drawing as a list of figures: what the page makes elements of, one to one, and a picture flat signs with their paint.
//!
//! Owns where the parts of a sign stand; where the sign itself does, the layout says. What stands in a lane, or in the row of
//! an event, is told from the upper edge of the lane, or from the middle of the row.

use super::density::Strip;
use super::flag::FLAG;
use super::key::KeySign;
use super::lane::{Adopted, GAP, Label, Says, Segment, SegmentKind, Shape};
use super::layout::{Layout, Sign};
use super::silence::hatching;
use crate::edition::Edition;
use crate::locale::{Arg, msg};
use crate::model::EventId;
use crate::shown::Shown;
use crate::time::known::Known;

/// The width and the height of a sign of the key.
pub const KEY: (i32, i32) = (26, 14);
/// The radius of the point of an event.
pub const POINT: i32 = 5;

/// A figure, with what it is drawn as.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What it is drawn as.
    pub look: Look,
    /// Its form.
    pub form: Form,
}

/// The form of a figure.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// Figures that belong together, with whether they are known on the day.
    Group(Known, Vec<Figure>),
    /// A rectangle: from the left, from the top, width, height, and how round its corners are.
    Rect(i32, i32, i32, i32, i32),
    /// The point of an event, around its middle.
    Point(i32, i32),
    /// A path.
    Path(String),
    /// A path that is moved down.
    Lowered(String, i32),
    /// A line from a point down to the bottom of the drawing.
    Down(i32, i32),
    /// Letters: where they begin on their baseline; or where they end or have their middle, if that is said.
    Text(i32, i32, Option<&'static str>, String),
}

/// What a figure is drawn as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Figures that belong together for no other reason than their place.
    Together,
    /// The parts of a first term.
    First,
    /// Those of an extension.
    Extension,
    /// Those of a term without a limit.
    Dotted,
    /// The sign of an event.
    Event,
    /// That of one between the days compared.
    Between,
    /// A tick of a year.
    Year,
    /// That of a month.
    Month,
    /// What tells where the source is silent.
    Silent,
    /// What belongs to the day.
    Day,
    /// The line of the day compared with.
    Compared,
    /// Its flag.
    Other,
    /// The bar of a term.
    Bar,
    /// The words on it.
    Term,
    /// Words beside a bar or on a dotted line.
    Said,
    /// What came about between the days compared.
    Turn,
    /// The name of a lane.
    Name,
    /// A dotted line.
    Dots,
    /// A quarter of it, paler.
    Fade1,
    /// Paler still.
    Fade2,
    /// The palest.
    Fade3,
    /// When an instrument was adopted, over the days that are possible.
    Adopted,
    /// The same for a day.
    AdoptedDay,
    /// Activities, each by itself.
    Strip,
    /// How many activities go on at a time.
    Dense,
    /// The point or the band of an event.
    Mark,
    /// The name of an event.
    EventName,
    /// The line of a tick.
    YearLine,
    /// That of a month.
    MonthLine,
    /// The words of a tick.
    TickWords,
    /// From where on the source is silent.
    Edge,
    /// The hatching from there on.
    Hatching,
    /// The words for it.
    Silence,
    /// The name of a partnership.
    Heading,
    /// The days between those compared.
    Span,
    /// The line over the events.
    Rule,
    /// The line of the day.
    DayLine,
    /// Its flag.
    DayFlag,
    /// The date on it.
    DayWords,
    /// The line of the day compared with.
    OtherLine,
    /// Its flag.
    OtherFlag,
    /// The date on it.
    OtherWords,
}

impl Look {
    /// The class by which style sheets know it; empty where its group has one that says enough.
    pub fn class(self) -> &'static str {
        match self {
            Look::First => "segment first",
            Look::Extension => "segment extension",
            Look::Dotted => "segment dotted",
            Look::Event => "event",
            Look::Between => "event between",
            Look::Year => "tick",
            Look::Month => "tick minor",
            Look::Silent => "silent",
            Look::Day => "playhead",
            Look::Compared => "compared",
            Look::Other => "other",
            Look::Term => "term",
            Look::Said => "said",
            Look::Turn => "turn",
            Look::Name => "label",
            Look::Fade1 => "fade-1",
            Look::Fade2 => "fade-2",
            Look::Fade3 => "fade-3",
            Look::Adopted => "adopted",
            Look::AdoptedDay => "adopted day",
            Look::Strip => "strip",
            Look::Dense => "strip dense",
            Look::Hatching => "hatching",
            Look::Silence => "silence",
            Look::Heading => "heading",
            Look::Span => "span",
            Look::Rule => "rule",
            _ => "",
        }
    }
}

impl Figure {
    #[inline(never)]
    fn path(look: Look, d: String) -> Figure {
        Figure { look, form: Form::Path(d) }
    }

    #[inline(never)]
    fn text(look: Look, x: i32, y: i32, anchor: Option<&'static str>, letters: &str) -> Figure {
        Figure { look, form: Form::Text(x, y, anchor, letters.to_owned()) }
    }
}

/// Figures as they are drawn, one on the other. They are put where they stay: code that hands them on by value would be half
/// as long again.
#[derive(Default)]
struct List(Vec<Figure>);

impl List {
    #[inline(never)]
    fn group(&mut self, look: Look, known: Known, inside: List) {
        self.0.push(Figure { look, form: Form::Group(known, inside.0) });
    }

    #[inline(never)]
    fn rect(&mut self, look: Look, x: i32, y: i32, width: i32, height: i32, round: i32) {
        self.0.push(Figure { look, form: Form::Rect(x, y, width, height, round) });
    }

    #[inline(never)]
    fn text(&mut self, look: Look, x: i32, y: i32, anchor: Option<&'static str>, letters: &str) {
        self.0.push(Figure::text(look, x, y, anchor, letters));
    }

    /// A path: numbers with something before each of them, and what follows.
    #[inline(never)]
    fn path(&mut self, look: Look, before: &[&str], numbers: &[i32], after: &str) {
        self.0.push(Figure::path(look, numbered(before, numbers, after)));
    }
}

/// The marks of the axis.
pub fn axis(shown: &Shown, layout: &Layout) -> Vec<Figure> {
    let mut all = List::default();
    for (x, tick) in &layout.ticks {
        let (look, line, label) = match tick.month {
            Some(month) => (Look::Month, Look::MonthLine, shown.locale.month_short(month)),
            None => (Look::Year, Look::YearLine, tick.year.to_string().into()),
        };
        let mut inside = List(vec![Figure { look: line, form: Form::Down(*x, layout.flags + 4) }]);
        inside.text(Look::TickWords, x + 5, layout.axis - 1, None, label.plain());
        all.group(look, Known::Yes, inside);
    }
    all.0
}

/// The name of a partnership over its lanes.
pub fn heading(y: i32, letters: &str) -> Figure {
    Figure::text(Look::Heading, 0, y, None, letters)
}

/// The days between those compared, if there are any.
pub fn span(layout: &Layout) -> Vec<Figure> {
    let mut all = List::default();
    if let Some((from, to)) = layout.between {
        all.rect(Look::Span, from, FLAG, to - from, layout.height - FLAG, 0);
    }
    all.0
}

/// From where on the source is silent, if it is: an edge, and the hatching behind all that is drawn there.
pub fn silence(layout: &Layout) -> Vec<Figure> {
    let mut all = List::default();
    if let Some(silence) = layout.silent {
        silent(&mut all, silence.x, layout.axis, layout.width, layout.height - 2, silence.x);
    }
    all.0
}

fn silent(all: &mut List, left: i32, top: i32, right: i32, bottom: i32, edge: i32) {
    let mut inside = List(vec![Figure::path(Look::Hatching, hatching(left, top, right, bottom))]);
    inside.path(Look::Edge, &["M", " ", "V"], &[edge, top, bottom], "");
    all.group(Look::Silent, Known::Yes, inside);
}

/// The words for it, where they have room.
pub fn silence_words(shown: &Shown, layout: &Layout) -> Vec<Figure> {
    let mut all = List::default();
    if let Some((x, y)) = layout.silent.and_then(|silent| silent.label) {
        all.text(Look::Silence, x, y, None, shown.locale.plain(msg::SOURCE_SILENT));
    }
    all.0
}

/// The day compared with, and the day, as lines; none where they lie outside the window.
pub fn lines(layout: &Layout) -> Vec<Figure> {
    let compared = layout.compared.and_then(|flag| flag.line);
    let mut all = List::default();
    for (group, look, line) in
        [(Look::Compared, Look::OtherLine, compared), (Look::Day, Look::DayLine, layout.playhead.line)]
    {
        let Some(x) = line else { continue };
        let mut inside = List::default();
        inside.path(look, &["M", " ", "V"], &[x, FLAG, layout.height - 2], "");
        all.group(group, Known::Yes, inside);
    }
    all.0
}

/// The dates of the days: of the one compared with, if there is one, and of the day itself.
pub fn flags(edition: &Edition, layout: &Layout) -> Vec<Figure> {
    let mut all = List::default();
    for (group, look, words, flag) in [
        (Look::Other, Look::OtherFlag, Look::OtherWords, layout.compared),
        (Look::Day, Look::DayFlag, Look::DayWords, Some(layout.playhead)),
    ] {
        let Some(flag) = flag else { continue };
        let mut inside = List::default();
        inside.rect(look, flag.left, flag.y, flag.right - flag.left, FLAG, 2);
        let middle = (flag.left + flag.right) / 2;
        inside.text(words, middle, flag.y + FLAG / 2 + 4, Some("middle"), flag.words(edition).plain());
        all.group(group, Known::Yes, inside);
    }
    all.0
}

/// Numbers with something before each of them, and what follows.
#[inline(never)]
pub fn numbered(before: &[&str], numbers: &[i32], after: &str) -> String {
    let mut out = String::new();
    for (before, number) in before.iter().zip(numbers) {
        out.push_str(before);
        out.push_str(&number.to_string());
    }
    out + after
}

/// How many instruments were adopted in each year, with what the columns are.
pub fn adoptions(edition: &Edition, layout: &Layout) -> Vec<Figure> {
    let mut all = List::default();
    if let Some(columns) = &layout.adoptions {
        let words = edition.locale.format(msg::TIMELINE_ADOPTIONS, &[Arg::Number("n", columns.most)]);
        all.text(Look::Said, layout.scale.left, columns.y - 8, None, words.plain());
        all.0.push(Figure { look: Look::Dense, form: Form::Lowered(columns.path.clone(), columns.y) });
    }
    all.0
}

/// The line over the events.
pub fn rule(layout: &Layout) -> Figure {
    Figure::path(Look::Rule, numbered(&["M0 ", "H"], &[layout.marks_y - 6, layout.width], ""))
}

/// The baseline of the name of a lane, or of a lane of activities.
pub fn baseline(is_narrow: bool) -> i32 {
    if is_narrow { 14 } else { 17 }
}

/// The name of a lane, as far as it has room.
pub fn name(y: i32, letters: &str) -> Figure {
    Figure::text(Look::Name, 0, y, None, letters)
}

/// What a lane shows besides its name.
pub fn lane(edition: &Edition, shape: &Shape, is_narrow: bool) -> Vec<Figure> {
    let bar = if is_narrow { 27 } else { 13 };
    let said = |all: &mut List, label: &Label| {
        let y = if label.above { baseline(is_narrow) } else { bar + 4 };
        let look = match label.says {
            _ if label.inside => Look::Term,
            Says::Turns(_) => Look::Turn,
            _ => Look::Said,
        };
        all.text(look, label.x, y, None, label.says.words(edition).plain());
    };
    let mut all = List::default();
    for part in &shape.segments {
        segment(&mut all, bar, part, &|all| part.label.iter().for_each(|label| said(all, label)));
    }
    shape.labels.iter().for_each(|label| said(&mut all, label));
    shape.adopted.into_iter().for_each(|days| adopted(&mut all, days, bar + 8));
    all.0.extend(shape.strip.as_ref().map(|own| strip(own, bar + 11)));
    all.0
}

/// When an instrument was adopted, under its bar: an arrowhead for a day, a bracket for a month or a year.
fn adopted(all: &mut List, Adopted { x, end }: Adopted, y: i32) {
    match end - x {
        0 => all.path(Look::AdoptedDay, &["M", " "], &[x, y - 1], "l4 5h-8z"),
        _ => all.path(Look::Adopted, &["M", ".5 ", "v3.5H"], &[x, y, end.max(x + 6) - 1], ".5v-3.5"),
    }
}

/// A stretch of a lane, with what is said on it.
fn segment(all: &mut List, y: i32, part: &Segment, say: &dyn Fn(&mut List)) {
    let mut inside = List::default();
    let look = match part.kind {
        SegmentKind::Open { begins, ends } => {
            fading(&mut inside, part, y, begins, ends);
            Look::Dotted
        }
        kind => {
            let (look, gap) = if kind == SegmentKind::First { (Look::First, 0) } else { (Look::Extension, GAP) };
            inside.rect(Look::Bar, part.x + gap, y - 7, (part.end - part.x).max(2) - gap, 14, 2);
            look
        }
    };
    say(&mut inside);
    all.group(look, part.known, inside);
}

/// A dotted line that fades towards an end that is not stated, and from a beginning that is not.
fn fading(all: &mut List, part: &Segment, y: i32, begins: bool, ends: bool) {
    let fade = ((part.end - part.x) / 4).clamp(3, 90);
    let step = fade / 3;
    let from = part.x + if begins { 0 } else { fade };
    let to = part.end - if ends { 0 } else { fade };
    all.path(Look::Dots, &["M", " ", "H"], &[from, y, to.max(from)], "");
    for (n, look) in [Look::Fade1, Look::Fade2, Look::Fade3].into_iter().enumerate() {
        let n = n as i32;
        for (is_stated, x) in [(ends, to + n * step), (begins, from - (n + 1) * step)] {
            if !is_stated {
                all.path(look, &["M", " ", "h"], &[x, y, step], "");
            }
        }
    }
}

/// The activities of a lane, from this height down.
pub fn strip(strip: &Strip, y: i32) -> Figure {
    let look = if strip.peak.is_some() { Look::Dense } else { Look::Strip };
    Figure { look, form: Form::Lowered(strip.path.clone(), y) }
}

/// The sign of an event and its name.
pub fn event(edition: &Edition, id: EventId, sign: &Sign) -> Vec<Figure> {
    let mut all = List::default();
    mark(&mut all, sign, 0);
    if let Some((x, ends)) = sign.label {
        let name = edition.text(&edition.catalogue.data.event(id).name);
        all.text(Look::EventName, x, 4, Some(if ends { "end" } else { "start" }), name.plain());
    }
    all.0
}

/// A point for a day, a band for what is known less exactly.
fn mark(all: &mut List, sign: &Sign, y: i32) {
    if sign.point {
        all.0.push(Figure { look: Look::Mark, form: Form::Point(sign.x, y) });
    } else {
        all.rect(Look::Mark, sign.x, y - 4, (sign.end - sign.x).max(6), 8, 4);
    }
}

/// A sign of the key, as it is drawn.
pub fn key(sign: KeySign) -> Vec<Figure> {
    let (width, height) = KEY;
    let mut all = List::default();
    let mut bar = |kind, known| {
        segment(&mut all, height / 2, &Segment { x: 1, end: width - 1, kind, known, label: None }, &|_| {});
    };
    match sign {
        KeySign::Stated => bar(SegmentKind::First, Known::Yes),
        KeySign::Later => bar(SegmentKind::First, Known::No),
        KeySign::Unsure => bar(SegmentKind::First, Known::Undetermined),
        KeySign::Unstated => bar(SegmentKind::Open { begins: true, ends: true }, Known::Yes),
        KeySign::Day | KeySign::Period | KeySign::Between => {
            let point = sign != KeySign::Period;
            let (x, end) = if point { (width / 2, width / 2) } else { (3, width - 3) };
            let mut inside = List::default();
            mark(&mut inside, &Sign { x, end, point, label: None }, height / 2);
            let look = if sign == KeySign::Between { Look::Between } else { Look::Event };
            all.group(look, Known::Yes, inside);
        }
        KeySign::Adopted => {
            let mut inside = List::default();
            adopted(&mut inside, Adopted { x: 5, end: 5 }, 5);
            adopted(&mut inside, Adopted { x: 13, end: width - 1 }, 5);
            all.group(Look::Together, Known::Yes, inside);
        }
        KeySign::Silent => silent(&mut all, 0, 0, width, height, 1),
    }
    all.0
}
