// Plain levers and plain tabs take the place of the live ones where these cannot start or stop working: never because they
// are only slow.
// This file is served apart from the board's own, so that what keeps those away leaves it alone.

const PARTS = ":is(.st-key-tabs, .st-key-live-levers, .st-key-live-tables, .st-key-live-numbers)";
const BROKEN = `${PARTS} .stBidiComponent:not(:has([data-testid^=stBidiComponent]))`;
const OURS = ["/side-by-side.board/", "/side-by-side-tabs.tabs/"];
const AGAIN = 5000;

let failed = false, pressed = -AGAIN;

// Streamlit shows what a component threw, or why its files did not come, in the component's place.
new MutationObserver(rescue).observe(document, { childList: true, subtree: true });

// What fails later, under a thumb or in a frame, reaches nobody else.
addEventListener("error", ({ filename }) => {
  failed ||= OURS.some(part => filename?.includes(part));
  rescue();
});

function rescue() {
  if (!failed && !document.querySelector(BROKEN)) return;
  const button = document.querySelector(".st-key-use-plain button");
  if (!button || performance.now() - pressed < AGAIN) return;
  pressed = performance.now();
  button.click();
}
