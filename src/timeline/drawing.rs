//! The layout as SVG. Geometry in attributes only: `style` attributes are refused by strict policies.

use super::density::{HEIGHT, Strip};
use super::layout::{Lane, Layout, Mark, SectorStrip, Segment, SegmentKind};
use crate::el::{El, el};
use crate::linking::Lit;
use crate::model::Column;
use crate::query::Target;
use crate::state::Shown;
use crate::time::{Bound, Interval};
use crate::view::{hue, known_class};
use core::cmp::Ordering;
use yew::prelude::*;

/// Draws the layout.
pub fn drawing(shown: &Shown, layout: &Layout, lit: &Lit) -> Html {
    let draw = Draw { shown, layout, lit };
    el("svg")
        .class("drawing")
        // No `viewBox`: it would scale, and each new height would have all the text laid out again.
        .num("width", layout.width)
        .num("height", layout.height)
        .attr("aria-hidden", "true")
        .el(el("g").list(layout.lanes.iter().map(|lane| draw.backdrop(lane)).collect()))
        .el(el("g").class("axis").list(draw.ticks()))
        .list(draw.headings())
        .list(layout.lanes.iter().map(|lane| draw.lane(lane)).collect())
        .list(layout.strips.iter().map(|strip| draw.sector(strip)).collect())
        .el(path("rule", format!("M0 {}H{}", layout.marks_y - 6, layout.width)))
        // The line lies below the labels, which have a halo; the flag lies on top.
        .el(draw.line())
        .list(layout.marks.iter().map(|mark| draw.mark(mark)).collect())
        .el(draw.flag())
        .html()
}

struct Draw<'a> {
    shown: &'a Shown,
    layout: &'a Layout,
    lit: &'a Lit,
}

fn path(class: &'static str, d: String) -> El {
    el("path").class(class).set("d", d.into())
}

fn words(class: &'static str, x: i32, y: i32, words: AttrValue) -> El {
    el("text").class(class).num("x", x).num("y", y).text(words)
}

fn rect(class: &'static str, x: i32, y: i32, width: i32, height: i32) -> El {
    el("rect").class(class).num("x", x).num("y", y).num("width", width).num("height", height)
}

