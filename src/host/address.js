// The state of an element in the address of the page: `#atlas?...`, or with its id in place of `atlas`.

class Address {
  // The state that an address without fragment stands for, as the WebAssembly writes it.
  home = "";

  constructor(element) {
    this.element = element;
  }

  // Whether the address follows the element.
  get follows() {
    return this.element.getAttribute("url-state") == "fragment";
  }

  get key() {
    return "#" + (this.element.id || "atlas") + "?";
  }

  // The state in the address, or undefined where it holds none of this element.
  get fragment() {
    const { key } = this;
    return this.follows && location.hash.startsWith(key) ? location.hash.slice(key.length) : undefined;
  }

  // The address of a state; where the address does not follow, that of the page.
  of(query) {
    // Absolute, since the page may have a `<base>`.
    return location.href.split("#")[0] + (this.follows ? this.key + query : "");
  }

  // Typing and dragging replace the entry; browsers refuse to do that many times a second, so the last one counts.
  write(method, query) {
    const put = () => {
      this.drop();
      // The address is of no concern to an element that has left the page.
      if (!this.follows || !this.element.isConnected || query === (this.fragment ?? this.home)) return;
      try {
        // Only the fragment changes, which is allowed from disk too.
        history[method](history.state, "", this.of(query));
      } catch {
        // A frame without an address of its own: the state just is not in it.
      }
    };
    if (method == "pushState") {
      this._put?.();
      return put();
    }
    this.drop();
    this._put = put;
    this._timer = setTimeout(put, 200);
  }

  // What is not written yet will not be.
  drop() {
    clearTimeout(this._timer);
    this._put = undefined;
  }
}
