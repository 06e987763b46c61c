//! The head of the atlas: few controls, little height, and what narrow screens make of both; heads that stay in sight.

use crate::driver::{Font, Result};
use crate::page::{Page, key};
use serde_json::json;

/// What takes clicks or keys before the drawing, besides the chips, which are as many as are set.
const CONTROLS: &str =
    "$$('button, a[href], input, select').filter(found => found.checkVisibility() && !found.closest('.chips')
    && found.compareDocumentPosition($('.drawing')) & Node.DOCUMENT_POSITION_FOLLOWING)";

#[tokio::test]
async fn twelve_controls_at_most_stand_before_the_drawing() -> Result<()> {
    let page = Page::open("as-of=2020-09-01").await?;
    page.resize_window(1280, 900).await?;
    let names = page.get(&format!("{CONTROLS}.map(found => found.innerText || found.placeholder)")).await?;
    assert!(names.as_array().is_some_and(|names| (8..=12).contains(&names.len())), "{names}");
    page.end().await
}

#[tokio::test]
async fn the_first_bar_stands_near_the_top_in_any_font_and_language() -> Result<()> {
    for font in Font::ALL {
        let page = Page::in_font(font).await?;
        page.resize_window(1280, 900).await?;
        page.goto("/index.html").await?;
        for query in ["as-of=2020-09-01", "as-of=2020-09-01&lang=ru"] {
            page.ask(query).await?;
            let top = "$('.lane .segment').getBoundingClientRect().top - atlas.getBoundingClientRect().top";
            let top = page.get(top).await?.as_f64().unwrap_or(f64::MAX);
            // In the widest font, the Russian sentence takes a third line.
            let most = if font == Font::Wide && query.ends_with("ru") { 340.0 } else { 320.0 };
            assert!(top <= most, "{top} px with the {} font: {query}", font.name());
        }
        page.end().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_key_with_every_mark_stands_above_the_table_in_the_order_of_strength() -> Result<()> {
    let page = Page::open("as-of=2020-09-01").await?;
    let key = ["covered", "named area", "sectoral cooperation", "being explored", "not mentioned in the source"];
    assert_eq!(page.all_seen(".matrix .key li").await?, key);
    let place = "[$('.matrix .key'), $('.matrix table')].map(found => found.getBoundingClientRect().bottom)";
    let place = page.get(place).await?;
    assert!(place[0].as_f64() < place[1].as_f64(), "{place}");
    let lines = "new Set($$('.matrix .key li').map(found => found.getBoundingClientRect().top)).size";
    assert_eq!(page.get(lines).await?, 1, "one line");
    page.ask("as-of=2020-09-01&inferred=1").await?;
    assert_eq!(page.all_seen(".matrix .key li").await?.len(), 6);
    page.end().await
}

#[tokio::test]
async fn heads_stay_in_sight_and_partnerships_stand_apart() -> Result<()> {
    let page = Page::open("as-of=2020-09-01&view=matrix").await?;
    page.get("atlas.style.setProperty('--atlas-top', '50px')").await?;
    page.get("$('[data-select=\"sector:space\"]').scrollIntoView({ block: 'end', behavior: 'instant' })").await?;
    page.get("scrollBy(0, 150)").await?;
    page.until("$('.partners').getBoundingClientRect().bottom < 0").await?;
    let tops = page.get("$$('.heads th').map(found => Math.round(found.getBoundingClientRect().top))").await?;
    assert!(tops.as_array().is_some_and(|tops| tops.iter().all(|top| *top == 50)), "below a head of the page: {tops}");
    // By the keyboard, nothing is hidden behind them.
    page.focus("[data-select='sector:agriculture']").await?;
    let clear = "$('[data-select=\"sector:agriculture\"]').getBoundingClientRect().top >= $('.heads').getBoundingClientRect().bottom - 1";
    page.until(clear).await?;
    let room = "$$('.begins:not([hidden])').map(found => getComputedStyle(found).paddingInlineStart)";
    let room = page.get(&format!("[...new Set({room})]")).await?;
    assert_eq!(room, json!(["16px"]));
    page.end().await
}

#[tokio::test]
async fn on_a_phone_the_sectors_come_first_and_each_entry_is_a_line() -> Result<()> {
    let page = Page::open("as-of=2019-10-15&view=matrix").await?;
    page.resize_window(360, 800).await?;
    page.until("getComputedStyle($('.matrix table')).display == 'block'").await?;
    let line = |id: &str| format!("getComputedStyle($('[data-select=\"cell:{id}\"]'), '::after').content");
    let told = page.text(&line("agriculture/work-programme-post-2017")).await?;
    assert_eq!(told.replace('\u{ad}', ""), "\"Post-2017 programme · covered · term not stated\"");
    let told = page.text(&line("energy/energy-2016-2020")).await?;
    assert!(told.replace('\u{ad}', "").ends_with(" · covered · 2016–2020\""), "{told}");
    let first = "$('.matrix tbody tr:not(.group) th').getBoundingClientRect().top - $('.matrix .key').getBoundingClientRect().bottom";
    assert!(
        page.get(first).await?.as_f64().is_some_and(|gap| (0.0..80.0).contains(&gap)),
        "nothing before the first sector"
    );
    // The instruments follow, closed, with all that their heads say; screen readers have the heads in the table.
    assert_eq!(page.get("$('.cards').open").await?, false);
    page.click(".cards summary").await?;
    page.until("$('.cards').open").await?;
    let card = page.seen(".cards li:has([data-select='instrument:poc-2019'])").await?;
    assert!(card.to_lowercase().contains("within its stated term") && card.contains("2019–2020"), "{card}");
    page.click(".cards [data-select='instrument:poc-2019']").await?;
    page.until("$('.details')").await?;
    page.browser.press(key::ESCAPE).await?;
    page.until("atlas.shadowRoot.activeElement?.matches('.cards button')").await?;
    page.end().await
}

#[tokio::test]
async fn on_a_phone_one_bar_at_the_lower_edge_has_the_day() -> Result<()> {
    let page = Page::open("as-of=2019-10-15").await?;
    page.resize_window(360, 700).await?;
    page.until("innerWidth == 360").await?;
    page.get("scrollTo(0, 900)").await?;
    let bar = "(box => [Math.round(innerHeight - box.bottom), box.height < 70])($('.known .controls').getBoundingClientRect())";
    page.until(&format!("{bar}.join() == '0,true'")).await?;
    assert_eq!(page.get("$('.play').checkVisibility()").await?, false);
    page.click("[data-panel=more]").await?;
    page.until("$('.play').checkVisibility()").await?;
    page.browser.press(key::ESCAPE).await?;
    page.until("!$('.play').checkVisibility() && atlas.shadowRoot.activeElement?.matches('.more')").await?;
    page.click("[data-panel=day]").await?;
    page.until("$('.date')").await?;
    let above = "$('.date').getBoundingClientRect().bottom <= $('.known .controls').getBoundingClientRect().top + 2";
    assert_eq!(page.get(above).await?, true);
    page.end().await
}

/// Texts that stick out of the widget, or are cut off by a box around them.
const CLIPPED: &str = "(() => {
    const found = [], edge = $('.root').getBoundingClientRect(), range = document.createRange();
    const walker = document.createTreeWalker($('.root'), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const place = node.parentElement;
        if (!node.data.trim() || !place.checkVisibility() || place.closest('svg, .none, .out, .skip, .ruler, .scroll:not(.fits)')) continue;
        let hides = false;
        for (let at = place; at; at = at.parentElement) hides ||= getComputedStyle(at).clipPath != 'none';
        if (hides) continue;
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) {
            if (box.width && (box.left < edge.left - 1 || box.right > edge.right + 1)) found.push(node.data.trim());
        }
    }
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
    return [...new Set(found)];
})()";

