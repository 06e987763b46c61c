//! The peers: fetched from npm once for each user, in pinned versions, and their pages.

use crate::Subject;
use crate::driver::{Result, npm};
use crate::measure::{Interaction, Step};
use crate::sample::Set;
use std::path::PathBuf;

/// Package and version.
pub const PINNED: [(&str, &str); 3] =
    [("vis-timeline", "8.5.4"), ("tabulator-tables", "6.5.3"), ("@knight-lab/timelinejs", "3.9.11")];

/// What a page with both loads, below `node_modules`.
pub const FILES: [&str; 4] = [
    "vis-timeline/standalone/umd/vis-timeline-graph2d.min.js",
    "vis-timeline/styles/vis-timeline-graph2d.min.css",
    "tabulator-tables/dist/js/tabulator.min.js",
    "tabulator-tables/dist/css/tabulator.min.css",
];

/// The scripts of timelines, to be evaluated beside ours.
pub const TIMELINES: [(&str, &str); 2] =
    [("vis-timeline", FILES[0]), ("TimelineJS3", "@knight-lab/timelinejs/dist/js/timeline.js")];

/// What a page with TimelineJS3 loads besides, for English.
pub const TIMELINE_STYLE: &str = "@knight-lab/timelinejs/dist/css/timeline.css";
/// Its words, which its script asks for.
pub const TIMELINE_WORDS: &str = "@knight-lab/timelinejs/dist/js/locale/en.json";

/// Installs the peers below the user's cache unless they are there, and returns the folder of their `node_modules`.
pub fn install() -> Result<PathBuf> {
    let files = FILES.into_iter().chain(TIMELINES.map(|(_, file)| file));
    let files: Vec<&str> = files.chain([TIMELINE_STYLE, TIMELINE_WORDS]).collect();
    npm::install("peers", &PINNED, &files)
}

/// A page with one peer or both, which are the places that `pages/peers.js` fills.
pub struct Peer {
    name: &'static str,
    places: &'static [&'static str],
}

/// vis-timeline: items in groups, and a custom time bar for the playhead.
pub const VIS_TIMELINE: Peer = Peer { name: "vis-timeline", places: &["timeline"] };

/// Tabulator: virtual rows, header filters.
pub const TABULATOR: Peer = Peer { name: "tabulator", places: &["table"] };

/// Both on one page: what would stand in the atlas's place. Only its way to ready is of interest.
pub const BOTH: Peer = Peer { name: "both-peers", places: &["timeline", "table"] };

impl Subject for Peer {
    fn name(&self) -> &'static str {
        self.name
    }

    fn html(&self, set: &Set) -> String {
        html(set, self.places)
    }

    fn prepare(&self, _: Interaction) -> String {
        String::new()
    }

    fn shown(&self) -> String {
        "page.shown()".into()
    }

    /// The peer's own interface, called with what the page is to show after the step.
    fn step(&self, interaction: Interaction, set: &Set, round: usize) -> Option<Step> {
        let (name, value) = match interaction {
            _ if self.places.len() > 1 => return None,
            Interaction::Keystroke => ("keystroke", set.typed(round + 1)),
            Interaction::Facet => ("facet", if round.is_multiple_of(2) { set.instrument.as_str() } else { "" }),
            Interaction::Playhead => ("playhead", set.day(round)),
        };
        Some(Step::Call(format!("page.{name}({})", serde_json::Value::from(value))))
    }
}

fn html(set: &Set, places: &[&str]) -> String {
    let mut page = String::from(
        "<!doctype html><html lang=en><meta charset=utf-8><title>bench</title><script src=/bench.js></script>\n",
    );
    for (id, files) in [("timeline", &FILES[..2]), ("table", &FILES[2..])] {
        if places.contains(&id) {
            page +=
                &format!("<link rel=stylesheet href=/peers/{}><script src=/peers/{}></script>\n", files[1], files[0]);
        }
    }
    page.extend(places.iter().map(|id| format!("<div id={id}></div>\n")));
    page + &format!("<script src=/peers.js data-rows={}></script>\n", set.rows_path())
}
