//! What must hold for all dates: comparison, precision, writing and reading, and when states change.

use atlas::time::known::{Known, KnownTerm, Standing, State};
use atlas::time::{Bound, Day, Edtf, Interval, Order, PartialDate, Relation};
use proptest::prelude::*;

/// Any date that the tables may hold, near the years in which dates crowd.
fn date() -> impl Strategy<Value = PartialDate> {
    let qualifier = prop_oneof![5 => Just(""), 1 => Just("~"), 1 => Just("?"), 1 => Just("%")];
    (1998i32..2032, 1u32..13, 1u32..29, 0u8..4, qualifier).prop_map(|(year, month, day, precision, qualifier)| {
        let text = match precision {
            0 => format!("{}X", year / 10),
            1 => format!("{year}"),
            2 => format!("{year}-{month:02}"),
            _ => format!("{year}-{month:02}-{day:02}"),
        };
        PartialDate::parse(&(text + qualifier)).expect("a date made of valid parts")
    })
}

fn day() -> impl Strategy<Value = Day> {
    (1998i32..2032, 1u32..13, 1u32..29).prop_map(|(year, month, day)| Day::from_ymd(year, month, day).expect("a day"))
}

fn interval() -> impl Strategy<Value = Interval> {
    let bound = || prop_oneof![6 => date().prop_map(Bound::Date), 1 => Just(Bound::Open), 1 => Just(Bound::Unknown)];
    (bound(), bound()).prop_filter_map("an interval with a date, not ended before its start", |(start, end)| {
        Interval::parse(&Interval { start, end }.to_string()).ok()
    })
}

/// Dates that say more than this one and agree with it.
fn refined(date: PartialDate) -> impl Strategy<Value = PartialDate> {
    let (first, last) = (date.range().0.number(), date.range().1.number());
    (first..=last).prop_map(|number| {
        let epoch = Day::from_ymd(1970, 1, 1).expect("the epoch");
        PartialDate::of_day(epoch.plus(number))
    })
}

fn opposite(order: Order) -> Order {
    match order {
        Order::Before => Order::After,
        Order::After => Order::Before,
        same => same,
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(date in date(), interval in interval(), day in day()) {
        prop_assert_eq!(PartialDate::parse(&date.to_string()), Ok(date));
        prop_assert_eq!(Interval::parse(&interval.to_string()), Ok(interval));
        prop_assert_eq!(Edtf::parse(&interval.to_string()), Ok(Edtf::Interval(interval)));
        prop_assert_eq!(Day::parse(&day.to_string()), Some(day));
    }

    #[test]
    fn the_order_of_two_dates_is_the_opposite_from_the_other_side(a in date(), b in date()) {
        prop_assert_eq!(a.order(&b), opposite(b.order(&a)));
    }

    #[test]
    fn before_carries_over(a in date(), b in date(), c in date()) {
        if a.order(&b) == Order::Before && b.order(&c) == Order::Before {
            prop_assert_eq!(a.order(&c), Order::Before);
        }
    }

    #[test]
    fn knowing_a_date_better_never_contradicts_a_definite_answer(
        (a, finer) in date().prop_flat_map(|date| (Just(date), refined(date))),
        b in date(),
        on in day(),
    ) {
        let order = a.order(&b);
        if order != Order::Undetermined {
            prop_assert_eq!(finer.order(&b), order);
        }
        let known = Known::on(Some(&Edtf::Date(a)), on);
        if known != Known::Undetermined {
            prop_assert_eq!(Known::on(Some(&Edtf::Date(finer)), on), known);
        }
    }

    #[test]
    fn spans_relate_the_other_way_round_from_the_other_side(a in interval(), b in interval()) {
        let turned = match b.relation(&a) {
            Relation::Before => Relation::After,
            Relation::After => Relation::Before,
            same => same,
        };
        prop_assert_eq!(a.relation(&b), turned);
    }

    #[test]
    fn what_is_known_stays_known(date in date(), one in day(), other in day()) {
        let date = Edtf::Date(date);
        let (earlier, later) = (one.min(other), one.max(other));
        let rank = |day| match Known::on(Some(&date), day) { Known::No => 0, Known::Undetermined => 1, Known::Yes => 2 };
        prop_assert!(rank(earlier) <= rank(later));
    }

    #[test]
    fn states_change_only_at_the_bounds_of_stated_dates(
        adopted in proptest::option::of(date()),
        terms in proptest::collection::vec((interval(), proptest::option::of(date())), 0..3),
        on in day(),
    ) {
        let adopted = adopted.map(Edtf::Date);
        let terms: Vec<KnownTerm> =
            terms.iter().map(|(term, since)| KnownTerm { term: *term, since: since.map(Edtf::Date) }).collect();
        let standing = |day| Standing::on(day, adopted.as_ref(), terms.iter().copied());
        if standing(on) != standing(on.plus(-1)) {
            // A bound lies between the two days: some range begins on the second, or has ended with the first.
            let intervals = terms.iter().flat_map(|term| [Some(term.term), term.since.map(|since| since.interval())]);
            let dates = intervals.chain([adopted.map(|date| date.interval())]).flatten().flat_map(|span| [span.start, span.end]);
            let edges = dates.filter_map(|bound| bound.date().copied());
            let at_edge = edges
                .flat_map(|date| [date.range().0, date.range().1.plus(1), date.range().1, date.first(), date.last().plus(1)])
                .any(|edge| edge == on);
            prop_assert!(at_edge, "{:?} then {:?} on {}", standing(on.plus(-1)), standing(on), on);
        }
    }

    #[test]
    fn an_undetermined_state_names_its_doubt_and_no_other_does(
        adopted in proptest::option::of(date()),
        terms in proptest::collection::vec((interval(), proptest::option::of(date())), 0..3),
        on in day(),
    ) {
        let adopted = adopted.map(Edtf::Date);
        let terms = terms.into_iter().map(|(term, since)| KnownTerm { term, since: since.map(Edtf::Date) });
        let standing = Standing::on(on, adopted.as_ref(), terms);
        prop_assert_eq!(standing.state == State::Undetermined, standing.doubt.is_some());
    }
}
