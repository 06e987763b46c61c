//! The term of an instrument as a small line beside its name, on one axis for all: from its adoption on, as far as it is stated.

use crate::model::InstrumentId;
use crate::shown::Shown;
use crate::time::known::State;
use crate::timeline::scale::Scale;
use crate::window::whole;
use core::fmt::Write;

/// How long the axis is, in parts of which a picture of it has as many.
const LENGTH: i32 = 80;
/// How high it is.
const HEIGHT: i32 = 12;

/// The term of an instrument on the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermLine {
    /// Where it begins.
    pub from: i32,
    /// Where it ends.
    pub to: i32,
    /// Whether the source states both.
    pub is_stated: bool,
}

/// The axis: all of time that the dataset speaks of.
pub fn axis(shown: &Shown) -> Scale {
    Scale { window: whole(&shown.catalogue, shown.state.surroundings.today), left: 0, width: LENGTH }
}

impl TermLine {
    /// That of an instrument; none where it is not adopted yet, or where neither term nor adoption are stated.
    pub fn of(shown: &Shown, scale: Scale, instrument: InstrumentId) -> Option<TermLine> {
        let data = &shown.catalogue.data;
        let standing = shown.selection.standing(instrument);
        let adopted = data.instrument(instrument).adopted.and_then(|event| data.event(event).date);
        let adopted = adopted.and_then(|date| date.interval().start.date().map(|date| scale.x(date.first())));
        let starts = standing.term.and_then(|term| term.start.date().map(|date| scale.x(date.first())));
        let ends = standing.term.and_then(|term| term.end.date().map(|date| scale.end_x(date.last())));
        let from = starts.max(adopted).filter(|_| standing.state != State::NotYetAdopted)?;
        let is_stated = starts.is_some() && ends.is_some();
        Some(TermLine { from: from.max(0), to: ends.unwrap_or(LENGTH).min(LENGTH), is_stated })
    }
}

/// How many of the stated terms of these instruments run in each part of the axis, as the outline of columns.
pub fn running(shown: &Shown, instruments: impl Iterator<Item = InstrumentId>) -> String {
    let scale = axis(shown);
    let mut steps = [0; LENGTH as usize + 1];
    for line in instruments.filter_map(|id| TermLine::of(shown, scale, id)).filter(|line| line.is_stated) {
        steps[line.from.min(LENGTH) as usize] += 1;
        steps[line.to.max(0) as usize] -= 1;
    }
    let mut run = 0;
    let counts = steps.map(|step| {
        run += step;
        run
    });
    let most = counts.into_iter().max().unwrap_or(0).max(1);
    let mut path = format!("M0 {HEIGHT}");
    for (x, count) in counts.into_iter().enumerate() {
        // A little of what is one of hundreds is seen, too.
        let height = (count * HEIGHT + most - 1) / most;
        let _ = write!(path, "V{}H{}", HEIGHT - height, x + 1);
    }
    path + &format!("V{HEIGHT}z")
}
