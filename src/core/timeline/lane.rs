//! What is drawn in the lane of an instrument: its terms, when it was adopted, and in words what is not stated.
//!
//! Nothing is drawn that no source states: a lane without adoption and term has words instead of a line, a line without a
//! term begins where the instrument was surely adopted, and an end of a term that is not stated is dotted.

use super::density::Strip;
use super::scale::Scale;
use crate::compare::{Change, ChangeKind};
use crate::edition::Edition;
use crate::locale::msg;
use crate::model::InstrumentId;
use crate::shown::Shown;
use crate::time::known::Known;
use crate::time::{Bound, Day, Interval};
use crate::words::Words;

/// The height of a lane, and that of one whose name stands over it.
pub(super) const LANE: i32 = 26;
pub(super) const LANE_NARROW: i32 = 40;
/// What the activities of a lane add to it.
const STRIP: i32 = 20;
/// Between a label and what it stands beside.
const SPACE: i32 = 8;
/// Between a term and what extends it.
pub const GAP: i32 = 2;

/// What is drawn in a lane, from its own upper edge.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// Its height with everything in it.
    pub height: i32,
    /// Its terms.
    pub segments: Vec<Segment>,
    /// What is said beside them.
    pub labels: Vec<Label>,
    /// When it was adopted.
    pub adopted: Option<Adopted>,
    /// Its activities.
    pub strip: Option<Strip>,
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
    /// What is said on it.
    pub label: Option<Label>,
}

/// What a stretch of a lane stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentKind {
    /// The first term.
    First,
    /// What an extension adds.
    Extension,
    /// A term, or a limit of it, is not stated; fades towards what is not.
    Open {
        /// Whether it has a stated beginning.
        begins: bool,
        /// Whether it has a stated end.
        ends: bool,
    },
}

/// When an instrument was adopted: the days among which that is, on which it must lie; equal for a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Adopted {
    /// From.
    pub x: i32,
    /// To.
    pub end: i32,
}

/// Words in a lane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label {
    /// Where they begin.
    pub x: i32,
    /// What they say.
    pub says: Says,
    /// Whether they stand on a bar, whose colour they have around them.
    pub inside: bool,
    /// Whether they stand on the line of the lane's name.
    pub above: bool,
}

/// What is said in a lane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Says {
    /// A term.
    Term(Interval),
    /// That no term is stated.
    NoTerm,
    /// That neither term nor adoption are.
    Nothing,
    /// What came about between the days compared.
    Turns(Turns),
}

/// What came about between the days compared: kinds of changes, each told once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turns([bool; 4]);

impl Turns {
    /// What became different of an instrument.
    pub fn of(changes: &[Change], instrument: InstrumentId) -> Turns {
        let mut turns = [false; 4];
        for change in changes.iter().filter(|change| change.instrument == instrument) {
            let at = match change.kind {
                ChangeKind::Adopted => 0,
                ChangeKind::MayBeAdopted => 1,
                ChangeKind::Extended { .. } => 2,
                ChangeKind::Ended => 3,
            };
            turns[at] = true;
        }
        Turns(turns)
    }

    /// Whether there is nothing to tell.
    pub fn is_empty(self) -> bool {
        self == Turns::default()
    }

    /// "new, term ended".
    pub fn words(self, edition: &Edition) -> Words {
        let names = [msg::TURN_NEW, msg::TURN_MAY_BE_NEW, msg::TURN_EXTENDED, msg::TURN_ENDED];
        let told = names.into_iter().zip(self.0).filter(|(_, is_told)| *is_told);
        Words::join(told.map(|(name, _)| edition.locale.text(name)), ", ")
    }
}

impl Says {
    /// In words.
    pub fn words(self, edition: &Edition) -> Words {
        match self {
            Says::Term(term) => edition.locale.term(&term),
            Says::NoTerm => edition.locale.text(msg::TERM_NOT_STATED),
            Says::Nothing => edition.locale.text(msg::LANE_NOTHING_STATED),
            Says::Turns(turns) => turns.words(edition),
        }
    }
}

impl Shape {
    /// What is drawn of an instrument in a window.
    pub(super) fn of(
        shown: &Shown,
        scale: Scale,
        narrow: bool,
        instrument: InstrumentId,
        strip: Option<Strip>,
    ) -> Shape {
        let row = shown.catalogue.data.instrument(instrument);
        let date = row.adopted.and_then(|event| shown.catalogue.data.event(event).date).map(|date| date.interval());
        let days = date.map(|date| {
            let (first, last) = (bound(date.start), bound(date.end));
            (first.map_or(scale.window.start, |days| days.0), last.map_or(scale.window.end, |days| days.1))
        });
        let base = if narrow { LANE_NARROW } else { LANE };
        let height = base + if strip.is_some() { STRIP } else { 0 };
        let adopted = days.filter(|(from, to)| *to >= scale.window.start && *from <= scale.window.end);
        let adopted = adopted.map(|(from, to)| match scale.span(from, to) {
            _ if from == to => Adopted { x: scale.middle_x(from), end: scale.middle_x(from) },
            (x, end) => Adopted { x, end },
        });
        let shape = Shape { height, segments: Vec::new(), labels: Vec::new(), adopted, strip };
        let mut lane = Lane { shown, scale, instrument, days, shape };
        lane.terms();
        let turns = Turns::of(&shown.changes, instrument);
        if !turns.is_empty() {
            lane.turns(turns, narrow);
        }
        lane.shape
    }
}

/// A lane while it is laid out.
struct Lane<'a> {
    shown: &'a Shown,
    scale: Scale,
    instrument: InstrumentId,
    /// The days among which its adoption is.
    days: Option<(Day, Day)>,
    shape: Shape,
}

