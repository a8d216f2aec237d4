"""After the first year: yearly cash flows, net present cost, and when an option pays for itself.

A layer of its own, off until somebody asks for it. Nothing in it enters a published figure, and nothing of it but
the first year's cost is in the briefing.
"""

from dataclasses import dataclass

import numpy as np

from model.appraisal import Appraisal
from model.break_even import break_even_month, break_even_share
from model.cash_flows import CashFlows
from model.discounting import GREEN_BOOK_2026, DiscountSchedule, check_years
from model.engine import NEVER, Array, Engine, Results
from model.scenario import Option

YEARS = 10
"""Green Book 2026, 6.11: ten years by default."""


@dataclass(frozen=True)
class WholeLifeCosts:
    """What the options of a batch cost over the years."""

    yearly: Array
    """£ in each year, year 0 first, (cases, options, years)."""
    net_present_cost: Array
    """£ of year 0, (cases, options)."""
    equivalent_annual_cost: Array
    """£ a year, (cases, options): paid in each of the years 1 to the last, worth as much in year 0."""


@dataclass(frozen=True)
class OptionWholeLife:
    """What one option comes to over the years. Fields are None where there is nothing to tell."""

    option: Option
    yearly: tuple[float, ...]
    """£ in each year, year 0 first; money saved is below nil."""
    net_present_cost: float
    """£ of year 0."""
    equivalent_annual_cost: float
    """£ a year."""
    cost_per_person: float | None
    """£ of net present cost a person enabled (equation 9 has the same of the first cost)."""
    break_even_month: int | None
    """First month in which the work saved so far is worth the money spent so far."""
    break_even_share: float | None
    """% of staff who must be stranded for the work saved to be worth the first cost."""


@dataclass(frozen=True)
class WholeLife:
    """All options over the same years, at the same discount rates."""

    years: int
    schedule: DiscountSchedule
    options: tuple[OptionWholeLife, ...]

    def option(self, name: str) -> OptionWholeLife:
        """What the option with this id comes to."""
        return next(found for found in self.options if found.option.id == name)


def whole_life_costs(
    engine: Engine, cases: Array, results: Results, years: int = YEARS, schedule: DiscountSchedule = GREEN_BOOK_2026
) -> WholeLifeCosts:
    """Whole-life costs of a batch of shape (cases, levers) and the engine's results on it.

    Raises DiscountError for a number of years out of bounds.
    """
    check_years(years)
    return _discounted(CashFlows(engine, cases, results), years, schedule)


def _discounted(flows: CashFlows, years: int, schedule: DiscountSchedule) -> WholeLifeCosts:
    yearly = flows.yearly(years)
    present = yearly @ schedule.factors(yearly.shape[-1] - 1)
    return WholeLifeCosts(yearly, present, present / schedule.annuity(years))


def whole_life(now: Appraisal, years: int = YEARS, schedule: DiscountSchedule = GREEN_BOOK_2026) -> WholeLife:
    """Every option of an appraisal over the years.

    Raises DiscountError for a number of years out of bounds.
    """
    check_years(years)
    cases = now.engine.cases([now.changes])
    flows = CashFlows(now.engine, cases, now.engine.run(cases))
    costs = _discounted(flows, years, schedule)
    month = share = each = [None] * len(now.options)
    if now.scenario.disruption:
        people = flows.batch.people_enabled()
        per_person = np.divide(costs.net_present_cost, people, out=np.full(people.shape, NEVER), where=people > 0)
        month, share, each = map(_known, (break_even_month(flows, years), break_even_share(flows), per_person))
    present = costs.net_present_cost[0]
    return WholeLife(years, schedule, tuple(
        OptionWholeLife(
            option=option,
            yearly=tuple(map(float, costs.yearly[0, index])),
            net_present_cost=float(present[index]),
            equivalent_annual_cost=float(costs.equivalent_annual_cost[0, index]),
            cost_per_person=each[index],
            break_even_month=None if month[index] is None else int(month[index]),
            break_even_share=share[index],
        )
        for index, option in enumerate(now.scenario.options)
    ))  # fmt: skip


def _known(values: Array) -> list[float | None]:
    """Of the first case, by option; what never happens is None."""
    return [float(value) if np.isfinite(value) else None for value in values[0]]
