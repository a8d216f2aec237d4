// What Streamlit calls for each part of the live board, at first and whenever fresh data arrive.
//
// It asks for this script anew each time, waits until the browser says that it has come, and imports it again. The browser has
// long had it, yet answers only behind all else that waits, and once for each level of files below it: some 20 ms until fresh
// data are looked at. So this file stands alone, and says itself that it is here.

const parts = import("./parts.js");

export default async (...given) => (await parts).default(...given);

new MutationObserver(changes => {
  for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
    if (node.src === import.meta.url) node.dispatchEvent(new Event("load"));
  }
}).observe(document.head, { childList: true });
