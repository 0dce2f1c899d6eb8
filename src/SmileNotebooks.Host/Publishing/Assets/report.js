// Folding of code, the contents that follow the reader, keyboard access to boxes that scroll, the copy button.
"use strict";
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];

  const codes = all("details.code");
  const codeToggle = document.getElementById("code-toggle");
  if (codeToggle) {
    const allOpen = () => codes.every((code) => code.open);
    const announce = () => {
      codeToggle.textContent = allOpen() ? "Hide all code" : "Show all code";
      codeToggle.setAttribute("aria-pressed", String(allOpen()));
    };
    codeToggle.addEventListener("click", () => {
      const open = !allOpen();
      codes.forEach((code) => { code.open = open; });
      announce();
    });
    codes.forEach((code) => code.addEventListener("toggle", announce));
    announce();
  }

  const contents = document.querySelector(".contents details");
  if (contents) {
    const wide = matchMedia("(min-width: 72rem)");
    const fold = () => { contents.open = wide.matches; };
    wide.addEventListener("change", fold);
    fold();
    contents.addEventListener("click", (event) => {
      if (event.target.closest("a") && !wide.matches) {
        contents.open = false;
      }
    });

    const links = all(".contents a");
    const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    let current = null;
    const follow = () => {
      const line = innerHeight * 0.25;
      const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
      let index = atEnd ? headings.length - 1 : headings.findLastIndex((heading) => heading.getBoundingClientRect().top <= line);
      index = Math.max(index, 0);
      if (links[index] !== current) {
        current?.removeAttribute("aria-current");
        current = links[index];
        current.setAttribute("aria-current", "true");
        // Only the column scrolls, never the page.
        const top = current.offsetTop - contents.clientHeight / 2;
        if (wide.matches && contents.scrollHeight > contents.clientHeight) {
          contents.scrollTop = top;
        }
      }
    };
    let waiting = false;
    addEventListener("scroll", () => {
      if (!waiting) {
        waiting = true;
        requestAnimationFrame(() => { waiting = false; follow(); });
      }
    }, { passive: true });
    addEventListener("resize", follow);
    follow();
  }

  // A table of sentences is laid out row by row on a narrow screen (report.css). There a cell says its heading, and what are no boxes of a
  // table any more must still be called one.
  const longestWords = 24;
  const stack = (table) => {
    const heads = table.tHead?.rows.length === 1 ? [...table.tHead.rows[0].cells] : [];
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
    const isGrid = rows.every((row) => row.cells.length === heads.length && [...row.cells].every((cell) => cell.colSpan === 1 && cell.rowSpan === 1));
    if (heads.length < 3 || !isGrid || !rows.some((row) => [...row.cells].slice(1).some((cell) => cell.textContent.length > longestWords))) {
      return;
    }
    table.classList.add("stacked");
    table.setAttribute("role", "table");
    [table.tHead, ...table.tBodies].forEach((part) => part.setAttribute("role", "rowgroup"));
    [table.tHead.rows[0], ...rows].forEach((row) => row.setAttribute("role", "row"));
    // The corner above the names of rows is empty, and heads nothing.
    heads.forEach((head) => head.setAttribute("role", head.textContent.trim() ? "columnheader" : "cell"));
    rows.forEach((row) => [...row.cells].forEach((cell, column) => {
      cell.setAttribute("role", "cell");
      cell.dataset.heading = heads[column].textContent;
    }));
  };
  // A table of records sorts by its headings, and makes rows of its own.
  all(".output table:not([data-sn-count])").forEach(stack);

  // Paper cannot be scrolled: a table that is too wide for it, its words broken as they may be, is printed smaller. 638 CSS pixels: what the
  // margins leave of A4 and of Letter.
  const paperWidth = 638;
  const fitOnPaper = (table) => {
    table.classList.add("as-paper");
    const width = table.offsetWidth;
    table.classList.remove("as-paper");
    if (width > paperWidth) {
      table.style.setProperty("--paper-zoom", (paperWidth / width).toFixed(3));
    }
  };
  addEventListener("load", () => all(".output table").forEach(fitOnPaper));

  // A box that scrolls must be reachable by keyboard (WCAG 2.1.1).
  const reach = () => all("pre, .output, .scroll").forEach((box) => {
    if (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1) {
      box.tabIndex = 0;
    }
  });
  addEventListener("load", reach);
  addEventListener("resize", reach);
  codes.forEach((code) => code.addEventListener("toggle", reach));

  all(".command").forEach((box) => {
    const copy = box.querySelector(".copy");
    const text = box.querySelector("code");
    copy.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text.textContent);
        copy.textContent = "Copied";
      } catch {
        // Without permission the text is selected for the reader's own copy key.
        getSelection().selectAllChildren(text);
        copy.textContent = "Selected";
      }
      setTimeout(() => { copy.textContent = "Copy"; }, 1500);
    });
  });
})();
