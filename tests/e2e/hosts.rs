//! On its own page and on others: no request, no sideways scrolling, no word beside its place.

use crate::driver::Result;
use crate::page::Page;
use serde_json::json;

#[tokio::test]
async fn nothing_is_requested_but_the_page_and_its_script() -> Result<()> {
    let page =
        Page::with_body("<link rel=icon href=data:,><cooperation-atlas query='as-of=2019-10-15'></cooperation-atlas>")
            .await?;
    page.click("[data-select='instrument:mou-2018']").await?;
    page.until("$('.details')").await?;
    page.click(".languages [lang=ru]").await?;
    page.until("$('.atlas').lang == 'ru'").await?;
    let requests = page.get("performance.getEntriesByType('resource').map(entry => entry.name)").await?;
    assert_eq!(requests, json!(["/watch.js", "/cooperation-atlas.js"].map(|path| page.server.url(path))));
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
async fn no_word_of_the_matrix_runs_into_the_next_column_or_is_cut() -> Result<()> {
    let page = Page::open("").await?;
    let over = "$$('.matrix th, .matrix td').flatMap(cell => {
        const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), edge = cell.getBoundingClientRect().right;
        const found = [];
        const unseen = element => element != $('.matrix')
            && (getComputedStyle(element).clipPath == 'inset(50%)' || unseen(element.parentElement));
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            if (unseen(node.parentElement)) continue;
            const range = document.createRange();
            range.selectNodeContents(node);
            if (range.getBoundingClientRect().right > edge + 1) found.push(node.data);
            // Nor is a word cut in two, but where it says itself that it may be.
            for (const word of node.data.matchAll(/[^\\s-]+/g)) {
                if (word[0].includes('\\u00ad')) continue;
                range.setStart(node, word.index);
                range.setEnd(node, word.index + word[0].length);
                if (new Set([...range.getClientRects()].map(box => box.top)).size > 1) found.push('cut: ' + word[0]);
            }
        }
        return found;
    })";
    let mut found = Vec::new();
    for width in [320, 360, 720, 800, 1024, 1100, 1280, 1440] {
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
async fn on_paper_there_are_no_controls() -> Result<()> {
    let page = Page::open("as-of=2019-10-15&sector=energy&select=sector:energy&compare=2016-01-01").await?;
    page.browser.cdp("Emulation.setEmulatedMedia", serde_json::json!({ "media": "print" })).await?;
    let clickable = "$$('input, button:not(.plain, .link, .cell, .chip)').filter(found => found.checkVisibility())\
                     .map(found => found.outerHTML)";
    assert_eq!(page.get(clickable).await?, json!([]));
    assert_eq!(page.get("$('[data-panel=embed]').checkVisibility()").await?, false);
    page.end().await
}
