// The stage: what a room sees of the scenes, and the keys that move through them. It looks up and draws; it computes nothing.

export const KEYS = [
  ["→ or Space", "Next scene; where an answer is hidden, reveal it first"],
  ["←", "Scene before"],
  ["1 to 9", "That scene"],
  ["R", "Reveal or hide the answer"],
  ["Shift and 1 to 8", "Count a hand for that answer; − takes the last back"],
  ["L", "The options side by side, moving with the levers"],
  ["B", "Blank the screen"],
  ["N", "Notes"],
  ["T", "Light or dark"],
  ["F", "Full screen"],
  ["?", "These keys"],
  ["Escape", "Leave"],
];
const PLAIN = {
  ArrowRight: ["next"], " ": ["next"], PageDown: ["next"], Enter: ["next"], ArrowLeft: ["previous"], PageUp: ["previous"],
  Home: ["go", 0], End: ["go", Infinity], b: ["blank"], ".": ["blank"], r: ["reveal"], n: ["notes"], t: ["theme"],
  l: ["live"], f: ["full"], "?": ["keys"], "-": ["uncount"], Escape: ["leave"],
};
const CONTROLS = "input, select, textarea, button, summary, a[href], [role=tab], [role=radio], [contenteditable]";
const STEPS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"];
const STILL = matchMedia("(prefers-reduced-motion: reduce)");

// The first moment: scene one, nothing revealed, nobody counted.
export function opening(theme) {
  return { at: 0, revealed: [], blank: false, live: false, counts: {}, hands: [], theme, notes: false, keys: false };
}

// What a key asks for, as a command and its value; nothing where the key belongs to a control or to the browser.
export function asked(event) {
  const target = event.composedPath()[0];
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return undefined;
  if (event.key !== "Escape" && target.matches?.(CONTROLS) && !free(target, event.key)) return undefined;
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
  if (digit) return event.shiftKey ? ["count", Number(digit) - 1] : ["go", Number(digit) - 1];
  return PLAIN[event.key.length === 1 ? event.key.toLowerCase() : event.key];
}

// A button keeps Space and Enter, a slider what moves it; what is typed into or chosen from keeps every key.
function free(target, key) {
  if (target.matches("input[type=range]")) return !STEPS.includes(key);
  return target.matches("button, summary, a[href]") && !target.matches("[role=tab], [role=radio]") && ![" ", "Enter"].includes(key);
}

// The moment after a command. Each is whole: a second window needs nothing but this and the deck.
export function stepped(state, [command, value], deck) {
  const scene = deck.scenes[state.at], last = deck.scenes.length - 1;
  const hidden = scene.question && !state.revealed.includes(scene.id);
  const go = at => ({ ...state, at: Math.max(0, Math.min(last, at)), blank: false, live: false });
  const moves = {
    next: () => state.blank ? { ...state, blank: false } : hidden ? reveal(state, scene) : go(state.at + 1),
    previous: () => go(state.at - 1),
    go: () => value > last && value !== Infinity ? state : go(value),
    reveal: () => !scene.question ? state : hidden ? reveal(state, scene) : conceal(state, scene),
    live: () => scene.live ? { ...state, live: value ?? !state.live, blank: false } : state,
    blank: () => ({ ...state, blank: !state.blank }),
    notes: () => ({ ...state, notes: !state.notes }),
    keys: () => ({ ...state, keys: !state.keys }),
    theme: () => ({ ...state, theme: state.theme === "dark" ? "light" : "dark" }),
    count: () => hidden && scene.choices.some(choice => choice.option === value) ? counted(state, scene.id, value, 1) : state,
    uncount: () => uncounted(state, scene.id, value),
  };
  return moves[command]?.() ?? state;
}

function reveal(state, scene) {
  return { ...state, revealed: [...state.revealed, scene.id], blank: false, live: false };
}

function conceal(state, scene) {
  return { ...state, revealed: state.revealed.filter(id => id !== scene.id), live: false };
}

function counted(state, id, option, hands) {
  const there = state.counts[id] ?? {};
  const now = Math.max(0, (there[option] ?? 0) + hands);
  const kept = hands > 0 ? [...state.hands, [id, option]] : state.hands;
  return { ...state, counts: { ...state.counts, [id]: { ...there, [option]: now } }, hands: kept };
}

// Takes back a hand: of one answer, or whichever was counted last.
function uncounted(state, id, option) {
  const index = state.hands.findLastIndex(([scene, its]) => scene === id && (option === undefined || its === option));
  if (index < 0) return state;
  return counted({ ...state, hands: state.hands.toSpliced(index, 1) }, id, state.hands[index][1], -1);
}

