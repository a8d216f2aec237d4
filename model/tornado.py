"""The tornado: what each uncertain number, on its own, does to the preferred option's lead.

Each goes from the low to the high end of its range while the others stay where they stand. Weights are left
out: they say what matters to the reader and are no facts that could turn out otherwise.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

import numpy as np

from model.appraisal import Appraisal
from model.engine import NOTHING, Array, Engine, Results
from model.switching import SAME_COST
from model.what_ifs import WhatIf, alone, together

NOTICEABLE = 0.25
"""The part of the lead that a number must move to matter: our judgement."""


class Influence(StrEnum):
    """High: one end of the range takes the lead away. Medium: one moves it by a quarter or more. Low: less."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True)
class Bar:
    """What one uncertain number, or several that move together, does to the lead."""

    what_if: WhatIf
    at_low: float
    """The lead with all of them at the low end of their ranges, in points or £."""
    at_high: float
    """The lead with all of them at the high end, in points or £."""
    influence: Influence

    @property
    def swing(self) -> float:
        """How far apart the two leads are."""
        return abs(self.at_high - self.at_low)


@dataclass(frozen=True)
class Tornado:
    """The preferred option's lead where everything stands, and its bars, the widest first."""

    option: str
    measure: Literal["overall", "cost"]
    lead: float
    """In points over the best other option, or in £ below the cheapest other one that is not the benchmark."""
    bars: tuple[Bar, ...]


def tornado(now: Appraisal, measure: Literal["overall", "cost"] = "overall") -> Tornado | None:
    """Every uncertain number and what it does to the preferred option's lead, in one batch.

    None where no option is preferred, since none counts or several tie, or where there is no other to compare its
    cost with.
    """
    engine = now.engine
    preferred = now.scenario.options.index(now.ranking[0].option)
    rivals = _rivals(now, preferred, measure)
    if now.preferred is None or not rivals:
        return None
    moved = tuple(uncertain(engine))
    results = engine.run(both_ends(engine, engine.cases([now.changes])[0], moved))
    leads = (_lead_in_points if measure == "overall" else _lead_in_pounds)(results, preferred, rivals)
    lead, ends = float(leads[0]), leads[1:].reshape(-1, 2).tolist()
    level = NOTHING if measure == "overall" else SAME_COST
    bars = [
        Bar(what_if, *pair, _influence(lead, pair, level)) for what_if, pair in zip(moved, ends, strict=True)
    ]
    return Tornado(now.ranking[0].option.id, measure, lead, tuple(sorted(bars, key=lambda bar: -round(bar.swing, 6))))


def _rivals(now: Appraisal, preferred: int, measure: str) -> list[int]:
    """Nil cost is no rival: carrying on as now is compared by what it achieves alone."""
    return [
        index for index, option in enumerate(now.scenario.options)
        if index != preferred and (measure == "overall" or option.id != now.scenario.benchmark)
    ]


def uncertain(engine: Engine) -> Iterator[WhatIf]:
    """Groups before their parts, so that a part as wide as its group comes after it."""
    for group in together(engine):
        open_ended = tuple(lever for lever in group.levers if lever.uncertain)
        if len(open_ended) > 1:
            yield WhatIf(open_ended)
    for what_if in alone(engine):
        if what_if.levers[0].uncertain:
            yield what_if


def both_ends(engine: Engine, base: Array, moved: tuple[WhatIf, ...]) -> Array:
    """Where everything stands, and after it for each what-if its low end and its high end."""
    cases = np.tile(base, (1 + 2 * len(moved), 1))
    for row, what_if in enumerate(moved):
        for lever in what_if.levers:
            cases[2 * row + 1 : 2 * row + 3, engine.column[lever.id]] = lever.quantity.low, lever.quantity.high
    return cases


def _lead_in_points(results: Results, preferred: int, rivals: list[int]) -> Array:
    return results.overall[:, preferred] - results.overall[:, rivals].max(axis=1)


def _lead_in_pounds(results: Results, preferred: int, rivals: list[int]) -> Array:
    return results.cost[:, rivals].min(axis=1) - results.cost[:, preferred]


def _influence(lead: float, ends: list[float], level: float) -> Influence:
    moved = max(abs(end - lead) for end in ends)
    side = -1 if lead < 0 else 1
    reversed_at = -level if abs(lead) <= level else level
    if moved > level and min(side * end for end in ends) <= reversed_at:
        return Influence.HIGH
    return Influence.MEDIUM if moved > max(level, NOTICEABLE * abs(lead)) else Influence.LOW
