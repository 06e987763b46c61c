//! How a page came up, from Chromium's own trace: what was painted, what moved, and what had come by then.
//!
//! All times are of one clock, so that bytes can be told to be from before the first paint. Bytes are those of bodies as
//! they came, compressed; heads of answers are not in them.

use super::Result;
use serde_json::Value;

/// Navigations, paints, shifts and answers; and `performance.mark`.
pub const LOADING: &[&str] = &["loading", "devtools.timeline", "blink.user_timing"];

/// How one page loaded: milliseconds since its navigation began, and bytes.
#[derive(Clone, Copy, Debug)]
pub struct Load {
    /// Until the first text or picture was painted.
    pub first_paint: f64,
    /// Until the page set the mark `ready`.
    pub ready: f64,
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
        let sum = |name, until: f64, what: &str| {
            let within = named(name).filter(|event| event["pid"] == *process && (start..until).contains(&time(event)));
            within.filter_map(|event| event["args"]["data"][what].as_f64()).sum()
        };
        Ok(Load {
            first_paint: (painted - start) / 1000.0,
            ready: (ready - start) / 1000.0,
            shift: sum("LayoutShift", f64::MAX, "score"),
            before_paint: sum("ResourceReceivedData", painted, "encodedDataLength"),
            bytes: sum("ResourceReceivedData", f64::MAX, "encodedDataLength"),
        })
    }
}

/// In microseconds.
fn time(event: &Value) -> f64 {
    event["ts"].as_f64().unwrap_or_default()
}
