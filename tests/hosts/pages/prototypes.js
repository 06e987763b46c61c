// What Prototype, MooTools and their kin did to every object, and what a careless script still does today: additions that
// are enumerable, and a `toJSON` that writes texts twice over.
const add = (prototype, additions) => { for (const name of Object.getOwnPropertyNames(additions)) prototype[name] = additions[name]; };

add(Array.prototype, {
  each(visit) { for (let i = 0; i < this.length; i++) visit(this[i], i); return this; },
  contains(item) { return this.indexOf(item) >= 0; },
  remove(item) { const at = this.indexOf(item); if (at >= 0) this.splice(at, 1); return this; },
  first() { return this[0]; },
  last() { return this[this.length - 1]; },
  toJSON() { return "[" + this.join(", ") + "]"; },
});
add(String.prototype, {
  strip() { return this.trim(); },
  contains(text) { return this.indexOf(text) >= 0; },
  toJSON() { return "\"" + this + "\""; },
});
add(Number.prototype, { toJSON() { return "number " + this; } });
add(Function.prototype, { extend(more) { return Object.assign(this, more); }, delay() {} });
add(Element.prototype, { addClass(name) { this.classList.add(name); return this; } });
add(Object.prototype, {
  each(visit) { for (const key in this) visit(this[key], key); },
  extend(more) { return Object.assign(this, more); },
  get: "what some call an accessor",
  name: "what every object is called",
  value: 42,
  once: true,
});

// On the window, where tests can see them.
window.broken = JSON.stringify(["a"]) != "[\"a\"]" && Object.keys(Object.prototype).length;
window.heard = [];
addEventListener("atlas-change", event => heard.push(event.detail.query + " " + event.detail.result.sectors.join()));
