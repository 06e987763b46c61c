// The studio's page: what was handed over, what is wrong with it, how it looks, and how it is saved.
//
// One state, `state`; `draw` makes the page follow it. Reading is done by the worker (`reader.js`), files are the business of
// `files.js`, and the picture is the atlas's own element.

const texts = JSON.parse(document.getElementById("studio-texts").textContent);
const one = selector => document.querySelector(selector);
const all = selector => document.querySelectorAll(selector);
const reader = new Reader();

const state = {
  language: /^ru/i.test(new URLSearchParams(location.search).get("lang") || navigator.language) ? "ru" : "en",
  // What was read last, as the worker tells it; and what it is called.
  told: undefined,
  name: "",
  source: undefined,
  // Problems of earlier readings of the same source that are gone now.
  mended: [],
  // Whether a picture stands, and whether it is of what was read last.
  drawn: false,
  current: false,
  busy: false,
};

const text = (id, values = {}) =>
  (texts[state.language][id] ?? texts.en[id]).replace(/\{ \$([a-z]+) \}/g, (place, name) => values[name] ?? place);

const make = (tag, properties, ...children) => {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
};

const today = () => {
  const now = new Date(), pad = number => String(number).padStart(2, "0");
  return now.getFullYear() + "-" + pad(now.getMonth() + 1) + "-" + pad(now.getDate());
};

// Reading

let reading = 0, endFollowing = () => {};

const take = async source => {
  endFollowing();
  state.mended = [];
  say("");
  const found = await source.now();
  if (!found.length) {
    state.told = { refused: text("drop-kinds") };
    state.name = "";
    state.current = false;
    return draw();
  }
  state.source = source;
  await read(found);
  if (source.follows) endFollowing = follow(source, stampOf(found), read);
};

const read = async found => {
  const turn = ++reading, before = state.told?.problems || [];
  state.busy = true;
  state.name = found.length > 1 && found[0].name.includes("/") ? found[0].name.split("/")[0] : found[0].name;
  draw();
  let told;
  try {
    const files = [];
    for (const { name, file } of found) files.push({ name, bytes: await file.arrayBuffer() });
    told = await reader.ask("read", { files, today: today(), language: state.language });
  } catch (error) {
    told = { refused: texts[state.language][error.message] || error.message };
  }
  // Another reading has begun meanwhile.
  if (turn != reading) return;
  const key = ({ place, what }) => place + what, now = new Set((told.problems || []).map(key));
  if (told.problems) {
    const gone = [...before, ...state.mended].filter(problem => !now.has(key(problem)));
    state.mended = [...new Map(gone.map(problem => [key(problem), problem])).values()].slice(0, 50);
  }
  state.told = told;
  state.busy = false;
  state.current = !!told.drawn;
  draw();
  if (told.drawn) await show();
};

// The picture: the element keeps its filters and its day when its data change.
let address;
const show = async () => {
  const bytes = await reader.ask("packed");
  const last = address;
  address = URL.createObjectURL(new Blob([bytes]));
  let atlas = one("cooperation-atlas");
  if (!atlas) {
    atlas = document.createElement("cooperation-atlas");
    const attributes = { loading: "eager", "heading-level": "2", lang: state.language, src: address };
    Object.entries(attributes).forEach(([name, value]) => atlas.setAttribute(name, value));
    one(".frame").append(atlas);
  } else {
    atlas.setAttribute("src", address);
  }
  if (last) setTimeout(() => URL.revokeObjectURL(last), 10000);
  state.drawn = true;
  draw();
};

// Drawing

const problemItem = (problem, index) => {
  const button = make("button", { type: "button", className: "problem" });
  button.append(
    make("span", { className: "place" }, problem.place),
    make("span", { className: "what" }, problem.what),
    make("span", { className: "wanted" }, text("expected", { text: problem.expected })),
  );
  const item = make("li", {}, button);
  if (!problem.row) return item;
  button.setAttribute("aria-expanded", "false");
  button.onclick = async () => {
    const open = item.querySelector(".row");
    button.setAttribute("aria-expanded", String(!open));
    if (open) return open.remove();
    const row = await reader.ask("row", { index });
    if (row) item.append(rowTable(row));
  };
  return item;
};

