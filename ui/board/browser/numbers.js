// Numbers in a list, each typed where it stands. What was typed stays until the server has answered it.

import { morph } from "./morph.js";
import { enter } from "./moves.js";

export class Numbers {
  constructor(root) {
    this.root = root;
    this.sent = new Map();
    root.addEventListener("input", ({ target }) => { this.typing = row(target).dataset.lever; });
    root.addEventListener("focusout", () => { this.typing = undefined; });
    root.addEventListener("change", ({ target }) => this.send(row(target), target.value));
    root.addEventListener("click", ({ target }) => {
      if (!target.closest("button")) return;
      row(target).querySelector("input").focus(); // the button goes with what it did
      this.send(row(target), null);
    });
  }

  stop() {}

  settle({ list, acknowledged }) {
    for (const [lever, number] of this.sent) if (number <= acknowledged) this.sent.delete(lever);
    const busy = new Set([...this.sent.keys(), this.typing]);
    morph(this.root, list, ({ dataset }) => dataset?.lever && busy.has(dataset.lever));
  }

  send({ dataset: { lever, preset } }, entry) {
    this.typing = undefined;
    this.sent.set(lever, enter(lever, entry, Number(preset)));
  }
}

const row = node => node.closest("[data-lever]");
