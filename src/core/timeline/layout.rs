//! Where everything on the timeline stands, in whole pixels.
//!
//! Owns lanes, marks and the solving of label collisions; mapping them to markup is the page's business.

use super::adoptions::{self, Adoptions};
use super::density::{self, Strip};
use super::flag::{FLAG, Flag};
use super::lane::{LANE, LANE_NARROW, Shape, bound};
use super::scale::{Scale, Tick, ticks};
use super::silence;
use crate::locale::msg;
use crate::model::{Column, EventId, InstrumentId, PartnershipId, SectorId};
use crate::order;
use crate::query::Catalogue;
use crate::shown::Shown;
use crate::state::Lanes;
use crate::time::Precision;
use crate::time::known::Known;
use std::rc::Rc;

/// Below this width labels stand over their lanes, and marks have no labels: the list beside them has.
pub const NARROW: u32 = 640;
const HEADING: i32 = 26;
const MARK_ROW: i32 = 22;
/// The height of the labels of the axis, below the flags.
const TICKS: i32 = 14;
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
    /// Where the flags end, and the labels of the axis begin.
    pub flags: i32,
    /// Where the axis ends, and the lanes begin.
    pub axis: i32,
    /// The marks of the axis.
    pub ticks: Vec<(i32, Tick)>,
    /// The names of partnerships over their lanes.
    pub headings: Vec<Heading>,
    /// The instruments; none where they are too many.
    pub lanes: Vec<Lane>,
    /// How many were adopted in each year, where they are.
    pub adoptions: Option<Adoptions>,
    /// The lanes of activities by sector.
    pub strips: Vec<SectorStrip>,
    /// The dated events; none where they are too many.
    pub marks: Vec<Mark>,
    /// Where the marks begin.
    pub marks_y: i32,
    /// The day, which is the playhead.
    pub playhead: Flag,
    /// The day that it is compared with.
    pub compared: Option<Flag>,
    /// What lies between the two, as far as it is in the window.
    pub between: Option<(i32, i32)>,
    /// From where on the source is silent, and where that is said if there is room.
    pub silent: Option<Silent>,
}

/// From where on the source is silent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Silent {
    /// The day after the latest dated event.
    pub x: i32,
    /// Where the words for it begin, and their baseline.
    pub label: Option<(i32, i32)>,
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
        Layout::in_room(shown, width, width * 3 / 10, true)
    }

    /// The same in another width, with no more than so much of it for the names of lanes; and with all lanes and marks.
    pub fn of_width(shown: &Shown, width: i32, most: i32) -> Layout {
        Layout::in_room(shown, width, most, false)
    }

    fn in_room(shown: &Shown, width: i32, most: i32, is_bounded: bool) -> Layout {
        let narrow = width < NARROW as i32;
        let has_lanes = !is_bounded || has_lanes(shown);
        let gutter = if narrow || !has_lanes { 0 } else { gutter(shown, width / 6, most) };
        let scale = Scale {
            window: shown.state.window(&shown.catalogue),
            left: gutter + 8,
            width: (width - gutter - 24).max(100),
        };
        let (playhead, compared) = Flag::both(shown, scale, width);
        let flags = compared.map_or(0, |flag| flag.y) + FLAG;
        let mut pen = Pen { shown, scale, narrow, y: flags + TICKS };
        let (headings, lanes) = if has_lanes { pen.lanes() } else { Default::default() };
        let adoptions = (!has_lanes).then(|| pen.adoptions());
        let strips = pen.sector_strips();
        pen.y += 12;
        let marks_y = pen.y;
        let marks = if !is_bounded || has_marks(shown) { pen.marks() } else { Vec::new() };
        let ends = |other: &Flag| {
            let (from, to) = (playhead.day.min(other.day), playhead.day.max(other.day));
            let (from, to) = (from.max(scale.window.start), to.min(scale.window.end));
            (from <= to).then(|| (scale.middle_x(from), scale.middle_x(to)))
        };
        Layout {
            width,
            height: pen.y + 10,
            narrow,
            scale,
            flags,
            axis: flags + TICKS,
            ticks: ticks(scale).into_iter().map(|tick| (scale.x(tick.day), tick)).collect(),
            silent: silent(shown, scale, headings.first(), [playhead.line, compared.and_then(|flag| flag.line)]),
            headings,
            lanes,
            adoptions,
            strips,
            marks,
            marks_y,
            between: compared.as_ref().and_then(ends),
            playhead,
            compared,
        }
    }
}

/// Up to how many instruments have lanes. With more there are no two of which a reader sees what they have to do with each
/// other, and a line for each of them in the matrix has its term.
const LANES: usize = 40;
/// Up to how many events have marks.
const MARKS: usize = 120;

/// Whether the instruments that the filters leave have lanes.
pub fn has_lanes(shown: &Shown) -> bool {
    shown.selection.columns.len() <= LANES
}

/// Whether the events that they leave have marks.
pub fn has_marks(shown: &Shown) -> bool {
    shown.selection.events.len() <= MARKS
}

/// Up to how many lanes, or marks, all of the period is drawn clearly.
const CLEAR: usize = 30;

/// Whether there is need of controls for a part of the period: a part is shown already, or there is much to see.
pub fn is_worth_zooming(shown: &Shown) -> bool {
    let data = &shown.catalogue.data;
    let is_crowded = data.instruments().len() > CLEAR || data.events().len() > CLEAR;
    is_crowded || !data.activities().is_empty() || shown.state.query.range.is_some()
}

/// The room for the names of lanes: that of the longest, but not so much that little is left for time.
fn gutter(shown: &Shown, least: i32, most: i32) -> i32 {
    let names = shown
        .catalogue
        .data
        .instruments()
        .map(|(_, row)| shown.state.surroundings.advances.width(shown.text(&row.short).plain()) + GAP);
    names.max().unwrap_or(0).clamp(least, most)
}

/// From where on the source is silent. That is said beside the first partnership's name, clear of it and of the lines of days.
fn silent(shown: &Shown, scale: Scale, heading: Option<&Heading>, lines: [Option<i32>; 2]) -> Option<Silent> {
    let x = silence::begins(&shown.catalogue.data, scale)?;
    let width = |words: &str| shown.state.surroundings.advances.width(words);
    let says = width(shown.locale.plain(msg::SOURCE_SILENT));
    let mut silent = Silent { x, label: None };
    let Some(heading) = heading else { return Some(silent) };
    let name = width(shown.text(&shown.catalogue.data.partnership(heading.partnership).name).plain());
    // A heading is set a little larger than the labels that are measured.
    let mut at = (x + 8).max(name + name / 8 + GAP);
    for _ in 0..=lines.len() {
        match lines.iter().flatten().find(|line| (at - 4..=at + says + 4).contains(line)) {
            Some(line) => at = line + 8,
            None if at + says <= scale.right() => silent.label = Some((at, heading.y)),
            None => {}
        }
    }
    Some(silent)
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
            let shape = Rc::new(Shape::of(self.shown, self.scale, self.narrow, instrument, strip));
            lanes.push(Lane { instrument, y: self.y, shape: shape.clone() });
            self.y += shape.height;
        }
        (headings, lanes)
    }

    fn adoptions(&mut self) -> Adoptions {
        self.y += HEADING;
        let columns = Adoptions::of(self.shown, self.scale, self.y);
        self.y += adoptions::HEIGHT;
        columns
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
        let right = self.scale.right();
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
                self.scale.span(from.0, to.1)
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
            // Beside the rows of events there are no names of lanes, so a label may begin where those do.
            let fits = |span: (i32, i32)| span.0 >= 0 && span.1 <= right;
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
