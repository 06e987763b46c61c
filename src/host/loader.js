// Unpacks the script of a single file and runs it. Where that fails, the static view stays.
(async () => {
  const packed = atob(document.getElementById("cooperation-atlas-code").textContent);
  const bytes = Uint8Array.from(packed, sign => sign.charCodeAt());
  const script = document.createElement("script");
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  script.textContent = await new Response(stream).text();
  document.head.append(script);
  script.remove();
})().catch(() => {});
