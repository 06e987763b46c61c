//! The layout as SVG. Geometry in attributes only: `style` attributes are refused by strict policies.

use crate::controls::selecting;
use crate::el::{El, all, el};
use crate::memo::memo;
use crate::view::{between_class, hue, known_class};
use atlas_core::advances::Advances;
use atlas_core::edition::Edition;
use atlas_core::linking::Lit;
use atlas_core::locale::{Locale, msg};
use atlas_core::model::{Column, EventId, InstrumentId};
use atlas_core::query::Target;
use atlas_core::shown::Shown;
use atlas_core::timeline::density::{HEIGHT, Strip};
use atlas_core::timeline::flag::{FLAG, Flag};
use atlas_core::timeline::lane::{Adopted, GAP, Label, Says, Segment, SegmentKind, Shape};
use atlas_core::timeline::layout::{Layout, SectorStrip, Sign};
use atlas_core::timeline::silence::hatching;
use atlas_core::words::Words;
use std::rc::Rc;
use yew::prelude::*;

/// The heights that the drawing takes, in pixels.
const STEP: i32 = 4096;

/// Draws the layout. Each lane and mark has its place in the drawing, even while the filters hide it: moving and hiding
/// costs a browser a fraction of what making a new one costs.
pub fn drawing(shown: &Shown, layout: &Layout, lit: &Lit) -> Html {
    let labels = Labels {
        edition: shown.edition.clone(),
        advances: shown.state.surroundings.advances.clone(),
        width: layout.width,
        left: layout.scale.left,
        is_narrow: layout.narrow,
    };
    let draw = Draw { shown, layout, lit, labels };
    let data = &shown.catalogue.data;
    let by_instrument = |id: InstrumentId| layout.lanes.iter().position(|lane| lane.instrument == id);
    let by_event = |id: EventId| layout.marks.iter().position(|mark| mark.event == id);
    let still = shown.state.is_still();
    // A new height would have all of it laid out again, so it has more than it needs while it can change: how much of it
    // is seen is left to an element of that height behind it. Nor has it a box then, by which it would scale.
    let room = el("svg").class("room").num("height", layout.height).attr("aria-hidden", "true");
    let drawn =
        el("svg")
            .class("drawing")
            .num("width", layout.width)
            .num("height", if still { layout.height } else { (layout.height / STEP + 1) * STEP })
            .maybe("viewBox", still.then(|| format!("0 0 {} {}", layout.width, layout.height).into()))
            .attr("aria-hidden", "true")
            .opt((!still).then(|| {
                el("g").list(data.instruments().map(|(id, _)| draw.backdrop(id, by_instrument(id))).collect())
            }))
            .opt(layout.between.map(|(from, to)| rect("span", from, FLAG, to - from, layout.height - FLAG)))
            .opt(layout.silent.map(|silent| draw.silence(silent.x)))
            .el(el("g").class("axis").list(draw.ticks()))
            .list(draw.headings())
            .opt(
                layout
                    .silent
                    .and_then(|silent| silent.label)
                    .map(|(x, y)| words(shown.locale, "silence", x, y, &shown.locale.text(msg::SOURCE_SILENT))),
            )
            // The lines lie below all words, so that they cross none of them; the flags lie on top.
            .el(draw.lines())
            .list(data.instruments().map(|(id, _)| draw.lane(id, by_instrument(id))).collect())
            .list(layout.strips.iter().map(|strip| draw.sector(strip)).collect())
            .el(path("rule", format!("M0 {}H{}", layout.marks_y - 6, layout.width)))
            .list(data.events().map(|(id, _)| draw.mark(id, by_event(id))).collect())
            .opt(layout.compared.as_ref().map(|flag| draw.flag("other", flag)))
            .el(draw.flag("playhead", &layout.playhead));
    all(vec![if still { Html::default() } else { room.html() }, drawn.html()])
}

struct Draw<'a> {
    shown: &'a Shown,
    layout: &'a Layout,
    lit: &'a Lit,
    labels: Labels,
}

