// Tables of records: headers that sort, and pages for the rows that did not fit. A table brings its further rows as JSON in
// data-sn-rows; a cell there is text, [number shown, number whole], null, 0 (no cell), or {h: html}.
"use strict";
(() => {
  const pageSize = 50;
  const collator = new Intl.Collator("en", { numeric: true });
  const count = (number) => number.toLocaleString("en");
  const element = (name, text, attributes = {}) => {
    const made = document.createElement(name);
    made.textContent = text;
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    return made;
  };

  const cellElement = (cell) => {
    const made = document.createElement("td");
    if (cell === null) {
      made.className = "sn-null";
      made.textContent = "null";
    } else if (Array.isArray(cell)) {
      made.className = "sn-number";
      made.textContent = cell[0];
      if (cell.length > 1) {
        made.title = cell[1];
      }
    } else if (typeof cell === "string") {
      made.textContent = cell;
    } else if (cell !== 0) {
      made.innerHTML = cell.h;
    }
    return made;
  };

  const rowOf = (cells) => {
    const row = document.createElement("tr");
    row.append(...cells.map(cellElement));
    return row;
  };

  // What a cell is sorted by: a number, text, or null for what comes last either way.
  const keyOf = (cell, numeric) => {
    if (!cell || cell.classList.contains("sn-null")) {
      return null;
    }
    const text = cell.title || cell.textContent;
    const key = numeric ? parseFloat(text.replace("∞", "Infinity")) : text;
    return key === "" || Number.isNaN(key) ? null : key;
  };

  const compare = (a, b, numeric) => (numeric ? a - b || (a < b ? -1 : a > b ? 1 : 0) : collator.compare(a, b));

  const sorted = (rows, column, numeric, direction) => rows
    .map((row) => ({ row, key: keyOf(row.cells[column], numeric) }))
    .sort((a, b) => (a.key === null || b.key === null ? (a.key === null) - (b.key === null) : direction * compare(a.key, b.key, numeric)))
    .map((keyed) => keyed.row);

  const enhance = (table) => {
    table.dataset.snReady = "";
    const body = table.tBodies[0];
    const original = [...body.rows, ...JSON.parse(table.dataset.snRows || "[]").map(rowOf)];
    const total = table.dataset.snCount;
    let rows = original;
    let first = 0;
    let all = false;

    const pages = element("div", "", { class: "sn-pages" });
    const status = element("span", "", { role: "status" });
    const previous = element("button", "Previous", { type: "button" });
    const next = element("button", "Next", { type: "button" });
    const whole = element("button", "Show all", { type: "button" });
    const draw = () => {
      const shown = all ? rows : rows.slice(first, first + pageSize);
      body.replaceChildren(...shown);
      const here = count(original.length);
      const of = total === "" ? `the first ${here} of more` : Number(total) > original.length ? `the first ${here} of ${count(Number(total))}` : here;
      status.textContent = `Rows ${count(all ? 1 : first + 1)} to ${count(all ? rows.length : first + shown.length)} of ${of}`;
      previous.disabled = all || first === 0;
      next.disabled = all || first + pageSize >= rows.length;
      whole.textContent = all ? "Show pages" : "Show all";
    };

    previous.addEventListener("click", () => { first -= pageSize; draw(); });
    next.addEventListener("click", () => { first += pageSize; draw(); });
    whole.addEventListener("click", () => { all = !all; first = 0; draw(); });
    if (original.length > pageSize) {
      table.caption?.remove();
      pages.append(status, previous, next, whole);
      table.after(pages);
    }

    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const numeric = head.classList.contains("sn-number");
      const button = element("button", head.textContent, { type: "button", title: "Sort by this column" });
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const now = head.getAttribute("aria-sort");
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        if (now === "descending") {
          rows = original;
        } else {
          const direction = now === "ascending" ? -1 : 1;
          head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
          rows = sorted(original, column, numeric, direction);
        }
        first = 0;
        draw();
      });
    });
    draw();
  };

  const enhanceAll = () => document.querySelectorAll("table.sn-table[data-sn-count]:not([data-sn-ready])").forEach(enhance);
  enhanceAll();
  // A front end may run the script before it shows the output.
  setTimeout(enhanceAll, 0);
})();