impl Draw<'_> {
    fn ticks(&self) -> Vec<Html> {
        let tick = |(x, tick): &(i32, super::scale::Tick)| {
            let label: AttrValue = match tick.month {
                Some(month) => self.shown.locale.month_short(month).into(),
                None => tick.year.to_string().into(),
            };
            el("g")
                .class(if tick.month.is_some() { "tick minor" } else { "tick" })
                .el(path("", format!("M{x} 22V{}", self.layout.height - 4)))
                .el(words("", x + 5, 31, label))
                .html()
        };
        self.layout.ticks.iter().map(tick).collect()
    }

    fn headings(&self) -> Vec<Html> {
        let heading = |heading: &super::layout::Heading| {
            let name = self.shown.words(&self.shown.catalogue.data.partnership(heading.partnership).name);
            words("", 0, heading.y, name).classes(&[Some("heading"), Some(hue(heading.partnership))]).html()
        };
        self.layout.headings.iter().map(heading).collect()
    }

    fn is_lit(&self, lane: &Lane) -> bool {
        let column = self.shown.catalogue.data.column_id(Column::Instrument(lane.instrument));
        column.is_some_and(|column| self.lit.column_lit(column))
    }

    /// What a lane stands on: below the axis, so that it does not hide it.
    fn backdrop(&self, lane: &Lane) -> Html {
        rect("", 0, lane.y, self.layout.width, lane.height).classes(&[Some("backdrop"), self.is_lit(lane).then_some("lit")]).html()
    }

    fn lane(&self, lane: &Lane) -> Html {
        let name = self.shown.words(&self.shown.catalogue.data.instrument(lane.instrument).short);
        let label_y = if self.layout.narrow { lane.y + 14 } else { lane.bar_y + 4 };
        let adopted = lane.adopted.map(|(x, end)| rect("adopted", x, lane.bar_y + 8, (end - x).max(2), 3));
        let changed = self.shown.changes.iter().any(|change| change.instrument == lane.instrument).then_some("changed");
        el("g")
            .key(u32::from(lane.instrument.0))
            .classes(&[Some("lane"), Some(hue(lane.partnership)), Some(lane.state.id()), changed])
            .set("data-select", self.shown.target(Target::Instrument(lane.instrument)))
            .el(rect("hit", 0, lane.y, self.layout.width, lane.height))
            .el(words("label", 0, label_y, name))
            .list(lane.segments.iter().map(|part| self.segment(lane, part)).collect())
            .opt(adopted)
            .opt(lane.strip.as_ref().map(|strip| draw_strip(strip, lane.bar_y + 11)))
            .html()
    }

    fn segment(&self, lane: &Lane, part: &Segment) -> Html {
        let over = part.ended.then_some("over");
        let (y, width) = (lane.bar_y, (part.end - part.x).max(2));
        let (class, gap) = match part.kind {
            SegmentKind::Open { begins } => {
                return fading(part, y, begins).classes(&[Some("segment dotted"), known_class(part.known), over]).html();
            }
            SegmentKind::First => ("segment first", 0),
            SegmentKind::Extension => ("segment extension", 2),
        };
        let term = part.term.map(|term| match part.kind {
            SegmentKind::Extension => self.shown.locale.term(&Interval { start: Bound::Open, ..term }),
            _ => self.shown.locale.term(&term),
        });
        let visible = part.x.max(self.layout.scale.left);
        let fits = |term: &String| (term.chars().count() as i32) * 7 + 14 < part.end - visible;
        el("g")
            .classes(&[Some(class), known_class(part.known), over])
            .el(rect("", part.x + gap, y - 7, width - gap, 14).num("rx", 2))
            .opt(term.filter(fits).map(|term| words("term", visible + 8 + gap, y + 4, term.into())))
            .html()
    }

    fn sector(&self, strip: &SectorStrip) -> Html {
        let name = self.shown.words(&self.shown.catalogue.data.sector(strip.sector).name);
        let (label_y, strip_y) = if self.layout.narrow { (strip.y + 14, strip.y + 20) } else { (strip.y + 17, strip.y + 5) };
        el("g")
            .key(u32::from(strip.sector.0))
            .class("lane")
            .set("data-select", self.shown.target(Target::Sector(strip.sector)))
            .el(rect("hit", 0, strip.y, self.layout.width, HEIGHT + 10))
            .el(words("label", 0, label_y, name))
            .el(draw_strip(&strip.strip, strip_y))
            .html()
    }

    fn mark(&self, mark: &Mark) -> Html {
        let event = self.shown.catalogue.data.event(mark.event);
        let shape = if mark.point {
            el("circle").num("cx", mark.x).num("cy", mark.y).num("r", 5)
        } else {
            rect("", mark.x, mark.y - 4, (mark.end - mark.x).max(6), 8).num("rx", 4)
        };
        let label = mark.label.map(|(x, ends)| {
            words("", x, mark.y + 4, self.shown.words(&event.name)).attr("text-anchor", if ends { "end" } else { "start" })
        });
        let lit = self.lit.event(mark.event).then_some("lit");
        el("g")
            .key(u32::from(mark.event.0))
            .classes(&[Some("event"), Some(hue(event.partnership)), known_class(mark.known), lit])
            .set("data-select", self.shown.target(Target::Event(mark.event)))
            .el(shape)
            .opt(label)
            .html()
    }

    /// The day, and the day compared with, as lines; none where they lie outside the window.
    fn line(&self) -> El {
        let down = |class, x: i32| path(class, format!("M{x} 18V{}", self.layout.height - 2));
        let day = self.layout.playhead.map(|x| el("g").class("playhead").el(down("", x)));
        el("g").opt(self.layout.compared.map(|x| down("compared", x))).opt(day)
    }

    /// The date of the day; at an edge it points to where the day lies.
    fn flag(&self) -> El {
        let date = self.shown.locale.day(self.shown.selection.day);
        let date = match self.layout.beyond {
            Ordering::Less => ["← ", &date].concat(),
            Ordering::Equal => date,
            Ordering::Greater => [&date, " →"].concat(),
        };
        let (left, right) = self.layout.flag;
        el("g")
            .class("playhead")
            .el(rect("", left, 0, right - left, 18).num("rx", 2))
            .el(words("", (left + right) / 2, 13, date.into()).attr("text-anchor", "middle"))
    }
}

/// A dotted line that fades towards an end that is not stated, and from a beginning that is not.
fn fading(part: &Segment, y: i32, begins: bool) -> El {
    let fade = ((part.end - part.x) / 4).clamp(3, 90);
    let step = fade / 3;
    let (from, to) = (part.x + if begins { 0 } else { fade }, part.end - fade);
    let mut group = el("g").el(path("", format!("M{from} {y}H{}", to.max(from))));
    for (n, class) in ["fade-1", "fade-2", "fade-3"].into_iter().enumerate() {
        let n = n as i32;
        group = group.el(path(class, format!("M{} {y}h{step}", to + n * step)));
        if !begins {
            group = group.el(path(class, format!("M{} {y}h{step}", from - (n + 1) * step)));
        }
    }
    group
}

fn draw_strip(strip: &Strip, y: i32) -> El {
    path(if strip.peak.is_some() { "strip dense" } else { "strip" }, strip.path.clone()).set("transform", format!("translate(0 {y})").into())
}
