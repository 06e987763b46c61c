//! Where everything on the timeline stands, in whole pixels.
//!
//! Owns lanes, segments, marks and the solving of label collisions; mapping them to markup is the page's business.

use super::density::{self, Strip};
use super::scale::{Scale, Tick, ticks};
use crate::model::{Column, EventId, InstrumentId, PartnershipId, SectorId};
use crate::order;
use crate::query::Catalogue;
use crate::shown::Shown;
use crate::state::Lanes;
use crate::time::known::{Known, State};
use crate::time::{Bound, Day, Interval, Precision};
use crate::words::Words;
use std::rc::Rc;

/// Below this width labels stand over their lanes, and marks have no labels: the list beside them has.
pub const NARROW: u32 = 640;

const AXIS: i32 = 30;
const HEADING: i32 = 30;
const LANE: i32 = 26;
const LANE_NARROW: i32 = 40;
const STRIP: i32 = 20;
const MARK_ROW: i32 = 22;
/// What is left free after the names of lanes.
const GAP: i32 = 16;

/// The whole drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// Whether labels stand over their lanes.
    pub narrow: bool,
    /// Time to pixels.
    pub scale: Scale,
    /// The axis.
    pub ticks: Vec<(i32, Tick)>,
    /// The names of partnerships over their lanes.
    pub headings: Vec<Heading>,
    /// The instruments.
    pub lanes: Vec<Lane>,
    /// The lanes of activities by sector.
    pub strips: Vec<SectorStrip>,
    /// The dated events.
    pub marks: Vec<Mark>,
    /// Where the marks begin.
    pub marks_y: i32,
    /// The playhead, if its day is in the window.
    pub playhead: Option<i32>,
    /// Where the flag of the playhead begins and ends.
    pub flag: (i32, i32),
    /// The line of the day that is compared with, if it is in the window.
    pub compared: Option<i32>,
    /// Whether the day lies before (`Less`) or after (`Greater`) the window.
    pub beyond: core::cmp::Ordering,
}

/// The name of a partnership over its lanes.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// Whose.
    pub partnership: PartnershipId,
    /// Its baseline.
    pub y: i32,
}

/// The lane of an instrument.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// Whose.
    pub instrument: InstrumentId,
    /// Its upper edge.
    pub y: i32,
    /// What is drawn in it, whatever its place. Shared, so that a picture can keep what it was drawn from.
    pub shape: Rc<Shape>,
}

/// What is drawn in a lane, from its own upper edge.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// Its height with everything in it.
    pub height: i32,
    /// Its terms.
    pub segments: Vec<Segment>,
    /// When it was adopted: from, to; one pixel wide for a day.
    pub adopted: Option<(i32, i32)>,
    /// Its activities.
    pub strip: Option<Strip>,
}

/// Activities of a sector.
#[derive(Clone, Debug, PartialEq)]
pub struct SectorStrip {
    /// Which.
    pub sector: SectorId,
    /// Its upper edge.
    pub y: i32,
    /// What is drawn.
    pub strip: Strip,
}

/// A stretch of a lane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// From.
    pub x: i32,
    /// To.
    pub end: i32,
    /// What it stands for.
    pub kind: SegmentKind,
    /// Whether it is known on the day; if not, it is an outline.
    pub known: Known,
    /// Whether the stated term is over on the day.
    pub ended: bool,
    /// The term that it shows, to be written in or beside it.
    pub term: Option<Interval>,
}

/// What a stretch of a lane stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentKind {
    /// The first term.
    First,
    /// What an extension adds.
    Extension,
    /// No term is stated; fades out, and fades in where no adoption is stated.
    Open {
        /// Whether it has a stated beginning.
        begins: bool,
    },
}

/// The mark of a dated event.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Which.
    pub event: EventId,
    /// The middle of its row.
    pub y: i32,
    /// Whether it counts on the day.
    pub known: Known,
    /// What is drawn of it, whatever its row.
    pub sign: Sign,
}

/// The sign of a dated event, around the middle of its row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sign {
    /// From.
    pub x: i32,
    /// To: equal for a day.
    pub end: i32,
    /// Whether it is a day, or a month, year or decade.
    pub point: bool,
    /// Where its label stands, and whether it ends there instead of beginning there; `None` where labels have no room.
    pub label: Option<(i32, bool)>,
}

impl Layout {
    /// Lays out what is shown.
    pub fn of(shown: &Shown) -> Layout {
        let width = shown.state.surroundings.width as i32;
        let narrow = shown.state.surroundings.width < NARROW;
        let gutter = if narrow { 0 } else { gutter(shown, width) };
        let scale = Scale {
            window: shown.state.window(&shown.catalogue),
            left: gutter + 8,
            width: (width - gutter - 24).max(100),
        };
        let mut pen = Pen { shown, scale, narrow, y: AXIS };
        let (headings, lanes) = pen.lanes();
        let strips = pen.sector_strips();
        pen.y += 12;
        let marks_y = pen.y;
        let marks = pen.marks();
        let day = shown.state.day();
        let beyond = if day < scale.window.start {
            core::cmp::Ordering::Less
        } else if day > scale.window.end {
            core::cmp::Ordering::Greater
        } else {
            core::cmp::Ordering::Equal
        };
        Layout {
            width,
            height: pen.y + 10,
            narrow,
            scale,
            ticks: ticks(scale).into_iter().map(|tick| (scale.x(tick.day), tick)).collect(),
            headings,
            lanes,
            strips,
            marks,
            marks_y,
            flag: flag(shown, day, beyond, scale, width),
            compared: shown.state.query.compare.filter(|day| scale.shows(*day)).map(|day| scale.middle_x(day)),
            playhead: scale.shows(day).then(|| scale.middle_x(day)),
            beyond,
        }
    }
}

