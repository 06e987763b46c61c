//! The timeline without its drawing: what each instrument is said to be, and where each event stands.

use crate::asking::{TODAY, day};
use atlas::builtin::BUILTIN;
use atlas::locale::Locale;
use atlas::packed;
use atlas::query::{Catalogue, View};
use atlas::shown::Shown;
use atlas::state::{Action, Page, WidgetState};
use atlas_core::timeline::told;
use std::rc::Rc;

fn shown(query: &str) -> Shown {
    let catalogue = Rc::new(Catalogue::new(packed::read(BUILTIN).unwrap()));
    let page = Page { lang: Locale::ENGLISH, view: View::Timeline, heading: 2 };
    let state = WidgetState::new(day(TODAY), page).after(Action::Query(query.into()), &catalogue);
    Shown::of(catalogue, state)
}

fn standing(query: &str, slug: &str) -> String {
    let shown = shown(query);
    let (id, _) = shown.catalogue.data.instruments().find(|(_, row)| row.slug == slug).unwrap();
    told::standing(&shown, id).plain().replace('\u{a0}', " ")
}

/// The events of each instrument, then those of none, by their ids.
fn by_instrument(query: &str) -> Vec<Vec<String>> {
    let shown = shown(query);
    let (of, rest) = told::by_instrument(&shown);
    let slug = |id: &atlas::model::EventId| shown.catalogue.data.event(*id).slug.clone();
    of.iter().chain([&rest]).map(|events| events.iter().map(slug).collect()).collect()
}

#[test]
fn state_and_terms_are_told_as_the_drawing_shows_them() {
    for (query, slug, expected) in [
        ("as-of=2019-10-15", "energy-2016-2020", "within its stated term, 2016–2020"),
        ("as-of=2021-01-01", "energy-2016-2020", "stated term ended, 2016–2020"),
        ("as-of=2019-10-15", "work-programme-post-2017", "no stated term, adoption not stated"),
        ("as-of=2019-10-15", "mou-2018", "no stated term"),
        ("as-of=2018-11-13", "mou-2018", "not yet adopted"),
        ("as-of=2019-10-15", "poc-2019", "within its stated term, 2019–2020; 2019–2025 – known only later"),
        ("as-of=2020-08-28", "poc-2019", "within its stated term, 2019–2025"),
        (
            "as-of=2019-09-10",
            "poc-2019",
            "undetermined, 2019–2020; 2019–2025 – known only later. The day of its adoption is not stated, \
             only: September 2019.",
        ),
        (
            "as-of=2016-06-01",
            "work-programme-post-2017",
            "undetermined, adoption not stated. Its name says “post-2017”; when it was adopted is not stated.",
        ),
        ("as-of=2020-09-01&compare=2019-10-15", "poc-2019", "within its stated term, 2019–2025; extended"),
        ("as-of=2019-10-15&lang=ru", "mou-2018", "срок не указан"),
    ] {
        assert_eq!(standing(query, slug), expected, "{query}");
    }
}

#[test]
fn every_event_stands_with_each_of_its_instruments_or_with_none() {
    let plans = vec!["plans-agreed".to_owned()];
    let expected = [
        vec![],
        plans.clone(),
        plans.clone(),
        plans,
        vec!["mou-signed".into()],
        vec!["aem-russia-8".into(), "aem-russia-9".into()],
        ["aem-russia-5", "recommendations-noted", "aec-launch", "study-proposed", "officials-tasked"]
            .map(String::from)
            .into(),
    ];
    assert_eq!(by_instrument(""), expected);
}

#[test]
fn an_event_whose_instruments_the_filters_leave_out_stands_with_none() {
    let told = by_instrument("partnership=asean-russia");
    assert_eq!(told[4..6], [[""; 0], [""; 0]]);
    assert_eq!(told[6], ["aem-russia-5", "mou-signed", "aem-russia-8", "aem-russia-9"]);
}

#[test]
fn instruments_are_told_by_partnership_as_far_as_the_filters_leave_them() {
    let count = |query: &str| told::instruments(&shown(query)).iter().map(|(_, ids)| ids.len()).collect::<Vec<_>>();
    assert_eq!(count(""), [4, 2]);
    assert_eq!(count("instrument=poc-2019"), [1]);
    assert_eq!(count("partnership=asean-eaeu&sector=agriculture"), [0; 0]);
}
