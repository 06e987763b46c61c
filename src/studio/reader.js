// The worker as the page sees it: questions with answers to come, and a new worker where one has ended.

// How long a reading may take, in milliseconds.
const PATIENCE = 60000;

// The bytes of the module, from the text that `bundle/printable.rs` made of them.
const moduleBytes = ({ textContent: text, dataset: { key } }) => {
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

class Reader {
  waiting = new Map();
  next = 0;

  // The first question starts it: a page that is only looked at has no worker.
  start() {
    const source = document.getElementById("studio-worker").textContent;
    const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    this.worker = new Worker(address);
    this.worker.onmessage = ({ data: { id, value, error } }) => {
      const asked = this.waiting.get(id);
      this.waiting.delete(id);
      if (error === undefined) asked?.done(value);
      else {
        asked?.failed(new Error("ended"));
        // After a panic nothing can be asked of the instance any more.
        this.end("ended");
      }
    };
    this.worker.onerror = event => {
      event.preventDefault();
      this.end("ended");
    };
    this.post("start", { module: moduleBytes(document.getElementById("studio-module")) }).catch(() => {});
  }

  post(act, more) {
    return new Promise((done, failed) => {
      const id = this.next++;
      this.waiting.set(id, { done, failed });
      this.worker.postMessage({ ...more, id, act });
    });
  }

  // Gives the worker up; whoever waits is told why.
  end(reason) {
    this.worker?.terminate();
    this.worker = undefined;
    this.waiting.forEach(({ failed }) => failed(new Error(reason)));
    this.waiting.clear();
  }

  async ask(act, more) {
    if (!this.worker) this.start();
    const timer = setTimeout(() => this.end("too-slow"), PATIENCE);
    try {
      return await this.post(act, more);
    } finally {
      clearTimeout(timer);
    }
  }
}
