//! The days that the timeline shows: zoomed, panned, and as the query string has them.

use crate::query::Catalogue;
use crate::time::{Bound, Day, Interval, PartialDate};

/// The days that the timeline shows, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first day.
    pub start: Day,
    /// The last day; never before the first.
    pub end: Day,
}

/// The narrowest window: about a month.
const NARROWEST: i32 = 28;

impl Window {
    /// The window that an interval with two dates asks for.
    pub fn of(interval: &Interval) -> Option<Window> {
        let (start, end) = (interval.start.date()?.first(), interval.end.date()?.last());
        Some(Window { start, end: end.max(start.plus(NARROWEST)) })
    }

    /// The window as the query string has it; whole years are written as years.
    pub fn interval(self) -> Interval {
        let (start, end) = (PartialDate::of_day(self.start), PartialDate::of_day(self.end));
        let year = |date: &PartialDate| PartialDate::parse(&date.to_string()[..4]).unwrap_or(*date);
        let (years, from, to) = ((year(&start), year(&end)), start, end);
        if years.0.first() == self.start && years.1.last() == self.end {
            return Interval { start: Bound::Date(years.0), end: Bound::Date(years.1) };
        }
        Interval { start: Bound::Date(from), end: Bound::Date(to) }
    }

    /// How many days it shows.
    pub fn days(self) -> i32 {
        self.end.number() - self.start.number() + 1
    }

    /// The window around the same middle, `tenths` / 10 as long, within `limits`.
    pub fn zoomed(self, tenths: i32, limits: Window) -> Window {
        let middle = self.start.number() + self.days() / 2;
        self.zoomed_at(tenths, Day::MIN.plus(middle - Day::MIN.number()), limits)
    }

    /// The same, around a day that keeps its place.
    pub fn zoomed_at(self, tenths: i32, day: Day, limits: Window) -> Window {
        let scale = |days: i32| (i64::from(days) * i64::from(tenths) / 10) as i32;
        let days = scale(self.days()).clamp(NARROWEST.min(limits.days()), limits.days());
        let before = i64::from(day.number() - self.start.number()) * i64::from(days) / i64::from(self.days());
        Window { start: day.plus(-(before as i32)), end: day.plus(days - 1 - before as i32) }.within(limits)
    }

    /// The window moved by `percent` of its length, within `limits`.
    pub fn panned(self, percent: i32, limits: Window) -> Window {
        let by = (i64::from(self.days()) * i64::from(percent) / 100) as i32;
        Window { start: self.start.plus(by), end: self.end.plus(by) }.within(limits)
    }

    fn within(self, limits: Window) -> Window {
        let days = self.days().min(limits.days());
        let start = self.start.max(limits.start).min(limits.end.plus(1 - days));
        Window { start, end: start.plus(days - 1) }
    }
}

/// The window that holds every stated date, in whole years, and today if it is near.
///
/// Today is "near" up to three years away, so that a wrong clock cannot squeeze the drawing.
pub fn whole(catalogue: &Catalogue, today: Day) -> Window {
    let this_year = today.ymd().0;
    let (mut from, mut to) = catalogue.years().unwrap_or((this_year, this_year));
    if (from - 3..=to + 3).contains(&this_year) {
        (from, to) = (from.min(this_year), to.max(this_year));
    }
    Window {
        start: Day::from_ymd(from.max(1), 1, 1).unwrap_or(Day::MIN),
        end: Day::from_ymd(to.min(9999), 12, 31).unwrap_or(Day::MAX),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(from: &str, to: &str) -> Window {
        Window { start: Day::parse(from).unwrap(), end: Day::parse(to).unwrap() }
    }

    #[test]
    fn zooming_keeps_its_middle_and_stays_within_the_whole() {
        let limits = window("2016-01-01", "2025-12-31");
        let zoomed = limits.zoomed(5, limits);
        assert_eq!(zoomed.days(), limits.days() / 2);
        assert_eq!(zoomed.zoomed(100, limits), limits);
        assert_eq!(zoomed.panned(-500, limits).start, limits.start);
        assert_eq!(zoomed.panned(500, limits).end, limits.end);
        assert_eq!(zoomed.zoomed(0, limits).days(), NARROWEST);
    }

    #[test]
    fn a_window_is_written_as_years_where_it_holds_whole_years() {
        assert_eq!(window("2016-01-01", "2020-12-31").interval().to_string(), "2016/2020");
        assert_eq!(window("2016-01-02", "2020-12-31").interval().to_string(), "2016-01-02/2020-12-31");
    }
}
