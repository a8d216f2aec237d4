// The live board: what Streamlit calls for each of its two parts, at first and whenever fresh data arrive.

import { Panel } from "./panel.js";
import { unpack } from "./rows.js";
import { Tables } from "./tables.js";

const parts = new WeakMap();

export default function ({ data: packed, parentElement, setStateValue }) {
  const data = unpack(packed);
  const make = "cells" in data ? Tables : Panel;
  if (!(parts.get(parentElement) instanceof make)) parts.set(parentElement, new make(place(parentElement)));
  const part = parts.get(parentElement);
  part.settle(data, setStateValue);
  // Streamlit may let go of a part and take it up again at once; only one that has left the page is over.
  return () => setTimeout(() => {
    if ((parentElement.host ?? parentElement).isConnected) return;
    part.stop();
    parts.delete(parentElement);
  });
}

// Where the part is drawn, unseen until its styles are there. The mark outside says that it has started.
function place(parent) {
  const styles = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "./board.css" });
  const root = Object.assign(document.createElement("div"), { className: "live" });
  root.style.visibility = "hidden";
  styles.onload = () => { root.style.visibility = ""; };
  parent.replaceChildren(...parent.childNodes, styles, root);
  (parent.host ?? parent).dataset.started = "";
  return root;
}
