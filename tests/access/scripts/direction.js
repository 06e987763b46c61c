// 31: from right to left, what has an order runs the other way: time, its words beside it, the columns of the table.
checks.mirrored = root => {
  const found = [];
  const left = element => element.getBoundingClientRect().left;
  const falls = (name, elements) => {
    const places = elements.filter(element => element.checkVisibility()).map(left);
    if (places.length < 2) found.push(`${name}: nothing to compare`);
    places.slice(1).forEach((place, at) => place < places[at] || found.push(`${name}: ${places[at]} before ${place}`));
  };
  const labels = all(root, ".drawing .tick:not(.minor) text");
  falls("years", labels.sort((one, other) => one.textContent - other.textContent));
  for (const lane of all(root, ".drawing .lane")) {
    const bars = all(lane, ".segment");
    if (bars.length) falls(`${lane.textContent}`, [lane.querySelector(".label"), ...bars]);
  }
  for (const text of all(root, ".drawing text")) {
    if (text.getScreenCTM().a <= 0) found.push(`mirrored letters: ${text.textContent}`);
  }
  const row = root.querySelector(".matrix tbody tr:not(.group, .opened)");
  if (row?.checkVisibility()) falls("columns", [...row.cells].filter(cell => getComputedStyle(cell).position != "absolute"));
  return found;
};
