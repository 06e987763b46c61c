//! The layout as SVG, figure by figure. Geometry in attributes only: `style` attributes are refused by strict policies.

use crate::controls::selecting;
use crate::el::{El, all, el};
use crate::memo::memo;
use crate::view::{between_class, hue, known_class};
use atlas_core::advances::Advances;
use atlas_core::edition::Edition;
use atlas_core::linking::Lit;
use atlas_core::locale::Locale;
use atlas_core::model::{Column, EventId, InstrumentId};
use atlas_core::query::Target;
use atlas_core::shown::Shown;
use atlas_core::timeline::density::HEIGHT;
use atlas_core::timeline::figures::{self, Figure, Form, POINT, baseline};
use atlas_core::timeline::lane::Shape;
use atlas_core::timeline::layout::{Heading, Layout, SectorStrip, Sign};
use atlas_core::words::Words;
use std::rc::Rc;
use yew::prelude::*;

/// Up to how many lanes, or marks, keep their place while they are hidden.
const KEPT: usize = 120;
/// The heights that the drawing takes, in pixels.
const STEP: i32 = 4096;

/// Draws the layout. Where they are not too many, each lane and mark has its place in the drawing, even while the filters hide it: moving and hiding
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
    let lanes = places(data.instruments().map(|(id, _)| id), layout.lanes.iter().map(|lane| lane.instrument));
    let marks = places(data.events().map(|(id, _)| id), layout.marks.iter().map(|mark| mark.event));
    let still = shown.state.is_still();
    let of = |figures| elements(shown.locale, figures);
    // A new height would have all of it laid out again, so it has more than it needs while it can change: how much of it
    // is seen is left to an element of that height behind it. Nor has it a box then, by which it would scale.
    let room = el("svg").class("room").num("height", layout.height).attr("aria-hidden", "true");
    let drawn = el("svg")
        .class("drawing")
        .num("width", layout.width)
        .num("height", if still { layout.height } else { (layout.height / STEP + 1) * STEP })
        .maybe("viewBox", still.then(|| format!("0 0 {} {}", layout.width, layout.height).into()))
        .attr("aria-hidden", "true")
        .opt((!still).then(|| el("g").list(lanes.iter().map(|id| draw.backdrop(*id, by_instrument(*id))).collect())))
        .child(of(figures::span(layout)))
        .child(of(figures::silence(layout)))
        .el(el("g").class("axis").child(of(figures::axis(shown, layout))))
        .list(layout.headings.iter().map(|heading| draw.heading(heading)).collect())
        .child(of(figures::silence_words(shown, layout)))
        // The lines lie below all words, so that they cross none of them; the flags lie on top.
        .el(el("g").child(of(figures::lines(layout))))
        .child(of(figures::adoptions(shown, layout)))
        .list(lanes.iter().map(|id| draw.lane(*id, by_instrument(*id))).collect())
        .list(layout.strips.iter().map(|strip| draw.sector(strip)).collect())
        .el(element(shown.locale, figures::rule(layout)))
        .list(marks.iter().map(|id| draw.mark(*id, by_event(*id))).collect())
        .child(of(figures::flags(shown, layout)));
    all(vec![if still { Html::default() } else { room.html() }, drawn.html()])
}