const PARTS = `<div class="sheet"><div class="main"></div><aside class="room" aria-label="The room" hidden></aside>
<footer class="below"><span class="dots" aria-hidden="true"></span><span class="where"></span><span class="foot"></span></footer>
<div class="panel notes" role="region" aria-label="Notes" tabindex="0" hidden></div>
<div class="panel keys" role="region" aria-label="Keys" tabindex="0" hidden></div><div class="blank" hidden></div></div>
<p class="unseen" role="status" aria-live="polite"></p>`;

export class Stage {
  // Draws into an element that has a size. ``tell`` hears commands; without it there are no buttons.
  constructor(root, tell) {
    this.root = root;
    root.classList.add("stage");
    root.innerHTML = PARTS;
    this.part = name => root.querySelector(`.${name}`);
    [this.sheet, this.status] = root.children;
    this.tell = tell;
    if (tell) this.root.append(this.bar = toolbar(tell));
    this.part("keys").replaceChildren(heading("Keys"), keyTable());
    this.watch = new ResizeObserver(() => this.fit());
    this.watch.observe(root);
    this.fit();
  }

  stop() {
    this.watch.disconnect();
  }

  // One design for 1280 x 720, as large as the window lets it be.
  fit() {
    const { clientWidth: wide, clientHeight: high } = this.root, scale = Math.min(wide / 1280, high / 720);
    this.sheet.style.transform = `translate(${(wide - 1280 * scale) / 2}px, ${(high - 720 * scale) / 2}px) scale(${scale})`;
  }

  // Show a moment of a deck; ``live`` is what stands in for the scene while levers move.
  show(deck, state, live) {
    const scene = deck.scenes[state.at], before = this.shown;
    const asks = scene.question && !state.revealed.includes(scene.id);
    const moving = state.live && live, face = moving ? live : asks ? scene.question : scene.face;
    this.root.dataset.theme = state.theme;
    this.root.dataset.scene = scene.id;
    this.root.dataset.face = moving ? "live" : asks ? "question" : "face";
    const now = { id: scene.id, kind: this.root.dataset.face, html: face.html };
    if (now.html !== before?.html) this.turn(now, before);
    if (face.headline !== this.said && !face.passing) this.status.textContent = this.said = face.headline;
    this.shown = now;
    this.below(deck, state);
    this.room(deck, state, scene, asks, moving);
    const notes = this.part("notes");
    notes.hidden = !state.notes;
    notes.replaceChildren(heading("Notes"), paragraph(scene.notes || "No notes."), paragraph(`Next: ${coming(deck, state)}`));
    this.part("keys").hidden = !state.keys;
    this.part("blank").hidden = !state.blank;
    this.bar?.querySelector("[data-command=reveal]").toggleAttribute("hidden", !scene.question);
    this.bar?.querySelector("[data-command=live]").toggleAttribute("hidden", !(scene.live && live));
  }

  turn(now, before) {
    const main = this.part("main"), old = main.querySelector(".chart > .figure")?.cloneNode(true);
    main.innerHTML = now.html;
    if (STILL.matches || !before || now.kind === "live") return;
    if (before.id === now.id && before.kind === "question" && now.kind === "face") draw(main.querySelector(".chart > .figure"), old);
    else if (before.id !== now.id) main.animate({ opacity: [0, 1] }, { duration: 240, easing: "ease-out" });
  }

  below(deck, state) {
    const dots = deck.scenes.map((_, index) => element("i", index === state.at ? "here" : ""));
    this.part("dots").replaceChildren(...dots);
    this.part("dots").classList.toggle("many", dots.length > 8);
    this.part("where").textContent = `Scene ${state.at + 1} of ${dots.length}`;
    this.part("foot").textContent = deck.foot;
  }

  // Beside a question: the link as a picture, the answers, and after the reveal what the room expected.
  room(deck, state, scene, asks, moving) {
    const room = this.part("room"), hands = state.counts[scene.id] ?? {};
    const total = Object.values(hands).reduce((sum, count) => sum + count, 0);
    room.hidden = !scene.choices.length || moving || !(asks || total || deck.qr);
    const qr = deck.qr ? [picture(deck.qr, deck.link)] : [];
    const told = asks ? asking(scene, total, this.tell) : total ? expected(scene, hands, total) : [];
    const pressed = [...room.querySelectorAll(".answer")].indexOf(room.getRootNode().activeElement);
    room.replaceChildren(...qr, ...told);
    room.querySelectorAll(".answer")[pressed]?.focus();
  }
}

