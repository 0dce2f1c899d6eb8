// The house theme: figures in the page's own colours, where their layout asks for it (meta.theme "house").
"use strict";
const houseTheme = (() => {
  // The style sheet is the one place of the page's colours; a probe turns its variables into rgb().
  function colour(name, scheme) {
    const probe = document.createElement("span");
    probe.style.colorScheme = scheme ?? "inherit";
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

  // scheme: light, dark, or null for that of the page.
  function template({ data, width, scheme = null }) {
    const [text, quiet, grid, paper, raised, line] =
      ["--text", "--quiet", "--plot-grid", "--paper", "--raised", "--line"].map((name) => colour(name, scheme));
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
        colorway: (scheme ? scheme === "dark" : isDark())
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
        sliderdefaults: { bgcolor: quiet, activebgcolor: text, bordercolor: quiet, borderwidth: 1, tickcolor: line, ticklen: 5, minorticklen: 3, font: { size: 12, color: quiet }, currentvalue: { font: { size: 13, color: text } } },
        updatemenudefaults: { bgcolor: raised, bordercolor: line, font: { size: 13, color: text } },
        coloraxis: { colorbar: { outlinewidth: 0, tickcolor: line, tickfont: { color: quiet } } },
        newshape: { line: { color: text } },
        activeselection: { fillcolor: paper },
      },
    };
  }

  const isUsed = (layout) => layout?.meta?.theme === "house";

  return { template, isUsed, isSolid };
})();