/// Of few, all that there are; of many, those that are drawn.
fn places<T>(all: impl ExactSizeIterator<Item = T>, drawn: impl Iterator<Item = T>) -> Vec<T> {
    if all.len() <= KEPT { all.collect() } else { drawn.collect() }
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

/// A figure as an element. From right to left, the style sheet mirrors the drawing, and each of its words back again: from
/// where it stands on the other side of zero.
fn element(locale: Locale, Figure { look, form }: Figure) -> El {
    let node = match form {
        Form::Group(known, inside) => {
            let class = Some(look.class()).filter(|class| !class.is_empty());
            return el("g").classes(&[class, known_class(known)]).child(elements(locale, inside));
        }
        Form::Rect(x, y, width, height, round) => {
            let corners = (round > 0).then(|| round.to_string().into());
            rect(x, y, width, height).maybe("rx", corners)
        }
        Form::Point(x, y) => el("circle").num("cx", x).num("cy", y).num("r", POINT),
        Form::Path(d) => el("path").set("d", d.into()),
        Form::Lowered(d, by) => {
            el("path").set("d", d.into()).set("transform", ["translate(0 ", &by.to_string(), ")"].concat().into())
        }
        Form::Down(x, y) => el("line").num("x1", x).num("x2", x).num("y1", y).attr("y2", "100%"),
        Form::Text(x, y, anchor, letters) => {
            let x = if locale.direction() == "rtl" { -x } else { x };
            // No screen reader reads it, so it need not say the language; and each stands by itself.
            el("text").num("x", x).num("y", y).maybe("text-anchor", anchor.map(AttrValue::Static)).text(letters)
        }
    };
    match look.class() {
        "" => node,
        class => node.class(class),
    }
}

/// Figures as elements, one on the other.
pub fn elements(locale: Locale, figures: Vec<Figure>) -> Html {
    all(figures.into_iter().map(|figure| element(locale, figure).html()).collect())
}

fn rect(x: i32, y: i32, width: i32, height: i32) -> El {
    el("rect").num("x", x).num("y", y).num("width", width).num("height", height)
}

impl Draw<'_> {
    fn heading(&self, heading: &Heading) -> Html {
        let name = self.shown.text(&self.shown.catalogue.data.partnership(heading.partnership).name);
        let figure = figures::heading(heading.y, name.plain());
        let class = figure.look.class();
        element(self.shown.locale, figure).classes(&[Some(class), Some(hue(heading.partnership))]).html()
    }

    /// What a lane stands on: below the axis, so that it does not hide it.
    fn backdrop(&self, id: InstrumentId, at: Option<usize>) -> Html {
        let column = self.shown.catalogue.data.column_id(Column::Instrument(id));
        let lit = column.is_some_and(|column| self.lit.column_lit(column)).then_some("lit");
        let (y, height) = at.map_or((0, 0), |at| (self.layout.lanes[at].y, self.layout.lanes[at].shape.height));
        rect(0, y, self.layout.width, height).classes(&[Some("backdrop"), lit]).html()
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
        let label = baseline(self.layout.narrow);
        let strip_y = if self.layout.narrow { label + 6 } else { label - 12 };
        selecting(el("g").key(u32::from(strip.sector.0)).class("lane"), self.shown, Target::Sector(strip.sector))
            .opt((!self.shown.is_still).then(|| rect(0, strip.y, self.layout.width, HEIGHT + 10).class("hit")))
            .el(self.labels.lane(strip.y + label, &name))
            .el(element(self.shown.locale, figures::strip(&strip.strip, strip.y + strip_y)))
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
    // What the pointer meets between the marks.
    let hit = (!labels.edition.is_still).then(|| rect(0, 0, labels.width, shape.height).class("hit"));
    all(vec![
        hit.map_or_else(Html::default, El::html),
        labels.lane(baseline(labels.is_narrow), &name).html(),
        elements(labels.edition.locale, figures::lane(&labels.edition, shape, labels.is_narrow)),
    ])
}

impl Labels {
    /// The name of a lane, as far as it has room; where that is not all of it, the whole is a tooltip away.
    fn lane(&self, y: i32, name: &Words) -> El {
        let room = if self.is_narrow { self.width } else { self.left - 12 };
        let cut = self.advances.fit(name.plain(), room);
        let whole = (cut != name.plain()).then(|| el("title").text(name.plain().to_owned()));
        element(self.edition.locale, figures::name(y, &cut)).opt(whole)
    }
}

/// The shape of an event and its label, around its own row.
fn sign(EventPicture { edition, event, sign }: &EventPicture) -> Html {
    elements(edition.locale, figures::event(edition, *event, sign))
}
