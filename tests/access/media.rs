//! What a reader has asked the system for, and paper: checks 22, 23 and 24.
//!
//! Chromium emulates all of it. Firefox takes it as preferences of a browser of its own; it has no such thing for paper,
//! so there the page is only printed. What either prints is read.

use crate::driver::{Kind, Options, Result};
use crate::look::found;
use crate::page::Page;
use fantoccini::wd::PrintConfiguration;
use serde_json::json;

/// 22: in each of the two palettes that systems have, light on dark and dark on light.
pub async fn forced(page: &Page) -> Result<Vec<String>> {
    if Kind::of_environment() == Kind::Firefox {
        let own = firefox(page, &[("browser.display.document_color_use", 2), ("ui.useAccessibilityTheme", 1)]).await?;
        let findings = match own.get("matchMedia('(forced-colors: active)').matches").await? == true {
            true => found(&own, "forced", vec![]).await?,
            false => vec!["colours are not forced".into()],
        };
        return Ok(findings);
    }
    let mut findings = Vec::new();
    for scheme in ["light", "dark"] {
        page.browser.emulate_media(&[("forced-colors", "active"), ("prefers-color-scheme", scheme)]).await?;
        page.until("matchMedia('(forced-colors: active)').matches").await?;
        findings.extend(found(page, "forced", vec![]).await?.into_iter().map(|line| format!("{scheme}: {line}")));
    }
    page.browser.emulate_media(&[]).await?;
    Ok(findings)
}

/// 23: with reduced motion nothing moves by itself, and "play" goes on by steps.
pub async fn still(page: &Page) -> Result<Vec<String>> {
    match Kind::of_environment() {
        Kind::Firefox => steps(&firefox(page, &[("ui.prefersReducedMotion", 1)]).await?).await,
        // It follows the system, which it cannot be told: there the pace is chosen.
        Kind::WebKit => steps(page).await,
        Kind::Chromium => {
            page.browser.emulate_media(&[("prefers-reduced-motion", "reduce")]).await?;
            page.until("matchMedia('(prefers-reduced-motion: reduce)').matches").await?;
            let findings = steps(page).await?;
            page.browser.emulate_media(&[]).await?;
            Ok(findings)
        }
    }
}

async fn steps(page: &Page) -> Result<Vec<String>> {
    let mut findings = found(page, "motion", vec![]).await?;
    page.ask("as-of=2016-03-01").await?;
    page.get("$('.play').click()").await?;
    if Kind::of_environment() == Kind::WebKit {
        page.until("$$('.playing button').length == 3").await?;
        page.get("$$('.playing button')[2].click()").await?;
    }
    page.until("$$('.playing button')[2]?.ariaPressed == 'true'").await.map_err(|_| "play goes on by itself")?;
    page.get("$('[data-step=next]').click()").await?;
    page.until("atlas.query.startsWith('as-of=2016-08-05')").await.map_err(|_| "play does not step")?;
    findings.extend(found(page, "motion", vec![]).await?);
    page.get("$('.play').click()").await?;
    findings.dedup();
    Ok(findings)
}

/// A Firefox with whole numbers as preferences, on the same page.
async fn firefox(page: &Page, prefs: &[(&str, i32)]) -> Result<Page> {
    let prefs = prefs.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
    let kind = Kind::Firefox;
    let own = Page::with(Options { kind, window: (1440, 1000), lang: Some("en".into()), prefs, ..Options::default() })
        .await?;
    own.goto(&format!("/index.html#atlas?{}", page.query().await?)).await?;
    Ok(own)
}

/// 24: on paper stand all rows of the view as it is filtered, with their sources, and nothing to click.
pub async fn paper(page: &Page) -> Result<Vec<String>> {
    let rows = page.get("$$('.matrix tbody tr:not(.group)').filter(row => row.checkVisibility()).length").await?;
    let events = page.get("$$('.events li').filter(item => item.checkVisibility()).length").await?;
    if Kind::of_environment() == Kind::Firefox {
        return printed(page).await;
    }
    page.browser.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
    let mut findings = found(page, "paper", vec![rows, events]).await?;
    page.browser.cdp("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
    findings.extend(printed(page).await?);
    Ok(findings)
}

/// What is printed is read again: the drawing by its years, all rows, events and notes, and no control.
async fn printed(page: &Page) -> Result<Vec<String>> {
    let script = "JSON.stringify([
        [...$$('.tick:not(.minor) text, .matrix tbody tr:not(.group, [hidden]) > th button, .events li:not([hidden]) .what'), ...$$('.endnotes li')],
        $$('.colophon button'),
    ].map(list => list.map(found => found.textContent)))";
    let expected: [Vec<String>; 2] = serde_json::from_str(&page.text(script).await?)?;
    let pdf = lopdf::Document::load_mem(&page.browser.client().print(PrintConfiguration::default()).await?)?;
    let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
    // Lines break where they must, and fonts join letters.
    let joined = |text: &str| {
        let ligatures =
            [('\u{fb00}', "ff"), ('\u{fb01}', "fi"), ('\u{fb02}', "fl"), ('\u{fb03}', "ffi"), ('\u{fb04}', "ffl")];
        let text = text.replace(|letter: char| letter.is_whitespace() || letter == '\u{ad}', "");
        ligatures.into_iter().fold(text, |text, (one, several)| text.replace(one, several))
    };
    let paper = joined(&pdf.extract_text(&pages)?);
    let [told, controls] = expected;
    // Firefox breaks notes between sheets, whose halves then stand apart: there each word is looked for.
    let told = told.iter().filter(|words| match Kind::of_environment() {
        Kind::Firefox => words.split(' ').any(|word| !paper.contains(&joined(word))),
        _ => !paper.contains(&joined(words)),
    });
    let missing = told.map(|words| format!("not printed: {words}"));
    let left = controls.iter().filter(|words| paper.contains(&joined(words))).map(|words| format!("printed: {words}"));
    Ok(missing.chain(left).collect())
}
