//! EDTF values (ISO 8601-2, levels 0 and 1) as far as the tables use them, and their comparison.

use super::day::{Day, digits};
use core::fmt;
use serde::Serialize;

/// How much of a date the source states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Precision {
    /// `201X`
    Decade,
    /// `2016`
    Year,
    /// `2019-09`
    Month,
    /// `2018-11-14`
    Day,
}

/// What the source says of a date's reliability.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub enum Qualifier {
    /// Stated as it is.
    #[default]
    None,
    /// `2016~`
    Approximate,
    /// `2016?`
    Uncertain,
    /// `2016%`: both.
    Both,
}

/// A date with the precision that the source gives it.
///
/// The day that is meant lies somewhere in [`PartialDate::range`]; which day, only a date of day precision says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(into = "Parts")]
#[repr(align(4))]
pub struct PartialDate {
    year: i16,
    month: u8,
    day: u8,
    precision: Precision,
    qualifier: Qualifier,
}

/// A date as it is packed: year, month, day, precision, qualifier. What is unpacked is checked, as what is parsed.
type Parts = (i16, u8, u8, Precision, Qualifier);

impl TryFrom<Parts> for PartialDate {
    type Error = EdtfError;

    fn try_from((year, month, day, precision, qualifier): Parts) -> Result<PartialDate, EdtfError> {
        Day::from_ymd(i32::from(year), u32::from(month), u32::from(day)).ok_or(EdtfError::NoSuchDay)?;
        Ok(PartialDate { year, month, day, precision, qualifier })
    }
}

impl From<PartialDate> for Parts {
    fn from(date: PartialDate) -> Parts {
        (date.year, date.month, date.day, date.precision, date.qualifier)
    }
}

/// The order of two acts whose days may not be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Order {
    /// The first is earlier, whichever days are meant.
    Before,
    /// The first is later.
    After,
    /// Both are of the same day.
    Same,
    /// The precision does not allow an answer.
    Undetermined,
}

/// How two spans of time lie to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// The first has ended when the second begins.
    Before,
    /// The first begins when the second has ended.
    After,
    /// Both have the same, fully known bounds.
    Same,
    /// They share at least a day.
    Overlapping,
    /// The precision of a bound, or a bound that is not known, does not allow an answer.
    Undetermined,
}

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum Bound {
    /// A date; all of it belongs to the interval.
    Date(PartialDate),
    /// `..`: there is no end.
    Open,
    /// An empty side: there is an end, and it is not stated.
    Unknown,
}

/// A span of time, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(into = "(Bound, Bound)")]
pub struct Interval {
    /// Where it begins.
    pub start: Bound,
    /// Where it ends.
    pub end: Bound,
}

/// What a date column may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum Edtf {
    /// One date.
    Date(PartialDate),
    /// `start/end`
    Interval(Interval),
}

/// Why a text is no date of ours. Its `Display` says what was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EdtfError {
    /// Not of any form that the atlas reads.
    Form,
    /// The right form, but there is no such month or day.
    NoSuchDay,
    /// An interval that ends before it begins.
    EndBeforeStart,
    /// An interval of which neither end is a date.
    NoDate,
}

impl fmt::Display for EdtfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            EdtfError::Form => "an EDTF date such as 2016-08-05, 2019-09, 2016, 201X, 2016~, 2016/2020 or 2018/..",
            EdtfError::NoSuchDay => "a month from 01 to 12 and a day which that month has",
            EdtfError::EndBeforeStart => "an interval whose end is not before its start",
            EdtfError::NoDate => "a date at one end of the interval at least",
        })
    }
}

impl PartialDate {
    /// The date that is this very day.
    pub fn of_day(day: Day) -> PartialDate {
        let (year, month, day) = day.ymd();
        PartialDate {
            year: year as i16,
            month: month as u8,
            day: day as u8,
            precision: Precision::Day,
            qualifier: Qualifier::None,
        }
    }

