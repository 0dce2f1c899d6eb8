// plotly.js draws its sliders, drop-downs and buttons for a mouse. For the keyboard and for screen readers each has a native
// control that does the same; it is seen while it has the focus.
"use strict";
const figureControls = (() => {
  const methods = ["restyle", "relayout", "update", "animate"]; // a step may name no other function of plotly.js
  const words = (text) => new DOMParser().parseFromString(text ?? "", "text/html").body.textContent.trim();
  const nameOf = ({ name, currentvalue }, kind) => words(name ?? currentvalue?.prefix).replace(/:$/, "") || kind;
  const frameOf = (step) => (step?.method === "animate" && Array.isArray(step.args?.[0]) ? step.args[0][0] : undefined);

  async function run(figure, step) {
    if (methods.includes(step.method)) {
      await Plotly[step.method](figure.plot, ...(step.args ?? []));
      const description = figure.frames?.find(({ name }) => name === frameOf(step))?.description;
      if (description) {
        figure.saying.textContent = description;
      }
    }
  }

  // A control for each of a list of choices; follow() is told which one is shown.
  function control(figure, element, text, steps, follow) {
    const label = document.createElement("label");
    label.append(`${text} `, element);
    element.addEventListener("input", () => {
      const at = Number(element.value);
      follow(at);
      run(figure, steps[at]).catch(console.error);
    });
    figure.choices.push({ steps, follow });
    return label;
  }

  function slider(figure, { steps = [], active = 0, currentvalue = {}, ...rest }) {
    const input = Object.assign(document.createElement("input"), { type: "range", min: 0, max: steps.length - 1, step: 1 });
    const follow = (at) => {
      input.value = at;
      input.setAttribute("aria-valuetext", words(`${steps[at]?.label ?? at + 1}${currentvalue.suffix ?? ""}`));
    };
    follow(active);
    return control(figure, input, nameOf({ currentvalue, ...rest }, "slider"), steps, follow);
  }

  function menu(figure, { buttons = [], active = 0, type, ...rest }) {
    if (type === "buttons") {
      const row = document.createElement("span");
      row.append(...buttons.map((step) => {
        const button = Object.assign(document.createElement("button"), { type: "button", textContent: words(step.name ?? step.label) });
        button.addEventListener("click", () => run(figure, step).catch(console.error));
        return button;
      }));
      return row;
    }
    const select = document.createElement("select");
    select.append(...buttons.map(({ label }, at) => new Option(words(label), at)));
    select.value = active;
    return control(figure, select, nameOf(rest, "drop-down"), buttons, (at) => { select.value = at; });
  }

  // What the mouse does to the drawing, and what plays, shows in the native controls too.
  function listen(figure) {
    const show = (wanted) => figure.choices.forEach(({ steps, follow }) => {
      const at = steps.findIndex(wanted);
      if (at >= 0) {
        follow(at);
      }
    });
    figure.plot.on("plotly_animatingframe", ({ name }) => show((step) => frameOf(step) === name));
    figure.plot.on("plotly_sliderchange", ({ step }) => show(({ label }) => label === step.label));
    figure.plot.on("plotly_buttonclicked", ({ button }) => show(({ label }) => label === button.label));
  }

  // After each drawing of a figure.
  function attach(figure) {
    const { sliders = [], updatemenus = [] } = figure.layout ?? {};
    if (sliders.length + updatemenus.length === 0) {
      return;
    }
    if (!figure.choices) {
      figure.choices = [];
      figure.saying = Object.assign(document.createElement("p"), { className: "unseen" });
      figure.saying.setAttribute("aria-live", "polite");
      const box = Object.assign(document.createElement("div"), { className: "figure-controls" });
      box.append(...updatemenus.map((one) => menu(figure, one)), ...sliders.map((one) => slider(figure, one)), figure.saying);
      figure.plot.after(box);
    }
    listen(figure);
  }

  return { attach };
})();
