//! Drives a real browser from outside, for the end-to-end tests and the benchmark.
//!
//! Owns: the driver process and its session ([`Browser`]), a static file server ([`Server`]), traces of the main thread
//! ([`Trace`]), packages from npm ([`npm`]). Leaves to the tests: pages, expectations, and where `dist/` is.
//! Use it by `#[path = "../driver/mod.rs"] mod driver;`. Nothing here sleeps: every wait ends by an event or a condition.
#![allow(dead_code, unused_imports)] // each test binary uses its part

mod browser;
mod computed;
mod display;
mod firefox;
mod font;
mod loading;
pub mod npm;
mod process;
mod server;
mod socket;
mod trace;

pub use browser::{Browser, Options};
pub use font::Font;
pub use loading::{LOADING, Load};
pub use process::Kind;
pub use server::{Break, Caching, Request, Server};
pub use trace::{Cost, Events, SCRIPTS, TASKS, Trace};

/// What goes wrong here is told to a person, so any error will do.
pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// JavaScript that defines `atlas`, the first widget on the page, and `$` and `$$`, which select inside its shadow
/// root. To be put before a script: `browser.js(&format!("{IN_ATLAS} return $('h2').textContent"), vec![])`.
pub const IN_ATLAS: &str = "const atlas = document.querySelector('cooperation-atlas');
    const $ = selector => atlas?.shadowRoot?.querySelector(selector) ?? null;
    const $$ = selector => [...(atlas?.shadowRoot?.querySelectorAll(selector) ?? [])];
    const settled = () => new Promise(done => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 30));";
