"""Walks away from now: each what-if down and up, to wherever something changes, all at once on the engine.

Every value of a short walk is tried, and some of a long one; wherever two neighbours differ, the gap is
halved until it spans one step of the lever's own precision, every gap of every walk in the same batch.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.appraisal import Appraisal
from model.engine import Array, Results
from model.sweep import steps_per_unit
from model.what_ifs import WhatIf

SHORT = 500
"""Steps of a walk that stops at each of them."""

COARSE = 121
"""Stops of a longer walk, before halving. What changes and changes back between two of them is not seen."""

AT_ONCE = 4_000
"""Cases in a batch: larger ones outgrow the processor's cache and take longer in all."""

Indices = NDArray[np.intp]
State = Callable[[Results], NDArray]
"""What is watched: an array of shape (cases, columns), equal as long as nothing changes."""


@dataclass(frozen=True)
class Gaps:
    """Pieces of walks between whose ends the state differs; all of shape (gaps,), the states (gaps, columns)."""

    walk: Indices
    near: Indices
    far: Indices
    before: NDArray
    after: NDArray


class Walks:
    """Position 0 is now, 1 the first value on the lever's grid at or beyond it, and so on to the lever's end.

    Levers that move together are all given one value: on the way down from the lowest of theirs now, so that
    none rises, on the way up from the highest, so that none falls.
    """

    def __init__(self, now: Appraisal, what_ifs: tuple[WhatIf, ...]) -> None:
        engine = now.engine
        self.engine = engine
        self.base = engine.cases([now.changes])[0]
        self.what_ifs = tuple(what_if for what_if in what_ifs for _ in range(2))
        self.direction = np.tile([-1, 1], len(what_ifs))
        self.per_unit = np.array([steps_per_unit(what_if.measure) for what_if in self.what_ifs])
        self.touched = np.array([what_if.touched(engine) for what_if in self.what_ifs])
        stand = [what_if.values(now) for what_if in what_ifs]
        start = np.array([end for values in stand for end in (min(values), max(values))])
        measures = [what_if.measure for what_if in what_ifs]
        stop = np.array([end for measure in measures for end in (measure.least, measure.most)])
        self.start = self._on_grid(start)
        self.length = 1 + np.abs(self._on_grid(stop) - self.start)

    def _on_grid(self, values: Array) -> Indices:
        """The grid's index of each walk's value; of one off the grid, the next in the walk's direction."""
        steps = np.round(self.direction * values * self.per_unit, 3)  # what is less is binary noise
        return (self.direction * np.ceil(steps)).astype(np.intp)

    def values(self, walk: Indices, position: Indices) -> Array:
        """The values at positions from 1, as a person would type them."""
        return (self.start[walk] + self.direction[walk] * (position - 1)) / self.per_unit[walk]

    def run(self, walk: Indices, position: Indices) -> Results:
        """One case for each pair of walk and position."""
        values, moved = self.values(walk, position), position > 0
        cases = np.repeat(self.base[:, None], len(walk), axis=1)  # number after number, as the engine reads them
        for column in np.flatnonzero(self.touched.any(axis=0)):
            here = moved & self.touched[walk, column]
            cases[column, here] = values[here]
        return self.engine.run(cases.T)

    def changes(self, state: State) -> Gaps:
        """Every change of the state, each between two neighbouring positions; walk by walk, nearest first."""
        gaps = self._coarse(state)
        while (gaps.far - gaps.near > 1).any():
            gaps = self._halved(gaps, state)
        order = np.lexsort((gaps.near, gaps.walk))
        return Gaps(*(column[order] for column in vars(gaps).values()))

    def _coarse(self, state: State) -> Gaps:
        stops = [_stops(length) for length in self.length]
        walk = np.repeat(np.arange(len(stops)), [len(each) for each in stops])
        position = np.concatenate(stops)
        seen = self._seen(walk, position, state)
        near = np.flatnonzero(walk[1:] == walk[:-1])
        return _differing(walk[near], position[near], position[near + 1], seen[near], seen[near + 1])

    def _seen(self, walk: Indices, position: Indices, state: State) -> NDArray:
        pieces = np.array_split(np.arange(len(walk)), 1 + len(walk) // AT_ONCE)
        return np.concatenate([state(self.run(walk[piece], position[piece])) for piece in pieces])

    def _halved(self, gaps: Gaps, state: State) -> Gaps:
        wide = gaps.far - gaps.near > 1
        middle = (gaps.near + gaps.far) // 2
        seen = gaps.before.copy()
        # A gap already narrow keeps its near end as its middle: its first half is empty and falls away.
        middle = np.where(wide, middle, gaps.near)
        seen[wide] = state(self.run(gaps.walk[wide], middle[wide]))
        return _differing(
            np.tile(gaps.walk, 2),
            np.concatenate([gaps.near, middle]),
            np.concatenate([middle, gaps.far]),
            np.concatenate([gaps.before, seen]),
            np.concatenate([seen, gaps.after]),
        )


def _stops(length: int) -> Indices:
    return np.linspace(0, length, length + 1 if length <= SHORT + 1 else COARSE).round().astype(np.intp)


def _differing(walk: Indices, near: Indices, far: Indices, before: NDArray, after: NDArray) -> Gaps:
    differ = (before != after).any(axis=1)
    return Gaps(*(column[differ] for column in (walk, near, far, before, after)))
