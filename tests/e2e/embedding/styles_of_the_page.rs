//! Styles of the page that reach for everything.

use super::visit;
use crate::driver::{Kind, Result};
use crate::page::{HEAD, Page, SCRIPT};

const ATLAS: &str =
    "<cooperation-atlas loading=eager query='as-of=2019-10-15&select=instrument:poc-2019'></cooperation-atlas>";

/// The share of pixels that may differ.
const SHARE: f64 = 0.001;

#[tokio::test]
async fn a_page_that_unsets_everything_changes_no_pixel() -> Result<()> {
    differs_little("* { all: unset !important }", "display == 'inline'").await
}

#[tokio::test]
async fn a_page_that_fixes_everything_changes_no_pixel() -> Result<()> {
    differs_little("* { position: fixed !important }", "position == 'fixed'").await
}

/// Compares a picture of the element on a page with this style, which has this effect on it, to one on a page without.
async fn differs_little(style: &str, effect: &str) -> Result<()> {
    let page = Page::new().await?;
    // Nothing on the page has a text, which would be shown when it is unset.
    let head = HEAD.replace("<title>host</title>", "<link rel=stylesheet href=/page.css>");
    // High enough for all of it: a scroll bar would take some of the width.
    page.resize_window(1200, 4800).await?;
    let mut heights = Vec::new();
    // The first time, Firefox finds another height of what is set in columns, by a fifteenth of a pixel.
    for (picture, css) in [("/first.png", ""), ("/clean.png", ""), ("/hostile.png", style)] {
        // The margin of the body is the page's own affair.
        page.server.page("/page.css", format!("body {{ margin: 0 }} {css}"));
        visit(&page, &[&head, SCRIPT, ATLAS].concat()).await?;
        page.until("$('.details') && document.fonts.status == 'loaded'").await?;
        assert_eq!(page.get(&format!("getComputedStyle(atlas).{effect}")).await?, !css.is_empty(), "{css}");
        heights.push(page.get("atlas.getBoundingClientRect().height").await?.as_f64().unwrap_or_default());
        page.server.page(picture, page.browser.whole_page().await?);
        assert_eq!(page.complaints().await?, [""; 0], "{css}");
    }
    let compare = "const [a, b] = await Promise.all(['/clean.png', '/hostile.png'].map(async name => {
            const picture = await createImageBitmap(await (await fetch(name)).blob());
            const canvas = new OffscreenCanvas(picture.width, picture.height);
            const context = canvas.getContext('2d');
            context.drawImage(picture, 0, 0);
            return context.getImageData(0, 0, canvas.width, canvas.height);
        }));
        const colours = new Set(new Uint32Array(a.data.buffer)).size;
        let different = 0;
        for (let i = 0; i < a.data.length; i += 4)
            different += [0, 1, 2].some(channel => Math.abs(a.data[i + channel] - b.data[i + channel]) > arguments[0]);
        return [a.width, a.height, b.width, b.height, different, colours];";
    // WebKit smooths the same letters in another way from one picture to the next.
    let tolerance = if Kind::of_environment() == Kind::WebKit { 32 } else { 0 };
    let seen: Vec<usize> = serde_json::from_value(page.browser.js_async(compare, vec![tolerance.into()]).await?)?;
    let [width, height, other_width, other_height, different, colours] = seen[..] else {
        return Err("no answer".into());
    };
    assert_eq!((width, height), (other_width, other_height), "{style}");
    assert!(width >= 1000 && height > 400 && colours > 20, "no picture: {seen:?}");
    // Below the element there is nothing of ours.
    let all = width as f64 * heights[1].min(height as f64);
    println!("{style}: {different} of {all} pixels differ");
    assert!(different as f64 <= SHARE * all, "{style}: {different} of {all} differ");
    Ok(())
}

#[tokio::test]
async fn in_every_kind_of_box_it_is_as_wide_as_there_is_room() -> Result<()> {
    let page = Page::new().await?;
    for (name, open) in [
        ("block", "<div>"),
        ("flex", "<div style='display: flex'>"),
        ("flex beside others", "<div style='display: flex'><div style='flex: none; width: 200px'></div>"),
        ("grid", "<div style='display: grid'>"),
        ("float", "<div style='float: left'>"),
        ("inline block", "<div style='display: inline-block'>"),
        ("table cell", "<table><td>"),
        ("fixed", "<div style='position: fixed'>"),
        ("narrow", "<div style='width: 320px'>"),
    ] {
        visit(&page, &[HEAD, SCRIPT, open, super::ATLAS].concat()).await?;
        page.until("$('.colophon')").await.map_err(|error| format!("{name}: {error}"))?;
        let width = page.get("$('.root').getBoundingClientRect().width").await?.as_f64().unwrap_or_default();
        let room = page.get("document.documentElement.clientWidth").await?.as_f64().unwrap_or_default();
        let expected = match name {
            "narrow" => 320.0..=320.0,
            "flex beside others" => room - 240.0..=room - 200.0,
            _ => room - 40.0..=room,
        };
        assert!(expected.contains(&width), "{name}: {width} of {room}");
        let within = "document.documentElement.scrollWidth <= innerWidth";
        assert_eq!(page.get(within).await?, true, "{name}: wider than the window");
        assert_eq!(page.complaints().await?, [""; 0], "{name}");
    }
    page.end().await
}

#[tokio::test]
async fn the_font_and_the_colour_of_the_page_are_taken_over_where_it_asks_for_that() -> Result<()> {
    let page = Page::new().await?;
    let look = "[getComputedStyle($('.lede')).fontFamily, getComputedStyle($('.sentence').parentElement).color]";
    let style = "<body style='font: 19px/2 monospace; color: rgb(10, 80, 30)'>";
    visit(&page, &[HEAD, SCRIPT, style, super::ATLAS].concat()).await?;
    page.until("$('.colophon')").await?;
    assert_ne!(page.get(look).await?, serde_json::json!(["monospace", "rgb(10, 80, 30)"]));
    let asked = "<style>cooperation-atlas { --atlas-font: page; --atlas-ink: currentcolor }</style>";
    visit(&page, &[HEAD, SCRIPT, asked, style, super::ATLAS].concat()).await?;
    page.until("$('.colophon')").await?;
    assert_eq!(page.get(look).await?, serde_json::json!(["monospace", "rgb(10, 80, 30)"]));
    page.end().await
}
