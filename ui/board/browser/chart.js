// A chart that Python drew: shown, read mark by mark and saved as a picture, all without asking the server again.

import { morph } from "./morph.js";
import { save } from "./picture.js";

const NEAR = 24, SETTLED = 150;
const PARTS = `<div></div><div class="picture" role="figure" tabindex="0" aria-describedby="keys">
<div class="drawn"></div><i class="spot" hidden></i><p class="tip" hidden></p></div>
<p class="unseen" id="keys">Arrow keys read the marks one by one.</p>
<p class="unseen" role="status" aria-live="polite"></p><div class="below">
<p class="save">Save picture: <button data-kind="svg">SVG</button><button data-kind="png">PNG</button></p>
<details class="same"><summary>The same as a table</summary><div></div></details></div>`;
const STEPS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

export class Chart {
  constructor(root) {
    this.root = root;
    root.classList.add("chart");
    root.innerHTML = PARTS;
    [this.head, this.picture, , this.status, this.below] = root.children;
    [this.buttons, this.same] = this.below.children;
    [this.drawn, this.spot, this.tip] = this.picture.children;
    this.listen();
    this.sizes = new ResizeObserver(() => {
      clearTimeout(this.soon);
      this.soon = setTimeout(() => this.fit(), SETTLED);
    });
    this.sizes.observe(root);
  }

  listen() {
    for (const type of ["pointermove", "pointerdown"]) {
      this.picture.addEventListener(type, event => this.show(this.nearest(event)));
    }
    this.picture.addEventListener("pointerleave", () => this.show());
    this.picture.addEventListener("blur", () => this.show());
    this.picture.addEventListener("keydown", event => this.key(event));
    this.buttons.addEventListener("click", ({ target }) => {
      const { kind } = target.closest("button")?.dataset ?? {};
      if (kind) this.save(kind);
    });
  }

  stop() {
    this.sizes.disconnect();
  }

  // Asks for a drawing of another width where the letters of this one would be too small or far too large.
  fit() {
    if (this.figure.small) return;
    const { scale } = this.place(), width = Math.floor(this.svg.clientWidth);
    if (width && (scale < 0.98 || scale > 1.2)) this.post("width", width);
  }

  settle({ figure }, setStateValue) {
    this.post = setStateValue;
    this.figure = figure;
    this.picture.setAttribute("aria-label", figure.alt);
    morph(this.head, figure.head);
    morph(this.drawn, figure.svg);
    morph(this.same.lastElementChild, figure.table);
    this.same.hidden = !figure.table;
    this.root.classList.toggle("small", figure.small);
    this.svg = this.drawn.firstElementChild;
    this.known = undefined;
    this.show();
  }

  // Trace by trace, what is said where: from its left to its right end along a height, in the drawing's own px.
  marks() {
    return this.known ??= [...this.svg.querySelectorAll("[data-words]")].map(trace => {
      const words = JSON.parse(trace.dataset.words);
      return trace.dataset.spans.split(" ").map((span, index) => {
        const [left, level, right] = span.split(",").map(Number);
        return { left, level, right, words: words[index] };
      });
    });
  }

  nearest({ clientX, clientY }) {
    const { x: left, y: top } = this.svg.getBoundingClientRect(), { scale, box } = this.place();
    const x = (clientX - left) / scale + box.x, y = (clientY - top) / scale + box.y;
    const apart = mark => Math.hypot(Math.max(mark.left - x, 0, x - mark.right), mark.level - y);
    // Of two that lie on each other the one drawn later is seen.
    const near = this.marks().flat().reduce((best, mark) => best && apart(best) < apart(mark) ? best : mark, undefined);
    return near && apart(near) < NEAR ? near : undefined;
  }

  place() {
    const box = this.svg.viewBox.baseVal;
    return { box, scale: this.svg.clientWidth / box.width };
  }

  key(event) {
    if (event.key === "Escape") this.show();
    if (!(event.key in STEPS)) return;
    event.preventDefault();
    const traces = this.marks(), [along, across] = STEPS[event.key];
    const trace = traces.findIndex(marks => marks.includes(this.shown));
    const there = trace < 0 ? traces[0] : traces.at((trace + across) % traces.length);
    const index = trace < 0 ? 0 : traces[trace].indexOf(this.shown) + along;
    this.show(there[Math.min(Math.max(index, 0), there.length - 1)]);
    this.status.textContent = this.shown.words.replaceAll("\n", ", ");
  }

  show(mark) {
    this.shown = mark;
    this.spot.hidden = this.tip.hidden = !mark;
    if (!mark) return;
    const { scale, box } = this.place();
    const [left, right] = [mark.left, mark.right].map(x => (x - box.x) * scale), level = (mark.level - box.y) * scale;
    Object.assign(this.spot.style, { left: `${left}px`, width: `${right - left}px`, top: `${level}px` });
    const [first, ...others] = mark.words.split("\n");
    this.tip.replaceChildren(Object.assign(document.createElement("b"), { textContent: first }), others.join("\n"));
    const middle = (left + right) / 2, above = level > 90;
    const share = Math.round(100 * middle / this.svg.clientWidth);
    Object.assign(this.tip.style, {
      left: `${middle}px`, top: `${level + (above ? -14 : 14)}px`, translate: `-${share}% ${above ? "-100%" : "0"}`,
    });
  }

  async save(kind) {
    await save(this.svg, this.figure, kind);
    this.status.textContent = `Saved as ${this.figure.file}.${kind}`;
  }
}
