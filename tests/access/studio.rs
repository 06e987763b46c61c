//! The studio, before and after something is dropped, in both languages: axe, narrow pages, and the keyboard alone.

use crate::axe;
use crate::driver::{Kind, Result};
use crate::page::{Page, key};
use serde_json::{Value, json};
use std::time::Duration;

const SHEET: &str =
    "sector,instrument,from,to,source\nEnergy,Energy plan,2016,2020,Page\nTrade,Trade plan,09.2019,2020,Page\n";

/// What can have the focus and is seen, as it stands in the page; what is inside the atlas has checks of its own.
const CONTROLS: &str = "const controls = [...document.querySelectorAll('button, a, input, [tabindex=\"0\"]')]
    .filter(one => one.checkVisibility());
    const name = one => (one.id || one.innerText || one.className).slice(0, 40);";

async fn until(page: &Page, expression: &str) -> Result<()> {
    page.browser.wait_until(expression, Duration::from_secs(60)).await
}

/// Opens it, with a sheet that has a mistake, or with nothing.
async fn open(page: &Page, lang: &str, sheet: Option<&str>) -> Result<()> {
    page.browser.goto(&page.server.url(&format!("/cooperation-atlas-studio.html?lang={lang}"))).await?;
    until(page, "document.querySelector('[data-text=lead]')?.textContent").await?;
    if let Some(sheet) = sheet {
        let script = "const files = new DataTransfer();
            files.items.add(new File([arguments[0]], 'plans.csv'));
            const field = document.querySelector('.pick-files');
            field.files = files.files;
            field.dispatchEvent(new Event('change', { bubbles: true }));";
        page.browser.js(script, vec![json!(sheet)]).await?;
        until(page, "document.querySelector('cooperation-atlas')?.result").await?;
        page.browser.js("document.querySelector('.list .problem').click();", vec![]).await?;
        until(page, "document.querySelector('.row')").await?;
    }
    Ok(())
}

/// What the Tab key reaches from the top of the page, until it comes into the atlas or out of the page, and of that what shows
/// no sign of the focus.
async fn walked(page: &Page) -> Result<(Vec<Value>, Vec<Value>)> {
    let (mut reached, mut unmarked) = (Vec::new(), Vec::new());
    page.browser.js("scrollTo(0, 0); document.activeElement.blur();", vec![]).await?;
    for _ in 0..60 {
        page.browser.press(key::TAB).await?;
        let script = format!(
            "{CONTROLS} const at = document.activeElement;
            if (at == document.body || at.localName == 'cooperation-atlas') return null;
            const style = getComputedStyle(at);
            const isMarked = style.outlineStyle != 'none' && parseFloat(style.outlineWidth) >= 2;
            // What scrolls is a stop of its own in some engines, with a mark of theirs.
            return controls.includes(at) ? [name(at), isMarked] : [];"
        );
        let told = page.browser.js(&script, vec![]).await?;
        // Some engines leave the page, WebKit begins anew.
        if told.is_null() || told.get(0).is_some() && told.get(0) == reached.first() {
            break;
        }
        if told[1] == false {
            unmarked.push(told[0].clone());
        }
        reached.extend(told.get(0).cloned());
    }
    Ok((reached, unmarked))
}

async fn findings(page: &Page, state: &str, findings: &mut Vec<String>) -> Result<()> {
    let engine = Kind::of_environment();
    let themes: &[&str] = if engine == Kind::Chromium { &["light", "dark"] } else { &["light"] };
    for theme in themes {
        if engine == Kind::Chromium {
            page.browser
                .emulate_media(&[("prefers-color-scheme", theme), ("prefers-reduced-motion", "reduce")])
                .await?;
        }
        let axe = axe::run(page).await?;
        findings.extend(axe.violations.iter().chain(&axe.contrast).map(|what| format!("{state}, {theme}: {what}")));
    }
    let script = format!("{CONTROLS} return controls.map(name);");
    let there = page.browser.js(&script, vec![]).await?;
    let (reached, unmarked) = walked(page).await?;
    if json!(reached) != there {
        findings.push(format!("{state}: Tab reaches {reached:?} of {there}"));
    }
    findings.extend(unmarked.iter().map(|name| format!("{state}: no sign of the focus on {name}")));
    Ok(())
}

#[tokio::test]
async fn the_studio_is_for_every_reader() -> Result<()> {
    let page = Page::new().await?;
    let mut all = Vec::new();
    for lang in ["en", "ru"] {
        for (state, sheet) in [("start", None), ("with a mistake", Some(SHEET))] {
            let state = format!("{state}, {lang}");
            page.resize_window(1280, 900).await?;
            open(&page, lang, sheet).await?;
            findings(&page, &state, &mut all).await?;
            // WCAG's reflow: 320 px.
            page.resize_window(320, 700).await?;
            let script = "const wide = document.scrollingElement;
                return wide.scrollWidth > wide.clientWidth ? [wide.scrollWidth, wide.clientWidth].join(' of ') : '';";
            let wide = page.browser.js(script, vec![]).await?;
            if wide != "" {
                all.push(format!("{state}: a page of 320 px scrolls sideways: {wide}"));
            }
        }
    }
    assert_eq!(all, [""; 0]);
    // A finding is found.
    page.browser.js("document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=data:,>');", vec![]).await?;
    assert_eq!(axe::run(&page).await?.rules, ["image-alt"]);
    Ok(())
}
