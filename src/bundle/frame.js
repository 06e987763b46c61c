// What `embed.html` does besides showing the atlas: it takes the theme from its address, and tells the page around it how
// high it is, so that the frame can follow. Both are extras: without this script the frame keeps the height that it has.
(() => {
  const atlas = document.querySelector("cooperation-atlas");
  const theme = new URLSearchParams(location.search).get("theme");
  if (theme) atlas.setAttribute("theme", theme);
  if (parent == self || !self.ResizeObserver) return;
  const tell = () => parent.postMessage({ "cooperation-atlas": { height: document.documentElement.offsetHeight } }, "*");
  new ResizeObserver(tell).observe(document.documentElement);
})();
