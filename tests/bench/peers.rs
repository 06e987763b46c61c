//! The peers: fetched from npm once for each user, in pinned versions, and their pages.

use crate::Subject;
use crate::driver::{Result, npm};
use crate::measure::{Interaction, Step};
use crate::sample::{Kind, Set};
use std::path::PathBuf;

/// Package and version.
pub const PINNED: [(&str, &str); 4] = [
    ("vis-timeline", "8.5.4"),
    ("tabulator-tables", "6.5.3"),
    ("ag-grid-community", "36.2.0"),
    ("@knight-lab/timelinejs", "3.9.11"),
];

/// A library: what a page loads for it, below `node_modules`.
pub struct Library {
    /// Its name in the tables.
    pub name: &'static str,
    /// Where its page has it, which `pages/peers.js` fills.
    place: &'static str,
    /// Its script.
    pub script: &'static str,
    /// Its style, where its script does not bring it.
    pub style: Option<&'static str>,
    /// What its script asks for.
    pub asked: Option<&'static str>,
}

/// Items in groups, and a custom time bar for the playhead.
pub const VIS_TIMELINE: Library = Library {
    name: "vis-timeline",
    place: "timeline",
    script: "vis-timeline/standalone/umd/vis-timeline-graph2d.min.js",
    style: Some("vis-timeline/styles/vis-timeline-graph2d.min.css"),
    asked: None,
};

/// Virtual rows and columns.
pub const TABULATOR: Library = Library {
    name: "Tabulator",
    place: "table",
    script: "tabulator-tables/dist/js/tabulator.min.js",
    style: Some("tabulator-tables/dist/css/tabulator.min.css"),
    asked: None,
};

/// Virtual rows and columns.
pub const AG_GRID: Library = Library {
    name: "AG Grid",
    place: "grid",
    script: "ag-grid-community/dist/ag-grid-community.min.js",
    style: None,
    asked: None,
};

/// A slide for each row, and all of them on one line of time; nothing is filtered.
pub const TIMELINE_JS: Library = Library {
    name: "TimelineJS3",
    place: "story",
    script: "@knight-lab/timelinejs/dist/js/timeline.js",
    style: Some("@knight-lab/timelinejs/dist/css/timeline.css"),
    asked: Some("@knight-lab/timelinejs/dist/js/locale/en.json"),
};

/// All of them.
pub const LIBRARIES: [&Library; 4] = [&VIS_TIMELINE, &TABULATOR, &AG_GRID, &TIMELINE_JS];

/// Installs the peers below the user's cache unless they are there, and returns the folder of their `node_modules`.
pub fn install() -> Result<PathBuf> {
    let files: Vec<&str> = LIBRARIES.into_iter().flat_map(Library::files).collect();
    npm::install("peers", &PINNED, &files)
}

impl Library {
    /// All that a page loads for it.
    pub fn files(&self) -> impl Iterator<Item = &'static str> {
        [Some(self.script), self.style, self.asked].into_iter().flatten()
    }

    /// What loads it in a page.
    pub fn head(&self) -> String {
        let style = self.style.map(|style| format!("<link rel=stylesheet href=/peers/{style}>"));
        format!("{}<script src=/peers/{}></script>\n", style.unwrap_or_default(), self.script)
    }
}

/// A page with one peer, or with two.
pub struct Peer {
    name: &'static str,
    libraries: &'static [&'static Library],
}

/// The peers that are measured beside a set of this kind.
pub fn beside(kind: Kind) -> Vec<Peer> {
    let alone: &[&'static [&'static Library]] = match kind {
        Kind::Activities(_) => &[&[&TABULATOR], &[&VIS_TIMELINE]],
        _ => &[&[&AG_GRID], &[&TABULATOR], &[&VIS_TIMELINE], &[&TIMELINE_JS]],
    };
    let mut all: Vec<Peer> =
        alone.iter().map(|libraries| Peer { name: libraries[0].name, libraries }).collect();
    all.push(Peer { name: BOTH, libraries: &[&VIS_TIMELINE, &TABULATOR] });
    all
}

/// What would stand in the atlas's place: a timeline and a table on one page. Only its way to ready is of interest.
pub const BOTH: &str = "both";

impl Subject for Peer {
    fn name(&self) -> &'static str {
        self.name
    }

    fn html(&self, set: &Set) -> String {
        let mut page = String::from(
            "<!doctype html><html lang=en><meta charset=utf-8><title>bench</title><script src=/bench.js></script>\n",
        );
        page.extend(self.libraries.iter().map(|library| library.head()));
        page.extend(self.libraries.iter().map(|library| format!("<div id={}></div>\n", library.place)));
        page + &format!("<script src=/peers.js data-rows={}></script>\n", set.rows_path())
    }

    fn prepare(&self, _: Interaction) -> String {
        String::new()
    }

    fn shown(&self) -> String {
        "page.shown()".into()
    }

    /// The peer's own interface, called with what the page is to show after the step.
    fn step(&self, interaction: Interaction, set: &Set, round: usize) -> Option<Step> {
        if self.libraries.len() > 1 || self.name == TIMELINE_JS.name {
            return None;
        }
        Some(Step::Call(match interaction {
            Interaction::Keystroke => format!("page.keystroke({:?})", set.typed(round + 1)),
            Interaction::Facet => format!("page.facet({})", round.is_multiple_of(2)),
            Interaction::Playhead => format!("page.playhead({:?})", set.day(round)),
        }))
    }
}
