//! Pages with the same facts, to be loaded beside ours: the events and instruments of the shipped data, written into
//! them as the manuals of vis-timeline and TimelineJS3 tell. Fills a server with them, compressed.

use crate::driver::{Result, Server};
use crate::limits::OURS;
use crate::peers::{TIMELINE_JS, VIS_TIMELINE};
use crate::report::brotli;
use atlas::builtin::BUILTIN;
use atlas::model::Dataset;
use atlas::packed;
use atlas::time::{Day, Edtf};
use serde_json::{Value, json};
use std::path::Path;

/// The paths of the pages by their names in the table.
pub const PAGES: [(&str, &str); 3] =
    [(OURS, "/index.html"), (VIS_TIMELINE.name, "/vis.html"), (TIMELINE_JS.name, "/timelinejs.html")];

/// Serves all pages and what they load, every text by brotli.
pub fn serve(server: &Server, dist: &Path, peers: &Path) -> Result<()> {
    let modules = peers.join("node_modules");
    let data = packed::read(BUILTIN)?;
    let packed = |path: &str, body: Vec<u8>| -> Result<()> {
        server.page_with(path, brotli(&body)?, &[("Content-Encoding", "br")]);
        Ok(())
    };
    for name in ["index.html", "cooperation-atlas.js"] {
        packed(&format!("/{name}"), std::fs::read(dist.join(name))?)?;
    }
    for file in VIS_TIMELINE.files().chain(TIMELINE_JS.files()) {
        packed(&format!("/peers/{file}"), std::fs::read(modules.join(file))?)?;
    }
    packed("/vis.html", vis_timeline(&data).into_bytes())?;
    packed("/timelinejs.html", timeline_js(&data).into_bytes())
}

/// The names of the events, as a reader finds them in a text.
pub fn names() -> Result<Vec<String>> {
    let data = packed::read(BUILTIN)?;
    let names = data.events().map(|(_, row)| plain(row.name.get(0)));
    Ok(names.collect())
}

/// Without the kinds of spaces, and hyphens that are not shown.
pub fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ").replace('\u{ad}', "")
}

/// What a page shows of a fact.
struct Fact {
    group: String,
    name: String,
    text: String,
    /// First and last day. A month or a year is padded, as users of the peers would.
    days: Option<(Day, Day)>,
}

fn facts(data: &Dataset) -> Vec<Fact> {
    let days = |date: &Edtf| {
        let interval = date.interval();
        let (start, end) = (interval.start.date()?, interval.end.date()?);
        Some((start.first(), end.last()))
    };
    let events = data.events().map(|(_, row)| Fact {
        group: "Events".into(),
        name: plain(row.name.get(0)),
        text: plain(row.summary.get(0)),
        days: row.date.as_ref().or(row.date_by.as_ref()).and_then(days),
    });
    let instruments = data.instruments().map(|(id, row)| Fact {
        group: "Instruments".into(),
        name: plain(row.name.get(0)),
        text: plain(row.note.get(0)),
        days: data.terms(id).last().and_then(|term| days(&Edtf::Interval(term.term))),
    });
    events.chain(instruments).collect()
}

/// What every page begins with; none asks for an icon.
const HEAD: &str = "<!doctype html><html lang=en><meta charset=utf-8><title>Cooperation</title>
    <meta name=viewport content='width=device-width'><link rel=icon href='data:,'>";

/// Items in two groups. There is no place for what has no date: it is left out.
fn vis_timeline(data: &Dataset) -> String {
    let item = |(id, fact): (usize, &Fact)| {
        let (first, last) = fact.days?;
        let end = (first != last).then(|| last.to_string());
        Some(json!({"id": id, "group": fact.group, "content": fact.name, "title": fact.text,
            "start": first.to_string(), "end": end}))
    };
    let items: Value = facts(data).iter().enumerate().filter_map(item).collect();
    format!(
        "{HEAD}{}<div id=timeline></div>
        <script>
        const groups = ['Events', 'Instruments'].map(id => ({{ id, content: id }}));
        const timeline = new vis.Timeline(document.getElementById('timeline'), new vis.DataSet({items}),
            new vis.DataSet(groups), {{}});
        timeline.on('changed', () => dispatchEvent(new Event('peer-ready')));
        </script>",
        VIS_TIMELINE.head()
    )
}

/// One slide for each fact; what has no date stands on the slide before them. Without the fonts, which come from Google.
fn timeline_js(data: &Dataset) -> String {
    let facts = facts(data);
    let date = |day: Day| {
        let (year, month, day) = day.ymd();
        json!({"year": year, "month": month, "day": day})
    };
    let slide = |fact: &Fact| {
        let (first, last) = fact.days?;
        Some(json!({"start_date": date(first), "end_date": date(last), "group": fact.group,
            "text": {"headline": fact.name, "text": fact.text}}))
    };
    let slides: Value = facts.iter().filter_map(slide).collect();
    let undated = facts.iter().filter(|fact| fact.days.is_none());
    let undated: String = undated.map(|fact| format!("<p>{}: {}</p>", fact.name, fact.text)).collect();
    let story = json!({"title": {"text": {"headline": "Cooperation", "text": undated}}, "events": slides});
    format!(
        "{HEAD}{}<div id=timeline style='width: 100%; height: 600px'></div>
        <script>
        const timeline = new TL.Timeline('timeline', {story}, {{ font: '' }});
        timeline.on('loaded', () => dispatchEvent(new Event('peer-ready')));
        </script>",
        TIMELINE_JS.head()
    )
}
