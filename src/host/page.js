// What the elements share of the page they are in: its clock, and its listeners.

const TAG = "cooperation-atlas";
const source = document.currentScript && document.currentScript.src || "";

// The reader's civil date, which is the only thing taken from the clock.
const today = () => {
  const now = new Date();
  const pad = (number, width) => String(number).padStart(width, "0");
  return pad(now.getFullYear(), 4) + "-" + pad(now.getMonth() + 1, 2) + "-" + pad(now.getDate(), 2);
};

// The elements that are running and in the page; the page-wide listeners, set up with the first, tell them.
const live = new Set();
// Whether the reader wants nothing to move by itself.
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const tell = method => event => live.forEach(element => element[method](event));
let listening;
const listen = () => {
  if (listening) return;
  listening = true;
  ["popstate", "hashchange"].forEach(type => addEventListener(type, tell("_navigated")));
  document.addEventListener("visibilitychange", tell("_dated"));
  // Paper has another width than the window, and the drawing follows it only while it has a `viewBox`.
  addEventListener("beforeprint", tell("_scale"));
  addEventListener("afterprint", tell("_scale"));
  calm.addEventListener("change", tell("_calmed"));
  const midnight = () => {
    tell("_dated")();
    setTimeout(midnight, new Date().setHours(24, 0, 1, 0) - Date.now());
  };
  midnight();
};

// What is handed to the browser as options inherits nothing: the page may have given every object a `get` or a `root`.
const parsed = text => Object.defineProperty(JSON.parse(text), "toString", { __proto__: null, value: () => text });
