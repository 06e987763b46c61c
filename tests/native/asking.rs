//! Asking a dataset, as the element and the command line do.

use atlas::export;
use atlas::locale::Locale;
use atlas::packed;
use atlas::query::{Catalogue, Query, Selection, View, url};
use atlas::shown::Shown;
use atlas::state::{Action, Page, WidgetState};
use atlas::time::Day;
use serde_json::Value;
use std::rc::Rc;
use std::sync::OnceLock;

/// The reader's today wherever a test does not say another.
pub const TODAY: &str = "2026-11-24";

/// The shipped dataset, as it is compiled in.
pub fn shipped() -> &'static Catalogue {
    static SHIPPED: OnceLock<Catalogue> = OnceLock::new();
    SHIPPED.get_or_init(|| Catalogue::new(packed::read(atlas::builtin::BUILTIN).unwrap()))
}

/// A sample with a thousand activities.
pub fn thousand() -> &'static Catalogue {
    static SAMPLE: OnceLock<Catalogue> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let dir = tempfile::tempdir().unwrap();
        atlas::dataset::sample::write(dir.path(), 1000).unwrap();
        Catalogue::new(atlas::dataset::read(dir.path()).unwrap())
    })
}

/// A day.
pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// A query string of which nothing is rejected, and its answer.
pub fn select(catalogue: &Catalogue, text: &str) -> (Query, Selection) {
    let (query, rejected) = url::parse(text, &catalogue.data);
    assert_eq!(rejected, [""; 0], "{text}");
    let selection = Selection::of(catalogue, &query, day(TODAY));
    (query, selection)
}

/// The contract's result.
pub fn result(catalogue: &Catalogue, text: &str) -> Value {
    let (query, rejected) = url::parse(text, &catalogue.data);
    let selection = Selection::of(catalogue, &query, day(TODAY));
    let json = export::result(catalogue, &query, &selection, &rejected);
    serde_json::from_str(&json).unwrap_or_else(|error| panic!("{text}: {error}: {json}"))
}

/// The result of the shipped dataset.
pub fn ask(text: &str) -> Value {
    result(shipped(), text)
}

/// One property of each item of a list, as texts.
pub fn each<'a>(list: &'a Value, property: &str) -> Vec<&'a str> {
    let text = |item: &'a Value| item[property].as_str().unwrap();
    list.as_array().unwrap().iter().map(text).collect()
}

/// A list of texts.
pub fn texts(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|item| item.as_str().unwrap()).collect()
}

/// What the page shows of the shipped dataset for a query string of which nothing is rejected.
pub fn shipped_shown(text: &str) -> Shown {
    let catalogue = Rc::new(Catalogue::new(shipped().data.clone()));
    let page = Page { lang: Locale::ENGLISH, view: View::Both, heading: 2 };
    let state = WidgetState::new(day(TODAY), page).after(Action::Query(text.into()), &catalogue);
    assert_eq!(state.interface.rejected, [""; 0], "{text}");
    Shown::of(catalogue, state)
}
