// What a measured studio has before its own scripts: `bench.drop` hands a file over and follows the page until its atlas stands.
"use strict";

const bench = {
  // Bytes of the WebAssembly memory of the worker, and of those of the page; a memory never shrinks, so each is the most there was.
  worker: 0,
  memories: new Set(),
  // What the worker was asked, with the milliseconds until it answered.
  answers: [],

  // How many frames after the atlas are watched: what it does a moment later holds the page as well.
  CALM: 60,

  // Hands the file at an address over, as the field of the page does; what was seen until the atlas stood.
  async drop(name, address) {
    const bytes = await (await fetch(address)).arrayBuffer(), files = new DataTransfer();
    files.items.add(new File([bytes], name));
    const field = document.querySelector(".pick-files");
    field.files = files.files;
    const long = [], watch = new PerformanceObserver(list => long.push(...list.getEntries()));
    watch.observe({ type: "longtask" });
    let drawn = false, error;
    addEventListener("atlas-ready", () => (drawn = true), { once: true });
    addEventListener("atlas-error", ({ detail }) => (error = detail.message), { once: true });
    await bench.frame();
    const start = performance.now(), seen = { problems: 0, atlas: 0, gap: 0 };
    field.dispatchEvent(new Event("change", { bubbles: true }));
    for (let before = start, calm = 0; calm < bench.CALM;) {
      await bench.frame();
      const now = performance.now();
      seen.gap = Math.max(seen.gap, now - before);
      before = now;
      error ??= document.querySelector(".refused").textContent.match(/^[^:]*: .*/)?.[0];
      if (error) throw new Error(error);
      if (!document.querySelector(".work").hidden) seen.problems ||= now - start;
      if (drawn) seen.atlas ||= now - start;
      if (seen.atlas) calm++;
    }
    const { memories, worker, answers } = bench;
    return {
      ...seen,
      // None is told below 50 ms.
      task: Math.max(0, ...[...long, ...watch.takeRecords()].map(({ duration }) => duration)),
      worker,
      page: [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
      answers,
      title: document.querySelector("#problems-title").textContent,
    };
  },

  // A message posted in an animation frame callback arrives once that frame is committed.
  frame: () => new Promise(done => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
  })),
};

{
  const keep = result => {
    for (const value of Object.values((result.instance ?? result).exports)) {
      if (value instanceof WebAssembly.Memory) bench.memories.add(value);
    }
    return result;
  };
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...given) => keep(await instantiate(...given));

  // The same in the worker, which tells the size of its memory with every answer.
  const inside = `{
    let memory;
    const { instantiate } = WebAssembly, post = postMessage;
    WebAssembly.instantiate = async (...given) => {
      const made = await instantiate(...given);
      ({ memory } = (made.instance ?? made).exports);
      return made;
    };
    self.postMessage = (message, ...more) => post({ ...message, memory: memory?.buffer.byteLength }, ...more);
  }\n`;
  addEventListener("DOMContentLoaded", () => document.getElementById("studio-worker").prepend(inside));
  const Plain = Worker;
  self.Worker = class extends Plain {
    asked = new Map();

    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data: { id, memory } }) => {
        const [act, start] = this.asked.get(id) ?? [];
        if (act) bench.answers.push([act, performance.now() - start]);
        bench.worker = memory ?? bench.worker;
      });
    }

    postMessage(message, ...more) {
      this.asked.set(message.id, [message.act, performance.now()]);
      super.postMessage(message, ...more);
    }
  };
}
