// The WebAssembly: from text to bytes, to a module that is compiled once, to an instance for each element.

// An error with a code of ours.
const fault = (atlas, message) => Object.assign(new Error(message), { atlas });

// The bytes of the module, see `bundle/printable.rs`: printable characters but three, of which two announce a pair.
const unpack = () => {
  const codes = [], singles = [], announced = [], rest = [];
  let at = 0, pairs = 0;
  for (let code = 32; code < 127; code++) {
    if ('"\\<'.includes(String.fromCharCode(code))) continue;
    singles[at] = parseInt(wasm[0].substr(at * 2, 2), 16);
    if (!(singles[at] >= 0)) announced[at] = 92 * pairs++;
    codes[code] = at++;
  }
  for (let byte = 0; byte < 256; byte++) if (!singles.includes(byte)) rest.push(byte);
  const text = wasm[1], bytes = new Uint8Array(text.length);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = codes[text.charCodeAt(i)], byte = singles[code];
    bytes[length++] = byte >= 0 ? byte : rest[announced[code] + codes[text.charCodeAt(++i)]];
  }
  return bytes.subarray(0, length);
};

// Compiled once for all elements; each has an instance of its own, so that a panic ends only that one.
let compiled;
const compile = () => (compiled ||= (async () => {
  if (!self.WebAssembly) throw fault("unsupported", "this browser is too old");
  try {
    return await WebAssembly.compile(unpack());
  } catch (error) {
    throw fault(/policy|csp|eval/i.test(error.message) ? "wasm-forbidden" : "unsupported", error.message);
  }
})());

// What the instance is called through. Whatever escapes from the WebAssembly (a panic, an overflow of the stack) leaves
// it unusable, so from then on nothing is called any more, and `died` is told once the outermost call has ended.
const guard = (exports, died) => {
  let depth = 0, error;
  const guarded = { __proto__: null };
  Object.keys(exports).forEach(name => {
    const inner = exports[name];
    guarded[name] = typeof inner != "function" ? inner : (...values) => {
      if (error) return;
      depth++;
      try {
        return inner.apply(null, values);
      } catch (thrown) {
        error ||= thrown || fault();
        if (depth > 1) throw thrown;
      } finally {
        if (!--depth && error) died(error);
      }
    };
  });
  return guarded;
};

// A new instance; `died` is told if it ends.
const instance = async died => glue(exports => guard(exports, died))(await compile());
