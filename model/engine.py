"""The equations, once, on arrays whose first axis is a batch of cases.

A case is one value for every lever of a scenario, so a batch is an array of shape (cases, levers), in
the order of `model.levers.levers`. One what-if is a batch of one, a sweep of every slider a batch of
thousands, a simulation a batch of tens of thousands: the same lines compute them all.

Equation numbers are those of docs/method.md. Percentages become shares on the way in; money is pounds,
work is staff-months, time is months, carbon is kg CO2e a year.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from model.levers import Lever, levers
from model.scenario import Basis, OutcomeKind, Scenario

Array = NDArray[np.float64]

NEVER = np.inf
"""The month in which a backlog clears that nobody has time to clear."""

NOTHING = 1e-9
"""Work, people and points below this are binary noise."""


@dataclass(frozen=True)
class Lines:
    """The cost lines of all options in a row, with the columns of their numbers (-1: counts as one)."""

    option: NDArray[np.intp]
    basis: tuple[Basis, ...]
    unit_cost: NDArray[np.intp]
    multiple: NDArray[np.intp]
    divisor: Array
    training: NDArray[np.bool_]


@dataclass(frozen=True)
class Results:
    """What a batch comes to. Shapes: (cases, options) unless said; None where the scenario has no data."""

    line_costs: Array
    """£, (cases, lines), lines in the order of the options."""
    cost: Array
    """£ (equation 1)."""
    delivered: Array
    """Mean share delivered over the months looked at (equation 7)."""
    scores: Array
    """Of 100, (cases, options, outcomes)."""
    overall: Array
    """Of 100 (equation 10)."""
    benefit: Array
    """Of 100, the same without value for money, so that cost is not counted twice."""
    rank: NDArray[np.int64]
    """1 is first; options within 1e-9 points share a rank."""
    lost_work: Array | None
    """Staff-months (equation 4)."""
    offices_released: Array | None
    """Whole offices (equation 11)."""
    carbon_saved: Array | None
    """kg CO2e a year (equation 12)."""
    per_person: Array | None
    """£ a person enabled (equation 9); infinite where nobody is."""


@dataclass(frozen=True)
class Backlog:
    """What a batch's backlogs come to (equation 6), each of shape (cases, options)."""

    peak: Array
    """Staff-months."""
    clear: Array
    """First month from which no backlog is left; 0 if there never was one, NEVER if it stays."""


@dataclass(frozen=True)
class Month:
    """The state at the end of one month, each of shape (cases, options)."""

    number: int
    stranded: Array
    lost: Array
    backlog: Array


class Engine:
    """A scenario made ready to compute: which column of a case holds which number."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.levers: tuple[Lever, ...] = levers(scenario)
        self.column = {lever.id: index for index, lever in enumerate(self.levers)}
        self.defaults: Array = np.array([lever.default for lever in self.levers])
        self.offered = {lever.id: lever for lever in self.levers}
        self.waits: Array = np.array([float(option.id != scenario.benchmark) for option in scenario.options])
        fields = {lever.id.partition(".")[2] for lever in self.levers if lever.option and not lever.line}
        self.option_columns = {
            field: [self.column[f"{option.id}.{field}"] for option in scenario.options] for field in fields
        }

    def cases(self, changes: Sequence[Mapping[str, float]]) -> Array:
        """One case for each mapping of lever id to value; every other lever at its default."""
        batch = np.tile(self.defaults, (len(changes), 1))
        for row, changed in zip(batch, changes, strict=True):
            for name, value in changed.items():
                row[self.column[name]] = value
        return batch

    def run(self, cases: Array) -> Results:
        """The results of a batch of shape (cases, levers): every equation but the backlog's."""
        return Batch(self, cases).results()

    def backlog(self, cases: Array) -> Backlog:
        """Equation 6 of a batch: walked month by month, so it takes longer than all the others; needs a disruption."""
        return Batch(self, cases).backlog()

    def months(self, cases: Array, last: int) -> Iterator[Month]:
        """The months 1 to ``last`` of a batch, one after the other; needs a disruption."""
        return Batch(self, cases).months(last)

    @cached_property
    def lines(self) -> Lines:
        """The scenario's cost lines, option after option."""
        pairs = [
            (index, option.id, line)
            for index, option in enumerate(self.scenario.options)
            for line in option.cost_lines
        ]
        multiples = [
            self.column.get(f"{owner}.{line.id}.share", self.column.get(f"{owner}.{line.id}.amount", -1))
            for _, owner, line in pairs
        ]
        return Lines(
            option=np.array([index for index, _, _ in pairs], dtype=np.intp),
            basis=tuple(line.basis for _, _, line in pairs),
            unit_cost=np.array([self.column[f"{owner}.{line.id}"] for _, owner, line in pairs], dtype=np.intp),
            multiple=np.array(multiples, dtype=np.intp),
            divisor=np.array([100.0 if line.share else 1.0 for _, _, line in pairs]),
            training=np.array([line.training for _, _, line in pairs], dtype=bool),
        )


