// The worker as the page sees it: questions with answers to come, and a new worker where one has ended.

// How long a reading may take, in milliseconds.
const PATIENCE = 60000;

class Reader {
  waiting = new Map();
  next = 0;

  // The first question starts it: a page that is only looked at has no worker.
  start() {
    const source = document.getElementById("studio-worker").textContent;
    const element = document.getElementById("studio-module");
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
    this.post("start", { text: element.textContent, key: element.dataset.key }).catch(() => {});
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

  // Makes it ready for a question that is likely to come.
  warm() {
    if (!this.worker) this.start();
  }

  async ask(act, more) {
    this.warm();
    const timer = setTimeout(() => this.end("too-slow"), PATIENCE);
    try {
      return await this.post(act, more);
    } finally {
      clearTimeout(timer);
    }
  }
}
