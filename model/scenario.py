"""What is asked: an organisation, its options with their cost lines, the outcomes and their weights.

Every number a person may move is a field whose annotation holds its `Measure`: label, unit, bounds,
step and help are declared here, once, and `model.levers` reads them.
"""

import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Annotated, Self

from pydantic import (
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    StringConstraints,
    ValidationInfo,
    field_validator,
    model_validator,
)

from model.provenance import Frozen, Identifier, Quantity, Source, Status
from model.scenes import STANDING, Scene
from model.text import Line, Prose, given, plain


@dataclass(frozen=True)
class Measure:
    """How a number is named, measured and moved; as an annotation it holds a quantity to its unit and bounds.

    ``precision`` is the smallest step one may type. Without a unit, the quantity brings its own.
    """

    label: str
    unit: str
    least: float
    most: float
    step: float
    help: str
    precision: float = 1.0

    @property
    def bounds(self) -> str:
        """The least and the most as a message says them: £500 to £40,000 a person."""
        least, most = plain(self.least), plain(self.most)
        if self.unit.startswith("£"):
            return f"£{least} to £{most}{self.unit[1:]}"
        if self.unit.startswith("%"):
            return f"{least} to {most}{self.unit}"
        return f"{least} to {most}" if self.unit in ("", "of 100") else f"{least} to {most} {self.unit}"

    def holds(self, number: object) -> bool:
        """Whether this is a number within bounds."""
        # Compared as it is: a whole number may be too long to convert.
        return isinstance(number, int | float) and not isinstance(number, bool) and self.least <= number <= self.most

    def check(self, data: object) -> object:
        """What was written for a quantity, its unit filled in; refuses another unit and numbers out of bounds."""
        if not isinstance(data, dict | Quantity):
            return data
        fields = dict(data) if isinstance(data, dict) else data.model_dump()
        unit = fields.setdefault("unit", self.unit) if self.unit else ""
        if unit != self.unit:
            raise ValueError(f"must be measured in {self.unit}, not {given(unit)}")
        for name in ("value", "low", "high"):
            if name in fields and not self.holds(fields[name]):
                field = "" if name == "value" else f"{name} "
                raise ValueError(f"{field}must be {self.bounds}, not {given(fields[name])}")
        return fields if isinstance(data, dict) else data

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> object:
        return BeforeValidator(self.check).__get_pydantic_core_schema__(source, handler)


class Basis(StrEnum):
    """What a cost line's unit cost is multiplied by."""

    STAFF = "staff"
    OFFICES = "offices"
    DELIVERY_MONTHS = "delivery-months"
    FIXED = "fixed"


UNIT_COST_UNITS = {
    Basis.STAFF: "£ a person",
    Basis.OFFICES: "£ an office",
    Basis.DELIVERY_MONTHS: "£ a month",
    Basis.FIXED: "£",
}


class OutcomeKind(StrEnum):
    """Judged: an end-state score after delivery time. The others are computed (equations 8 and 9)."""

    JUDGED = "judged"
    DELIVERY_OF_SERVICES = "delivery-of-services"
    VALUE_FOR_MONEY = "value-for-money"


class Measured(Frozen):
    """A group of quantities, each held to its measure's unit and bounds."""

    @classmethod
    def measures(cls) -> dict[str, Measure]:
        """The measure of each field that has one, in the order of declaration."""
        return {
            name: item
            for name, field in cls.model_fields.items()
            for item in field.metadata
            if isinstance(item, Measure)
        }

    def quantities(self) -> dict[str, tuple[Measure, Quantity]]:
        """The quantities this group holds, by field name, with their measures."""
        return {
            name: (measure, quantity)
            for name, measure in self.measures().items()
            if (quantity := getattr(self, name)) is not None
        }


def _nil(unit: str, note: str = "") -> Quantity:
    """Nothing until somebody says otherwise."""
    return Quantity(value=0, unit=unit, low=0, high=0, status=Status.ASSUMPTION, note=note)


