// The numbers of a figure as tables, made when a reader opens them.
"use strict";
(() => {
  const mostRows = 500;
  const mostTraces = 20;
  const columns = ["text", "labels", "values", "x", "y", "z", "r", "theta", "value"];
  const arrays = { f8: Float64Array, f4: Float32Array, i4: Int32Array, u4: Uint32Array, i2: Int16Array, u2: Uint16Array, i1: Int8Array, u1: Uint8Array, u1c: Uint8ClampedArray };

  // plotly.js takes arrays, base64 of typed arrays, and single values.
  function list(value) {
    if (typeof value?.bdata === "string" && arrays[value.dtype]) {
      return [...new arrays[value.dtype](Uint8Array.from(atob(value.bdata), (c) => c.charCodeAt(0)).buffer)];
    }
    return Array.isArray(value) ? value : value === undefined || value === null || typeof value === "object" ? [] : [value];
  }

  const shown = (value) => (Array.isArray(value) ? value.join(", ") : value ?? "").toString();

  function row(kind, values) {
    const line = document.createElement("tr");
    line.append(...values.map((value) => Object.assign(document.createElement(kind), { textContent: shown(value) })));
    return line;
  }

  function table(trace, number) {
    const names = columns.filter((name) => list(trace[name]).length > 0);
    const lists = names.map((name) => list(trace[name]));
    const count = Math.max(0, ...lists.map((values) => values.length));
    const made = document.createElement("table");
    const cut = count > mostRows ? `, the first ${mostRows} of ${count} rows` : "";
    made.createCaption().textContent = `${trace.name ?? trace.type ?? `series ${number + 1}`}${cut}`;
    made.createTHead().append(row("th", names));
    made.createTBody().append(...Array.from({ length: Math.min(count, mostRows) }, (_, at) => row("td", lists.map((values) => values[at]))));
    return made;
  }

  // A figure with a slider or a drop-down has the numbers of what it shows now.
  document.querySelectorAll(".figure-data").forEach((details) => details.addEventListener("toggle", () => {
    details.querySelector(".scroll")?.remove();
    if (!details.open) {
      return;
    }
    const figure = details.closest(".figure");
    const data = figure.querySelector(".plot").data ?? JSON.parse(figure.querySelector("script").textContent).data;
    const box = Object.assign(document.createElement("div"), { className: "scroll", tabIndex: 0 });
    box.append(...data.slice(0, mostTraces).map(table));
    if (data.length > mostTraces) {
      box.append(`and ${data.length - mostTraces} more series`);
    }
    details.append(box);
  }));
})();
