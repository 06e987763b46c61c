//! Dates: what is read is written as it was, and its days are those of the calendar.

use atlas::time::{Day, Edtf, Order, PartialDate, Precision};
use chrono::NaiveDate;
use proptest::prelude::*;

pub fn input() -> impl Strategy<Value = String> {
    let number = |width: usize, from: u32, to: u32| (from..to).prop_map(move |number| format!("{number:0width$}"));
    let year = prop_oneof![
        4 => number(4, 1990, 2040),
        1 => number(4, 0, 10_000),
        1 => number(3, 0, 1000).prop_map(|decade| decade + "X"),
        1 => prop::sample::select(&["19XX", "XXXX", "-2016", "Y12016", "+2016", "16", "2016-21", "٢٠١٦", "0000"][..])
            .prop_map(str::to_owned),
    ];
    let part = || prop_oneof![7 => number(2, 1, 13), 4 => number(2, 1, 32), 1 => number(2, 0, 34), 1 => Just("XX".to_owned()), 1 => Just("1".to_owned())];
    let parts = prop_oneof![
        9 => prop::collection::vec(part(), 0..3),
        1 => prop::collection::vec(part(), 3),
    ];
    let mark = || prop_oneof![6 => Just(""), 1 => Just("~"), 1 => Just("?"), 1 => Just("%"), 1 => Just("?~")];
    let date = (year, parts, mark(), prop_oneof![15 => Just(""), 1 => Just("T12:00"), 1 => Just("Z"), 1 => Just(" ")])
        .prop_map(|(year, parts, mark, rest)| {
            [&[year][..], &parts].concat().join("-") + mark + if rest.len() > 1 && parts.len() < 2 { "" } else { rest }
        });
    let side = || prop_oneof![1 => Just(String::new()), 1 => Just("..".to_owned())];
    let any = "[0-9X~?%./-]{0,12}";
    prop_oneof![
        6 => date.clone(),
        4 => (date.clone(), date.clone()).prop_map(|(start, end)| [start, end].join("/")),
        1 => (date.clone(), side()).prop_map(|(date, side)| [date, side].join("/")),
        1 => (side(), date.clone()).prop_map(|(side, date)| [side, date].join("/")),
        1 => any,
    ]
}

pub fn check(text: String) -> Result<(), TestCaseError> {
    let Ok(date) = Edtf::parse(&text) else { return Ok(()) };
    prop_assert_eq!(date.to_string(), text.as_str());
    let span = date.interval();
    for bound in [span.start, span.end] {
        if let Some(date) = bound.date() {
            days(date)?;
            prop_assert_eq!(
                date.order(date),
                if date.range().0 == date.range().1 { Order::Same } else { Order::Undetermined }
            );
        }
    }
    let (first, last) = span.reach();
    prop_assert!(first <= last, "{} to {}", first, last);
    // A day before the reach is before, one after it after, none within it surely outside.
    for day in [first, last] {
        prop_assert!(!matches!(span.order_of(day), Order::Before | Order::After), "{} in {}", day, text);
    }
    if first > Day::MIN {
        prop_assert_eq!(span.order_of(first.plus(-1)), Order::Before);
    }
    if last < Day::MAX {
        prop_assert_eq!(span.order_of(last.plus(1)), Order::After);
    }
    Ok(())
}

/// The first and the last day of what is stated, by a calendar that nobody here made.
fn days(date: &PartialDate) -> Result<(), TestCaseError> {
    let from = NaiveDate::from_ymd_opt(date.year(), date.month().unwrap_or(1), date.day().unwrap_or(1));
    let from = from.ok_or_else(|| TestCaseError::fail(format!("no such day: {date}")))?;
    let until = match date.precision() {
        Precision::Day => from.succ_opt(),
        Precision::Month => from.checked_add_months(chrono::Months::new(1)),
        Precision::Year => from.checked_add_months(chrono::Months::new(12)),
        Precision::Decade => from.checked_add_months(chrono::Months::new(120)),
    };
    let last = until.and_then(|day| day.pred_opt()).ok_or_else(|| TestCaseError::fail("no end"))?;
    prop_assert_eq!(date.first().to_string(), from.to_string());
    prop_assert_eq!(date.last().to_string(), last.to_string());
    Ok(())
}