/// The room for the names of lanes: that of the longest, but not so much that little is left for time.
fn gutter(shown: &Shown, width: i32) -> i32 {
    let names = shown
        .catalogue
        .data
        .instruments()
        .map(|(_, row)| shown.state.surroundings.advances.width(shown.text(&row.short).plain()) + GAP);
    names.max().unwrap_or(0).clamp(width / 6, width * 3 / 10)
}

/// What the flag of the playhead says; at an edge it points to where the day lies.
pub fn flag_words(shown: &Shown, beyond: core::cmp::Ordering) -> Words {
    let date = shown.locale.day(shown.selection.day);
    match beyond {
        core::cmp::Ordering::Less => Words::from("← ").and(date),
        core::cmp::Ordering::Equal => date,
        core::cmp::Ordering::Greater => date.and(" →"),
    }
}

/// The flag of the playhead: as wide as its date, held within the drawing.
fn flag(shown: &Shown, day: Day, beyond: core::cmp::Ordering, scale: Scale, width: i32) -> (i32, i32) {
    let size = shown.state.surroundings.advances.width(flag_words(shown, beyond).plain()) + 16;
    let middle = match beyond {
        core::cmp::Ordering::Less => scale.left,
        core::cmp::Ordering::Equal => scale.middle_x(day),
        core::cmp::Ordering::Greater => width,
    };
    let left = (middle - size / 2).clamp(0, (width - size).max(0));
    (left, left + size)
}

/// Works its way down the drawing.
struct Pen<'a> {
    shown: &'a Shown,
    scale: Scale,
    narrow: bool,
    y: i32,
}

