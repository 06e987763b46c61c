// The WebAssembly: from texts to bytes, to a module that is compiled once, to an instance for each element.

// An error with a code of ours.
const fault = (atlas, message) => Object.assign(new Error(message), { atlas });

// The bytes of a stream, see `bundle/printable.rs`: printable characters but three, of which two announce a pair.
const unpack = ([key, text]) => {
  const codes = [], singles = [], announced = [], rest = [];
  let at = 0, pairs = 0;
  for (let code = 32; code < 127; code++) {
    if ('"\\<'.includes(String.fromCharCode(code))) continue;
    singles[at] = parseInt(key.substr(at * 2, 2), 36);
    if (!(singles[at] >= 0)) announced[at] = 92 * pairs++;
    codes[code] = at++;
  }
  for (let byte = 0; byte < 256; byte++) if (!singles.includes(byte)) rest.push(byte);
  const bytes = new Uint8Array(text.length * 2);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = codes[text.charCodeAt(i)], byte = singles[code];
    // A letter of two bytes.
    if (byte > 255) bytes[length++] = 208 + (byte - 256 >> 6);
    bytes[length++] = byte > 255 ? 128 | byte & 63 : byte >= 0 ? byte : rest[announced[code] + codes[text.charCodeAt(++i)]];
  }
  return bytes.subarray(0, length);
};

// The bytes of the module, put together from its streams, see `bundle/streams.rs`.
const assemble = () => {
  const POINTER = 1, FIRST = 2, CODE = 3, LABEL = 4, ADDED = 6, RECKONED = 7, OFFSET = 9, VARIABLES = 10, BEHIND = 12, BEFORE = 13, streams = wasm.map(unpack), at = streams.map(() => 0);
  // Besides, a length for the code and for each function, of which there are no more than bytes that tell of variables; and
  // for each offset, how its place is aligned.
  const more = 6 + 5 * streams[VARIABLES].length + streams[OFFSET].length;
  const bytes = new Uint8Array(streams.reduce((sum, { length }) => sum + length, more));
  let length = 0;
  const put = stream => {
    bytes.set(stream, length);
    length += stream.length;
  };
  const copy = stream => bytes[length++] = streams[stream][at[stream]++];
  // A number of which each byte but the last has its highest bit set.
  const number = stream => {
    let number = 0, shift = 0, byte;
    do {
      byte = copy(stream);
      number |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    return number;
  };
  // The stream of an operand, if the next instruction decides on it.
  const byNext = (opcode, next) =>
    opcode == 32 ? next > 39 && next < 54 ? POINTER : next == 32 || next == 65 || next == 66 ? FIRST : undefined
    : opcode == 65 && (next == 106 ? ADDED : next > 68 && next < 197 ? RECKONED : undefined);
  // What is written, after its length in five bytes.
  const measured = write => {
    const start = length += 5;
    write();
    for (let i = 5, rest = length - start; i; rest >>= 7) bytes[start - i] = rest & 127 | (--i && 128);
  };
  const body = () => {
    for (let groups = number(VARIABLES); groups--; copy(VARIABLES)) number(VARIABLES);
    for (let depth = 1; depth;) {
      const opcode = copy(CODE);
      let last;
      // How a place in the memory is aligned.
      if (opcode > 39 && opcode < 63) bytes[length++] = 0;
      for (const stream of operands[opcode] || []) last = number(byNext(opcode, streams[CODE][at[CODE]]) || stream);
      // Block, loop and if; end.
      if (opcode > 1 && opcode < 5) depth++;
      if (opcode == 11) depth--;
      // A table of labels, floats, and what has a prefix.
      if (opcode == 14) for (; last >= 0; last--) number(LABEL);
      if (opcode == 67 || opcode == 68) for (let i = opcode == 67 ? 4 : 8; i--;) copy(CODE);
      if (opcode == 252 && last > 7) for (let i = [8, 10, 12, 14].includes(last) ? 2 : 1; i--;) number(CODE);
    }
  };
  put(streams[BEFORE]);
  put([10]);
  measured(() => {
    for (let functions = number(VARIABLES); functions--;) measured(body);
  });
  put(streams[BEHIND]);
  return bytes.subarray(0, length);
};

// Why there is no WebAssembly: a page's policy, which some browsers ask about compiling and some about instances, or the browser.
const refused = error => fault(/policy|csp|eval/i.test(error) ? "wasm-forbidden" : "unsupported", error.message);

// Compiled once for all elements; each has an instance of its own, so that a panic ends only that one.
let compiled;
const compile = () => (compiled ||= (async () => {
  if (!self.WebAssembly) throw fault("unsupported", "this browser is too old");
  try {
    return await WebAssembly.compile(assemble());
  } catch (error) {
    throw refused(error);
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
      // Nothing, in the form of several values, which some are read from.
      if (error) return [];
      depth++;
      try {
        return inner.apply(null, values);
      } catch (thrown) {
        error ||= thrown || fault();
        if (depth > 1) throw thrown;
        return [];
      } finally {
        if (!--depth && error) died(error);
      }
    };
  });
  return guarded;
};

// A new instance; `died` is told if it ends.
const instance = async died => {
  const module = await compile();
  try {
    return await glue(exports => guard(exports, died))(module);
  } catch (error) {
    throw error instanceof WebAssembly.CompileError ? refused(error) : error;
  }
};
