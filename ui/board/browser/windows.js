// What is moved in one window is followed live in the others of the same channel: same browser, no network.
// While held it is only shown there; once settled here, the others take over the whole case and keep it themselves.

import { HAND, REPLAY, WINDOW, hold, holding, watch } from "./moves.js";

export class Windows {
  // `settled` is told of a case that came about in another window.
  constructor(name, settled) {
    this.name = name;
    this.told = new Map();
    this.channel = new BroadcastChannel(name);
    this.channel.onmessage = ({ data }) => {
      if ("lever" in data) return holding(HAND).length || hold(data.lever, data.value, WINDOW);
      this.known = written(data.case);
      settled(data.case);
    };
    this.unwatch = watch(() => this.share());
    this.leave = () => this.rest(); // with a thumb still held, for one
    addEventListener("pagehide", this.leave);
  }

  share() {
    for (const [lever, { value }] of [...holding(HAND), ...holding(REPLAY)]) {
      if (this.told.get(lever) === value) continue;
      this.told.set(lever, value);
      this.channel.postMessage({ lever, value });
    }
  }

  // Told once for each case that came about here; one taken over from another window is known there already.
  settle(here) {
    const known = this.known ?? written(here);
    this.case = here;
    this.known = written(here);
    if (this.known !== known) this.rest();
  }

  // What was held here is put down: the others show what stands.
  rest() {
    this.told.clear();
    if (this.case) this.channel.postMessage({ case: this.case });
  }

  close() {
    this.unwatch();
    removeEventListener("pagehide", this.leave);
    this.channel.close();
  }
}

export function written({ preset, changes }) {
  return JSON.stringify([preset, Object.entries(changes).sort()]);
}
