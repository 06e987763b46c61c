//! One civil day.

use core::fmt;
use serde::Serialize;

/// A day of the proleptic Gregorian calendar, as a signed number of days since 1970-01-01.
///
/// It has no time zone: the same day for every reader. Written and read as `YYYY-MM-DD`; packed as its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "i32")]
pub struct Day(i32);

impl TryFrom<i32> for Day {
    type Error = &'static str;

    /// The day of this number, if the atlas can speak of it.
    fn try_from(number: i32) -> Result<Day, &'static str> {
        let day = Day(number);
        (Day::MIN..=Day::MAX).contains(&day).then_some(day).ok_or("no such day")
    }
}

impl From<Day> for i32 {
    fn from(day: Day) -> i32 {
        day.0
    }
}

impl Day {
    /// The first day that the atlas can speak of, 0001-01-01.
    pub const MIN: Day = Day(-719_162);
    /// The last one, 9999-12-31.
    pub const MAX: Day = Day(2_932_896);

    /// The day of a year (1 to 9999), month (1 to 12) and day of the month; `None` where there is no such day.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Day> {
        if !(1..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            return None;
        }
        // Years begin in March here, so that the day that some of them have more is their last.
        let (from, own) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        let number = from * 365 + from / 4 - from / 100 + from / 400 + before(own) + day as i32 - 1 - EPOCH;
        // A day that its month does not have is one of the next.
        Some(Day(number)).filter(|found| found.ymd() == (year, month, day))
    }

    /// Reads `YYYY-MM-DD`, nothing else; `None` for any other text and for days that do not exist.
    ///
    /// ```
    /// use atlas_core::time::Day;
    ///
    /// let day = Day::parse("2020-02-28").unwrap();
    /// assert_eq!(day.plus(2).to_string(), "2020-03-01");
    /// assert_eq!(Day::parse("2019-02-29"), None);
    /// assert_eq!(Day::parse("2019-10"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Day> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let number = |from: usize, to: usize| digits(&bytes[from..to]);
        Day::from_ymd(number(0, 4)? as i32, number(5, 7)?, number(8, 10)?)
    }

    /// Year, month (1 to 12) and day of the month (1 to 31).
    pub fn ymd(self) -> (i32, u32, u32) {
        // 400 years are 146,097 days, 100 of them at most 36,525, four 1,461. (After Howard Hinnant, "chrono-compatible
        // low-level date algorithms", where the steps are proved.)
        let days = self.0 + EPOCH;
        let (era, of_era) = (days / 146_097, days % 146_097);
        let of_era_year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (of_era_year * 365 + of_era_year / 4 - of_era_year / 100);
        let month = (of_year * 5 + 2) as u32 / 153;
        let day = (of_year - before(month)) as u32 + 1;
        let year = era * 400 + of_era_year;
        if month < 10 { (year, month + 3, day) } else { (year + 1, month - 9, day) }
    }

    /// Days since 1970-01-01.
    pub fn number(self) -> i32 {
        self.0
    }

    /// The day that lies `days` later (earlier if negative), held within [`Day::MIN`] and [`Day::MAX`].
    pub fn plus(self, days: i32) -> Day {
        Day(self.0.saturating_add(days).clamp(Day::MIN.0, Day::MAX.0))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// How many days lie between 0000-03-01 and 1970-01-01.
const EPOCH: i32 = 719_468;

/// How many days of a year that begins in March lie before its month, counted from 0: of five months, 153.
fn before(month: u32) -> i32 {
    (153 * month as i32 + 2) / 5
}

/// The value of a run of ASCII digits; `None` for anything else.
pub(super) fn digits(bytes: &[u8]) -> Option<u32> {
    bytes.iter().try_fold(0u32, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Datelike;

    #[test]
    fn a_day_is_written_as_it_was_read() {
        for text in ["0001-01-01", "1969-12-31", "1970-01-01", "2016-02-29", "2019-10-15", "9999-12-31"] {
            assert_eq!(Day::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn every_day_is_that_of_another_calendar() {
        let mut date = chrono::NaiveDate::from_ymd_opt(1, 1, 1).unwrap();
        for number in Day::MIN.0..=Day::MAX.0 {
            let (year, month, day) = (date.year(), date.month(), date.day());
            assert_eq!(Day(number).ymd(), (year, month, day));
            assert_eq!(Day::from_ymd(year, month, day), Some(Day(number)));
            date = date.succ_opt().unwrap();
        }
        for (year, month, day) in
            [(2019, 2, 29), (1900, 2, 29), (2020, 4, 31), (2020, 1, 0), (2020, 12, 32), (10_000, 1, 1)]
        {
            assert_eq!(Day::from_ymd(year, month, day), None, "{year}-{month}-{day}");
        }
        for huge in [u32::MAX, 1 << 31, 400] {
            assert_eq!(Day::from_ymd(2020, 1, huge), None, "{huge}");
        }
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in
            ["2019-02-29", "2019-13-01", "2019-00-01", "2019-1-01", "2019-10-15T00:00", "0000-01-01", "+019-10-15", ""]
        {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_count_from_the_unix_epoch() {
        assert_eq!(Day::parse("1970-01-02").unwrap().number(), 1);
        assert_eq!(Day::parse("0001-01-01").unwrap(), Day::MIN);
        assert_eq!(Day::parse("9999-12-31").unwrap(), Day::MAX);
        assert_eq!(Day::MAX.plus(1), Day::MAX);
    }
}
