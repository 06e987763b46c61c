//! A day as a reader types it, in three fields, whatever is in them.

use super::Day;

/// What stands in the three fields for a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// The day of the month, as typed.
    pub day: String,
    /// The month, 1 to 12, from a list.
    pub month: u32,
    /// The year, as typed.
    pub year: String,
}

impl From<Day> for Typed {
    fn from(day: Day) -> Typed {
        let (year, month, day) = day.ymd();
        Typed { day: day.to_string(), month, year: year.to_string() }
    }
}

impl Typed {
    /// The day that is meant; `None` where there is none.
    ///
    /// ```
    /// use atlas_core::time::{Day, Typed};
    ///
    /// let typed = |day: &str, month, year: &str| Typed { day: day.into(), month, year: year.into() }.day();
    /// assert_eq!(typed(" 1", 9, "2020 "), Day::from_ymd(2020, 9, 1));
    /// assert_eq!(typed("30", 2, "2020"), None);
    /// assert_eq!(typed("1", 9, "20 20"), None);
    /// ```
    pub fn day(&self) -> Option<Day> {
        let year = self.year.trim().parse().ok()?;
        Day::from_ymd(year, self.month, self.day.trim().parse().ok()?)
    }
}
