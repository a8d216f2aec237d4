// The options side by side. While something is moved and not yet settled, rows are looked up and painted over.

import { count, millions, place, roughly, roughScore, score, whole } from "./format.js";
import { morph } from "./morph.js";
import { after, watch } from "./moves.js";
import { Table } from "./rows.js";

const STILL = matchMedia("(prefers-reduced-motion: reduce)");

export class Tables {
  constructor(root) {
    this.root = root;
    this.frame = 0;
    this.stop = watch(() => { this.frame ||= requestAnimationFrame(() => this.repaint()); });
  }

  settle(data) {
    const places = this.placesSaid();
    this.table = new Table(data);
    this.restore();
    this.repaint();
    if (!STILL.matches) this.root.querySelectorAll(".rank").forEach((rank, option) => {
      if (places[option] && rank.textContent !== places[option]) rank.animate({ opacity: [0, 1] }, 240);
    });
  }

  placesSaid() {
    return [...this.root.querySelectorAll(".rank")].map(rank => rank.textContent);
  }

  restore() {
    morph(this.root, this.table.html);
    this.root.classList.remove("held", "provisional");
    this.painted = false;
    this.last = [];
    this.cells = new Map([...this.root.querySelectorAll("[data-cell]")].map(cell => [cell.dataset.cell, cell]));
  }

  repaint() {
    this.frame = 0;
    const moves = after(this.table.acknowledged).filter(([lever]) => this.table.holds(lever));
    if (moves.length) this.paint(moves);
    else if (this.painted) this.restore();
  }

  paint(moves) {
    const rows = moves.map(([lever, { value }]) => this.table.row(lever, value));
    const rough = rows.length > 1 || !rows[0].exact;
    this.root.classList.toggle("provisional", rough);
    this.root.classList.add("held");
    const shown = this.table.now.map((now, column) => shifted(now, rows, column));
    const words = new Map(rows.flatMap(row => [...row.words]));
    this.table.cells.forEach((name, column) => {
      const value = shown[column], said = words.get(name), key = `${value} ${said} ${rough}`;
      if (this.last[column] === key) return;
      this.last[column] = key;
      this.cell(name, value, this.table.preset[column], rough, said);
    });
    if (this.table.weighted) this.places(shown, rough);
    this.bests(shown);
    this.painted = true;
  }

  cell(name, value, was, rough, words) {
    const [kind, option] = name.split(":");
    const cell = this.cells.get(name);
    PAINT[kind]?.(cell, value, was, { rough, words, scale: this.table.scales[kind] });
    if (kind === "cost") text(this.cells.get(`total:${option}`), ".words", rough ? roughly(value) : costs(value));
  }

  places(shown, rough) {
    const ranks = this.of("rank", shown);
    const was = this.of("rank", this.table.preset);
    for (const [option, rank] of ranks) {
      const shared = [...ranks.values()].filter(other => other === rank).length > 1;
      text(this.cells.get(`rank:${option}`), ".rank", rough ? "–" : place(rank, shared));
      const before = was.get(option) === rank || rough ? "" : `was ${place(was.get(option))}`;
      text(this.cells.get(`rank:${option}`), ".phone-only", before);
    }
    if (rough) return;
    for (const cell of this.root.querySelectorAll("[data-option]")) {
      cell.classList.toggle("first", ranks.get(cell.dataset.option) === 1);
    }
  }

  // The numbers of one kind, by option.
  of(kind, row) {
    const found = this.table.cells.flatMap((name, column) => {
      const [its, option] = name.split(":");
      return its === kind ? [[option, row[column]]] : [];
    });
    return new Map(found);
  }

  // The highest score of each outcome is set in bold.
  bests(shown) {
    const rows = new Map();
    this.table.cells.forEach((name, column) => {
      const [kind, , ...outcome] = name.split(":");
      if (kind === "met") rows.set(outcome.join(), [...rows.get(outcome.join()) ?? [], column]);
    });
    for (const columns of rows.values()) {
      const most = Math.max(...columns.map(column => shown[column]));
      for (const column of columns) {
        this.cells.get(this.table.cells[column]).classList.toggle("best", shown[column] === most && most > 0);
      }
    }
  }
}

// Several levers at once have no row of their own: their moves one after the other, and never shown as settled.
function shifted(now, rows, column) {
  const [first, ...others] = rows.map(row => row.moved.get(column)).filter(there => there !== undefined);
  return others.reduce((value, there) => value + there - now, first ?? now);
}

const costs = value => value === 0 ? "Nil" : millions(value);

const PAINT = {
  cost(cell, value, was, { rough, words, scale }) {
    text(cell, ".figure", rough ? roughly(value) : costs(value));
    text(cell, ":scope > .note", words ?? beside(cell, value, Math.round(value - was), rough ? roughly : millions));
    bar(cell, value / scale, was / scale, value !== was);
  },
  months(cell, value, was, { scale }) {
    text(cell, ".value", value ? count(value) : "None");
    text(cell, ".unit", value === 0 ? "" : value === 1 ? "month" : "months");
    text(cell, ".note", value === was ? "" : `yours, was ${count(was)}`);
    bar(cell, value / scale, was / scale, value !== was);
  },
  score(cell, value, was, { rough, scale }) {
    text(cell, ".value", rough ? roughScore(value) : score(value));
    text(cell, ".note", score(value) === score(was) ? "" : `was ${score(was)}`);
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
    text(cell, ".words", rough ? roughly(value) : millions(value));
    text(cell, ".note", apart ? `${apart > 0 ? "+" : "−"}${millions(Math.abs(apart))}` : "");
    bar(cell, value / scale, was / scale, apart !== 0);
  },
};

// By how much a cost moved; nil cost keeps the words that say what it really means.
function beside(cell, value, apart, said) {
  if (apart) return `${said(Math.abs(apart))} ${apart > 0 ? "more" : "less"} than preset`;
  return value === 0 ? cell.querySelector(":scope > .note").textContent : "";
}

function text(cell, selector, words) {
  const node = cell?.querySelector(selector);
  if (node && node.textContent !== words) node.textContent = words;
}

function bar(cell, share, preset, moved) {
  const found = cell.querySelector(".bar"), [reach, mark] = found.children;
  found.hidden = !share && !moved;
  reach.style.width = percent(share);
  mark.style.left = percent(preset);
  mark.hidden = !moved;
}

const percent = share => `${(100 * Math.min(1, Math.max(0, share))).toFixed(2)}%`;