/// What labels depend on besides what they say: how wide their letters are, and how much room they have.
#[derive(Clone, PartialEq)]
struct Labels {
    edition: Edition,
    advances: Rc<Advances>,
    width: i32,
    /// Where the names of lanes end and time begins.
    left: i32,
    is_narrow: bool,
}

/// All that the picture of a lane depends on.
#[derive(PartialEq)]
struct LanePicture {
    labels: Labels,
    instrument: InstrumentId,
    shape: Rc<Shape>,
}

/// All that the picture of an event depends on.
#[derive(PartialEq)]
struct EventPicture {
    edition: Edition,
    event: EventId,
    sign: Sign,
}

fn path(class: &'static str, d: String) -> El {
    el("path").class(class).set("d", d.into())
}

/// Words at a place. From right to left, the style sheet mirrors the drawing, and each of its words back again: from where
/// it stands on the other side of zero.
fn words(locale: Locale, class: &'static str, x: i32, y: i32, words: &Words) -> El {
    let x = if locale.direction() == "rtl" { -x } else { x };
    // No screen reader reads it, so it need not say the language; and each stands by itself.
    el("text").class(class).num("x", x).num("y", y).text(words.plain().to_owned())
}

fn rect(class: &'static str, x: i32, y: i32, width: i32, height: i32) -> El {
    el("rect").class(class).num("x", x).num("y", y).num("width", width).num("height", height)
}

