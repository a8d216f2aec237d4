// The presenter's window, as Streamlit mounts it: it keeps the moment, and every stage follows it.

import { after, watch } from "../side-by-side.board/moves.js";
import { unpack } from "../side-by-side.board/rows.js";
import { Tables } from "../side-by-side.board/tables.js";
import { count } from "../side-by-side.board/format.js";
import { Strip } from "./strip.js";
import { Stage, asked, button, coming, element, full, opening, shape, stepped } from "../../../stage/stage.js";

const KEPT = "side-by-side-stage";
const PARTS = `<div class="presenter">
<div class="doors"></div>
<p class="others note"></p>
<div class="desk"><div><figure><figcaption class="label now"></figcaption><div class="view" aria-hidden="true" inert></div></figure>
<div class="steps" role="group" aria-label="Move through the scenes"></div>
<div class="hands" role="group" aria-label="Count hands"></div></div>
<div class="ahead"><figure><figcaption class="label next"></figcaption><div class="view" aria-hidden="true" inert></div></figure>
<div class="clock"><p><span class="label">Time</span> <strong class="time"></strong></p><p><span class="label">Since the start</span> <strong class="since"></strong></p></div></div></div>
<section class="speak" aria-label="Your notes"><h2>Notes</h2><p class="words"></p></section>
<ol class="scenes" aria-label="Scenes"></ol>
<details class="known"><summary>Keys</summary><dl></dl></details>
<p class="unseen" role="status" aria-live="polite"></p>
<div class="source" hidden></div>
<dialog class="here" aria-label="The stage"><div tabindex="-1" autofocus></div><div hidden></div></dialog>
</div>`;

const mounted = new WeakMap();

export default async function ({ data: packed, parentElement }) {
  if (!mounted.has(parentElement)) mounted.set(parentElement, started(parentElement));
  const { presenter, styled } = mounted.get(parentElement);
  presenter.settle(unpack(packed));
  await styled;
  return () => setTimeout(() => {
    if ((parentElement.host ?? parentElement).isConnected) return;
    presenter.stop();
    mounted.delete(parentElement);
  });
}

function started(parent) {
  const styles = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "./stage/stage.css" });
  const root = element("div");
  root.style.visibility = "hidden";
  const styled = new Promise((come, fail) => {
    styles.onload = () => { root.style.visibility = ""; come(); };
    styles.onerror = () => fail(new Error("The stage's styles did not come."));
  });
  parent.replaceChildren(styles, root);
  return { presenter: new Presenter(root), styled };
}

