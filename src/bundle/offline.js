// Lets the standalone page be opened without a network once it has been visited. An extra: it never throws, and without
// it everything works as before. An atlas that is embedded never loads this.
(() => {
  try {
    if (!isSecureContext || !/^https?:$/.test(location.protocol) || !navigator.serviceWorker) return;
    // Beside this script, so that the scope is the whole atlas from the page of any language.
    const address = new URL("service-worker.js", document.currentScript.src).href;
    const policy = self.trustedTypes?.createPolicy("cooperation-atlas-offline", { createScriptURL: text => text });
    navigator.serviceWorker.register(policy ? policy.createScriptURL(address) : address).catch(() => {});
  } catch {
    // A policy of the site, or a browser, that refuses: then it needs the network.
  }
})();
