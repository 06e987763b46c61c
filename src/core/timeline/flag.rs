//! The days of the drawing: the one shown and the one that it is compared with, each with its line and its flag.

use super::scale::Scale;
use crate::edition::Edition;
use crate::shown::Shown;
use crate::time::Day;
use crate::words::Words;
use core::cmp::Ordering;

/// The height of a flag.
pub const FLAG: i32 = 24;
/// What is left free on either side of its text, and between two flags.
const ROOM: i32 = 8;
const APART: i32 = 6;

/// A day with its flag.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flag {
    /// Which.
    pub day: Day,
    /// Its line, if it is in the window.
    pub line: Option<i32>,
    /// Where the flag begins.
    pub left: i32,
    /// Where it ends.
    pub right: i32,
    /// Its upper edge.
    pub y: i32,
    /// Whether the day lies before (`Less`) or after (`Greater`) the window.
    pub beyond: Ordering,
}

impl Flag {
    /// The flag of the day shown, and that of the day compared with: as wide as their dates, within the drawing, and
    /// beside one another; or the second below the first, where both have no room beside one another.
    pub(super) fn both(shown: &Shown, scale: Scale, width: i32) -> (Flag, Option<Flag>) {
        let mut own = Flag::of(shown, shown.state.day(), scale, width);
        let Some(day) = shown.state.query.compare.filter(|day| *day != own.day) else { return (own, None) };
        let mut other = Flag::of(shown, day, scale, width);
        if own.right - own.left + other.right - other.left + APART > width {
            other.y = FLAG + 2;
            return (own, Some(other));
        }
        let (earlier, later) = if own.day < day { (&mut own, &mut other) } else { (&mut other, &mut own) };
        // Where they would touch, the earlier gives way to the left, the later to the right, as far as there is room.
        let overlap = (earlier.right + APART - later.left).max(0);
        let right = (overlap - (overlap / 2).min(earlier.left)).min(width - later.right);
        later.shift(right);
        earlier.shift(right - overlap);
        (own, Some(other))
    }

    #[inline(never)]
    fn of(shown: &Shown, day: Day, scale: Scale, width: i32) -> Flag {
        let beyond = match day {
            day if day < scale.window.start => Ordering::Less,
            day if day > scale.window.end => Ordering::Greater,
            _ => Ordering::Equal,
        };
        let mut flag =
            Flag { day, line: scale.shows(day).then(|| scale.middle_x(day)), left: 0, right: 0, y: 0, beyond };
        let size = shown.state.surroundings.advances.width(flag.words(shown).plain()) + 2 * ROOM;
        let middle = match beyond {
            Ordering::Less => scale.left,
            Ordering::Equal => scale.middle_x(day),
            Ordering::Greater => width,
        };
        flag.left = (middle - size / 2).clamp(0, (width - size).max(0));
        flag.right = flag.left + size;
        flag
    }

    /// What it says; at an edge it points to where the day lies.
    pub fn words(&self, edition: &Edition) -> Words {
        let date = edition.locale.day(self.day);
        match self.beyond {
            Ordering::Less => Words::from("← ").and(date),
            Ordering::Equal => date,
            Ordering::Greater => date.and(" →"),
        }
    }

    fn shift(&mut self, by: i32) {
        self.left += by;
        self.right += by;
    }
}
