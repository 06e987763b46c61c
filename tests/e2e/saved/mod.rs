//! Pages that a browser saved itself: what is left of the atlas when they are opened from disk, with the network off.
//!
//! Here are the ways of saving that need no desktop; Chromium's "Webpage, Complete" is in `tests/saves`.

mod firefox;
mod mhtml;
mod pages;
