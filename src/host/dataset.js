// The bytes that `src` names: no more of them than page and memory can bear (`largestDataset`), in bounded time, and
// given up as soon as they are not wanted any more.

// How long a dataset may take to come whole, in milliseconds: a server that falls silent would leave the page without a word.
const PATIENCE = 60000;

const within = length => {
  if (length > largestDataset) throw fault("dataset-too-large", "more than " + largestDataset + " bytes");
};

// A dataset in the page itself, as single files have it.
const inline = (id, owner) => {
  const text = owner.getElementById(id).textContent;
  // Base64 has four letters for three bytes, and line ends: what is longer than this need not be read to be refused.
  if (text.length > largestDataset * 1.5 + 4) within(Infinity);
  const bytes = Uint8Array.from(atob(text), sign => sign.charCodeAt());
  within(bytes.length);
  return bytes;
};

const download = async (src, request) => {
  const timer = setTimeout(() => request.abort(), PATIENCE);
  try {
    const response = await fetch(src, { __proto__: null, signal: request.signal });
    if (!response.ok) throw fault("", "status " + response.status);
    // What the server announces can be refused at once; it may announce nothing, or not tell the truth.
    within(+response.headers.get("content-length"));
    const parts = [], reader = response.body.getReader();
    let length = 0;
    for (let step; !(step = await reader.read()).done; ) {
      within((length += step.value.length));
      parts.push(step.value);
    }
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  } finally {
    clearTimeout(timer);
    // Ends what is still coming; after the end there is nothing to abort.
    request.abort();
  }
};

// Undefined where `src` names none; `owner` is the document of the element, `request` an `AbortController`.
const bytesOf = async (src, owner, request) => {
  if (!src) return;
  try {
    return src[0] == "#" ? inline(src.slice(1), owner) : await download(src, request);
  } catch (error) {
    throw fault(error.atlas || "dataset-unreachable", src + ": " + error.message);
  }
};
