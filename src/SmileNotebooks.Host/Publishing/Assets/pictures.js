// Draws one figure as a picture, for FigurePictures; runs in an empty page that has plotly.js, page.css and house.js.
// Charts have few colours: a PNG with a palette is a quarter of what a canvas writes. Photographs and shaded solids become JPEG.
"use strict";
const mostChartColours = 4096;
const paper = { light: "#fff", dark: "#16181c" }; // --paper of page.css

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let crc = n;
  for (let bit = 0; bit < 8; bit++) {
    crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  }
  return crc;
});

// PNG specification (third edition), 5.3: length, type, data, CRC of type and data.
function chunk(type, data) {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set([...type].map((c) => c.charCodeAt(0)), 4);
  bytes.set(data, 8);
  const crc = bytes.subarray(4, 8 + data.length).reduce((sum, byte) => crcTable[(sum ^ byte) & 255] ^ (sum >>> 8), 0xffffffff);
  view.setUint32(8 + data.length, crc ^ 0xffffffff);
  return bytes;
}

function countColours(pixels) {
  const counts = new Map();
  pixels.forEach((pixel) => counts.set(pixel, (counts.get(pixel) ?? 0) + 1));
  return counts;
}

// The most frequent 256; the others, on the edges of letters and lines, are drawn in the nearest of these.
function palette(counts) {
  const colours = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || a - b).slice(0, 256);
  const indexes = new Map(colours.map((colour, index) => [colour, index]));
  const parts = (colour) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];
  const known = colours.map(parts);
  for (const colour of counts.keys()) {
    if (!indexes.has(colour)) {
      const [r, g, b] = parts(colour);
      const distances = known.map(([x, y, z]) => (x - r) ** 2 + (y - g) ** 2 + (z - b) ** 2);
      indexes.set(colour, distances.indexOf(Math.min(...distances)));
    }
  }
  return { bytes: Uint8Array.from(known.flat()), indexes };
}

async function palettePng(width, height, pixels, counts) {
  const { bytes, indexes } = palette(counts);
  const lines = new Uint8Array(height * (width + 1)); // each begins with its filter, 0: none
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      lines[y * (width + 1) + 1 + x] = indexes.get(pixels[y * width + x]);
    }
  }
  const packed = new Blob([lines]).stream().pipeThrough(new CompressionStream("deflate"));
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  header.setUint32(8, 0x08030000); // 8 bits, palette, deflate, adaptive filters; the last byte: not interlaced
  const parts = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10),
    chunk("IHDR", new Uint8Array(header.buffer)), chunk("PLTE", bytes),
    chunk("IDAT", new Uint8Array(await new Response(packed).arrayBuffer())), chunk("IEND", new Uint8Array()),
  ];
  return new Blob(parts, { type: "image/png" });
}

async function dataAddress(blob) {
  const reader = new FileReader();
  await new Promise((resolve, reject) => {
    Object.assign(reader, { onload: resolve, onerror: () => reject(reader.error) });
    reader.readAsDataURL(blob);
  });
  return reader.result;
}

async function drawOnCanvas(figure, { width, scale, scheme = "light" }) {
  const layout = { ...figure.layout };
  layout.width ??= width;
  layout.height ??= 450; // plotly.js's own default
  if (houseTheme.isUsed(layout)) {
    layout.template = houseTheme.template({ data: figure.data, width: layout.width, scheme });
    layout.paper_bgcolor = paper[scheme];
  }
  const image = new Image();
  image.src = await Plotly.toImage({ data: figure.data, layout, config: { plotlyServerURL: "" } }, { format: "png", width: layout.width, height: layout.height, scale });
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: image.naturalWidth, height: image.naturalHeight });
  const context = canvas.getContext("2d");
  context.fillStyle = paper[scheme]; // a picture may be shown on other paper
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0);
  return { canvas, context, size: { width: layout.width, height: layout.height } };
}

async function encode(canvas, context, mostColours = mostChartColours) {
  const pixels = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
  const counts = countColours(pixels);
  return counts.size > mostColours
    ? canvas.toDataURL("image/jpeg", 0.82)
    : dataAddress(await palettePng(canvas.width, canvas.height, pixels, counts));
}

// The picture as a data address, and its size in CSS pixels.
async function drawPicture(json, settings) {
  const { canvas, context, size } = await drawOnCanvas(JSON.parse(json), settings);
  return { ...size, picture: await encode(canvas, context) };
}

// For a card of the front page: without title, legend and controls, which nobody could read there. So small that the
// blended colours of a chart's edges are not missed: only a photograph has more.
const card = { width: 640, height: 400 };
const mostCardColours = 24000;

async function drawCard(json) {
  const figure = JSON.parse(json);
  const layout = { ...figure.layout, title: undefined, showlegend: false, updatemenus: undefined, sliders: undefined };
  layout.height = Math.max(300, Math.min(560, Number(figure.layout?.height) || 380));
  layout.width = layout.height * card.width / card.height;
  const margin = figure.layout?.margin ?? {};
  // Words that stand on the plot need room above it; they are shifted by up to a line more.
  const hasWords = layout.annotations?.some((words) => words.yref === "paper" && words.yanchor === "bottom" && words.y >= 1) ?? false;
  const above = hasWords ? 46 : 28;
  layout.margin = { ...margin, t: Math.min(margin.t ?? above, above), b: Math.min(margin.b ?? 56, 64) };
  const isOnPicture = layout.images?.some((image) => image.xref === "x" && image.sizing === "stretch") ?? false;
  if (isOnPicture) {
    // Drawn on a picture: the picture fills the card, and its axes are left out.
    const [x, y] = [layout.xaxis, layout.yaxis].map((axis) => Math.abs((axis?.range?.[1] ?? 1) - (axis?.range?.[0] ?? 0)));
    layout.width = 2 * card.width;
    layout.height = Math.round(Math.max(layout.width * y / x, layout.width * card.height / card.width));
    layout.margin = { l: 0, r: 0, t: 0, b: 0 };
    layout.xaxis = { ...layout.xaxis, visible: false };
    layout.yaxis = { ...layout.yaxis, visible: false };
  }
  const draw = async (scheme) => {
    const { canvas } = await drawOnCanvas({ data: figure.data, layout }, { width: layout.width, scale: card.width / layout.width, scheme });
    return encodeCard(canvas);
  };
  return { light: await draw("light"), dark: houseTheme.isUsed(layout) ? await draw("dark") : null };
}

// What is higher than the card loses more below than above: heads are above.
function encodeCard(image) {
  const canvas = Object.assign(document.createElement("canvas"), card);
  const context = canvas.getContext("2d");
  const scale = Math.max(card.width / image.width, card.height / image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  context.fillStyle = paper.light;
  context.fillRect(0, 0, card.width, card.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(image, (card.width - width) / 2, (card.height - height) / 3, width, height);
  return encode(canvas, context, mostCardColours);
}

async function drawCardOfPicture(address) {
  const image = new Image();
  image.src = address;
  await image.decode();
  return { light: await encodeCard(image), dark: null };
}
