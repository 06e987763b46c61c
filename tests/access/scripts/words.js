// What is written, and in which language.

// 25: `allowed` is a list of patterns, of what may stand in Latin letters within Russian.
checks.languages = (root, allowed) => {
  const patterns = allowed.map(pattern => new RegExp(pattern, "g"));
  const found = [];
  const language = element => {
    for (let at = element; at; at = at.getRootNode().host) {
      const own = at.closest("[lang]");
      if (own) return own.lang.split("-")[0];
    }
    return "";
  };
  const look = (words, element, where) => {
    const own = language(element);
    const rest = patterns.reduce((words, pattern) => words.replace(pattern, ""), words);
    const foreign = own == "ru" ? /[A-Za-z]{2,}/ : own == "en" ? /[\u0400-\u052f]+/ : /\p{L}{2,}/u;
    const run = rest.match(foreign);
    if (run) found.push(`${own || "no language"}${where}: "${run[0]}" in "${words.trim().slice(0, 60)}"`);
  };
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType == Node.TEXT_NODE) {
      if (!node.parentElement.closest("style, textarea, [hidden]")) look(node.data, node.parentElement, "");
    } else if (!node.closest("[hidden]")) {
      for (const name of ["aria-label", "title", "placeholder", "alt", "aria-description"]) {
        if (node.hasAttribute(name)) look(node.getAttribute(name), node, ` ${name}`);
      }
    }
  }
  return [...new Set(found)];
};

// 17: `shown` is nothing, so the reader is told why, and shown a way back.
checks.reason = root => {
  const found = [];
  const places = [[".matrix", ".empty .reason"], [".timeline", ".events > .quiet"]];
  for (const [view, reason] of places) {
    if (root.querySelector(view) && !/\p{L}{3,}/u.test(root.querySelector(`${view} ${reason}`)?.textContent ?? "")) found.push(`no reason in ${view}`);
  }
  if (!all(root, ".empty button, .chips .clear").length) found.push("no way back");
  return found;
};

// 26: a number and the form of its noun; `forms` has [one, few, many] of each noun. After "из" it is the genitive: that
// of one, which is written as few, or that of several, which is written as many.
checks.plurals = (root, forms) => {
  const found = [];
  const rules = new Intl.PluralRules("ru");
  const order = ["one", "few", "many"];
  for (const [, element] of texts(root)) {
    for (const [, of, digits, word] of element.textContent.matchAll(/(?:(?<=(из)\s)|)(\d(?:[\d\u00a0]*\d)?)\s(\p{Script=Cyrillic}+)/gu)) {
      const noun = forms.find(noun => noun.includes(word));
      const number = Number(digits.replace(/\D/g, ""));
      const form = order.indexOf(rules.select(number));
      const right = noun?.[of ? (form ? 2 : 1) : form];
      if (noun && right != word) found.push(`${digits} ${word}, but ${digits} ${right}`);
    }
  }
  return [...new Set(found)];
};
