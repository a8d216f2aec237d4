// The audience's window: shows what the presenter's window says, and passes keys pressed here on to it.

import { Stage, asked, full } from "./stage.js";

const root = document.querySelector("#stage");
const channel = new BroadcastChannel(`side-by-side-stage-${location.hash.slice(1)}`);
let stage, seen = {};

channel.onmessage = ({ data }) => {
  if (!data.show) return;
  seen = { ...seen, ...data.show };
  if (!seen.deck || !seen.state) return;
  stage ??= new Stage(root);
  // Notes and hands still being counted are the presenter's alone.
  stage.show(seen.deck, { ...seen.state, notes: false, keys: false }, seen.live);
};

document.addEventListener("keydown", event => {
  const command = asked(event);
  if (!command) return;
  event.preventDefault();
  if (command[0] === "full") full(root);
  else channel.postMessage({ tell: command });
});
root.addEventListener("dblclick", () => full(root));
channel.postMessage({ ask: true });
addEventListener("pagehide", () => channel.postMessage({ gone: true }));
