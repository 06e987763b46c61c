//! What the atlas has set itself: limits on the work of a change, on nodes, bytes, and on the time until it is ready.

use crate::loading::Line;
use crate::measure::{Seen, Times};
use crate::peers::{BOTH, TABULATOR, TIMELINE_JS, VIS_TIMELINE};
use crate::report::Report;
use crate::sample::Kind;
use crate::table::quantile;

/// Our own name in the tables.
pub const OURS: &str = "cooperation-atlas";

/// A limit, and what was seen of it.
pub struct Limit {
    /// What is limited.
    pub what: String,
    /// What was seen, if it was measured.
    pub seen: Option<f64>,
    /// At most so much.
    pub limit: f64,
}

/// Milliseconds of the work of each frame of a change, at the 95th percentile.
const FRAME: f64 = 16.0;
/// Milliseconds of the page's main thread before an element is near the screen.
const EVALUATION: f64 = 5.0;
/// Milliseconds of the longest task until the shipped set is ready.
const TASK: f64 = 50.0;
const SCRIPT: f64 = 180_000.0;
const PAGE: f64 = 30_000.0;

/// Milliseconds of all frames of a change together, and nodes.
fn of_kind(kind: Kind) -> (f64, f64) {
    match kind {
        Kind::BuiltIn => (24.0, 3_000.0),
        Kind::Framework { instruments, .. } if instruments <= 120 => (32.0, 4_000.0),
        Kind::Framework { .. } => (48.0, 5_000.0),
        Kind::Activities(number) if number <= 10_000 => (24.0, 4_000.0),
        Kind::Activities(_) => (32.0, 4_000.0),
    }
}

/// What was seen over each set, in order.
pub fn by_set(all: &[Seen]) -> Vec<(String, Vec<&Seen>)> {
    let mut sets: Vec<(String, Vec<&Seen>)> = Vec::new();
    for seen in all {
        let name = seen.kind.name();
        match sets.last_mut() {
            Some((last, list)) if *last == name => list.push(seen),
            _ => sets.push((name, vec![seen])),
        }
    }
    sets
}

/// All limits that the parts of a report have to do with.
pub fn of(report: &Report) -> Vec<Limit> {
    let mut all = Vec::new();
    let mut limit = |what: String, seen, limit| all.push(Limit { what, seen, limit });
    let ready = |kind, name: &str| {
        let seen = report.sets.iter().find(|seen| seen.kind == kind && seen.name == name);
        seen.and_then(|seen| quantile(&seen.navigation, 0.5))
    };
    for seen in report.sets.iter().filter(|seen| seen.name == OURS) {
        let (frames, nodes) = of_kind(seen.kind);
        let set = seen.kind.name();
        let worst = |times: &dyn Fn(&Times) -> Vec<f64>| {
            let each = seen.interactions.iter().map(|(_, seen)| quantile(&times(seen), 0.95));
            each.reduce(|one, other| Some(one?.max(other?))).flatten()
        };
        let put_off = |times: &Times| times.settled.iter().zip(&times.work).map(|(both, first)| both - first).collect();
        limit(format!("{set}: work of a change to the next frame, ms"), worst(&|times| times.work.clone()), FRAME);
        limit(format!("{set}: work of the frames after it, ms"), worst(&put_off), FRAME);
        limit(format!("{set}: all frames of a change together, ms"), worst(&|times| times.settled.clone()), frames);
        limit(format!("{set}: nodes"), seen.failed.is_none().then_some(seen.nodes as f64), nodes);
        let small = ready(Kind::BuiltIn, OURS);
        let bound = match seen.kind {
            Kind::BuiltIn => None,
            Kind::Framework { instruments, .. } => {
                small.map(|small| small * if instruments <= 120 { 1.2 } else { 2.0 })
            }
            Kind::Activities(number) if number > 10_000 => Some(300.0),
            Kind::Activities(_) => ready(seen.kind, TABULATOR.name),
        };
        if let Some(bound) = bound {
            limit(format!("{set}: ready, ms"), ready(seen.kind, OURS), bound);
        }
        if let Some(both) = ready(seen.kind, BOTH) {
            limit(format!("{set}: ready, ms, a third of two peers on one page"), ready(seen.kind, OURS), both / 3.0);
        }
    }
    let loaded = |name: &str, part| {
        let seen = report.loading.iter().find(|seen| seen.name == name && seen.line == Line::Plain)?;
        quantile(&seen.each(part), 0.5)
    };
    if !report.loading.is_empty() {
        for peer in [VIS_TIMELINE.name, TIMELINE_JS.name] {
            let bound = loaded(peer, |load| load.ready).unwrap_or_default();
            limit(format!("shipped page: ready, ms, before {peer}"), loaded(OURS, |load| load.ready), bound);
        }
        limit("shipped page: longest task until ready, ms".into(), loaded(OURS, |load| load.longest), TASK);
    }
    let scripts = report.scripts.iter().find(|seen| seen.name == OURS);
    let spent = |seen: &crate::evaluation::Seen| -> Vec<f64> {
        seen.costs.iter().map(|cost| cost.evaluation.0 + cost.later.0).collect()
    };
    limit(
        "evaluation, and what is called later, ms".into(),
        scripts.and_then(|seen| quantile(&spent(seen), 0.5)),
        EVALUATION,
    );
    for (file, bound) in [("cooperation-atlas.js", SCRIPT), ("index.html", PAGE)] {
        let size = report.files.iter().find(|(name, _)| name == file).map(|(_, size)| *size as f64);
        limit(format!("{file}, bytes"), size, bound);
    }
    all
}
