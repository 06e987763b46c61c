//! On host pages: no noise, no request, no sideways scrolling, life and death of elements.

use crate::driver::Result;
use crate::page::Page;
use serde_json::json;

#[tokio::test]
async fn nothing_is_requested_but_the_page_and_its_script() -> Result<()> {
    let page = Page::open("as-of=2019-10-15").await?;
    page.click("[data-select='instrument:mou-2018']").await?;
    page.until("$('.details')").await?;
    page.click(".languages [lang=ru]").await?;
    page.until("$('.atlas').lang == 'ru'").await?;
    let requests = page.get("performance.getEntriesByType('resource').map(entry => entry.name)").await?;
    assert_eq!(requests, json!([page.server.url("/cooperation-atlas.js")]));
    for store in ["localStorage.length + sessionStorage.length", "document.cookie.length"] {
        assert_eq!(page.get(store).await?, 0, "{store}");
    }
    page.end().await
}

#[tokio::test]
async fn no_width_makes_the_page_scroll_sideways() -> Result<()> {
    let page = Page::open("").await?;
    for width in [320, 360, 800, 1440] {
        page.browser.set_viewport(width, 900, 1.0).await?;
        for query in [
            "lang=en&as-of=2021-01-01",
            "lang=ru&as-of=2021-01-01",
            "lang=ru&as-of=2019-09-10&select=event:mou-signed&inferred=1",
            "lang=en&partnership=asean-eaeu&sector=agriculture",
        ] {
            page.ask(query).await?;
            // The width reaches the drawing by way of a resize observer, a frame later.
            let narrow = "document.documentElement.scrollWidth <= innerWidth";
            let wide = page.until(narrow).await;
            if wide.is_err() {
                let guilty = "$$('*').filter(found => found.getBoundingClientRect().right > innerWidth + 1)\
                              .map(found => found.tagName + '.' + (found.className.baseVal ?? found.className)).slice(0, 9).join(', ')";
                panic!("{width} px, {query}: wider than the window: {}", page.text(guilty).await?);
            }
        }
    }
    page.end().await
}

#[tokio::test]
async fn no_word_of_the_matrix_runs_into_the_next_column() -> Result<()> {
    let page = Page::open("").await?;
    let over = "$$('.matrix th, .matrix td').flatMap(cell => {
        const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), edge = cell.getBoundingClientRect().right;
        const found = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            if (node.parentElement.closest('.vh, [aria-hidden]')) continue;
            const range = document.createRange();
            range.selectNodeContents(node);
            if (range.getBoundingClientRect().right > edge + 1) found.push(node.data);
        }
        return found;
    })";
    let mut found = Vec::new();
    for width in [320, 360, 720, 800, 1024, 1440] {
        page.browser.set_viewport(width, 900, 1.0).await?;
        for lang in ["en", "ru"] {
            for rest in ["", "&select=instrument:poc-2019"] {
                page.ask(&format!("lang={lang}&as-of=2021-01-01&view=matrix{rest}")).await?;
                let words: Vec<String> = serde_json::from_value(page.get(over).await?)?;
                if !words.is_empty() {
                    found.push(format!("{width} px, {lang}{rest}: {words:?}"));
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    page.end().await
}

#[tokio::test]
async fn the_page_is_told_of_readiness_and_of_each_change_once() -> Result<()> {
    let page = Page::new().await?;
    let listen = "<script>window.heard = []; for (const name of ['ready', 'change', 'error']) \
        addEventListener('atlas-' + name, event => heard.push(name + ' ' + (event.detail?.query ?? '')));</script>";
    page.serve("/host.html", &format!("{listen}<cooperation-atlas loading=eager></cooperation-atlas>"));
    page.goto("/host.html").await?;
    page.until("heard.length == 1").await?;
    page.click("[data-select='sector:space']").await?;
    page.until("heard.length == 2").await?;
    page.ask("sector=energy").await?;
    page.ask("sector=energy").await?;
    page.until("heard.length == 3").await?;
    assert_eq!(page.get("heard").await?, json!(["ready ", "change select=sector:space", "change sector=energy"]));
    page.end().await
}

#[tokio::test]
async fn an_element_that_is_moved_keeps_its_state_and_one_that_is_removed_leaves_quietly() -> Result<()> {
    let page = Page::with_body("<cooperation-atlas loading=eager></cooperation-atlas><main></main>").await?;
    page.ask("sector=space&as-of=2019-10-15").await?;
    page.get("document.querySelector('main').append(atlas)").await?;
    page.until("$$('.matrix tbody tr:not(.group, [hidden])').length == 1").await?;
    assert_eq!(page.query().await?, "sector=space&as-of=2019-10-15".split('&').rev().collect::<Vec<_>>().join("&"));
    page.get("(window.kept = atlas).remove()").await?;
    page.get("document.querySelector('main').append(window.kept)").await?;
    page.until("$$('.matrix tbody tr:not(.group, [hidden])').length == 1").await?;
    page.end().await
}

#[tokio::test]
async fn the_query_attribute_and_property_are_the_same_thing() -> Result<()> {
    let page = Page::with_body("<cooperation-atlas loading=eager query='sector=space'></cooperation-atlas>").await?;
    assert_eq!(page.query().await?, "sector=space");
    page.get("atlas.setAttribute('query', 'sector=energy')").await?;
    page.until("atlas.query == 'sector=energy'").await?;
    assert_eq!(page.get("JSON.parse(atlas.result).query").await?, "sector=energy");
    assert_eq!(page.text("atlas.version").await?, env!("CARGO_PKG_VERSION"));
    page.end().await
}

#[tokio::test]
async fn headings_begin_at_the_level_that_the_page_asks_for() -> Result<()> {
    let page = Page::with_body("<cooperation-atlas loading=eager heading-level=3></cooperation-atlas>").await?;
    let levels = "$$('h1, h2, h3, h4, h5, h6').map(found => +found.tagName[1])";
    let found: Vec<u32> = serde_json::from_value(page.get(levels).await?)?;
    assert_eq!(found.first(), Some(&3));
    assert!(found.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{found:?} skips a level");
    page.end().await
}
