// The levers: native range inputs with a typed entry beside them. Values are the server's; moves wait here until it answers.

import { count } from "./format.js";
import { morph } from "./morph.js";
import { HAND, after, entering, forget, hold, holding, release, settle, watch } from "./moves.js";
import { Replay } from "./replay.js";

const PATIENCE = 2000;
const PARTS = `<p class="unsaved" hidden></p><div class="levers"></div>
<p class="unseen" role="status" aria-live="polite"></p>`;
const UNSAVED = "Not saved yet: the server does not answer. Your values stay here and are sent again.";
const STEPS = {
  ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10, Home: -Infinity, End: Infinity,
};

let played; // by whichever panel was on the page then

export class Panel {
  constructor(root) {
    this.root = root;
    root.innerHTML = PARTS;
    [this.unsaved, this.levers, this.status] = root.children;
    this.acknowledged = -1;
    this.patience = PATIENCE;
    this.number = 0;
    this.entries = new Map();
    this.listen();
    this.unwatch = watch(() => this.show());
    entering((...typed) => this.enter(...typed));
    this.clock = setInterval(() => this.remind(), PATIENCE);
  }

  listen() {
    const on = (type, handle) => this.levers.addEventListener(type, event => {
      const lever = event.target.closest?.("[data-lever]");
      if (lever) handle(event, lever);
    });
    for (const grip of ["pointerdown", "keydown"]) on(grip, () => this.replay?.stop());
    on("input", ({ target }, lever) => {
      if (target.type === "range") this.drag(lever, snapped(lever, Number(target.value)));
      else this.typing = lever.dataset.lever;
    });
    on("change", ({ target }, lever) => {
      if (target.type === "range") this.drop(lever);
      else this.send(lever, target.value);
    });
    on("keydown", (event, lever) => this.key(event, lever));
    // Not "change" alone: a slider whose value is set while it is dragged does not always say that it changed.
    for (const end of ["pointerup", "keyup", "focusout"]) on(end, (_, lever) => this.drop(lever));
    // A finger that came down on a slider and turned out to scroll the page: nothing was meant.
    on("pointercancel", () => this.letBe());
    on("click", ({ target }, lever) => {
      const button = target.closest("button");
      if (!button) return;
      lever.querySelector("input[type=range]").focus(); // the button goes with what it did
      this.send(lever, "offer" in button.dataset ? Number(button.dataset.offer) : null);
    });
  }

  stop() {
    this.replay?.stop();
    this.unwatch();
    clearInterval(this.clock);
  }

  settle(data, setStateValue) {
    this.post = setStateValue;
    const known = this.data;
    this.data = data;
    if (known && known.visit !== data.visit) this.comeBack(known);
    this.acknowledged = data.acknowledged;
    for (const [lever, entry] of this.entries) if (entry.number <= data.acknowledged) this.entries.delete(lever);
    if (this.adopted?.number <= data.acknowledged) this.adopted = undefined;
    settle(data.acknowledged);
    if (data.replay?.token !== played) this.replay?.stop(); // something else has changed since
    this.draw();
    this.announce();
    this.remind();
  }

  draw() {
    const busy = new Set(after(this.acknowledged).map(([lever]) => lever));
    if (this.typing) busy.add(this.typing);
    morph(this.levers, this.data.html, node => busy.has(node.dataset?.lever));
    this.show();
  }

  // Once for each settled case, and on both sides of a change that is played again; never while something still moves.
  announce() {
    if (after(this.acknowledged).length) return;
    const { say, replay } = this.data, news = this.said !== undefined && this.said !== say;
    this.said = say;
    if (replay && replay.token !== played) this.play({ ...replay, after: say });
    else if (news) this.speak(say);
  }

  speak(words) {
    this.status.textContent = words;
  }

  play(replay) {
    played = replay.token;
    this.replay?.stop();
    this.replay = new Replay(replay, words => this.speak(words), () => {
      this.replay = undefined;
      this.draw();
    });
  }

