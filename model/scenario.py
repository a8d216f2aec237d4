"""What is asked: an organisation, its options with their cost lines, the outcomes and their weights.

Every number a person may move is a field whose annotation holds its `Measure`: label, unit, bounds,
step and help are declared here, once, and `model.levers` reads them.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, StringConstraints, field_validator, model_validator

from model.provenance import Frozen, Identifier, Quantity, Source, Status
from model.text import Line, Prose


@dataclass(frozen=True)
class Measure:
    """How a number is named, measured and moved. ``precision`` is the smallest step one may type."""

    label: str
    unit: str
    least: float
    most: float
    step: float
    help: str
    precision: float = 1.0


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

    @model_validator(mode="before")
    @classmethod
    def _unit_is_the_measures(cls, data: object) -> object:
        if not isinstance(data, dict):
            return data
        units = {name: measure.unit for name, measure in cls.measures().items()}
        return {
            name: {"unit": units[name], **value} if name in units and isinstance(value, dict) else value
            for name, value in data.items()
        }

    @model_validator(mode="after")
    def _values_are_within_bounds(self) -> Self:
        for name, (measure, quantity) in self.quantities().items():
            if not measure.least <= quantity.value <= measure.most:
                raise ValueError(
                    f"{name} must be {measure.least:,.10g} to {measure.most:,.10g} {measure.unit},"
                    f" not {quantity.value:,.10g}"
                )
            if quantity.unit != measure.unit:
                raise ValueError(f"{name} is measured in {measure.unit}, not {quantity.unit}")
        return self


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


class CostLine(Frozen):
    """One line of an option's cost: unit cost x quantity of its basis x share or amount.

    ``share`` (% of staff) goes with a staff line, ``amount`` (say, days) with a fixed one.
    ``training`` marks money that also takes people away from their work (equation 4).
    """

    id: Identifier
    name: Line
    basis: Annotated[Basis, Field(strict=False)]
    unit_cost: Quantity
    share: Quantity | None = None
    amount: Quantity | None = None
    recurring: bool = False
    training: bool = False

    @model_validator(mode="before")
    @classmethod
    def _units_follow_the_basis(cls, data: object) -> object:
        if not isinstance(data, dict):
            return data
        units = {"unit_cost": UNIT_COST_UNITS.get(data.get("basis")), "share": "% of staff"}
        return {
            name: {"unit": unit, **value} if (unit := units.get(name)) and isinstance(value, dict) else value
            for name, value in data.items()
        }

    @model_validator(mode="after")
    def _parts_fit_the_basis(self) -> Self:
        if self.share is not None and self.basis is not Basis.STAFF:
            raise ValueError("share goes only with the basis staff")
        if self.amount is not None and self.basis is not Basis.FIXED:
            raise ValueError("amount goes only with the basis fixed")
        if self.unit_cost.low < 0 or (self.amount is not None and self.amount.low < 0):
            raise ValueError("unit_cost and amount must not be below nil")
        if self.share is not None and not 0 <= self.share.low <= self.share.high <= 100:
            raise ValueError("share must be 0 to 100 % of staff")
        return self


NO_COST_CHANGE = Quantity(
    value=0, unit="%", low=0, high=0, status=Status.ASSUMPTION,
    note="Moves every cost line of this option together.",
)
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
        Measure("Months to deliver", "months", 0, 36, 1, "From the decision until everyone has it."),
    ]
    cost_change: Annotated[
        Quantity,
        Measure(
            "Cost change", "%", -50, 300, 5,
            "Moves every cost line of this option: +10 means it all costs a tenth more.", 0.1,
        ),
    ] = NO_COST_CHANGE
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
        Measure("Months the dip lasts", "months", 0, 6, 1, "From the decision."),
    ] = None
    cost_lines: Annotated[tuple[CostLine, ...], Field(strict=False, max_length=40)] = ()
    scores: dict[Identifier, Quantity] = Field(default_factory=dict)
    advantages: Annotated[tuple[Line, ...], Field(strict=False, max_length=20)] = ()
    disadvantages: Annotated[tuple[Line, ...], Field(strict=False, max_length=20)] = ()
    published_time: Line | None = None
    published_cost: Line | None = None
    published_verdict: Line | None = None

    @field_validator("scores", mode="before")
    @classmethod
    def _scores_are_of_100(cls, scores: object) -> object:
        if not isinstance(scores, dict):
            return scores
        return {
            name: {"unit": SCORE.unit, **value} if isinstance(value, dict) else value
            for name, value in scores.items()
        }

    @model_validator(mode="after")
    def _lines_and_scores_are_sound(self) -> Self:
        _refuse_twins("cost_lines", [line.id for line in self.cost_lines])
        _refuse_twins("cost_lines", [line.name for line in self.cost_lines])
        clash = {line.id for line in self.cost_lines} & {*self.measures(), "score"}
        if clash:
            raise ValueError(f"a cost line cannot be called {min(clash)}: the option has a number of that name")
        for outcome, score in self.scores.items():
            if not SCORE.least <= score.low <= score.high <= SCORE.most:
                raise ValueError(f"scores.{outcome} must be 0 to 100, with its low and high")
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


class Scenario(Measured):
    """One decision, whole. Equal scenarios are equal: no ids, times or language inside.

    ``benchmark`` is the option of carrying on as now (Green Book 2.16): lost work is measured against it.
    ``shown_levers`` are the levers put in front; all others stand under "more".
    """

    id: Identifier
    name: Line
    summary: Prose = ""
    organisation: Organisation
    horizon: Annotated[Quantity, HORIZON]
    disruption: Disruption | None = None
    workplace: Workplace | None = None
    benchmark: Identifier
    options: Annotated[tuple[Option, ...], Field(strict=False, min_length=2, max_length=8)]
    outcomes: Annotated[tuple[Outcome, ...], Field(strict=False, min_length=1, max_length=12)]
    sources: dict[Identifier, Source] = Field(default_factory=dict)
    shown_levers: Annotated[
        tuple[Annotated[str, StringConstraints(max_length=120)], ...], Field(strict=False, max_length=40)
    ] = ()

    @model_validator(mode="before")
    @classmethod
    def _outcomes_need_their_data(cls, data: object) -> object:
        """Without a disruption there is nothing to measure computed outcomes by, so they fall away."""
        if not isinstance(data, dict) or data.get("disruption") is not None:
            return data
        outcomes = data.get("outcomes")
        if not isinstance(outcomes, list | tuple):
            return data
        kept = [
            outcome
            for outcome in outcomes
            if not isinstance(outcome, dict) or outcome.get("kind", "judged") == OutcomeKind.JUDGED
        ]
        return {**data, "outcomes": kept}

    @model_validator(mode="after")
    def _parts_fit_together(self) -> Self:
        _refuse_twins("options", [option.id for option in self.options])
        _refuse_twins("options", [option.name for option in self.options])
        _refuse_twins("outcomes", [outcome.id for outcome in self.outcomes])
        _refuse_twins("outcomes", [outcome.name for outcome in self.outcomes])
        reserved = {"staff", "offices", "horizon", "disruption", "workplace", "weight"}
        for option in self.options:
            if option.id in reserved:
                raise ValueError(f"an option cannot be called {option.id}: the model uses that name")
            self._check_option(option)
        if self.benchmark not in {option.id for option in self.options}:
            raise ValueError(f"benchmark must be the id of an option, not {self.benchmark}")
        if (self.disruption or self.workplace) and not self.organisation.staff:
            raise ValueError("organisation.staff is needed where there is a disruption or a workplace")
        if self.workplace and not self.organisation.offices:
            raise ValueError("organisation.offices is needed where there is a workplace")
        return self

    def _check_option(self, option: Option) -> None:
        judged = {outcome.id for outcome in self.outcomes if outcome.kind is OutcomeKind.JUDGED}
        if set(option.scores) != judged:
            odd = min(set(option.scores) ^ judged)
            what = "is missing" if odd in judged else "is not the id of a judged outcome"
            raise ValueError(f"scores.{odd} of the option {option.id} {what}")
        if (self.disruption or self.workplace) and option.reach is None:
            raise ValueError(f"reach of the option {option.id} is missing")
        if self.disruption and (option.dip is None or option.dip_months is None):
            raise ValueError(f"dip and dip_months of the option {option.id} are missing")
        for line in option.cost_lines:
            if line.basis is Basis.STAFF and self.organisation.staff is None:
                raise ValueError(f"the cost line {line.id} needs organisation.staff")
            if line.basis is Basis.OFFICES and self.organisation.offices is None:
                raise ValueError(f"the cost line {line.id} needs organisation.offices")

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
    folded = [" ".join(name.casefold().split()) for name in names]
    for name, fold in zip(names, folded, strict=True):
        if folded.count(fold) > 1:
            raise ValueError(f"{where} has {name} twice")
