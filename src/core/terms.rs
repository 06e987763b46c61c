//! The sentence on the day: how many instruments are within their stated terms, or that no stated term is running any more.
//! Pure.
//!
//! "0 of 6 within their terms" would read as if all had lapsed, where the source only says no more. So where every stated
//! term is past, [`Terms`] tells when each ended and what the source last tells of.

use crate::locale::{Arg, Locale, msg};
use crate::model::Dataset;
use crate::order;
use crate::query::Selection;
use crate::time::known::State;
use crate::time::{Bound, Day, Edtf, Interval, PartialDate, Qualifier};
use crate::words::Words;

/// How many years are told apart in which terms ended.
const YEARS: usize = 3;

/// What is to be said of the terms on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// How many instruments are in each state, in the order of [`State::ALL`].
    pub counts: [u32; State::ALL.len()],
    /// Where no stated term is running any more: the years in which terms ended, and how many did. One whose end is
    /// approximate or uncertain is in no year.
    pub ended: Vec<(Interval, u32)>,
    /// The latest dated event, if the day lies after it: the source is silent, which must not be read as "nothing happened".
    pub last_event: Option<Edtf>,
}

impl Terms {
    /// What a selection says of all instruments.
    pub fn of(data: &Dataset, selection: &Selection) -> Terms {
        let counts = State::ALL.map(|state| selection.in_state(state) as u32);
        let last_event = data.latest_event().filter(|(_, last)| selection.day > *last).map(|(date, _)| date);
        let terms = Terms { counts, ended: Vec::new(), last_event };
        if terms.is_past() { Terms { ended: ended(selection), ..terms } } else { terms }
    }

    /// How many instruments are in a state.
    pub fn count(&self, state: State) -> u32 {
        let at = State::ALL.iter().position(|other| *other == state);
        at.map_or(0, |at| self.counts[at])
    }

    /// Whether terms were stated, and none of them can be running any more.
    pub fn is_past(&self) -> bool {
        self.count(State::Ended) > 0 && self.count(State::InForce) + self.count(State::Undetermined) == 0
    }

    /// What is known when, which stands out, and what is known.
    pub fn words(&self, locale: Locale, day: Day) -> (Words, Words) {
        let is_past = self.is_past();
        let mut told = 0;
        let mut ended = Words::default();
        for (years, n) in &self.ended {
            let message = if told == 0 { msg::TERMS_ENDED } else { msg::TERMS_ENDED_NEXT };
            let words = locale.format(message, &[Arg::Number("n", *n), Arg::Words("date", &locale.term(years))]);
            ended = if told == 0 { words } else { ended.and(", ").and(words) };
            told += n;
        }
        let total = Arg::Number("total", self.counts.iter().sum());
        let count = || locale.format(msg::AS_KNOWN_COUNT, &[Arg::Number("inforce", self.count(State::InForce)), total]);
        let mut parts = vec![if is_past { ended } else { count() }];
        for (state, message) in [
            (State::Open, if is_past { msg::TERMS_OPEN } else { msg::AS_KNOWN_OPEN }),
            (State::Ended, msg::AS_KNOWN_ENDED),
            (State::NotYetAdopted, msg::AS_KNOWN_NOT_YET_ADOPTED),
            (State::Undetermined, msg::AS_KNOWN_UNDETERMINED),
        ] {
            let n = self.count(state) - if state == State::Ended { told } else { 0 };
            if n > 0 {
                parts.push(locale.format(message, &[Arg::Number("n", n)]));
            }
        }
        parts.retain(|part| !part.is_empty());
        let (head, before, between) = match is_past {
            true => (msg::TERMS_PAST_ON, Words::from(" ").and(locale.text(msg::TERMS_PAST)), "; "),
            false => (msg::AS_KNOWN, Words::default(), ", "),
        };
        let head = locale.format(head, &[Arg::Words("date", &locale.day(day))]);
        (head, before.and(": ").and(Words::join(parts, between)).stopped())
    }

    /// What the source last tells of.
    pub fn horizon(&self, locale: Locale) -> Option<Words> {
        let date = locale.edtf(self.last_event.as_ref()?);
        Some(locale.format(msg::AS_KNOWN_HORIZON, &[Arg::Words("date", &date)]).stopped())
    }
}

/// In which years how many terms ended; of many years, from the first to the last.
fn ended(selection: &Selection) -> Vec<(Interval, u32)> {
    let years = selection.standings.iter().filter(|standing| standing.state == State::Ended).filter_map(|standing| {
        let end = *standing.term?.end.date()?;
        // The first four characters are the year, or the decade.
        let year = || PartialDate::parse(&end.to_string()[..4]).ok();
        if end.qualifier() == Qualifier::None { year() } else { None }
    });
    let years: Vec<PartialDate> = years.collect();
    let mut groups: Vec<(Interval, u32)> = Vec::new();
    for at in order::by_key(years.iter().map(|year| i64::from(year.first().number()))) {
        let year = Bound::Date(years[at]);
        match groups.last_mut().filter(|(last, _)| last.start == year) {
            Some((_, n)) => *n += 1,
            None => groups.push((Interval { start: year, end: year }, 1)),
        }
    }
    match &groups[..] {
        [first, .., last] if groups.len() > YEARS => {
            vec![(Interval { start: first.0.start, end: last.0.end }, years.len() as u32)]
        }
        _ => groups,
    }
}
