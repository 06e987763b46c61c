// `<cooperation-atlas>`: what host pages see of the atlas.
//
// Owns the element's life: when it starts, what becomes of the static content inside it, the address, and what the page is
// told. Leaves everything that is shown to the WebAssembly's `Atlas`. Runs inside a function, after the files named in
// `bundle/mod.rs` and these: `version`, `copy` (the template of a saved copy), `controls` (what is left out of it), `words` (buttons that
// become words in it), `style` (CSS), `more` (CSS of what no copy has), `wasm` (key
// and text) and `glue` (makes one instance), which sees no name of this file; the function's name is `whole`. ASCII only,
// since it has to survive pages of any encoding. Nothing here may throw into the host page.

// A second copy of this script, or another version, steps back quietly.
if (!self.customElements || customElements.get(TAG)) return;

const SAVED = "data-query";
const FORWARDED = ["lang", "view", "theme", "heading-level"];

class CooperationAtlas extends HTMLElement {
  static observedAttributes = [...FORWARDED, "query", "url-state", "src", "loading"];

  // What the WebAssembly was last told, by name; and the query and result that the page was last told.
  _sent = { visible: "true" };
  _told = "";
  // What the page asks for, and the same as the WebAssembly writes it: the state of an address without fragment.
  _query = "";
  _home = "";
  // The state that a page had when the browser saved it: its address is another now.
  _saved;

  get version() {
    return version;
  }

  get query() {
    return this._atlas ? this._atlas.query() : this._fragment() ?? this._saved ?? this._query;
  }

  set query(query) {
    this._query = String(query);
    this._saved = undefined;
    this._change(() => this._send("query", this._query));
    if (!this._atlas) return;
    this._home = this._atlas.query();
    this._write("replaceState", this._home);
  }

  // An object that reads as its JSON text where a string is wanted; null until the atlas runs.
  get result() {
    return this._atlas ? parsed(this._atlas.result()) : null;
  }

  connectedCallback() {
    // A page may have set the property before this script came.
    if (Object.prototype.hasOwnProperty.call(this, "query")) {
      const { query } = this;
      delete this.query;
      this.query = query;
    } else if (!this._started) {
      this._saved = this.getAttribute(SAVED) ?? undefined;
    }
    if (this._atlas) {
      live.add(this);
      this._send("lang", this._lang());
      this._dated();
    }
    this._watch();
  }

  disconnectedCallback() {
    live.delete(this);
    this._watcher?.disconnect();
    // It may only be on its way to another place. The instance stays with the element, so its state does too.
    setTimeout(() => this.isConnected || this._send("visible", "false"));
  }

  attributeChangedCallback(name, _before, value) {
    if (name == "src") {
      if (this._atlas || this._failed) this._load();
    } else if (name == "loading") {
      if (this.isConnected) this._watch();
    } else if (name == "url-state") {
      if (this._fragment() !== undefined) this._navigated();
    } else if (name == "query") {
      this.query = value ?? "";
    } else {
      this._change(() => this._send(name, this._setting(name)));
    }
  }

  // Starts when near the screen, or at once; and tells a running atlas whether it can be seen.
  _watch() {
    this._watcher?.disconnect();
    if (this.getAttribute("loading") == "eager" || !self.IntersectionObserver) this._start();
    if (!self.IntersectionObserver) return;
    this._watcher = new IntersectionObserver(entries => {
      const near = entries[entries.length - 1].isIntersecting;
      if (near) this._start();
      this._visible = String(near);
      this._send("visible", this._visible);
    }, { __proto__: null, rootMargin: "400px" });
    this._watcher.observe(this);
  }

  async _start() {
    if (this._started || this._dead) return;
    this._started = true;
    try {
      const { Atlas } = await instance(error => this._die("crashed", error.message));
      this._bytes = await this._fetch();
      this._mount(Atlas);
      this._failed = false;
    } catch (error) {
      this._failed = true;
      this._restore();
      this._report(error);
    }
  }

  // The static content stands until the app has rendered: through a slot, or as the root that a saved page came with.
  _mount(Atlas) {
    const root = this.shadowRoot || this.attachShadow({ mode: "open" });
    if (!root.firstChild) root.append(document.createElement("slot"));
    const before = [...root.childNodes];
    this._dress(root);
    const names = ["lang", "view", "query", "theme", "heading-level", "today"];
    names.forEach(name => (this._sent[name] = this._setting(name)));
    guide(root);
    const atlas = this._make(Atlas, root, false, (kind, query, text) => {
      if (kind == "render") return follow(root);
      if (kind == "news") return announce(root);
      // The host page must not be called from within the WebAssembly, which it may call back.
      queueMicrotask(() => {
        if (this._dead) return;
        if (kind == "error") return this._report(text);
        if (kind == "copy") return this._copy(query);
        if (kind == "embed") return this._embed();
        if (kind == "help") return root.querySelector("dialog")?.showModal();
        if (kind == "select") return root.querySelector(".details-title")?.focus();
        if (kind == "save") return save(this).catch(error => this._report(fault("copy-failed", error.message)));
        if (kind == "ready") {
          before.forEach(node => node.remove());
          this._emit("ready");
        } else {
          this._write(kind + "State", query);
          this._changed(query, text);
        }
      });
    });
    if (this._dead) return;
    // A custom property cannot hand on what the page has: its `inherit` would mean the property itself.
    if (getComputedStyle(this).getPropertyValue("--atlas-font").trim() == "page") root.lastChild.dataset.font = "page";
    this._atlas = atlas;
    if (this._fragment() === undefined) this._home = atlas.query();
    this._told = atlas.query() + atlas.result();
    this.setAttribute(SAVED, atlas.query());
    if (this._visible) this._send("visible", this._visible);
    listen();
    if (this.isConnected) live.add(this);
  }

