// What eyes have to tell apart, and fingers to hit.

// 19: text.
checks.small = root => [...texts(root)].flatMap(([node, element]) => {
  const size = parseFloat(getComputedStyle(element).fontSize);
  return size < 11.99 ? [`${size.toFixed(1)} px: ${tell(element)}`] : [];
});

// 19: targets. A link within a sentence is as high as its line (WCAG 2.5.8 excepts it).
checks.targets = root => all(root, CONTROLS).flatMap(element => {
  if (unseen(element)) return [];
  const sentence = element.parentElement.closest("p, li, dd");
  const inline = element.matches(".link, a") && sentence && sentence.textContent.trim().length > element.textContent.trim().length;
  if (inline) return [];
  const { width, height } = (element.closest("label.choice") ?? element).getBoundingClientRect();
  return width < 23.9 || height < 23.9 ? [`${width.toFixed(1)} x ${height.toFixed(1)} px: ${tell(element)}`] : [];
});

// 19: what differs in meaning differs in more than its colour.
const shape = element => {
  const look = ["borderStyle", "borderWidth", "borderRadius", "fontWeight", "fontStyle", "textDecorationLine", "width", "rotate", "content", "outlineStyle"];
  const part = pseudo => {
    const style = getComputedStyle(element, pseudo);
    return look.filter(name => pseudo || name != "width").map(name => style[name]).join(" ");
  };
  return [part(), part("::before"), part("::after")].join(" / ");
};
checks.colour = root => {
  const found = [];
  const differ = (selector, kind) => {
    const kinds = new Map();
    for (const element of all(root, selector)) {
      const name = kind(element), own = shape(element);
      for (const [other, looks] of kinds) if (other != name && looks.has(own)) found.push(`${other} and ${name} look the same: ${tell(element)}`);
      kinds.set(name, (kinds.get(name) ?? new Set()).add(own));
    }
  };
  differ(".legend .mark", element => element.className);
  differ(".languages [lang]", element => (element.hasAttribute("aria-current") ? "current" : "other"));
  differ(".matrix .head:not(.outside) .state", element => (element.closest(".changed") ? "changed" : "unchanged"));
  // A word says what it is, whatever it looks like.
  for (const cell of all(root, ".matrix tr:not(.opened) > td button:not(:disabled)")) {
    if (!cell.textContent.trim()) found.push(`no word: ${tell(cell)}`);
  }
  for (const head of all(root, ".matrix .head:not(.outside)")) {
    if (!head.querySelector(".state")?.textContent.trim()) found.push(`no word for its state: ${tell(head)}`);
  }
  return [...new Set(found)];
};

// 15, of what has the focus, until it has come to the page's link at the `end`: a ring of 2 px and 3:1, and nothing over it.
checks.ring = (root, end) => {
  if (document.activeElement.matches(`.fence-${end}`)) return ["out"];
  const element = root.activeElement;
  if (!element) return [];
  const style = getComputedStyle(element), found = [];
  if (style.outlineStyle == "none" || parseFloat(style.outlineWidth) < 2) found.push(`a ring of ${style.outlineStyle} ${style.outlineWidth}`);
  const ratio = contrast(style.outlineColor, behind(element.parentElement));
  if (ratio < 3 || rgb(style.outlineColor)[3] < 250) found.push(`a ring of ${ratio.toFixed(1)}:1`);
  const box = element.getBoundingClientRect();
  const points = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.8]].map(([x, y]) => [box.left + x * box.width, box.top + y * box.height]);
  const covered = points.every(([x, y]) => {
    const top = root.elementFromPoint(x, y), page = document.elementFromPoint(x, y);
    return page != root.host || !(top && (element.contains(top) || top.contains(element)));
  });
  if (covered) found.push("hidden or out of sight");
  return found.map(line => `${line}: ${tell(element)}`);
};

