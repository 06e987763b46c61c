// `<cooperation-atlas>`: what host pages see of the atlas.
//
// Owns when the element starts, what becomes of the static content inside it, and what the page is told. Leaves what it can
// be and become to `life.js`, the address to `address.js`, what the WebAssembly has it do to `effects.js`, and everything
// that is shown to the WebAssembly's `Atlas`. Runs inside a function, after the other files of `ELEMENT` in
// `bundle/script.rs` and the constants that stand before them there: `version`, `largestDataset`, `largestCopy`, `copy` (the
// template of a saved copy), `style` (CSS), `more` (CSS of what no copy has), `wasm` (key and text) and `glue` (makes one
// instance), which sees no name of this file; the function's name is `whole`. ASCII only, since it has to survive pages of
// any encoding. Nothing here may throw into the host page, and every promise settles.

// A second copy of this script, or another version, steps back quietly.
if (!self.customElements || customElements.get(TAG)) return;

const SAVED = "data-query";
const FORWARDED = ["lang", "view", "theme", "heading-level"];

class CooperationAtlas extends HTMLElement {
  static observedAttributes = [...FORWARDED, "query", "url-state", "src", "loading"];

  // The text of this script, for the page that keeps it (`bundle/offline.js`).
  static _code = code;

  _life = new Life();
  _address = new Address(this);
  // What the WebAssembly was last told, by name; and the query and result that the page was last told.
  _sent = { visible: "true" };
  _told = "";
  // What the page asks for: the state of an address without fragment.
  _query = "";
  // The state that a page had when the browser saved it: its address is another now.
  _saved;
  // The dataset that is shown, if it is not the compiled-in one; and the request for the next.
  _bytes;
  _request;

  get version() {
    return version;
  }

  get _atlas() {
    return this._life.atlas;
  }

  get query() {
    return this._atlas ? this._atlas.query() : this._address.fragment ?? this._saved ?? this._query;
  }

  set query(query) {
    this._query = String(query);
    this._saved = undefined;
    this._change(() => this._send("query", this._query));
    if (!this._atlas) return;
    this._address.home = this._atlas.query();
    this._address.write("replaceState", this._address.home);
  }

  // An object that reads as its JSON text where a string is wanted; null until the atlas runs.
  get result() {
    return this._atlas ? parsed(this._atlas.result()) : null;
  }

  // What is shown, in one of the forms that the README lists: a promise of a `Blob`. It waits for the atlas to run.
  async export(format) {
    return (await this._written(format)).blob;
  }

  async _written(format) {
    await this._ready();
    const { href } = location, file = this._atlas.export(String(format), /^https?:/.test(href) ? this._address.of(this.query) : "");
    if (!file) throw fault("unknown-format", format + " is no form of an export");
    const [name, type, scale] = file.next().split("\n"), pieces = [];
    let piece;
    while ((piece = file.next()) !== undefined) {
      pieces.push(piece);
      // Between two pieces the browser may draw.
      if (pieces.length % 4 == 0) await new Promise(done => setTimeout(done));
    }
    file.free();
    return { name, blob: +scale ? await drawn(pieces.join(""), scale) : new Blob(pieces, { __proto__: null, type }) };
  }

  // Until the atlas runs; an error where it cannot.
  async _ready() {
    if (this._life.state == "idle") this._start();
    if (this._life.state == "starting") {
      await new Promise(done => ["ready", "error"].forEach(name => this.addEventListener("atlas-" + name, done)));
    }
    if (!this._atlas) throw fault("not-running", "the atlas does not run");
  }

  connectedCallback() {
    // A page may have set the property before this script came.
    if (Object.prototype.hasOwnProperty.call(this, "query")) {
      const { query } = this;
      delete this.query;
      this.query = query;
    } else if (this._life.state == "idle") {
      this._saved = this.getAttribute(SAVED) ?? undefined;
    }
    if (this._atlas) {
      live.add(this);
      this._send("lang", this._lang());
      this._dated();
      // A dialog that has gone with the element is open, and no longer over the page.
      this.shadowRoot.querySelector("dialog")?.removeAttribute("open");
      present(this);
    }
    this._watch();
  }

