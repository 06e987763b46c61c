//! A `src` that is no dataset: what the page is told, and what the reader keeps.

use crate::driver::Result;
use crate::page::Page;
use atlas::builtin::BUILTIN;

const GOOD: &str =
    "<cooperation-atlas src=/good.atlas loading=eager query='sector=space'><p>static</p></cooperation-atlas>";

async fn page() -> Result<Page> {
    let page = Page::new().await?;
    page.server.page("/good.atlas", BUILTIN);
    let mut damaged = BUILTIN.to_vec();
    damaged[BUILTIN.len() / 2] ^= 1;
    page.server.page("/damaged.atlas", damaged);
    page.server.page("/short.atlas", &BUILTIN[..BUILTIN.len() / 2]);
    page.server.page("/foreign.atlas", "<!doctype html><title>Not found</title>");
    let mut newer = BUILTIN.to_vec();
    newer[8] = 200;
    page.server.page("/newer.atlas", newer);
    for format in [1, 2] {
        let mut older = BUILTIN.to_vec();
        older[8] = format;
        page.server.page(&format!("/format-{format}.atlas"), older);
    }
    page.serve("/host.html", GOOD);
    Ok(page)
}

#[tokio::test]
async fn a_src_that_is_no_dataset_is_an_error_with_its_code_and_the_last_good_view_stays() -> Result<()> {
    let page = page().await?;
    page.goto("/host.html").await?;
    for (src, code) in [
        ("/damaged.atlas", "dataset-damaged"),
        ("/short.atlas", "dataset-damaged"),
        ("/foreign.atlas", "dataset-foreign"),
        ("/newer.atlas", "dataset-version"),
        ("/nowhere.atlas", "dataset-unreachable"),
    ] {
        page.get(&format!("atlas.setAttribute('src', '{src}')")).await?;
        page.until("complaints.some(line => line.startsWith('atlas-error'))").await?;
        assert_eq!(page.complaints().await?, [format!("atlas-error {code}")], "{src}");
        assert_eq!(page.query().await?, "sector=space");
        assert_eq!(page.count(".matrix tbody tr:not(.group, [hidden])").await?, 1, "{src}");
    }
    // And a good one is shown again.
    page.get("atlas.setAttribute('src', '/good.atlas')").await?;
    page.get("atlas.query = ''").await?;
    page.until("$$('.matrix tbody tr:not(.group, [hidden])').length == 21").await?;
    page.end().await
}

#[tokio::test]
async fn a_first_src_that_is_no_dataset_leaves_the_static_content_until_there_is_a_good_one() -> Result<()> {
    let page = page().await?;
    page.serve("/bad.html", "<cooperation-atlas src=/foreign.atlas loading=eager><p>static</p></cooperation-atlas>");
    page.browser.goto(&page.server.url("/bad.html")).await?;
    page.until("complaints.length").await?;
    assert_eq!(page.complaints().await?, ["atlas-error dataset-foreign"]);
    assert!(
        page.get("document.querySelector('p').getBoundingClientRect().height > 0").await?.as_bool().unwrap_or_default()
    );
    page.get("atlas.setAttribute('src', '/good.atlas')").await?;
    page.until("$('.colophon')").await?;
    page.end().await
}

#[tokio::test]
async fn a_dataset_of_a_former_format_says_how_to_pack_it_anew() -> Result<()> {
    let page = page().await?;
    page.goto("/host.html").await?;
    page.get("(window.messages = [], addEventListener('atlas-error', event => messages.push(event.detail.message)))")
        .await?;
    for format in [1, 2] {
        page.get(&format!("atlas.setAttribute('src', '/format-{format}.atlas')")).await?;
        page.until("messages.length").await?;
        assert_eq!(page.complaints().await?, ["atlas-error dataset-version"]);
        let message = page.text("messages.splice(0).join()").await?;
        assert!(message.contains(&format!("format {format}, expected")), "{message}");
        assert!(
            message.ends_with("Pack its tables again with this version: atlas pack DIR -o FILE.atlas."),
            "{message}"
        );
    }
    page.end().await
}