def rollout(month: float, months: Array) -> Array:
    """Equation 2: share delivered by the middle of a month since the start (1 is the first, none before it).

    1 where nothing takes time.
    """
    # Half a month or less is over by the middle of the first, so the floor changes no answer.
    return np.maximum(np.minimum((month - 0.5) / np.maximum(months, 0.5), 1.0), 0.0)


def paid(month: Array, months: Array) -> Array:
    """Share of a cost spent by the end of a month since the start, evenly over delivery: no plan is published."""
    return np.clip(month / np.maximum(months, 1e-9), 0.0, 1.0)


def summed_rollout(months_seen: Array, months: Array, start: Array | float = 0.0) -> Array:
    """`rollout` summed over the whole months 1 to ``months_seen``, in closed form.

    Of the months after ``start``, the ramp's first n add up to n squared / 2 over the delivery months, the
    rest to one each.
    """
    whole = np.maximum(np.floor(months_seen) - start, 0.0)
    ramp = np.maximum(np.minimum(whole, np.ceil(months - 0.5)), 0.0)
    climbed = ramp * ramp / (2.0 * np.where(months > 0, months, 1.0))
    return climbed + whole - ramp


def mean_rollout(horizon: Array, months: Array, start: Array | float = 0.0) -> Array:
    """Equation 7: the mean of `rollout` over the whole months 1 to ``horizon``."""
    return summed_rollout(horizon, months, start) / np.floor(horizon)


