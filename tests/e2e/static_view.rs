//! What readers have before, without and after the code: the prerendered pages.

use crate::driver::Result;
use crate::page::Page;
use atlas::builtin::BUILTIN;
use atlas::packed;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::json;

async fn without_scripts(path: &str) -> Result<Page> {
    let page = Page::new().await?;
    page.browser.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    page.browser.goto(&page.server.url(path)).await?;
    Ok(page)
}

/// The text of the page as it is read.
async fn text(page: &Page) -> Result<String> {
    // The driver's own script runs where the page's may not.
    Ok(page
        .browser
        .client()
        .find(fantoccini::Locator::Css("body"))
        .await?
        .text()
        .await?
        .replace('\u{a0}', " ")
        .replace('\u{ad}', ""))
}

#[tokio::test]
async fn with_scripts_off_every_sector_instrument_and_event_can_be_read_in_both_languages() -> Result<()> {
    let data = packed::read(BUILTIN)?;
    for (path, language) in [("/index.html", 0), ("/ru/index.html", 1), ("/fallback.html", 0), ("/embed.html", 0)] {
        let page = without_scripts(path).await?;
        let text = text(&page).await?;
        let names = data.sectors().map(|(_, row)| &row.name);
        let names = names.chain(data.instruments().map(|(_, row)| &row.short));
        for name in
            names.chain(data.events().map(|(_, row)| &row.name)).chain(data.partnerships().map(|(_, row)| &row.name))
        {
            // The driver reads as people do: without the kinds of spaces, and hyphens that are not shown.
            let name = name.get(language).replace('\u{a0}', " ").replace('\u{ad}', "");
            assert!(text.contains(&name), "{path}: no {name}");
        }
        let covered = text.lines().filter(|line| ["covered", "охвачено"].contains(line)).count();
        // Twelve cells, and the key above the table.
        assert_eq!(covered, 13, "{path}: {text}");
    }
    Ok(())
}

/// A phone has no drawing of the static view, whose list is then the timeline: with states and terms, which the heads of the
/// matrix tell wherever there is room for both.
#[tokio::test]
async fn on_a_phone_without_scripts_the_list_tells_states_and_terms() -> Result<()> {
    for (path, told) in [
        ("/index.html", "Energy work plan: stated term ended, 2016–2020"),
        ("/ru/index.html", "План по энергетике: указанный срок истёк, 2016–2020 гг."),
    ] {
        let page = without_scripts(path).await?;
        for (width, expected) in [(360, true), (1280, false)] {
            page.browser.set_viewport(width, 900, 1.0).await?;
            let text = text(&page).await?;
            assert_eq!(text.contains(told), expected, "{path}, {width} px: {text}");
        }
    }
    Ok(())
}

/// In any engine: what stands in the page when its script does nothing is what stands there with scripts off.
#[tokio::test]
async fn without_its_script_the_page_is_read_and_looks_as_designed_in_any_engine() -> Result<()> {
    let data = packed::read(BUILTIN)?;
    for (path, language) in [("/index.html", 0), ("/ru/index.html", 1)] {
        let page = Page::new().await?;
        page.server.page("/cooperation-atlas.js", "");
        page.browser.goto(&page.server.url(path)).await?;
        let text = "return document.querySelector('cooperation-atlas').innerText.replaceAll('\\u00a0', ' ').replaceAll('\\u00ad', '')";
        let text = page.browser.js(text, vec![]).await?;
        let names = data.sectors().map(|(_, row)| &row.name).chain(data.instruments().map(|(_, row)| &row.name));
        for name in names.chain(data.events().map(|(_, row)| &row.summary)) {
            let name = name.get(language).replace('\u{a0}', " ").replace('\u{ad}', "");
            assert!(text.as_str().unwrap_or_default().contains(&name), "{path}: no {name}");
        }
        let look = "return [document.querySelectorAll('button, input').length,
            getComputedStyle(document.querySelector('.matrix tbody th')).textAlign,
            document.querySelector('.drawing').getBoundingClientRect().width > 700,
            getComputedStyle(document.querySelector('.cell'), '::before').borderTopStyle,
            document.querySelector('.languages a[href]').pathname != location.pathname]";
        let look = page.browser.js(look, vec![]).await?;
        assert_eq!(look, json!([0, "start", true, "solid", true]), "{path}");
    }
    Ok(())
}

