"""What was done in a visit, step by step, so that it can be undone and done again."""

from collections.abc import Callable, Mapping
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

    def go_to(self, looks_so: Callable[[Snapshot], bool]) -> "History | None":
        """The nearest step that looks so, this one included; None where none does."""
        back = forth = self
        while not looks_so(back.now) and not looks_so(forth.now):
            if not back.past and not forth.undone:
                return None
            back, forth = back.undo(), forth.redo()
        return back if looks_so(back.now) else forth
