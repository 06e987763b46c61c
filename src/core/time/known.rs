//! The second time: what was known on a day `D`, and the state of an instrument on it.
//!
//! Only events dated on or before `D` count. An event dated `D` counts. Where the precision of a date does not
//! allow an answer, the answer is "undetermined", with the reason.

use super::{Day, Edtf, Interval, Order, PartialDate, Precision};

/// Whether an event counts on `D`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Known {
    /// It is dated on or before `D`, or has no date: undated facts always count.
    Yes,
    /// It is dated after `D`.
    No,
    /// It may lie on either side of `D`.
    Undetermined,
}

impl Known {
    /// Whether an event of this date counts on `day`.
    ///
    /// A date of month or year precision is undetermined on every day of its month or year, the last included:
    /// the source does not say that the day is past, and the atlas does not guess.
    pub fn on(date: Option<&Edtf>, day: Day) -> Known {
        let Some(date) = date else { return Known::Yes };
        let span = date.interval();
        let ended = span.end.date().is_some_and(|end| end.precision() == Precision::Day && day >= end.range().1);
        match span.order_of(day) {
            _ if ended => Known::Yes,
            Order::Before => Known::No,
            Order::After => Known::Yes,
            Order::Same | Order::Undetermined => Known::Undetermined,
        }
    }
}

/// The state of an instrument as known on `D`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// Its adoption is later than `D`.
    NotYetAdopted,
    /// Adopted, and `D` lies in the term known on `D`.
    InForce,
    /// Adopted, and `D` lies after the term known on `D`. The source never says that anything lapsed.
    Ended,
    /// Adopted, or no adoption date stated, and no term is stated.
    Open,
    /// The precision of a date does not allow an answer, or `D` lies before the earliest that the source allows.
    Undetermined,
}

impl State {
    /// All states, in the order in which readers see them.
    pub const ALL: [State; 5] = [State::InForce, State::Open, State::Ended, State::NotYetAdopted, State::Undetermined];

    /// The name in query strings and results.
    pub fn id(self) -> &'static str {
        match self {
            State::NotYetAdopted => "not-yet-adopted",
            State::InForce => "in-force",
            State::Ended => "ended",
            State::Open => "open",
            State::Undetermined => "undetermined",
        }
    }

    /// The state of this name.
    pub fn parse(id: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.id() == id)
    }

    /// Whether an instrument in this state is adopted on the day, and so what it covers is known.
    pub fn adopted(self) -> Known {
        match self {
            State::NotYetAdopted => Known::No,
            State::Undetermined => Known::Undetermined,
            State::InForce | State::Ended | State::Open => Known::Yes,
        }
    }
}

/// Why a state is undetermined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// `D` lies in the month, year or decade of an adoption of which the day is not stated.
    Adoption(Edtf),
    /// The same, for the event that made another term known.
    Extension(Edtf),
    /// `D` lies near a bound of the term that is approximate, uncertain or not stated.
    Bound,
    /// Adopted, but the stated term begins after `D`; the five states have no word for that.
    NotBegun,
    /// No adoption is stated, and `D` lies before the earliest that the source allows.
    NotBefore,
}

/// An instrument as known on `D`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Standing {
    /// Its state.
    pub state: State,
    /// The term known on `D`; `None` where none is stated, or nothing of the instrument is known yet.
    pub term: Option<Interval>,
    /// Why the state is undetermined, where it is.
    pub doubt: Option<Doubt>,
}

/// A term, and the date of the event that made it known (`None`: not stated).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownTerm {
    /// The stated term.
    pub term: Interval,
    /// When it became known.
    pub since: Option<Edtf>,
}

impl Standing {
    /// Whether it is undetermined whether the instrument was adopted at all by the day.
    pub fn in_doubt_of_adoption(&self) -> bool {
        // A limit of the source is no act: nothing was adopted on the day that it names.
        matches!(self.doubt, Some(Doubt::Adoption(_)))
    }

    /// The standing on every day before the earliest that the source allows for an adoption that it does not state.
    pub const BEFORE_LIMIT: Standing =
        Standing { state: State::Undetermined, term: None, doubt: Some(Doubt::NotBefore) };