  disconnectedCallback() {
    live.delete(this);
    this._watcher?.disconnect();
    // It may only be on its way to another place. The instance stays with the element, so its state does too.
    setTimeout(() => {
      if (this.isConnected) return;
      this._address.drop();
      this._send("visible", "false");
    });
  }

  // Another document has no use for the sheets of the last.
  adoptedCallback() {
    if (this._atlas) dress(this.shadowRoot);
  }

  attributeChangedCallback(name, _before, value) {
    if (name == "src") {
      this._load();
    } else if (name == "loading") {
      // Not before `connectedCallback`: an element that comes up is told its attributes first, and has a `src` to come.
      if (this.isConnected && this._watcher) this._watch();
    } else if (name == "url-state") {
      if (this._address.fragment !== undefined) this._navigated();
    } else if (name == "query") {
      this.query = value ?? "";
    } else {
      this._change(() => this._send(name, this._setting(name)));
    }
  }

  // Starts when near the screen, or at once; and tells a running atlas whether it can be seen.
  _watch() {
    const start = () => this._life.state == "idle" && this._start();
    this._watcher?.disconnect();
    if (this.getAttribute("loading") == "eager" || !self.IntersectionObserver) start();
    if (!self.IntersectionObserver || this._life.state == "dead") return;
    this._watcher = new IntersectionObserver(entries => {
      const near = entries[entries.length - 1].isIntersecting;
      if (near) start();
      this._visible = String(near);
      this._send("visible", this._visible);
    }, { __proto__: null, rootMargin: "400px" });
    this._watcher.observe(this);
  }

  async _start() {
    const token = this._life.start();
    if (!token) return;
    let atlas;
    try {
      const { Atlas } = await instance(error => this._die(token, error));
      const bytes = await this._fetch();
      // Another start has taken over, and will say what there is to say.
      if (token !== this._life.token) return;
      this._bytes = bytes;
      const before = this._prepare();
      const { lang, view, query, theme, "heading-level": level, today } = this._sent;
      const handle = handlers(this, token, before);
      atlas = new Atlas(this.shadowRoot, lang, view, query, theme, +level, today, bytes, false, handle);
      this._run(token, atlas);
    } catch (error) {
      if (!this._life.enter("failed", token)) return;
      atlas?.destroy();
      this._end();
      this._report(error);
    }
  }

  // Makes the root ready for an instance, and tells what stands in it until the atlas is drawn: the static content through
  // a slot, or what a saved page came with.
  _prepare() {
    const root = this.shadowRoot || this.attachShadow({ __proto__: null, mode: "open" });
    if (!root.firstChild) root.append(document.createElement("slot"));
    const before = [...root.childNodes];
    dress(root);
    const names = ["lang", "view", "query", "theme", "heading-level", "today"];
    names.forEach(name => (this._sent[name] = this._setting(name)));
    guide(root);
    return before;
  }

  // From here on the element has its instance.
  _run(token, atlas) {
    const query = atlas.query(), told = query + atlas.result();
    // A custom property cannot hand on what the page has: its `inherit` would mean the property itself.
    const font = getComputedStyle(this).getPropertyValue("--atlas-font").trim();
    if (!this._life.enter("running", token, atlas)) return;
    if (font == "page") this.shadowRoot.lastChild.dataset.font = "page";
    if (this._address.fragment === undefined) this._address.home = query;
    this._told = told;
    this.setAttribute(SAVED, query);
    if (this._visible) this._send("visible", this._visible);
    if (calm.matches) this._calmed();
    listen();
    if (this.isConnected) live.add(this);
  }

  // Whether the start with this token is the one that counts, and its atlas runs.
  _runs(token) {
    return token === this._life.token && !!this._atlas;
  }

  // Gives the reader a file, or a text by way of the clipboard, and says whether that was allowed.
  async _take(make) {
    try {
      const taken = await make(), { name, blob } = taken;
      const done = name ? !deliver(name, blob) : await clip(this.shadowRoot, taken);
      this._atlas?.set(done ? "taken" : "refused", name || taken);
      announce(this.shadowRoot);
    } catch (error) {
      if (this._atlas) this._report(error);
    }
  }

