//! The picture by which the atlas is shown where somebody links to it: `src/bundle/card.png`.
//!
//! Not a test by itself, so ignored: `cargo xtask pictures` makes it, since that asks for all that is named so.

use crate::driver::{Options, Result};
use crate::page::Page;
use std::path::Path;

/// It may weigh this much.
const BYTES: u64 = 80_000;

/// The title and the instruments alone: the playhead tells the day, and what happened is a list, and too small to be read here.
const BARE: &str = "(style => { style.textContent = `
    .masthead > :not(h1), .known, .filters, .controls, .colophon, .section-head, .key, .silent, .silence { display: none !important }
    .masthead { border: 0 !important; margin: 0 !important; padding: 0 0 24px !important }
    .views { height: 253px; overflow: hidden }
`; atlas.shadowRoot.append(style); document.body.style.cssText = 'margin: 0; max-width: none; padding: 36px 44px'; })
    (document.createElement('style'))";

#[tokio::test]
#[ignore = "makes a picture: cargo xtask pictures"]
async fn pictures_of_the_card() -> Result<()> {
    let args = vec!["--hide-scrollbars".into()];
    let page = Page::with(Options { window: (1200, 900), lang: Some("en".into()), args, ..Options::default() }).await?;
    page.browser.emulate_media(&[("prefers-color-scheme", "light")]).await?;
    // Larger than on a screen: it is mostly seen small.
    page.browser.set_viewport(800, 420, 1.5).await?;
    page.goto("/index.html#atlas?view=timeline&as-of=2019-10-15&lang=en").await?;
    page.get(BARE).await?;
    page.until("innerWidth == 800 && $('.drawing').width.baseVal.value <= 800 - 2 * 44").await?;
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/bundle/card.png");
    page.browser.screenshot(&path).await?;
    let bytes = std::fs::metadata(&path)?.len();
    assert!(bytes < BYTES, "{} has {bytes} bytes, more than {BYTES}", path.display());
    page.end().await
}
