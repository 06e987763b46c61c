// What every measured page loads first: `bench` follows one interaction from the input to the frames after it.
"use strict";

// Frames: a message posted in an animation frame callback arrives once that frame is committed.
const nextFrame = () => new Promise(done => requestAnimationFrame(() => {
  const channel = new MessageChannel();
  channel.port1.onmessage = done;
  channel.port2.postMessage(0);
}));

const bench = {
  // Begins an interaction by a call of the page's own interface, in a task of its own.
  call: (id, run) => new Promise((done, failed) => setTimeout(() => {
    performance.mark(`input:${id}`);
    const start = performance.now();
    try { run(); done(bench.follow(id, start)); } catch (error) { failed(error); }
  })),

  // Lies in wait for real input: it begins at the event `first` and takes effect at the event `effect`.
  arm(id, first, effect) {
    let start;
    const once = { capture: true, once: true };
    addEventListener(first, () => { performance.mark(`input:${id}`); start = performance.now(); }, once);
    bench.armed = new Promise(done => addEventListener(effect, () => done(bench.follow(id, start)), once));
  },

  // Marks the next frame, and one some frames later; resolves to the milliseconds from `start` to the first.
  async follow(id, start) {
    await nextFrame();
    performance.mark(`frame:${id}`);
    const frame = performance.now() - start;
    await new Promise(done => setTimeout(done, 60));
    await nextFrame();
    performance.mark(`settled:${id}`);
    return frame;
  },

  // Milliseconds from the start of the navigation to the first frame after the page says that it is ready.
  ready: (said) => { bench.navigation = said.then(nextFrame).then(() => performance.now()); },

  // Nodes of the document and of all open shadow roots in it.
  nodes(root = document) {
    let count = 1;
    for (const node of root.childNodes) count += bench.nodes(node);
    return root.shadowRoot ? count + bench.nodes(root.shadowRoot) : count;
  },

  // Bytes of all WebAssembly memories that modules of this page export.
  memories: new Set(),
  wasm: () => [...bench.memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
};

{
  const note = result => {
    for (const value of Object.values((result.instance ?? result).exports)) {
      if (value instanceof WebAssembly.Memory) bench.memories.add(value);
    }
    return result;
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = (...args) => original.apply(WebAssembly, args).then(note);
  }
  const Instance = WebAssembly.Instance;
  WebAssembly.Instance = class extends Instance { constructor(...args) { super(...args); note(this); } };
}
