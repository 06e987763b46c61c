// A picture as pixels: the elements of its SVG, one by one, on a canvas. They stand in a row, each with its paint in its own
// attributes (see `core/export/picture/sheet.rs`), so nothing is made a document or an image of, which policies may forbid.

const drawn = async (svg, scale) => {
  const canvas = document.createElement("canvas"), pen = canvas.getContext("2d");
  for (const [, tag, attributes, letters] of svg.matchAll(/<(\w+)([^>]*)>([^<]*)/g)) {
    const text = name => attributes.match(` ${name}="([^"]*)"`)?.[1];
    const [x, y, width, height, rx, r, cx, cy] = ["x", "y", "width", "height", "rx", "r", "cx", "cy"].map(text);
    if (tag == "svg") {
      canvas.width = width * scale;
      canvas.height = height * scale;
      const size = canvas.width / text("viewBox").split(" ")[2];
      pen.scale(size, size);
      pen.miterLimit = 4;
      continue;
    }
    const fill = text("fill"), stroke = text("stroke") || "none", path = new Path2D(text("d"));
    if (tag == "rect") path.roundRect(x, y, width, height, rx);
    if (tag == "circle") path.arc(cx, cy, r, 0, 7);
    pen.globalAlpha = text("opacity") || 1;
    pen.fillStyle = fill;
    pen.strokeStyle = stroke;
    pen.lineWidth = text("stroke-width") || 1;
    pen.setLineDash((text("stroke-dasharray") || "").split(" ").filter(String));
    pen.save();
    pen.translate(...(text("transform") || "0 0").match(/[-\d.]+/g));
    if (tag == "text") {
      pen.font = `${text("font-style") || ""} ${text("font-weight")} ${text("font-size")}px ${text("font-family")}`;
      pen.textAlign = text("text-anchor").replace("middle", "center");
      const plain = letters.replace(/&(\w+);/g, (_, name) => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[name]);
      if (stroke != "none") pen.strokeText(plain, x, y);
      pen.fillText(plain, x, y);
    } else {
      if (fill != "none") pen.fill(path);
      if (stroke != "none") pen.stroke(path);
    }
    pen.restore();
  }
  const blob = await new Promise(done => canvas.toBlob(done));
  if (!blob) throw fault("too-large", "this browser draws no picture of that size");
  return blob;
};
