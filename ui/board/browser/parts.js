// The parts of the live board: started where Streamlit first asks for one, and given fresh data from then on.

import { Chart } from "./chart.js";
import { Numbers } from "./numbers.js";
import { Panel } from "./panel.js";
import { unpack } from "./rows.js";
import { Tables } from "./tables.js";

const parts = new WeakMap();

// What is thrown here, now or once the styles fail to come, Streamlit shows in our place; rescue.js sees it there.
export default async function ({ data: packed, parentElement, setStateValue }) {
  const data = unpack(packed);
  const make = "cells" in data ? Tables : "figure" in data ? Chart : "list" in data ? Numbers : Panel;
  if (!(parts.get(parentElement)?.part instanceof make)) parts.set(parentElement, started(parentElement, make));
  const { part, styled } = parts.get(parentElement);
  part.settle(data, setStateValue);
  await styled;
  // Streamlit may let go of a part and take it up again at once; only one that has left the page is over.
  return () => setTimeout(() => {
    if ((parentElement.host ?? parentElement).isConnected) return;
    part.stop();
    parts.delete(parentElement);
  });
}

// A part is unseen until its styles are there. The mark outside says that it has started.
function started(parent, Part) {
  const styles = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "./board.css" });
  const root = Object.assign(document.createElement("div"), { className: "live" });
  root.style.visibility = "hidden";
  const { dataset } = parent.host ?? parent;
  dataset.started = "unseen";
  const styled = new Promise((come, fail) => {
    styles.onload = () => { root.style.visibility = ""; dataset.started = "seen"; come(); };
    styles.onerror = () => fail(new Error("The board's styles did not come."));
  });
  parent.replaceChildren(...parent.childNodes, styles, root);
  return { part: new Part(root), styled };
}
