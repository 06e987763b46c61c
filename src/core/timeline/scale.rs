//! The time axis: a window of days mapped to pixels, and its ticks.

use crate::time::Day;
use crate::window::Window;

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

    /// How far words may reach: a little beyond the last day.
    pub fn right(self) -> i32 {
        self.left + self.width + 12
    }

    /// Where a day ends.
    pub fn end_x(self, day: Day) -> i32 {
        self.x(day.plus(1))
    }

    /// Where a stretch begins and ends, as far as it is to be seen: beyond the window, a little of it.
    pub fn span(self, from: Day, to: Day) -> (i32, i32) {
        (self.x(from).max(self.left - 4), self.end_x(to).min(self.right()))
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
}
