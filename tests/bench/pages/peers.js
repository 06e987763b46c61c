// The peers over the rows, set up by their manuals: what is not said here is the vendor's default.
"use strict";

const set = fetch(document.currentScript.dataset.rows).then(answer => answer.json());

// What is to be seen, and which rows that leaves.
async function filter() {
  const { facet } = await set;
  const shown = { title: "", facet: false, day: "" };
  return {
    shown,
    isOn: () => Boolean(shown.title || shown.facet || shown.day),
    keep: row => (!shown.title || row.title.toLowerCase().includes(shown.title))
      && (!shown.facet || row[facet.field] === facet.value)
      && (!shown.day || row.start <= shown.day),
  };
}

async function makeTimeline(place) {
  const { rows } = await set;
  const { shown, keep } = await filter();
  // vis-timeline has no place for what has no date: such rows are left out.
  const items = new vis.DataSet(rows.filter(row => row.start).map(row => ({ ...row, content: row.title })));
  const groups = [...new Set(rows.map(row => row.group))].map(id => ({ id, content: id }));
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
    facet: on => { shown.facet = on; view.refresh(); },
    playhead: day => { shown.day = day; timeline.setCustomTime(day, "playhead"); view.refresh(); },
  };
}

async function makeTable(place) {
  const { rows, columns, facet } = await set;
  // With a height, Tabulator draws only the rows in sight; with many columns, only those in sight, if that is asked for.
  const table = new Tabulator(place, {
    height: "600px", index: "id", data: rows,
    columns: columns.map(column => ({ ...column, headerFilter: "input" })),
    ...columns.length > 12 ? { renderHorizontal: "virtual" } : { layout: "fitColumns" },
  });
  await new Promise(done => table.on("tableBuilt", done));
  const filter = (field, type, value) => value ? table.setFilter(field, type, value) : table.clearFilter();
  return {
    shown: () => table.getDataCount("active"),
    keystroke: text => filter("title", "like", text),
    facet: on => filter(facet.field, "=", on ? facet.value : ""),
    playhead: day => filter("start", "<=", day),
  };
}

async function makeGrid(place) {
  const { rows, columns } = await set;
  const { shown, isOn, keep } = await filter();
  place.style.height = "600px";
  const api = await new Promise(done => agGrid.createGrid(place, {
    columnDefs: columns.map(({ field, title }) => ({ field, headerName: title, filter: true })),
    rowData: rows,
    isExternalFilterPresent: isOn,
    doesExternalFilterPass: node => keep(node.data),
    onFirstDataRendered: event => done(event.api),
  }));
  const change = part => { Object.assign(shown, part); api.onFilterChanged(); };
  return {
    shown: () => api.getDisplayedRowCount(),
    keystroke: title => change({ title }),
    facet: facet => change({ facet }),
    playhead: day => change({ day }),
  };
}

async function makeStory(place) {
  place.style.height = "600px";
  const date = day => {
    const [, year, month, date] = /^(-?\d+)-(\d+)-(\d+)$/.exec(day).map(Number);
    return { year, month, day: date };
  };
  const events = (await set).rows.filter(row => row.start).map(row => ({
    start_date: date(row.start), ...row.end && { end_date: date(row.end) }, group: row.group,
    text: { headline: row.title },
  }));
  // Without the fonts, which come from elsewhere.
  const timeline = new TL.Timeline(place, { events }, { font: "" });
  await new Promise(done => timeline.on("loaded", done));
  return {};
}

// Two of them may be on one page; what is measured on a page with one is that one.
let page;
const makers = { timeline: makeTimeline, table: makeTable, grid: makeGrid, story: makeStory };
const made = Object.entries(makers).flatMap(([id, make]) => {
  const place = document.getElementById(id);
  return place ? [make(place)] : [];
});
bench.ready(Promise.all(made).then(all => { page = all[0]; }));
