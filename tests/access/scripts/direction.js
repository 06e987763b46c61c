// Makes of the page what a language from right to left would: its direction, and the words of the drawing on the other side
// of zero. Those that were drawn anew since the last time are not yet.
checks.turn = root => {
  root.querySelector(".atlas").dir = "rtl";
  for (const text of root.querySelectorAll(".drawing text")) {
    if (text.getAttribute("x") === text.dataset.turned) continue;
    text.setAttribute("x", (text.dataset.turned = String(-text.getAttribute("x"))));
  }
};

// 31: from right to left, what has an order runs the other way: years, a lane's name and its bars, the columns of the table.
checks.mirrored = root => {
  const found = [];
  const falls = (name, elements) => {
    const begins = elements.map(element => Math.round(element.getBoundingClientRect().right));
    if (begins.length < 2) found.push(`${name}: nothing to compare`);
    begins.slice(1).forEach((begin, at) => begin < begins[at] || found.push(`${name}: ${begins[at]} before ${begin}`));
  };
  const years = all(root, ".drawing .tick:not(.minor) text");
  if (root.querySelector(".drawing")) falls("years", years.sort((one, other) => one.textContent - other.textContent));
  for (const lane of all(root, ".drawing .lane")) {
    const bars = all(lane, ".segment");
    if (bars.length) falls(lane.textContent, [lane.querySelector(".label"), ...bars]);
  }
  // By the styles: WebKit leaves that of an `svg` out of `getScreenCTM`.
  const turned = element => new DOMMatrix(getComputedStyle(element).transform).a < 0;
  for (const text of all(root, ".drawing text")) {
    if (turned(text) != turned(text.ownerSVGElement)) found.push(`mirrored letters: ${text.textContent}`);
  }
  const row = all(root, ".matrix tbody tr:not(.group, .opened)").find(row => getComputedStyle(row).display == "table-row");
  if (row) falls("columns", [...row.cells].filter(seen));
  return found;
};