const rowTable = ({ sheet, number, cells }) => {
  const table = make("table", {}, make("caption", {}, text("row-of", { row: number, sheet })));
  cells.filter(cell => cell.text.trim() || cell.about).forEach(({ letters, head, text, about }) => {
    const label = make("th", { scope: "row" }, letters + " " + head);
    table.append(make("tr", { className: about ? "about" : "" }, label, make("td", {}, text)));
  });
  return make("div", { className: "row" }, table);
};

// The list is made anew only where it says something else: who stands in it, or has opened a row, is not to lose that.
let listed = [];
const drawList = () => {
  const now = [state.told, state.mended, state.language], focused = one(".problems").contains(document.activeElement);
  if (now.every((part, index) => part === listed[index])) return;
  listed = now;
  const { problems = [], doubts = [], problemsInAll = 0, doubtsInAll = 0, followers = 0, refused } = state.told || {};
  const more = (list, count, shown) => {
    if (count > shown) list.append(make("li", { className: "quiet" }, text("more-problems", { n: count - shown })));
  };
  const main = one(".list"), side = one(".doubts"), done = one(".mended");
  main.replaceChildren(...problems.map(problemItem));
  more(main, problemsInAll, problems.length);
  side.replaceChildren(...doubts.map((doubt, index) => problemItem(doubt, problemsInAll + index)));
  more(side, doubtsInAll, doubts.length);
  done.replaceChildren(...state.mended.map(problem => {
    const line = make("div", { className: "problem" });
    line.append(make("span", { className: "place" }, problem.place), make("span", { className: "what" }, problem.what));
    return make("li", {}, line);
  }));
  const title = one("#problems-title");
  title.className = problemsInAll || refused ? "" : "good";
  title.textContent = problemsInAll || refused ? text("problems", { n: problemsInAll || 1 }) : text("no-problems");
  const note = one("[data-note]");
  note.textContent = [problemsInAll && text("left-out"), followers && text("followers", { n: followers })].filter(Boolean).join(" ");
  note.hidden = !note.textContent;
  [one(".doubts-title"), one(".doubts-title + p"), side].forEach(node => (node.hidden = !doubtsInAll));
  one(".doubts-title").textContent = text("doubts", { n: doubtsInAll });
  [one(".mended-title"), done].forEach(node => (node.hidden = !state.mended.length));
  main.hidden = !problemsInAll;
  if (focused && !one(".problems").contains(document.activeElement)) title.focus();
};

const draw = () => {
  const { told, busy, source } = state, begun = !!told && !told.refused || state.drawn;
  document.documentElement.lang = state.language;
  document.title = text("page-title");
  all("[data-text]").forEach(node => (node.textContent = text(node.dataset.text)));
  all("[data-label]").forEach(node => node.setAttribute("aria-label", text(node.dataset.label)));
  all("[data-language]").forEach(node => node.setAttribute("aria-pressed", String(node.dataset.language == state.language)));
  one(".start").hidden = begun;
  one(".work").hidden = !begun;
  const refused = told?.refused && text("failed-read", { reason: [state.name, told.refused].filter(Boolean).join(": ") });
  one(".refused").textContent = busy ? text("reading") : refused || "";
  if (!begun) return;
  const { counts } = told;
  one(".status").textContent = busy ? text("reading") : refused || (counts ? text("read", { ...counts, name: state.name }) : state.name);
  one(".follows").textContent = text(source?.follows ? "follows" : "follows-not");
  drawList();
  const stays = one(".stays");
  stays.textContent = state.current ? (told.small ? text("small-note") : "") : text(state.drawn ? "last-good" : "no-preview");
  stays.hidden = busy || !stays.textContent;
  const whole = state.current && !told.problemsInAll;
  one(".first").hidden = whole;
  all("[data-save]").forEach(node => {
    const able = node.dataset.save == "script" || (node.dataset.save == "workbook" ? !!counts : whole);
    node.setAttribute("aria-disabled", String(!able));
  });
  one(".lines").textContent =
    "<script src=\"cooperation-atlas.js\" defer><" + "/script>\n" +
    "<cooperation-atlas src=\"" + (counts?.name || "set") + ".atlas\" lang=\"" + (counts?.languages[0] || "en") + "\"></cooperation-atlas>";
  one("cooperation-atlas")?.setAttribute("lang", state.language);
};

