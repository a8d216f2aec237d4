// Plain levers take the live board's place where it cannot start or stops working: never because it is only slow.
// This file is served apart from the board's own, so that what keeps those away leaves it alone.

const BROKEN = ":is(.st-key-live-levers, .st-key-live-tables) .stBidiComponent:not(:has([data-testid^=stBidiComponent]))";
const OURS = "/side-by-side.board/";
const AGAIN = 5000;

let failed = false, pressed = -AGAIN;

// Streamlit shows what a component threw, or why its files did not come, in the component's place.
new MutationObserver(rescue).observe(document, { childList: true, subtree: true });

// What fails later, under a thumb or in a frame, reaches nobody else.
addEventListener("error", ({ filename }) => {
  failed ||= Boolean(filename?.includes(OURS));
  rescue();
});

function rescue() {
  if (!failed && !document.querySelector(BROKEN)) return;
  const button = document.querySelector(".st-key-use-plain button");
  if (!button || performance.now() - pressed < AGAIN) return;
  pressed = performance.now();
  button.click();
}
