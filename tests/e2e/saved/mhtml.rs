//! Chromium's MHTML: it keeps shadow roots, and no scripts.

use super::pages::{CASES, looks, open, picture, serve};
use crate::driver::{Kind, Result};
use crate::page::Page;
use serde_json::json;

#[tokio::test]
async fn a_page_saved_as_mhtml_reads_and_looks_as_it_did() -> Result<()> {
    if Kind::of_environment() != Kind::Chromium {
        return Ok(()); // nobody else writes it
    }
    let folder = tempfile::tempdir()?;
    let page = Page::new().await?;
    serve(&page.server);
    for case in &CASES {
        page.browser.cdp("Network.emulateNetworkConditions", network(false)).await?;
        case.open(&page).await?;
        let before = looks(&page).await?;
        let saved = page.browser.cdp("Page.captureSnapshot", json!({ "format": "mhtml" })).await?;
        let file = folder.path().join(format!("{}.mhtml", case.name));
        std::fs::write(&file, saved["data"].as_str().unwrap_or_default())?;

        page.browser.cdp("Network.emulateNetworkConditions", network(true)).await?;
        open(&page, &file).await?;
        case.is_readable(&page).await?;
        case.looks_as(&page, &before).await?;
        picture(&page, &format!("mhtml-{}", case.name)).await?;
    }
    Ok(())
}

fn network(offline: bool) -> serde_json::Value {
    json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 })
}
