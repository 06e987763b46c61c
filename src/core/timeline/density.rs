//! Activities on the timeline: one path per lane, whatever their number.
//!
//! Where a lane has few activities in the window each is a line of its own; where they are too dense, the lane shows
//! how many go on at a time. Either way a lane is a single path, so that 10,000 activities need no more nodes than ten.

use super::scale::Scale;
use crate::query::Span;
use crate::shown::Shown;
use crate::time::Day;
use core::fmt::Write;

/// The height of a lane's activities.
pub const HEIGHT: i32 = 14;
/// The width of a step of the aggregate.
const BIN: i32 = 4;
/// How many lines lie above each other where each activity has its own.
const LINES: usize = 4;
/// Up to how many activities each has its own line.
const FEW: u32 = 24;

/// The activities of a lane.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Strip {
    /// The outline, from the upper left corner of the lane's activities.
    pub path: String,
    /// How many activities it shows.
    pub count: u32,
    /// The most that go on at a time, where the lane is an aggregate.
    pub peak: Option<u32>,
}

impl Strip {
    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }
}

/// The activities of each instrument.
pub fn by_instrument(shown: &Shown, scale: Scale) -> Vec<Strip> {
    let data = &shown.catalogue.data;
    let instruments = &data.activities().instruments;
    strips(shown, scale, data.instruments().len(), |activity, put| put(instruments[activity].index()))
}

/// The activities of each sector.
pub fn by_sector(shown: &Shown, scale: Scale) -> Vec<Strip> {
    let data = &shown.catalogue.data;
    strips(shown, scale, data.sectors().len(), |activity, put| {
        data.activities().sectors(activity).iter().for_each(|sector| put(sector.index()));
    })
}

/// Draws each lane; `lanes_of` names the lanes of an activity.
fn strips(shown: &Shown, scale: Scale, lanes: usize, lanes_of: impl Fn(usize, &mut dyn FnMut(usize))) -> Vec<Strip> {
    let bins = (scale.width / BIN + 2) as usize;
    let mut lanes: Vec<Lane> =
        (0..lanes).map(|_| Lane { steps: vec![0; bins + 1], spans: Vec::new(), count: 0 }).collect();
    let window = scale.window;
    for activity in shown.selection.activities.iter() {
        let Some(span) = shown.catalogue.span(activity) else { continue };
        if span.end < window.start || span.start > window.end {
            continue;
        }
        let bin = |day: Day| ((scale.x(day) - scale.left) / BIN).clamp(0, bins as i32 - 1) as usize;
        let (from, to) = (bin(span.start.max(window.start)), bin(span.end.min(window.end)));
        lanes_of(activity, &mut |lane| lanes[lane].add(from, to, span));
    }
    let peak = lanes.iter().map(Lane::peak).max().unwrap_or(0);
    lanes.iter().map(|lane| lane.strip(scale, peak)).collect()
}

/// A lane while it is counted.
struct Lane {
    /// How many more go on from one step to the next.
    steps: Vec<i32>,
    /// The first few activities.
    spans: Vec<Span>,
    count: u32,
}

impl Lane {
    fn add(&mut self, from: usize, to: usize, span: Span) {
        self.steps[from] += 1;
        self.steps[to + 1] -= 1;
        self.count += 1;
        if self.count <= FEW {
            self.spans.push(span);
        }
    }

    fn levels(&self) -> impl Iterator<Item = i32> + '_ {
        self.steps.iter().scan(0, |level, step| {
            *level += step;
            Some(*level)
        })
    }

    fn peak(&self) -> i32 {
        self.levels().max().unwrap_or(0)
    }

    fn strip(&self, scale: Scale, peak: i32) -> Strip {
        let mut path = String::new();
        if self.count <= FEW {
            for (index, span) in self.spans.iter().enumerate() {
                let x = scale.x(span.start.max(scale.window.start));
                let end = scale.end_x(span.end.min(scale.window.end)).max(x + 3);
                let y = (index % LINES) as i32 * 4;
                let _ = write!(path, "M{x} {y}h{}v2h-{}z", end - x, end - x);
            }
            return Strip { path, count: self.count, peak: None };
        }
        let _ = write!(path, "M{} {HEIGHT}", scale.left);
        let mut drawn = HEIGHT;
        for (bin, level) in self.levels().enumerate() {
            let y = HEIGHT - (level * HEIGHT + peak / 2) / peak.max(1);
            // A lane that is not empty stays visible beside a much fuller one.
            let y = if level > 0 { y.min(HEIGHT - 1) } else { y };
            if y != drawn {
                let _ = write!(path, "H{}V{y}", scale.left + bin as i32 * BIN);
                drawn = y;
            }
        }
        let _ = write!(path, "V{HEIGHT}z");
        Strip { path, count: self.count, peak: Some(self.peak() as u32) }
    }
}
