// Explanations of terms and of linked files: beside the word for a pointer or the keyboard, at the first tap on a screen.
// They can be pointed at, and Escape takes them away (WCAG 2.2, 1.4.13).
"use strict";
(() => {
  const marked = [...document.querySelectorAll("a.term, a.file")].filter((link) => document.getElementById(link.getAttribute("aria-describedby")));
  if (marked.length === 0) {
    return;
  }

  const box = Object.assign(document.createElement("div"), { className: "hint", hidden: true });
  // What it says is the description of its link already.
  box.setAttribute("aria-hidden", "true");
  document.body.append(box);
  let shown = null;
  let timer = 0;

  function show(link) {
    clearTimeout(timer);
    shown = link;
    box.textContent = document.getElementById(link.getAttribute("aria-describedby")).textContent;
    box.hidden = false;
    const word = [...link.getClientRects()].at(-1);
    const page = document.documentElement;
    const left = Math.max(8, Math.min(word.left, page.clientWidth - box.offsetWidth - 8));
    const below = word.bottom + 6;
    const fits = below + box.offsetHeight <= innerHeight || word.top < box.offsetHeight + 6;
    box.style.left = `${left + scrollX}px`;
    box.style.top = `${(fits ? below : word.top - box.offsetHeight - 6) + scrollY}px`;
  }

  function hide() {
    clearTimeout(timer);
    shown = null;
    box.hidden = true;
  }

  const soon = (work, delay) => {
    clearTimeout(timer);
    timer = setTimeout(work, delay);
  };

  let touched = false;
  for (const link of marked) {
    link.addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse") { soon(() => show(link), 120); } });
    link.addEventListener("pointerleave", (event) => { if (event.pointerType === "mouse") { soon(hide, 200); } });
    link.addEventListener("pointerdown", (event) => { touched = event.pointerType !== "mouse"; });
    link.addEventListener("focus", () => { if (!touched) { show(link); } });
    link.addEventListener("blur", hide);
    link.addEventListener("click", (event) => {
      if (touched && shown !== link) {
        event.preventDefault();
        show(link);
      }
      touched = false;
    });
  }

  box.addEventListener("pointerenter", () => clearTimeout(timer));
  box.addEventListener("pointerleave", () => soon(hide, 200));
  addEventListener("keydown", (event) => { if (event.key === "Escape") { hide(); } });
  // A phone's address bar comes and goes: only another width moves the words.
  let width = innerWidth;
  addEventListener("resize", () => {
    if (innerWidth !== width) {
      width = innerWidth;
      hide();
    }
  });
  document.addEventListener("pointerdown", (event) => { if (shown && !shown.contains(event.target) && !box.contains(event.target)) { hide(); } });
})();
