//! Whatever goes in: inputs that nobody thought of, for all that reads what others wrote and writes what others read.
//!
//! A target is a line below: what goes in, and what must hold of it. In the test command each gets a fixed seed and so many
//! cases; `cargo xtask fuzz` gives each a seed after the other, as long as it is asked to. What the targets found stands in
//! `findings.rs`, case by case; that each of them finds something, `cargo xtask bite` shows by defects.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "tests have files and clocks")]

mod calendar;
mod copy;
mod dates;
mod feed;
mod findings;
#[path = "../native/folder.rs"]
#[allow(dead_code, reason = "the native tests use all of it")]
mod folder;
mod hostile;
mod html;
mod letters;
mod packed;
mod query;
mod run;
mod shown;
mod snippet;
mod spreadsheets;
mod tables;

/// The targets: the module, which has `input` and `check`, and how many cases the test command gives it.
macro_rules! targets {
    ($($name:ident: $cases:literal;)*) => {
        mod targets {$(
            #[test]
            fn $name() {
                crate::run::target(stringify!($name), $cases, &crate::$name::input(), crate::$name::check);
            }
        )*}
    };
}

targets! {
    query: 1500;
    tables: 1000;
    dates: 20000;
    packed: 2000;
    calendar: 200;
    feed: 60;
    spreadsheets: 150;
    snippet: 300;
    copy: 30;
}