    /// The standing on `day` of an instrument adopted on `adopted` (`None`: not stated), with its terms from the
    /// first to the latest extension.
    ///
    /// ```
    /// use atlas_core::time::known::{KnownTerm, Standing, State};
    /// use atlas_core::time::{Day, Edtf, EdtfError, Interval};
    ///
    /// // Endorsed in September 2019 until 2020; a year later it was extended until 2025.
    /// let endorsed = Edtf::parse("2019-09")?;
    /// let terms = [("2019/2020", "2019-09"), ("2019/2025", "2020-08-28")]
    ///     .map(|(term, since)| KnownTerm { term: Interval::parse(term).unwrap(), since: Edtf::parse(since).ok() });
    /// let on = |day| Standing::on(Day::parse(day).unwrap(), Some(&endorsed), terms.iter().copied());
    ///
    /// assert_eq!(on("2019-07-01").state, State::NotYetAdopted);
    /// assert_eq!(on("2019-09-10").state, State::Undetermined);
    /// assert_eq!(on("2019-10-15").term, Interval::parse("2019/2020").ok());
    /// assert_eq!(on("2020-09-01").term, Interval::parse("2019/2025").ok());
    /// # Ok::<(), EdtfError>(())
    /// ```
    pub fn on(day: Day, adopted: Option<&Edtf>, terms: impl Iterator<Item = KnownTerm> + Clone) -> Standing {
        let adoption = Known::on(adopted, day);
        if adoption == Known::No {
            return Standing { state: State::NotYetAdopted, term: None, doubt: None };
        }
        let knowledge = |known: Known| terms.clone().filter(move |term| Known::on(term.since.as_ref(), day) == known);
        let sure = knowledge(Known::Yes).last();
        let term = sure.or_else(|| knowledge(Known::Undetermined).next()).map(|known| known.term);
        if let (Known::Undetermined, Some(date)) = (adoption, adopted) {
            return Standing { state: State::Undetermined, term, doubt: Some(Doubt::Adoption(*date)) };
        }
        let (state, doubt) = state_in(sure.map(|known| known.term), day);
        // A later term that may already be known: it matters only if it would change the answer.
        let unsure = knowledge(Known::Undetermined).find(|later| state_in(Some(later.term), day).0 != state);
        if let Some(since) = unsure.and_then(|later| later.since) {
            return Standing { state: State::Undetermined, term, doubt: Some(Doubt::Extension(since)) };
        }
        Standing { state, term, doubt }
    }
}

/// The state of an adopted instrument on `day`, if `term` is the term known on that day.
fn state_in(term: Option<Interval>, day: Day) -> (State, Option<Doubt>) {
    let Some(term) = term else { return (State::Open, None) };
    match term.order_of(day) {
        Order::Same => (State::InForce, None),
        Order::After => (State::Ended, None),
        Order::Before => (State::Undetermined, Some(Doubt::NotBegun)),
        Order::Undetermined => (State::Undetermined, Some(Doubt::Bound)),
    }
}

impl From<PartialDate> for Edtf {
    fn from(date: PartialDate) -> Edtf {
        Edtf::Date(date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn standing(on: &str, adopted: &str, terms: &[(&str, &str)]) -> Standing {
        let date = |text: &str| (!text.is_empty()).then(|| Edtf::parse(text).unwrap());
        let terms: Vec<KnownTerm> = terms
            .iter()
            .map(|(term, since)| KnownTerm { term: Interval::parse(term).unwrap(), since: date(since) })
            .collect();
        Standing::on(day(on), date(adopted).as_ref(), terms.iter().copied())
    }

    #[test]
    fn an_event_counts_from_its_own_day_on() {
        let date = Edtf::parse("2018-11-14").unwrap();
        assert_eq!(Known::on(Some(&date), day("2018-11-13")), Known::No);
        assert_eq!(Known::on(Some(&date), day("2018-11-14")), Known::Yes);
        assert_eq!(Known::on(None, day("1970-01-01")), Known::Yes);
    }

    #[test]
    fn a_month_is_undetermined_on_each_of_its_days() {
        let date = Edtf::parse("2019-09").unwrap();
        for (on, known) in [
            ("2019-08-31", Known::No),
            ("2019-09-01", Known::Undetermined),
            ("2019-09-30", Known::Undetermined),
            ("2019-10-01", Known::Yes),
        ] {
            assert_eq!(Known::on(Some(&date), day(on)), known, "{on}");
        }
    }

    #[test]
    fn without_a_stated_term_an_instrument_is_open_once_adopted() {
        assert_eq!(standing("2018-11-13", "2018-11-14", &[]).state, State::NotYetAdopted);
        assert_eq!(standing("2018-11-14", "2018-11-14", &[]).state, State::Open);
        assert_eq!(standing("1970-01-01", "", &[]).state, State::Open);
    }

    #[test]
    fn doubt_says_what_it_is_about() {
        let month = Edtf::parse("2019-09").unwrap();
        assert_eq!(standing("2019-09-10", "2019-09", &[]).doubt, Some(Doubt::Adoption(month)));
        let terms = [("2016/2018", "2016"), ("2016/2025", "2019-09")];
        assert_eq!(standing("2019-09-10", "2016", &terms).doubt, Some(Doubt::Extension(month)));
        // In 2018 both terms agree, so the doubt about the second changes nothing.
        assert_eq!(
            standing("2018-05-01", "2016", &[("2016/2018", "2016"), ("2016/2025", "2018")]).state,
            State::InForce
        );
        assert_eq!(standing("2019-12-01", "2018", &[("2020/2025", "2018")]).doubt, Some(Doubt::NotBegun));
        assert_eq!(standing("2020-12-01", "2018", &[("2018/2020~", "2018")]).doubt, Some(Doubt::Bound));
    }
}
