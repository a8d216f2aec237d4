// What was moved and is not yet in what the server drew. One store for the panel of levers, the tables, and whatever
// else on the page imports this file from its address (/_stcore/bidi-components/side-by-side.board/moves.js).
//
//   hold(lever, value, by)         it stands here while it moves: whoever watches repaints from the row of that stop
//   release(lever, value, number)  let go of, and sent to the server under this number
//   settle(acknowledged)           the server has drawn all moves up to this number: they are forgotten
//   holding(by), forget(by)        the moves these hold; put down without being sent
//   watch(f)                       f() after each of the above; what it returns stops that
//   after(acknowledged)            the moves, oldest first, that a drawing up to this number does not know of
//   enter(lever, entry, preset)    words typed elsewhere on the page, null for what the preset has: sent by the panel
//                                  with its own; returns under which number
//   entering(f)                    the panel's f(lever, entry, preset), which does so
//
// A move is held by a HAND or by a REPLAY (replay.js), which the payload of the levers asks for, once for each token.
// Only a hand's moves are sent from here.

export const HAND = "hand", REPLAY = "replay";

const HELD = Infinity;
const pending = new Map();
const watchers = new Set();

export function hold(lever, value, by = HAND) {
  pending.set(lever, { value, number: HELD, by });
  tell();
}

export function release(lever, value, number) {
  pending.set(lever, { value, number });
  tell();
}

export function settle(acknowledged) {
  for (const [lever, move] of pending) if (move.number <= acknowledged) pending.delete(lever);
  tell();
}

export function forget(by) {
  for (const [lever] of holding(by)) pending.delete(lever);
  tell();
}

export function holding(by) {
  return [...pending].filter(([, move]) => move.by === by);
}

export function after(acknowledged) {
  return [...pending].filter(([, move]) => move.number > acknowledged);
}

export function watch(watcher) {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

let send;

export function entering(f) {
  send = f;
}

export function enter(lever, entry, preset) {
  return send(lever, entry, preset);
}

function tell() {
  watchers.forEach(watcher => watcher());
}