class Organisation(Measured):
    """Who decides, and how large it is. Cost lines may rest on its staff and its offices."""

    name: Line
    staff: Annotated[
        Quantity | None,
        Measure("Staff", "staff", 100, 20_000, 100, "Everyone the change is for."),
    ] = None
    offices: Annotated[
        Quantity | None,
        Measure("Offices", "offices", 1, 60, 1, "Buildings that need bandwidth or have a server room."),
    ] = None


HORIZON = Measure(
    "Months looked at", "months", 6, 120, 6,
    "How far ahead outcomes are counted. A shorter view favours what is delivered soon.",
)

DELAY = Measure(
    "Months before work starts", "months", 0, 24, 1,
    "Waiting before any option but carrying on as now. The disruption does not wait.",
)


class Disruption(Measured):
    """The event that keeps people from their offices, and what lost work means."""

    months: Annotated[
        Quantity,
        Measure("Months it lasts", "months", 1, 36, 1, "How long offices cannot be used as usual."),
    ]
    share: Annotated[
        Quantity,
        Measure(
            "Cannot work remotely", "% of staff", 0, 50, 1,
            "Staff with no way to work away from the office before any option is delivered.", 0.1,
        ),
    ]
    staff_cost: Annotated[
        Quantity,
        Measure("Staff cost", "£ a month", 1_000, 10_000, 50, "Average monthly pay with on-costs."),
    ]
    backlog_share: Annotated[
        Quantity,
        Measure("Lost work that returns", "% of lost work", 0, 100, 5, "The part that waits as a backlog."),
    ]
    catch_up: Annotated[
        Quantity,
        Measure(
            "Spare capacity to catch up", "% of working staff", 0, 20, 1,
            "Working time that can go on clearing the backlog.", 0.1,
        ),
    ]
    most_per_person: Annotated[
        Quantity,
        Measure(
            "Most we would pay per person enabled", "£ a person", 500, 40_000, 500,
            "At this cost a person, value for money scores 0; at nil it scores 100.",
        ),
    ]
    training_day: Annotated[
        Quantity,
        Measure("Cost of a training day", "£ a day", 10, 2_000, 1, "Turns training money into days away."),
    ]
    working_days: Annotated[
        Quantity,
        Measure("Working days a month", "days", 10, 25, 1, "Turns training days into staff-months."),
    ]


class Workplace(Measured):
    """What working from home changes in offices and carbon (equations 11 and 12)."""

    remote_before: Annotated[
        Quantity, Measure("Working from home before", "% of staff", 0, 100, 1, "Before any option.")
    ]
    remote_after: Annotated[
        Quantity,
        Measure("Working from home after", "% of staff", 0, 100, 1, "Once the gap is fully closed."),
    ]
    home_days: Annotated[
        Quantity, Measure("Days at home", "% of working days", 0, 100, 5, "For those who work from home.")
    ]
    desk_release: Annotated[
        Quantity,
        Measure("Empty desks that can be released", "% of desks", 0, 100, 5, "The rest stay as slack."),
    ]
    commute: Annotated[
        Quantity, Measure("Commute, there and back", "km a day", 0, 200, 1, "Average round trip.", 0.1)
    ]
    car_share: Annotated[
        Quantity, Measure("Commute by car", "% of journeys", 0, 100, 1, "Share who drive.", 0.1)
    ]
    car_carbon: Annotated[
        Quantity,
        Measure("Carbon of driving", "kg CO2e a km", 0, 1, 0.01, "Average car.", 0.0001),
    ]
    office_area: Annotated[
        Quantity, Measure("Area of an office", "m2", 0, 100_000, 100, "Average floor area.")
    ]
    office_carbon: Annotated[
        Quantity,
        Measure("Carbon of an office", "kg CO2e a m2 a year", 0, 500, 1, "Heating and power.", 0.1),
    ]
    home_hours: Annotated[
        Quantity, Measure("Hours in a day at home", "hours", 0, 24, 0.5, "Working hours.", 0.1)
    ]
    home_carbon: Annotated[
        Quantity,
        Measure("Carbon of an hour at home", "kg CO2e an hour", 0, 5, 0.01, "Heating and power.", 0.00001),
    ]
    days_a_year: Annotated[
        Quantity, Measure("Working days a year", "days", 100, 260, 5, "After leave and bank holidays.")
    ]


