//! How a page came up, from Chromium's own trace: what was painted, what moved, and what had come by then.
//!
//! All times are of one clock, so that bytes can be told to be from before the first paint. Bytes are those that came over
//! the line, compressed, with the heads of answers.

use super::Result;
use super::trace::TASK;
use serde::Serialize;
use serde_json::Value;

/// Navigations, paints, shifts and answers; and `performance.mark`.
pub const LOADING: &[&str] = &["loading", "devtools.timeline", "blink.user_timing", "toplevel"];

/// How one page loaded: milliseconds since its navigation began, and bytes.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Load {
    /// Until the first text or picture was painted.
    pub first_paint: f64,
    /// Until the page set the mark `ready`.
    pub ready: f64,
    /// The longest task of the page's main thread until then.
    pub longest: f64,
    /// The sum of all layout shifts that were recorded.
    pub shift: f64,
    /// Bytes that had come before the first paint.
    pub before_paint: f64,
    /// Bytes that came at all.
    pub bytes: f64,
}

impl Load {
    /// Reads it out of a recording that began before the navigation to `url`.
    pub(super) fn of(events: &[Value], url: &str) -> Result<Load> {
        let named = |name: &'static str| events.iter().filter(move |event| event["name"] == name);
        let begun = named("navigationStart").find(|event| event["args"]["data"]["documentLoaderURL"] == url);
        let begun = begun.ok_or_else(|| format!("the trace knows no navigation to {url}"))?;
        let (start, process) = (time(begun), &begun["pid"]);
        let since = |name| named(name).filter(|event| event["pid"] == *process).map(time).find(|at| *at > start);
        let first = |name| since(name).ok_or_else(|| format!("{url}: no {name} in the trace"));
        let (painted, ready) = (first("firstContentfulPaint")?, first("ready")?);
        let of_page = |name| named(name).filter(|event| event["pid"] == *process && time(event) > start);
        let (mut before_paint, mut bytes) = (0.0, 0.0);
        // The parts of a body are recorded as long as they are when unpacked, its end with what came over the line.
        for end in of_page("ResourceFinish") {
            let id = &end["args"]["data"]["requestId"];
            let parts = || of_page("ResourceReceivedData").filter(|part| part["args"]["data"]["requestId"] == *id);
            let (unpacked, came) = (sum(parts(), "encodedDataLength"), sum([end].into_iter(), "encodedDataLength"));
            let early = sum(parts().filter(|part| time(part) < painted), "encodedDataLength");
            bytes += came;
            before_paint += if unpacked > 0.0 { came * early / unpacked } else { 0.0 };
        }
        let marked = named("ready").find(|event| event["pid"] == *process && time(event) > start);
        let thread = marked.map(|event| &event["tid"]);
        let tasks = of_page(TASK).filter(|task| Some(&task["tid"]) == thread && time(task) < ready);
        let longest = tasks.filter_map(|task| task["dur"].as_f64()).fold(0.0, f64::max);
        Ok(Load {
            longest: longest / 1000.0,
            first_paint: (painted - start) / 1000.0,
            ready: (ready - start) / 1000.0,
            shift: sum(of_page("LayoutShift"), "score"),
            before_paint,
            bytes,
        })
    }
}

/// The sum of one of the numbers that events carry; from 0, since `sum` makes -0 of nothing.
fn sum<'a>(events: impl Iterator<Item = &'a Value>, what: &str) -> f64 {
    events.filter_map(|event| event["args"]["data"][what].as_f64()).fold(0.0, |sum, number| sum + number)
}

/// In microseconds.
fn time(event: &Value) -> f64 {
    event["ts"].as_f64().unwrap_or_default()
}
