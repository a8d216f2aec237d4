// The list of views. What was chosen last stays marked while answers to earlier doings arrive: only an answer that knows of
// the choice, or that follows none, may mark another tab. The tabs themselves stay for as long as the page does.

const PATIENCE = 2000;
const STEPS = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };
const parts = new WeakMap();

export default function ({ data: packed, parentElement, setStateValue }) {
  const data = JSON.parse(new TextDecoder().decode(packed.subarray(4))); // as ui/board/packing.py wrote it
  if (!parts.has(parentElement)) parts.set(parentElement, new Tabs(parentElement, data.views));
  parts.get(parentElement).settle(data, setStateValue);
}

class Tabs {
  constructor(parent, views) {
    this.tabs = new Map(views.map(view => [view, tab(view)]));
    this.list = element("div", { className: "tabs", role: "tablist", ariaLabel: "Views" });
    this.list.append(...this.tabs.values());
    this.others = document.createElement("style");
    parent.append(this.list, this.others);
    this.list.addEventListener("click", ({ target }) => {
      if (target.matches("[role=tab]")) this.choose(target.textContent);
    });
    this.list.addEventListener("keydown", event => this.key(event));
    this.number = 0;
  }

  settle({ visit, acknowledged, view }, setStateValue) {
    this.post = choice => setStateValue("chosen", choice);
    const forgotten = this.visit && this.visit !== visit; // the server was started anew
    const waiting = this.waiting;
    Object.assign(this, { visit, acknowledged, number: Math.max(this.number, acknowledged) });
    if (!waiting) this.sent = undefined; // or a server that begins to count anew would seem not to know of it
    if (forgotten && waiting) this.deliver();
    if (!this.waiting) this.mark(view);
  }

  get waiting() {
    return this.sent?.number > this.acknowledged;
  }

  key(event) {
    if (!(event.key in STEPS) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const views = [...this.tabs.keys()], last = views.length - 1, at = views.indexOf(this.view) + STEPS[event.key];
    const view = views[Number.isFinite(at) ? (at + views.length) % views.length : at < 0 ? 0 : last];
    this.tabs.get(view).focus();
    this.choose(view);
  }

  choose(view) {
    if (view === this.view) return;
    this.mark(view);
    this.number += 1;
    this.patience = PATIENCE;
    this.deliver();
  }

  deliver() {
    this.sent = { visit: this.visit, number: this.number, view: this.view };
    this.post(this.sent);
    this.wait(this.patience);
  }

  wait(patience) {
    clearTimeout(this.clock);
    this.clock = setTimeout(() => this.remind(), patience);
  }

  // Sends again as long as the server does not answer: ever later, but soon once a line that was gone is back.
  remind() {
    if (!this.waiting || !this.list.isConnected) return;
    if (this.list.closest(".stApp").dataset.testConnectionState !== "CONNECTED") return this.wait(PATIENCE);
    this.patience *= 2;
    this.deliver();
  }

  mark(view) {
    if (view === this.view) return;
    if (this.view) this.list.closest("[data-testid=stMain]").scrollTop = 0; // another view is read from its head
    this.view = view;
    for (const [name, tab] of this.tabs) {
      tab.ariaSelected = name === view;
      tab.tabIndex = name === view ? 0 : -1;
    }
    // What belongs to another view is out of sight at once, and stays so when an earlier answer brings it.
    const open = `.st-key-view-${view.replaceAll(/[^\w-]/g, "-")}`;
    this.others.textContent = `[class*="st-key-view-"]:not(${open}) { visibility: hidden; }`;
    this.bringIntoSight(this.tabs.get(view));
  }

  // By the list alone: the page is not to move.
  bringIntoSight({ offsetLeft, offsetWidth }) {
    const { scrollLeft, clientWidth } = this.list, before = offsetLeft - scrollLeft;
    const whole = before >= 0 && before + offsetWidth <= clientWidth;
    if (!whole) this.list.scrollLeft = offsetLeft - (clientWidth - offsetWidth) / 2;
  }
}

function tab(view) {
  return element("button", { type: "button", role: "tab", textContent: view });
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