  // Another visit than the one this page began: the server was started anew, and knows nothing of our changes.
  comeBack({ preset, changes }) {
    this.number = Math.max(this.number, this.data.acknowledged) + 1;
    this.adopt({ preset, changes });
  }

  adopt(there) {
    this.adopted = { number: this.number, there };
    this.deliver();
  }

  drag(lever, value) {
    hold(lever.dataset.lever, value);
  }

  drop(lever) {
    const held = holding(HAND).find(([id]) => id === lever.dataset.lever);
    if (held) this.send(lever, held[1].value);
  }

  letBe() {
    forget(HAND);
    this.draw();
  }

  key(event, lever) {
    if (event.key === "Escape") lever.querySelector("details").open = false;
    if (event.target.type !== "range" || !(event.key in STEPS)) return;
    event.preventDefault();
    this.drag(lever, snapped(lever, Number(event.target.dataset.at), STEPS[event.key]));
  }

  // A number comes from the slider, words from the entry, null from a reset.
  send(lever, entry) {
    this.typing = undefined;
    this.enter(lever.dataset.lever, entry, Number(lever.dataset.preset));
  }

  enter(id, entry, preset) {
    this.number += 1;
    this.entries.delete(id);
    this.entries.set(id, { entry, number: this.number });
    if (typeof entry === "number") release(id, entry, this.number);
    else if (entry === null) release(id, preset, this.number);
    this.deliver();
    return this.number;
  }

  get waiting() {
    return this.sent?.number > this.acknowledged;
  }

  deliver() {
    if (!this.waiting) this.since = performance.now();
    const moves = [...this.entries].map(([lever, { entry }]) => [lever, entry]);
    this.sent = { visit: this.data.visit, number: this.number, moves, ...this.adopted?.there };
    this.post("sent", this.sent);
  }

  // Says so when the server has not answered for a while, and sends again: ever later, as each sending restarts it, but soon
  // once the line that was gone is back.
  remind() {
    const waited = performance.now() - this.since;
    this.unsaved.hidden = !this.waiting || waited < PATIENCE;
    this.unsaved.textContent = this.unsaved.hidden ? "" : UNSAVED;
    if (!this.waiting) this.patience = PATIENCE;
    else if (waited > this.patience && document.querySelector(".stApp").dataset.testConnectionState === "CONNECTED") {
      this.patience = 2 * waited;
      this.post("sent", this.sent);
    }
  }

  // Puts every lever that moved where it was moved to.
  show() {
    for (const [id, { value }] of after(this.acknowledged)) {
      const lever = this.levers.querySelector(`[data-lever="${CSS.escape(id)}"]`);
      if (lever) stand(lever, value);
    }
  }
}

// The nearest stop, or so many steps from a value; ends included.
function snapped(lever, value, steps = 0) {
  const { least, most, step } = bounds(lever);
  const on = steps > 0 ? Math.floor : steps < 0 ? Math.ceil : Math.round;
  const moved = least + step * (on((value - least) / step + Math.sign(steps) * 1e-9) + steps);
  return Number(Math.min(most, Math.max(least, moved)).toFixed(9));
}

function bounds(lever) {
  const { least, most, step } = lever.dataset;
  return { least: Number(least), most: Number(most), step: Number(step) };
}

function stand(lever, value) {
  const { least, most } = bounds(lever), share = at => `${(100 * (at - least) / (most - least)).toFixed(2)}%`;
  const preset = Number(lever.dataset.preset), [low, high] = [Math.min(preset, value), Math.max(preset, value)];
  const slider = lever.querySelector("input[type=range]"), [change] = lever.querySelector(".rail").children;
  slider.value = value;
  slider.dataset.at = value;
  const { before, after: unit, one } = lever.dataset;
  const number = `${before}${count(value)}`;
  slider.setAttribute("aria-valuetext", `${number}${value === 1 && one ? one : unit}`);
  lever.querySelector(".entry").value = `${number}${unit.startsWith("%") ? "%" : ""}`;
  change.style.left = share(low);
  change.style.width = `calc(${share(high)} - ${share(low)})`;
  lever.classList.toggle("changed", value !== preset);
}