export function coming(deck, state) {
  return deck.scenes[state.at + 1]?.name ?? "that was the last scene";
}

// The line draws itself once, from where the question stopped.
function draw(figure, old) {
  if (!figure || !old) return;
  const { from, side } = figure.dataset, start = `${100 * (side === "left" ? Number(from) : 1 - Number(from))}%`;
  old.classList.add("under");
  old.removeAttribute("role");
  figure.before(old);
  const shut = side === "left" ? `inset(0 0 0 ${start})` : `inset(0 ${start} 0 0)`;
  const drawing = figure.animate({ clipPath: [shut, "inset(0 0 0 0)"] }, { duration: 900, easing: "ease-in-out" });
  drawing.finished.finally(() => old.remove());
}

// Where there is somebody to tell, an answer is pressed once for each hand.
function asking(scene, total, tell) {
  const rows = scene.choices.map(choice => {
    const row = element("li", `o${choice.option}`), answer = tell ? button("", () => tell(["count", choice.option])) : element("span");
    answer.classList.add("answer");
    answer.append(shape(choice), element("span", "name", choice.name));
    row.append(answer);
    return row;
  });
  const list = element("ol", "answers");
  list.append(...rows);
  return [heading("Your answer?"), list, paragraph(total ? `${hands(total)} counted` : "Hands up, please")];
}

function expected(scene, counts, total) {
  const most = Math.max(...scene.choices.map(choice => counts[choice.option] ?? 0), 1);
  const list = element("ol", "expected");
  list.append(...scene.choices.map(choice => {
    const count = counts[choice.option] ?? 0, row = element("li", `o${choice.option}`);
    const bar = element("span", "bar");
    if (count) bar.append(element("i"));
    if (count) bar.firstChild.style.width = `${100 * count / most}%`;
    row.append(element("span", "name", choice.name), element("strong", "", String(count)), bar);
    return row;
  }));
  const right = scene.choices.reduce((sum, choice) => sum + (choice.right ? counts[choice.option] ?? 0 : 0), 0);
  return [heading("What you expected"), list, paragraph(`${right} of ${total} saw it coming`)];
}

const hands = total => `${total} ${total === 1 ? "hand" : "hands"}`;

export function toolbar(tell) {
  const bar = element("div", "toolbar");
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "Scenes");
  const buttons = [
    ["previous", "Back"], ["next", "Next"], ["reveal", "Reveal"], ["live", "Levers"], ["blank", "Blank"], ["notes", "Notes"],
    ["theme", "Light or dark"], ["full", "Full screen"], ["keys", "Keys"], ["leave", "Leave"],
  ];
  bar.append(...buttons.map(([command, words]) => button(words, () => tell([command]), command)));
  return bar;
}

export function button(words, act, command = "") {
  const made = element("button", "", words);
  made.type = "button";
  if (command) made.dataset.command = command;
  made.addEventListener("click", act);
  return made;
}

export function element(tag, className = "", words = "") {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (words) made.textContent = words;
  return made;
}

export const paragraph = words => element("p", "", words);
export const heading = words => element("h2", "", words);
export const shape = ({ option, shape: name }) => element("span", `mark mark-${name} o${option}`);

function keyTable() {
  const list = element("dl");
  for (const [key, does] of KEYS) list.append(element("dt", "", key), element("dd", "", does));
  return list;
}

function picture(source, link) {
  const made = element("div", "join");
  made.append(Object.assign(document.createElement("img"), { src: source, alt: `QR code of ${link}`, className: "qr" }), paragraph("Try it yourself"));
  return made;
}

// A window of its own: one stage, its keys and buttons, the moment kept in the address so that a reload comes back to it.
export function play(root, deck) {
  let state = opening(matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark");
  const stage = new Stage(root, tell);
  function tell(command) {
    if (command[0] === "full") return full(root);
    state = stepped(state, command[0] === "leave" ? ["go", 0] : command, deck);
    stage.show(deck, state);
    history.replaceState(null, "", `#${state.at + 1}`);
  }
  document.addEventListener("keydown", event => {
    const command = asked(event);
    if (!command) return;
    event.preventDefault();
    tell(command[0] === "leave" ? [state.keys ? "keys" : state.notes ? "notes" : "nothing"] : command);
  });
  stage.bar.querySelector("[data-command=leave]").remove();
  tell(["go", Math.max(0, Number(location.hash.slice(1)) - 1 || 0)]);
  return { tell, state: () => state };
}

export function full(root) {
  if (document.fullscreenElement) document.exitFullscreen();
  else root.requestFullscreen?.().catch(() => {});
}
