"""The twelve equations of docs/method.md a second time: one case, exact fractions, plain loops and sums.

Nothing here is shared with the engine: the numbers come straight from the preset's file, months are
walked one by one, and no sum is a closed form. So when the two agree, both read the method alike.
"""

import math
import tomllib
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.appraisal import evaluate

PRESET = Path(__file__).parents[2] / "presets" / "north-council.toml"
DATA = tomllib.loads(PRESET.read_text(encoding="utf-8"), parse_float=Fraction)
OPTIONS = {option["id"]: option for option in DATA["options"]}
OUTCOMES = {outcome["id"]: outcome.get("kind", "judged") for outcome in DATA["outcomes"]}
OF_AN_OPTION = ("months", "reach", "dip", "dip_months", "cost_change", "retained_infrastructure", "retired_saving")
NOISE = Fraction(1, 10**9)


def preset_numbers() -> dict[str, Fraction]:
    """Every number of the file under the id of its lever."""
    found = {"staff": DATA["organisation"]["staff"], "offices": DATA["organisation"]["offices"]}
    found |= {"horizon": DATA["horizon"], "delay": {"value": 0}}
    for group in ("disruption", "workplace", "after_first_year"):
        found |= {f"{group}.{field}": number for field, number in DATA[group].items()}
    for option in DATA["options"]:
        for field in OF_AN_OPTION:
            found[f"{option['id']}.{field}"] = option.get(field, {"value": 0})
        for outcome, score in option["scores"].items():
            found[f"{option['id']}.score.{outcome}"] = score
        for line in option.get("cost_lines", []):
            found[f"{option['id']}.{line['id']}"] = line["unit_cost"]
            for part in ("share", "amount"):
                if part in line:
                    found[f"{option['id']}.{line['id']}.{part}"] = line[part]
    found |= {f"weight.{outcome}": {"value": 100} for outcome in OUTCOMES}
    return {name: Fraction(number["value"]) for name, number in found.items()}


def once(equation: Callable) -> Callable:
    """Worked out once for a case, however many others need it: fractions take their time."""

    def found(book: "Reference", *asked: str) -> object:
        if (equation, asked) not in book.found:
            book.found[equation, asked] = equation(book, *asked)
        return book.found[equation, asked]

    return found


class Reference:
    """One case by the book; every method is an equation, ``n`` a number by its lever's id."""

    def __init__(self, changes: dict[str, float]) -> None:
        self.found = {}
        self.n = preset_numbers() | {name: Fraction(str(value)) for name, value in changes.items()}

    def share(self, name: str) -> Fraction:
        return self.n[name] / 100

    def lines(self, option: str) -> list[Fraction]:
        """Equation 1, line by line."""
        change = 1 + self.share(f"{option}.cost_change")
        return [self.line(option, line) * change for line in OPTIONS[option].get("cost_lines", [])]

    def line(self, option: str, line: dict) -> Fraction:
        name = f"{option}.{line['id']}"
        quantity = {
            "staff": self.n["staff"],
            "offices": self.n["offices"],
            "delivery-months": self.n[f"{option}.months"],
            "fixed": Fraction(1),
        }[line["basis"]]
        if "share" in line:
            quantity *= self.share(f"{name}.share")
        if "amount" in line:
            quantity *= self.n[f"{name}.amount"]
        return self.n[name] * quantity

    def start(self, option: str) -> Fraction:
        return Fraction(0) if option == DATA["benchmark"] else self.n["delay"]

    def rollout(self, option: str, month: int) -> Fraction:
        """Equation 2."""
        months, since = self.n[f"{option}.months"], month - self.start(option)
        if since <= 0:
            return Fraction(0)
        return min((since - Fraction(1, 2)) / months, Fraction(1)) if months else Fraction(1)

    def stranded(self, option: str, month: int) -> Fraction:
        """Equation 3."""
        if month > self.n["disruption.months"]:
            return Fraction(0)
        people = self.n["staff"] * self.share("disruption.share")
        return people * (1 - self.share(f"{option}.reach") * self.rollout(option, month))

    def dip(self, option: str) -> Fraction:
        return self.n["staff"] * self.share(f"{option}.dip")

    @once
    def lost_work(self, option: str) -> Fraction:
        """Equation 4."""
        stranded = sum(self.stranded(option, month) for month in range(1, int(self.n["disruption.months"]) + 1))
        training = sum(
            self.line(option, line) for line in OPTIONS[option].get("cost_lines", []) if line.get("training")
        )
        days = training / self.n["disruption.training_day"]
        return stranded + self.dip(option) * self.n[f"{option}.dip_months"] + days / self.n["disruption.working_days"]

    def value_of_lost_work(self, option: str) -> Fraction:
        """Equation 5."""
        return self.lost_work(option) * self.n["disruption.staff_cost"]

    @once
    def backlogs(self, option: str) -> list[Fraction]:
        """Equation 6, month by month while anything adds to it and until it is cleared or cannot be."""
        spare, months = self.share("disruption.catch_up"), []
        start, dip_months = self.start(option), self.n[f"{option}.dip_months"]
        busy = max(self.n["disruption.months"], start + dip_months)
        while len(months) < busy or (months[-1] > 0 and spare > 0):
            month = len(months) + 1
            stranded = self.stranded(option, month)
            lost = stranded + (self.dip(option) if start < month <= start + dip_months else 0)
            added = self.share("disruption.backlog_share") * lost - spare * (self.n["staff"] - stranded)
            months.append(max(Fraction(0), (months[-1] if months else 0) + added))
        return months

    def cleared(self, option: str) -> float:
        """The first month without backlog for good, 0 if there never was one, inf if it stays."""
        months = self.backlogs(option)
        if months[-1] > 0:
            return math.inf
        return max((number + 1 for number, backlog in enumerate(months, 1) if backlog > 0), default=0)

    @once
    def delivered(self, option: str) -> Fraction:
        """Equation 7."""
        horizon = int(self.n["horizon"])
        return sum(self.rollout(option, month) for month in range(1, horizon + 1)) / horizon

    @once
    def score(self, option: str, outcome: str) -> Fraction:
        """Equations 7 to 9."""
        if OUTCOMES[outcome] == "judged":
            return self.n[f"{option}.score.{outcome}"] * self.delivered(option)
        if OUTCOMES[outcome] == "delivery-of-services":
            nothing = self.lost_work(DATA["benchmark"])
            return max(Fraction(0), 100 * (1 - self.lost_work(option) / nothing)) if nothing else Fraction(0)
        enabled = self.n["staff"] * self.share("disruption.share") * self.share(f"{option}.reach")
        if not enabled:
            return Fraction(0)
        each = sum(self.lines(option)) / enabled
        return 100 * max(Fraction(0), 1 - each / self.n["disruption.most_per_person"])

    def overall(self, option: str, without: str = "") -> Fraction:
        """Equation 10."""
        kept = [outcome for outcome, kind in OUTCOMES.items() if kind != without]
        total = sum(self.n[f"weight.{outcome}"] for outcome in kept)
        if not total:
            return Fraction(0)
        return sum(self.n[f"weight.{outcome}"] * self.score(option, outcome) for outcome in kept) / total

    def homeworking(self, option: str) -> tuple[Fraction, Fraction]:
        """R of equation 11, and how much of it the option adds."""
        before, after = self.share("workplace.remote_before"), self.share("workplace.remote_after")
        added = (after - before) * self.share(f"{option}.reach")
        return before + added, added

    def offices_released(self, option: str) -> int:
        """Equation 11."""
        at_home, _ = self.homeworking(option)
        desks = self.n["offices"] * self.share("workplace.home_days") * at_home
        return math.floor(desks * self.share("workplace.desk_release"))

    def carbon_saved(self, option: str) -> Fraction:
        """Equation 12, kg."""
        _, added = self.homeworking(option)
        days = self.n["staff"] * added * self.share("workplace.home_days") * self.n["workplace.days_a_year"]
        driving = self.n["workplace.commute"] * self.share("workplace.car_share") * self.n["workplace.car_carbon"]
        heating = self.n["workplace.home_hours"] * self.n["workplace.home_carbon"]
        office = self.n["workplace.office_area"] * self.n["workplace.office_carbon"]
        return days * driving + self.offices_released(option) * office - days * heating


