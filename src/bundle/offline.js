// Lets the standalone page be opened without a network once it has been visited. An extra: it never throws, and without
// it everything works as before. An atlas that is embedded never loads this.
//
// The worker takes its files when the page has come up and has nothing else to do. Most of them it finds in the browser's
// own cache; a server may have forbidden that (`no-store`), so the first visit hands it the largest, the script, whose text
// the script itself knows. The worker believes nothing of that before it has compared checksums.
(() => {
  // How long a page that does not come up, or is busy, keeps the worker waiting, in milliseconds.
  const PATIENCE = 10000;
  const TAG = "cooperation-atlas";
  try {
    if (!isSecureContext || !/^https?:$/.test(location.protocol) || !navigator.serviceWorker) return;
    const { src } = document.currentScript;
    // Beside this script, so that the scope is the whole atlas from the page of any language.
    const scope = new URL("./", src).href, handed = TAG + " " + scope + " handed", address = scope + "service-worker.js";
    // This page has the worker already, and the browser looks for a new one by itself. If the worker has just retired, to
    // register it would call it back. Who comes back can install the page and finds its icon, too: a first visit is not to load
    // what is not read.
    if (navigator.serviceWorker.controller?.scriptURL == address) {
      document.head.append(Object.assign(document.createElement("link"), { rel: "manifest", href: scope + "manifest.webmanifest" }));
      document.querySelector("[rel=icon]").href = scope + "icon.svg";
      return;
    }
    const loaded = new Promise(done => (document.readyState == "complete" ? done() : addEventListener("load", done)));
    const drawn = new Promise(done => {
      const found = document.querySelector(TAG);
      if (!found || found.result) done();
      for (const kind of ["ready", "error"]) addEventListener("atlas-" + kind, done);
      setTimeout(done, PATIENCE);
    });
    const idle = () => new Promise(done => {
      if (self.requestIdleCallback) requestIdleCallback(done, { __proto__: null, timeout: PATIENCE });
      else setTimeout(done, 1000);
    });

    const hand = async () => {
      const text = customElements.get(TAG)?._code?.();
      if (!text) return;
      const headers = { __proto__: null, "Content-Type": "text/javascript" };
      await (await caches.open(handed)).put(scope + TAG + ".js", new Response(text, { __proto__: null, headers }));
    };

    const register = async () => {
      await loaded;
      await drawn;
      await idle();
      const policy = self.trustedTypes?.createPolicy("cooperation-atlas-offline", { createScriptURL: text => text });
      // With what a worker that is there already has kept, the next release needs no help.
      if (!(await navigator.serviceWorker.getRegistration(scope))) await hand().catch(() => {});
      await navigator.serviceWorker.register(policy ? policy.createScriptURL(address) : address)
        .catch(() => caches.delete(handed));
    };
    register().catch(() => {});
  } catch {
    // A policy of the site, or a browser, that refuses: then it needs the network.
  }
})();
