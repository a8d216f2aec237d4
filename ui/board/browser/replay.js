// One change played again, from what stood before to what stands now, at a speed a room can follow.

import { REPLAY, forget, hold } from "./moves.js";

const LOOK = 1200, TRAVEL = 2400;
const STILL = matchMedia("(prefers-reduced-motion: reduce)");

export class Replay {
  // `values` are the stops its lever passes, none where several levers changed at once. `say` announces.
  constructor({ lever, values, before, after }, say, done) {
    Object.assign(this, { lever, values, after, say, done });
    say(before.say);
    verdictSays(before);
    this.show(0);
    this.timer = setTimeout(() => this.travel(), LOOK);
  }

  travel() {
    if (STILL.matches || this.values.length < 2) return this.stop();
    const start = performance.now();
    const step = now => {
      const share = Math.min(1, Math.max(0, now - start) / TRAVEL);
      this.show(Math.round(share * (this.values.length - 1)));
      if (share < 1) this.frame = requestAnimationFrame(step);
      else this.stop();
    };
    this.frame = requestAnimationFrame(step);
  }

  show(index) {
    if (this.values.length) hold(this.lever, this.values[index], REPLAY);
  }

  // At its end, or as soon as somebody takes hold of a lever.
  stop() {
    clearTimeout(this.timer);
    cancelAnimationFrame(this.frame);
    verdictSays(null);
    forget(REPLAY);
    this.done();
    this.say(this.after);
  }
}

// The page's verdict says what it said before, until the change has been played.
function verdictSays(before) {
  for (const { dataset } of document.querySelectorAll(".verdict")) {
    if (before) Object.assign(dataset, { lead: before.lead, rest: before.rest });
    else for (const part of ["lead", "rest"]) delete dataset[part];
  }
}
