//! What the keyboard does, pressed by the driver: checks 12 and 13.

use crate::driver::{IN_ATLAS, Result};
use crate::look::{found, run};
use crate::page::{Page, key};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde_json::{Value, json};

/// In WebDriver's table of keys.
pub const TAB: char = '\u{e004}';
const SHIFT: char = '\u{e008}';

/// More stops than the widget has.
const MANY: usize = 250;

/// Presses Tab some times, or Shift and Tab.
pub async fn tab(page: &Page, times: usize, back: bool) -> Result<()> {
    let mut keys = KeyActions::new("keyboard".into());
    if back {
        keys = keys.then(KeyAction::Down { value: SHIFT });
    }
    for _ in 0..times {
        keys = keys.then(KeyAction::Down { value: TAB }).then(KeyAction::Up { value: TAB });
    }
    if back {
        keys = keys.then(KeyAction::Up { value: SHIFT });
    }
    Ok(page.browser.client().perform_actions(keys).await?)
}

/// Puts a link of the page before the widget and one behind it, unless they are there, and focuses one.
pub async fn begin(page: &Page, at: &str) -> Result<()> {
    let script = "for (const place of ['before', 'after']) {
            if (document.querySelector(`.fence-${place}`)) continue;
            const link = document.createElement('a');
            link.href = '#';
            link.textContent = place;
            link.className = 'fence-' + place;
            atlas[place](link);
        }
        document.querySelector('.fence-' + arguments[0]).focus();";
    page.browser.js(&format!("{IN_ATLAS} {script}"), vec![json!(at)]).await.map(drop)
}

/// Whether the focus is on one of these links.
pub async fn is_at(page: &Page, place: &str) -> Result<bool> {
    Ok(page.get(&format!("document.activeElement == document.querySelector('.fence-{place}')")).await? == true)
}

/// 12: Tab goes through all controls in their order, Shift+Tab back, and both leave the widget.
pub async fn order(page: &Page) -> Result<Vec<String>> {
    begin(page, "before").await?;
    let marks: Vec<String> = serde_json::from_value(run(page, "order", vec![]).await?)?;
    let mut findings = found(page, "reading", vec![]).await?;
    for (from, to, back) in [("before", "after", false), ("after", "before", true)] {
        begin(page, from).await?;
        run(page, "log", vec![]).await?;
        let mut pressed = 0;
        // Some controls have stops of their own within, as the parts of a date.
        while !is_at(page, to).await? && pressed < MANY {
            let times = if pressed == 0 { marks.len() } else { 1 };
            tab(page, times, back).await?;
            pressed += times;
        }
        let mut log: Vec<Value> = serde_json::from_value(run(page, "logged", vec![]).await?)?;
        log.retain(|entry| entry != "outside");
        log.dedup();
        let mut expected: Vec<Value> = marks.iter().map(|mark| json!(mark)).collect();
        if back {
            expected.reverse();
        }
        let way = if back { "back" } else { "on" };
        if pressed >= MANY {
            findings.push(format!("{way}: never out of the widget"));
        }
        if log != expected {
            let at = log
                .iter()
                .zip(&expected)
                .position(|(one, other)| one != other)
                .unwrap_or(log.len().min(expected.len()));
            let told = run(page, "told", vec![expected.get(at).cloned().unwrap_or_default()]).await?;
            findings.push(format!(
                "{way}: not as it is read, at stop {} of {}: expected {told}",
                at + 1,
                expected.len()
            ));
        }
    }
    Ok(findings)
}

/// 13: out of the matrix, and to each of its cells.
pub async fn matrix(page: &Page) -> Result<Vec<String>> {
    let mut findings = found(page, "arrows", vec![]).await?;
    let inside = "atlas.shadowRoot.activeElement?.closest('table') != null";
    // Into it from before: what is met first leads past it.
    page.get("$('.matrix .joined button:last-child').focus()").await?;
    tab(page, 1, false).await?;
    page.browser.press(key::ENTER).await?;
    page.until("true").await?;
    let past = "(found => found?.closest('.matrix') && !found.closest('table') && \
                found.compareDocumentPosition($('table')) == Node.DOCUMENT_POSITION_PRECEDING)(atlas.shadowRoot.activeElement)";
    if page.get(past).await? != true {
        findings.push("no way past the table by 2 keys".into());
    }
    // Out of the middle of it.
    let cell = "$$('.matrix td button:not(:disabled)').filter(found => found.checkVisibility())";
    page.get(&format!("{cell}[3].focus()")).await?;
    page.browser.press(&key::ESCAPE.repeat(2)).await?;
    if page.get(inside).await? == true {
        findings.push("Escape does not lead out of the table".into());
    }
    // A real key does what made ones did.
    page.get(&format!("{cell}[0].focus()")).await?;
    let before = page.focused().await?;
    page.browser.press(key::DOWN).await?;
    if page.focused().await? == before {
        findings.push("the arrow key down does nothing".into());
    }
    Ok(findings)
}