    /// Reads `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or `YYYX`, each with an optional `~`, `?` or `%`.
    ///
    /// # Errors
    /// [`EdtfError::Form`] for any other form, [`EdtfError::NoSuchDay`] for `2019-13` or `2019-02-29`.
    pub fn parse(text: &str) -> Result<PartialDate, EdtfError> {
        let (text, qualifier) = match text.as_bytes().last() {
            Some(b'~') => (&text[..text.len() - 1], Qualifier::Approximate),
            Some(b'?') => (&text[..text.len() - 1], Qualifier::Uncertain),
            Some(b'%') => (&text[..text.len() - 1], Qualifier::Both),
            _ => (text, Qualifier::None),
        };
        let bytes = text.as_bytes();
        let number = |from: usize, to: usize| digits(&bytes[from..to]).ok_or(EdtfError::Form);
        let dash = |at: usize| if bytes[at] == b'-' { Ok(()) } else { Err(EdtfError::Form) };
        let (year, month, day, precision) = match bytes.len() {
            4 if bytes[3] == b'X' => (number(0, 3)? * 10, 1, 1, Precision::Decade),
            4 => (number(0, 4)?, 1, 1, Precision::Year),
            7 => {
                dash(4)?;
                (number(0, 4)?, number(5, 7)?, 1, Precision::Month)
            }
            10 => {
                dash(4)?;
                dash(7)?;
                (number(0, 4)?, number(5, 7)?, number(8, 10)?, Precision::Day)
            }
            _ => return Err(EdtfError::Form),
        };
        Day::from_ymd(year as i32, month, day).ok_or(EdtfError::NoSuchDay)?;
        Ok(PartialDate { year: year as i16, month: month as u8, day: day as u8, precision, qualifier })
    }

    /// How much of the date is stated.
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// What the source says of its reliability.
    pub fn qualifier(&self) -> Qualifier {
        self.qualifier
    }

    /// The year; of a decade, its first.
    pub fn year(&self) -> i32 {
        i32::from(self.year)
    }

    /// The year again; of a decade, its last.
    pub fn last_year(&self) -> i32 {
        self.year() + if self.precision == Precision::Decade { 9 } else { 0 }
    }

    /// The month, 1 to 12, where it is stated.
    pub fn month(&self) -> Option<u32> {
        (self.precision >= Precision::Month).then_some(u32::from(self.month))
    }

    /// The day of the month, 1 to 31, where it is stated.
    pub fn day(&self) -> Option<u32> {
        (self.precision == Precision::Day).then_some(u32::from(self.day))
    }

    /// The first day of the stated decade, year, month or day.
    pub fn first(&self) -> Day {
        Day::from_ymd(self.year(), u32::from(self.month), u32::from(self.day)).unwrap_or(Day::MIN)
    }

    /// The last day of the stated decade, year, month or day.
    pub fn last(&self) -> Day {
        let (year, month) = (self.year(), u32::from(self.month));
        let next = match self.precision {
            Precision::Day => return self.first(),
            Precision::Month if month < 12 => Day::from_ymd(year, month + 1, 1),
            Precision::Month | Precision::Year => Day::from_ymd(year + 1, 1, 1),
            Precision::Decade => Day::from_ymd(year + 10, 1, 1),
        };
        next.map_or(Day::MAX, |day| day.plus(-1))
    }

    /// The days that may be meant, both ends included.
    ///
    /// An approximate or uncertain date is widened by its own length on either side: `2016~` may mean a day of
    /// 2015 or 2017. EDTF leaves the width open; a unit of the stated precision is the narrowest honest reading.
    pub fn range(&self) -> (Day, Day) {
        let (first, last) = (self.first(), self.last());
        if self.qualifier == Qualifier::None {
            return (first, last);
        }
        (self.unit_around(first.plus(-1)).0, self.unit_around(last.plus(1)).1)
    }

    /// The first and last day of the decade, year, month or day that `day` belongs to, by this date's precision.
    fn unit_around(&self, day: Day) -> (Day, Day) {
        let (year, month, of_month) = day.ymd();
        let (year, month, of_month) = match self.precision {
            Precision::Decade => ((year / 10 * 10).max(1), 1, 1),
            Precision::Year => (year, 1, 1),
            Precision::Month => (year, month, 1),
            Precision::Day => (year, month, of_month),
        };
        let unit = PartialDate { year: year as i16, month: month as u8, day: of_month as u8, ..*self };
        (unit.first(), unit.last())
    }

