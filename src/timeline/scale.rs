//! The time axis: a window of days, its mapping to pixels, and its ticks. Pure.

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

/// A window laid over a number of pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The days.
    pub window: Window,
    /// Where the first day begins.
    pub left: i32,
    /// How many pixels the window takes.
    pub width: i32,
}

impl Scale {
    /// Where a day begins. Days outside the window are held just outside the drawing.
    pub fn x(self, day: Day) -> i32 {
        let offset = i64::from(day.number() - self.window.start.number()) * i64::from(self.width);
        let x = offset / i64::from(self.window.days());
        self.left + x.clamp(-40, i64::from(self.width) + 40) as i32
    }

    /// Where a day ends.
    pub fn end_x(self, day: Day) -> i32 {
        self.x(day.plus(1))
    }

    /// The middle of a day.
    pub fn middle_x(self, day: Day) -> i32 {
        (self.x(day) + self.end_x(day)) / 2
    }

    /// The day under a pixel, held within the window.
    pub fn day_at(self, x: i32) -> Day {
        let offset = i64::from(x - self.left) * i64::from(self.window.days()) / i64::from(self.width.max(1));
        self.window.start.plus(offset.clamp(0, i64::from(self.window.days() - 1)) as i32)
    }

    /// Whether a day is in the window.
    pub fn shows(self, day: Day) -> bool {
        self.window.start <= day && day <= self.window.end
    }
}

/// A tick of the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The day on which the ticked unit begins.
    pub day: Day,
    /// The month, if the tick stands for one.
    pub month: Option<u32>,
    /// The year.
    pub year: i32,
}

/// The ticks of a scale: years, or months where a year is wide enough, each with room for its label.
pub fn ticks(scale: Scale) -> Vec<Tick> {
    let month_width = i64::from(scale.width) * 30 / i64::from(scale.window.days().max(1));
    match month_width {
        40.. => months(scale.window, 1),
        14..40 => months(scale.window, 3),
        _ => {
            let year_width = (month_width * 12).max(i64::from(scale.width) * 365 / i64::from(scale.window.days()));
            let step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].into_iter();
            let step = step.into_iter().find(|step| year_width * i64::from(*step) >= 44).unwrap_or(1000);
            years(scale.window, step)
        }
    }
}

fn years(window: Window, step: i32) -> Vec<Tick> {
    let (from, to) = (window.start.ymd().0, window.end.ymd().0);
    let first = (from + step - 1) / step * step;
    (first..=to)
        .step_by(step as usize)
        .filter_map(|year| Some(Tick { day: Day::from_ymd(year, 1, 1)?, month: None, year }))
        .filter(|tick| tick.day >= window.start)
        .collect()
}

fn months(window: Window, step: u32) -> Vec<Tick> {
    let (from, to) = (window.start.ymd().0, window.end.ymd().0);
    (from..=to)
        .flat_map(|year| (1..=12).step_by(step as usize).map(move |month| (year, month)))
        .filter_map(|(year, month)| {
            Some(Tick { day: Day::from_ymd(year, month, 1)?, month: (month > 1).then_some(month), year })
        })
        .filter(|tick| tick.day >= window.start && tick.day <= window.end)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(from: &str, to: &str) -> Window {
        Window { start: Day::parse(from).unwrap(), end: Day::parse(to).unwrap() }
    }

    #[test]
    fn a_day_goes_to_a_pixel_and_back() {
        let scale = Scale { window: window("2016-01-01", "2025-12-31"), left: 100, width: 3653 };
        let day = Day::parse("2019-10-15").unwrap();
        assert_eq!(scale.day_at(scale.x(day)), day);
        assert_eq!(scale.x(scale.window.start), 100);
        assert_eq!(scale.end_x(scale.window.end), 3753);
    }

    #[test]
    fn ticks_are_as_fine_as_their_labels_allow() {
        let years = |from: &str, to: &str, width| {
            let found = ticks(Scale { window: window(from, to), left: 0, width });
            found.iter().map(|tick| (tick.year, tick.month)).collect::<Vec<_>>()
        };
        assert_eq!(years("2016-01-01", "2019-12-31", 400), [(2016, None), (2017, None), (2018, None), (2019, None)]);
        assert_eq!(years("2016-01-01", "2025-12-31", 200).len(), 2, "every fifth year");
        assert_eq!(years("2019-01-01", "2019-12-31", 800).len(), 12);
        assert_eq!(years("2019-01-01", "2020-12-31", 400)[1], (2019, Some(4)));
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
