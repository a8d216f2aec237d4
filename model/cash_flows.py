"""What each option spends and saves from the decision on: the first year's cost and all that follows it.

Prices are real; money spent is above nil, money saved below it. An option that brings its own yearly cash flows
has those instead. Everything else follows from the engine's results:

- the cost to deliver in the year from the start of work; its recurring lines and the infrastructure kept every year
  after that; savings from retired infrastructure from the end of delivery on, from released offices a lease later
- overtime, where it clears the backlog instead of spare capacity. The pay of idle staff is never added: it is paid
  whether or not they work.
"""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from model.engine import Array, Batch, Engine, Month, Results, paid

MONTHS = 12


class CashFlows:
    """The money of a batch of cases, (cases, options) unless said; ``results`` are the engine's on those cases."""

    def __init__(self, engine: Engine, cases: Array, results: Results) -> None:
        self.engine, self.cases, self.results = engine, np.asarray(cases), results
        self.batch = Batch(engine, self.cases)
        self.start = self.batch.starts()
        """Months from the decision until work starts."""
        self.ready = self.start + self.batch.each("months")
        """Months from the decision until everyone has it."""

    def yearly(self, years: int) -> Array:
        """£ in each year, (cases, options, years), year 0 first and holding the first twelve months.

        Cash flows an option brings itself count up to year ``years``, so they may make the last axis one longer.
        """
        ends = MONTHS * np.arange(years + 1.0)
        first = np.diff(np.clip((ends - self.start[..., None]) / MONTHS, 0.0, 1.0))
        later = np.diff(self.later(ends)) + np.diff(self.overtime(ends))
        flows = self.results.cost[..., None] * first + later
        longest = max(len(brought) for brought in self.brought)
        flows = np.pad(flows, ((0, 0), (0, 0), (0, int(longest > years))))
        for option, brought in enumerate(self.brought):
            if len(brought):
                flows[:, option] = _fitted(brought, flows.shape[-1])
        return flows

    def spent(self, months: Array) -> Array:
        """£ by the end of these months since the decision, (cases, options, months), the cost evenly over delivery."""
        delivery = self.batch.each("months")[..., None]
        cost = self.results.cost[..., None] * paid(months - self.start[..., None], delivery)
        spent = cost + self.later(months) + self.overtime(months)
        for option, brought in enumerate(self.brought):
            if len(brought):
                ends = MONTHS * np.arange(len(brought) + 1)
                spent[:, option] = np.interp(months, ends, np.cumsum([0.0, *brought]))
        return spent

    @cached_property
    def brought(self) -> tuple[Array, ...]:
        """The yearly cash flows that each option brings itself, £, year 0 first; empty for most."""
        return tuple(
            np.array([flow.value for flow in option.cash_flows]) for option in self.engine.scenario.options
        )

    @property
    def first_cost(self) -> Array:
        """£ to deliver, or of year 0 where an option brings its own cash flows."""
        cost = self.results.cost.copy()
        for option, brought in enumerate(self.brought):
            if len(brought):
                cost[:, option] = brought[0]
        return cost

    def later(self, months: Array) -> Array:
        """£ by the end of these months of all that is paid or saved evenly, year after year."""
        return sum(
            np.asarray(amount)[..., None] * np.maximum(months - begins[..., None], 0.0) / MONTHS
            for amount, begins in self.streams
        )

    @property
    def streams(self) -> tuple[tuple[Array, Array], ...]:
        """Amounts in £ a year, each with the month from the decision after which it is paid or saved."""
        released = 0.0 if self.results.offices_released is None else self.results.offices_released
        leases_end = self.ready + MONTHS * self._shared("lease_lag")
        return (
            (self.recurring + self._each("retained_infrastructure"), self.start + MONTHS),
            (-self._each("retired_saving"), self.ready),
            (-self._shared("office_saving") * released, leases_end),
        )

    @property
    def recurring(self) -> Array:
        """£ a year of the cost lines that are paid again."""
        lines = self.engine.lines
        again = np.array([line.recurring for option in self.engine.scenario.options for line in option.cost_lines])
        options = np.arange(len(self.engine.scenario.options))
        return self.results.line_costs @ ((lines.option[:, None] == options) * again[:, None]).astype(float)

    def overtime(self, months: Array) -> Array:
        """£ of overtime by the end of these months, paid as the work comes back."""
        if not np.any(self.overtime_share):
            return np.zeros((*self.results.cost.shape, len(months)))
        rate = self.batch.one("disruption.staff_cost") * (1.0 + self._shared("overtime_premium") / 100.0)
        return (self.overtime_share * rate)[..., None] * self._by(months, [month.backlog for month in self.uncleared])

    @property
    def overtime_share(self) -> Array:
        """Share of the backlog that overtime clears, (cases, 1)."""
        return np.broadcast_to(self._shared("overtime") / 100.0, (len(self.cases), 1))

    def lost(self, months: Array) -> Array:
        """Staff-months lost by the end of these months to stranding, dip and training, and not made up by overtime.

        Training is spread over delivery, as its cost is.
        """
        lost = np.cumsum([month.lost for month in self.uncleared], axis=0)
        training = self.results.lost_work - lost[-1]
        trained = training[..., None] * paid(months - self.start[..., None], self.batch.each("months")[..., None])
        made_up = self.overtime_share * self.batch.share("disruption.backlog_share")
        return (1.0 - made_up)[..., None] * self._by(months, lost) + trained

    @cached_property
    def uncleared(self) -> list[Month]:
        """The months in which work is lost, the backlog that of a council where nobody clears any of it."""
        cases = self.cases.copy()
        cases[:, self.engine.column["disruption.catch_up"]] = 0.0
        return list(self.engine.months(cases, self.batch.busy_months()))

    def _by(self, months: Array, running: list[Array] | NDArray) -> Array:
        """Of running totals by month 1, 2, 3... those by the end of these whole months, 0 before the first."""
        totals = np.stack([np.zeros(self.results.cost.shape), *running], axis=-1)
        return totals[..., np.minimum(np.asarray(months, dtype=int), len(running))]

    def _shared(self, field: str) -> Array | float:
        name = f"after_first_year.{field}"
        return self.batch.one(name) if name in self.engine.column else 0.0

    def _each(self, field: str) -> Array | float:
        return self.batch.each(field) if field in self.engine.option_columns else 0.0


def _fitted(flows: Array, years: int) -> Array:
    """As many years as asked for: cut off, or nil to the end."""
    return np.pad(flows[:years], (0, max(0, years - len(flows))))