    /// The order of the days meant by `self` and `other`.
    pub fn order(&self, other: &PartialDate) -> Order {
        let (a, b) = (self.range(), other.range());
        if a.1 < b.0 {
            Order::Before
        } else if a.0 > b.1 {
            Order::After
        } else if a == b && a.0 == a.1 {
            Order::Same
        } else {
            Order::Undetermined
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.precision {
            Precision::Decade => write!(f, "{:03}X", self.year / 10)?,
            Precision::Year => write!(f, "{:04}", self.year)?,
            Precision::Month => write!(f, "{:04}-{:02}", self.year, self.month)?,
            Precision::Day => write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)?,
        }
        match self.qualifier {
            Qualifier::None => Ok(()),
            Qualifier::Approximate => f.write_str("~"),
            Qualifier::Uncertain => f.write_str("?"),
            Qualifier::Both => f.write_str("%"),
        }
    }
}

impl Bound {
    fn parse(text: &str) -> Result<Bound, EdtfError> {
        match text {
            "" => Ok(Bound::Unknown),
            ".." => Ok(Bound::Open),
            date => PartialDate::parse(date).map(Bound::Date),
        }
    }

    /// The date, where the bound is one.
    pub fn date(&self) -> Option<&PartialDate> {
        match self {
            Bound::Date(date) => Some(date),
            Bound::Open | Bound::Unknown => None,
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Bound::Date(date) => date.fmt(f),
            Bound::Open => f.write_str(".."),
            Bound::Unknown => Ok(()),
        }
    }
}

impl Interval {
    /// Reads `start/end`, where a side may be `..` (no end) or empty (an end that is not stated).
    ///
    /// # Errors
    /// Those of [`PartialDate::parse`] for a side; [`EdtfError::EndBeforeStart`]; [`EdtfError::NoDate`] for `/`,
    /// `../..` and the like.
    pub fn parse(text: &str) -> Result<Interval, EdtfError> {
        let (start, end) = text.split_once('/').ok_or(EdtfError::Form)?;
        Interval::try_from((Bound::parse(start)?, Bound::parse(end)?))
    }

    /// The days on which the interval may begin: earliest and latest.
    fn start_range(&self) -> (Day, Day) {
        match &self.start {
            Bound::Date(date) if date.qualifier() == Qualifier::None => (date.first(), date.first()),
            Bound::Date(date) => date.range(),
            Bound::Open => (Day::MIN, Day::MIN),
            Bound::Unknown => (Day::MIN, self.end.date().map_or(Day::MAX, |end| end.range().1)),
        }
    }

    /// The days on which the interval may end: earliest and latest.
    fn end_range(&self) -> (Day, Day) {
        match &self.end {
            Bound::Date(date) if date.qualifier() == Qualifier::None => (date.last(), date.last()),
            Bound::Date(date) => date.range(),
            Bound::Open => (Day::MAX, Day::MAX),
            Bound::Unknown => (self.start.date().map_or(Day::MIN, |start| start.range().0), Day::MAX),
        }
    }

    /// Whether `day` lies before, in (`Same`) or after the interval. A stated year or month belongs to it whole.
    pub fn order_of(&self, day: Day) -> Order {
        let (start, end) = (self.start_range(), self.end_range());
        if day < start.0 {
            Order::Before
        } else if day > end.1 {
            Order::After
        } else if day >= start.1 && day <= end.0 {
            Order::Same
        } else {
            Order::Undetermined
        }
    }

    /// The first day on which the interval may begin, and the last on which it may end: before and after them, nothing
    /// can overlap it.
    pub fn reach(&self) -> (Day, Day) {
        (self.start_range().0, self.end_range().1)
    }

    /// How `self` lies to `other`.
    pub fn relation(&self, other: &Interval) -> Relation {
        let (a, b) = ((self.start_range(), self.end_range()), (other.start_range(), other.end_range()));
        let fixed = |range: ((Day, Day), (Day, Day))| range.0.0 == range.0.1 && range.1.0 == range.1.1;
        if a.1.1 < b.0.0 {
            Relation::Before
        } else if a.0.0 > b.1.1 {
            Relation::After
        } else if a == b && fixed(a) {
            Relation::Same
        } else if a.0.1 <= b.1.0 && b.0.1 <= a.1.0 {
            Relation::Overlapping
        } else {
            Relation::Undetermined
        }
    }
}

impl TryFrom<(Bound, Bound)> for Interval {
    type Error = EdtfError;

    /// The interval between two bounds, if there is one.
    fn try_from((start, end): (Bound, Bound)) -> Result<Interval, EdtfError> {
        match (start.date(), end.date()) {
            (None, None) => Err(EdtfError::NoDate),
            (Some(first), Some(last)) if last.last() < first.first() => Err(EdtfError::EndBeforeStart),
            _ => Ok(Interval { start, end }),
        }
    }
}

