// The options side by side. While something is moved and not yet settled, rows are looked up and painted over; what is
// scrolled out of sight is painted when it comes back, since the browser would lay it out as often as what is seen.

import { arrive, paint, placed } from "./cells.js";
import { morph } from "./morph.js";
import { after, watch } from "./moves.js";
import { Table } from "./rows.js";

export class Tables {
  constructor(root) {
    this.root = root;
    this.frame = 0;
    this.unwatch = watch(() => this.repaintSoon());
    this.hidden = new WeakSet();
    this.sight = new IntersectionObserver(seen => this.see(seen));
    root.addEventListener("scroll", ({ target }) => this.scroll(target), true);
    this.levers = new IntersectionObserver(seen => root.classList.toggle("over-levers", seen.at(-1).isIntersecting));
    for (const levers of document.querySelectorAll(".st-key-panel")) this.levers.observe(levers);
  }

  stop() {
    this.unwatch();
    this.sight.disconnect();
    this.levers.disconnect();
  }

  // Where the options are too many for the width, the tables stay in line.
  scroll({ scrollLeft }) {
    for (const table of this.root.querySelectorAll(".scroll")) table.scrollLeft = scrollLeft;
  }

  see(rows) {
    for (const { target, isIntersecting } of rows) this.hidden[isIntersecting ? "delete" : "add"](target);
    if (this.painted) this.repaintSoon();
  }

  // What stands here has been looked up and will hardly change, so what comes with it may be drawn before.
  settle(data) {
    this.fresh = new Table(data);
    if (!this.table) this.renew();
    else this.soon ||= requestAnimationFrame(() => setTimeout(() => this.renew()));
  }

  renew() {
    const places = [...this.root.querySelectorAll(".rank")].map(rank => rank.textContent);
    this.table = this.fresh;
    this.fresh = this.soon = undefined;
    this.restore();
    this.repaint();
    this.root.querySelectorAll(".rank").forEach((rank, option) => arrive(rank, places[option] ?? ""));
  }

  restore() {
    morph(this.root, this.table.html);
    this.root.classList.remove("held", "provisional");
    this.painted = false;
    this.last = [];
    this.cells = new Map([...this.root.querySelectorAll("[data-cell]")].map(cell => [cell.dataset.cell, cell]));
    this.rows = new Map([...this.cells].map(([name, cell]) => [name, cell.closest(".rows tr")]));
    for (const row of this.rows.values()) if (row) this.sight.observe(row);
    this.columns = [...this.root.querySelectorAll("[data-option]")];
    this.outcomes = outcomes(this.table.cells);
    this.preset = this.standings(this.table.preset);
  }

  repaintSoon() {
    this.frame ||= requestAnimationFrame(() => this.repaint());
  }

  repaint() {
    this.frame = 0;
    if (this.fresh) return;
    const moves = after(this.table.acknowledged).filter(([lever]) => this.table.holds(lever));
    if (moves.length) this.paint(moves);
    else if (this.painted) this.restore();
  }

  // Two figures and "about" unless the row is one that Python worked out for just this case.
  paint(moves) {
    const rows = moves.map(([lever, { value }]) => this.table.row(lever, value));
    const rough = rows.length > 1 || !rows[0].exact;
    this.root.classList.toggle("provisional", rough);
    this.root.classList.add("held");
    const moving = this.table.now.map((_, column) => rows.filter(row => row.moved.has(column)).length);
    const shown = this.table.now.map((now, column) => known(now, rows, column));
    const words = new Map(rows.flatMap(row => [...row.words]));
    this.table.cells.forEach((name, column) => {
      if (this.hidden.has(this.rows.get(place(name)))) return;
      const value = shown[column], told = { rough: rough && moving[column] > 0, words: words.get(name) };
      const key = `${value} ${told.words} ${told.rough}`;
      if (this.last[column] === key) return;
      this.last[column] = key;
      this.cell(name, value, this.table.preset[column], told);
    });
    if (this.table.weighted) this.places(shown, rough);
    this.bests(shown);
    this.strip();
    this.painted = true;
  }

  cell(name, value, was, told) {
    const [kind, option] = name.split(":");
    paint(kind, this.cells.get(place(name)), value, was, { ...told, scale: this.table.scales[kind] });
    const total = kind === "cost" && this.cells.get(`total:${option}`);
    if (total) paint("total", total, value, was, told);
  }

  places(shown, rough) {
    const here = this.standings(shown);
    for (const [option, { rank, points }] of here) {
      const shared = [...here.values()].filter(other => other.rank === rank).length > 1;
      const now = { rank: rough ? undefined : rank, shared, points };
      placed(this.cells.get(`rank:${option}`), this.cells.get(`score:${option}`), now, this.preset.get(option));
    }
    for (const cell of this.columns) {
      cell.classList.toggle("first", !rough && here.get(cell.dataset.option).rank === 1);
    }
  }

  strip() {
    this.root.querySelectorAll(".strip span:has(b)").forEach((each, option) => {
      const [cost, place] = ["cost", "rank"].map(kind => this.cells.get(`${kind}:${option}`));
      const [number, about] = cost.querySelector(".figure").childNodes;
      each.querySelector("b").textContent = number.textContent;
      each.querySelector("i").textContent = (about ?? place.querySelector(".rank")).textContent;
    });
  }

  // Each option's place and score in a row.
  standings(row) {
    const found = kind => this.table.cells.flatMap((name, column) => name.startsWith(`${kind}:`) ? [row[column]] : []);
    const points = found("score");
    return new Map(found("rank").map((rank, option) => [`${option}`, { rank, points: points[option] }]));
  }

  // The highest score of each outcome is set in bold.
  bests(shown) {
    for (const columns of this.outcomes) {
      const most = Math.max(...columns.map(column => shown[column]));
      for (const column of columns) {
        this.cells.get(this.table.cells[column]).classList.toggle("best", shown[column] === most && most > 0);
      }
    }
  }
}

// Cost a person stands in the cell of what it comes to.
const place = name => name.replace("person:", "met:");

// Where the numbers of each outcome stand in a row.
function outcomes(cells) {
  const rows = new Map();
  cells.forEach((name, column) => {
    const [kind, , ...outcome] = name.split(":");
    if (kind === "met") rows.set(outcome.join(), [...rows.get(outcome.join()) ?? [], column]);
  });
  return [...rows.values()];
}

// Several levers at once have no row of their own: what more than one of them moves, nobody knows before the server.
function known(now, rows, column) {
  const those = rows.filter(row => row.moved.has(column));
  return those.length > 1 ? undefined : those.length ? those[0].moved.get(column) : now;
}
