// What the checks share. Each check is a function in `checks`: it takes the shadow root, and returns what it found, each
// finding as a line. An empty list means that the check holds.

const checks = (self.checks = {});

const seen = element => element.checkVisibility({ visibilityProperty: true });

// Makes several checks at once: number, name and what else is given.
checks.glance = (root, calls) => calls.map(([number, name, args]) => [number, checks[name](root, ...args)]);

// A name for an element in a finding.
const tell = element => {
  const kind = String(element.getAttribute("class") ?? "").split(" ").filter(Boolean).map(name => "." + name).join("");
  const words = (element.getAttribute("aria-label") ?? element.textContent).replace(/\s+/g, " ").trim().slice(0, 40);
  return element.localName + kind + (words && ` "${words}"`);
};

const all = (root, selector) => [...root.querySelectorAll(selector)].filter(seen);

// What only screen readers read, and what eyes see only while it has the focus.
const unseen = element => {
  for (let at = element; at; at = at.parentElement) if (getComputedStyle(at).clipPath == "inset(50%)") return true;
  return false;
};

// The texts that a reader sees, each with its element. Words for screen readers alone are left out: those of no size, too, as
// in the list that narrow containers have, where what a cell says stands beside its button for eyes.
const texts = function* (root, selector = "*") {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest("style, td.none, .out, :disabled") || !element.closest(selector)) continue;
    const { fontSize } = getComputedStyle(element);
    if (seen(element) && !unseen(element) && fontSize != "0px") yield [node, element];
  }
};

const CONTROLS = "button:not(:disabled), a[href], input, select, textarea, summary";

const rgb = text => {
  const context = (rgb.context ??= new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true }));
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = text;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data];
};

const luminance = ([red, green, blue]) => {
  const linear = value => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
};

const contrast = (one, other) => {
  const [light, dark] = [luminance(rgb(one)), luminance(rgb(other))].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

// What is behind an element: the nearest background that hides what is behind it.
const behind = element => {
  for (let at = element; at; at = at.parentElement ?? at.getRootNode().host) {
    const colour = getComputedStyle(at).backgroundColor;
    if (rgb(colour)[3] > 250) return colour;
  }
  return "Canvas";
};
