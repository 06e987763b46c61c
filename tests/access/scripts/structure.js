// What is there, in which order, under which roles.

// 3, for WebDriver to ask for the roles: each part of the table with the role that it must have.
checks.roles = root => {
  const must = element => {
    if (element.localName == "table") return "table";
    if (element.localName == "td") return "cell";
    return element.scope.startsWith("col") ? "columnheader" : "rowheader";
  };
  const told = all(root, ".matrix table, .matrix th, .matrix td").filter(element => !element.closest("[aria-hidden=true]"));
  return told.map(element => [element, must(element), tell(element)]);
};

// 3, and 20 for the list that narrow screens have: assistive technology counts the cells of a row to tell their columns, and
// Firefox takes one that spans several for one. So each row has as many as there are heads; that of a group has its name, and
// that in which details are opened has them.
checks.columns = root => {
  const cells = row => [...row.cells].filter(seen);
  const rows = all(root, ".matrix tr").filter(row => !row.closest("[aria-hidden=true]"));
  const heads = rows.find(row => row.matches(".heads"));
  return rows.filter(row => cells(row).length != (row.matches(".group, .opened") ? 1 : cells(heads).length))
    .map(row => `${cells(row).length} cells under ${cells(heads).length} heads: ${tell(row)}`);
};

// 4
checks.forbidden = root => [
  ...all(root, "[role=grid], [role=treegrid], [role=gridcell], [role=application], [role=menu]")
    .map(element => `role ${element.role ?? element.getAttribute("role")}: ${tell(element)}`),
  ...all(root, "[tabindex]").filter(element => element.tabIndex > 0).map(element => `tabindex: ${tell(element)}`),
  ...all(root, "[aria-hidden=true] *").filter(element => element.tabIndex >= 0 && element.matches(CONTROLS))
    .map(element => `takes the focus unheard: ${tell(element)}`),
];

// 5, for WebDriver to ask for the names: each cell's button with the words that its name must begin with and have.
checks.names = root => {
  const heads = [...root.querySelectorAll(".matrix .heads > *")];
  return all(root, ".matrix tr:not(.opened) > td button:not(:disabled)").map(button => {
    const place = button.closest("td");
    const head = heads[place.cellIndex].querySelector(".name").textContent;
    const sector = place.parentElement.querySelector("th button").textContent;
    return [button, button.textContent, [sector, head], tell(button)];
  });
};

// 6
checks.blank = root => all(root, ".matrix td, .matrix th")
  .filter(cell => !cell.closest("[aria-hidden=true]") && !/\p{L}/u.test(cell.textContent)).map(cell => `a cell without a word: ${tell(cell)}`);

// 7: what is switched or opened says whether it is. The choices among a few are toggles too.
const TOGGLES = ".play, .infer, .joined:not(.icons) > button";
checks.toggles = root => {
  const has = (element, name) => ["true", "false"].includes(element.getAttribute(name));
  return [
    ...all(root, "[data-panel]:not([aria-haspopup])").filter(element => !has(element, "aria-expanded")),
    ...all(root, TOGGLES).filter(element => !has(element, "aria-pressed")),
    ...all(root, "[aria-haspopup]:not([aria-haspopup=dialog])"),
  ].map(element => `says not whether it is on: ${tell(element)}`);
};

// 7, by using them: each says so once it is used.
checks.toggled = async root => {
  const found = [];
  const settled = () => new Promise(done => setTimeout(() => requestAnimationFrame(done), 60));
  const state = element => (element.getAttribute("aria-pressed") ?? "") + (element.getAttribute("aria-expanded") ?? "");
  const toggles = () => all(root, TOGGLES + ", [data-panel]:not([aria-haspopup])").filter(element => !element.closest("dialog"));
  for (let index = 0; index < toggles().length; index++) {
    const toggle = toggles()[index];
    const name = tell(toggle), before = state(toggle);
    if (toggle.parentElement.matches(".joined") && before == "true") continue; // one of the others is to be chosen
    toggle.click();
    await settled();
    if (state(toggle) == before) found.push(`stays ${before || "silent"} when used: ${name}`);
    const first = toggle.parentElement.matches(".joined") && toggle.parentElement.querySelector("button");
    (first || toggle).click();
    await settled();
  }
  return found;
};

// 8
checks.headings = root => {
  const level = Number(root.host.getAttribute("heading-level") || 2);
  const found = [];
  let before = level - 1;
  for (const heading of all(root, "h1, h2, h3, h4, h5, h6, [role=heading]")) {
    const own = Number(heading.getAttribute("aria-level") ?? heading.localName[1]);
    const first = before == level - 1;
    if (first ? own != level : own > before + 1 || own < level) found.push(`level ${own} after ${before}: ${tell(heading)}`);
    before = own;
  }
  return before < level ? ["no heading"] : found;
};

// 9: the drawing and the list show the same events, and those that the element tells of.
checks.marks = root => {
  if (!root.querySelector(".events")) return [];
  const ids = list => list.map(element => element.dataset.select.replace("event:", "")).sort();
  const items = all(root, ".events li [data-select^='event:']");
  const drawn = all(root, ".drawing .event");
  const compare = (name, some, others) => {
    const twice = list => list.filter((id, index) => list.indexOf(id) != index);
    const differ = [...some.filter(id => !others.includes(id)), ...others.filter(id => !some.includes(id)), ...twice(some), ...twice(others)];
    return differ.map(id => `${name}: ${id}`);
  };
  const known = items.filter(item => !item.closest(".later"));
  return [
    ...compare("in the list or in the drawing alone", ids(items.filter(item => !item.closest(".tray"))), ids(drawn)),
    ...compare("in the list or in the result alone", ids(known), root.host.result.events.map(event => event.id).sort()),
    ...all(root, ".events ol").filter(list => list.getAttribute("role") != "list").map(list => `no list: ${tell(list)}`),
  ];
};

// 10: `dates` has the date of each event, as the data has it.
checks.dates = (root, dates) => all(root, ".events li [data-select^='event:']").flatMap(item => {
  const id = item.dataset.select.replace("event:", "");
  const shown = item.querySelector("time")?.getAttribute("datetime") ?? null;
  const stated = dates[id] ?? null;
  return shown === stated ? [] : [`${id}: ${shown}, but ${stated} in the data`];
});

// 11
checks.shared = () => {
  const roots = [...document.querySelectorAll("cooperation-atlas")].map(atlas => atlas.shadowRoot);
  const ids = [document, ...roots].flatMap(root => [...root.querySelectorAll("[id]")].map(element => element.id));
  const names = roots.flatMap(root => [...new Set([...root.querySelectorAll("input[name]")].map(input => input.name))]);
  return [...ids, ...names].filter((id, index, list) => list.indexOf(id) != index).map(id => `twice on the page: ${id}`);
};

// 16: one place speaks.
checks.live = root => {
  const places = [...root.querySelectorAll("[role=status], [role=alert], [role=log], [aria-live]")];
  return places.length == 1 ? [] : [`${places.length} places that speak: ${places.map(tell).join(", ")}`];
};
