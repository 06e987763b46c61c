// "Save a copy": one page with all of an atlas inside, from the template `copy` (`host/copy.html`).

// The text of this very script.
const code = () => "/*! Cooperation Atlas " + version + " | Apache-2.0 */\n(" + whole + ")();\n";

// Base64 piece by piece: a text that grows letter by letter takes many times its room. Each piece is whole threes of bytes.
const PIECE = 3 * 8192;
const base64 = bytes => {
  const pieces = [];
  for (let at = 0; at < bytes.length; at += PIECE) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE))));
  }
  return pieces.join("");
};

// The static view, drawn by an instance of its own in a root of its own: whatever ends that one harms no other. It is handed
// over as a clone in `page`, a document that shows nothing and runs nothing.
const still = async ({ lang, view, query, theme, "heading-level": level, today }, bytes, page) => {
  const root = document.createElement("div").attachShadow({ __proto__: null, mode: "open" });
  const atlas = await new Promise((done, failed) => {
    instance(failed).then(({ Atlas }) => {
      const handlers = { __proto__: null, drawn: () => done(atlas) };
      const atlas = new Atlas(root, lang, view, query, theme, +level, today, bytes, true, handlers);
    }).catch(failed);
  });
  const content = page.importNode(root.firstChild, true);
  atlas.destroy();
  return content;
};

// Downloads a page with all of this inside: the static view; this script; and the dataset (`bytes`), if it is not the
// script's. The state (`sent`, as the WebAssembly was told it) is in the attributes. Both are taken when the reader asks
// for the copy, since the element lives on meanwhile.
const save = async (sent, bytes) => {
  const page = document.implementation.createHTMLDocument("");
  const content = await still(sent, bytes, page), { lang } = content.firstChild;
  page.title = content.querySelector(".title").textContent;
  const attributes = {
    __proto__: null, lang, query: sent.query, theme: sent.theme, view: sent.view, "heading-level": 1, "url-state": "fragment",
  };
  let data = "";
  if (bytes) {
    attributes.src = "#cooperation-atlas-data";
    data = '<script type="text/plain" id="cooperation-atlas-data">' + base64(bytes) + "</" + "script>\n";
  }
  const element = page.createElement(TAG);
  Object.keys(attributes).forEach(name => element.setAttribute(name, attributes[name]));
  element.append("\n", content, "\n");
  const packed = new Blob([code()]).stream().pipeThrough(new CompressionStream("gzip"));
  const places = {
    __proto__: null, style, data, lang, atlas: element.outerHTML, title: page.querySelector("title").innerHTML,
    code: base64(new Uint8Array(await new Response(packed).arrayBuffer())),
  };
  const text = copy.replace(/%([a-z]+)%/g, (place, name) => places[name] ?? place);
  const file = new Blob([text], { __proto__: null, type: "text/html" });
  if (file.size > largestCopy) throw fault("copy-too-large", file.size + " bytes, more than " + largestCopy);
  deliver("cooperation-atlas-" + today() + ".html", file);
};