  _make(Atlas, root, still, notify) {
    const { lang, view, query, theme, "heading-level": level, today } = this._sent;
    return new Atlas(root, lang, view, query, theme, +level, today, this._bytes, still, notify);
  }

  // Adopted sheets are what a strict policy allows; only a `<style>` is kept when the page is saved. One of SVG, since
  // Chromium leaves those of HTML out of a shadow root that it saves as MHTML. The policy cannot be asked, and a refusal
  // would be reported to the page's owner, so the page's own styles tell what it allows.
  _dress(root) {
    const allowed = [...document.querySelectorAll("style")].some(element => element.sheet && !element.nonce);
    const make = name => document.createElementNS("http://www.w3.org/2000/svg", name);
    const element = make("style"), around = make("svg");
    element.textContent = more + style;
    around.setAttribute("display", "none");
    around.append(element);
    if (allowed) root.append(around);
    if (element.sheet) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(more + style);
    root.adoptedStyleSheets = [sheet];
  }

  // Opens the dialog, and tells it where the script came from and what its `integrity` is. The hash is that of the text of
  // this very script, so nothing has to be fetched; browsers compute it in secure contexts only.
  async _embed() {
    const dialog = this.shadowRoot.querySelector("dialog");
    if (!dialog || dialog.open) return;
    dialog.showModal();
    const hash = await self.crypto?.subtle?.digest("SHA-384", new TextEncoder().encode(code()));
    this._send("origin", source + (hash ? " sha384-" + btoa(String.fromCharCode(...new Uint8Array(hash))) : ""));
  }

  // Where the clipboard is out of reach, as in many frames, the old way may still work.
  async _copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      this.shadowRoot.querySelector("textarea")?.select();
      document.execCommand("copy");
    }
  }

  // The bytes that `src` names, whatever it came to name in the meantime; undefined where it names none.
  async _fetch() {
    const src = this.getAttribute("src");
    let bytes, problem;
    try {
      // A dataset in this very page, as single files have it.
      if (src && src[0] == "#") return Uint8Array.from(atob(document.getElementById(src.slice(1)).textContent), sign => sign.charCodeAt());
      const response = src && (await fetch(src, { __proto__: null, signal: AbortSignal.timeout?.(PATIENCE) }));
      if (response && !response.ok) throw fault("", "status " + response.status);
      bytes = response && new Uint8Array(await response.arrayBuffer());
    } catch (error) {
      problem = fault("dataset-unreachable", src + ": " + error.message);
    }
    if (src != this.getAttribute("src")) return this._fetch();
    if (problem) throw problem;
    return bytes || undefined;
  }

  // Shows the dataset of a changed `src`; the last good view stays where that fails. No bytes: the compiled-in one.
  async _load() {
    if (!this._atlas) {
      this._started = false;
      return this._start();
    }
    try {
      const bytes = await this._fetch();
      this._change(() => this._atlas.load(bytes || new Uint8Array()));
      this._bytes = bytes;
    } catch (error) {
      this._report(error);
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

  // The state in the address, or undefined where it holds none of this element.
  _fragment() {
    const key = this._key();
    return this._inAddress() && location.hash.startsWith(key) ? location.hash.slice(key.length) : undefined;
  }

  _inAddress() {
    return this.getAttribute("url-state") == "fragment";
  }

  _key() {
    return "#" + (this.id || "atlas") + "?";
  }

  // An address without any fragment is the page as it was opened; fragments of others say nothing here.
  _navigated() {
    const query = this._fragment() ?? (location.hash ? undefined : this._query);
    if (this._inAddress() && query !== undefined) this._change(() => this._send("query", query));
  }

  // Typing and dragging replace the entry; browsers refuse to do that many times a second, so the last one counts.
  _write(method, query) {
    const put = () => {
      clearTimeout(this._timer);
      this._put = undefined;
      if (!this._inAddress() || query === (this._fragment() ?? this._home)) return;
      try {
        // Only the fragment changes, which is allowed from disk too; absolute, since the page may have a `<base>`.
        history[method](history.state, "", location.href.split("#")[0] + this._key() + query);
      } catch {
        // A frame without an address of its own: the state just is not in it.
      }
    };
    if (method == "pushState") {
      this._put?.();
      return put();
    }
    clearTimeout(this._timer);
    this._put = put;
    this._timer = setTimeout(put, 200);
  }

  // The end of this instance: the static content comes back.
  _die(code, message) {
    if (this._dead) return;
    this._dead = true;
    this._atlas = undefined;
    live.delete(this);
    this._watcher?.disconnect();
    this._restore();
    this._report(fault(code, message));
  }

  // As if it had never been there: without our styles too.
  _restore() {
    const root = this.shadowRoot;
    if (!root) return;
    root.adoptedStyleSheets = [];
    root.replaceChildren(document.createElement("slot"));
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
