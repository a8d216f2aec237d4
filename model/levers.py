"""The levers a scenario offers: every number one may move, with bounds, step, unit and help.

Built from the scenario alone; screen, terminal, links and checks all read this one list. A lever's
place in the list is its column in the engine's arrays.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from model.provenance import Quantity
from model.scenario import SCORE, WEIGHT, Basis, CostLine, Measure, Option, Outcome, Scenario
from model.text import given, plain, quoted


class Group(StrEnum):
    """Where a person would look for a lever, in this order."""

    COUNCIL = "Council"
    DISRUPTION = "Disruption"
    COSTS = "Option costs"
    DELIVERY = "Time to deliver"
    WEIGHTS = "What matters"
    REACH = "What each option does"
    UNIT_COSTS = "Unit costs"
    SCORES = "Judged outcomes"
    LOST_WORK = "Lost work and its value"
    WORKPLACE = "Offices and carbon"
    AFTER_FIRST_YEAR = "After the first year"


@dataclass(frozen=True)
class Lever:
    """One number one may move: ``quantity`` is the preset's value with its provenance."""

    id: str
    group: Group
    measure: Measure
    quantity: Quantity
    option: Option | None = None
    line: CostLine | None = None
    outcome: Outcome | None = None

    @property
    def default(self) -> float:
        """The preset's value."""
        return self.quantity.value

    @property
    def uncertain(self) -> bool:
        """Whether its number has a range and enters the options' results: weights are preferences, not facts."""
        known, apart = self.quantity, (Group.WEIGHTS, Group.AFTER_FIRST_YEAR)
        return self.group not in apart and known.low < known.high

    @property
    def name(self) -> str:
        """What it is called when the option is known from where it stands."""
        if self.outcome is not None:
            return self.outcome.name
        if self.line is None:
            return self.measure.label
        return f"{self.line.name}, {self.measure.label.lower()}"

    @property
    def title(self) -> str:
        """What it is called when it stands alone."""
        if self.option is None:
            return f"Weight of {self.name}" if self.measure is WEIGHT else self.name
        return f"{self.option.name}: {self.name}"

    def accept(self, value: float) -> float:
        """The value, cleaned of binary noise below the precision; the preset's own, however precise.

        Raises LeverError, in one plain sentence, for what lies outside the bounds or between two
        values of the lever's precision.
        """
        if not self.measure.holds(value):
            raise self._refusal(value)
        if value == self.default:
            return self.default
        tidy = round(round(value / self.measure.precision) * self.measure.precision, 9)
        if not math.isclose(tidy, value, rel_tol=0, abs_tol=1e-9 * max(1, abs(value))):
            raise self._refusal(value)
        return tidy

    def wanted(self, value: float) -> str:
        """What should have stood in a refused value's place: its bounds, and how fine it may be if that was wrong."""
        measure = self.measure
        if not measure.holds(value):
            return measure.bounds
        kind = "a whole number" if measure.precision == 1 else f"a multiple of {plain(measure.precision)}"
        return f"{kind} from {measure.bounds}"

    def _refusal(self, value: float) -> "LeverError":
        return LeverError(f"{self.id} ({self.title}) must be {self.wanted(value)}, not {given(value)}")


class LeverError(ValueError):
    """A lever or a value the scenario does not have; the message is one plain sentence."""


def levers(scenario: Scenario) -> tuple[Lever, ...]:
    """Every lever of a scenario, group by group."""
    found = [*_shared(scenario)]
    for option in scenario.options:
        found += _of_option(option, scenario)
    found += [
        Lever(f"weight.{outcome.id}", Group.WEIGHTS, WEIGHT, outcome.weight, outcome=outcome)
        for outcome in scenario.outcomes
    ]
    order = list(Group)
    return tuple(sorted(found, key=lambda lever: order.index(lever.group)))


def accept(offered: Mapping[str, Lever], changes: Mapping[str, float]) -> dict[str, float]:
    """The changes, checked against the levers offered, less those that change nothing.

    Raises LeverError for an unknown lever or a value it cannot take.
    """
    accepted = {}
    for name, value in changes.items():
        if name not in offered:
            raise LeverError(f"{quoted(str(name))} is not a lever of this preset; 'levers' lists those it has")
        tidy = offered[name].accept(value)
        if tidy != offered[name].default:
            accepted[name] = tidy
    return accepted


