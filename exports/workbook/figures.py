"""What the model says of every cell before the workbook has computed anything."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from model.appraisal import Appraisal, OptionResult
from model.engine import Array, Batch, Month, rollout

MONTHS = 120
"""The longest view there is; a disruption, a delay and a dip are over by month 36."""

MISSING = {"backlog_clear_month": "never", "cost_per_person": "–"}
"""What stands where the model has no number."""


class Figures:
    """An appraisal with the steps that lead to it. Methods give one option's figure, by its place."""

    def __init__(self, now: Appraisal) -> None:
        self.now = now
        self._batch = Batch(now.engine, now.engine.cases([now.changes]))

    @property
    def options(self) -> Sequence[OptionResult]:
        """The results, in the scenario's order."""
        return self.now.options

    @property
    def benchmark(self) -> int:
        """Place of the option that lost work is measured against."""
        return [result.option.id for result in self.options].index(self.now.scenario.benchmark)

    def of(self, key: str, index: int) -> float | str:
        """The figure that a row of Outcomes shows: a step of ours, a score, or the appraisal's own."""
        name, _, outcome = key.partition(".")
        if outcome:
            return self.options[index].scores[outcome]
        found = getattr(self, name)(index) if hasattr(self, name) else getattr(self.options[index], name)
        return MISSING[name] if found is None else found

    def rollout(self, month: int, index: int) -> float:
        """Share delivered by the middle of a month (equation 2)."""
        result = self.options[index]
        return float(rollout(month - result.start, np.array(result.months)))

    @cached_property
    def training_money(self) -> Array:
        """£ that take people away from their work, before any cost change, by option."""
        return self._batch.costs()[2][0]

    @cached_property
    def walked(self) -> list[Month]:
        """Months 1 to 120; only where there is a disruption, as all that follows."""
        return list(self._batch.months(MONTHS))

    @cached_property
    def busy_months(self) -> int:
        """Months after which nothing but catching up happens."""
        return self._batch.busy_months()

    def enabled(self, index: int) -> float:
        """People who can work once the option is delivered."""
        return self.now.idle_people * self.options[index].reach

    def stranded(self, index: int) -> float:
        """Staff-months lost to stranding."""
        return float(np.sum([month.stranded[0, index] for month in self.walked]))

    def dip(self, index: int) -> float:
        """Staff-months lost while people get used to something new."""
        return float(np.sum([month.lost[0, index] - month.stranded[0, index] for month in self.walked]))

    def training(self, index: int) -> float:
        """Staff-months lost to training."""
        return self.options[index].lost_staff_months - self.stranded(index) - self.dip(index)

    def left(self, index: int) -> float:
        """Staff-months of backlog when the last work has been lost."""
        return float(self.walked[self.busy_months - 1].backlog[0, index])
