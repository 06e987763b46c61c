// Whether everything has room.

// 20: the page, or the box that the widget stands in, is not wider than it may be.
checks.sideways = root => {
  const box = root.host.closest(".box") ?? document.documentElement;
  if (box.scrollWidth <= box.clientWidth) return [];
  const edge = box.getBoundingClientRect().left + box.clientWidth + 1;
  const guilty = all(root, "*").filter(element => !unseen(element) && element.getBoundingClientRect().right > edge);
  return [`${box.scrollWidth} px in ${box.clientWidth}: ${guilty.slice(-3).map(tell).join(", ")}`];
};

// 20, 21, 27: no text is cut off by its box, or sticks out of it.
const BOXES = "td, th, button, li, p, dd, dt, label, legend, summary, h1, h2, h3, h4, h5, h6, fieldset, dialog";
checks.cut = root => {
  const found = [];
  const range = document.createRange();
  const widget = root.querySelector(".root").getBoundingClientRect();
  for (const [node, element] of texts(root)) {
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter(rect => rect.width);
    const right = Math.max(...rects.map(rect => rect.right)), left = Math.min(...rects.map(rect => rect.left));
    const svg = element.closest("svg");
    const box = (svg ?? element.closest(BOXES) ?? root.querySelector(".root")).getBoundingClientRect();
    if (!rects.length) continue;
    if (right > box.right + 2 || left < box.left - 2) found.push(`sticks out by ${Math.max(right - box.right, box.left - left).toFixed(0)} px: ${tell(element)}`);
    // A table whose longest words have no room together scrolls in a box of its own, so all of it can be reached.
    if (!element.closest("dialog, .scroll") && right > widget.right + 2) found.push(`out of the widget: ${tell(element)}`);
  }
  // The drawing is larger than what is seen of it: what it holds must be seen.
  for (const shape of all(root, ".canvas :is(text, circle, rect)")) {
    const box = shape.closest(".canvas").getBoundingClientRect(), { top, bottom } = shape.getBoundingClientRect();
    if (top < box.top - 2 || bottom > box.bottom + 2) found.push(`cut off: ${tell(shape)} in the drawing`);
  }
  for (const element of all(root, "*")) {
    const { overflowX, overflowY } = getComputedStyle(element);
    if (unseen(element) || element.matches(".vh *, td.none, .out *, .canvas, svg, input, textarea") || element.closest("svg")) continue;
    const wide = ["hidden", "clip"].includes(overflowX) && element.scrollWidth > element.clientWidth + 1;
    const high = ["hidden", "clip"].includes(overflowY) && element.scrollHeight > element.clientHeight + 1;
    if ((wide || high) && element.clientWidth) found.push(`cut off: ${tell(element)}`);
  }
  return [...new Set(found)];
};

// 21: `least` px of letter spacing and of word spacing, which the page has set.
checks.spacing = (root, least) => [...texts(root)].flatMap(([, element]) => {
  const { letterSpacing, wordSpacing } = getComputedStyle(element);
  const far = [letterSpacing, wordSpacing].every(value => parseFloat(value) >= least);
  return far ? [] : [`${letterSpacing}, ${wordSpacing}: ${tell(element)}`];
});

// 27: makes each text 40% longer and gives it accents, once. Labels of the drawing are placed by their length in the code.
const longer = new WeakSet();
checks.lengthen = root => {
  const accents = { a: "á", e: "é", i: "í", o: "ó", u: "ú", y: "ý", n: "ñ", c: "ç", s: "š", A: "Á", E: "É", I: "Í", O: "Ó", U: "Ú" };
  for (const [node] of [...texts(root, ":not(.drawing *)")]) {
    if (longer.has(node)) continue;
    longer.add(node);
    let debt = 0;
    // Whole syllables are added to words, and not one long word to the text: languages do it so.
    node.data = node.data.replace(/\p{L}+/gu, word => {
      debt += word.length * 0.4;
      const more = word.length > 2 ? Math.round(debt) : 0;
      debt -= more;
      const grown = word + "oneraliti".repeat(3).slice(0, more);
      return grown.replace(/[a-zAEIOU]/g, letter => accents[letter] ?? letter);
    });
  }
  return [];
};
