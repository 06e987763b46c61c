//! The Cooperation Atlas: a cooperation framework as a sector matrix and a timeline, as known on any date.
//!
//! # The map
//!
//! Data flows one way:
//!
//! ```text
//! data/*.csv ─▸ dataset ─▸ packed ─▸ model ─▸ query ─▸ state ─▸ shown ─▸ layouts │ views ─▸ app ─▸ host ─▸ element.js
//!               (build)            └──────────────── core ────────────────────┘ │      (page)
//! ```
//!
//! | where | what it owns | what it does not know |
//! |---|---|---|
//! | `data/` | the facts, each with its source; `datapackage.json` describes them | |
//! | `core/` | [`atlas_core`]: model, time, answers, state, wording and layouts as values; every word of the interface | Yew, browser, clock, files |
//! | `dataset/` | [`atlas_dataset`]: tables to a checked model, or every problem at once; what differs between two; runs at build time and in `atlas` | Yew, browser |
//! | `sheets/` | `atlas_sheets`: workbooks, archives and CSV files to the tables that `dataset` checks, each cell with its place; templates and data packages | what the tables mean |
//! | `studio/` | `atlas_studio`: the studio's page and the WebAssembly of its worker; `bundle` puts them together | the views |
//! | `release/` | `atlas_release`: the script that the command line carries | all of the above |
//! | `messages/` | `atlas_messages`: the translators' files to Rust, at build time; how texts are set, for `dataset`, too | all of the above |
//! | [`builtin`] | the dataset that is compiled in, packed by `build.rs` | |
//! | [`sentence`], [`acts`], [`known_bar`], [`time_row`], [`filters`], [`timeline`], [`matrix`], [`details`], [`notes`], [`embed`], [`take`], [`help`] | the views: from values to markup by [`el`], anew where [`memo`] sees another value | what a browser has one of |
//! | [`view`], [`controls`], [`opener`], [`modal`] | what all views share: props and marks; buttons; who opened what; frames of dialogs | |
//! | [`app`], `host` | wiring; the only part that touches the page; the custom element | |
//! | `bundle` | from Trunk's output to `dist/` | |
//! | `bin/` | `atlas`, the command line; `widget`, the WebAssembly's entry; `bundle`; `xtask`, the developers' commands | |
//!
//! Read `time`, `model`, `query` and `state` of the core first; then any view.
//!
//! # What must stay true
//!
//! 1. The core knows no browser, no clock, no files and no Yew: the day `D` and "today" are passed in. It is a crate of its
//!    own without them among its dependencies; what the standard library has of them, its `clippy.toml` refuses.
//! 2. Only `host` touches browser globals. Only the build scripts, `dataset`, `messages`, `bundle` and the binaries touch
//!    files. Clippy refuses both elsewhere (`.clippy.toml`).
//! 3. There is one filter state, and everything shown is derived from it.

// Without the widget there is nothing here: so `xtask` compiles in a second.
#![cfg(feature = "app")]

pub use atlas_core::{
    advances, caption, chips, choices, compare, effect, export, finding, grouped, letters, limits, linking, locale,
    model, order, packed, place, query, shown, state, summary, taking, terms, time, window, words,
};
#[cfg(not(target_arch = "wasm32"))]
pub use atlas_dataset as dataset;

pub mod acts;
pub mod app;
pub mod builtin;
#[cfg(all(feature = "bundle", not(target_arch = "wasm32")))]
#[allow(clippy::disallowed_methods, reason = "packs files")]
pub mod bundle;
pub mod controls;
pub mod details;
pub mod el;
pub mod embed;
pub mod filters;
pub mod help;
#[cfg(target_arch = "wasm32")]
#[allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "the page is its own")]
pub mod host;
pub mod known_bar;
pub mod matrix;
pub mod memo;
pub mod modal;
pub mod notes;
pub mod opener;
pub mod sentence;
pub mod take;
pub mod time_row;
pub mod timeline;
pub mod view;