class AfterFirstYear(Measured):
    """What follows the first year's cost; it enters no published figure, only `model.wholelife`."""

    office_saving: Annotated[
        Quantity,
        Measure(
            "Saving from an office released", "£ a year", 0, 5_000_000, 10_000,
            "Rent, rates and running costs of one office, once its lease has ended.",
        ),
    ] = _nil("£ a year")
    lease_lag: Annotated[
        Quantity,
        Measure(
            "Wait for a lease to end", "years", 0, 25, 1,
            "From the end of delivery until a released office stops costing money.", 0.1,
        ),
    ] = _nil("years")
    overtime: Annotated[
        Quantity,
        Measure(
            "Backlog cleared by overtime", "% of the backlog", 0, 100, 5,
            "Paid overtime instead of spare capacity; the rest is cleared in spare time at no extra pay.",
        ),
    ] = _nil("% of the backlog")
    overtime_premium: Annotated[
        Quantity,
        Measure("Overtime premium", "% on top of pay", 0, 200, 5, "50 is time and a half."),
    ] = _nil("% on top of pay")


UNIT_COST = Measure("Unit cost", "", 0, 1_000_000_000, 1, "What one costs.", 0.01)
AMOUNT = Measure("Amount", "", 0, 1_000_000, 1, "How many.")
SHARE = Measure("Share of staff", "% of staff", 0, 100, 5, "Share of staff this line is for.", 0.1)


class CostLine(Frozen):
    """One line of an option's cost: unit cost x quantity of its basis x share or amount.

    ``share`` (% of staff) goes with a staff line, ``amount`` (say, days) with a fixed one.
    ``training`` marks money that also takes people away from their work (equation 4).
    """

    id: Identifier
    name: Line
    basis: Annotated[Basis, Field(strict=False)]
    unit_cost: Quantity
    share: Annotated[Quantity | None, SHARE] = None
    amount: Annotated[Quantity | None, AMOUNT] = None
    recurring: bool = False
    training: bool = False

    @field_validator("unit_cost", mode="before")
    @classmethod
    def _unit_cost_follows_the_basis(cls, data: object, info: ValidationInfo) -> object:
        basis = info.data.get("basis")
        if basis is None:
            return data
        if basis is not Basis.FIXED:
            return replace(UNIT_COST, unit=UNIT_COST_UNITS[basis]).check(data)
        return UNIT_COST.check({"unit": UNIT_COST_UNITS[basis], **data} if isinstance(data, dict) else data)

    @model_validator(mode="after")
    def _parts_fit_the_basis(self) -> Self:
        if self.share is not None and self.basis is not Basis.STAFF:
            raise ValueError(f"share goes only with the basis staff, not {self.basis}")
        if self.amount is not None and self.basis is not Basis.FIXED:
            raise ValueError(f"amount goes only with the basis fixed, not {self.basis}")
        return self


CASH_FLOW = Measure(
    "Cash flow", "£", -1_000_000_000, 1_000_000_000, 1_000, "Money spent in a year; below nil, money saved.", 0.01
)


def _assumed(data: object) -> object:
    """A bare number is an assumption; one that is better known brings its status and source."""
    return data if isinstance(data, dict | Quantity) else {"value": data, "status": Status.ASSUMPTION.value}


SCORE = Measure(
    "Judged score", "of 100", 0, 100, 5,
    "How far the option meets the outcome once delivered: not achieved 0, partly 50, mostly 75, fully 100.",
)