impl Draw<'_> {
    fn ticks(&self) -> Vec<Html> {
        let tick = |(x, tick): &(i32, atlas_core::timeline::scale::Tick)| {
            let label = match tick.month {
                Some(month) => self.shown.locale.month_short(month),
                None => tick.year.to_string().into(),
            };
            el("g")
                .class(if tick.month.is_some() { "tick minor" } else { "tick" })
                .el(el("line").num("x1", *x).num("x2", *x).num("y1", self.layout.flags + 4).attr("y2", "100%"))
                .el(words(self.shown.locale, "", x + 5, self.layout.axis - 1, &label))
                .html()
        };
        self.layout.ticks.iter().map(tick).collect()
    }

    fn headings(&self) -> Vec<Html> {
        let heading = |heading: &atlas_core::timeline::layout::Heading| {
            let name = self.shown.text(&self.shown.catalogue.data.partnership(heading.partnership).name);
            words(self.shown.locale, "", 0, heading.y, &name)
                .classes(&[Some("heading"), Some(hue(heading.partnership))])
                .html()
        };
        self.layout.headings.iter().map(heading).collect()
    }

    /// What a lane stands on: below the axis, so that it does not hide it.
    fn backdrop(&self, id: InstrumentId, at: Option<usize>) -> Html {
        let column = self.shown.catalogue.data.column_id(Column::Instrument(id));
        let lit = column.is_some_and(|column| self.lit.column_lit(column)).then_some("lit");
        let (y, height) = at.map_or((0, 0), |at| (self.layout.lanes[at].y, self.layout.lanes[at].shape.height));
        rect("", 0, y, self.layout.width, height).classes(&[Some("backdrop"), lit]).html()
    }

    /// A lane, by its position in the layout; none if it is left out.
    fn lane(&self, id: InstrumentId, at: Option<usize>) -> Html {
        let shown = self.shown;
        let lane = at.map(|at| &self.layout.lanes[at]);
        let changed = shown.changes.iter().any(|change| change.instrument == id).then_some("changed");
        let partnership = shown.catalogue.data.instrument(id).partnership;
        let state = shown.selection.standing(id).state;
        let picture =
            lane.map(|lane| LanePicture { labels: self.labels.clone(), instrument: id, shape: lane.shape.clone() });
        let place = group(u32::from(id.0), lane.map(|lane| lane.y)).classes(&[
            Some("lane"),
            Some(hue(partnership)),
            Some(state.id()),
            changed,
        ]);
        selecting(place, shown, Target::Instrument(id)).child(memo(picture, inside)).html()
    }

    fn sector(&self, strip: &SectorStrip) -> Html {
        let name = self.shown.text(&self.shown.catalogue.data.sector(strip.sector).name);
        let (label_y, strip_y) =
            if self.layout.narrow { (strip.y + 14, strip.y + 20) } else { (strip.y + 17, strip.y + 5) };
        selecting(el("g").key(u32::from(strip.sector.0)).class("lane"), self.shown, Target::Sector(strip.sector))
            .opt((!self.shown.is_still).then(|| rect("hit", 0, strip.y, self.layout.width, HEIGHT + 10)))
            .el(self.labels.lane(label_y, &name))
            .el(draw_strip(&strip.strip, strip_y))
            .html()
    }

    /// A mark, by its position in the layout; none if it is left out or outside the window.
    fn mark(&self, id: EventId, at: Option<usize>) -> Html {
        let shown = self.shown;
        let mark = at.map(|at| &self.layout.marks[at]);
        let partnership = shown.catalogue.data.event(id).partnership;
        let known = mark.and_then(|mark| known_class(mark.known));
        let lit = self.lit.event(id).then_some("lit");
        let between = shown.between(id).map(between_class);
        let picture = mark.map(|mark| EventPicture { edition: shown.edition.clone(), event: id, sign: mark.sign });
        let place = group(u32::from(id.0), mark.map(|mark| mark.y)).classes(&[
            Some("event"),
            Some(hue(partnership)),
            known,
            lit,
            between,
        ]);
        selecting(place, shown, Target::Event(id)).child(memo(picture, sign)).html()
    }

    /// From where on the source is silent: an edge, and the hatching behind all that is drawn there.
    fn silence(&self, x: i32) -> El {
        let (top, bottom) = (self.layout.axis, self.layout.height - 2);
        let lines = hatching(x, top, self.layout.width, bottom);
        el("g").class("silent").el(path("hatching", lines)).el(path("", format!("M{x} {top}V{bottom}")))
    }

    /// The day, and the day compared with, as lines; none where they lie outside the window.
    fn lines(&self) -> El {
        let down = |class, x: i32| el("g").class(class).el(path("", format!("M{x} {FLAG}V{}", self.layout.height - 2)));
        let other = self.layout.compared.as_ref().and_then(|flag| flag.line);
        el("g").opt(other.map(|x| down("compared", x))).opt(self.layout.playhead.line.map(|x| down("playhead", x)))
    }

    /// The date of one of the days.
    fn flag(&self, class: &'static str, flag: &Flag) -> El {
        el("g").class(class).el(rect("", flag.left, flag.y, flag.right - flag.left, FLAG).num("rx", 2)).el(words(
            self.shown.locale,
            "",
            (flag.left + flag.right) / 2,
            flag.y + FLAG / 2 + 4,
            &flag.words(self.shown),
        )
        .attr("text-anchor", "middle"))
    }
}

/// A group that is moved to its height, or hidden: not by `display`, which would have its text shaped anew each time.
fn group(key: u32, y: Option<i32>) -> El {
    el("g")
        .key(key)
        .maybe("transform", y.map(|y| ["translate(0 ", &y.to_string(), ")"].concat().into()))
        .maybe("visibility", y.is_none().then_some(AttrValue::Static("hidden")))
}

/// What a lane shows, from its own upper edge.
fn inside(LanePicture { labels, instrument, shape }: &LanePicture) -> Html {
    let name = labels.edition.text(&labels.edition.catalogue.data.instrument(*instrument).short);
    let bar_y = if labels.is_narrow { 27 } else { 13 };
    let label_y = if labels.is_narrow { 14 } else { bar_y + 4 };
    let said = |label: &Label| {
        let y = if label.above { label_y } else { bar_y + 4 };
        let class = match label.says {
            _ if label.inside => "term",
            Says::Turns(_) => "turn",
            _ => "said",
        };
        words(labels.edition.locale, class, label.x, y, &label.says.words(&labels.edition))
    };
    // What the pointer meets between the marks.
    let hit = (!labels.edition.is_still).then(|| rect("hit", 0, 0, labels.width, shape.height));
    all(vec![
        hit.map_or_else(Html::default, El::html),
        labels.lane(label_y, &name).html(),
        all(shape.segments.iter().map(|part| segment(bar_y, part).opt(part.label.as_ref().map(said)).html()).collect()),
        all(shape.labels.iter().map(|label| said(label).html()).collect()),
        shape.adopted.map_or_else(Html::default, |days| adopted(days, bar_y + 8).html()),
        shape.strip.as_ref().map_or_else(Html::default, |strip| draw_strip(strip, bar_y + 11).html()),
    ])
}

