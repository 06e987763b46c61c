//! Less room, larger text, wider spacing, longer words, the other direction: checks 20, 21, 27 and 31.

use crate::driver::{IN_ATLAS, Result};
use crate::look::{found, run};
use crate::page::Page;
use serde_json::json;

/// Puts the widget into a box of a width, in any browser; none: as wide as the window.
pub async fn boxed(page: &Page, width: Option<u32>) -> Result<()> {
    let script = "let box = document.querySelector('.box');
        if (!box) {
            box = document.createElement('div');
            box.className = 'box';
            atlas.replaceWith(box);
            box.append(atlas);
        }
        box.style.width = arguments[0] ? arguments[0] + 'px' : '';";
    page.browser.js(&format!("{IN_ATLAS} {script}"), vec![json!(width)]).await?;
    page.until("true").await
}

async fn overflow(page: &Page) -> Result<Vec<String>> {
    Ok([found(page, "sideways", vec![]).await?, found(page, "cut", vec![]).await?].concat())
}

fn at(place: &str, findings: Vec<String>) -> impl Iterator<Item = String> {
    findings.into_iter().map(move |line| format!("{place}: {line}"))
}

/// 20: within 320 px, and with text of twice the size, nothing is cut off and the page does not scroll sideways; nor does
/// the table lose cells that screen readers count.
pub async fn narrow_and_large(page: &Page) -> Result<Vec<String>> {
    boxed(page, Some(320)).await?;
    let mut findings: Vec<String> = at("320 px", overflow(page).await?).collect();
    findings.extend(at("320 px", found(page, "columns", vec![]).await?));
    boxed(page, None).await?;
    page.get("document.documentElement.style.fontSize = '200%'").await?;
    page.until("true").await?;
    findings.extend(at("200%", overflow(page).await?));
    page.get("document.documentElement.style.fontSize = ''").await?;
    page.until("true").await?;
    Ok(findings)
}

/// 21: the spacing that a reader has set for all of the document is that of the widget's texts, and all of it fits.
pub async fn spaced(page: &Page) -> Result<Vec<String>> {
    let script = "const style = document.createElement('style');
        style.className = 'spacing';
        style.textContent = '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important } \
                             p { margin-block-end: 2em !important }';
        document.head.append(style);";
    page.browser.js(script, vec![]).await?;
    page.until("true").await?;
    let mut findings = found(page, "spacing", vec![json!(1.9)]).await?;
    findings.extend(overflow(page).await?);
    page.browser.js("document.querySelector('.spacing').remove()", vec![]).await?;
    Ok(findings)
}

/// 31: from right to left, all that has an order runs the other way, and nothing is cut off. The page is not of use any more
/// after that.
pub async fn mirrored(page: &Page) -> Result<Vec<String>> {
    let mut findings = Vec::new();
    for width in [Some(320), Some(800), None] {
        boxed(page, width).await?;
        run(page, "turn", vec![]).await?;
        page.until("true").await?;
        let place = width.map_or("1440 px".to_owned(), |width| format!("{width} px"));
        findings.extend(at(&place, [overflow(page).await?, found(page, "mirrored", vec![]).await?].concat()));
    }
    Ok(findings)
}

/// 27: with each text 40% longer nothing is cut off. The page is not of use any more after that.
pub async fn longer(page: &Page) -> Result<Vec<String>> {
    let mut findings = Vec::new();
    for width in [Some(320), Some(800), None] {
        boxed(page, width).await?;
        run(page, "lengthen", vec![]).await?;
        page.until("true").await?;
        let place = width.map_or("1440 px".to_owned(), |width| format!("{width} px"));
        findings.extend(at(&place, overflow(page).await?));
    }
    Ok(findings)
}
