// Unpacks the script of a single file (see `bundle/dense.rs`) and runs it. Where that fails, the static view stays.
(async () => {
  const text = document.getElementById("cooperation-atlas-code").textContent;
  const digits = {};
  let digit = 0;
  for (let code = 32; code < 127; code++) if (code != 34 && code != 60 && code != 92) digits[code] = digit++;
  const bytes = new Uint8Array(parseInt(text));
  let length = 0, held = 0, bits = 0;
  for (let i = text.indexOf(":") + 1; i < text.length; i += 2) {
    held |= (digits[text.charCodeAt(i)] * 92 + digits[text.charCodeAt(i + 1)]) << bits;
    for (bits += 13; bits > 7; bits -= 8) {
      bytes[length++] = held;
      held >>= 8;
    }
  }
  const script = document.createElement("script");
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  script.textContent = await new Response(stream).text();
  document.head.append(script);
  script.remove();
})().catch(() => {});
