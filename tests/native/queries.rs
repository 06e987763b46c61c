//! The query string: what is written is read back, whatever anybody put into it.

use crate::asking::{ask, result, shipped, thousand};
use atlas::query::{Catalogue, Gathering, url};
use proptest::prelude::*;
use proptest::sample::select;
use std::rc::Rc;

const NAMES: [&str; 15] = [
    "q",
    "partnership",
    "sector",
    "instrument",
    "coverage",
    "state",
    "as-of",
    "gaps",
    "inferred",
    "view",
    "select",
    "lang",
    "range",
    "frob",
    "",
];

const VALUES: [&str; 36] = [
    "energy",
    "space",
    "agriculture",
    "asean-russia",
    "asean-eaeu",
    "poc-2019",
    "mou-2018",
    "covered",
    "sectoral",
    "in-force",
    "undetermined",
    "today",
    "2019-10-15",
    "0001-01-01",
    "2019-02-30",
    "1",
    "0",
    "both",
    "matrix",
    "sector:energy",
    "instrument:poc-2019",
    "event:mou-signed",
    "cell:energy/energy-2016-2020",
    "cell:space/asean-russia",
    "en",
    "ru",
    "2016/2020",
    "2016-01-01/2020-12-31",
    "2016~/2020-06",
    "201X/2020",
    "2016/..",
    "trade investment",
    "100%",
    "a&b=c#d",
    "%D0%9C%20%zz%2",
    "+",
];

/// Query strings of known and unknown names, with values that fit, values that do not, and noise.
fn strings() -> impl Strategy<Value = String> {
    let value = prop_oneof![3 => select(&VALUES[..]).prop_map(str::to_owned), 1 => "\\PC{0,12}"];
    let pair = (select(&NAMES[..]), value).prop_map(|(name, value)| format!("{name}={value}"));
    prop::collection::vec(prop_oneof![9 => pair, 1 => "\\PC{0,8}"], 0..8).prop_map(|pairs| pairs.join("&"))
}

fn check(catalogue: &Catalogue, text: &str) -> Result<(), TestCaseError> {
    let data = &catalogue.data;
    let (query, _) = url::parse(text, data);
    let written = url::write(&query, data);
    prop_assert!(written.is_ascii() && !written.contains([' ', '"', '<', '>', '#']), "{}", written);
    let (again, rejected) = url::parse(&written, data);
    prop_assert_eq!(rejected, Vec::<String>::new(), "{}", &written);
    prop_assert_eq!(&again, &query, "{} as {}", text, &written);
    prop_assert_eq!(url::write(&again, data), written);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_back_unchanged(text in strings()) {
        check(shipped(), &text)?;
        check(thousand(), &text)?;
    }

    #[test]
    fn what_is_typed_into_the_search_comes_back_character_by_character(text in any::<String>()) {
        let mut query = atlas::query::Query::default();
        query.search(&text);
        let (again, rejected) = url::parse(&url::write(&query, &shipped().data), &shipped().data);
        prop_assert_eq!((again, rejected), (query, Vec::new()));
    }
}

#[test]
fn the_order_of_choices_and_doubles_do_not_matter() {
    let written = |text: &str| url::write(&url::parse(text, &shipped().data).0, &shipped().data);
    assert_eq!(written("sector=space&sector=energy&sector=space"), "sector=energy&sector=space");
    assert_eq!(written("?sector=energy&q=a+b&gaps=0&as-of=today"), "q=a%20b&sector=energy");
    assert_eq!(written("view=both&lang=ru-RU&inferred=1"), "inferred=1&view=both&lang=ru");
}

#[test]
fn every_name_of_the_contract_survives_a_round_trip() {
    let text = "as-of=2019-10-15&q=a%20b&partnership=asean-russia&sector=energy&sector=space&instrument=sti-2016-2020\
                &coverage=covered&state=in-force&gaps=1&inferred=1&view=matrix&select=cell:energy/energy-2016-2020\
                &lang=ru&range=2016/2020-06";
    let (query, rejected) = url::parse(text, &shipped().data);
    assert_eq!((url::write(&query, &shipped().data).as_str(), rejected), (text, vec![]));
    assert_eq!(ask(text)["query"], text);
}

/// The instruments and events that a search leaves.
fn found(text: &str) -> (Vec<String>, Vec<String>) {
    let answer = ask(&format!("q={text}"));
    let ids = |list: &str| crate::asking::each(&answer[list], "id").into_iter().map(str::to_owned).collect();
    (ids("instruments"), ids("events"))
}

#[test]
fn a_search_finds_the_words_of_notes_participants_and_places() {
    // The note of the Programme alone has these words; its events are found with it.
    assert_eq!(
        found("high-level dialogue"),
        (vec!["poc-2019".into()], vec!["aem-russia-8".into(), "aem-russia-9".into()])
    );
    for (text, event) in [
        ("Sargasyan", "mou-signed"),
        ("Singapore", "mou-signed"),
        ("Сингапур", "mou-signed"),
        ("СИНГАПУР", "mou-signed"),
        ("confidence building", "recommendations-noted"),
        ("following year", "recommendations-noted"),
    ] {
        assert!(found(text).1.contains(&event.to_owned()), "{text}: {:?}", found(text));
    }
    assert_eq!(found("Singapore"), (vec![], vec!["mou-signed".into()]));
    // The note of a sector.
    assert_eq!(crate::asking::texts(&ask("q=residual")["sectors"]), ["other-agreed"]);
    assert_eq!(found("nosuchword"), (vec![], vec![]));
}

/// The page has the words gathered before they are searched; a search may come earlier.
#[test]
fn a_search_finds_the_same_whether_its_words_were_gathered_before_or_not() {
    let found = |catalogue: &Catalogue| result(catalogue, "q=energy");
    let expected = found(&Catalogue::new(thousand().data.clone()));
    assert_eq!(found(thousand()), expected);
    for searched in [0, 1, 9] {
        let dir = tempfile::tempdir().unwrap();
        atlas::dataset::sample::write(dir.path(), 3000).unwrap();
        let catalogue = Rc::new(Catalogue::new(atlas::dataset::read(dir.path()).unwrap()));
        let mut words = Some(Gathering::new(catalogue.clone()));
        let mut pieces = 0;
        while let Some(gathering) = words.take() {
            if pieces == searched {
                found(&catalogue);
            }
            words = gathering.next();
            pieces += 1;
        }
        // Two thousand of the six thousand titles at a time; nothing more after a search.
        assert_eq!(pieces, if searched == 9 { 3 } else { searched + 1 });
        assert_eq!(found(&catalogue), found(&Catalogue::new(catalogue.data.clone())));
    }
}