  async _save() {
    try {
      await save({ __proto__: null, ...this._sent, query: this.query }, this._bytes);
    } catch (error) {
      this._report(fault(error.atlas || "copy-failed", error.message || String(error)));
    }
  }

  // The bytes that `src` names now; one request at a time, so an earlier one is given up.
  _fetch() {
    this._request?.abort();
    this._request = new AbortController();
    return bytesOf(this.getAttribute("src"), this.ownerDocument, this._request);
  }

  // Shows the dataset of a changed `src`; the last good view stays where that fails. No bytes: the compiled-in one.
  async _load() {
    const { state } = this._life;
    if (state == "starting" || state == "failed") return this._start();
    if (state != "running") return;
    const coming = this._fetch(), request = this._request;
    const counts = () => this._atlas && request === this._request;
    try {
      const bytes = await coming;
      if (!counts()) return;
      this._change(() => {
        this._atlas.load(bytes || new Uint8Array());
        this._bytes = bytes;
      });
    } catch (error) {
      if (counts()) this._report(error);
    }
  }

  _scale({ type }) {
    const room = this.shadowRoot.querySelector(".room"), drawing = room?.nextSibling;
    if (!drawing) return;
    if (type == "beforeprint") {
      this._height = drawing.getAttribute("height");
      drawing.setAttribute("height", room.getAttribute("height"));
      drawing.setAttribute("viewBox", ["0 0", drawing.getAttribute("width"), room.getAttribute("height")].join(" "));
    } else if (this._height) {
      drawing.setAttribute("height", this._height);
      drawing.removeAttribute("viewBox");
    }
  }

  _setting(name) {
    if (name == "lang") return this._lang();
    if (name == "query") return this.query;
    if (name == "today") return today();
    const value = this.getAttribute(name) || "";
    return name == "heading-level" ? String(Math.min(6, Math.max(1, parseInt(value) || 2))) : value;
  }

  // The nearest `lang`, through the shadow roots around.
  _lang() {
    for (let node = this; node; node = node.getRootNode().host) {
      const found = node.closest("[lang]");
      if (found) return found.lang;
    }
    return "en";
  }

  // Tells the WebAssembly what has changed, once.
  _send(name, value) {
    if (!this._atlas || (name == "query" ? this._atlas.query() : this._sent[name]) === value) return;
    this._sent[name] = value;
    if (name == "visible") clearTimeout(this.shadowRoot.speech);
    this._atlas.set(name, value);
  }

  // Does what the page asked for, and tells the page what came of it.
  _change(act) {
    if (!this._atlas) return;
    act();
    this._changed();
  }

  _changed(query = this._atlas?.query(), text = this._atlas?.result()) {
    if (!this._atlas || this._told == query + text) return;
    this._told = query + text;
    this.setAttribute(SAVED, query);
    this._emit("change", { query, get result() { return parsed(text); } });
  }

  _dated() {
    this._send("today", today());
    this._changed();
  }

  _calmed() {
    this._send("calm", String(calm.matches));
  }

  // An address without any fragment is the page as it was opened; fragments of others say nothing here.
  _navigated() {
    const query = this._address.fragment ?? (location.hash ? undefined : this._query);
    if (this._address.follows && query !== undefined) this._change(() => this._send("query", query));
  }

  // A crash: nothing can be asked of the instance any more.
  _die(token, { message }) {
    if (!this._life.enter("dead", token)) return;
    this._watcher?.disconnect();
    this._end();
    this._report(fault("crashed", message));
  }

  // What is left of an instance that has gone: nothing.
  _end() {
    live.delete(this);
    this._address.drop();
    if (this.shadowRoot) undress(this.shadowRoot);
  }

  // Errors of the WebAssembly come as "code: message".
  _report(error) {
    const [, code, message] = /^([a-z-]+): ([^]*)$/.exec(error) || [];
    this._emit("error", { code: error.atlas || code || "crashed", message: message || error.message || String(error) });
  }

  _emit(name, detail) {
    this.dispatchEvent(new CustomEvent("atlas-" + name, { bubbles: true, composed: true, detail }));
  }
}

customElements.define(TAG, CooperationAtlas);