def _shared(scenario: Scenario) -> Iterator[Lever]:
    yield from _of_group("", Group.COUNCIL, scenario.organisation)
    yield from _of_group("", Group.DELIVERY, scenario)
    if scenario.disruption:
        for lever in _of_group("disruption.", Group.LOST_WORK, scenario.disruption):
            in_front = lever.id in ("disruption.months", "disruption.share")
            yield _moved(lever, Group.DISRUPTION) if in_front else lever
    if scenario.workplace:
        yield from _of_group("workplace.", Group.WORKPLACE, scenario.workplace)
    if scenario.after_first_year:
        for lever in _of_group("after_first_year.", Group.AFTER_FIRST_YEAR, scenario.after_first_year):
            if _counts(lever.id.partition(".")[2], scenario):
                yield lever


def _of_group(prefix, group, measured) -> Iterator[Lever]:
    for field, (measure, quantity) in measured.quantities().items():
        yield Lever(prefix + field, group, measure, quantity)


def _moved(lever: Lever, group: Group) -> Lever:
    return Lever(lever.id, group, lever.measure, lever.quantity)


_OPTION_GROUPS = {
    "months": Group.DELIVERY,
    "cost_change": Group.COSTS,
    "retained_infrastructure": Group.AFTER_FIRST_YEAR,
    "retired_saving": Group.AFTER_FIRST_YEAR,
}

_NEEDS = {
    "reach": ("disruption", "workplace"),
    "dip": ("disruption",),
    "dip_months": ("disruption",),
    "overtime": ("disruption",),
    "overtime_premium": ("disruption",),
    "office_saving": ("workplace",),
    "lease_lag": ("workplace",),
    "retained_infrastructure": ("after_first_year",),
    "retired_saving": ("after_first_year",),
}
"""The tables of a scenario without which a number moves nothing; one of them is enough."""


def _of_option(option: Option, scenario: Scenario) -> Iterator[Lever]:
    counted = {field: found for field, found in option.quantities().items() if _counts(field, scenario)}
    for field, (measure, quantity) in counted.items():
        group = _OPTION_GROUPS.get(field, Group.REACH)
        yield Lever(f"{option.id}.{field}", group, measure, quantity, option)
    for line in option.cost_lines:
        yield from _of_line(option, line)
    for outcome in scenario.outcomes:
        if outcome.id in option.scores:
            score = option.scores[outcome.id]
            yield Lever(
                f"{option.id}.score.{outcome.id}", Group.SCORES, SCORE, score, option, outcome=outcome
            )


def _counts(field: str, scenario: Scenario) -> bool:
    """Whether a number enters any equation here; a lever that moves nothing would mislead."""
    needed = [getattr(scenario, part) for part in _NEEDS.get(field, ())]
    return not needed or any(needed)


def _of_line(option: Option, line: CostLine) -> Iterator[Lever]:
    identity = f"{option.id}.{line.id}"
    label = "each" if line.amount else "unit cost"
    if line.basis is Basis.FIXED and not line.amount:
        label = "cost"
    yield Lever(identity, Group.UNIT_COSTS, _open_measure(label, line.unit_cost, 0.01), line.unit_cost, option, line)
    if line.share:
        share = Measure("share of staff", line.share.unit, 0, 100, 5, "Share of staff this line is for.", 0.1)
        yield Lever(f"{identity}.share", Group.UNIT_COSTS, share, line.share, option, line)
    if line.amount:
        amount = _open_measure(f"number of {line.amount.unit}", line.amount, 1.0)
        yield Lever(f"{identity}.amount", Group.UNIT_COSTS, amount, line.amount, option, line)


def _open_measure(label: str, quantity: Quantity, precision: float) -> Measure:
    """From nil to twice the plausible high, rounded up: room for what nobody thought plausible."""
    most = _round_up(2 * max(quantity.high, quantity.value, precision))
    step = max(precision, most / 100)
    return Measure(label, quantity.unit, 0, most, step, f"Moves this line: {label}.", precision)


def _round_up(number: float) -> float:
    """The next 1, 2 or 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(number))
    return next(power * lead for lead in (1, 2, 5, 10) if power * lead >= number * (1 - 1e-12))
