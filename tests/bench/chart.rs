//! The chart of a run: how long pages take until they are ready, and for the slowest of their changes, on one logarithmic scale.

use crate::limits::{OURS, by_set};
use crate::measure::Seen;
use crate::report::Report;
use crate::table::{grouped, quantile};
use std::fmt::Write;

const WIDTH: f64 = 960.0;
/// Where the bars of ready and of changes begin.
const PANELS: [f64; 2] = [190.0, 590.0];
const BAR: f64 = 300.0;
const LINE: f64 = 18.0;
/// The scale goes from one to ten thousand milliseconds.
const DECADES: f64 = 4.0;

const STYLE: &str =
    "text { font: 12px system-ui, sans-serif; fill: #222 } .set { font-weight: 600 } .quiet { fill: #666 }
    .bar { fill: #b9bec7 } .ours { fill: #1f4e96 } .grid { stroke: #ddd } .ground { fill: #fff }
    @media (prefers-color-scheme: dark) { text { fill: #eee } .quiet { fill: #aaa } .bar { fill: #5b616b }
    .ours { fill: #7ea9ea } .grid { stroke: #444 } .ground { fill: #16181c } }";

/// The chart as SVG.
pub fn of(report: &Report) -> String {
    let sets = by_set(&report.sets);
    let lines: usize = sets.iter().map(|(_, seen)| seen.len() + 2).sum();
    let height = 46.0 + lines as f64 * LINE;
    let mut svg = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {height}' role='img' aria-label='Milliseconds until pages are ready, and of their slowest change'>\n\
         <style>{STYLE}</style><rect class='ground' width='100%' height='100%'/>\n"
    );
    let text = |svg: &mut String, x: f64, y: f64, class: &str, words: &str| {
        let _ = writeln!(svg, "<text x='{x}' y='{y}' class='{class}'>{words}</text>");
    };
    for (x, title) in
        PANELS.into_iter().zip(["Until ready, ms", "Slowest change, all its frames, ms (95th percentile)"])
    {
        text(&mut svg, x, 16.0, "set", title);
        for decade in 0..=DECADES as u32 {
            let at = x + BAR * f64::from(decade) / DECADES;
            let _ = writeln!(svg, "<path class='grid' d='M{at} 38V{height}'/>");
            text(&mut svg, at, 34.0, "quiet", &grouped(10_u64.pow(decade)));
        }
    }
    let mut y = 46.0;
    for (set, seen) in sets {
        y += LINE;
        text(&mut svg, 8.0, y, "set", &set);
        for each in seen {
            y += LINE;
            text(&mut svg, 8.0, y, "", each.name);
            let values = [quantile(&each.navigation, 0.5), slowest(each)];
            for (x, value) in PANELS.into_iter().zip(values) {
                let Some(value) = value else { continue };
                let length = (BAR * value.max(1.0).log10() / DECADES).clamp(1.0, BAR);
                let class = if each.name == OURS { "bar ours" } else { "bar" };
                let _ =
                    writeln!(svg, "<rect class='{class}' x='{x}' y='{}' width='{length:.1}' height='12'/>", y - 10.0);
                text(&mut svg, x + length + 4.0, y, "quiet", &format!("{value:.0}"));
            }
        }
        y += LINE;
    }
    svg + "</svg>\n"
}

/// The slowest change of a page.
fn slowest(seen: &Seen) -> Option<f64> {
    seen.interactions.iter().filter_map(|(_, times)| quantile(&times.settled, 0.95)).reduce(f64::max)
}
