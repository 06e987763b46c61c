//! Accessibility: the 31 checks, in every state of the release build, in the engine that `ATLAS_BROWSER` names.
//!
//! Owns the checks, the states in which they are made, the proof that they bite (`seeded`), and the report in
//! `target/access-report-ENGINE.md`. A check is a function that tells what it found on the page as it stands: those that
//! one look can tell are JavaScript (`scripts/`), those that take keys, media or another page are here. What needs no
//! browser (contrast of the tokens, plurals, words of the interface) has tests of its own, which the report names.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "tests have files and clocks")]

mod axe;
#[path = "../driver/mod.rs"]
mod driver;
mod focus;
mod keyboard;
mod large;
mod look;
mod media;
mod names;
#[allow(dead_code)] // the end-to-end tests use the rest
#[path = "../e2e/page.rs"]
mod page;
mod report;
mod room;
mod seeded;
mod spoken;
mod states;
mod studio;
mod sweep;
mod told;
mod words;
