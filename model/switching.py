"""Switching values: how far a number must move before another option comes first, or costs less.

The Green Book asks for them at least for the preferred option, shown with the results (6.103, 6.104).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from model.appraisal import Appraisal
from model.engine import Results
from model.levers import Group
from model.walks import Gaps, Indices, Walks
from model.what_ifs import WhatIf, alone, together

SAME_COST = 0.005
"""£: costs less than half a penny apart are level."""


@dataclass(frozen=True)
class Switch:
    """A value at which something changes, walking away from now."""

    what_if: WhatIf
    now: float | None
    """Where it stands; None for levers that move together from different values."""
    at: float
    direction: int
    """1 walking up, -1 walking down."""

    @property
    def lever(self) -> str:
        """The id of what moves."""
        return self.what_if.id

    @property
    def change_percent(self) -> float | None:
        """The move, in percent of now and None where that is nil; for a cost change, in its own points of percent."""
        if self.now is None:
            return None
        move = self.at - self.now
        if self.what_if.levers[0].group is Group.COSTS:
            return round(move, 9)
        return round(100.0 * move / self.now, 9) if self.now else None


@dataclass(frozen=True)
class RankingChange(Switch):
    """The first value at which the options stand in another order than one step of the precision before."""

    before: dict[str, int]
    """Places by option id, 1 is first."""
    after: dict[str, int]

    @cached_property
    def place(self) -> int:
        """The highest place that changes hands."""
        return min(rank for rank in self.after.values() if _at(rank, self.before) != _at(rank, self.after))

    @property
    def first(self) -> bool:
        """Whether first place changes hands."""
        return self.place == 1

    @property
    def holders(self) -> tuple[str, ...]:
        """Who has that place then; several where they tie."""
        return _at(self.place, self.after)

    @property
    def gains(self) -> tuple[str, ...]:
        """Who comes to that place."""
        return tuple(option for option in self.holders if self.before[option] != self.place)

    @property
    def loses(self) -> tuple[str, ...]:
        """Who had that place and drops from it; nobody, where another draws level."""
        return tuple(option for option in _at(self.place, self.before) if option not in self.holders)

    @property
    def winner(self) -> str | None:
        """Who comes to that place, or is left there alone; None where several are."""
        arrived = self.gains or self.holders
        return arrived[0] if len(arrived) == 1 else None


def _at(rank: int, places: dict[str, int]) -> tuple[str, ...]:
    return tuple(option for option, place in places.items() if place == rank)


@dataclass(frozen=True)
class CostSwitch(Switch):
    """The value at which the preferred option costs as much as a rival.

    To the nearest step of the precision; whole things cannot be split, so theirs is the first value past it.
    """

    option: str
    rival: str
    dearer: bool
    """Whether the preferred option costs more beyond it."""
    cost: float
    """£, of both where they are level."""

    @property
    def winner(self) -> str:
        """Who costs less beyond it."""
        return self.rival if self.dearer else self.option


def switching_values(
    now: Appraisal, measure: Literal["overall", "cost"] = "overall"
) -> tuple[RankingChange, ...] | tuple[CostSwitch, ...]:
    """Every value of every lever at which first place changes, or the preferred option's cost passes a rival's."""
    if measure == "cost":
        return cost_switches(now)
    return tuple(change for change in ranking_changes(now, alone(now.engine)) if change.first)


def ranking_changes(now: Appraisal, what_ifs: Iterable[WhatIf] | None = None) -> tuple[RankingChange, ...]:
    """Every change of order, what-if by what-if, each walked down from now and then up.

    Without ``what_ifs``: every lever alone, then each option's judged scores together.
    """
    engine = now.engine
    asked = (*alone(engine), *together(engine)) if what_ifs is None else tuple(what_ifs)
    walks = Walks(now, asked)
    found = walks.changes(lambda results: results.rank)
    at = walks.values(found.walk, found.far)
    ids = [option.id for option in now.scenario.options]
    return tuple(
        RankingChange(
            *_walked(now, walks, walk, value),
            before=dict(zip(ids, before, strict=True)),
            after=dict(zip(ids, after, strict=True)),
        )
        for walk, value, before, after in zip(
            found.walk, at.tolist(), found.before.tolist(), found.after.tolist(), strict=True
        )
    )


def _walked(now: Appraisal, walks: Walks, walk: int, at: float) -> tuple[WhatIf, float | None, float, int]:
    """What a switch says of its walk."""
    what_if = walks.what_ifs[walk]
    values = set(what_if.values(now))
    return what_if, values.pop() if len(values) == 1 else None, at, int(walks.direction[walk])


def cost_switches(now: Appraisal) -> tuple[CostSwitch, ...]:
    """Every value of every lever at which the preferred option's cost passes a rival's, rival by rival.

    None where no option is preferred.
    """
    if now.preferred is None:
        return ()
    options = now.scenario.options
    preferred = options.index(now.preferred.option)

    def dearer(results: Results) -> NDArray[np.bool_]:
        return results.cost[:, [preferred]] > results.cost + SAME_COST

    walks = Walks(now, alone(now.engine))
    found = walks.changes(dearer)
    gap, rival = np.nonzero(found.before != found.after)
    return tuple(
        CostSwitch(
            *_walked(now, walks, walk, at), option=options[preferred].id, rival=options[other].id,
            dearer=bool(after), cost=cost,
        )
        for walk, other, after, at, cost in zip(
            found.walk[gap], rival, found.after[gap, rival], *_level(walks, found, gap, preferred, rival), strict=True
        )
    )


def _level(
    walks: Walks, found: Gaps, gap: Indices, preferred: int, rival: Indices
) -> tuple[list[float], list[float]]:
    """Where two costs are level and at what cost, by a straight line across the last step."""
    if not len(gap):
        return [], []
    walk, near, far = found.walk[gap], found.near[gap], found.far[gap]
    row = np.arange(len(gap))
    before, after = (walks.run(walk, position).cost for position in (near, far))
    apart = before[row, preferred] - before[row, rival]
    part = apart / (apart - after[row, preferred] + after[row, rival])
    nearer = (walks.per_unit[walk] > 1) & (near > 0) & (part < 0.5)
    cost = before[row, rival] + part * (after - before)[row, rival]
    return walks.values(walk, np.where(nearer, near, far)).tolist(), cost.tolist()
