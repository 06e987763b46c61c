//! The result is JSON for every program, whatever the texts in it are.

use crate::asking::{ask, shipped};
use crate::folder::Folder;
use atlas::export;
use atlas::query::{Catalogue, Selection, url};
use proptest::prelude::*;
use serde_json::Value;

#[test]
fn a_result_has_the_names_of_the_contract_in_their_order() {
    let answer = ask("as-of=2019-09-10&sector=energy");
    let names = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(
        names(&answer),
        ["query", "asOf", "version", "counts", "instruments", "sectors", "cells", "events", "rejected"]
    );
    assert_eq!(names(&answer["counts"]), ["sectors", "instruments", "cells", "events"]);
    assert_eq!(names(&answer["instruments"][0]), ["id", "state", "term"]);
    assert_eq!(names(&answer["cells"][0]), ["sector", "column", "coverage", "inferred"]);
}

#[test]
fn changes_stand_in_a_result_only_while_two_days_are_compared() {
    let answer = ask("as-of=2019-10-15&compare=2019-10-15");
    assert_eq!(answer["changes"], serde_json::json!([]), "a day does not differ from itself");
    assert_eq!(answer.as_object().unwrap().keys().next_back().unwrap(), "rejected");
    assert_eq!(ask("as-of=2019-10-15").get("changes"), None);
}

#[test]
fn counts_are_the_lengths_of_the_lists() {
    for query in ["", "q=energy", "as-of=2016-06-01", "inferred=1&partnership=asean-eaeu", "gaps=1", "sector=narnia"] {
        let answer = ask(query);
        for name in ["sectors", "instruments", "cells", "events"] {
            assert_eq!(answer["counts"][name].as_u64().unwrap() as usize, answer[name].as_array().unwrap().len());
        }
    }
}

#[test]
fn activities_are_counted_only_where_the_data_has_some() {
    assert_eq!(ask("")["counts"].get("activities"), None);
    let catalogue = Catalogue::new(atlas::dataset::read(Folder::new().write().path()).unwrap());
    assert_eq!(crate::asking::result(&catalogue, "")["counts"]["activities"], 1);
    assert_eq!(crate::asking::result(&catalogue, "sector=customs")["counts"]["activities"], 0);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_comes_through_json_unharmed(search in any::<String>(), rejected in any::<Vec<String>>()) {
        let (mut query, _) = url::parse("", &shipped().data);
        // What would break a line is dropped from a search, so no query has it.
        query.text = search.replace(['\u{2028}', '\u{2029}'], "");
        let selection = Selection::of(shipped(), &query, crate::asking::day(crate::asking::TODAY));
        let json = export::result(shipped(), &query, &selection, &rejected);
        let value: Value = serde_json::from_str(&json).map_err(|error| TestCaseError::fail(format!("{error}: {json}")))?;
        prop_assert_eq!(&value["rejected"], &serde_json::json!(rejected));
        prop_assert_eq!(url::parse(value["query"].as_str().unwrap(), &shipped().data).0, query);
        // It may stand in a script of a page, and in a line.
        let breaks = json.contains(['<', '\n', '\r', '\u{2028}', '\u{2029}']);
        prop_assert!(!breaks);
    }
}

#[test]
fn hostile_values_are_shown_as_text() {
    let hostile = "</script><script>alert(1)</script>\"\\\u{0}\u{202e}\u{2028}";
    let answer = ask(&format!("sector={hostile}"));
    assert_eq!(answer["rejected"], serde_json::json!([format!("sector={hostile}")]));
}
