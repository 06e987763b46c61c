//! Query strings: what is understood is written as it was understood, what is not is told, and both are read as any
//! program reads the queries of addresses.

use crate::letters::text;
use crate::shown::SMALL;
use atlas::query::{Catalogue, Selection, url};
use atlas::time::Day;
use proptest::prelude::*;
use std::sync::LazyLock;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::new(SMALL.clone()));

const NAMES: &[&str] = &[
    "q",
    "partnership",
    "sector",
    "instrument",
    "coverage",
    "state",
    "as-of",
    "compare",
    "gaps",
    "inferred",
    "view",
    "select",
    "lang",
    "range",
    "Q",
    "sector%20",
    "%73ector",
    "",
];

const VALUES: &[&str] = &[
    "energy",
    "customs",
    "plan-2016",
    "mou-2018",
    "east-west",
    "covered",
    "in-force",
    "ended",
    "undetermined",
    "today",
    "2019-10-15",
    "2016-02-29",
    "2015-02-29",
    "0000-01-01",
    "9999-12-31",
    "1",
    "0",
    "true",
    "both",
    "matrix",
    "en",
    "ru",
    "RU",
    "sector:energy",
    "instrument:plan-2016",
    "event:plan-agreed",
    "cell:energy/plan-2016",
    "cell:space/east-west",
    "cell:energy/",
    "2018/2020-06",
    "2020/2018",
    "2018/..",
    "../..",
    "201X/2019~",
    "%32019",
    "+",
    "%",
    "%4",
    "%zz",
    "%00",
    "%ED%A0%80",
    "%FF",
    "энергия",
    "",
];

pub fn input() -> impl Strategy<Value = String> {
    let encoded = |text: String| ::url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    let value = prop_oneof![
        4 => prop::sample::select(VALUES).prop_map(str::to_owned),
        1 => text(),
        1 => text().prop_map(encoded),
    ];
    let pair = (prop::sample::select(NAMES), prop_oneof![9 => Just("="), 1 => Just(""), 1 => Just("==")], value);
    let pair = pair.prop_map(|(name, sign, value)| [name, sign, &value].concat());
    let link = prop_oneof![8 => Just("&"), 1 => Just("&&"), 1 => Just("?"), 1 => Just("#")];
    let rest = prop::collection::vec((link, pair.clone()), 0..6);
    (prop_oneof![3 => Just(""), 1 => Just("?")], pair, rest).prop_map(|(start, first, rest)| {
        let rest: String = rest.into_iter().map(|(link, pair)| [link, &pair].concat()).collect();
        [start, &first, &rest].concat()
    })
}

pub fn check(text: String) -> Result<(), TestCaseError> {
    let data = &*SMALL;
    let (query, rejected) = url::parse(&text, data);
    let written = url::write(&query, data);
    prop_assert!(written.is_ascii());
    prop_assert_eq!(url::parse(&written, data), (query.clone(), Vec::new()), "{} is not what was written", written);

    // Each pair as a reader of addresses has it, and what becomes of it alone.
    let pairs = ::url::form_urlencoded::parse(text.trim_start_matches('?').as_bytes());
    for (name, value) in pairs.filter(|(name, value)| name != "q" && !(name.is_empty() && value.is_empty())) {
        let alone = ::url::form_urlencoded::Serializer::new(String::new()).append_pair(&name, &value).finish();
        let refused = url::parse(&alone, data).1;
        let told = format!("{name}={value}");
        prop_assert!(refused.is_empty() || refused == [told.as_str()], "{:?}, expected {:?}", refused, told);
        let is_told = rejected.contains(&told) || value.is_empty() && rejected.contains(&name.to_string());
        prop_assert_eq!(is_told, !refused.is_empty(), "{:?} of {:?}: {:?}", told, text, rejected);
    }

    let selection = Selection::of(&CATALOGUE, &query, Day::parse("2026-11-24").expect("a day"));
    let json = atlas::export::result(&CATALOGUE, &query, &selection, &rejected);
    let result: serde_json::Value =
        serde_json::from_str(&json).map_err(|error| TestCaseError::fail(error.to_string()))?;
    prop_assert_eq!(&result["query"], &written);
    prop_assert_eq!(&result["rejected"], &serde_json::Value::from(rejected));
    Ok(())
}
