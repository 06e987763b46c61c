//! The Cooperation Atlas: a cooperation framework as a sector matrix and a timeline, as known on any date.
//!
//! # The map
//!
//! Data flows one way:
//!
//! ```text
//! data/*.csv ─ dataset ─ packed ─▸ model ─▸ query ─▸ state ─▸ views ─▸ app ─▸ host ─▸ element.js
//!              (build)                     (select)         (pure layout, then markup)
//! ```
//!
//! | stage | where | what it owns |
//! |---|---|---|
//! | tables | `data/` | the facts, each with its source; `datapackage.json` describes them |
//! | reading | [`dataset`] | CSV to a checked model, or every problem at once; runs at build time and in `atlas` |
//! | packing | [`packed`] | the model as bytes: compiled in ([`builtin`]), or fetched by `src` |
//! | model | [`model`], [`time`], [`limits`] | records with typed ids; dates with their precision; what was known on a day; how large all of it may be |
//! | answers | [`query`], [`compare`], [`linking`], [`export`] | filters, index, facets; changes; highlighting; JSON |
//! | state | [`state`] | one state, one reducer; [`state::Shown`] is all that is derived from it |
//! | views | [`known_bar`], [`filters`], [`timeline`], [`matrix`], [`details`], [`notes`], [`embed`], [`help`] | layout first, then markup by [`el`] |
//! | shared by the views | [`view`] | props, marks and names |
//! | shared by all | [`order`], [`grouped`] | sorting, in one place; which rows belong to what |
//! | words | [`locale`], [`words`], [`letters`] | every word of the interface, one file per language; texts with the languages of their runs; letters that could harm a page |
//! | page | [`app`], `host` | wiring; the only browser-facing part; the custom element |
//! | release | `bundle` | from Trunk's output to `dist/` |
//!
//! Read [`time`], [`model`], [`query`] and [`state`] first; then any view.
//!
//! # What must stay true
//!
//! 1. `model`, `time`, `query`, `compare`, `linking`, `export`, `state` and the layouts know no browser, no clock, no
//!    Yew. The day `D` and "today" are passed in.
//! 2. Only `host` and the WebAssembly's entry touch browser globals. Only the build script, `dataset`, `bundle` and the
//!    binaries touch files.
//! 3. There is one filter state, and everything shown is derived from it.
//!
//! A test (`tests/native/invariants.rs`) reads the sources and checks 1 and 2.

#[cfg(all(feature = "bundle", not(target_arch = "wasm32")))]
pub mod bundle;

/// Everything but the packing: one list, so that the feature is named once.
macro_rules! app {
    ($($(#[$doc:meta])* $name:ident;)*) => {$( $(#[$doc])* #[cfg(feature = "app")] pub mod $name; )*};
}

app! {
    app;
    builtin;
    compare;
    #[cfg(not(target_arch = "wasm32"))]
    dataset;
    details;
    el;
    embed;
    export;
    filters;
    grouped;
    help;
    #[cfg(target_arch = "wasm32")]
    host;
    known_bar;
    letters;
    limits;
    linking;
    locale;
    matrix;
    model;
    notes;
    order;
    packed;
    query;
    state;
    time;
    timeline;
    view;
    words;
}
