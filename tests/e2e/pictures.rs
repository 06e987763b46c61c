//! Pictures: of both views in every width, theme and language, to be looked at; and the README's own.
//!
//! Not a test by itself, so ignored: `cargo xtask pictures` makes them.

use crate::driver::{Options, Result};
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

/// The drawing, where there is one, has the width that there is for it.
const DRAWN: &str = "(!$('.drawing') || $('.drawing').width.baseVal.value == $('.views').clientWidth)";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Makes the viewport as high as the page, so that the picture has all of it and no scroll bar.
async fn fit(page: &Page, width: u32) -> Result<()> {
    page.browser.set_viewport(width, 8000, 1.0).await?;
    page.until(&format!("innerWidth == {width} && document.documentElement.clientWidth == {width} && {DRAWN}")).await?;
    let height = page.get("Math.ceil(document.body.getBoundingClientRect().bottom)").await?.as_u64().unwrap_or(900);
    page.browser.set_viewport(width, height as u32, 1.0).await?;
    page.until(&format!("innerHeight == {height} && {DRAWN}")).await
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
    // Down to the end of the matrix's first group: both views, and nothing cut through.
    fit(&page, 1440).await?;
    let end = "Math.round($('.matrix tbody').getBoundingClientRect().bottom + 6)";
    let end = page.get(end).await?.as_u64().unwrap_or(1000);
    page.browser.set_viewport(1440, end as u32, 1.0).await?;
    page.until(&format!("innerHeight == {end} && scrollY == 0 && {DRAWN}")).await?;
    let readme = root().join("tests/pictures/readme.png");
    tokio::fs::create_dir_all(root().join("tests/pictures")).await?;
    page.browser.screenshot(&readme).await?;
    let bytes = std::fs::metadata(&readme)?.len();
    assert!(bytes < README_BYTES, "{} has {bytes} bytes, more than {README_BYTES}", readme.display());
    page.end().await
}
