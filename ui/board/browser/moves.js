// What was moved and is not yet in what the server drew: shared by the panel of levers and the tables.

export const HELD = Infinity;

const pending = new Map();
const watchers = new Set();

export function hold(lever, value) {
  pending.set(lever, { value, number: HELD });
  tell();
}

export function release(lever, value, number) {
  pending.set(lever, { value, number });
  tell();
}

// Forget what the server has answered to.
export function settle(acknowledged) {
  for (const [lever, move] of pending) if (move.number <= acknowledged) pending.delete(lever);
  tell();
}

// The moves, oldest first, that an answer up to this number does not know of.
export function after(acknowledged) {
  return [...pending].filter(([, move]) => move.number > acknowledged);
}

export function watch(watcher) {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function tell() {
  watchers.forEach(watcher => watcher());
}