class Option(Measured):
    """One way to go. Numbers about reach and dip are asked for only where there is a disruption."""

    id: Identifier
    name: Line
    short: Line | None = None
    months: Annotated[
        Quantity,
        Measure("Months to deliver", "months", 0, 36, 1, "From the start of work until everyone has it."),
    ]
    cost_change: Annotated[
        Quantity,
        Measure(
            "Cost change", "%", -50, 300, 5,
            "Moves every cost line of this option: +10 means it all costs a tenth more.", 0.1,
        ),
    ] = _nil("%", "Moves every cost line of this option together.")
    reach: Annotated[
        Quantity | None,
        Measure(
            "Gap it closes", "% of the gap", 0, 100, 5,
            "Share of staff who could not work remotely and now can, once delivered.",
        ),
    ] = None
    dip: Annotated[
        Quantity | None,
        Measure("Productivity dip", "% of work", 0, 15, 1, "Work lost while people get used to it.", 0.1),
    ] = None
    dip_months: Annotated[
        Quantity | None,
        Measure("Months the dip lasts", "months", 0, 6, 1, "From the start of work."),
    ] = None
    retained_infrastructure: Annotated[
        Quantity,
        Measure(
            "Infrastructure it keeps", "£ a year", 0, 50_000_000, 10_000,
            "Support, power and renewal of what this option keeps running, every year after the first.",
        ),
    ] = _nil("£ a year")
    retired_saving: Annotated[
        Quantity,
        Measure(
            "Saving from infrastructure it retires", "£ a year", 0, 50_000_000, 10_000,
            "What no longer has to be paid once this option is delivered.",
        ),
    ] = _nil("£ a year")
    cash_flows: Annotated[
        tuple[Annotated[Quantity, CASH_FLOW, BeforeValidator(_assumed)], ...], Field(strict=False, max_length=101)
    ] = ()
    cost_lines: Annotated[tuple[CostLine, ...], Field(strict=False, max_length=40)] = ()
    scores: dict[Identifier, Annotated[Quantity, SCORE]] = Field(default_factory=dict)
    advantages: Annotated[tuple[Line, ...], Field(strict=False, max_length=20)] = ()
    disadvantages: Annotated[tuple[Line, ...], Field(strict=False, max_length=20)] = ()
    published_time: Line | None = None
    published_cost: Line | None = None
    published_verdict: Line | None = None

    @model_validator(mode="after")
    def _lines_are_told_apart(self) -> Self:
        _refuse_twins("cost_lines", [line.id for line in self.cost_lines])
        _refuse_twins("cost_lines", [line.name for line in self.cost_lines])
        for line in self.cost_lines:
            if line.id in {*self.measures(), "score"}:
                raise ValueError(f"cost_lines: none can have the id {line.id}, which the model uses")
        return self


WEIGHT = Measure(
    "Weight", "of 100", 0, 100, 5,
    "How much the move from the worst to the best option on this outcome matters; the largest gets 100.",
)


class Outcome(Measured):
    """What the options are judged by, and how much it matters."""

    id: Identifier
    name: Line
    kind: Annotated[OutcomeKind, Field(strict=False)] = OutcomeKind.JUDGED
    weight: Annotated[Quantity, WEIGHT] = Quantity(
        value=100, unit=WEIGHT.unit, low=0, high=100, status=Status.ASSUMPTION,
        note="Equal weights: none are published.",
    )


RESERVED = {"staff", "offices", "horizon", "delay", "disruption", "workplace", "weight"}
SIZES = {Basis.STAFF: "staff", Basis.OFFICES: "offices"}


