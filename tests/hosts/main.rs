//! The release build on real host pages: a strict server, unkind styles and scripts, frameworks, WordPress; and the servers,
//! generators and systems that the release has lines for.
//!
//! Run by `cargo xtask test --hosts`, which installs what this needs. `ATLAS_BROWSER` is `chromium`, which it is if not
//! set, or `firefox`. No scenario asks a browser for what WebDriver does not have, so that all scenarios run in both.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "tests have files and clocks")]

#[path = "../driver/mod.rs"]
mod driver;
mod frameworks;
mod generators;
mod hosting;
mod looks;
#[allow(dead_code)] // the end-to-end tests use the rest
#[path = "../e2e/page.rs"]
mod page;
mod policies;
mod prototypes;
mod service;
mod site;
mod styles;
mod types;
mod wordpress;
