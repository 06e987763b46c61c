//! When instruments are adopted, how long they run, and when they are extended.

use crate::sample::random::Random;
use atlas_core::time::Day;

/// The years in which instruments are adopted.
const YEARS: (i32, i32) = (1958, 2026);

/// How much of a date is written.
#[derive(Clone, Copy)]
enum Precision {
    Day,
    Month,
    Year,
}

impl Precision {
    fn write(self, day: Day) -> String {
        let (year, month, _) = day.ymd();
        match self {
            Precision::Day => day.to_string(),
            Precision::Month => format!("{year}-{month:02}"),
            Precision::Year => year.to_string(),
        }
    }
}

/// A term, and when the event was that made it known.
pub(super) struct Term {
    pub term: String,
    pub known: String,
}

/// A day on which an instrument is adopted; the later, the more there are.
pub(super) fn adopted(random: &mut Random) -> Day {
    let first = first_of(YEARS.0);
    let days = (first_of(YEARS.1 + 1).number() - first.number()) as usize;
    first.plus(random.below(days).max(random.below(days)) as i32)
}

/// The date of an event as it is stated: most to the day, a few not at all.
pub(super) fn stated(day: Day, random: &mut Random) -> String {
    match random.below(100) {
        0..80 => Precision::Day.write(day),
        80..90 => Precision::Month.write(day),
        90..97 => Precision::Year.write(day),
        _ => String::new(),
    }
}

/// The first term, which the adoption on this date made known, and up to two extensions. Each lasts as long as the first.
pub(super) fn terms(adopted: Day, date: &str, years: i32, random: &mut Random) -> Vec<Term> {
    let (precision, start) = match random.below(100) {
        0..65 => (Precision::Year, first_of(adopted.ymd().0 + random.below(2) as i32)),
        65..85 => (Precision::Day, adopted),
        _ => (Precision::Month, adopted),
    };
    let written = precision.write(start);
    if random.percent(5) {
        return vec![Term { term: format!("{written}/.."), known: date.to_owned() }];
    }
    let mut terms = Vec::new();
    let mut known = date.to_owned();
    for part in 1..=3 {
        let end = start.plus(part * years * 365 - 1);
        terms.push(Term { term: format!("{written}/{}", precision.write(end)), known });
        // Extended within the last hundred days; what runs beyond the last year is not extended yet.
        let extended = end.plus(-(random.below(100) as i32));
        if !random.percent(40) || end.ymd().0 > YEARS.1 {
            break;
        }
        known = stated(extended, random);
    }
    terms
}

fn first_of(year: i32) -> Day {
    Day::from_ymd(year, 1, 1).unwrap_or(Day::MIN)
}
