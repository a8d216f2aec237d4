// How each kind of cell shows a number that was looked up: as ui/sections/options.py and rows.py draw it once settled.

import { count, millions, perPerson, place, roughly, roughScore, score, whole } from "./format.js";

const FIGURE = ".figure, .value, .points, .line:not(:has(.points)) .words";
const STILL = matchMedia("(prefers-reduced-motion: reduce)");

// `value` is undefined where it cannot be known before the server answers; `was` is the preset's.
export function paint(kind, cell, value, was, told) {
  if (kind === "person") return text(cell, ".words", perPerson(value, told.rough));
  cell.classList.toggle("unknown", value === undefined);
  if (value === undefined) text(cell, FIGURE, "–");
  else PAINT[kind]?.(cell, value, was, told);
}

const costs = value => value === 0 ? "Nil" : millions(value);

const PAINT = {
  cost(cell, value, was, { rough, words, scale }) {
    figure(cell, ".figure", rough ? roughly(value) : costs(value), rough);
    text(cell, ":scope > .note", words ?? beside(cell, value, Math.round(value - was), rough));
    bar(cell, value / scale, was / scale, value !== was);
  },
  total(cell, value, was, { rough }) {
    figure(cell, ".words", rough ? roughly(value) : costs(value), rough);
  },
  months(cell, value, was, { scale }) {
    text(cell, ".value", value ? count(value) : "None");
    text(cell, ".unit", value === 0 ? "" : value === 1 ? "month" : "months");
    text(cell, ".note", value === was ? "" : `yours, was ${count(was)}`);
    bar(cell, value / scale, was / scale, value !== was);
  },
  score(cell, value, was, { rough, scale }) {
    figure(cell, ".value", rough ? roughScore(value) : score(value), rough);
    bar(cell, value / scale, was / scale, score(value) !== score(was));
  },
  met(cell, value, was, { words, scale }) {
    text(cell, ".points", whole(value));
    if (words !== undefined) text(cell, ".words", words);
    cell.classList.toggle("nothing", value === 0);
    bar(cell, value / scale, was / scale, score(value) !== score(was));
  },
  line(cell, value, was, { rough, scale }) {
    const apart = Math.round(value - was);
    figure(cell, ".words", rough ? roughly(value) : millions(value), rough);
    text(cell, ".note", apart ? `${apart > 0 ? "+" : "−"}${millions(Math.abs(apart))}` : "");
    bar(cell, value / scale, was / scale, apart !== 0);
  },
};

// An option's place, in its head, and beside its score what both were for the preset.
export function placed(head, scored, { rank, shared, points }, was) {
  const moved = rank !== undefined && rank !== was.rank ? place(was.rank) : "";
  said(head, rank === undefined ? "–" : `${shared ? "=" : ""}${place(rank)}`);
  text(head, ".phone-only", moved && `was ${moved}`);
  const other = points !== undefined && score(points) !== score(was.points);
  const parts = [moved, moved || other ? score(was.points) : ""].filter(part => part);
  text(scored, ".note", parts.length ? `was ${parts.join(", ")}` : "");
}

// A new place comes from where the old one was: from below when it is better.
function said(head, words) {
  const node = head.querySelector(".rank"), before = node.textContent;
  if (words === before) return;
  node.textContent = words;
  arrive(node, before);
}

export function arrive(rank, before) {
  const [from, to] = [before, rank.textContent].map(words => parseInt(words.replace("=", "")));
  if (STILL.matches || !from || !to || from === to) return;
  rank.animate({ translate: [`0 ${to < from ? 14 : -14}px`, "0 0"], opacity: [0, 1] }, { duration: 240, easing: "ease-out" });
}

// By how much a cost moved; nil cost keeps the words that say what it really means.
function beside(cell, value, apart, rough) {
  const size = Math.abs(apart), way = apart > 0 ? "more" : "less";
  if (apart) return rough ? `about ${roughly(size)} ${way}` : `${millions(size)} ${way} than preset`;
  return value === 0 ? cell.querySelector(":scope > .note").textContent : "";
}

// A number, and after one in two figures the word that says so.
function figure(cell, selector, words, rough) {
  text(cell, selector, rough ? `${words} about` : words);
  const node = rough && cell.querySelector(selector);
  if (node) node.replaceChildren(`${words} `, Object.assign(document.createElement("small"), { textContent: "about" }));
}

// Other words in the same node: a new node would have the browser look through all its style rules again.
function text(cell, selector, words) {
  const node = cell?.querySelector(selector), only = node?.childNodes.length === 1 && node.firstChild;
  if (only?.nodeType === Node.TEXT_NODE) {
    if (only.data !== words) only.data = words;
  } else if (node && node.textContent !== words) node.textContent = words;
}

// A bar ends with its row: the row's scale widens when what moves is let go of, and not before.
function bar(cell, share, preset, moved) {
  const found = cell.querySelector(".bar"), [reach, mark] = found.children;
  found.hidden = !share && !moved;
  reach.style.width = percent(share);
  mark.style.left = percent(preset);
  mark.hidden = !moved;
}

const percent = share => `${(100 * Math.min(1, Math.max(0, share))).toFixed(2)}%`;
