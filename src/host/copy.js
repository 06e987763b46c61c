// "Save a copy": one page with all of an atlas inside, from the template `copy` (`host/copy.html`).

// The text of this very script.
const code = () => "/*! Cooperation Atlas " + version + " | Apache-2.0 */\n(" + whole + ")();\n";

// Bytes that do not compress as text, see `bundle/dense.rs`.
const pack = bytes => {
  const digit = value => String.fromCharCode(value + 32 + (value > 1) + (value > 26) + (value > 57));
  let text = bytes.length + ":", held = 0, bits = 0;
  const put = () => {
    const value = held & 8191;
    text += digit(value / 92 | 0) + digit(value % 92);
    held >>= 13;
    bits -= 13;
  };
  for (const byte of bytes) {
    held |= byte << bits;
    bits += 8;
    if (bits > 12) put();
  }
  if (bits > 0) put();
  return text;
};

const escaped = text => text.replace(/[&"<]/g, sign => "&#" + sign.charCodeAt() + ";");

// Base64 piece by piece: a text that grows letter by letter takes many times its room. Each piece is whole threes of bytes.
const PIECE = 3 * 8192;
const base64 = bytes => {
  const pieces = [];
  for (let at = 0; at < bytes.length; at += PIECE) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE))));
  }
  return pieces.join("");
};

// The static view in a root of its own, drawn by an instance of its own: whatever ends that one harms no other.
const still = async ({ lang, view, query, theme, "heading-level": level, today }, bytes) => {
  const root = document.createElement("div").attachShadow({ __proto__: null, mode: "open" });
  const atlas = await new Promise((done, failed) => {
    instance(failed).then(({ Atlas }) => {
      const handlers = { __proto__: null, drawn: () => done(atlas) };
      const atlas = new Atlas(root, lang, view, query, theme, +level, today, bytes, true, handlers);
    }).catch(failed);
  });
  const content = root.firstChild.cloneNode(true);
  atlas.destroy();
  return content;
};

// Takes what only a running atlas can use out of a static view.
const quieten = content => {
  content.className += " still";
  content.querySelectorAll(controls + ", .languages").forEach(node => node.remove());
  content.querySelectorAll("button").forEach(button => {
    const kept = document.createElement("span");
    ["class", "data-of", "data-note"].forEach(name => button.hasAttribute(name) && kept.setAttribute(name, button.getAttribute(name)));
    kept.append(...button.childNodes);
    button.replaceWith(button.matches(words) ? kept.textContent : kept);
  });
};

// Downloads a page with all of this inside: the static view; this script; and the dataset (`bytes`), if it is not the
// script's. The state (`sent`, as the WebAssembly was told it) is in the attributes. Both are taken when the reader asks
// for the copy, since the element lives on meanwhile.
const save = async (sent, bytes) => {
  const content = await still(sent, bytes);
  const view = content.querySelector(".atlas");
  quieten(content);
  const attributes = {
    lang: view.lang, query: sent.query, theme: sent.theme, view: sent.view, "heading-level": 1, "url-state": "fragment",
  };
  let data = "";
  if (bytes) {
    attributes.src = "#cooperation-atlas-data";
    data = '<script type="text/plain" id="cooperation-atlas-data">' + base64(bytes) + "</" + "script>\n";
  }
  const packed = new Blob([code()]).stream().pipeThrough(new CompressionStream("gzip"));
  const places = {
    __proto__: null, style, data, lang: view.lang, content: content.outerHTML, title: escaped(view.querySelector(".title").textContent),
    attributes: Object.keys(attributes).map(name => name + '="' + escaped(String(attributes[name])) + '"').join(" "),
    code: pack(new Uint8Array(await new Response(packed).arrayBuffer())),
  };
  const page = copy.replace(/%([a-z]+)%/g, (place, name) => places[name] ?? place);
  const file = new Blob([page], { __proto__: null, type: "text/html" });
  if (file.size > largestCopy) throw fault("copy-too-large", file.size + " bytes, more than " + largestCopy);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = "cooperation-atlas-" + today() + ".html";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};
