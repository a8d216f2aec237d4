// One lever at a time on the stage itself, for who presents in a single window: it moves the page's own lever behind it.

import { element } from "../../../stage/stage.js";

export class Strip {
  constructor(root) {
    this.root = root;
    root.className = "strip";
    root.innerHTML = `<label>Lever <select></select></label><output></output><input type="range">`;
    [this.choice, this.slider, this.value] = ["select", "input", "output"].map(name => root.querySelector(name));
    this.choice.addEventListener("change", () => this.stand());
    for (const kind of ["input", "change"]) this.slider.addEventListener(kind, () => this.pass(kind));
  }

  // The levers in front, by id; a choice made before is kept.
  offer(titles) {
    const chosen = this.choice.value;
    this.titles = titles;
    this.choice.replaceChildren(...Object.entries(titles).map(([id, { title }]) => {
      return Object.assign(element("option", "", title), { value: id });
    }));
    if (chosen in titles) this.choice.value = chosen;
    this.stand();
  }

  show(shown, theme) {
    this.root.style.colorScheme = theme;
    const appears = shown && this.root.hidden;
    this.root.hidden = !shown || !this.source();
    if (appears && !this.root.hidden) {
      this.stand();
      this.slider.focus();
    }
  }

  // As the page's own lever stands; while this one is dragged it is the one that leads.
  stand() {
    const source = this.source(), told = source?.closest("[data-lever]").dataset;
    if (!source || this.dragging) return;
    Object.assign(this.slider, { min: told.least, max: told.most, step: told.step, value: source.dataset.at });
    this.slider.setAttribute("aria-label", this.titles[this.choice.value].title);
    this.say(source);
  }

  say(source) {
    this.value.textContent = source.getAttribute("aria-valuetext");
    this.slider.setAttribute("aria-valuetext", this.value.textContent);
  }

  pass(kind) {
    const source = this.source();
    if (!source) return;
    this.dragging = kind === "input";
    source.value = this.slider.value;
    source.dispatchEvent(new Event(kind, { bubbles: true }));
    this.say(source);
  }

  // The slider of the board's panel, wherever on the page that is drawn.
  source() {
    const wanted = `[data-lever="${CSS.escape(this.choice.value)}"] input[type=range]`;
    for (const host of document.querySelectorAll("[data-testid=stBidiComponentIsolated]")) {
      for (const root of [host, ...host.querySelectorAll("*")].map(each => each.shadowRoot)) {
        const found = root?.querySelector(wanted);
        if (found) return found;
      }
    }
    return undefined;
  }
}
