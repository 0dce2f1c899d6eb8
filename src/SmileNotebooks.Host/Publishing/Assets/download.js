// The executed notebook, put together again from what the page holds of it (NotebookDownload.cs).
"use strict";
(() => {
  const button = document.getElementById("download-notebook");

  async function notebook() {
    const runs = new Map();
    for (const [run] of document.querySelector("main").innerHTML.matchAll(/[A-Za-z0-9+/=]{1000,}/g)) {
      runs.set(`${run.length} ${run.slice(0, 24)} ${run.slice(-24)}`, run);
    }
    return (await unpackText("notebook-file")).replace(/\u0001([^\u0001]*)\u0001/g, (_, key) => {
      if (!runs.has(key)) {
        throw new Error("a picture of it is no longer in the page");
      }
      return runs.get(key);
    });
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
