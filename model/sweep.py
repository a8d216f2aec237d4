"""Every lever at its stops, in one batch: what the live board looks up while a slider moves."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.engine import Array, Engine, Results
from model.levers import Lever, accept
from model.scenario import Measure

MOST_STOPS = 61


@dataclass(frozen=True)
class Sweep:
    """One case for each stop of each lever, the others where they stand."""

    levers: tuple[str, ...]
    offsets: NDArray[np.intp]
    """Where the cases of each lever begin, and after them where the last ends: (levers + 1,)."""
    stops: Array
    """The value that makes each case, (cases,), in the lever's own unit."""
    results: Results

    def rows(self, lever: str) -> slice:
        """The cases in which this lever moves."""
        index = self.levers.index(lever)
        return slice(int(self.offsets[index]), int(self.offsets[index + 1]))


def stops(lever: Lever, now: float, most: int = MOST_STOPS) -> Array:
    """Up to ``most`` values (at least four) from the lever's least to its most, ascending.

    They lie on its steps, or on every second, third... step where there are too many, and always
    hold both ends, the preset's value and ``now``.
    """
    measure = lever.measure
    steps = math.floor((measure.most - measure.least) / measure.step + 1e-9)
    always = [measure.least, measure.most, lever.default, now]
    stride = max(1, math.ceil(steps / (most - 1)))
    while len(found := np.union1d(_grid(measure, steps, stride), always)) > most:
        stride += 1
    return found


def _grid(measure: Measure, steps: int, stride: int) -> Array:
    values = measure.least + measure.step * np.arange(0, steps + 1, stride)
    return np.rint(values * steps_per_unit(measure)) / steps_per_unit(measure)


def steps_per_unit(measure: Measure) -> int:
    """How many steps of its precision make one unit. Dividing by it leaves no binary noise, multiplying may."""
    return round(1 / measure.precision)


def sweep(engine: Engine, changes: Mapping[str, float], levers: Iterable[str], most: int = MOST_STOPS) -> Sweep:
    """The results at every stop of these levers (one at least), each moved alone from the case the changes make.

    Raises LeverError for changes the scenario does not take.
    """
    base = engine.cases([accept(engine.offered, changes)])[0]
    ids = tuple(levers)
    columns = [engine.column[lever] for lever in ids]
    each = [stops(engine.offered[lever], base[column], most) for lever, column in zip(ids, columns, strict=True)]
    sizes = [len(values) for values in each]
    values = np.concatenate(each)
    cases = np.repeat(base[:, None], len(values), axis=1)  # number after number, as the engine reads them
    cases[np.repeat(columns, sizes), np.arange(len(values))] = values
    return Sweep(ids, np.cumsum([0, *sizes]), values, engine.run(cases.T))