impl Lane<'_> {
    /// The first term, then what each extension adds; or a dotted line, or words, where no term is stated.
    fn terms(&mut self) {
        let shown = self.shown;
        let (data, window) = (&shown.catalogue.data, self.scale.window);
        let mut reached: Option<Day> = None;
        for row in data.terms(self.instrument) {
            let (start, end) = (bound(row.term.start), bound(row.term.end));
            // Where the source does not say from when, the term is drawn from the adoption on, if that is stated.
            let unstated = self.days.map_or(window.start, |days| days.1);
            let own_start = start.map_or(unstated, |days| days.0);
            let from = reached.map_or(own_start, |day| day.plus(1).max(own_start));
            let to = end.map_or(window.end, |days| days.1);
            let begins = start.is_some() || reached.is_some();
            let (kind, said) = match (begins && end.is_some(), reached) {
                (true, None) => (SegmentKind::First, row.term),
                (true, Some(_)) => (SegmentKind::Extension, Interval { start: Bound::Open, ..row.term }),
                (false, _) => {
                    let begins = begins || self.days.is_some();
                    (SegmentKind::Open { begins, ends: end.is_some() }, row.term)
                }
            };
            reached = Some(to.max(reached.unwrap_or(to)));
            self.stretch(from, to, kind, data.event(row.event).known_on(shown.selection.day), Says::Term(said));
        }
        match (reached, self.days) {
            (Some(_), _) => {
                // Only now, since a term without room on its bar stands where no other bar does.
                let bar = self.shape.segments.first().filter(|bar| bar.kind == SegmentKind::First);
                if let (Some(Segment { x, end, label: None, .. }), Some(row)) =
                    (bar, data.terms(self.instrument).next())
                {
                    self.place(*x, *end, Says::Term(row.term));
                }
            }
            // Within a month or a year of adoption nobody knows from when on; after it, surely.
            (None, Some((_, last))) => {
                let known = shown.selection.standing(self.instrument).state.adopted();
                self.stretch(last, window.end, SegmentKind::Open { begins: true, ends: false }, known, Says::NoTerm);
            }
            (None, None) => self.nothing(),
        }
    }

    /// A stretch as far as it is in the window, with its words on it where they have room.
    #[inline(never)]
    fn stretch(&mut self, from: Day, to: Day, kind: SegmentKind, known: Known, says: Says) {
        if from > to || to < self.scale.window.start || from > self.scale.window.end {
            return;
        }
        let (x, end) = self.scale.span(from, to);
        let inside = !matches!(kind, SegmentKind::Open { .. });
        // What a dotted line is shows before its words.
        let lead = if inside { SPACE } else { 2 * SPACE } + if kind == SegmentKind::Extension { GAP } else { 0 };
        let visible = x.max(self.scale.left) + lead;
        let fits = visible + self.width(says) + 6 <= end.min(self.scale.right());
        let label = fits.then_some(Label { x: visible, says, inside, above: false });
        self.shape.segments.push(Segment { x, end, kind, known, label });
    }

    /// That nothing is stated, in words: no earlier than the source allows, where that has room.
    fn nothing(&mut self) {
        let limit = self.shown.catalogue.data.instrument(self.instrument).not_before.as_ref();
        let earliest = limit.map_or(self.scale.left, |limit| self.scale.x(limit.date.first()).max(self.scale.left));
        let last = self.scale.right() - self.width(Says::Nothing);
        let x = if earliest <= last { earliest } else { self.scale.left };
        if x <= last {
            self.shape.labels.push(Label { x, says: Says::Nothing, inside: false, above: false });
        }
    }

    /// What came about between the days compared: beside the name where that stands over the lane, else beside the bars.
    fn turns(&mut self, turns: Turns, narrow: bool) {
        let says = Says::Turns(turns);
        if narrow {
            let name = self.shown.text(&self.shown.catalogue.data.instrument(self.instrument).short);
            let x = self.shown.state.surroundings.advances.width(name.plain()) + 2 * SPACE;
            if x + self.width(says) <= self.scale.right() {
                self.shape.labels.push(Label { x, says, inside: false, above: true });
            }
            return;
        }
        let (mut from, mut to) = (i32::MAX, self.scale.left - SPACE);
        for (x, end) in self.taken() {
            (from, to) = (from.min(x), to.max(end));
        }
        self.place(from.max(self.scale.left), to, says);
    }

    /// What stands in it already.
    fn taken(&self) -> impl Iterator<Item = (i32, i32)> {
        let labels = self.shape.labels.iter().map(|label| (label.x, label.x + self.width(label.says)));
        self.shape.segments.iter().map(|bar| (bar.x, bar.end)).chain(labels)
    }

    /// Words after or before a stretch, where nothing else stands.
    #[inline(never)]
    fn place(&mut self, from: i32, to: i32, says: Says) {
        let width = self.width(says);
        for x in [to + SPACE, from - SPACE - width] {
            let end = x + width;
            let is_in = x >= self.scale.left && end <= self.scale.right();
            if is_in && self.taken().all(|taken| end < taken.0 || x > taken.1) {
                self.shape.labels.push(Label { x, says, inside: false, above: false });
                return;
            }
        }
    }

    fn width(&self, says: Says) -> i32 {
        self.shown.state.surroundings.advances.width(says.words(self.shown).plain())
    }
}

/// The first and last day of a bound that is a date.
pub(super) fn bound(bound: Bound) -> Option<(Day, Day)> {
    bound.date().map(|date| (date.first(), date.last()))
}
