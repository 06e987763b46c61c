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

// Downloads a page with all of this inside: the static view, drawn anew by an instance of its own; this script; and the
// dataset, if it is not the script's. The state is in the attributes.
const save = async element => {
  element._sent.query = element.query;
  const { Atlas } = await instance(() => {});
  const root = document.createElement("div").attachShadow({ __proto__: null, mode: "open" });
  await new Promise(done => element._make(Atlas, root, true, kind => kind == "ready" && done()));
  const content = root.firstChild, view = root.querySelector(".atlas");
  content.className += " still";
  content.querySelectorAll(controls + ", .languages").forEach(node => node.remove());
  content.querySelectorAll("button").forEach(button => {
    const kept = document.createElement("span");
    ["class", "data-of", "data-note"].forEach(name => button.hasAttribute(name) && kept.setAttribute(name, button.getAttribute(name)));
    kept.append(...button.childNodes);
    button.replaceWith(button.matches(words) ? kept.textContent : kept);
  });
  const attributes = { lang: view.lang, query: element.query, theme: element._sent.theme, view: element._sent.view, "heading-level": 1, "url-state": "fragment" };
  let data = "";
  if (element._bytes) {
    attributes.src = "#cooperation-atlas-data";
    for (const byte of element._bytes) data += String.fromCharCode(byte);
    data = '<script type="text/plain" id="cooperation-atlas-data">' + btoa(data) + "</" + "script>\n";
  }
  const packed = new Blob([code()]).stream().pipeThrough(new CompressionStream("gzip"));
  const places = {
    __proto__: null, style, data, lang: view.lang, content: content.outerHTML, title: escaped(view.querySelector(".title").textContent),
    attributes: Object.keys(attributes).map(name => name + '="' + escaped(String(attributes[name])) + '"').join(" "),
    code: pack(new Uint8Array(await new Response(packed).arrayBuffer())),
  };
  const page = copy.replace(/%([a-z]+)%/g, (place, name) => places[name] ?? place);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([page], { __proto__: null, type: "text/html" }));
  link.download = "cooperation-atlas-" + today() + ".html";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};