def agree(computed: np.ndarray, exact: list, least: float = 1e-9) -> None:
    """Equal to a billionth, or below ``least`` in the unit at hand."""
    for left, right in zip(np.ravel(computed), exact, strict=True):
        assert math.isclose(float(left), float(right), rel_tol=1e-9, abs_tol=least)


def assert_engine_follows_the_book(engine, changes: dict[str, float]) -> None:
    cases, book, options = engine.cases([changes]), Reference(changes), list(OPTIONS)
    results, backlog = engine.run(cases), engine.backlog(cases)
    agree(results.line_costs, [cost for option in options for cost in book.lines(option)])
    agree(results.cost, [sum(book.lines(option)) for option in options])
    agree(results.lost_work, [book.lost_work(option) for option in options])
    agree(backlog.peak, [max(book.backlogs(option), default=0) for option in options])
    assert list(backlog.clear[0]) == [book.cleared(option) for option in options]
    agree(results.delivered, [book.delivered(option) for option in options])
    agree(results.scores, [book.score(option, outcome) for option in options for outcome in OUTCOMES])
    overall = [book.overall(option) for option in options]
    agree(results.overall, overall)
    agree(results.benefit, [book.overall(option, without="value-for-money") for option in options])
    assert list(results.rank[0]) == [1 + sum(other > own + NOISE for other in overall) for own in overall]
    assert list(results.offices_released[0]) == [book.offices_released(option) for option in options]
    # Driving and heating may cancel out, so a gram is what can be asked of a sum of thousands of tonnes.
    agree(results.carbon_saved, [book.carbon_saved(option) for option in options], least=1e-3)


def test_the_book_and_the_engine_know_the_same_numbers(engine):
    assert preset_numbers() == {lever.id: Fraction(str(lever.default)) for lever in engine.levers}


def test_the_preset_as_it_stands_follows_the_book(engine):
    assert_engine_follows_the_book(engine, {})


@settings(max_examples=120)
@given(data=st.data())
def test_every_case_follows_the_book(engine, moves, data):
    assert_engine_follows_the_book(engine, data.draw(moves))


@given(data=st.data())
def test_every_corner_follows_the_book(engine, corners, data):
    assert_engine_follows_the_book(engine, data.draw(corners))


@settings(max_examples=30)
@given(data=st.data())
def test_delivery_may_take_a_part_of_a_month(engine, moves, data):
    tenths = st.integers(0, 360).map(lambda tenth: tenth / 10)
    months = {f"{option}.months": data.draw(tenths) for option in OPTIONS}
    assert_engine_follows_the_book(engine, data.draw(moves) | months)


@pytest.mark.parametrize("option", OPTIONS)
def test_lost_work_is_worth_what_its_staff_are_paid(engine, option):
    result = evaluate(engine, {"disruption.staff_cost": 3100}).option(option)
    book = Reference({"disruption.staff_cost": 3100})
    agree(np.array([result.lost_work_value]), [book.value_of_lost_work(option)])
