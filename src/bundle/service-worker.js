// Keeps the standalone page for when there is no network: files of one release, or none.
//
// A file is kept only if it is as it was built, so a release that lies half on its server is not taken in; the release
// before stays. A new one waits until the pages of the old one are closed, so no page ever has files of both. What is
// not listed here is left to the browser, and so are other pages that use the atlas's script.
//
// A first visit is to cost no more than the page and its script, so it keeps the script and what the browser has near; the
// rest follows with the second visit. A release that has been taken off its server is given up: see `isGone`.
const VERSION = "{version}";
const FILES = {files};
const SCRIPT = "cooperation-atlas.js";
const SCOPE = registration.scope;
const OURS = "cooperation-atlas " + SCOPE + " ";
const CACHE = OURS + VERSION;
// Where the page of a first visit has put its script, see `offline.js`.
const HANDED = OURS + "handed";
// How long a page waits to be told that the release is gone, in milliseconds.
const PATIENCE = 2000;

const isPage = name => /\.html$/.test(name);

// The name of one of our files in an address, or undefined.
const named = address => {
  const { origin, pathname } = new URL(address);
  if (!(origin + pathname).startsWith(SCOPE)) return;
  const name = (origin + pathname).slice(SCOPE.length).replace(/(^|\/)$/, "$1index.html");
  return Object.hasOwn(FILES, name) ? name : undefined;
};

const kept = name => caches.match(SCOPE + name, { cacheName: CACHE });

// A response with the bytes of a file as it was built, or undefined. Anew, since one that came by a redirection may not
// answer a navigation.
const genuine = async (name, response) => {
  if (!response?.ok) return;
  const bytes = await response.arrayBuffer();
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  if (btoa(String.fromCharCode(...sum)).startsWith(FILES[name])) return new Response(bytes, { headers: response.headers });
};

// From the nearest place that has it: what was handed over or kept by another release, or what the browser has in its cache
// (however old: the sum decides). Undefined where only the network has it.
const nearby = async name => {
  const url = SCOPE + name;
  for (const cache of (await caches.keys()).filter(cache => cache.startsWith(OURS))) {
    const found = await genuine(name, await caches.match(url, { cacheName: cache }));
    if (found) return found;
  }
  // A page may have been visited as its folder.
  for (const address of new Set([url, url.replace(/\/index\.html$/, "/")])) {
    const cached = await fetch(address, { cache: "only-if-cached", mode: "same-origin" }).catch(() => {});
    const found = await genuine(name, cached);
    if (found) return found;
  }
};

const find = async name => {
  const found = await nearby(name) ?? await genuine(name, await fetch(SCOPE + name, { cache: "no-cache" }));
  if (!found) throw new Error(name + ": not the file of this release");
  return found;
};

// Keeps all of these files that `get` has for us, or, if it throws, none.
const takeIn = async (names, get) => {
  const found = await Promise.all(names.map(async name => [SCOPE + name, await get(name)]));
  const cache = await caches.open(CACHE);
  await Promise.all(found.filter(([, response]) => response).map(([url, response]) => cache.put(url, response)));
};

const drop = async unwanted => {
  const names = (await caches.keys()).filter(name => name.startsWith(OURS) && unwanted(name));
  await Promise.all(names.map(name => caches.delete(name)));
};

// Who comes back gets every file; who comes first, the script and what need not be loaded again.
const first = name => (name == SCRIPT ? find : nearby)(name);
const install = async () => {
  try {
    await takeIn(Object.keys(FILES), registration.active ? find : first);
  } catch (error) {
    await drop(name => name == CACHE);
    throw error;
  } finally {
    await drop(name => name == HANDED);
  }
};

// What a first visit has left out, once in the life of this worker; nothing where its release is no longer there.
let completed;
const complete = () => (completed ??= (async () => {
  const all = await Promise.all(Object.keys(FILES).map(async name => [name, await kept(name)]));
  const missing = all.filter(([, response]) => !response).map(([name]) => name);
  if (missing.length < all.length) await takeIn(missing, find);
})().catch(() => {}));

// What the server says of an address. A server that answers `HEAD` wrongly is asked again before that is believed.
const says = async (address, test) => {
  const ask = method => fetch(address, { method, cache: "no-store", redirect: "manual" });
  return test(await ask("HEAD")) && test(await ask("GET"));
};
const isMissing = ({ status }) => status == 404 || status == 410;
// Browsers would stay with a worker whose address answers none of their calls for a new one.
const isNoWorker = response => isMissing(response) || response.type == "opaqueredirect"
  || response.ok && !/javascript/.test(response.headers.get("Content-Type"));

// Whether the site has taken the release down: this page, or the worker. No answer is no news.
const isGone = async url => {
  const said = [says(url, isMissing), says(SCOPE + "service-worker.js", isNoWorker)];
  return (await Promise.all(said.map(answer => answer.catch(() => false)))).includes(true);
};

// The end of this worker: from now on readers get what the server says.
const retire = async () => {
  await registration.unregister();
  await drop(() => true);
};

const navigate = async (event, name) => {
  const page = await kept(name);
  if (!page) {
    event.waitUntil(complete());
    return fetch(event.request);
  }
  const gone = isGone(SCOPE + name).then(async gone => {
    await (gone ? retire() : complete());
    return gone;
  });
  event.waitUntil(gone);
  const late = new Promise(done => setTimeout(done, PATIENCE));
  return await Promise.race([gone, late]) ? fetch(event.request) : page;
};

// A page that is not kept came from the network, and gets everything from there.
const answer = async (event, name) => {
  if (event.request.mode == "navigate") return navigate(event, name);
  const page = named((await clients.get(event.clientId))?.url ?? "about:blank");
  return page && isPage(page) && await kept(page) && await kept(name) || fetch(event.request);
};

addEventListener("install", event => event.waitUntil(install()));
addEventListener("activate", event => event.waitUntil(drop(name => name != CACHE)));
addEventListener("fetch", event => {
  const name = event.request.method == "GET" && named(event.request.url);
  if (name) event.respondWith(answer(event, name));
});