// 22, while the colours are forced: what has a border or a state shows it.
checks.forced = root => {
  const found = [];
  const canvas = getComputedStyle(root.querySelector(".root")).backgroundColor;
  for (const element of all(root, "button:not(.plain, .link, .cell), .field, textarea, .choices, dialog")) {
    const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(element);
    if (borderTopStyle == "none" || parseFloat(borderTopWidth) < 1) found.push(`no border: ${tell(element)}`);
    else if (contrast(borderTopColor, behind(element.parentElement)) < 3) found.push(`a border of the background's colour: ${tell(element)}`);
  }
  for (const element of all(root, ".matrix td:not(.none, .out) .cell, .legend .mark")) {
    const { borderTopStyle, borderTopColor } = getComputedStyle(element, "::before");
    if (borderTopStyle == "none" || contrast(borderTopColor, canvas) < 3) found.push(`no mark: ${tell(element)}`);
  }
  for (const element of all(root, "[aria-pressed=true]")) {
    const { backgroundColor, color } = getComputedStyle(element);
    if (contrast(backgroundColor, canvas) < 1.5 || contrast(backgroundColor, color) < 3) found.push(`pressed, but looks as if not: ${tell(element)}`);
  }
  for (const element of all(root, "td.selected, .events li.lit")) {
    const { outlineStyle, borderInlineStartStyle } = getComputedStyle(element);
    if (outlineStyle == "none" && borderInlineStartStyle == "none") found.push(`chosen, but looks as if not: ${tell(element)}`);
  }
  for (const element of all(root, ":is(.drawing, .key) :is(circle, rect, path, line), .term-line path")) {
    const { fill, stroke, fillOpacity } = getComputedStyle(element);
    const colours = [fill, stroke].filter(colour => colour != "none" && rgb(colour)[3] > 250);
    const decoration = element.matches(".tick line, .rule, .base, .backdrop, .hit, .hatching");
    if (!decoration && fillOpacity > 0.1 && colours.length && colours.every(colour => contrast(colour, canvas) < 3)) found.push(`drawn in the background's colour: ${element.localName} in ${tell(element.parentElement)}`);
  }
  const [current, other] = [root.querySelector(".languages [aria-current]"), root.querySelector(".languages [lang]:not([aria-current])")];
  if (shape(current) == shape(other)) found.push("the language shown looks like the others");
  return [...new Set(found)];
};

// 23
checks.motion = root => root.querySelector(".root").getAnimations({ subtree: true })
  .map(animation => `moves: ${tell(animation.effect.target)}`);

// 24, on paper: `rows` and `events` are as many as on the screen.
checks.paper = (root, rows, events) => {
  const found = [];
  const shown = selector => all(root, selector).filter(element => element.getBoundingClientRect().height > 0).length;
  const compare = (name, now, before) => now == before || found.push(`${now} ${name}, but ${before} on the screen`);
  compare("rows", shown(".matrix tbody tr:not(.group)"), rows);
  compare("events", shown(".events li"), events);
  for (const element of all(root, "input, select, textarea, dialog, button:not(.plain, .link, .cell, .chip)")) found.push(`a control on paper: ${tell(element)}`);
  if (!all(root, ".colophon li").length) found.push("no sources");
  return found;
};

// 18: what is drawn has 3:1 to what it is drawn on, and text on a shape 4.5:1 (axe knows no text of drawings). What fades
// on purpose and what only guides the eye is left out.
checks.drawn = root => {
  const found = [];
  const over = (colour, alpha, ground) => {
    const [top, under] = [rgb(colour), rgb(ground)];
    const share = (top[3] / 255) * alpha;
    return `rgb(${[0, 1, 2].map(part => Math.round(top[part] * share + under[part] * (1 - share))).join(" ")})`;
  };
  const opacity = element => {
    let all = 1;
    for (let at = element; at && at.localName != "svg"; at = at.parentElement) all *= Number(getComputedStyle(at).opacity);
    return all;
  };
  const painted = (element, ground) => {
    const { fill, stroke, fillOpacity, strokeOpacity } = getComputedStyle(element), share = opacity(element);
    return [[fill, fillOpacity], [stroke, strokeOpacity]].filter(([colour]) => colour != "none").map(([colour, own]) => over(colour, own * share, ground));
  };
  const guides = ".tick *, .rule, .base, .backdrop, .hit, [class^=fade], .strip, .hatching, .span";
  for (const element of all(root, ":is(.drawing, .key) :is(circle, rect, path, line), .term-line path")) {
    const ground = behind(element.closest("svg"));
    const colours = element.matches(guides) ? [] : painted(element, ground);
    const best = Math.max(...colours.map(colour => contrast(colour, ground)));
    if (colours.length && best < 3) found.push(`${best.toFixed(1)}:1: ${element.localName} in ${tell(element.parentElement)}`);
  }
  for (const element of all(root, ".drawing text")) {
    const ground = behind(element.closest("svg"));
    const shape = element.matches(".term") && element.previousElementSibling || element.matches(":is(.playhead, .other) text") && element.previousElementSibling;
    const under = shape && getComputedStyle(shape).fill != "none" ? painted(shape, ground)[0] : ground;
    const ratio = contrast(over(getComputedStyle(element).fill, opacity(element), under), under);
    if (ratio < 4.5) found.push(`text of ${ratio.toFixed(1)}:1: ${tell(element)}`);
  }
  for (const element of all(root, ".matrix td:not(.none, .out) .cell, .legend .mark:not(.nothing)")) {
    const ground = behind(element), ratio = contrast(getComputedStyle(element, "::before").borderTopColor, ground);
    if (ratio < 3) found.push(`a mark of ${ratio.toFixed(1)}:1: ${tell(element)}`);
  }
  return [...new Set(found)];
};