// Saving

const say = words => all(".said").forEach(node => (node.textContent = words));

const deliver = (name, content, type) => {
  const link = make("a", { href: URL.createObjectURL(new Blob([content], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  say(text("saved", { name }));
};

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const savers = {
  // The element's own "Save a copy".
  page: () => one("cooperation-atlas")._save(),
  packed: async name => deliver(name + ".atlas", await reader.ask("packed"), "application/octet-stream"),
  package: async name => deliver(name + ".zip", await reader.ask("package"), "application/zip"),
  workbook: async name => deliver(name + ".xlsx", await reader.ask("workbook", { language: state.language }), XLSX),
  script: async () => deliver("cooperation-atlas.js", customElements.get("cooperation-atlas")._code(), "text/javascript"),
};

const templates = {
  small: { en: "atlas-start.xlsx", ru: "atlas-nachalo.xlsx" },
  empty: { en: "atlas.xlsx", ru: "atlas.xlsx" },
  filled: { en: "atlas-example.xlsx", ru: "atlas-example.xlsx" },
};

// What the reader does

const pick = async kind => {
  reader.warm();
  const api = kind == "files" ? self.showOpenFilePicker : self.showDirectoryPicker;
  if (!api) return one(".pick-" + (kind == "files" ? "files" : "folder")).click();
  try {
    const handles = [await api.call(self, kind == "files" ? { multiple: true } : {})].flat();
    await take({ follows: true, now: () => ofHandles(handles) });
  } catch (error) {
    // Closed without a choice; or the browser has the picker and does not allow it here.
    if (error.name != "AbortError") one(".pick-" + (kind == "files" ? "files" : "folder")).click();
  }
};

addEventListener("click", async ({ target }) => {
  const button = target.closest?.("button");
  if (!button || button.getAttribute("aria-disabled") == "true") return;
  try {
    await done(button.dataset);
  } catch (error) {
    // A worker that has ended knows nothing of what was read.
    if (state.source) await read(await state.source.now());
    say(texts[state.language][error.message] || error.message);
  }
});

const done = async ({ act, language, save, template }) => {
  if (language) {
    state.language = language;
    // A worker that has ended knows nothing of it any more.
    if (state.told) state.told = await reader.ask("told", { language }) || state.told;
    draw();
  } else if (save) {
    await savers[save](state.told.counts?.name || "set");
  } else if (template) {
    const bytes = await reader.ask(template, { language: state.language });
    deliver(templates[template][state.language], bytes, XLSX);
  } else if (act == "files" || act == "folder") {
    await pick(act);
  } else if (act == "other") {
    await pick("files");
  } else if (act == "copy") {
    const lines = one(".lines");
    try {
      await navigator.clipboard.writeText(lines.textContent);
    } catch {
      getSelection().selectAllChildren(lines);
      document.execCommand("copy");
    }
    say(text("copied"));
  }
};

[".pick-files", ".pick-folder"].forEach(name => {
  one(name).addEventListener("change", async ({ target }) => {
    if (target.files.length) await take(ofInput(target));
    target.value = "";
  });
});

let inside = 0;
const over = by => {
  inside = Math.max(0, inside + by);
  document.body.classList.toggle("over", inside > 0);
};
addEventListener("dragenter", () => {
  over(1);
  reader.warm();
});
addEventListener("dragleave", () => over(-1));
addEventListener("dragover", event => event.preventDefault());
addEventListener("drop", async event => {
  event.preventDefault();
  over(-Infinity);
  await take(await ofDrop(event.dataTransfer));
});

draw();
