//! A thousand times in and out of the page: what stays behind, counted by Chromium after a collection.
//!
//! Nodes and listeners are counted, not the heap: one forgotten listener keeps thousands of nodes in little of it. The
//! memories of WebAssembly are counted by weak references, which the page keeps from before the script on.

use crate::driver::Result;
use crate::page::{HEAD, Page, SCRIPT};
use serde_json::json;

const ROUNDS: usize = 10;

/// Notes the memories of WebAssembly, from before the script on.
pub const COUNT: &str = "<script>
    const memories = [], inner = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...all) => {
        const made = await inner.apply(WebAssembly, all);
        memories.push(new WeakRef((made.instance ?? made).exports.memory));
        return made;
    };
    const alive = () => memories.map(found => found.deref()).filter(found => found);
    const task = () => new Promise(done => setTimeout(done));
    </script><main></main>";

/// What there is after a collection.
#[derive(Debug, PartialEq)]
pub struct Counts {
    pub documents: u64,
    pub nodes: u64,
    pub listeners: u64,
    pub memories: u64,
    pub bytes: u64,
}

/// Counts it, in a page with [`COUNT`].
pub async fn count(page: &Page) -> Result<Counts> {
    // The first finds what is dead; what hung on it by way of a finalizer is found by the next.
    for _ in 0..3 {
        page.browser.cdp("HeapProfiler.collectGarbage", json!({})).await?;
        page.browser.js_async("await task();", vec![]).await?;
    }
    let seen = page.browser.cdp("Memory.getDOMCounters", json!({})).await?;
    let kept = page.get("[alive().length, alive().reduce((sum, memory) => sum + memory.buffer.byteLength, 0)]").await?;
    let number = |value: &serde_json::Value| value.as_u64().ok_or("not a number");
    Ok(Counts {
        documents: number(&seen["documents"])?,
        nodes: number(&seen["nodes"])?,
        listeners: number(&seen["jsEventListeners"])?,
        memories: number(&kept[0])?,
        bytes: number(&kept[1])?,
    })
}

/// Does a hundred of something ten times, and compares what there is after each to what there was after the first.
async fn flat(page: &Page, hundred: &str) -> Result<()> {
    let mut first = None;
    for round in 1..=ROUNDS {
        page.browser.js_async(hundred, vec![]).await?;
        let counts = count(page).await?;
        println!("{}: {counts:?}", round * 100);
        let first = first.get_or_insert(counts);
        if round > 1 {
            assert_eq!(count(page).await?, *first, "after {} times", round * 100);
        }
    }
    Ok(())
}

async fn page() -> Result<Page> {
    let page = Page::new().await?;
    page.server.page("/host.html", [HEAD, COUNT, SCRIPT].concat());
    page.browser.goto(&page.server.url("/host.html")).await?;
    Ok(page)
}

#[tokio::test]
async fn an_element_a_thousand_times_in_and_out_leaves_nothing_behind() -> Result<()> {
    let page = page().await?;
    page.get("document.querySelector('main').innerHTML = '<cooperation-atlas loading=eager></cooperation-atlas>'")
        .await?;
    page.until("$('.colophon')").await?;
    // Out for some tasks, which is to be gone, and in for some frames, which is to be seen again.
    let hundred = "const atlas = document.querySelector('cooperation-atlas');
        for (let i = 0; i < 100; i++) {
            atlas.remove();
            await task();
            await task();
            document.querySelector('main').append(atlas);
            if (i % 4 == 0) await new Promise(requestAnimationFrame);
        }";
    flat(&page, hundred).await?;
    assert_eq!(page.get("alive().length").await?, 1);
    page.ask("sector=space").await?;
    page.end().await
}

#[tokio::test]
async fn a_thousand_elements_that_were_shown_and_dropped_leave_nothing_behind() -> Result<()> {
    let page = page().await?;
    flat(&page, &hundred_new("")).await?;
    assert_eq!(page.get("[memories.length, alive().length]").await?, json!([1000, 0]));
    page.end().await
}

#[tokio::test]
async fn elements_that_were_used_before_they_were_dropped_leave_nothing_behind() -> Result<()> {
    let page = page().await?;
    // A filter, details, and history that is being played.
    let using = "atlas.query = 'select=instrument:poc-2019&q=energy';
        atlas.shadowRoot.querySelector('.known .play').click();
        if (!atlas.shadowRoot.querySelector('[part=known]')) throw new Error('no bar');
        await task();";
    page.browser.js_async(&hundred_new(using).replace("100", "20"), vec![]).await?;
    let first = count(&page).await?;
    page.browser.js_async(&hundred_new(using).replace("100", "20"), vec![]).await?;
    assert_eq!(count(&page).await?, first);
    assert_eq!(page.get("[memories.length, alive().length]").await?, json!([40, 0]));
    page.end().await
}

/// Makes, starts and drops a hundred elements, one after the other.
fn hundred_new(using: &str) -> String {
    format!(
        "for (let i = 0; i < 100; i++) {{
            const atlas = document.createElement('cooperation-atlas');
            atlas.setAttribute('loading', 'eager');
            const ready = new Promise(done => atlas.addEventListener('atlas-ready', done, {{ once: true }}));
            document.querySelector('main').append(atlas);
            await ready;
            {using}
            atlas.remove();
        }}
        await task();"
    )
}
