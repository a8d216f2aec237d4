"""evaluate(engine, changes) -> Appraisal: the one frozen result that words, charts, exports and doors read."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

import numpy as np

from model.engine import NEVER, Backlog, Engine, Results, paid, rollout
from model.levers import accept
from model.scenario import Option, Scenario


@dataclass(frozen=True)
class OptionResult:
    """What one option comes to. Fields are None where the scenario has no data for them."""

    option: Option
    start: float
    """Months before work starts; 0 for the benchmark, which waits for nothing."""
    months: float
    """Months to deliver, once work has started."""
    cost: float
    """£ to deliver (equation 1)."""
    line_costs: tuple[float, ...]
    """£, in the order of the option's cost lines."""
    scores: Mapping[str, float]
    """Of 100, by outcome id."""
    delivered: float
    """Mean share delivered over the months looked at (equation 7)."""
    overall: float
    """Of 100, the weighted mean (equation 10)."""
    benefit: float
    """Of 100, the same without value for money."""
    rank: int
    """1 is first; equal scores share a rank."""
    reach: float | None
    """Share of the gap it closes, 0 to 1."""
    cost_per_person: float | None
    """£ a person enabled; None where nobody is."""
    lost_staff_months: float | None
    """Staff-months (equation 4)."""
    lost_work_value: float | None
    """£, shown beside cost and never added to it (equation 5)."""
    backlog_peak: float | None
    """Staff-months (equation 6)."""
    backlog_clear_month: int | None
    """First month without backlog; 0 if there never was one, None if it never clears."""
    offices_released: int | None
    """Whole offices (equation 11)."""
    carbon_saved_t: float | None
    """Tonnes CO2e a year (equation 12)."""

    @property
    def ready(self) -> float:
        """Months from the decision until everyone has it."""
        return self.start + self.months


@dataclass(frozen=True)
class Timeline:
    """Month by month, each array of shape (options, months); month 1 is the first."""

    months: np.ndarray
    enabled: np.ndarray
    """Share of the gap closed by mid-month, 0 to 1 (equation 2, times the option's reach)."""
    spent: np.ndarray
    """£ by the end of the month, spread evenly over delivery: our assumption, no spending plan is published."""
    stranded: np.ndarray | None
    """People who cannot work (equation 3)."""
    backlog: np.ndarray | None
    """Staff-months (equation 6)."""


@dataclass(frozen=True)
class Appraisal:
    """A scenario with its changes and all that follows from them."""

    engine: Engine
    changes: Mapping[str, float]
    options: tuple[OptionResult, ...]

    @property
    def scenario(self) -> Scenario:
        """What was asked."""
        return self.engine.scenario

    def value(self, lever: str) -> float:
        """The value a lever has here, changed or not."""
        return self.changes.get(lever, self.engine.offered[lever].default)

    def option(self, name: str) -> OptionResult:
        """The result of the option with this id."""
        return next(result for result in self.options if result.option.id == name)

    @property
    def ranking(self) -> tuple[OptionResult, ...]:
        """First place first; equals in the scenario's order."""
        return tuple(sorted(self.options, key=lambda result: result.rank))

    @property
    def weighted(self) -> bool:
        """Whether any outcome counts at all."""
        return any(self.value(f"weight.{outcome.id}") > 0 for outcome in self.scenario.outcomes)

    @property
    def preferred(self) -> OptionResult | None:
        """The option that alone comes first; None where several share first place or no outcome counts."""
        first, second = self.ranking[:2]
        return first if self.weighted and second.rank > 1 else None

    @property
    def idle_people(self) -> float | None:
        """People who cannot work on the first day of the disruption."""
        if self.scenario.disruption is None:
            return None
        return self.value("staff") * self.value("disruption.share") / 100.0

    @property
    def idle_pay(self) -> float | None:
        """£ a month paid to those people."""
        people = self.idle_people
        return None if people is None else people * self.value("disruption.staff_cost")

    @cached_property
    def timeline(self) -> Timeline:
        """The months from the decision until everything shown is over, one year at the least."""
        cases = self.engine.cases([self.changes])
        start = np.array([[result.start] for result in self.options])
        delivery = np.array([[result.months] for result in self.options])
        last = self._last_month()
        months = np.arange(1, last + 1)
        reach = np.array([[1.0 if result.reach is None else result.reach] for result in self.options])
        enabled = rollout(months - start, delivery) * reach
        spent = paid(months - start, delivery) * np.array([[result.cost] for result in self.options])
        stranded = backlog = None
        if self.scenario.disruption:
            walked = list(self.engine.months(cases, last))
            stranded = np.stack([month.stranded[0] for month in walked], axis=1)
            backlog = np.stack([month.backlog[0] for month in walked], axis=1)
        return Timeline(months, enabled, spent, stranded, backlog)

    def _last_month(self) -> int:
        ends = [12.0, *(result.ready for result in self.options)]
        if self.scenario.disruption:
            ends.append(self.value("disruption.months") + 6)
        ends += [result.backlog_clear_month or 0 for result in self.options]
        return int(min(max(ends), 120))


def evaluate(engine: Engine, changes: Mapping[str, float] | None = None) -> Appraisal:
    """Compute one case: every lever at its default but those in ``changes``.

    Raises LeverError for an unknown lever or a value it cannot take.
    """
    accepted = accept(engine.offered, changes or {})
    cases = engine.cases([accepted])
    bare = Appraisal(engine, MappingProxyType(dict(sorted(accepted.items()))), ())
    results, backlog = engine.run(cases), engine.backlog(cases) if engine.scenario.disruption else None
    options = tuple(_option(bare, results, backlog, index) for index in range(len(engine.scenario.options)))
    return replace(bare, options=options)


def _option(bare: Appraisal, results: Results, backlog: Backlog | None, index: int) -> OptionResult:
    scenario, option = bare.scenario, bare.scenario.options[index]

    def of(array: np.ndarray | None) -> float | None:
        return None if array is None else float(array[0, index])

    reach = bare.value(f"{option.id}.reach") / 100.0 if "reach" in bare.engine.option_columns else None
    lost, each = of(results.lost_work), of(results.per_person)
    peak, clear = (of(backlog.peak), of(backlog.clear)) if backlog else (None, None)
    carbon, released = of(results.carbon_saved), of(results.offices_released)
    belongs = bare.engine.lines.option == index
    outcomes = [outcome.id for outcome in scenario.outcomes]
    return OptionResult(
        option=option,
        start=float(bare.engine.waits[index] * np.floor(bare.value("delay"))),
        months=bare.value(f"{option.id}.months"),
        cost=of(results.cost),
        line_costs=tuple(float(line) for line in results.line_costs[0, belongs]),
        scores=MappingProxyType(dict(zip(outcomes, map(float, results.scores[0, index]), strict=True))),
        delivered=of(results.delivered),
        overall=of(results.overall),
        benefit=of(results.benefit),
        rank=int(results.rank[0, index]),
        reach=reach,
        cost_per_person=None if each is None or each == np.inf else each,
        lost_staff_months=lost,
        lost_work_value=None if lost is None else lost * bare.value("disruption.staff_cost"),
        backlog_peak=peak,
        backlog_clear_month=None if clear is None or clear == NEVER else int(clear),
        offices_released=None if released is None else int(released),
        carbon_saved_t=None if carbon is None else carbon / 1000.0,
    )