impl From<Interval> for (Bound, Bound) {
    fn from(interval: Interval) -> (Bound, Bound) {
        (interval.start, interval.end)
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.start, self.end)
    }
}

impl Edtf {
    /// Reads a date or an interval.
    ///
    /// # Errors
    /// Those of [`PartialDate::parse`] and [`Interval::parse`].
    pub fn parse(text: &str) -> Result<Edtf, EdtfError> {
        if text.contains('/') {
            Interval::parse(text).map(Edtf::Interval)
        } else {
            PartialDate::parse(text).map(Edtf::Date)
        }
    }

    /// The value as an interval: a date is the interval from itself to itself.
    pub fn interval(&self) -> Interval {
        match self {
            Edtf::Date(date) => Interval { start: Bound::Date(*date), end: Bound::Date(*date) },
            Edtf::Interval(interval) => *interval,
        }
    }

    /// The last day that is stated; of an interval whose end is not, none.
    pub fn last(&self) -> Option<Day> {
        self.interval().end.date().map(PartialDate::last)
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Edtf::Date(date) => date.fmt(f),
            Edtf::Interval(interval) => interval.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> PartialDate {
        PartialDate::parse(text).unwrap()
    }

    #[test]
    fn what_is_read_is_written_unchanged() {
        for text in [
            "2016-08-05",
            "2019-09",
            "2016",
            "201X",
            "2016~",
            "2019-09?",
            "2016/2020",
            "2018/..",
            "/2016-08-05",
            "../2016",
            "2018/",
            "2016~/2020%",
        ] {
            assert_eq!(Edtf::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_date_is_refused_for_its_reason() {
        for (text, error) in [
            ("", EdtfError::Form),
            ("5 August 2016", EdtfError::Form),
            ("05/08/2016", EdtfError::Form),
            ("2016-8-5", EdtfError::Form),
            ("20XX", EdtfError::Form),
            ("2016-08-05T10:00", EdtfError::Form),
            ("2019-13", EdtfError::NoSuchDay),
            ("2019-02-29", EdtfError::NoSuchDay),
            ("2020/2016", EdtfError::EndBeforeStart),
            ("../..", EdtfError::NoDate),
            ("/", EdtfError::NoDate),
        ] {
            assert_eq!(Edtf::parse(text), Err(error), "{text}");
        }
    }

    #[test]
    fn a_partial_date_covers_its_whole_unit() {
        for (text, first, last) in [
            ("2016", "2016-01-01", "2016-12-31"),
            ("2020-02", "2020-02-01", "2020-02-29"),
            ("2019-12", "2019-12-01", "2019-12-31"),
            ("201X", "2010-01-01", "2019-12-31"),
            ("9999", "9999-01-01", "9999-12-31"),
            ("2018-11-14", "2018-11-14", "2018-11-14"),
        ] {
            assert_eq!(
                (date(text).first().to_string(), date(text).last().to_string()),
                (first.into(), last.into()),
                "{text}"
            );
        }
    }

    #[test]
    fn order_is_undetermined_where_the_precision_does_not_allow_it() {
        assert_eq!(date("2016").order(&date("2016-08-05")), Order::Undetermined);
        assert_eq!(date("2016").order(&date("2016")), Order::Undetermined);
        assert_eq!(date("2016").order(&date("2017")), Order::Before);
        assert_eq!(date("2020-08-28").order(&date("2019-09")), Order::After);
        assert_eq!(date("2018-11-14").order(&date("2018-11-14")), Order::Same);
        assert_eq!(date("2016~").order(&date("2017")), Order::Undetermined);
        assert_eq!(date("2016~").order(&date("2018")), Order::Before);
    }

    #[test]
    fn spans_are_related_by_what_is_known_of_their_ends() {
        let relation = |a: &str, b: &str| Interval::parse(a).unwrap().relation(&Interval::parse(b).unwrap());
        assert_eq!(relation("2016/2020", "2021/2025"), Relation::Before);
        assert_eq!(relation("2021/2025", "2016/2020"), Relation::After);
        assert_eq!(relation("2016/2020", "2016/2020"), Relation::Same);
        assert_eq!(relation("2016/2020", "2019/2025"), Relation::Overlapping);
        assert_eq!(relation("2018/..", "2019/2025"), Relation::Overlapping);
        assert_eq!(relation("2018/", "2019/2025"), Relation::Undetermined);
    }
}
