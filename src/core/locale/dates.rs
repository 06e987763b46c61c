//! Dates in words, with the precision that the source gives them and never more.
//!
//! The patterns are messages, so that a translator decides on order, spaces and case; here is only which of them
//! a date takes. After a preposition some languages want another form of a month's name: hence [`Place`].

use super::{Arg, Locale, Msg, msg};
use crate::time::{Bound, Day, Edtf, Interval, PartialDate, Precision, Qualifier, Typed};
use crate::words::Words;

/// Where a date stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// By itself: «сентябрь 2019 г.»
    Alone,
    /// After a preposition: «с сентября 2019 г.»
    Governed,
}

impl Locale {
    /// A day: `15 October 2019`, «15 октября 2019 г.»
    pub fn day(self, day: Day) -> Words {
        self.date(&PartialDate::of_day(day))
    }

    /// A date: `September 2019`, `2016`, `2010s`, `about 2016`, `2016, uncertain`.
    pub fn date(self, date: &PartialDate) -> Words {
        self.qualified(date, Place::Alone)
    }

    /// A date or an interval.
    pub fn edtf(self, edtf: &Edtf) -> Words {
        match edtf {
            Edtf::Date(date) => self.date(date),
            Edtf::Interval(interval) => self.term(interval),
        }
    }

    /// An interval: `2016–2020`, `September 2019 – 28 August 2020`, `from 2018`, `until 2025`.
    pub fn term(self, term: &Interval) -> Words {
        match (&term.start, &term.end) {
            (Bound::Date(start), Bound::Date(end)) => self.span(start, end),
            (Bound::Date(start), Bound::Unknown) => self.governed(msg::DATE_FROM_END_UNKNOWN, start),
            (Bound::Date(start), Bound::Open) => self.from(start),
            (Bound::Unknown, Bound::Date(end)) => self.governed(msg::DATE_UNTIL_START_UNKNOWN, end),
            (Bound::Open, Bound::Date(end)) => self.until(end),
            // No such interval can be read: see `Interval::parse`.
            (Bound::Open | Bound::Unknown, Bound::Open | Bound::Unknown) => self.text(msg::DATE_NOT_STATED),
        }
    }

    /// `from 2018`, «с 2018 г.»
    pub fn from(self, date: &PartialDate) -> Words {
        self.governed(msg::DATE_FROM, date)
    }

    /// `until 2025`, «до 2025 г.»
    pub fn until(self, date: &PartialDate) -> Words {
        self.governed(msg::DATE_UNTIL, date)
    }

    /// The latest date of something undated: `by 5 August 2016`, «не позднее 5 августа 2016 г.»
    pub fn by(self, date: &Edtf) -> Words {
        match date {
            Edtf::Date(date) => self.governed(msg::DATE_BY, date),
            Edtf::Interval(interval) => self.format(msg::DATE_BY, &[Arg::Words("date", &self.term(interval))]),
        }
    }

    /// A month of an axis, 1 to 12: `Sep`, «сен». Empty for other numbers.
    pub fn month_short(self, month: u32) -> Words {
        self.month(msg::MONTHS_SHORT, month)
    }

    /// The name of a month by itself, 1 to 12: `September`, «сентябрь». Empty for other numbers.
    pub fn month_name(self, month: u32) -> Words {
        self.month(msg::MONTHS, month)
    }

    /// A day that somebody typed, as far as there is something in the fields: `31 February 2019`.
    pub fn typed(self, typed: &Typed) -> Words {
        let field = |text: &str| Words::apart("", if text.trim().is_empty() { "–" } else { text });
        let month = self.month(msg::MONTHS_GOVERNED, typed.month);
        let parts = [
            Arg::Words("day", &field(&typed.day)),
            Arg::Words("month", &month),
            Arg::Words("year", &field(&typed.year)),
        ];
        self.format(msg::DATE_DAY, &parts)
    }

