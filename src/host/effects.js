// What the WebAssembly has the page do: a handler for each `Effect` of `core/effect.rs`, with its name and its arguments.
//
// The handlers are called while the WebAssembly runs. What may call back into it, as a page may that is told something,
// waits until that has ended, and is left undone where the start (`token`) is no longer the one that counts. `before` is
// what stood in the root until the atlas was drawn.

// Shows the dialog that is drawn over the page. While the element is in no document that is seen, `showModal` would throw.
const present = element => {
  if (!element.isConnected || !element.ownerDocument.defaultView) return;
  element.shadowRoot.querySelector("dialog:not([open])")?.showModal();
};

const handlers = (element, token, before) => {
  const root = element.shadowRoot;
  const later = act => queueMicrotask(() => element._runs(token) && act());
  return {
    __proto__: null,
    drawn() {
      later(() => {
        before.forEach(node => node.remove());
        element._emit("ready");
        // A link to one thing leads to it.
        if (/(^|&)select=/.test(element._address.fragment)) root.querySelector(".details-title")?.focus();
      });
    },
    keepFocus() {
      keep(root);
    },
    leadFocus() {
      // Not before the key has had its effect, or else a button that has the focus now hears of an Enter that was not for it.
      setTimeout(() => lead(root));
    },
    announce() {
      announce(root);
    },
    pushAddress(query) {
      later(() => element._address.write("pushState", query));
    },
    replaceAddress(query) {
      later(() => element._address.write("replaceState", query));
    },
    tellPage(query, result) {
      later(() => element._changed(query, result));
    },
    focusDetails() {
      later(() => root.querySelector(".details-title")?.focus());
    },
    focusDay() {
      later(() => {
        const field = root.querySelector(".date input");
        field?.focus();
        field?.select();
      });
    },
    showDialog() {
      later(() => present(element));
    },
    findOrigin() {
      later(async () => element._send("origin", await origin()));
    },
    findAddress() {
      later(() => element._send("linked", String(element._address.follows)));
    },
    copy(text) {
      later(() => element._take(() => text));
    },
    copyLink(query) {
      later(() => element._take(() => element._address.of(query)));
    },
    copyFile(format) {
      later(() => element._take(async () => (await element.export(format)).text()));
    },
    saveFile(format) {
      later(() => element._take(async () => element._written(format)));
    },
    save() {
      later(() => element._save());
    },
  };
};

// Where the script came from, and its `integrity`: the hash of the text of this very script, so that nothing has to be
// fetched. Browsers compute it in secure contexts only.
const origin = async () => {
  const hash = await self.crypto?.subtle?.digest("SHA-384", new TextEncoder().encode(code()));
  return source + (hash ? " sha384-" + btoa(String.fromCharCode(...new Uint8Array(hash))) : "");
};

// Puts a text into the clipboard, and tells whether it is there. Where the clipboard is out of reach, as in many frames, the
// old way may still work.
const clip = async (root, text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea"), { activeElement } = root;
    area.value = text;
    (root.querySelector("dialog") || root).append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    activeElement?.focus();
    return done;
  }
};

// Has a browser save a file.
const deliver = (name, file) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};
