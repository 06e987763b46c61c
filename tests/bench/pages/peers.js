// vis-timeline and Tabulator over the rows, set up by their manuals: what is not said here is the vendor's default.
"use strict";

const rows = fetch(document.currentScript.dataset.rows).then(answer => answer.json());

async function makeTimeline(place) {
  const shown = { title: "", instrument: "", day: "" };
  const keep = item => (!shown.title || item.lower.includes(shown.title))
    && (!shown.instrument || item.group === shown.instrument)
    && (!shown.day || item.day <= shown.day);
  // vis-timeline has no place for what has no date: such rows are left out.
  const items = new vis.DataSet((await rows).filter(row => row.start).map(row => ({
    id: row.id, group: row.instrument, content: row.title, start: row.start, end: row.end,
    lower: row.title.toLowerCase(), day: row.start,
  })));
  const groups = [...new Set((await rows).map(row => row.instrument))].map(id => ({ id, content: id }));
  const view = new vis.DataView(items, { filter: keep });
  // A height of its own, so that it scrolls inside and needs to draw only what is in sight.
  const timeline = new vis.Timeline(place, view, new vis.DataSet(groups), { height: "600px", verticalScroll: true, zoomKey: "ctrlKey" });
  timeline.addCustomTime(new Date(), "playhead");
  await new Promise(done => {
    const first = () => { timeline.off("changed", first); done(); };
    timeline.on("changed", first);
  });
  return {
    shown: () => [view.length, +timeline.getCustomTime("playhead")],
    keystroke: text => { shown.title = text; view.refresh(); },
    facet: id => { shown.instrument = id; view.refresh(); },
    playhead: day => { shown.day = day; timeline.setCustomTime(day, "playhead"); view.refresh(); },
  };
}

async function makeTable(place) {
  const columns = ["title", "instrument", "sectors", "start", "end", "state"]
    .map(field => ({ field, title: field, headerFilter: "input" }));
  // With a height, Tabulator draws only the rows in sight.
  const table = new Tabulator(place, { height: "600px", layout: "fitColumns", index: "id", data: await rows, columns });
  await new Promise(done => table.on("tableBuilt", done));
  const filter = (field, type, value) => value ? table.setFilter(field, type, value) : table.clearFilter();
  return {
    shown: () => table.getDataCount("active"),
    keystroke: text => filter("title", "like", text),
    facet: id => filter("instrument", "=", id),
    playhead: day => filter("start", "<=", day),
  };
}

// Both halves may be on one page; what is measured on a page with one is that one.
let page;
const made = [["timeline", makeTimeline], ["table", makeTable]].flatMap(([id, make]) => {
  const place = document.getElementById(id);
  return place ? [make(place)] : [];
});
bench.ready(Promise.all(made).then(all => { page = all[0]; }));
