// Unpacks plotly.js and draws the page's figures, in the page's colours where a figure asks for the house theme.
"use strict";
(() => {
  const boxes = [...document.querySelectorAll(".output.figure")];
  const drawn = [];

  // plotly.js 4 offers a button that sends the data of a figure to a company: never from here.
  const offline = { showSendToCloud: false, plotlyServerURL: "" };

  async function unpack() {
    const packed = document.getElementById("plotly-library");
    const bytes = Uint8Array.from(atob(packed.textContent), (c) => c.charCodeAt(0));
    packed.remove();
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const script = document.createElement("script");
    script.textContent = await new Response(stream).text();
    document.head.append(script);
    script.remove();
    Plotly.setPlotConfig(offline); // for figures that the author's own HTML draws
  }

  // The style sheet is the one place of the page's colours; a probe turns its variables into rgb().
  function colour(name) {
    const probe = document.createElement("span");
    probe.style.color = `var(${name})`;
    document.body.append(probe);
    const value = getComputedStyle(probe).color;
    probe.remove();
    return value;
  }

  function isDark() {
    const theme = document.documentElement.dataset.theme;
    return theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  const isSolid = (trace) => /3d$|^(surface|cone|streamtube|volume|isosurface)$/.test(trace.type ?? "");

  function houseTemplate({ data, width }) {
    const [text, quiet, grid, paper, raised, line] =
      ["--text", "--quiet", "--plot-grid", "--paper", "--raised", "--line"].map(colour);
    const distance = width < 600 ? 2 : 1.5; // of the camera: a narrow box shows less to the sides
    const clear = "rgba(0,0,0,0)";
    const axis = { gridcolor: grid, zerolinecolor: line, linecolor: line, tickcolor: line, tickfont: { color: quiet }, automargin: true };
    const wall = { backgroundcolor: clear, gridcolor: grid, zerolinecolor: line, linecolor: line, tickfont: { color: quiet }, showbackground: false };
    const polar = { gridcolor: grid, linecolor: line };
    return {
      layout: {
        paper_bgcolor: clear,
        plot_bgcolor: clear,
        font: { color: text, family: getComputedStyle(document.body).fontFamily, size: 13 },
        title: { x: 0, xref: "container", xanchor: "left", y: 1, yref: "container", yanchor: "top", pad: { t: 10 }, font: { size: 16, color: text, weight: 600 } },
        margin: data.some(isSolid) ? { l: 0, r: 0, t: 48, b: 0 } : { l: 64, r: 24, t: 56, b: 56 },
        // Okabe and Ito's colours, told apart by colour-blind readers, lightened for dark paper.
        colorway: isDark()
          ? ["#5fb4e8", "#f0a33c", "#35c49a", "#e59ac3", "#e8dc5a", "#f08a5d", "#b9c0ca"]
          : ["#0072b2", "#d55e00", "#009e73", "#b8538f", "#c78500", "#3a9bd4", "#58606d"],
        xaxis: axis,
        yaxis: axis,
        scene: { bgcolor: clear, camera: { eye: { x: distance, y: distance, z: 0.73 * distance } }, xaxis: wall, yaxis: wall, zaxis: wall },
        polar: { bgcolor: clear, angularaxis: polar, radialaxis: polar },
        legend: { bgcolor: clear, font: { color: text } },
        hoverlabel: { bgcolor: raised, bordercolor: line, font: { color: text } },
        modebar: { bgcolor: clear, color: quiet, activecolor: text },
        annotationdefaults: { font: { color: text }, arrowcolor: quiet },
        shapedefaults: { line: { color: quiet } },
        coloraxis: { colorbar: { outlinewidth: 0, tickcolor: line, tickfont: { color: quiet } } },
        newshape: { line: { color: text } },
        activeselection: { fillcolor: paper },
      },
    };
  }

  const usesHouse = (layout) => layout?.meta?.theme === "house";

  async function draw(box) {
    const figure = JSON.parse(box.querySelector("script").textContent);
    const plot = box.querySelector(".plot");
    const layout = { ...figure.layout };
    if (usesHouse(layout)) {
      layout.template = houseTemplate({ data: figure.data, width: box.clientWidth });
    }
    if (layout.width > box.clientWidth) {
      delete layout.width; // a narrow screen: let it shrink instead of scroll
    }
    plot.replaceChildren();
    await Plotly.newPlot(plot, figure.data, layout, { responsive: true, displaylogo: false, ...figure.config, ...offline });
    drawn.push(plot);
  }

  async function drawAll() {
    await unpack();
    for (const box of boxes) {
      try {
        await draw(box);
      } catch (error) {
        console.error(error);
        const note = document.createElement("p");
        note.className = "missing";
        note.textContent = `This figure could not be drawn: ${error.message ?? error}`;
        box.querySelector(".plot").replaceChildren(note);
      }
      await new Promise((resolve) => setTimeout(resolve)); // the page stays alive between figures
    }
    document.documentElement.dataset.figures = "drawn";
  }

  document.addEventListener("themechange", () => {
    drawn.filter((plot) => usesHouse(plot.layout)).forEach((plot) => Plotly.relayout(plot, { template: houseTemplate({ data: plot.data, width: plot.clientWidth }) }));
  });

  drawAll().catch((error) => {
    console.error(error);
    boxes.forEach((box) => { box.querySelector(".waiting")?.replaceChildren("plotly.js could not be unpacked by this browser."); });
  });
})();
