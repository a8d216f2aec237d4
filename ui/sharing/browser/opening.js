// A file, chosen or dropped: handed on as it is, but never one that is too large to be read.

import { watchConnection } from "./connection.js";

const parts = new WeakMap();

export default function ({ data: packed, parentElement, setTriggerValue }) {
  const data = JSON.parse(new TextDecoder().decode(packed.subarray(4))); // as ui/board/packing.py wrote it
  if (!parts.has(parentElement)) parts.set(parentElement, new Opening(parentElement, data.html));
  parts.get(parentElement).settle(data, setTriggerValue);
}

class Opening {
  constructor(parent, html) {
    this.root = Object.assign(document.createElement("div"), { className: "opening", innerHTML: html });
    parent.append(this.root);
    this.field = this.root.querySelector("input");
    this.button = this.root.querySelector("button");
    this.button.addEventListener("click", () => this.away || this.field.click());
    this.field.addEventListener("change", () => this.take(this.field.files));
    for (const type of ["dragenter", "dragover", "dragleave", "drop"]) {
      this.root.addEventListener(type, event => this.drag(event, type));
    }
    watchConnection(words => {
      this.away = words;
      this.button.toggleAttribute("aria-disabled", Boolean(words));
    });
  }

  settle({ most }, setTriggerValue) {
    this.most = most;
    this.hand = file => setTriggerValue("file", file);
  }

  drag(event, type) {
    event.preventDefault(); // or the browser would leave the page and show the file
    this.root.classList.toggle("over", type === "dragenter" || type === "dragover");
    if (type === "drop") this.take(event.dataTransfer.files);
  }

  // The first of them, and the same again if it is chosen again.
  async take([file]) {
    if (!file || this.away) return;
    const { name, size } = file;
    this.hand({ name, content: size > this.most ? null : base64(new Uint8Array(await file.arrayBuffer())) });
    this.field.value = "";
  }
}

function base64(bytes) {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