class Scenario(Measured):
    """One decision, whole. Equal scenarios are equal: no ids, times or language inside.

    ``benchmark`` is the option of carrying on as now (Green Book 2.16): lost work is measured against it.
    ``after_first_year`` is a layer of its own: without it the options have costs of the first year and licences.
    ``shown_levers`` are the levers put in front; all others stand under "more". ``scenes`` are for a presenter.
    """

    id: Identifier
    name: Line
    summary: Prose = ""
    organisation: Organisation
    horizon: Annotated[Quantity, HORIZON]
    delay: Annotated[Quantity, DELAY] = _nil("months", "Work starts with the decision.")
    disruption: Disruption | None = None
    workplace: Workplace | None = None
    after_first_year: AfterFirstYear | None = None
    benchmark: Identifier
    options: Annotated[tuple[Option, ...], Field(strict=False, min_length=2, max_length=8)]
    outcomes: Annotated[tuple[Outcome, ...], Field(strict=False, min_length=1, max_length=12)]
    sources: dict[Identifier, Source] = Field(default_factory=dict)
    shown_levers: Annotated[
        tuple[Annotated[str, StringConstraints(max_length=120)], ...], Field(strict=False, max_length=40)
    ] = ()
    scenes: Annotated[tuple[Scene, ...], Field(strict=False, max_length=12)] = ()

    @property
    def story(self) -> tuple[Scene, ...]:
        """The scenes to present: its own, or those that every decision has."""
        scenes = self.scenes or STANDING
        return scenes if self.disruption else tuple(scene for scene in scenes if not scene.needs_a_disruption)

    @field_validator("outcomes")
    @classmethod
    def _computed_outcomes_need_a_disruption(
        cls, outcomes: tuple[Outcome, ...], info: ValidationInfo
    ) -> tuple[Outcome, ...]:
        """Without a disruption there is nothing to measure computed outcomes by, so they fall away."""
        if info.data.get("disruption"):
            return outcomes
        judged = tuple(outcome for outcome in outcomes if outcome.kind is OutcomeKind.JUDGED)
        if not judged:
            raise ValueError("must have a judged one, for there is no disruption to compute the others from")
        return judged

    @model_validator(mode="after")
    def _parts_fit_together(self) -> Self:
        for where, parts in (("options", self.options), ("outcomes", self.outcomes), ("scenes", self.scenes)):
            _refuse_twins(where, [part.id for part in parts])
            _refuse_twins(where, [part.name for part in parts])
        if self.benchmark not in {option.id for option in self.options}:
            raise ValueError(f"benchmark must be the id of an option, not {self.benchmark}")
        if (self.disruption or self.workplace) and not self.organisation.staff:
            raise ValueError("organisation.staff is missing: a disruption or a workplace needs it")
        if self.workplace and not self.organisation.offices:
            raise ValueError("organisation.offices is missing: a workplace needs it")
        for option in self.options:
            self._check_option(option, f"options.{option.id}")
        return self

    def _check_option(self, option: Option, where: str) -> None:
        if option.id in RESERVED:
            raise ValueError(f"options: none can have the id {option.id}, which the model uses")
        judged = {outcome.id for outcome in self.outcomes if outcome.kind is OutcomeKind.JUDGED}
        for odd in sorted(set(option.scores) ^ judged):
            what = "is missing" if odd in judged else "is not the id of a judged outcome"
            raise ValueError(f"{where}.scores.{odd} {what}")
        if (self.disruption or self.workplace) and option.reach is None:
            raise ValueError(f"{where}.reach is missing: a disruption or a workplace needs it")
        if self.disruption and (option.dip is None or option.dip_months is None):
            field = "dip" if option.dip is None else "dip_months"
            raise ValueError(f"{where}.{field} is missing: a disruption needs it")
        for line in option.cost_lines:
            size = SIZES.get(line.basis)
            if size and getattr(self.organisation, size) is None:
                raise ValueError(f"organisation.{size} is missing: {where}.cost_lines.{line.id} needs it")

    @model_validator(mode="after")
    def _sources_exist(self) -> Self:
        for path, quantity in walk(self, ""):
            for named in (quantity, quantity.offer):
                if named is not None and named.source is not None and named.source not in self.sources:
                    raise ValueError(f"{path} names the source {named.source}, which is not in sources")
        return self


def walk(node: object, path: str) -> list[tuple[str, Quantity]]:
    """Every quantity below a node, with its path."""
    if isinstance(node, Quantity):
        return [(path, node)]
    if isinstance(node, Frozen):
        children = [(name, getattr(node, name)) for name in type(node).model_fields]
    elif isinstance(node, dict):
        children = list(node.items())
    elif isinstance(node, tuple):
        children = [(getattr(child, "id", str(index)), child) for index, child in enumerate(node)]
    else:
        return []
    return [found for name, child in children for found in walk(child, f"{path}.{name}".lstrip("."))]


def _refuse_twins(where: str, names: list[str]) -> None:
    """Two of one name cannot be told apart on screen or in a link; case and spaces do not count."""
    folded = [" ".join(unicodedata.normalize("NFKC", name).casefold().split()) for name in names]
    for name, fold in zip(names, folded, strict=True):
        if folded.count(fold) > 1:
            raise ValueError(f"{where}: two are called {name}")
