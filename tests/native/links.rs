//! Links that readers have kept: each leads to the same view in every release. Rows are added here, and none is changed.

use crate::asking::ask;

/// A link's query as somebody has it, and what it shows of the built-in data: the day, and how many sectors, instruments,
/// cells and events.
const KEPT: [(&str, &str, [u64; 4]); 11] = [
    ("as-of=2019-10-15", "2019-10-15", [21, 6, 30, 8]),
    ("as-of=2019-10-15&instrument=poc-2019", "2019-10-15", [0, 1, 0, 1]),
    ("as-of=2020-09-01&compare=2019-10-15", "2020-09-01", [21, 6, 30, 9]),
    ("sector=energy&sector=space&as-of=2018-01-01", "2018-01-01", [2, 1, 3, 1]),
    ("partnership=asean-eaeu&as-of=2021-06-30&view=matrix", "2021-06-30", [9, 2, 9, 8]),
    ("as-of=2017-06-01&gaps=1", "2017-06-01", [12, 2, 13, 0]),
    ("as-of=2019-10-15&inferred=1&lang=ru", "2019-10-15", [21, 6, 39, 8]),
    ("coverage=named-area&as-of=2020-12-31&select=sector:services", "2020-12-31", [9, 1, 9, 1]),
    ("state=ended&as-of=2021-01-01&range=2016/2022", "2021-01-01", [4, 3, 4, 1]),
    ("q=phytosanitary&as-of=2019-01-01&select=cell:agriculture/agriculture-2016-2020", "2019-01-01", [1, 1, 1, 0]),
    ("as-of=2019-09-15&select=event:aem-russia-8", "2019-09-15", [21, 6, 30, 8]),
];

#[test]
fn a_link_that_was_kept_shows_what_it_showed() {
    for (query, day, counts) in KEPT {
        let result = ask(query);
        let found = ["sectors", "instruments", "cells", "events"].map(|name| result["counts"][name].as_u64().unwrap());
        assert_eq!((result["asOf"].as_str(), found), (Some(day), counts), "{query}");
        assert_eq!(result["rejected"], serde_json::json!([]), "{query}");
    }
}