#[tokio::test]
async fn nothing_is_clipped_at_any_width_in_any_font_whatever_is_open() -> Result<()> {
    let mut found = Vec::new();
    for font in Font::ALL {
        let page = Page::in_font(font).await?;
        page.goto("/index.html").await?;
        for width in [320, 360, 768, 1024, 1280, 1440, 1920] {
            page.browser.set_viewport(width, 900, 1.0).await?;
            for lang in ["en", "ru"] {
                let day = "as-of=2020-09-01&compare=2019-10-15";
                for (name, query, opener) in [
                    ("filters", "as-of=2020-09-01&gaps=1&coverage=covered", "[data-panel=filters]"),
                    ("day", day, "[data-panel=day]"),
                    ("second day", day, "[data-panel=compare]"),
                    ("more", day, "[data-panel=more]"),
                    ("play", "as-of=2020-08-28", ".play"),
                    (
                        "cell",
                        "as-of=2020-09-01&inferred=1&select=cell:agriculture/agriculture-2016-2020",
                        ".cards summary",
                    ),
                ] {
                    page.ask(&format!("{query}&lang={lang}")).await?;
                    page.get(&format!("$('{opener}').click()")).await?;
                    page.until("true").await?;
                    let clipped: Vec<String> = serde_json::from_value(page.get(CLIPPED).await?)?;
                    if !clipped.is_empty() {
                        found.push(format!("{} font, {width} px, {lang}, {name}: {clipped:?}", font.name()));
                    }
                    page.get(&format!("$('{opener}').click()")).await?;
                }
            }
        }
        page.end().await?;
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}