class Batch:
    """One batch under way: the equations read like METHOD, ``self(...)`` fetches a number."""

    def __init__(self, engine: Engine, cases: Array) -> None:
        self.engine = engine
        self.scenario = engine.scenario
        # Number after number rather than case after case: what an equation reads together then lies together.
        self.values = np.asfortranarray(cases, dtype=np.float64)

    def one(self, lever: str) -> Array:
        """A number all options share, (cases, 1)."""
        return self.values[:, self.engine.column[lever], None]

    def share(self, lever: str) -> Array:
        """A percentage all options share, as a share, (cases, 1)."""
        return self.one(lever) / 100.0

    def each(self, field: str) -> Array:
        """A number each option has its own of, (cases, options)."""
        return self.values[:, self.engine.option_columns[field]]

    def each_share(self, field: str) -> Array:
        """A percentage each option has its own of, as a share, (cases, options)."""
        return self.each(field) / 100.0

    def starts(self) -> Array:
        """Whole months before work starts, (cases, options); the benchmark carries on as now and waits for nothing."""
        return np.multiply(np.floor(self.one("delay")), self.engine.waits, order="F")

    def results(self) -> Results:
        """Every equation, in the order of the method."""
        line_costs, cost, training = self.costs()
        delivered = mean_rollout(self.one("horizon"), self.each("months"), self.starts())
        lost = released = carbon = each = None
        if self.scenario.disruption:
            lost = self.lost_work(training)
            each = self.per_person(cost)
        if self.scenario.workplace:
            released, carbon = self.workplace()
        scores = self.scores(each, delivered, lost)
        overall = self.weighted(scores, {*OutcomeKind})
        benefit = self.weighted(scores, {*OutcomeKind} - {OutcomeKind.VALUE_FOR_MONEY})
        return Results(
            line_costs, cost, delivered, scores, overall, benefit, ranks(overall), lost, released, carbon, each,
        )

    def costs(self) -> tuple[Array, Array, Array]:
        """Equation 1: lines (cases, lines), cost and, before any cost change, its training part."""
        lines = self.engine.lines
        quantity = {
            Basis.STAFF: lambda: self.one("staff"),
            Basis.OFFICES: lambda: self.one("offices"),
            Basis.FIXED: lambda: np.ones((len(self.values), 1)),
        }
        months = self.each("months")
        unchanged = np.empty((len(self.values), len(lines.option)), order="F")
        cost, training = np.zeros_like(months), np.zeros_like(months)
        for index, (option, basis) in enumerate(zip(lines.option, lines.basis, strict=True)):
            base = months[:, option] if basis is Basis.DELIVERY_MONTHS else quantity[basis]()[:, 0]
            multiple = lines.multiple[index]
            factor = self.values[:, multiple] / lines.divisor[index] if multiple >= 0 else 1.0
            unchanged[:, index] = self.values[:, lines.unit_cost[index]] * base * factor
            cost[:, option] += unchanged[:, index]
            if lines.training[index]:
                training[:, option] += unchanged[:, index]
        change = 1.0 + self.each_share("cost_change")
        return unchanged * change[:, lines.option], cost * change, training

    def people(self) -> Array:
        """People stranded while nothing is delivered, (cases, 1)."""
        return self.one("staff") * self.share("disruption.share")

    def lost_work(self, training: Array) -> Array:
        """Equations 3 and 4: the people stranded each month added up, the dip and the days of training."""
        disruption, dip = self.one("disruption.months"), self.one("staff") * self.each_share("dip")
        closed = self.each_share("reach") * summed_rollout(disruption, self.each("months"), self.starts())
        stranded = self.people() * (np.floor(disruption) - closed)
        trained = training / self.one("disruption.training_day") / self.one("disruption.working_days")
        return stranded + dip * np.floor(self.each("dip_months")) + trained

    def months(self, last: int) -> Iterator[Month]:
        """Equations 3 and 6, month by month."""
        staff, disruption, starts = self.one("staff"), self.one("disruption.months"), self.starts()
        people, reach, delivery = self.people(), self.each_share("reach"), self.each("months")
        dip, dip_months = staff * self.each_share("dip"), self.each("dip_months")
        returns, spare = self.share("disruption.backlog_share"), self.share("disruption.catch_up")
        backlog = np.zeros_like(delivery)
        for number in range(1, last + 1):
            since = number - starts
            idle = people * (1.0 - reach * rollout(since, delivery))
            stranded = np.where(number <= disruption, idle, 0.0)
            lost = stranded + np.where((since > 0) & (since <= dip_months), dip, 0.0)
            backlog = np.maximum(0.0, backlog + returns * lost - spare * (staff - stranded))
            yield Month(number, stranded, lost, backlog)

    def busy_months(self) -> int:
        """Months after which nothing but catching up happens."""
        return int(max(self.one("disruption.months").max(), (self.starts() + self.each("dip_months")).max()))

    def backlog(self) -> Backlog:
        """Equation 6: the backlog's peak, and the month in which it is cleared."""
        backlog = peak = last_seen = np.zeros_like(self.each("months"))
        busy = self.busy_months()
        for month in self.months(busy):
            backlog = month.backlog
            peak = np.maximum(peak, backlog)
            last_seen = np.where(backlog > NOTHING, month.number, last_seen)
        pace = np.broadcast_to(self.one("staff") * self.share("disruption.catch_up"), backlog.shape)
        left = np.divide(backlog, pace, out=np.full_like(backlog, NEVER), where=pace > 0)
        cleared = np.where(last_seen > 0, last_seen + 1, 0)
        return Backlog(peak, np.where(backlog > NOTHING, busy + np.ceil(left - NOTHING), cleared))

    def scores(self, each: Array | None, delivered: Array, lost: Array | None) -> Array:
        """Equations 7 to 9: the score of each option on each outcome."""
        columns = []
        for outcome in self.scenario.outcomes:
            if outcome.kind is OutcomeKind.JUDGED:
                columns.append(self.each(f"score.{outcome.id}") * delivered)
            elif outcome.kind is OutcomeKind.DELIVERY_OF_SERVICES:
                columns.append(self.delivery_of_services(lost))
            else:
                columns.append(self.value_for_money(each))
        return np.stack([column.T for column in columns]).T

    def delivery_of_services(self, lost: Array) -> Array:
        """Equation 8. Where doing nothing loses no work there is none to save, and all score 0."""
        benchmark = [option.id for option in self.scenario.options].index(self.scenario.benchmark)
        reference = np.broadcast_to(lost[:, benchmark, None], lost.shape)
        kept = np.divide(lost, reference, out=np.ones_like(lost), where=reference > 0)
        return 100.0 * np.maximum(0.0, 1.0 - kept)

    def people_enabled(self) -> Array:
        """Stranded people an option lets work, once delivered, (cases, options)."""
        return self.people() * self.each_share("reach")

    def per_person(self, cost: Array) -> Array:
        """What each person enabled costs."""
        enabled = self.people_enabled()
        return np.divide(cost, enabled, out=np.full_like(cost, np.inf), where=enabled > 0)

    def value_for_money(self, each: Array) -> Array:
        """Equation 9. An option that enables nobody scores 0, so nil cost alone cannot win."""
        limit = self.one("disruption.most_per_person")
        return 100.0 * np.maximum(0.0, 1.0 - each / limit)

    def weighted(self, scores: Array, kinds: set[OutcomeKind]) -> Array:
        """Equation 10 over outcomes of these kinds."""
        kept = [index for index, outcome in enumerate(self.scenario.outcomes) if outcome.kind in kinds]
        columns = [self.engine.column[f"weight.{self.scenario.outcomes[index].id}"] for index in kept]
        return weighted_mean(scores[:, :, kept], self.values[:, columns])

    def workplace(self) -> tuple[Array, Array]:
        """Equations 11 and 12: offices released and carbon saved a year."""
        before, after = self.share("workplace.remote_before"), self.share("workplace.remote_after")
        closer = (after - before) * self.each_share("reach")
        at_home = self.share("workplace.home_days")
        desks = self.one("offices") * at_home * (before + closer) * self.share("workplace.desk_release")
        released = np.floor(desks + NOTHING)
        days = self.one("staff") * closer * at_home * self.one("workplace.days_a_year")
        driving = self.one("workplace.commute") * self.share("workplace.car_share") * self.one("workplace.car_carbon")
        heating = self.one("workplace.home_hours") * self.one("workplace.home_carbon")
        building = self.one("workplace.office_area") * self.one("workplace.office_carbon")
        return released, days * (driving - heating) + released * building


def weighted_mean(scores: Array, weights: Array) -> Array:
    """Equation 10: (cases, options) from scores (cases, options, outcomes) and weights (cases, outcomes).

    One case of either serves all of the other; 0 where all weights are 0.
    """
    total = weights.sum(axis=1, keepdims=True)
    parts = np.divide(weights, total, out=np.zeros_like(weights), where=total > 0)
    return np.einsum("boj,bj->bo", scores, parts, order="F")


def ranks(overall: Array) -> NDArray[np.int64]:
    """Places from the scores, 1 first; scores closer than NOTHING share one."""
    ahead = overall[:, None, :] > overall[:, :, None] + NOTHING
    return 1 + ahead.sum(axis=2)
