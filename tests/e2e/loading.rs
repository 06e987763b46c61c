//! What the reader keeps when something does not arrive whole: the static view, and one message where our code runs.

use crate::driver::Result;
use crate::page::{HEAD, Page, SCRIPT};
use serde_json::json;

const STATIC: &str = "document.querySelector('cooperation-atlas').innerText.length > 5 && !$('.colophon')";

/// An element with something static in it, over a dataset that it has to fetch.
const ATLAS: &str = "<cooperation-atlas loading=eager src=/set.atlas><p>static</p></cooperation-atlas>";

/// Half a minute is over sooner.
const HASTE: &str = "<script>const slow = setTimeout;
    self.setTimeout = (act, time, ...rest) => slow(act, time == 30000 ? 300 : time, ...rest);</script>";

#[tokio::test]
async fn a_script_that_is_missing_cut_or_a_page_leaves_the_static_view() -> Result<()> {
    let script = std::fs::read(crate::page::dist().join("cooperation-atlas.js"))?;
    for fault in ["missing", "cut", "html"] {
        let page = Page::new().await?;
        match fault {
            "missing" => page.server.miss("/cooperation-atlas.js"),
            "cut" => page.server.cut("/cooperation-atlas.js", &script, script.len() / 2),
            _ => page.server.page("/cooperation-atlas.js", "<!doctype html><title>Not here</title>"),
        }
        for path in ["/index.html", "/ru/index.html"] {
            page.browser.goto(&page.server.url(path)).await?;
            assert_eq!(page.get(STATIC).await?, true, "{fault}, {path}");
            assert_eq!(
                page.get("document.querySelectorAll('cooperation-atlas .matrix tbody tr').length > 20").await?,
                true
            );
        }
    }
    Ok(())
}

/// Opens a page whose dataset has a fault, and waits for what it says of it.
async fn told(page: &Page, clock: &str) -> Result<Vec<String>> {
    page.server.page("/host.html", [HEAD, clock, SCRIPT, ATLAS].concat());
    page.browser.goto(&page.server.url("/host.html")).await?;
    page.until("complaints.some(line => line.startsWith('atlas-error'))").await?;
    assert_eq!(page.get("atlas.querySelector('p').getBoundingClientRect().height > 0").await?, true);
    let ours = |line: &String| line.starts_with("atlas-error") || line.starts_with("rejection");
    Ok(page.complaints().await?.into_iter().filter(ours).collect())
}

#[tokio::test]
async fn a_dataset_that_does_not_come_is_given_up_and_told_once() -> Result<()> {
    for fault in ["silent", "cut", "missing", "html"] {
        let page = Page::new().await?;
        match fault {
            "silent" => page.server.silence("/set.atlas"),
            "cut" => page.server.cut("/set.atlas", &[0; 4000], 2000),
            "html" => page.server.page("/set.atlas", "<!doctype html><title>Not here</title>"),
            _ => {}
        }
        let code = if fault == "html" { "atlas-error dataset-foreign" } else { "atlas-error dataset-unreachable" };
        // What does answer has all the time there is, also on a busy machine.
        let clock = if fault == "silent" { HASTE } else { "" };
        assert_eq!(told(&page, clock).await?, [code], "{fault}");
    }
    Ok(())
}

#[tokio::test]
async fn on_a_slow_line_the_static_view_is_readable_before_the_script_has_come() -> Result<()> {
    let page = Page::new().await?;
    page.browser.cdp("Network.enable", json!({})).await?;
    // 400 kbit/s: the page in a second or two, the script long after it.
    let slow = json!({"offline": false, "latency": 100, "downloadThroughput": 50_000, "uploadThroughput": 50_000});
    page.browser.cdp("Network.emulateNetworkConditions", slow).await?;
    page.browser.goto(&page.server.url("/index.html")).await?;
    page.until("$('.colophon')").await?;
    let times = "const paint = performance.getEntriesByName('first-contentful-paint')[0].startTime;
        const script = performance.getEntriesByType('resource').find(it => it.name.endsWith('atlas.js')).responseEnd;
        return [paint, script];";
    let times = page.browser.js(times, vec![]).await?;
    assert!(times[0].as_f64() < times[1].as_f64(), "painted before the script came: {times}");
    page.end().await
}
