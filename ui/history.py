"""What was done in a visit, step by step, so that it can be undone and done again."""

from collections.abc import Mapping
from dataclasses import dataclass

from model.kept import Kept

MOST_STEPS = 200


@dataclass(frozen=True)
class Snapshot:
    """All that a visitor can change."""

    preset: str
    changes: Mapping[str, float]
    kept: tuple[Kept, ...] = ()


@dataclass(frozen=True)
class History:
    """Where a visit stands, what came before, and what was undone and can be had again, nearest last."""

    now: Snapshot
    past: tuple[Snapshot, ...] = ()
    undone: tuple[Snapshot, ...] = ()

    def then(self, snapshot: Snapshot) -> "History":
        """A change was made: what had been undone is gone for good."""
        if snapshot == self.now:
            return self
        return History(snapshot, (*self.past, self.now)[-MOST_STEPS:])

    def undo(self) -> "History":
        """One step back, if there is one."""
        if not self.past:
            return self
        return History(self.past[-1], self.past[:-1], (*self.undone, self.now))

    def redo(self) -> "History":
        """One step forward again, if one was undone."""
        if not self.undone:
            return self
        return History(self.undone[-1], (*self.past, self.now), self.undone[:-1])

    def go_to(self, snapshot: Snapshot) -> "History":
        """The nearest step that looked like this, the browser's back and forward; a change where there is none."""
        if snapshot == self.now:
            return self
        back = forth = self
        while back.past or forth.undone:
            back, forth = back.undo(), forth.redo()
            for there in (back, forth):
                if there.now == snapshot:
                    return there
        return self.then(snapshot)