class Presenter {
  constructor(root) {
    this.root = root;
    root.innerHTML = PARTS;
    this.part = name => root.querySelector(`.${name}`);
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "{}");
    this.id = kept.id ?? crypto.randomUUID();
    this.kept = kept;
    this.began = kept.began ?? Date.now();
    this.channel = new BroadcastChannel(`side-by-side-stage-${this.id}`);
    this.channel.onmessage = ({ data }) => this.hear(data);
    const [now, next] = root.querySelectorAll(".view");
    this.stages = { now: new Stage(now), next: new Stage(next) };
    this.dialog = this.part("here");
    this.dialog.addEventListener("close", () => this.leave());
    this.strip = new Strip(this.dialog.lastChild);
    this.build();
    this.tables = new Tables(this.part("source"));
    this.unwatch = watch(() => { this.frame ||= requestAnimationFrame(() => this.move()); });
    this.onkey = event => this.key(event);
    addEventListener("keydown", this.onkey, true);
    this.clock = setInterval(() => this.tick(), 1000);
    this.tick();
  }

  build() {
    const tell = (...command) => () => this.tell(command);
    this.part("doors").append(
      button("Open the audience's window", () => this.openAudience()), button("Present here", () => this.here()),
      button("Light or dark", tell("theme")),
    );
    this.part("steps").append(
      button("Back", tell("previous")), button("Next", tell("next")), this.revealer = button("Reveal", tell("reveal")),
      this.mover = button("Levers", tell("live")), this.blanker = button("Blank", tell("blank")),
    );
    this.part("clock").append(button("Start again", () => { this.began = Date.now(); this.keep(); this.tick(); }));
    const [keys] = this.stages.now.part("keys").querySelectorAll("dl");
    this.part("known").querySelector("dl").replaceWith(keys.cloneNode(true));
  }

  stop() {
    this.tables.stop();
    this.unwatch();
    removeEventListener("keydown", this.onkey, true);
    clearInterval(this.clock);
    this.channel.close();
    Object.values(this.stages).forEach(stage => stage.stop());
  }

  // Fresh from the server: the same moment of the new deck, or its beginning where the story is another one.
  settle(data) {
    const { scenes, foot, qr, link } = data, ids = scenes.map(scene => scene.id).join();
    this.deck = { scenes, foot, qr, link };
    this.titles = data.titles;
    const changed = this.settled && this.settled.html !== data.html;
    this.settled = { html: data.html, headline: data.headline };
    this.tables.settle({ ...data, levers: data.levers });
    const story = `${data.preset} ${ids}`;
    if (this.kept.story === story && this.kept.state) this.state ??= this.kept.state;
    if (this.story !== undefined && this.story !== story) this.state = undefined;
    this.state ??= opening(data.theme);
    this.story = story;
    if (changed && this.scene().live && this.open(this.scene())) this.state = { ...this.state, live: true };
    this.list();
    this.strip.offer(data.titles);
    this.move();
  }

  // While a lever moves its name and value stand above the bars, since a sentence would wait for the server.
  move() {
    this.frame = 0;
    const moves = after(this.tables.table.acknowledged).filter(([lever]) => lever in this.titles);
    if (moves.length && !this.state.live && this.scene().live && this.open(this.scene())) this.state = { ...this.state, live: true };
    this.live = moves.length ? this.moving(moves) : { ...this.settled };
    this.draw();
  }

  moving(moves) {
    const [lever, { value }] = moves.at(-1), { title, before, after: unit, preset } = this.titles[lever];
    const source = this.part("source").cloneNode(true);
    source.querySelector("h1").textContent = `${title}: ${before}${count(value)}${unit}`;
    const second = source.querySelector(".second");
    if (second) second.textContent = preset;
    return { html: source.innerHTML, headline: "", passing: true };
  }

  // Nothing is hidden that moving levers would give away.
  open(scene) {
    return !scene.question || this.state.revealed.includes(scene.id);
  }

  scene() {
    return this.deck.scenes[this.state.at];
  }

  tell(command) {
    const [name] = command;
    if (name === "full") return full(this.stages.here?.root ?? document.documentElement);
    if (name === "leave") return this.dialog.close();
    this.state = stepped(this.state, command, this.deck);
    this.draw();
    this.keep();
  }

  key(event) {
    const command = asked(event);
    if (!command || (command[0] === "leave" && !this.dialog.open) || elsewhere(event, this.root)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.tell(command);
  }

  hear(data) {
    if (data.ask) this.show({ deck: this.deck, state: this.state, live: this.live });
    if (data.ask || data.gone) this.watched = Boolean(data.ask);
    if (data.tell && data.tell[0] !== "leave") this.tell(data.tell);
    this.others();
  }

  show(what) {
    this.channel.postMessage({ show: what });
  }

  openAudience() {
    this.blocked = !window.open(`./stage#${this.id}`, `stage-${this.id}`, "popup,width=1280,height=720");
    this.keep();
    this.others();
  }

  here() {
    this.dialog.showModal();
    this.stages.here ??= new Stage(this.dialog.firstChild, command => this.tell(command));
    this.draw();
  }

  leave() {
    if (document.fullscreenElement) document.exitFullscreen();
    this.state = { ...this.state, notes: false, keys: false };
    this.draw();
  }

  draw() {
    const { deck, state, live, stages } = this, last = state.at === deck.scenes.length - 1, scene = this.scene();
    const plain = { ...state, notes: false, keys: false };
    stages.now.show(deck, plain, live);
    stages.next.show(deck, { ...plain, at: last ? state.at : state.at + 1, live: false, blank: false }, undefined);
    stages.next.root.classList.toggle("over", last);
    if (this.dialog.open) stages.here.show(deck, state, live);
    this.strip.show(this.dialog.open && state.live && scene.live, state.theme);
    this.show(this.sent === deck ? { state, live } : { deck, state, live });
    this.sent = deck;
    this.say("now", `Scene ${state.at + 1} of ${deck.scenes.length}: ${scene.name}`);
    this.say("next", `Next: ${coming(deck, state)}`);
    this.say("words", scene.notes || "No notes.");
    this.root.querySelectorAll(".scenes button").forEach((item, index) => {
      if (index === state.at) item.setAttribute("aria-current", "step"); else item.removeAttribute("aria-current");
    });
    this.revealer.hidden = !scene.question;
    this.revealer.textContent = this.open(scene) ? "Hide the answer" : "Reveal";
    this.mover.hidden = !scene.live;
    this.mover.setAttribute("aria-pressed", String(state.live));
    this.blanker.setAttribute("aria-pressed", String(state.blank));
    this.count(scene, state);
    const headline = stages.now.said;
    if (this.said !== headline && !this.dialog.open) this.part("unseen").textContent = headline;
    this.said = headline;
    this.others();
  }

  say(part, words) {
    const node = this.part(part);
    if (node.textContent !== words) node.textContent = words;
  }

  others() {
    if (this.blocked) return this.say("others", "This browser held the window back: allow pop-ups for this page and try again.");
    this.say("others", this.watched
      ? "The audience's window follows this one, with or without a network. Levers moved here move there."
      : "Drag the audience's window to the projector and press F there. Or present in this window alone.");
  }

  list() {
    this.part("scenes").replaceChildren(...this.deck.scenes.map((scene, index) => {
      const item = element("li");
      item.append(button(`${index + 1} ${scene.name}`, () => this.tell(["go", index])));
      return item;
    }));
  }

  // Buttons to count with, one pair for each answer, for as long as the room may guess.
  count(scene, state) {
    const asks = Boolean(scene.question) && !this.open(scene), place = this.part("hands");
    place.hidden = !asks;
    if (this.counting !== (asks ? scene : undefined)) {
      this.counting = asks ? scene : undefined;
      place.replaceChildren(...(asks ? [element("span", "label", "Hands, unseen by the room"), ...scene.choices.map(choice => this.counter(choice))] : []));
    }
    for (const output of place.querySelectorAll("output")) {
      output.textContent = state.counts[scene.id]?.[output.dataset.option] ?? 0;
    }
  }

  counter(choice) {
    const one = element("span", "counter"), many = element("output");
    many.dataset.option = choice.option;
    const less = button("−", () => this.tell(["uncount", choice.option])), more = button("+", () => this.tell(["count", choice.option]));
    less.setAttribute("aria-label", `One hand less for ${choice.name}`);
    more.setAttribute("aria-label", `One hand for ${choice.name}`);
    one.append(shape(choice), element("span", "name", choice.name), less, many, more);
    return one;
  }

  tick() {
    const gone = Math.floor((Date.now() - this.began) / 1000), pad = number => String(number).padStart(2, "0");
    this.say("time", new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" }));
    this.say("since", `${Math.floor(gone / 60)}:${pad(gone % 60)}`);
  }

  keep() {
    const { id, state, story, began } = this;
    sessionStorage.setItem(KEPT, JSON.stringify({ id, state: { ...state, notes: false, keys: false }, story, began }));
  }
}

// A key pressed in another part of the page that does something with it is that part's.
function elsewhere(event, root) {
  const path = event.composedPath();
  if (path.includes(root)) return false;
  return path.some(node => node.matches?.("button, [role=tab], [role=tablist], [role=dialog], [role=listbox], [role=combobox]"));
}
