// The executed notebook, put together again from what the page holds of it (NotebookDownload.cs).
"use strict";
(() => {
  const button = document.getElementById("download-notebook");

  function required(part) {
    if (part === undefined) {
      throw new Error("a part of it is no longer in the page");
    }
    return part;
  }

  async function notebook() {
    const main = document.querySelector("main");
    const figures = [...main.querySelectorAll(".output.figure > script")].map((script) => script.textContent);
    const runs = new Map();
    for (const [run] of main.innerHTML.matchAll(/[A-Za-z0-9+/=]{1000,}/g)) {
      runs.set(`${run.length} ${run.slice(0, 24)} ${run.slice(-24)}`, run);
    }
    return (await unpackText("notebook-file"))
      .replace(/\u0001([^\u0001]*)\u0001/g, (_, key) => required(runs.get(key)))
      .replace(/"\\u0001figure (\d+)\\u0001"/g, (_, number) => required(figures[number]))
      .replace(/\\u0001figure (\d+)\\u0001/g, (_, number) => JSON.stringify(required(figures[number])).slice(1, -1));
  }

  button?.addEventListener("click", async () => {
    try {
      const address = URL.createObjectURL(new Blob([await notebook()], { type: "application/x-ipynb+json" }));
      const page = decodeURIComponent(location.pathname).split("/").pop().replace(/\.html?$/, "");
      const link = Object.assign(document.createElement("a"), { href: address, download: `${page || "notebook"}.ipynb` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 60000);
    } catch (error) {
      console.error(error);
      button.after(` The notebook could not be put together: ${error.message}.`);
      button.disabled = true;
    }
  });
})();
