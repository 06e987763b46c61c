//! Under the policies that servers send.

use crate::driver::Result;
use crate::looks::Look;
use crate::page::key;
use crate::site::Site;

#[tokio::test]
async fn the_strict_policy_with_trusted_types_refuses_nothing_and_changes_nothing() -> Result<()> {
    let site = Site::start().await?;
    site.open("/plain.html").await?;
    let plain = Look::take(&site, "plain").await?;
    site.open("/strict/plain.html").await?;
    let refused =
        "(() => { try { document.createElement('p').innerHTML = '<b>'; return 'no'; } catch { return 'yes'; } })()";
    assert_eq!(site.page.text(refused).await?, "yes", "the policy is not in force");
    site.page.complaints().await?; // that one
    let strict = Look::take(&site, "strict").await?;
    // And whatever a reader does there.
    site.page.click("[data-select='instrument:mou-2018']").await?;
    site.page.until("$('.details')").await?;
    site.page.browser.press(key::ESCAPE).await?;
    site.page.until("!$('.details')").await?;
    site.page.focus("input[type=search]").await?;
    site.page.browser.press("energy").await?;
    site.page.until("atlas.query.includes('q=energy')").await?;
    site.page.click(".languages [lang=ru]").await?;
    site.page.until("$('.atlas').lang == 'ru'").await?;
    assert_eq!(site.page.complaints().await?, [""; 0]);
    plain.is_like(&strict, &site).await
}

#[tokio::test]
async fn without_wasm_unsafe_eval_the_static_content_stays_and_the_page_is_told_once() -> Result<()> {
    let site = Site::start().await?;
    site.visit("/without-wasm/plain.html").await?;
    let told = site.complaints_about("atlas-error").await?;
    // The browser tells the page of what it refused, too; nothing else may be in it.
    let ours: Vec<&String> = told.iter().filter(|line| !line.starts_with("policy script-src")).collect();
    assert_eq!(ours, ["atlas-error wasm-forbidden"]);
    assert_eq!(
        site.page.text("document.querySelector('cooperation-atlas p').innerText").await?,
        "What stands here stays."
    );
    assert_eq!(site.page.get("document.querySelector('cooperation-atlas p').checkVisibility()").await?, true);
    // Nor does it try again.
    site.page.get("atlas.query = 'sector=energy'").await?;
    site.page.get("document.body.append(atlas)").await?;
    site.page
        .browser
        .js_async("await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));", vec![])
        .await?;
    site.end().await
}
