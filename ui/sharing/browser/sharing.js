// The link: copied, shown, and as a QR code once somebody looks. Also the keys that undo, and a word while offline.

import { watchConnection } from "./connection.js";
import { hearKeys } from "./keys.js";

const COPIED = "Copied. Whoever opens it sees exactly this.";
const BY_HAND = "This browser does not let a page copy. The link is marked below: copy it by hand.";
const parts = new WeakMap();

export default function ({ data: packed, parentElement }) {
  const data = JSON.parse(new TextDecoder().decode(packed.subarray(4))); // as ui/board/packing.py wrote it
  if (!parts.has(parentElement)) parts.set(parentElement, new Share(parentElement));
  parts.get(parentElement).settle(data);
}

class Share {
  constructor(parent) {
    this.root = Object.assign(document.createElement("div"), { className: "link-part" });
    parent.append(this.root);
    this.root.addEventListener("click", ({ target }) => {
      if (target.closest(".copy")) this.copy();
      else if (target.closest(".done")) this.find(".link-box").hidePopover();
    });
    hearKeys();
    watchConnection(words => this.offline(words));
  }

  find(selector) {
    return this.root.querySelector(selector);
  }

  settle({ html, address }) {
    if (this.html === html) return;
    const open = this.html && this.find(".link-box").matches(":popover-open");
    Object.assign(this, { html, address });
    const focused = this.root.contains(document.activeElement) && document.activeElement.className;
    this.root.innerHTML = html;
    this.find(".link-box").addEventListener("toggle", ({ newState }) => this.toggled(newState === "open"));
    if (open) this.find(".link-box").showPopover();
    if (focused) this.find(`.${focused}`)?.focus();
    this.offline(this.words);
  }

  async copy() {
    if (this.words) return;
    const field = this.find(".address");
    this.find(".link-box").showPopover();
    const done = await copied(this.address, field);
    this.find(".copied").textContent = done ? COPIED : BY_HAND;
    if (!done) field.select();
  }

  toggled(open) {
    this.find(".copy").setAttribute("aria-expanded", open);
    const code = this.find(".qr");
    if (open && code && !code.src) code.src = `./qr.svg?${new URLSearchParams({ address: this.address })}`;
    if (!open) this.find(".copied").textContent = "";
  }

  offline(words) {
    this.words = words;
    const line = this.find(".offline"), button = this.find(".copy");
    if (!line) return;
    line.hidden = !words;
    if (line.textContent !== (words ?? "")) line.textContent = words ?? "";
    if (words) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
  }
}

// Only a page served over https or from this machine may use the clipboard; others may still copy what is marked.
async function copied(text, field) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field.select();
    return document.execCommand("copy");
  }
}
