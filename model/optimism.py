"""Optimism bias: projects cost more and take longer than planned, so plans are uplifted openly (Green Book 2026, 6.79).

An uplift of cost multiplies an option's cost on top of any cost change; one of time multiplies its months on top of
any change to those, and costs by the month grow with them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from model.appraisal import Appraisal
from model.engine import Results
from model.provenance import Source
from model.scenario import Option

MOST = 300.0
"""Percent, as far as the verdict looks."""
POINTS = 301


@dataclass(frozen=True)
class Uplift:
    """Percent added to an option's cost and to its months, each from 0."""

    cost: float = 0.0
    months: float = 0.0


@dataclass(frozen=True)
class Category:
    """A kind of project with the uplifts found in past ones, in percent from lowest to highest."""

    id: str
    name: str
    cost: tuple[float, float]
    months: tuple[float, float] | None
    """None where the source gives none."""
    source: Source | None
    weakness: str

    def uplift(self, part: float) -> Uplift:
        """The uplift so far up the range: 0 is the lowest, 1 the highest."""
        cost, months = (low + part * (high - low) for low, high in (self.cost, self.months or (0.0, 0.0)))
        return Uplift(cost, months)


MOTT_MACDONALD = Source(
    title="Review of Large Public Procurement in the UK", publisher="Mott MacDonald for HM Treasury", year=2002
)
CATEGORIES = (
    Category(
        "equipment", "Equipment and development", (10, 200), (10, 54), MOTT_MACDONALD,
        "The evidence is old and thin: public projects finished before 2002, long before the cloud.",
    ),
    Category(
        "outsourcing", "Outsourcing", (0, 41), None, MOTT_MACDONALD,
        "The evidence is old and thin. It is about running costs, so it fits a cost to deliver only loosely.",
    ),
    Category(
        "own", "Own evidence", (0, MOST), (0, MOST), None,
        "Only as good as the finished projects of yours that it rests on: say how many, and which.",
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Flip:
    """At an uplift of ``at`` percent, ``option`` takes ``place`` (1 is first), alone or shared."""

    at: float
    option: Option
    place: int
    shared: bool = False


@dataclass(frozen=True)
class Passing:
    """At an uplift of ``at`` percent, the preferred option costs as much as ``option``."""

    at: float
    option: Option


@dataclass(frozen=True)
class Verdict:
    """What uplifts do to the order by overall score; None where they change nothing up to ``MOST``."""

    preferred: Option
    passes: tuple[Passing, ...]
    """Where the preferred option's cost, it alone uplifted, passes that of each dearer one; nearest first."""
    cost_alone: Flip | None
    """Where the preferred option, its cost alone uplifted, loses first place."""
    months_alone: Flip | None
    """The same for its months."""
    cost_together: Flip | None
    """Where the order first changes, all costs uplifted alike."""
    months_together: Flip | None
    """The same for all months."""


def biased(now: Appraisal, dial: Sequence[Mapping[str, Uplift]]) -> Results:
    """One case for each stop of a dial: the appraisal with these uplifts by option id, none for those left out."""
    engine = now.engine
    cases = np.repeat(engine.cases([now.changes]), len(dial), axis=0)
    for case, uplifts in zip(cases, dial, strict=True):
        for option, uplift in uplifts.items():
            cost, months = engine.column[f"{option}.cost_change"], engine.column[f"{option}.months"]
            case[cost] += uplift.cost * (1 + case[cost] / 100)
            case[months] *= 1 + uplift.months / 100
    return engine.run(cases)


def verdict(now: Appraisal) -> Verdict:
    """Whether, and where, optimism about the preferred option alone or about all alike changes the order."""
    first = now.ranking[0]
    alone, together = [first.option.id], [option.id for option in now.scenario.options]
    passes = [
        Passing(100 * (rival.cost / first.cost - 1), rival.option)
        for rival in now.options if rival.cost > first.cost > 0
    ]  # fmt: skip
    return Verdict(
        preferred=first.option,
        passes=tuple(sorted(passes, key=lambda passing: passing.at)),
        cost_alone=_flip(now, alone, _of_cost, only_first=True),
        months_alone=_flip(now, alone, _of_months, only_first=True),
        cost_together=_flip(now, together, _of_cost),
        months_together=_flip(now, together, _of_months),
    )


def _of_cost(percent: float) -> Uplift:
    return Uplift(cost=percent)


def _of_months(percent: float) -> Uplift:
    return Uplift(months=percent)


def _flip(
    now: Appraisal, options: list[str], uplift: Callable[[float], Uplift], only_first: bool = False
) -> Flip | None:
    """The first change of the order, or of who is first, found on a dial that is made finer around it."""
    before = np.array([result.rank for result in now.options])
    low, high, after = 0.0, MOST, before
    while high - low > 1e-4:
        stops = np.linspace(low, high, POINTS)
        rank = biased(now, [dict.fromkeys(options, uplift(stop)) for stop in stops]).rank
        moved = (rank == 1) != (before == 1) if only_first else rank != before
        changed = np.flatnonzero(moved.any(axis=1))
        if not changed.size:
            return None
        low, high, after = stops[changed[0] - 1], stops[changed[0]], rank[changed[0]]
    return _who(now, before, after, float(high))


def _who(now: Appraisal, before: np.ndarray, after: np.ndarray, at: float) -> Flip:
    """The best place that changed hands, and who has it now."""
    moved = before != after
    place = int(np.minimum(before, after)[moved].min())
    holder = min(range(len(after)), key=lambda index: (after[index] != place, not moved[index]))
    return Flip(at, now.scenario.options[holder], place, shared=int((after == place).sum()) > 1)
