// Draws one figure as pictures, for FigurePictures; runs in an empty page that has plotly.js, page.css and house.js.
"use strict";
async function drawPicture(json, { width, scale }) {
  const figure = JSON.parse(json);
  const layout = { ...figure.layout };
  layout.width ??= width;
  layout.height ??= 450; // plotly.js's own default
  if (houseTheme.isUsed(layout)) {
    layout.template = houseTheme.template({ data: figure.data, width: layout.width });
    layout.paper_bgcolor ??= "#fff"; // a picture may be shown on dark paper
  }
  const plot = document.createElement("div");
  document.body.append(plot);
  try {
    await Plotly.newPlot(plot, figure.data, layout, { staticPlot: true });
    const size = { width: layout.width, height: layout.height, scale };
    return {
      width: layout.width,
      height: layout.height,
      png: await Plotly.toImage(plot, { ...size, format: "png" }),
      jpeg: await Plotly.toImage(plot, { ...size, format: "jpeg" }),
    };
  } finally {
    Plotly.purge(plot);
    plot.remove();
  }
}
