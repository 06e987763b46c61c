// Keeps the standalone page for when there is no network: all files of one release, or none.
//
// A release is taken in only if every file is as it was built, so one that lies half on its server is not; the release
// before stays. A new one waits until the pages of the old one are closed, so no page ever has files of both. What is
// not listed here is left to the browser, and so are other pages that use the atlas's script.
const VERSION = "{version}";
const FILES = {files};
const SCOPE = registration.scope;
const OURS = "cooperation-atlas " + SCOPE + " ";
const CACHE = OURS + VERSION;

const takeIn = async () => {
  const responses = await Promise.all(Object.keys(FILES).map(async name => {
    const response = await fetch(SCOPE + name, { cache: "no-cache", integrity: FILES[name] });
    if (!response.ok) throw new Error(name + ": status " + response.status);
    // Anew, since one that came by a redirection may not answer a navigation.
    return [SCOPE + name, new Response(await response.blob(), { headers: response.headers })];
  }));
  try {
    const cache = await caches.open(CACHE);
    await Promise.all(responses.map(([url, response]) => cache.put(url, response)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
};

const clear = async () => {
  const old = (await caches.keys()).filter(name => name.startsWith(OURS) && name != CACHE);
  await Promise.all(old.map(name => caches.delete(name)));
};

// The name of one of our files in an address, or undefined.
const named = address => {
  const { origin, pathname } = new URL(address);
  if (!(origin + pathname).startsWith(SCOPE)) return;
  const name = (origin + pathname).slice(SCOPE.length).replace(/(^|\/)$/, "$1index.html");
  return Object.hasOwn(FILES, name) ? name : undefined;
};

const answer = async (event, name) => {
  const client = event.request.mode != "navigate" && await clients.get(event.clientId);
  const own = client === false || client && /\.html$/.test(named(client.url));
  const cache = own && await caches.open(CACHE);
  return cache && await cache.match(SCOPE + name) || fetch(event.request);
};

addEventListener("install", event => event.waitUntil(takeIn()));
addEventListener("activate", event => event.waitUntil(clear()));
addEventListener("fetch", event => {
  const name = event.request.method == "GET" && named(event.request.url);
  if (name) event.respondWith(answer(event, name));
});
