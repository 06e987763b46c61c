//! Chromium's own "Webpage, Complete", saved by its dialog: it keeps shadow roots, with the styles in them, and scripts.
//!
//! Run by `cargo xtask test --saves`, which installs what this needs and starts a screen without a monitor. The ways of
//! saving that need no dialog are in `tests/e2e/saved`. One test, since a screen has one keyboard.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "tests have files and clocks")]

mod desktop;
#[path = "../driver/mod.rs"]
mod driver;
#[allow(dead_code)] // the end-to-end tests use the rest
#[path = "../e2e/page.rs"]
mod page;
#[allow(dead_code)] // the same
#[path = "../e2e/saved/pages.rs"]
mod pages;

use driver::{Options, Result};
use page::Page;
use pages::{CASES, looks, open, picture, serve};
use serde_json::json;

/// Counts how often an atlas comes up.
const COUNT: &str = "addEventListener('atlas-ready', () => { self.ups = (self.ups ?? 0) + 1; });";

#[tokio::test]
async fn a_page_saved_complete_looks_as_it_did_and_comes_up_once_in_its_state() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let lang = Some("en".into());
    let page = Page::with(Options { headless: false, window: (1400, 1000), lang, ..Options::default() }).await?;
    page.browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": COUNT })).await?;
    serve(&page.server);
    for case in &CASES {
        let file = folder.path().join(format!("{}.html", case.name));
        set(&page, false, false).await?;
        case.open(&page).await?;
        let before = looks(&page).await?;
        desktop::save_page(&file).await?;

        set(&page, true, false).await?;
        case.comes_up_once(&page, &file).await?;
        set(&page, true, true).await?;
        open(&page, &file).await?;
        case.is_readable(&page).await?;
        case.looks_as(&page, &before).await?;
        picture(&page, &format!("complete-{}", case.name)).await?;
    }
    Ok(())
}

/// Whether the network is off, and scripts are.
async fn set(page: &Page, offline: bool, still: bool) -> Result<()> {
    let network = json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    page.browser.cdp("Network.emulateNetworkConditions", network).await?;
    page.browser.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": still })).await.map(drop)
}
