//! From state to state: an element is idle, starting, running, failed or dead, and what comes too late is thrown away.

use super::STATIC;
use crate::driver::{Break, Result};
use crate::page::Page;
use atlas::builtin::BUILTIN;
use serde_json::json;

/// Notes what the element says, and the intervals that run; and catches what would be downloaded.
const NOTES: &str = "<script>
    self.heard = [];
    for (const kind of ['ready', 'error']) document.addEventListener('DOMContentLoaded', () =>
        document.querySelector('cooperation-atlas').addEventListener('atlas-' + kind, ({ detail }) =>
            heard.push(kind + (detail ? ' ' + detail.code : ''))));
    self.intervals = new Set();
    const begin = self.setInterval, end = self.clearInterval;
    self.setInterval = (...all) => { const id = begin(...all); intervals.add(id); return id; };
    self.clearInterval = id => { intervals.delete(id); end(id); };
    self.saved = [];
    URL.createObjectURL = blob => { blob.text().then(text => saved.push(text)); return 'about:blank'; };
    HTMLAnchorElement.prototype.click = () => {};
    // Throws once, where something draws a table.
    self.breakTable = () => { for (const name of ['createElement', 'createElementNS']) {
        document[name] = (...all) => {
            if (!all.includes('table')) return Document.prototype[name].apply(document, all);
            delete document.createElement;
            delete document.createElementNS;
            throw new Error('broken');
        };
    } };
    </script>";

/// Longer than what was begun can take to say something.
const QUIET: &str = "await new Promise(done => setTimeout(done, 600));";

const SAVE: &str = "$('.colophon .controls .save').click(); await null; await null;";

async fn page(atlas: &str) -> Result<Page> {
    let page = Page::new().await?;
    page.server.page("/good.atlas", BUILTIN);
    page.server.broken_page("/silent.atlas", "", Break::Silence);
    page.serve("/host.html", &[NOTES, atlas, "<main></main>"].concat());
    page.browser.goto(&page.server.url("/host.html")).await?;
    Ok(page)
}

/// Runs the body of an `async` function in which `atlas` and `$` are known.
async fn run(page: &Page, body: &str) -> Result<serde_json::Value> {
    page.browser.js_async(&format!("{} {body}", crate::driver::IN_ATLAS), vec![]).await
}

/// What was heard once all is quiet; and that there is one instance drawn, or none.
async fn heard(page: &Page, drawn: usize) -> Result<serde_json::Value> {
    run(page, QUIET).await?;
    let heard = page.get("heard").await?;
    assert_eq!(page.count(".root").await?, drawn, "{heard}");
    Ok(heard)
}

#[tokio::test]
async fn a_src_that_changes_twice_while_the_first_is_on_its_way_is_one_start() -> Result<()> {
    let page = page("<cooperation-atlas src=/silent.atlas loading=eager></cooperation-atlas>").await?;
    run(&page, "for (const src of ['/nowhere.atlas', '/good.atlas']) atlas.setAttribute('src', src);").await?;
    page.until("$('.colophon')").await?;
    assert_eq!(heard(&page, 1).await?, json!(["ready"]));
    page.end().await
}

#[tokio::test]
async fn a_src_that_changes_twice_after_a_failure_is_one_start() -> Result<()> {
    let page = page("<cooperation-atlas src=/nowhere.atlas loading=eager><p>static</p></cooperation-atlas>").await?;
    page.until("heard.length").await?;
    assert_eq!(page.get(STATIC).await?, true);
    run(&page, "for (const src of ['/good.atlas?1', '/good.atlas?2']) atlas.setAttribute('src', src);").await?;
    page.until("$('.colophon')").await?;
    assert_eq!(heard(&page, 1).await?, json!(["error dataset-unreachable", "ready"]));
    // Fails anew, as often as it is asked to.
    assert_eq!(page.complaints().await?, ["atlas-error dataset-unreachable"]);
    page.end().await
}

#[tokio::test]
async fn a_src_that_changes_twice_in_a_running_atlas_shows_the_last() -> Result<()> {
    let page = page("<cooperation-atlas loading=eager></cooperation-atlas>").await?;
    page.until("$('.colophon')").await?;
    run(&page, "for (const src of ['/silent.atlas', '/nowhere.atlas', '/good.atlas']) atlas.setAttribute('src', src);")
        .await?;
    assert_eq!(heard(&page, 1).await?, json!(["ready"]));
    page.ask("sector=space").await?;
    page.end().await
}

#[tokio::test]
async fn a_copy_is_of_what_was_shown_when_it_was_asked_for() -> Result<()> {
    let page =
        page("<cooperation-atlas src=/good.atlas query='sector=energy' loading=eager></cooperation-atlas>").await?;
    page.until("$('.colophon')").await?;
    run(&page, &format!("{SAVE} atlas.query = 'sector=space'; atlas.removeAttribute('src');")).await?;
    page.until("saved.length").await?;
    let kept = "saved[0].includes('query=\"sector=energy\"') && saved[0].includes('id=\"cooperation-atlas-data\"')";
    assert_eq!(page.get(kept).await?, true);
    assert_eq!(heard(&page, 1).await?, json!(["ready"]));
    page.end().await
}

