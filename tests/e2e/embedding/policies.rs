//! Policies for the content of the page.

use super::{ATLAS, STATIC, complaints_beside_policy};
use crate::driver::Result;
use crate::page::{HEAD, Page, SCRIPT};

/// A page under a policy; nothing is opened yet.
async fn under(policy: &str) -> Result<Page> {
    let page = Page::new().await?;
    let header = [("Content-Security-Policy", policy)];
    page.server.page_with("/host.html", [HEAD, SCRIPT, ATLAS].concat(), &header);
    Ok(page)
}

/// What a reader does, so that all that is drawn later is drawn too.
async fn use_it(page: &Page) -> Result<()> {
    for query in ["as-of=2019-10-15&select=instrument:poc-2019", "lang=ru&view=timeline&q=energy", "gaps=1&inferred=1"]
    {
        page.ask(query).await?;
    }
    page.click("[data-panel=filters]").await?;
    page.until("$('.choices')").await
}

#[tokio::test]
async fn without_leave_for_webassembly_the_static_view_stays_and_the_page_is_told_once() -> Result<()> {
    let page = under("script-src 'self'; style-src 'self'").await?;
    page.browser.goto(&page.server.url("/host.html")).await?;
    page.until("complaints.some(line => line.startsWith('atlas-error'))").await?;
    page.get("document.body.append(atlas)").await?;
    page.get("atlas.query = 'sector=space'").await?;
    page.get("atlas.setAttribute('lang', 'ru')").await?;
    page.until("true").await?;
    assert_eq!(complaints_beside_policy(&page).await?, ["atlas-error wasm-forbidden"]);
    assert_eq!(page.get(STATIC).await?, true);
    assert_eq!(page.get("atlas.result").await?, serde_json::Value::Null);
    page.end().await
}

#[tokio::test]
async fn the_policy_that_is_documented_refuses_nothing() -> Result<()> {
    let page = under("script-src 'self' 'wasm-unsafe-eval'; style-src 'self'").await?;
    page.goto("/host.html").await?;
    use_it(&page).await?;
    assert_eq!(page.text("getComputedStyle($('.root')).containerType").await?, "inline-size");
    page.end().await
}

#[tokio::test]
async fn nothing_is_connected_to_and_no_inline_style_is_written() -> Result<()> {
    // Images, since a browser may look for the page's own icon.
    let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'none'; img-src 'self'";
    let page = under(policy).await?;
    page.goto("/host.html").await?;
    use_it(&page).await?;
    page.end().await
}

#[tokio::test]
async fn trusted_types_find_no_sink_of_html() -> Result<()> {
    let page = under("require-trusted-types-for 'script'; trusted-types 'none'").await?;
    page.goto("/host.html").await?;
    use_it(&page).await?;
    // The browser does refuse what a page must not do.
    let refused = "(() => { try { document.body.innerHTML = '<p>'; } catch { return true; } })()";
    assert_eq!(page.get(&format!("!self.trustedTypes || {refused}")).await?, true);
    page.complaints().await.map(drop)
}