#[tokio::test]
async fn the_page_does_not_move_when_the_atlas_takes_over() -> Result<()> {
    let page = Page::open("").await?;
    let shifts =
        "new Promise(done => new PerformanceObserver(list => done(list.getEntries().filter(entry => entry.startTime < before).map(entry => [entry.value, ...entry.sources.map(source => `${source.node?.className ?? source.node?.nodeName} ${JSON.stringify([source.previousRect, source.currentRect])}`)])))
        .observe({ type: 'layout-shift', buffered: true }))";
    // An observer without entries is never called, so a shift is made last; of those before it there may be none.
    let seen = page
        .browser
        .js_async(
            &format!(
                "const p = document.createElement('p'); p.textContent = 'x'; p.style.height = '300px';
                await new Promise(done => setTimeout(done, 300));
                const before = performance.now();
                document.body.prepend(p); await new Promise(requestAnimationFrame); await new Promise(requestAnimationFrame);
                return await {shifts};"
            ),
            vec![],
        )
        .await?;
    assert_eq!(seen, json!([]));
    page.end().await
}

#[tokio::test]
async fn a_pasted_fragment_styles_nothing_but_itself() -> Result<()> {
    let page = Page::new().await?;
    let fragment = std::fs::read_to_string(crate::page::dist().join("fallback.html"))?;
    let look = "JSON.stringify(['table', 'button', 'h2', 'p', 'li'].map(tag => {
        const style = getComputedStyle(document.querySelector('main ' + tag));
        return ['display', 'margin', 'padding', 'font', 'color', 'border', 'boxSizing'].map(name => style[name]);
    }))";
    let main = "<main><h2>A</h2><p>B</p><button>C</button><table><tr><td>D</table><ul><li>E</ul></main>";
    page.server.page("/plain.html", format!("<!doctype html>{main}"));
    page.server.page("/pasted.html", format!("<!doctype html>{main}{fragment}"));
    page.browser.goto(&page.server.url("/plain.html")).await?;
    let plain = page.text(look).await?;
    page.browser.goto(&page.server.url("/pasted.html")).await?;
    assert_eq!(page.text(look).await?, plain);
    let own = "getComputedStyle(document.querySelector('.cooperation-atlas th')).textAlign";
    assert_eq!(page.text(own).await?, "start", "the fragment itself is styled");
    Ok(())
}

/// A host page is printed upright, on less than the table has on a screen of that width: there it is a list.
#[tokio::test]
async fn on_upright_paper_each_mark_stands_under_its_instrument() -> Result<()> {
    let page = Page::open("as-of=2019-10-15").await?;
    page.browser.set_viewport(700, 900, 1.0).await?;
    page.browser.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
    page.get("dispatchEvent(new Event('beforeprint'))").await?;
    let lefts = "row => [...row.cells].map(cell => Math.round(cell.getBoundingClientRect().left)).join()";
    let rows =
        page.get(&format!("[...new Set($$('.matrix .heads, .matrix tbody tr:not(.group)').map({lefts}))]")).await?;
    assert_eq!(rows.as_array().map(Vec::len), Some(1), "{rows}");
    let group = page.get("$('.matrix .group th').clientWidth == $('.matrix').clientWidth").await?;
    assert_eq!(group, true, "the name of a group spans the table");
    let drawing =
        page.get("[$('.drawing').clientHeight > 100, $('.canvas').clientHeight >= $('.drawing').clientHeight]").await?;
    assert_eq!(drawing, json!([true, true]));
    page.end().await
}

#[tokio::test]
async fn the_standalone_page_is_two_sheets_of_a4_with_heads_on_both_and_the_sources_as_notes() -> Result<()> {
    for (path, scripts) in [("/index.html", true), ("/ru/index.html", true), ("/ru/index.html?static", false)] {
        let page = Page::new().await?;
        if scripts {
            page.goto(path).await?;
        } else {
            page.browser.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
            page.browser.goto(&page.server.url(path)).await?;
        }
        let paper = json!({ "preferCSSPageSize": true, "printBackground": false });
        let pdf = page.browser.cdp("Page.printToPDF", paper).await?;
        let pdf = BASE64_STANDARD.decode(pdf["data"].as_str().unwrap_or_default())?;
        let text = String::from_utf8_lossy(&pdf);
        assert!(text.contains("/Count 2\n") || text.contains("/Count 2>"), "{path}: not two pages");
        assert!(text.contains("/MediaBox [0 0 841") || text.contains("/MediaBox [0 0 842"), "{path}: not A4 landscape");
        page.browser.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        let look = "(root => [
            getComputedStyle(root.querySelector('thead')).display,
            [...root.querySelectorAll('tbody tr:not(.group)')].filter(row => row.checkVisibility()).length,
            [...root.querySelectorAll('.endnotes li')].filter(note => note.checkVisibility()).length,
            [...root.querySelectorAll('.cell')].map(cell => getComputedStyle(cell, '::after').content).filter(note => /^\"\\d/.test(note)).length,
        ])(document.querySelector('cooperation-atlas').shadowRoot ?? document)";
        assert_eq!(
            page.browser.js(&format!("return {look};"), vec![]).await?,
            json!(["table-header-group", 21, 21, 30]),
            "{path}"
        );
    }
    Ok(())
}
