//! How long a frame takes while the playhead is dragged or stepped: a measurement to be read, not a test that can fail
//! on a busy machine.
//!
//! `cargo test --release --features bundle,e2e --test e2e -- --ignored --nocapture scrubbing`

use crate::driver::{Events, Result, TASKS};
use crate::page::{Page, key};
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use std::time::Duration;

const MOVES: usize = 60;
const STEPS: usize = 20;

/// Marks each frame, for the trace, and keeps when it was and what the day was by then.
const FRAMES: &str = "(() => {
    window.frames_seen = [];
    const frame = at => {
        performance.mark('frame-' + frames_seen.length);
        frames_seen.push([at, atlas.query]);
        if (!window.enough) requestAnimationFrame(frame);
    };
    window.enough = false;
    requestAnimationFrame(frame);
})()";

/// Prints median and 95th percentile in milliseconds.
fn print(what: &str, mut values: Vec<f64>) {
    values.sort_by(f64::total_cmp);
    let at =
        |share: f64| values.get(((values.len() as f64 * share) as usize).min(values.len().saturating_sub(1))).copied();
    let (median, high, most) = (at(0.5), at(0.95), values.last());
    println!(
        "{what}: {} values, median {:.1} ms, 95th percentile {:.1} ms, most {:.1} ms",
        values.len(),
        median.unwrap_or(f64::NAN),
        high.unwrap_or(f64::NAN),
        most.unwrap_or(&f64::NAN)
    );
}

/// Prints what the frames cost at which the day was found changed.
///
/// A pointer's move is handled in the frame's own task, a key's before it, and what is drawn comes after: hence the work
/// from the frame before to the frame after, which leaves out nothing and may hold a little more.
async fn report(page: &Page, what: &str, events: &Events) -> Result<()> {
    let frames: Vec<(f64, String)> = serde_json::from_value(page.get("frames_seen").await?)?;
    let moved: Vec<usize> = (1..frames.len()).filter(|at| frames[*at].1 != frames[at - 1].1).collect();
    println!("{what}: {} frames, the day changed in {}", frames.len(), moved.len());
    let longer = |at: &usize| {
        let after = frames.get(at + 1).map_or(0.0, |next| next.0 - frames[*at].0);
        after.max(frames[*at].0 - frames[at - 1].0)
    };
    print(&format!("{what}, from frame to frame, the longer of before and after"), moved.iter().map(longer).collect());
    let work = |at: &usize| events.work(&format!("frame-{}", at - 1), &format!("frame-{}", at + 1));
    print(&format!("{what}, main thread per change"), moved.iter().filter_map(work).collect());
    Ok(())
}

async fn frame(page: &Page) -> Result<()> {
    page.browser.js_async("await new Promise(requestAnimationFrame);", vec![]).await.map(drop)
}

#[tokio::test]
#[ignore = "a measurement: takes no sides"]
async fn scrubbing_is_measured() -> Result<()> {
    let page = Page::open("as-of=2016-03-01").await?;
    page.hover(".canvas").await?;
    let place = page.get("(box => [box.left, box.top, box.width])($('.drawing').getBoundingClientRect())").await?;
    let part = |at: usize| place[at].as_f64().unwrap_or_default();
    let (left, top, width) = (part(0) + part(2) * 0.25, part(1) + 26.0, part(2) * 0.7);
    let trace = page.browser.trace(TASKS).await?;
    page.get(FRAMES).await?;
    let start = PointerAction::MoveTo { duration: None, x: left, y: top };
    let mut drag =
        MouseActions::new("mouse".into()).then(start).then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
    for at in 1..=MOVES {
        let x = left + width * at as f64 / MOVES as f64;
        drag = drag.then(PointerAction::MoveTo { duration: Some(Duration::from_millis(16)), x, y: top });
    }
    page.browser.client().perform_actions(drag.then(PointerAction::Up { button: MOUSE_BUTTON_LEFT })).await?;
    frame(&page).await?;
    page.get("window.enough = true").await?;
    frame(&page).await?;
    let events = trace.stop().await?;
    report(&page, "pointer", &events).await?;

    page.get("performance.clearMarks()").await?;
    page.ask("as-of=2016-03-01").await?;
    page.focus("[data-step=next]").await?;
    let trace = page.browser.trace(TASKS).await?;
    page.get(FRAMES).await?;
    for step in 0..STEPS {
        // There and back again: there are fewer changes than steps.
        if step == STEPS / 2 {
            page.focus("[data-step=prev]").await?;
        }
        page.browser.press(key::ENTER).await?;
        frame(&page).await?;
    }
    page.get("window.enough = true").await?;
    frame(&page).await?;
    let events = trace.stop().await?;
    report(&page, "keyboard", &events).await?;
    page.end().await
}
