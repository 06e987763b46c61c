// The worker: an instance of the WebAssembly of this folder's `main.rs`, asked by messages with a number each.
//
// Stands after wasm-bindgen's glue, which declares `wasm_bindgen`. The bytes of the module come with the first message.

// Questions may come before the module is compiled: they wait.
let studio, started;
const acts = {
  start({ module }) {
    started = wasm_bindgen({ module_or_path: module }).then(() => {
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
