// The style of a shadow root, and its undoing.
//
// Adopted sheets are what a strict policy allows; only a `<style>` is kept when the page is saved. One of SVG, since
// Chromium leaves those of HTML out of a shadow root that it saves as MHTML. The policy cannot be asked, and a refusal
// would be reported to the page's owner, so the page's own styles tell what it allows.

const dress = root => {
  const { ownerDocument: page } = root, { defaultView: view } = page;
  // It may be dressed already, by what another document allowed.
  root.dress?.remove();
  const allowed = [...page.querySelectorAll("style")].some(element => element.sheet && !element.nonce);
  const make = name => page.createElementNS("http://www.w3.org/2000/svg", name);
  const element = make("style"), around = make("svg");
  element.textContent = more + style;
  around.setAttribute("display", "none");
  around.append(element);
  if (allowed) root.prepend((root.dress = around));
  // A sheet belongs to the document that it was made in; one that is not shown has no use for any.
  if (element.sheet || !view) return;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(more + style);
  root.adoptedStyleSheets = [sheet];
};

// As if it had never been there: what stands in the element is shown again, without our styles.
const undress = root => {
  root.adoptedStyleSheets = [];
  root.replaceChildren(root.ownerDocument.createElement("slot"));
};
