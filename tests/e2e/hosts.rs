//! On its own page and on others: no request, no sideways scrolling, no word beside its place.

use crate::driver::{Font, Result};
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

/// Letters, words and lines set apart as far as WCAG 1.4.12 lets readers do it.
const SPACED: &str = "(style => { style.textContent = '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; \
     line-height: 1.5 !important } p { margin-block-end: 2em !important }'; document.head.append(style); })(document.createElement('style'))";

/// In which the layout has to hold: each font, as it is and with wider spacing.
const SETTINGS: [(Font, bool); 6] = [
    (Font::Wide, false),
    (Font::Wide, true),
    (Font::Middle, false),
    (Font::Middle, true),
    (Font::Narrow, false),
    (Font::Narrow, true),
];

/// The standalone page in a setting.
async fn page_in((font, spaced): (Font, bool)) -> Result<Page> {
    let page = Page::in_font(font).await?;
    page.goto("/index.html").await?;
    if spaced {
        page.get(SPACED).await?;
    }
    Ok(page)
}

#[tokio::test]
async fn no_width_makes_the_page_scroll_sideways() -> Result<()> {
    let mut found = Vec::new();
    for setting in SETTINGS {
        let page = page_in(setting).await?;
        for width in [320, 360, 768, 1024, 1280, 1440, 1920] {
            page.browser.set_viewport(width, 900, 1.0).await?;
            for query in [
                "lang=en&as-of=2021-01-01",
                "lang=ru&as-of=2021-01-01",
                "lang=ru&as-of=2019-09-10&select=event:mou-signed&inferred=1",
                "lang=en&partnership=asean-eaeu&sector=agriculture",
            ] {
                page.ask(query).await?;
                // The width reaches the drawing by way of a resize observer, a frame later.
                if page.until("document.documentElement.scrollWidth <= innerWidth").await.is_err() {
                    let guilty = "$$('*').filter(found => found.getBoundingClientRect().right > innerWidth + 1)\
                         .map(found => found.tagName + '.' + (found.className.baseVal ?? found.className)).slice(0, 9).join(', ')";
                    found.push(format!("{setting:?}, {width} px, {query}: {}", page.text(guilty).await?));
                }
            }
        }
        page.end().await?;
    }
    assert!(found.is_empty(), "wider than the window:\n{}", found.join("\n"));
    Ok(())
}

#[tokio::test]
async fn no_word_of_the_matrix_runs_into_the_next_column_or_is_cut() -> Result<()> {
    let over = "$$('.matrix th, .matrix td').flatMap(cell => {
        const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), edge = cell.getBoundingClientRect().right;
        const found = [];
        const unseen = element => element != $('.matrix')
            && (getComputedStyle(element).clipPath == 'inset(50%)' || unseen(element.parentElement));
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            if (unseen(node.parentElement) || node.parentElement.closest('.citation')) continue; // an address breaks anywhere
            const range = document.createRange();
            range.selectNodeContents(node);
            if (range.getBoundingClientRect().right > edge + 1) found.push(node.data);
            // Nor is a word cut in two, but where it says itself that it may be. A line may end with a dash.
            for (const word of node.data.matchAll(/[^\\s\\u2013-]+/g)) {
                if (word[0].includes('\\u00ad')) continue;
                range.setStart(node, word.index);
                range.setEnd(node, word.index + word[0].length);
                if (new Set([...range.getClientRects()].map(box => box.top)).size > 1) found.push('cut: ' + word[0]);
            }
        }
        return found;
    })";
    // A table that has no room scrolls in its own box; with spacing as it is, no font takes that much.
    let scrolls = "$('.matrix table').scrollWidth > $('.matrix').clientWidth + 1";
    let mut found = Vec::new();
    for setting in SETTINGS {
        let page = page_in(setting).await?;
        for width in [320, 360, 720, 800, 1024, 1100, 1280, 1440] {
            page.browser.set_viewport(width, 900, 1.0).await?;
            for lang in ["en", "ru"] {
                for rest in ["", "&select=instrument:poc-2019"] {
                    page.ask(&format!("lang={lang}&as-of=2021-01-01&view=matrix{rest}")).await?;
                    let words: Vec<String> = serde_json::from_value(page.get(over).await?)?;
                    if !words.is_empty() {
                        found.push(format!("{setting:?}, {width} px, {lang}{rest}: {words:?}"));
                    }
                    if !setting.1 && page.get(scrolls).await? == true {
                        found.push(format!("{setting:?}, {width} px, {lang}{rest}: scrolls"));
                    }
                }
            }
        }
        page.end().await?;
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
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
