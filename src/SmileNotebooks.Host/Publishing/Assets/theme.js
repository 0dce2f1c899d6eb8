// Light and dark: the reader's system decides until the button does. Runs in the head, before anything is drawn.
"use strict";
(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  root.classList.add("scripted");

  function announce() {
    const button = document.getElementById("theme-toggle");
    button.textContent = isDark() ? "Light" : "Dark";
    button.setAttribute("aria-label", isDark() ? "Use light colours" : "Use dark colours");
    document.dispatchEvent(new Event("themechange"));
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.getElementById("theme-toggle").addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      announce();
    });
    system.addEventListener("change", announce);
    announce();
  });

  // Paper is white, also where the browser prints backgrounds.
  let shown = null;
  addEventListener("beforeprint", () => {
    shown ??= root.dataset.theme ?? "";
    root.dataset.theme = "light";
  });
  addEventListener("afterprint", () => {
    if (shown === "") {
      delete root.dataset.theme;
    } else if (shown !== null) {
      root.dataset.theme = shown;
    }
    shown = null;
  });
})();
