//! Where the focus is, and whether it can be seen: checks 14 and 15.

use crate::driver::{IN_ATLAS, Result};
use crate::keyboard::{begin, tab};
use crate::look::found;
use crate::page::{Page, key};
use serde_json::json;

/// What takes away what has the focus: a name, a query to begin with, what is focused, and the key or the query that
/// takes it away.
const LOSSES: [(&str, &str, &str, Loss); 9] = [
    (
        "a row is filtered away",
        "",
        "[data-select='cell:agriculture/agriculture-2016-2020']",
        Loss::Query("sector=space"),
    ),
    (
        "an event is filtered away",
        "",
        ".events [data-select='event:mou-signed']",
        Loss::Query("partnership=asean-russia"),
    ),
    ("the view goes", "", "[data-select='sector:energy']", Loss::Query("view=timeline")),
    ("the other view goes", "", ".events [data-select]", Loss::Query("view=matrix")),
    ("a chip removes itself", "sector=energy&sector=space", ".chip", Loss::Key(key::ENTER)),
    ("the last filter is cleared", "sector=energy", ".clear", Loss::Key(key::ENTER)),
    ("the way back from nothing", "partnership=asean-eaeu&sector=agriculture", ".empty button", Loss::Key(key::ENTER)),
    ("comparing ends", "as-of=2019-10-15&compare=2020-09-01", ".compare .stop", Loss::Key(key::ENTER)),
    ("comparing begins", "as-of=2019-10-15", ".rest > button:last-of-type", Loss::Key(key::ENTER)),
];

enum Loss {
    Key(&'static str),
    Query(&'static str),
}

/// 14: the focus stays in the widget whatever becomes of the element that had it.
pub async fn kept(page: &Page) -> Result<Vec<String>> {
    let mut findings = Vec::new();
    for (name, query, selector, loss) in &LOSSES {
        page.ask(query).await?;
        page.focus(selector).await?;
        if page.get("!!atlas.shadowRoot.activeElement").await? != true {
            findings.push(format!("{name}: nothing to focus"));
            continue;
        }
        match loss {
            Loss::Key(key) => page.browser.press(key).await?,
            Loss::Query(query) => {
                // In a task of the page: WebKit runs what the page has queued in a driver's task only after that.
                let ask = "await new Promise(done => setTimeout(() => { atlas.query = arguments[0]; done(); }));";
                let ask = ask.replace("arguments[0]", &json!(query).to_string());
                page.browser.js_async(&format!("{IN_ATLAS} {ask}"), vec![]).await.map(drop)?;
            }
        }
        if !keeps_focus(page).await? {
            findings.push(format!("{name}: the focus is lost"));
        }
    }
    for (name, opener, open, close) in [
        ("details", "[data-select='sector:energy']", "$('.details')", "!$('.details')"),
        ("the filters", "[data-panel=filters]", "$('.choices')", "!$('.choices')"),
        ("the fields for a day", "[data-panel=day]", "$('.date')", "!$('.date')"),
        ("the dialog", "[data-panel=embed]", "$('dialog')?.open", "!$('dialog')"),
    ] {
        page.ask("as-of=2021-01-01").await?;
        page.focus(opener).await?;
        page.browser.press(key::ENTER).await?;
        page.until(open).await?;
        page.browser.press(key::ESCAPE).await?;
        page.until(close).await?;
        if page.get(&format!("atlas.shadowRoot.activeElement == $(\"{opener}\")")).await? != true {
            findings.push(format!("{name}: closed, but the focus is not given back"));
        }
    }
    Ok(findings)
}

/// Whether the focus is in the widget once a change is drawn. Some of the page follows a frame later, and a busy machine
/// takes its time to hand the focus on; where it is lost, no waiting brings it back.
async fn keeps_focus(page: &Page) -> Result<bool> {
    for _ in 0..4 {
        page.until("true").await?;
    }
    for _ in 0..30 {
        if has_focus(page).await? {
            return Ok(true);
        }
        page.until("true").await?;
    }
    Ok(false)
}

async fn has_focus(page: &Page) -> Result<bool> {
    // What is hidden keeps the focus until the next frame, so some are waited for.
    let look = "await settled(); await settled();
        const found = atlas.shadowRoot.activeElement;
        return document.hasFocus() && !!found && found.checkVisibility() && !found.disabled;";
    Ok(page.browser.js_async(&format!("{IN_ATLAS} {look}"), vec![]).await? == true)
}

/// 15: on a page with a sticky head, by Tab and back, each stop shows its ring.
pub async fn ring(page: &Page) -> Result<Vec<String>> {
    let head = "if (document.querySelector('.sticky')) return;
        const head = document.createElement('div');
        head.className = 'sticky';
        head.style = 'position: sticky; top: 0; height: 60px; z-index: 9; background: gray';
        document.body.prepend(head);
        atlas.style.setProperty('--atlas-top', '60px');";
    page.browser.js(&format!("{IN_ATLAS} {head}"), vec![json!(null)]).await?;
    let mut findings = Vec::new();
    for (from, to, back) in [("before", "after", false), ("after", "before", true)] {
        begin(page, from).await?;
        for _ in 0..250 {
            tab(page, 1, back).await?;
            let told = found(page, "ring", vec![json!(to)]).await?;
            if told.iter().any(|line| line == "out") {
                break;
            }
            findings.extend(told);
        }
    }
    findings.sort();
    findings.dedup();
    Ok(findings)
}
