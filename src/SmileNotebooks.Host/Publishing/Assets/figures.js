// Draws the page's figures: on screen in the page's colours, on paper at the width of paper in light ones.
"use strict";
(() => {
  const root = document.documentElement;

  // plotly.js 4 offers a button that sends the data of a figure to a company: never from here.
  const offline = { showSendToCloud: false, plotlyServerURL: "" };

  // CSS pixels. The style sheet shows it at 76 %, 638 pixels or 169 mm: what the margins leave of A4 and of Letter.
  const paperWidth = 840;

  // A browser keeps 16 WebGL contexts a page (some phones 8) and drops the oldest: with more figures in space than this,
  // those far from the reader are pictures.
  const mostSolid = 6;

  const figures = [...document.querySelectorAll(".output.figure")].map((box) => ({
    box,
    plot: box.querySelector(".plot"),
    ...JSON.parse(box.querySelector("script").textContent),
    live: false,
  }));
  const solids = figures.filter((figure) => figure.data.some(houseTheme.isSolid));
  const resting = new Set(solids.length > mostSolid ? solids : []);
  let onPaper = false;

  async function load() {
    const script = document.createElement("script");
    const file = document.getElementById("plotly-file")?.dataset.src;
    if (file) {
      await new Promise((resolve, reject) => {
        Object.assign(script, { src: file, onload: resolve, onerror: () => reject(new Error(`${file} was not found beside this page.`)) });
        document.head.append(script);
      });
    } else {
      script.textContent = await unpackText("plotly-library");
      document.getElementById("plotly-library").remove();
      document.head.append(script);
    }
    script.remove();
    Plotly.setPlotConfig(offline); // for figures that the author's own HTML draws
  }

  // What depends on where the figure is shown: on a narrow screen a wide figure shrinks, it does not scroll.
  function fit({ box, data, layout = {} }, scheme = onPaper ? "light" : null) {
    const most = onPaper ? paperWidth : box.clientWidth;
    const width = layout.width <= most ? layout.width : onPaper ? paperWidth : null;
    const fitted = { width, autosize: width === null };
    if (houseTheme.isUsed(layout)) {
      fitted.template = houseTheme.template({ data, width: width ?? most, scheme });
    }
    return fitted;
  }

  async function draw(figure) {
    figure.plot.replaceChildren();
    const { width, ...fitted } = fit(figure);
    const layout = { ...figure.layout, ...fitted };
    delete layout.width;
    if (width !== null) {
      layout.width = width;
    }
    figure.live = true;
    const config = { responsive: true, displaylogo: false, ...figure.config, ...offline };
    await Plotly.newPlot(figure.plot, { data: figure.data, layout, config, frames: figure.frames });
  }

  const refit = (figure) => Plotly.relayout(figure.plot, fit(figure));

  // Drawn aside, so that what the reader sees does not flicker.
  async function picture(figure, scheme, width) {
    const { width: own, autosize, ...fitted } = fit(figure, scheme);
    const height = figure.plot.clientHeight;
    const image = new Image(width, height);
    image.alt = ""; // the box around it says what it shows
    image.src = await Plotly.toImage({ data: figure.data, layout: { ...figure.layout, ...fitted } }, { format: "png", width, height, scale: 2 });
    return image;
  }

  // A picture in its place, and its WebGL context free.
  async function rest(figure) {
    const image = await picture(figure, null, figure.plot.clientWidth);
    Plotly.purge(figure.plot);
    figure.live = false;
    figure.plot.replaceChildren(image);
    figure.rested = true;
  }

  // One after the other, whatever the reader's scrolling asks for meanwhile.
  let queue = Promise.resolve();
  const enqueue = (task) => { queue = queue.then(task).catch(console.error); return queue; };

  // What a browser prints of WebGL is blank more often than not: paper gets a picture.
  async function addPaperPicture(figure) {
    if (figure.paper || figure.failed) {
      return;
    }
    figure.paper = await picture(figure, "light", Math.min(figure.layout?.width ?? paperWidth, paperWidth));
    figure.paper.className = "on-paper";
    figure.box.append(figure.paper);
  }

  const addPaperPictures = () => Promise.all(solids.map((figure) => enqueue(() => addPaperPicture(figure))));

  // The first report of the observer names all figures: those near the reader are drawn first.
  function watch() {
    const near = new Set();
    const observer = new IntersectionObserver((entries) => entries.sort((a, b) => b.isIntersecting - a.isIntersecting).forEach(({ target, isIntersecting }) => {
      const figure = solids.find(({ box }) => box === target);
      near[isIntersecting ? "add" : "delete"](figure);
      enqueue(async () => {
        if (near.has(figure) && !figure.live) {
          await draw(figure);
        } else if (!near.has(figure) && (figure.live || !figure.rested)) {
          await rest(figure);
        }
      });
    }), { rootMargin: "25%" });
    resting.forEach(({ box }) => observer.observe(box));
  }

  // What a reader without a drawn figure sees: the picture made when the page was published, where there is one.
  function fail(figure, words) {
    figure.failed = true;
    const spare = new DOMParser().parseFromString(figure.box.querySelector("noscript")?.textContent ?? "", "text/html").querySelector("img");
    const note = document.createElement("p");
    note.className = "missing";
    note.textContent = words;
    figure.plot.replaceChildren(...(spare ? [spare, note] : [note]));
  }

  async function drawAll() {
    await load();
    for (const figure of figures) {
      try {
        if (!resting.has(figure)) {
          await draw(figure);
        }
      } catch (error) {
        console.error(error);
        fail(figure, `This figure could not be drawn: ${error.message ?? error}`);
      }
      await new Promise((resolve) => setTimeout(resolve)); // the page stays alive between figures
    }
    root.dataset.figures = "drawn";
    watch();
    setTimeout(addPaperPictures, 500);
  }

  document.addEventListener("themechange", () => figures.forEach((figure) => {
    if (figure.live && !onPaper && houseTheme.isUsed(figure.layout)) {
      refit(figure);
    } else if (figure.rested && !figure.live && !onPaper) {
      enqueue(() => rest(figure));
    }
  }));

  const putOn = (paper) => {
    onPaper = paper;
    return Promise.all(figures.filter(({ live }) => live).map(refit));
  };
  addEventListener("beforeprint", () => { if (!onPaper) { putOn(true); } });
  addEventListener("afterprint", () => { if (!window.reportFigures.stays) { putOn(false); } });

  // For the program that prints the page: it can wait where a print dialogue does not.
  window.reportFigures = {
    stays: false,
    async print() {
      window.reportFigures.stays = true;
      await addPaperPictures();
      await putOn(true);
      await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      root.dataset.figures = "on-paper";
    },
  };

  drawAll().catch((error) => {
    console.error(error);
    figures.forEach((figure) => fail(figure, `plotly.js could not be read: ${error.message ?? error}`));
    root.dataset.figures = "failed";
  });
})();
