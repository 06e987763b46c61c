//! The atlas on pages of others, in every browser: nothing here knows Chromium's own protocol.
//!
//! Each test is a row of what a host page may do to the atlas, or the atlas must not do to a host page.

mod crash;
mod data;
mod life;
mod policies;
mod script;
mod scripts_of_the_page;
mod sizes;
mod states;
mod styles_of_the_page;

use crate::driver::Result;
use crate::page::Page;

/// An element that starts at once, with something static in it.
pub const ATLAS: &str = "<cooperation-atlas loading=eager><p>static</p></cooperation-atlas>";

/// Whether the reader sees the static content, as JavaScript.
const STATIC: &str = "atlas.querySelector('p').getBoundingClientRect().height > 0";

/// Goes to a page of this markup, and waits for nothing but its `load`.
async fn visit(page: &Page, html: &str) -> Result<()> {
    page.server.page("/host.html", html);
    page.browser.goto(&page.server.url("/host.html")).await
}

/// What complained since the last look, but not the reports of a policy that is meant to be broken.
async fn complaints_beside_policy(page: &Page) -> Result<Vec<String>> {
    Ok(page.complaints().await?.into_iter().filter(|line| !line.starts_with("policy ")).collect())
}
