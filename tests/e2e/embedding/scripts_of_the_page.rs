//! Scripts of the page that have been at the language, or at the name of the element.
//!
//! What they did is done in a frame, since the drivers of browsers run scripts in the page too.

use super::visit;
use crate::driver::Result;
use crate::page::{HEAD, Page, SCRIPT, dist};
use serde_json::json;

/// The atlas and the complaints of the frame.
const FRAME: &str = "frames[0].document.querySelector('cooperation-atlas')";

/// A page whose frame runs `before`, then our script.
async fn after(before: &str, atlas: &str) -> Result<Page> {
    let page = Page::new().await?;
    page.server.page("/inner.html", format!("{HEAD}<script>{before}</script>{SCRIPT}{atlas}"));
    visit(&page, &[HEAD, "<iframe src=/inner.html width=1000 height=800></iframe>"].concat()).await?;
    Ok(page)
}

async fn complaints(page: &Page) -> Result<Vec<String>> {
    Ok(serde_json::from_value(page.get("Array.from(frames[0].complaints)").await?)?)
}

/// The atlas in the frame comes up, and answers.
async fn works(page: &Page) -> Result<()> {
    page.until(&format!("{FRAME}.result && {FRAME}.shadowRoot.querySelector('.colophon')")).await?;
    page.get(&format!("{FRAME}.query = 'sector=space'")).await?;
    assert_eq!(page.get(&format!("JSON.parse(String({FRAME}.result)).counts.sectors")).await?, 1);
    page.get(&format!("{FRAME}.shadowRoot.querySelector('[data-select=\"sector:space\"]').click()")).await?;
    page.until(&format!("{FRAME}.shadowRoot.querySelector('.details')")).await?;
    assert_eq!(complaints(page).await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn prototypes_with_names_of_the_page_do_no_harm() -> Result<()> {
    let page = after(
        "for (const { prototype } of [Object, Array, String, Number, Function, Promise, Map, Set, Element, Event]) {
            for (const name of ['each', 'extend', 'get', 'set', 'value', 'root', 'detail', 'mode', 'type']) {
                if (!(name in prototype)) prototype[name] = function () { return 7; };
            }
        }
        Array.prototype.toJSON = String.prototype.toJSON = Object.prototype.toJSON = function () { return 'polluted'; };",
        super::ATLAS,
    )
    .await?;
    works(&page).await?;
    page.end().await
}

#[tokio::test]
async fn prototypes_that_are_broken_leave_the_static_view_and_no_error() -> Result<()> {
    for method in ["includes", "forEach", "slice", "some", "split", "startsWith", "padStart", "substr", "subarray"] {
        let broken = format!(
            "for (const {{ prototype }} of [Array, String, Uint8Array.__proto__]) \
             if (prototype.{method}) prototype.{method} = () => {{ throw new Error('broken') }};"
        );
        let page = after(&broken, super::ATLAS).await?;
        let up = format!("{FRAME}.shadowRoot?.querySelector('.colophon')");
        page.until(&format!("{up} || frames[0].complaints.length")).await?;
        let seen = complaints(&page).await?;
        assert!(seen.iter().all(|line| line.starts_with("atlas-error ")) && seen.len() < 2, "{method}: {seen:?}");
        let shown = format!("!!{up} || {FRAME}.querySelector('p').getBoundingClientRect().height > 0");
        assert_eq!(page.get(&shown).await?, true, "{method}");
        page.end().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_browser_without_intl_is_enough() -> Result<()> {
    let page = after("delete self.Intl;", super::ATLAS).await?;
    assert_eq!(page.get("frames[0].Intl === undefined").await?, true);
    works(&page).await?;
    page.end().await
}

#[tokio::test]
async fn a_tag_that_is_taken_is_left_to_its_owner() -> Result<()> {
    let page = Page::new().await?;
    let taken =
        "<script>customElements.define('cooperation-atlas', class extends HTMLElement { theirs() {} });</script>";
    visit(&page, &[HEAD, taken, SCRIPT, super::ATLAS].concat()).await?;
    let seen = "[typeof atlas.theirs, atlas.shadowRoot, atlas.version === undefined, atlas.innerText]";
    assert_eq!(page.get(seen).await?, json!(["function", null, true, "static"]));
    page.end().await
}

#[tokio::test]
async fn of_two_versions_the_first_serves_and_the_second_steps_back() -> Result<()> {
    let page = Page::new().await?;
    let ours = format!("\"{}\"", env!("CARGO_PKG_VERSION"));
    let script = std::fs::read_to_string(dist().join("cooperation-atlas.js"))?;
    let other = script.replacen(&ours, "\"99.0.0\"", 1);
    assert_ne!(script, other);
    page.server.page("/other.js", other);
    let other = "<script src=/other.js></script>";
    let plain = "<script src=/cooperation-atlas.js></script>";
    for (scripts, version) in [([plain, other], env!("CARGO_PKG_VERSION")), ([other, plain], "99.0.0")] {
        visit(&page, &[HEAD, scripts[0], super::ATLAS, scripts[1]].concat()).await?;
        page.until("$('.colophon')").await?;
        assert_eq!(page.text("atlas.version").await?, version);
        page.get("document.body.insertAdjacentHTML('beforeend', '<cooperation-atlas loading=eager id=late></cooperation-atlas>')")
            .await?;
        page.until("late.result").await?;
        assert_eq!(page.text("late.version").await?, version);
        assert_eq!(page.complaints().await?, [""; 0]);
    }
    page.end().await
}