/// When an instrument was adopted, under its bar: an arrowhead for a day, a bracket for a month or a year.
pub fn adopted(Adopted { x, end }: Adopted, y: i32) -> El {
    match end - x {
        0 => path("adopted day", format!("M{x} {}l4 5h-8z", y - 1)),
        _ => path("adopted", format!("M{x}.5 {y}v3.5H{}.5v-3.5", end.max(x + 6) - 1)),
    }
}

impl Labels {
    /// The name of a lane, as far as it has room; where that is not all of it, the whole is a tooltip away.
    fn lane(&self, y: i32, name: &Words) -> El {
        let room = if self.is_narrow { self.width } else { self.left - 12 };
        let cut = self.advances.fit(name.plain(), room);
        let whole = (cut != name.plain()).then(|| el("title").text(name.plain().to_owned()));
        words(Locale::ENGLISH, "label", 0, y, &Words::from(cut.into_owned())).opt(whole)
    }
}

/// A stretch of a lane.
pub fn segment(y: i32, part: &Segment) -> El {
    let (class, gap) = match part.kind {
        SegmentKind::Open { begins, ends } => {
            return fading(part, y, begins, ends).classes(&[Some("segment dotted"), known_class(part.known)]);
        }
        SegmentKind::First => ("segment first", 0),
        SegmentKind::Extension => ("segment extension", GAP),
    };
    let width = (part.end - part.x).max(2) - gap;
    el("g").classes(&[Some(class), known_class(part.known)]).el(rect("", part.x + gap, y - 7, width, 14).num("rx", 2))
}

/// The shape of an event and its label, around its own row.
fn sign(EventPicture { edition, event, sign }: &EventPicture) -> Html {
    let name = || edition.text(&edition.catalogue.data.event(*event).name);
    let anchor = |ends| if ends { "end" } else { "start" };
    let label = sign.label.map(|(x, ends)| words(edition.locale, "", x, 4, &name()).attr("text-anchor", anchor(ends)));
    all(vec![mark(sign, 0).html(), label.map_or_else(Html::default, El::html)])
}

/// A point for a day, a band for what is known less exactly.
pub fn mark(sign: &Sign, y: i32) -> El {
    if sign.point {
        return el("circle").num("cx", sign.x).num("cy", y).num("r", 5);
    }
    rect("", sign.x, y - 4, (sign.end - sign.x).max(6), 8).num("rx", 4)
}

/// A dotted line that fades towards an end that is not stated, and from a beginning that is not.
fn fading(part: &Segment, y: i32, begins: bool, ends: bool) -> El {
    let fade = ((part.end - part.x) / 4).clamp(3, 90);
    let step = fade / 3;
    let from = part.x + if begins { 0 } else { fade };
    let to = part.end - if ends { 0 } else { fade };
    let mut group = el("g").el(path("", format!("M{from} {y}H{}", to.max(from))));
    for (n, class) in ["fade-1", "fade-2", "fade-3"].into_iter().enumerate() {
        let n = n as i32;
        if !ends {
            group = group.el(path(class, format!("M{} {y}h{step}", to + n * step)));
        }
        if !begins {
            group = group.el(path(class, format!("M{} {y}h{step}", from - (n + 1) * step)));
        }
    }
    group
}

fn draw_strip(strip: &Strip, y: i32) -> El {
    path(if strip.peak.is_some() { "strip dense" } else { "strip" }, strip.path.clone())
        .set("transform", format!("translate(0 {y})").into())
}
