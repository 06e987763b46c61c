// What is done to two atlases in a page, drawn from a seed: `act(n)` does n things, `rest()` brings all back to the beginning,
// `shown()` tells what the first shows.
const seed = arguments[0];
const [main, aside] = [document.querySelector("main"), document.body.appendChild(document.createElement("aside"))];
main.innerHTML = "<cooperation-atlas id=one loading=eager url-state=fragment></cooperation-atlas>";
aside.innerHTML = "<cooperation-atlas id=two loading=eager></cooperation-atlas>";

// mulberry32
let state = seed | 0;
const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const below = n => Math.floor(random() * n);
const one = list => list[below(list.length)];
const wait = () => new Promise(done => setTimeout(done));
const frame = () => new Promise(done => requestAnimationFrame(done));

const PAIRS = [
  "q=energy", "q=%D1%8D%D0%BD%D0%B5%D1%80%D0%B3", "q=zzz", "partnership=asean-eaeu", "partnership=asean-russia", "sector=energy",
  "sector=space", "sector=agriculture", "instrument=poc-2019", "instrument=mou-2018", "coverage=covered", "coverage=exploring",
  "state=ended", "state=in-force", "state=undetermined", "as-of=2016-06-01", "as-of=2019-09-10", "as-of=2020-09-01", "as-of=0001-01-01",
  "as-of=9999-12-31", "as-of=today", "compare=2018-01-01", "compare=2021-01-01", "gaps=1", "inferred=1", "view=matrix", "view=timeline",
  "select=instrument:poc-2019", "select=sector:energy", "select=event:mou-signed", "lang=ru", "lang=en", "range=2015/2021", "sector=narnia",
];
const query = () => Array.from({ length: below(5) }, () => one(PAIRS)).join("&");
const atlas = () => document.getElementById(random() < 0.7 ? "one" : "two");
const inside = (element, selector) => [...element.shadowRoot.querySelectorAll(selector)].filter(found => found.checkVisibility());

// Files are made, and not handed to the browser.
HTMLAnchorElement.prototype.click = () => {};

// How many entries of the history are this page's for sure.
let entries = 0;

const ACTIONS = [
  [20, () => { atlas().query = query(); }],
  [5, () => atlas().setAttribute("query", query())],
  [25, () => {
    // Whatever can be pressed, but for what writes files or asks for leave to.
    const button = one(inside(atlas(), "button"));
    if (button && !/save|copy|сохран|копи/i.test(button.textContent + button.title)) button.click();
  }],
  [8, () => one(inside(atlas(), "input[type=checkbox], input[type=radio]"))?.click()],
  [8, () => {
    const field = one(inside(atlas(), "input[type=search]"));
    if (!field) return;
    field.value = one(["", "energy", "план", "a", "no such word", "2019"]);
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  }],
  [8, () => {
    const target = one(inside(atlas(), "button, [tabindex], input")) ?? document.body;
    target.dispatchEvent(new KeyboardEvent("keydown", { key: one(["ArrowLeft", "ArrowDown", "Escape", "+", "-", "0", "Enter"]), bubbles: true, composed: true }));
  }],
  [4, () => one([main, aside]).append(atlas())],
  [3, async () => {
    const element = atlas(), home = element.parentNode;
    element.remove();
    if (random() < 0.5) await wait();
    home.append(element);
  }],
  [4, () => {
    const [name, values] = one([["lang", ["en", "ru", ""]], ["view", ["both", "matrix", "timeline"]], ["theme", ["light", "dark", "auto"]], ["heading-level", ["1", "3", "6"]]]);
    atlas().setAttribute(name, one(values));
  }],
  [2, () => {
    const element = atlas(), src = one(["/other.atlas", "/damaged.atlas", ""]);
    if (src) element.setAttribute("src", src); else element.removeAttribute("src");
  }],
  [3, () => { location.hash = "#one?" + query(); entries++; }],
  // Never out of this page.
  [2, async () => {
    if (entries == 0) return;
    entries--;
    history.back();
    await wait();
  }],
  [2, async () => { await document.getElementById("one").export(one(["json", "cells.csv", "ics", "bib"])).catch(() => {}); }],
  [1, () => inside(atlas(), ".save")[0]?.click()],
  [2, () => { dispatchEvent(new Event("beforeprint")); dispatchEvent(new Event("afterprint")); }],
  [2, () => one(inside(atlas(), "[data-select]"))?.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, composed: true }))],
  [1, () => dispatchEvent(new Event("resize"))],
];
const ALL = ACTIONS.reduce((sum, [weight]) => sum + weight, 0);

self.act = async count => {
  for (let i = 0; i < count; i++) {
    let at = below(ALL);
    await ACTIONS.find(([weight]) => (at -= weight) < 0)[1]();
    if (random() < 0.3) await wait();
    if (random() < 0.1) await frame();
  }
  // What is asked of the library has to have a dataset that is known.
  const element = document.getElementById("one");
  if (random() < 0.3) element.setAttribute("src", "/other.atlas");
  else element.removeAttribute("src");
  await wait();
};

self.shown = async () => {
  await frame();
  const element = document.getElementById("one");
  return { src: element.getAttribute("src"), query: element.query, result: JSON.parse(JSON.stringify(element.result)) };
};

self.rest = async () => {
  main.append(document.getElementById("one"));
  aside.append(document.getElementById("two"));
  const settle = async () => { for (let i = 0; i < 30; i++) await frame(); };
  const elements = [...document.querySelectorAll("cooperation-atlas")];
  for (const element of elements) {
    ["src", "query", "view", "theme", "heading-level"].forEach(name => element.removeAttribute(name));
    element.setAttribute("lang", "en");
    element.query = "";
    // What is open, from the innermost.
    for (let i = 0; i < 4; i++) {
      element.shadowRoot.querySelector(".atlas").dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, composed: true }));
      await frame();
    }
  }
  await settle();
  for (const element of elements) {
    // What can be arranged in several ways: the first of them.
    element.shadowRoot.querySelectorAll(".joined > [aria-pressed=false]:first-child").forEach(button => button.click());
    element.shadowRoot.querySelector(".atlas").dispatchEvent(new PointerEvent("pointerleave"));
    element.query = "as-of=2019-10-15";
    element.shadowRoot.activeElement?.blur();
  }
  await settle();
};
