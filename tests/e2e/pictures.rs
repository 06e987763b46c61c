//! Pictures: of both views in every width, theme and language, to be looked at; and the README's own.
//!
//! Not a test by itself, so ignored: `cargo xtask pictures` makes them.

use crate::driver::{Font, Options, Result};
use crate::page::Page;
use std::path::{Path, PathBuf};

/// Name and query of each state.
const STATES: [(&str, &str); 6] = [
    ("start", ""),
    ("october-2019", "as-of=2019-10-15"),
    ("matrix", "view=matrix&as-of=2021-01-01"),
    ("timeline", "view=timeline&as-of=2021-01-01"),
    ("details", "as-of=2019-10-15&select=instrument:poc-2019"),
    ("empty", "partnership=asean-eaeu&sector=agriculture&as-of=2019-10-15"),
];

/// The README's picture may weigh this much.
const README_BYTES: u64 = 250_000;

/// The days of the series that shows what was known when.
const KNOWN: [&str; 5] = ["2015-06-01", "2017-06-01", "2019-09-10", "2019-10-15", "2020-09-01"];

/// Each picture of the series may weigh this much.
const KNOWN_BYTES: u64 = 80_000;

/// The drawing, where there is one, has the width that there is for it, in whole pixels.
const DRAWN: &str =
    "(!$('.drawing') || $('.drawing').width.baseVal.value == Math.floor($('.views').getBoundingClientRect().width))";

/// The folder of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Makes the viewport as high as the page, so that the picture has all of it and no scroll bar; gives the height.
pub async fn fit(page: &Page, width: u32) -> Result<u32> {
    page.browser.set_viewport(width, 8000, 1.0).await?;
    page.until(&format!("innerWidth == {width} && document.documentElement.clientWidth == {width} && {DRAWN}")).await?;
    let height = page.get("Math.ceil(document.body.getBoundingClientRect().bottom)").await?.as_u64().unwrap_or(900);
    page.browser.set_viewport(width, height as u32, 1.0).await?;
    page.until(&format!("innerHeight == {height} && {DRAWN}")).await?;
    Ok(height as u32)
}

/// A picture of the page from a height down to the end of the first such element, which must not weigh more than this.
async fn cut(page: &Page, from: &str, last: &str, path: &Path, most: u64) -> Result<()> {
    let start = page.get(&format!("Math.round({from})")).await?.as_u64().unwrap_or_default();
    let end = format!("Math.round($('{last}').getBoundingClientRect().bottom + 6)");
    let height = page.get(&end).await?.as_u64().unwrap_or(1000).saturating_sub(start);
    let width = page.get("innerWidth").await?.as_u64().unwrap_or(1440);
    page.browser.set_viewport(width as u32, height as u32, 1.0).await?;
    page.until(&format!("innerHeight == {height} && {DRAWN}")).await?;
    page.get(&format!("scrollTo({{ top: {start}, behavior: 'instant' }})")).await?;
    page.until(&format!("scrollY == {start}")).await?;
    page.browser.screenshot(path).await?;
    let bytes = std::fs::metadata(path)?.len();
    assert!(bytes < most, "{} has {bytes} bytes, more than {most}", path.display());
    Ok(())
}

/// What is looked at with each font.
const FITTED: [(&str, &str); 2] =
    [("views", "as-of=2021-01-01"), ("details", "as-of=2019-09-10&select=event:mou-signed")];

#[tokio::test]
#[ignore = "makes pictures: cargo xtask pictures"]
async fn pictures_with_each_font() -> Result<()> {
    let folder: PathBuf = root().join("target/pictures");
    tokio::fs::create_dir_all(&folder).await?;
    for font in Font::ALL {
        let args = vec!["--hide-scrollbars".into()];
        let options = Options { font, window: (1440, 900), lang: Some("en".into()), args, ..Options::default() };
        let page = Page::with(options).await?;
        page.goto("/index.html").await?;
        for lang in ["en", "ru"] {
            for (name, query) in FITTED {
                page.ask(&format!("{query}&lang={lang}")).await?;
                for width in [320, 360, 1024, 1440] {
                    fit(&page, width).await?;
                    let name = format!("font-{}-{name}-{width}-{lang}.png", font.name());
                    page.browser.screenshot(&folder.join(name)).await?;
                }
            }
        }
        page.end().await?;
    }
    Ok(())
}

#[tokio::test]
#[ignore = "makes pictures: cargo xtask pictures"]
async fn pictures() -> Result<()> {
    let folder: PathBuf = root().join("target/pictures");
    tokio::fs::create_dir_all(&folder).await?;
    let args = vec!["--hide-scrollbars".into()];
    let page = Page::with(Options { window: (1440, 900), lang: Some("en".into()), args, ..Options::default() }).await?;
    page.goto("/index.html").await?;
    for theme in ["light", "dark"] {
        page.browser.emulate_media(&[("prefers-color-scheme", theme)]).await?;
        for lang in ["en", "ru"] {
            for (name, query) in STATES {
                page.ask(&format!("{query}&lang={lang}")).await?;
                for width in [360, 800, 1440] {
                    fit(&page, width).await?;
                    page.browser.screenshot(&folder.join(format!("{name}-{width}-{theme}-{lang}.png"))).await?;
                }
            }
        }
    }
    page.browser.emulate_media(&[("prefers-color-scheme", "light")]).await?;
    page.ask("as-of=2019-10-15&lang=en").await?;
    let readme = root().join("tests/pictures/readme.png");
    tokio::fs::create_dir_all(root().join("tests/pictures")).await?;
    // Down to the end of the matrix's first group: both views, and nothing cut through.
    fit(&page, 1440).await?;
    cut(&page, "0", ".matrix tbody", &readme, README_BYTES).await?;
    // The sentence stands right above the drawing in these: what is between the two are controls.
    let bare = "(style => { style.textContent = '.filters, .controls { display: none !important }'; \
                atlas.shadowRoot.append(style); })(document.createElement('style'))";
    page.get(bare).await?;
    for day in KNOWN {
        page.ask(&format!("as-of={day}&view=timeline&lang=en")).await?;
        fit(&page, 720).await?;
        let path = root().join(format!("tests/pictures/known-{day}.png"));
        cut(&page, "$('.known-words').getBoundingClientRect().top - 10", ".canvas", &path, KNOWN_BYTES).await?;
    }
    page.end().await
}
