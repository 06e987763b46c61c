//! What is larger than page and memory can bear: refused by name, at one byte past the limit.

use crate::driver::{Break, Result};
use crate::page::{HEAD, Page, dist};
use atlas::builtin::BUILTIN;
use atlas::bundle::script::{LARGEST_COPY, LARGEST_DATASET};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use std::time::Duration;

const ATLAS: &str = "<cooperation-atlas src=/first.atlas loading=eager><p>static</p></cooperation-atlas>";

/// Waits until the element has said something, and returns it: `ready`, or the code of an error.
async fn said(page: &Page, html: &str) -> Result<String> {
    let note = "<script>for (const kind of ['ready', 'error']) addEventListener('atlas-' + kind, \
        ({ detail }) => { self.said ??= detail?.code ?? kind; });</script>";
    page.server.page("/host.html", [HEAD, note, html].concat());
    page.browser.goto(&page.server.url("/host.html")).await?;
    // The largest takes Firefox some seconds to load, and a busy machine more.
    page.browser.wait_until("self.said", Duration::from_secs(90)).await?;
    page.text("said").await
}

#[tokio::test]
async fn a_dataset_of_the_largest_size_is_read_and_one_byte_more_is_an_error_of_its_own() -> Result<()> {
    let page = Page::new().await?;
    let script = std::fs::read_to_string(dist().join("cooperation-atlas.js"))?;
    let limit = |bytes: usize| {
        let (from, to) = (format!("largestDataset = {LARGEST_DATASET},"), format!("largestDataset = {bytes},"));
        assert_eq!(script.matches(&from).count(), 1);
        script.replacen(&from, &to, 1)
    };
    page.server.page("/at.js", limit(BUILTIN.len()));
    page.server.page("/past.js", limit(BUILTIN.len() - 1));
    page.server.page("/told.atlas", BUILTIN);
    page.server.broken_page("/untold.atlas", BUILTIN, Break::Unannounced);
    let inline = format!("<script type=text/plain id=data>{}</script>", BASE64_STANDARD.encode(BUILTIN));
    for (script, expected) in [("/at.js", "ready"), ("/past.js", "dataset-too-large")] {
        for src in ["/told.atlas", "/untold.atlas", "#data"] {
            let script = format!("<script src={script} defer></script>{inline}");
            let html = [&script, &*ATLAS.replace("/first.atlas", src)].concat();
            assert_eq!(said(&page, &html).await?, expected, "{src} with {script}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_limit_of_a_release_is_what_it_says_it_is() -> Result<()> {
    let page = Page::new().await?;
    let largest = vec![0; LARGEST_DATASET as usize];
    let larger = vec![0; LARGEST_DATASET as usize + 1];
    // No more than the beginning of what is announced as too large need come, by which Firefox tells its kind.
    page.server.broken_page("/announced.atlas", &larger[..], Break::Hang(4096));
    page.server.broken_page("/counted.atlas", larger, Break::Unannounced);
    page.server.page("/largest.atlas", largest);
    for (src, code) in [
        ("/announced.atlas", "dataset-too-large"),
        ("/counted.atlas", "dataset-too-large"),
        ("/largest.atlas", "dataset-foreign"),
    ] {
        let html = ["<script src=/cooperation-atlas.js defer></script>", &ATLAS.replace("/first.atlas", src)].concat();
        assert_eq!(said(&page, &html).await?, code, "{src}");
    }
    Ok(())
}

#[tokio::test]
async fn a_copy_that_is_too_large_is_an_error_of_its_own() -> Result<()> {
    let page = Page::with_body("<cooperation-atlas loading=eager></cooperation-atlas>").await?;
    // A page of this size takes minutes to make; that it has it is said by the page of the test.
    page.get(
        "[URL.createObjectURL = () => { self.downloads = (self.downloads ?? 0) + 1; return 'about:blank'; },
        HTMLAnchorElement.prototype.click = () => {},
        Object.defineProperty(Blob.prototype, 'size', { get() { return self.claimed; } })].length",
    )
    .await?;
    for (size, expected) in [(LARGEST_COPY, &[][..]), (LARGEST_COPY + 1, &["atlas-error copy-too-large"])] {
        page.get(&format!("[self.claimed = {size}, $('.colophon .controls .save').click()].length")).await?;
        page.until("self.downloads && (claimed % 2 == 0 || complaints.length)").await?;
        assert_eq!(page.get("downloads").await?, 1, "{size}");
        assert_eq!(page.complaints().await?, expected, "{size}");
    }
    page.end().await
}
