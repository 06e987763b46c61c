// The worker: an instance of the WebAssembly of this folder's `main.rs`, asked by messages with a number each.
//
// Stands after wasm-bindgen's glue, which declares `wasm_bindgen`. The module comes with the first message, as the text that
// the page has of it: making bytes of that would hold the page.

// The bytes of the module, from the text that `bundle/printable.rs` made of them.
const moduleBytes = (text, key) => {
  const alphabet = [];
  for (let code = 32; code < 127; code++) if (!"\"\\<".includes(String.fromCharCode(code))) alphabet.push(code);
  // What each character stands for: a byte, or the first of a pair, whose number it has.
  const single = new Int16Array(128).fill(-1), first = new Int16Array(128).fill(-1), place = new Int16Array(128);
  const known = new Uint8Array(256), rest = [];
  let pairs = 0;
  alphabet.forEach((code, index) => {
    const byte = key.slice(2 * index, 2 * index + 2);
    place[code] = index;
    if (byte == "--") first[code] = pairs++;
    else known[(single[code] = parseInt(byte, 16))] = 1;
  });
  for (let byte = 0; byte < 256; byte++) if (!known[byte]) rest.push(byte);
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    bytes[length++] = single[code] >= 0 ? single[code] : rest[first[code] * alphabet.length + place[text.charCodeAt(++at)]];
  }
  return bytes.slice(0, length);
};

// Questions may come before the module is compiled: they wait.
let studio, started;
const acts = {
  start({ text, key }) {
    started = wasm_bindgen({ module_or_path: moduleBytes(text, key) }).then(() => {
      studio = new wasm_bindgen.Studio();
    });
  },
  read({ files, today, language }) {
    files.forEach(({ name, bytes }) => studio.add(name, new Uint8Array(bytes)));
    studio.read(today);
    return JSON.parse(studio.told(language));
  },
  told: ({ language }) => JSON.parse(studio.told(language)),
  row: ({ index }) => JSON.parse(studio.row(index)),
  packed: () => studio.packed(),
  package: () => studio.package(),
  workbook: ({ language }) => studio.workbook(language),
  empty: ({ language }) => wasm_bindgen.emptyWorkbook(language),
  filled: ({ language }) => wasm_bindgen.filledWorkbook(language),
  small: ({ language }) => wasm_bindgen.smallWorkbook(language),
};

onmessage = async ({ data }) => {
  try {
    await started;
    const value = await acts[data.act](data);
    postMessage({ id: data.id, value }, value instanceof Uint8Array ? [value.buffer] : []);
  } catch (error) {
    postMessage({ id: data.id, error: String(error) });
  }
};
