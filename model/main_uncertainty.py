"""The main uncertainty of each option: which one number, over its range, moves a result most."""

from dataclasses import dataclass

import numpy as np

from model.appraisal import Appraisal
from model.engine import NOTHING, Array
from model.scenario import Option
from model.tornado import both_ends, uncertain
from model.what_ifs import WhatIf


@dataclass(frozen=True)
class Widest:
    """The what-if that moves a result most, and the result at both ends of its range."""

    what_if: WhatIf
    at_low: float
    at_high: float


@dataclass(frozen=True)
class MainUncertainty:
    """What moves an option's results most; None where no range moves them at all."""

    option: Option
    cost: Widest | None
    """In £ (equation 1)."""
    benefit: Widest | None
    """Of 100, without value for money."""
    lost_work: Widest | None
    """In staff-months (equation 4)."""


def main_uncertainties(now: Appraisal) -> tuple[MainUncertainty, ...]:
    """By option: each range is walked to both its ends, the others staying where they stand, in one batch."""
    engine = now.engine
    moved = tuple(uncertain(engine))
    results = engine.run(both_ends(engine, engine.cases([now.changes])[0], moved))
    return tuple(
        MainUncertainty(option, *(
            _widest(moved, array, index) for array in (results.cost, results.benefit, results.lost_work)
        ))
        for index, option in enumerate(now.scenario.options)
    )  # fmt: skip


def _widest(moved: tuple[WhatIf, ...], results: Array | None, option: int) -> Widest | None:
    if results is None or not moved:
        return None
    ends = results[1:, option].reshape(-1, 2)
    swing = np.abs(ends[:, 1] - ends[:, 0])
    widest = int(swing.argmax())
    return Widest(moved[widest], *map(float, ends[widest])) if swing[widest] > NOTHING else None
