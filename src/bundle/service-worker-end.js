// The end of `service-worker.js`: published under that name in its place, this gives up everything that was kept in
// readers' browsers, and then itself.
addEventListener("install", () => skipWaiting());
addEventListener("activate", event => event.waitUntil((async () => {
  const names = await caches.keys();
  await Promise.all(names.filter(name => name.startsWith("cooperation-atlas " + registration.scope + " "))
    .map(name => caches.delete(name)));
  await registration.unregister();
})()));
