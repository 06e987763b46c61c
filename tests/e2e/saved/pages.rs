//! The pages that are saved, the state that they are in, and what has to be left of it.

use crate::driver::{Result, Server};
use crate::page::Page;
use std::path::{Path, PathBuf};

/// The state that a reader brings the pages to, which no page starts in.
pub const STATE: &str = "as-of=2019-10-15&q=energ&select=cell:energy/energy-2016-2020&lang=ru";

/// What is read in that state: the sentence, a row of the matrix with a cell, the list, and the details.
const READ: [&str; 5] = [
    "По состоянию на 15 октября 2019 г.: 4 из 6 документов в пределах указанного срока",
    "Энергетика",
    "охвачено",
    "Согласованы три документа",
    "Рабочий план сотрудничества Россия – АСЕАН в сфере энергетики",
];

/// A page that is saved.
pub struct Case {
    pub name: &'static str,
    path: &'static str,
    /// Words of the page itself: all that is read where neither scripts run nor shadow roots are kept.
    pub still: &'static str,
}

pub const CASES: [Case; 4] = [
    Case { name: "standalone", path: "/index.html", still: "Energy work plan" },
    Case { name: "embedded", path: "/embedded.html", still: "A table for readers without scripts." },
    Case { name: "bare", path: "/bare.html", still: "Text after the atlas." },
    Case { name: "single", path: "/cooperation-atlas-standalone.html", still: "Energy work plan" },
];

/// Serves the pages that are not files of the release.
pub fn serve(server: &Server) {
    for (path, inside) in [("/embedded.html", "<p>A table for readers without scripts.</p>"), ("/bare.html", "")] {
        let head = "<!doctype html><html lang=en><meta charset=utf-8><title>A host page</title>\
            <style>body { margin: 2em; font: 16px/1.5 sans-serif }</style>";
        let script = "<script src=cooperation-atlas.js defer></script>";
        let body = format!(
            "<h1>A host page</h1><p>Text before the atlas.</p>\
            <cooperation-atlas>{inside}</cooperation-atlas><p>Text after the atlas.</p>"
        );
        server.page(path, [head, script, &body].concat());
    }
}

impl Case {
    /// Opens the page and brings it to the state: by the element's property, and then as a reader does.
    pub async fn open(&self, page: &Page) -> Result<()> {
        page.goto(self.path).await?;
        page.ask("q=energ&as-of=2019-10-15").await?;
        page.click_text(".languages button", "Русский").await?;
        page.click(".matrix tr:not([hidden]) td:not([hidden]) .cell:not(:disabled)").await?;
        page.browser.hover((1.0, 1.0)).await?; // what the mouse is over looks otherwise
        page.until("$('.details-title')").await?;
        assert_eq!(page.query().await?, STATE);
        Ok(())
    }

    /// Opens what was saved, in which scripts run: it comes up once, in the state.
    pub async fn comes_up_once(&self, page: &Page, file: &Path) -> Result<()> {
        open(page, file).await?;
        page.until("self.ups && $('.details-title')").await?;
        assert_eq!(page.get("ups").await?, 1, "{}", self.name);
        assert_eq!(page.query().await?, STATE, "{}", self.name);
        self.is_readable(page).await?;
        picture(page, &format!("{}-scripts", self.name)).await
    }

    /// The atlas stands there once, with the words of the state, and only the row that the filter leaves.
    pub async fn is_readable(&self, page: &Page) -> Result<()> {
        let roots = "[document, atlas.shadowRoot].flatMap(root => [...root.querySelectorAll('.atlas')])
            .filter(found => found.checkVisibility()).length";
        assert_eq!(page.get(roots).await?, 1, "{}", self.name);
        let text = page.text("$('.atlas').innerText").await?.replace('\u{a0}', " ");
        for words in READ {
            assert!(text.contains(words), "{}: no {words} in {text}", self.name);
        }
        let rows = "$$('.matrix tbody tr:not(.group, .opened)').filter(row => row.checkVisibility()).length";
        assert_eq!(page.get(rows).await?, 1, "{}", self.name);
        Ok(())
    }

    /// It looks as it did before, from one element to the next.
    pub async fn looks_as(&self, page: &Page, before: &[String]) -> Result<()> {
        let after = looks(page).await?;
        let differs: Vec<_> = before.iter().zip(&after).filter(|(before, after)| before != after).take(4).collect();
        assert!(differs.is_empty(), "{}: {differs:?}", self.name);
        assert!(before.len() == after.len() && before.len() > 100, "{}: {} elements", self.name, after.len());
        Ok(())
    }
}

/// Opens a file from disk.
pub async fn open(page: &Page, file: &Path) -> Result<()> {
    page.browser.goto(&format!("file://{}", file.display())).await
}

/// How all that shows of the widget looks; what does not show is left out by archives.
pub async fn looks(page: &Page) -> Result<Vec<String>> {
    let script = "$$('.atlas, .atlas *').filter(found => found.checkVisibility()).map(found => (style =>
        [found.localName, found.getAttribute('class'), found.value, style.display, style.color, style.opacity, style.fill,
        style.stroke, style.fontSize].join(' '))
        (getComputedStyle(found)))";
    Ok(serde_json::from_value(page.get(script).await?)?)
}

/// Takes a picture into the folder that `ATLAS_PICTURES_IN` names, if it names one: to be looked at by a person.
pub async fn picture(page: &Page, name: &str) -> Result<()> {
    match std::env::var_os("ATLAS_PICTURES_IN").map(PathBuf::from) {
        Some(folder) => page.browser.screenshot(&folder.join(format!("{name}.png"))).await,
        None => Ok(()),
    }
}
