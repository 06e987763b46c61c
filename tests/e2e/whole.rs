//! A picture of the whole page, as browsers and services take it without scrolling, shows the whole page.

use crate::driver::Result;
use crate::page::Page;
use serde_json::json;

/// What has to be seen in the picture: the mark of each cell, the name of each row, the text of each event; as boxes on
/// the page, from its upper left corner.
const SEEN: &str = "(() => {
    const boxes = [];
    const add = (name, { left, top, width, height }) => boxes.push([name, left + scrollX, top + scrollY, width, height]);
    for (const cell of $$('.matrix td:not([hidden]) > .cell:not(:disabled)')) {
        const { left, top, height } = cell.getBoundingClientRect();
        add('mark of ' + cell.dataset.select, { left, top: top + height / 2 - 7, width: 13, height: 14 });
    }
    for (const name of $$('.matrix tbody th button, .events .what')) add(name.textContent, name.getBoundingClientRect());
    return boxes;
})()";

/// Which of the boxes have nothing in the picture but the colour of the paper.
const BLANK: &str = "const [boxes, pageWidth] = arguments;
    const image = new Image();
    image.src = '/whole.png?' + Math.random();
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const scale = image.width / pageWidth;
    const blank = ([name, ...box]) => {
        const [left, top, width, height] = box.map(side => Math.round(side * scale));
        if (top + height > image.height) return true;
        const { data } = context.getImageData(left, top, Math.max(1, width), Math.max(1, height));
        for (let i = 0; i < data.length; i += 4) if (Math.min(data[i], data[i + 1], data[i + 2]) < 170) return false;
        return true;
    };
    return boxes.filter(blank).map(([name]) => name);";

#[tokio::test]
async fn a_picture_of_the_whole_page_has_every_mark_in_it() -> Result<()> {
    let page = Page::new().await?;
    for width in [1280, 360] {
        page.goto("/index.html#atlas?as-of=2019-10-15&lang=en").await?;
        page.get("atlas.setAttribute('theme', 'light')").await?;
        // No window is as narrow as that in every browser; the page is.
        page.get(&format!("document.body.style.width = '{width}px'")).await?;
        page.until(&format!("document.body.getBoundingClientRect().width <= {width}")).await?;
        page.browser.unroll().await?;
        page.until("true").await?;
        let boxes = page.get(SEEN).await?;
        assert!(boxes.as_array().is_some_and(|boxes| boxes.len() > 55), "{boxes}");
        let page_width = page.get("document.documentElement.getBoundingClientRect().width").await?;
        let picture = page.browser.whole_page().await?;
        page.server.page("/whole.png", picture);
        page.server.page("/blank.html", "<!doctype html><title>blank</title>");
        page.browser.goto(&page.server.url("/blank.html")).await?;
        let blank = page.browser.js_async(BLANK, vec![boxes, page_width]).await?;
        assert_eq!(blank, json!([]), "not in the picture at {width} px");
    }
    Ok(())
}
