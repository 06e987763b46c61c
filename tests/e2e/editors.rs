//! What web editors do: copy a snippet out of the dialog, and paste it into a page.

use crate::driver::{IN_ATLAS, Result};
use crate::page::{Page, key};
use serde_json::json;

/// Opens the dialog of a view, picks by the names of buttons, and gives the snippet that is offered.
async fn offered(page: &Page, query: &str, picks: &[&str]) -> Result<String> {
    page.goto(&format!("/index.html#atlas?{query}")).await?;
    page.click("[data-panel=embed]").await?;
    page.until("$('dialog')?.open && $('textarea').value.includes('sha384-')").await?;
    for pick in picks {
        page.click_text(".embed .joined > button", pick).await?;
    }
    page.text("$('textarea').value").await
}

/// The same, copied: what is in the clipboard then.
async fn copied(page: &Page, query: &str, picks: &[&str]) -> Result<String> {
    let allow = json!({"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]});
    page.browser.cdp("Browser.grantPermissions", allow).await?;
    let offered = offered(page, query, picks).await?;
    page.click(".copy").await?;
    page.until("$('.taken').innerText == 'Copied'").await?;
    // What lies under a dialog is not heard, so the only place that speaks is in it.
    page.until("$('dialog [role=status]').textContent.includes('Copied')").await?;
    assert_eq!(page.count("[role=status]").await?, 1);
    let text = page.browser.js_async("return await navigator.clipboard.readText();", vec![]).await?;
    assert_eq!(text, json!(offered));
    Ok(offered)
}

#[tokio::test]
async fn a_copied_script_shows_the_view_that_it_was_copied_from() -> Result<()> {
    let page = Page::new().await?;
    let snippet = copied(&page, "as-of=2019-10-15&sector=energy", &["Matrix", "Dark", "Русский"]).await?;
    page.server.page("/host.html", format!("<!doctype html><script src=/watch.js></script>{snippet}"));
    page.goto("/host.html").await?;
    assert_eq!(page.query().await?, "as-of=2019-10-15&sector=energy");
    assert_eq!(page.count(".timeline").await?, 0);
    assert_eq!(page.text("$('.atlas').lang + $('.root').dataset.theme").await?, "rudark");
    page.end().await
}

#[tokio::test]
async fn a_script_that_was_tampered_with_does_not_run_and_the_link_stays() -> Result<()> {
    let page = Page::new().await?;
    let snippet = offered(&page, "", &[]).await?;
    let script = std::fs::read_to_string(crate::page::dist().join("cooperation-atlas.js"))? + " ";
    page.server.page("/cooperation-atlas.js", script);
    page.server.page("/host.html", format!("<!doctype html>{snippet}"));
    page.browser.goto(&page.server.url("/host.html")).await?;
    assert_eq!(page.get("customElements.get('cooperation-atlas')").await?, json!(null));
    assert_eq!(page.get("atlas.querySelector('a').getBoundingClientRect().height > 0").await?, true);
    Ok(())
}

#[tokio::test]
async fn a_copied_frame_shows_the_view_and_tells_its_height() -> Result<()> {
    let page = Page::new().await?;
    let snippet = copied(&page, "as-of=2019-10-15&sector=energy", &["Frame", "Dark"]).await?;
    assert!(snippet.starts_with("<iframe "), "{snippet}");
    let listener = "<script>addEventListener('message', event => {
            const frame = document.querySelector('iframe');
            const height = event.data?.['cooperation-atlas']?.height;
            if (event.source == frame.contentWindow && height > 0) frame.height = height;
        });</script>";
    page.server.page("/host.html", format!("<!doctype html>{listener}{snippet}"));
    page.browser.goto(&page.server.url("/host.html")).await?;
    let height =
        "const frame = document.querySelector('iframe'); return frame.height != 900 && Number(frame.height) > 200;";
    let until = std::time::Instant::now() + std::time::Duration::from_secs(20);
    while page.browser.js(height, vec![]).await? != true {
        assert!(std::time::Instant::now() < until, "the frame never told its height");
    }
    page.browser.client().clone().enter_frame(0).await?;
    page.until("$('.colophon')").await?;
    assert_eq!(page.query().await?, "as-of=2019-10-15&sector=energy&view=both&lang=en");
    assert_eq!(page.text("$('.root').dataset.theme").await?, "dark");
    Ok(())
}

#[tokio::test]
async fn the_dialog_holds_the_focus_and_gives_it_back() -> Result<()> {
    let page = Page::open("").await?;
    page.focus("[data-panel=embed]").await?;
    page.browser.press(key::ENTER).await?;
    page.until("$('dialog')?.open && $('dialog').contains(atlas.shadowRoot.activeElement)").await?;
    page.browser.press(key::ESCAPE).await?;
    page.until("!$('dialog')").await?;
    page.leads_to("embed").await?;
    page.end().await
}

#[tokio::test]
async fn a_dialog_opens_though_a_drawing_before_it_takes_its_time() -> Result<()> {
    let page = Page::open("").await?;
    // By this clock each step of a drawing takes longer than a frame, and the next waits until the browser has gone on.
    let slow = "let now = Date.now(); Date.now = () => now += 20;
        const rested = async () => { for (let turn = 0; turn < 50; turn++) await null; };
        $('[data-panel=filters]').focus(); $('[data-panel=filters]').click();
        await rested();
        $('[data-panel=embed]').click();
        await rested();
        return !!$('dialog');";
    let is_drawn = page.browser.js_async(&format!("{IN_ATLAS} {slow}"), vec![]).await?;
    assert_eq!(is_drawn, false, "the drawing waits");
    page.until("$('dialog')?.open").await?;
    page.end().await
}
