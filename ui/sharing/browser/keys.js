// Ctrl+Z and Ctrl+Shift+Z or Ctrl+Y press Undo and Redo, but not while somebody types: there they belong to the text.

const TYPED = "textarea, [contenteditable=true], input:not([type=range], [type=radio], [type=checkbox], [readonly])";
let heard = false;

export function hearKeys() {
  if (heard) return;
  heard = true;
  document.addEventListener("keydown", event => {
    const button = wanted(event);
    if (!button || isTyping(event.composedPath()[0])) return;
    event.preventDefault();
    document.querySelector(`.st-key-${button} button`)?.click();
  });
}

// A lever's entry that holds what was settled has nothing of its own to take back.
function isTyping(field) {
  return field.matches?.(TYPED) && !(field.matches(".entry") && field.value === field.defaultValue);
}

function wanted({ key, ctrlKey, metaKey, shiftKey, altKey }) {
  if (!(ctrlKey || metaKey) || altKey) return null;
  if (key.toLowerCase() === "z") return shiftKey ? "redo" : "undo";
  return key.toLowerCase() === "y" && !shiftKey ? "redo" : null;
}