impl Pen<'_> {
    fn catalogue(&self) -> &Catalogue {
        &self.shown.catalogue
    }

    fn lanes(&mut self) -> (Vec<Heading>, Vec<Lane>) {
        let (mut headings, mut lanes) = (Vec::new(), Vec::new());
        let by_instrument =
            self.shown.state.interface.lanes == Lanes::Instruments && !self.catalogue().data.activities().is_empty();
        let mut strips = if by_instrument { density::by_instrument(self.shown, self.scale) } else { Vec::new() };
        for column in self.shown.selection.columns.clone() {
            let Column::Instrument(instrument) = self.catalogue().data.column(column) else { continue };
            let partnership = self.catalogue().data.instrument(instrument).partnership;
            if headings.last().is_none_or(|heading: &Heading| heading.partnership != partnership) {
                self.y += HEADING;
                headings.push(Heading { partnership, y: self.y - 8 });
            }
            let strip = strips.get_mut(instrument.index()).map(core::mem::take).filter(|strip| !strip.is_empty());
            lanes.push(self.lane(instrument, strip));
        }
        (headings, lanes)
    }

    fn lane(&mut self, instrument: InstrumentId, strip: Option<Strip>) -> Lane {
        let data = &self.shown.catalogue.data;
        let standing = self.shown.selection.standing(instrument);
        let adopted = data.instrument(instrument).adopted.and_then(|event| data.event(event).date).map(|date| {
            let interval = date.interval();
            (
                bound(interval.start).map_or(self.scale.window.start, |d| d.0),
                bound(interval.end).map_or(self.scale.window.end, |d| d.1),
            )
        });
        let y = self.y;
        let base = if self.narrow { LANE_NARROW } else { LANE };
        let height = base + if strip.is_some() { STRIP } else { 0 };
        self.y += height;
        let shape = Shape {
            height,
            segments: self.segments(instrument, adopted, standing.state),
            adopted: adopted
                .filter(|(from, to)| *to >= self.scale.window.start && *from <= self.scale.window.end)
                .map(|(from, to)| (self.scale.x(from), self.scale.end_x(to))),
            strip,
        };
        Lane { instrument, y, shape: Rc::new(shape) }
    }

    /// The first term, then what each extension adds; a dotted line where no term is stated.
    fn segments(&self, instrument: InstrumentId, adopted: Option<(Day, Day)>, state: State) -> Vec<Segment> {
        let data = &self.shown.catalogue.data;
        let (day, window) = (self.shown.selection.day, self.scale.window);
        let mut segments = Vec::new();
        let mut reached: Option<Day> = None;
        for term in data.terms(instrument) {
            let (start, end) = (bound(term.term.start), bound(term.term.end));
            let own_start = start.map_or(window.start, |days| days.0);
            let from = reached.map_or(own_start, |day| day.plus(1).max(own_start));
            let to = end.map_or(window.end, |days| days.1);
            let kind = if reached.is_some() { SegmentKind::Extension } else { SegmentKind::First };
            reached = Some(to.max(reached.unwrap_or(to)));
            if to < from || to < window.start || from > window.end {
                continue;
            }
            segments.push(Segment {
                x: self.scale.x(from),
                end: self.scale.end_x(to),
                kind,
                known: data.event(term.event).known_on(day),
                ended: state == State::Ended,
                term: Some(term.term),
            });
        }
        if reached.is_none() {
            // Where no adoption is stated, the line fades in, no earlier than the source allows.
            let limit = data.instrument(instrument).not_before.as_ref().map(|limit| limit.date.first());
            let from = adopted.map(|days| days.0).or(limit).map_or(window.start, |from| from.max(window.start));
            if from > window.end {
                return segments;
            }
            let known = match state {
                State::NotYetAdopted => Known::No,
                State::Undetermined if limit.is_some() => Known::Undetermined,
                _ => Known::Yes,
            };
            let kind = SegmentKind::Open { begins: adopted.is_some() };
            let (x, end) = (self.scale.x(from), self.scale.end_x(window.end));
            segments.push(Segment { x, end, kind, known, ended: false, term: None });
        }
        segments
    }

    fn sector_strips(&mut self) -> Vec<SectorStrip> {
        if self.shown.state.interface.lanes != Lanes::Sectors || self.catalogue().data.activities().is_empty() {
            return Vec::new();
        }
        self.y += HEADING;
        let mut strips = density::by_sector(self.shown, self.scale);
        let mut out = Vec::new();
        for sector in &self.shown.selection.sectors {
            let strip = core::mem::take(&mut strips[sector.index()]);
            out.push(SectorStrip { sector: *sector, y: self.y, strip });
            self.y += if self.narrow { LANE_NARROW } else { LANE };
        }
        out
    }

    /// Marks in as few rows as their labels allow.
    fn marks(&mut self) -> Vec<Mark> {
        let data = &self.shown.catalogue.data;
        let right = self.scale.left + self.scale.width + 12;
        let mut marks: Vec<Mark> = Vec::new();
        for (event, known) in &self.shown.selection.events {
            let Some(date) = data.event(*event).date else { continue };
            let interval = date.interval();
            let (Some(from), Some(to)) = (bound(interval.start), bound(interval.end)) else { continue };
            if to.1 < self.scale.window.start || from.0 > self.scale.window.end {
                continue;
            }
            let point = from.0 == to.1 && interval.start.date().is_some_and(|date| date.precision() == Precision::Day);
            let (x, end) = if point {
                (self.scale.middle_x(from.0), self.scale.middle_x(from.0))
            } else {
                (self.scale.x(from.0), self.scale.end_x(to.1))
            };
            let sign = Sign { x, end, point, label: None };
            marks.push(Mark { event: *event, y: 0, known: *known, sign });
        }
        let from_left = order::by_key(marks.iter().map(|mark| order::pair(mark.sign.x, mark.sign.end)));
        let mut marks: Vec<Mark> = from_left.into_iter().map(|at| marks[at].clone()).collect();
        let mut rows: Vec<Vec<(i32, i32)>> = Vec::new();
        for mark in &mut marks {
            let Sign { x, end, .. } = mark.sign;
            let name = self.shown.text(&data.event(mark.event).name);
            let label = if self.narrow { 0 } else { self.shown.state.surroundings.advances.width(name.plain()) + 10 };
            let after = (x - 7, end + 7 + label);
            let before = (x - 7 - label, end + 7);
            // From the last, which is the nearest: where many marks stand at one place, it is the one in the way.
            let free = |row: &[(i32, i32)], span: (i32, i32)| {
                row.iter().rev().all(|taken| span.1 < taken.0 || span.0 > taken.1)
            };
            let fits = |span: (i32, i32)| span.0 >= self.scale.left - 8 && span.1 <= right;
            let place = |row: &[(i32, i32)]| {
                [(after, false), (before, true)].into_iter().find(|(span, _)| fits(*span) && free(row, *span))
            };
            let found = rows.iter().position(|row| place(row).is_some()).unwrap_or(rows.len());
            if found == rows.len() {
                rows.push(Vec::new());
            }
            // A label that fits on neither side of the drawing is left to the list.
            let (span, flipped) = place(&rows[found]).unwrap_or(((x - 7, end + 7), false));
            let labelled = !self.narrow && span != (x - 7, end + 7);
            mark.sign.label = labelled.then(|| if flipped { (x - 9, true) } else { (end + 9, false) });
            mark.y = self.y + MARK_ROW * found as i32 + MARK_ROW / 2;
            rows[found].push(span);
        }
        self.y += MARK_ROW * rows.len().max(1) as i32;
        marks
    }
}

/// The first and last day of a bound that is a date.
fn bound(bound: Bound) -> Option<(Day, Day)> {
    bound.date().map(|date| (date.first(), date.last()))
}
