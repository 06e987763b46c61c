// Where the focus goes, and what is said: extras for keyboards and screen readers, to what the browser does anyway.

const ARROWS = { __proto__: null, ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const FREE = "button:not(:disabled, [hidden] *)";
// How long nothing must have changed before it is said what did, in milliseconds.
const SILENCE = 600;

// The button of the nearest cell in this direction that has one. The row of the details has none of the table's columns.
const neighbour = (cell, [rows, columns]) => {
  const all = [...cell.closest("table").rows].filter(row => !row.matches(".opened"));
  let row = all.indexOf(cell.parentNode), column = cell.cellIndex, button;
  while (!button) {
    row += rows;
    column += columns;
    const cells = all[row]?.cells;
    if (!cells || column < 0 || columns && column >= cells.length) return;
    button = cells[column]?.querySelector(FREE);
  }
  return button;
};

// Arrows move between the cells of the matrix; Escape, where nothing is open, and the link before it lead past its end.
const guide = root => {
  // A root outlives the starts that fail.
  if (root.guided) return;
  root.guided = true;
  const leave = () => root.querySelector(".legend")?.focus();
  root.addEventListener("click", event => {
    if (event.target.closest(".skip")) leave();
    root.opener = event.target.closest("button[data-select], [data-panel]") ?? root.opener;
  });
  root.addEventListener("keydown", event => {
    const cell = event.target.closest("td, th");
    if (!cell || cell.closest(".opened")) return;
    if (event.key == "Escape" && !root.querySelector("[data-opener]")) leave();
    const next = ARROWS[event.key] && neighbour(cell, ARROWS[event.key]);
    if (!next) return;
    next.focus();
    event.preventDefault();
  });
};

// Says what has become different, once nothing changes any more: many changes in a row are told once. While history is
// played, its caption says enough.
const announce = root => {
  clearTimeout(root.speech);
  root.speech = setTimeout(() => {
    const parts = root.querySelectorAll(root.querySelector(".caption") ? ".caption" : ".taken, .mistake, .sentence, .changes > p, .changes li, .notice, .counts, .hits, .reason");
    const lines = [...parts].map(part => part.textContent), place = root.querySelector("[role=status]");
    const words = lines.filter(line => !root.said?.includes(line)).join("\n");
    root.said = lines;
    if (place && words) place.textContent = words;
  }, SILENCE);
};

// The control that stands so many places behind another.
const beside = (root, control, places) => {
  const controls = [...root.querySelectorAll(FREE + ", input")];
  return controls[controls.indexOf(control) + places];
};

// Before a change is drawn: what has the focus, the opener of the box around it, and the part in which it stands. Behind the
// last line before a button that gives more stands the first of those. Of several changes that are drawn together, a later one
// may find the focus gone already.
const keep = root => {
  const focused = root.activeElement;
  if (focused) root.kept = {
    focused,
    opener: focused.closest("[data-opener]")?.dataset.opener,
    part: focused.closest(".known, .filters, .views > *"),
    last: focused.closest(".rest") && beside(root, focused, -1),
  };
};

// Once it is drawn: if what had the focus went with it, what opened its box takes it over, or else the first control of the
// part in which it stood.
const lead = root => {
  const { focused, opener, part, last } = root.kept || {};
  root.kept = undefined;
  if (last) return beside(root, last, 1)?.focus();
  const stays = !focused || focused.isConnected && !focused.matches("[hidden] *, :disabled");
  if (stays || root.activeElement && root.activeElement != focused) return;
  // Of several buttons that open the same details, the one that was used, or else the first that is there to be seen.
  const quoted = '="' + opener + '"]', list = "[data-panel" + quoted + ", .views button[data-select" + quoted;
  const openers = opener ? [...root.querySelectorAll(list)].filter(button => button.checkVisibility?.() ?? true) : [];
  const next = openers.includes(root.opener) ? root.opener : openers[0];
  (next || (part?.isConnected ? part : root.querySelector(".views"))?.querySelector(FREE + ":not(.skip), input"))?.focus();
};