#[tokio::test]
async fn an_element_removed_while_it_is_typed_into_writes_no_address() -> Result<()> {
    let page = page("<cooperation-atlas url-state=fragment loading=eager></cooperation-atlas>").await?;
    page.until("$('.colophon')").await?;
    let typed = "const field = $('input[type=search]'); field.value = 'energy';
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        await null; await null; self.kept = atlas; self.typed = atlas.query; atlas.remove();";
    run(&page, &[typed, QUIET].concat()).await?;
    assert_eq!(page.get("[typed, location.hash]").await?, json!(["q=energy", ""]));
    // On the way to another place of the page it is not removed.
    page.get("document.body.append(kept)").await?;
    run(&page, &[&typed.replace("energy", "trade"), "document.querySelector('main').append(atlas);"].concat()).await?;
    page.until("location.hash == '#atlas?q=trade'").await?;
    page.end().await
}

#[tokio::test]
async fn an_element_removed_while_a_copy_is_made_still_answers() -> Result<()> {
    let page = page("<cooperation-atlas loading=eager></cooperation-atlas>").await?;
    page.until("$('.colophon')").await?;
    run(&page, &format!("{SAVE} self.kept = atlas; atlas.remove();")).await?;
    page.until("saved.length").await?;
    // Where a copy cannot be made at all, that is said.
    page.get("document.body.append(kept)").await?;
    run(&page, &format!("delete self.CompressionStream; {SAVE} atlas.remove();")).await?;
    page.until("heard.length == 2").await?;
    assert_eq!(page.get("heard").await?, json!(["ready", "error copy-failed"]));
    page.get("document.body.append(kept)").await?;
    page.ask("sector=space").await?;
    page.end().await
}

#[tokio::test]
async fn an_element_removed_while_it_plays_stands_still() -> Result<()> {
    let page = page("<cooperation-atlas loading=eager></cooperation-atlas>").await?;
    page.until("$('.colophon')").await?;
    run(&page, "$('.known .play').click();").await?;
    page.until("intervals.size == 1").await?;
    page.get("(self.kept = atlas).remove()").await?;
    page.until("!intervals.size").await?;
    page.get("document.body.append(kept)").await?;
    page.until("intervals.size == 1").await?;
    page.end().await
}

#[tokio::test]
async fn an_element_goes_to_another_document_and_back_as_it_is() -> Result<()> {
    let page = page(
        "<cooperation-atlas loading=eager query='sector=energy'></cooperation-atlas>\
         <iframe width=1200 height=800></iframe>",
    )
    .await?;
    page.until("$('.colophon')").await?;
    let look = "(({ borderTopStyle, paddingLeft, backgroundColor }) => [borderTopStyle, paddingLeft, backgroundColor])
        (kept.ownerDocument.defaultView.getComputedStyle(kept.shadowRoot.querySelector('.cell')))";
    let before = run(&page, &format!("self.kept = atlas; return {look};")).await?;
    page.get("frames[0].document.body.append(document.adoptNode(kept))").await?;
    assert_eq!(page.get(look).await?, before, "in the frame");
    page.get("kept.query = 'sector=space'").await?;
    page.until(
        "kept.result.counts.sectors == 1 && kept.shadowRoot.querySelector('.matrix tbody tr:not(.group, [hidden])')",
    )
    .await?;
    page.get("document.body.append(document.adoptNode(kept))").await?;
    assert_eq!(page.get(look).await?, before, "back");
    assert_eq!(page.query().await?, "sector=space");
    assert_eq!(heard(&page, 1).await?, json!(["ready"]));
    page.end().await
}

/// Yew writes its own last words to the console.
async fn ends_with(page: Page, expected: &str) -> Result<()> {
    let told = page.complaints().await?.into_iter().filter(|line| line.starts_with("atlas-error"));
    assert_eq!(told.collect::<Vec<_>>(), [expected]);
    Ok(())
}

#[tokio::test]
async fn a_crash_while_a_copy_is_drawn_is_a_failed_copy_and_harms_no_other() -> Result<()> {
    let page = page("<cooperation-atlas loading=eager></cooperation-atlas>").await?;
    page.until("$('.colophon')").await?;
    run(&page, &format!("breakTable(); {SAVE}")).await?;
    page.until("heard.length == 2").await?;
    assert_eq!(heard(&page, 1).await?, json!(["ready", "error copy-failed"]));
    // What runs goes on, and the next copy is made.
    page.ask("sector=space").await?;
    run(&page, SAVE).await?;
    page.until("saved.length").await?;
    ends_with(page, "atlas-error copy-failed").await
}

#[tokio::test]
async fn a_crash_at_the_start_is_the_end_whatever_is_asked_then() -> Result<()> {
    let page = page(
        "<div style='height: 9000px'></div><cooperation-atlas url-state=fragment><p>static</p></cooperation-atlas>",
    )
    .await?;
    page.until("atlas.version").await?;
    run(&page, "breakTable(); atlas.setAttribute('loading', 'eager');").await?;
    page.until("heard.length").await?;
    run(&page, "atlas.setAttribute('src', '/good.atlas'); atlas.query = 'sector=space'; document.body.append(atlas);")
        .await?;
    assert_eq!(heard(&page, 0).await?, json!(["error crashed"]));
    assert_eq!(page.get(&format!("[{STATIC}, atlas.result, location.hash]")).await?, json!([true, null, ""]));
    ends_with(page, "atlas-error crashed").await
}
