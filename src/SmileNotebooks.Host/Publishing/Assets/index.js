// Search over all reports: the words of a query, in any order, as parts of words; letters with and without accents are the same.
"use strict";
(() => {
  const input = document.getElementById("query");
  if (!input) {
    return;
  }

  const mostHits = 50;
  const found = document.getElementById("found");
  const list = document.getElementById("hits");
  const cards = document.querySelector(".reports");
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const places = JSON.parse(document.getElementById("search-index").textContent).flatMap(([file, title, sections], report) =>
    sections.map(([id, heading, text]) => ({ report, title, heading, text, href: `./${encodeURIComponent(file)}${id ? `#${encodeURIComponent(id)}` : ""}`, folded: fold(`${title}\n${heading}\n${text}`), foldedHeading: fold(id ? heading : title) })));

  // Those whose heading has all words come first, then in the order of the reports.
  function search(words) {
    const hits = places.filter((place) => words.every((word) => place.folded.includes(word)) && words.some((word) => fold(place.text).includes(word) || place.foldedHeading.includes(word)));
    const rank = (place) => (words.every((word) => place.foldedHeading.includes(word)) ? 0 : 1);
    return hits.sort((a, b) => rank(a) - rank(b));
  }

  // The text with the words marked; folding may change lengths, so letters are folded one by one.
  function appendMarked(element, text, words) {
    const letters = [...text];
    const starts = [];
    let folded = "";
    letters.forEach((letter, at) => {
      const part = fold(letter);
      starts.push(...Array(part.length).fill(at));
      folded += part;
    });
    const marked = new Set();
    for (const word of words) {
      for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
        for (let i = at; i < at + word.length; i++) {
          marked.add(starts[i]);
        }
      }
    }
    let run = "";
    letters.forEach((letter, at) => {
      run += letter;
      if (at + 1 === letters.length || marked.has(at) !== marked.has(at + 1)) {
        element.append(marked.has(at) ? Object.assign(document.createElement("mark"), { textContent: run }) : run);
        run = "";
      }
    });
  }

  function excerpt(text, words) {
    const folded = fold(text);
    const first = Math.min(...words.map((word) => folded.indexOf(word)).filter((at) => at >= 0));
    if (!Number.isFinite(first)) {
      return text.length > 180 ? `${text.slice(0, 180).trimEnd()} …` : text;
    }
    const begin = first < 70 ? 0 : text.indexOf(" ", first - 70) + 1;
    const end = text.length <= begin + 190 ? text.length : Math.max(text.lastIndexOf(" ", begin + 190), begin + 120);
    return `${begin > 0 ? "… " : ""}${text.slice(begin, end).trim()}${end < text.length ? " …" : ""}`;
  }

  function entry(hit, words) {
    const item = document.createElement("li");
    const link = Object.assign(document.createElement("a"), { href: hit.href });
    const where = document.createElement("span");
    appendMarked(where, hit.heading || hit.title, words);
    link.append(where);
    if (hit.heading) {
      link.append(Object.assign(document.createElement("small"), { textContent: hit.title }));
    }
    const text = document.createElement("p");
    appendMarked(text, excerpt(hit.text, words), words);
    item.append(link, text);
    return item;
  }

  function show() {
    const words = fold(input.value).split(/\s+/).filter((word) => word.length > 0);
    const searching = words.join("").length > 1;
    list.hidden = !searching;
    cards.hidden = searching;
    if (!searching) {
      list.replaceChildren();
      found.textContent = "";
      return;
    }
    const hits = search(words);
    const pages = new Set(hits.map((hit) => hit.report)).size;
    const count = `${hits.length} ${hits.length === 1 ? "hit" : "hits"} on ${pages} ${pages === 1 ? "page" : "pages"}`;
    found.textContent = hits.length === 0 ? "Nothing was found." : hits.length > mostHits ? `${count}; the first ${mostHits} are shown` : count;
    list.replaceChildren(...hits.slice(0, mostHits).map((hit) => entry(hit, words)));
  }

  input.addEventListener("input", show);
  const links = () => [...list.querySelectorAll("a")];
  addEventListener("keydown", (event) => {
    const typing = event.target === input;
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
      input.select();
    } else if (event.key === "Escape" && (typing || list.contains(event.target)) && input.value) {
      event.preventDefault();
      input.value = "";
      show();
      input.focus();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && (typing || list.contains(event.target))) {
      const all = [input, ...links()];
      const next = all[all.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
      if (next) {
        event.preventDefault();
        next.focus();
      }
    } else if (event.key === "Enter" && typing) {
      links()[0]?.click();
    }
  });

  // Back from a report: browsers keep the query.
  addEventListener("pageshow", show);
})();