    fn month(self, names: Msg, month: u32) -> Words {
        let index = (month as usize).wrapping_sub(1);
        self.words(names, self.plain(names).split(' ').nth(index).unwrap_or(""))
    }

    fn governed(self, msg: Msg, date: &PartialDate) -> Words {
        self.format(msg, &[Arg::Words("date", &self.qualified(date, Place::Governed))])
    }

    /// A date with what is said of its reliability.
    fn qualified(self, date: &PartialDate, place: Place) -> Words {
        let about = matches!(date.qualifier(), Qualifier::Approximate | Qualifier::Both);
        let mut words = self.unqualified(date, if about { Place::Governed } else { place });
        if about {
            words = self.format(msg::DATE_ABOUT, &[Arg::Words("date", &words)]);
        }
        if matches!(date.qualifier(), Qualifier::Uncertain | Qualifier::Both) {
            words = self.format(msg::DATE_UNCERTAIN, &[Arg::Words("date", &words)]);
        }
        words
    }

    /// A decade, by its first year: "1990s".
    pub fn decade(self, year: i32) -> Words {
        self.format(msg::DATE_DECADE, &[Arg::Text("year", &year.to_string())])
    }

    fn unqualified(self, date: &PartialDate, place: Place) -> Words {
        let (year, day) = (date.year().to_string(), date.day().unwrap_or(0).to_string());
        let (msg, months) = match (date.precision(), place) {
            (Precision::Decade, Place::Alone) => (msg::DATE_DECADE, msg::MONTHS),
            (Precision::Decade, Place::Governed) => (msg::DATE_DECADE_GOVERNED, msg::MONTHS),
            (Precision::Year, _) => (msg::DATE_YEAR, msg::MONTHS),
            (Precision::Month, Place::Alone) => (msg::DATE_MONTH, msg::MONTHS),
            (Precision::Month, Place::Governed) => (msg::DATE_MONTH, msg::MONTHS_GOVERNED),
            (Precision::Day, _) => (msg::DATE_DAY, msg::MONTHS_GOVERNED),
        };
        let month = self.month(months, date.month().unwrap_or(0));
        self.format(msg, &[Arg::Text("day", &day), Arg::Words("month", &month), Arg::Text("year", &year)])
    }

    /// Two dates, with what they share said once where that is unambiguous.
    fn span(self, start: &PartialDate, end: &PartialDate) -> Words {
        if start == end {
            return self.date(start);
        }
        let plain = start.qualifier() == Qualifier::None && end.qualifier() == Qualifier::None;
        let same_year = start.year() == end.year();
        let year = end.year().to_string();
        let number = |number: Option<u32>| number.unwrap_or(0).to_string();
        match (start.precision(), end.precision()) {
            (Precision::Year, Precision::Year) if plain => {
                let from = start.year().to_string();
                self.format(msg::DATE_YEARS, &[Arg::Text("from", &from), Arg::Text("to", &year)])
            }
            (Precision::Month, Precision::Month) if plain && same_year => {
                let month = |date: &PartialDate| self.month(msg::MONTHS, date.month().unwrap_or(0));
                let (from, to) = (month(start), month(end));
                self.format(
                    msg::DATE_MONTHS,
                    &[Arg::Words("from", &from), Arg::Words("to", &to), Arg::Text("year", &year)],
                )
            }
            (Precision::Day, Precision::Day) if plain && same_year && start.month() == end.month() => {
                let month = self.month(msg::MONTHS_GOVERNED, end.month().unwrap_or(0));
                let (from, to) = (number(start.day()), number(end.day()));
                let days = [Arg::Text("from", &from), Arg::Text("to", &to)];
                self.format(msg::DATE_DAYS, &[days[0], days[1], Arg::Words("month", &month), Arg::Text("year", &year)])
            }
            _ => {
                let ends = [self.date(start), self.date(end)];
                self.format(msg::DATE_SPAN, &[Arg::Words("from", &ends[0]), Arg::Words("to", &ends[1])])
            }
        }
    }
}
