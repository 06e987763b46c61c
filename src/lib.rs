//! The Cooperation Atlas: a cooperation framework as a sector matrix and a timeline, as known on any date.

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
    export;
    filters;
    #[cfg(target_arch = "wasm32")]
    host;
    known_bar;
    linking;
    locale;
    matrix;
    model;
    order;
    packed;
    query;
    state;
    time;
    timeline;
    view;
}
