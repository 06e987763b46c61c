// What keys do.

// 12: what Tab can reach, in the order in which it is read.
checks.order = root => {
  const modal = root.querySelector("dialog[open]");
  const list = all(modal ?? root, CONTROLS + ", [tabindex='0']").filter(element => element.tabIndex >= 0 && !element.disabled);
  return list.map(element => (element.dataset.tabbed = String(checks.order.count = (checks.order.count ?? 0) + 1)));
};

// 12: reading goes on down the page or to the right, as far as columns of it are concerned.
checks.reading = root => {
  const found = [];
  let before;
  for (const element of all(root.querySelector("dialog[open]") ?? root, CONTROLS)) {
    if (element.tabIndex < 0) continue;
    const box = element.getBoundingClientRect();
    if (before && box.bottom < before.box.top && box.left < before.box.right - 1) found.push(`${tell(element)} stands before ${tell(before.element)}`);
    before = { box, element };
  }
  return found;
};

// Tells which control has a mark.
checks.told = (root, mark) => {
  const element = root.querySelector(`[data-tabbed="${mark}"]`);
  return element ? tell(element) : "nothing";
};

// Notes what has the focus, one entry for each time that it moves.
checks.log = root => {
  const log = (checks.log.entries = []);
  checks.log.stop?.();
  const note = event => {
    const element = (event.currentTarget == root && root.activeElement) || event.composedPath()[0];
    // Where a browser lets keys scroll, it stops at what scrolls.
    if (element.scrollHeight > element.clientHeight && !element.matches?.(CONTROLS)) return;
    log.push(element.dataset?.tabbed ?? (element.getRootNode() == root ? tell(element) : "outside"));
  };
  document.addEventListener("focusin", note);
  // Within the root, the document hears of the first move only.
  root.addEventListener("focus", note, true);
  checks.log.stop = () => [document, root].forEach(place => ["focusin", "focus"].forEach(type => place.removeEventListener(type, note, type == "focus")));
  return [];
};
checks.logged = () => checks.log.entries;

// 13: how many arrow keys it takes from each cell to each other: every button of the table that opens details is a place.
checks.arrows = root => {
  const table = root.querySelector(".matrix table");
  const places = [...table.querySelectorAll("tr:not(.opened) > * > button[data-select]:not(:disabled)")].filter(seen);
  const next = places.map(place => ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"].map(key => {
    place.focus();
    place.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true }));
    return places.indexOf(root.activeElement);
  }));
  const rows = all(table, "tr").length, columns = all(table, ".heads > *").length;
  const found = [];
  places.forEach((from, start) => {
    const steps = new Map([[start, 0]]), queue = [start];
    for (const at of queue) for (const to of next[at]) {
      if (to >= 0 && !steps.has(to)) (steps.set(to, steps.get(at) + 1), queue.push(to));
    }
    places.forEach((to, end) => {
      const taken = steps.get(end);
      if (taken === undefined) found.push(`no way from ${tell(from)} to ${tell(to)}`);
      else if (taken > rows + columns) found.push(`${taken} keys from ${tell(from)} to ${tell(to)}`);
    });
  });
  return [...new Set(found)].slice(0, 9);
};
