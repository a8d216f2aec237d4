"""What docs/method.md says of waiting and of the years after the first is what the model comes to."""

import re
from pathlib import Path

import pytest

from model import presets
from model.appraisal import Appraisal, evaluate
from model.delay import month_of_waiting
from model.discounting import GREEN_BOOK_2026, flat
from model.engine import Engine
from model.wholelife import WholeLife, whole_life
from words.numbers import millions, money, months, pay, whole

PAGE = (Path(__file__).parents[2] / "docs" / "method.md").read_text(encoding="utf-8")
RUNNING = re.sub(r"\s+", " ", PAGE)


@pytest.fixture(scope="module")
def north() -> Appraisal:
    return evaluate(Engine(presets.load("north-council")))


def row(name: str, cells: list[str]) -> str:
    return f"| {name} | {' | '.join(cells)} |"


def shares(life: WholeLife) -> list[str]:
    return [f"{found.break_even_share:.1f}%" for found in life.options[1:]]


def test_a_month_of_waiting_costs_what_the_page_says(north):
    for waiting in month_of_waiting(north)[1:]:
        cells = [whole(waiting.people_idle), pay(waiting.lost_work_value), f"{months(waiting.clears_later)} later"]
        assert row(waiting.option.name, cells) in PAGE


def test_the_table_of_costs_is_the_models(north):
    ten, three, undiscounted = whole_life(north), whole_life(north, 3), whole_life(north, 3, flat(0))
    shown = {
        "First cost": [millions(result.cost) for result in north.options[1:]],
        "Licences for three years, undiscounted": [millions(found.net_present_cost) for found in undiscounted.options[1:]],
        "Net present cost, three years": [millions(found.net_present_cost) for found in three.options[1:]],
        "Net present cost, ten years": [millions(found.net_present_cost) for found in ten.options[1:]],
        "Equivalent annual cost, ten years": [money(found.equivalent_annual_cost) for found in ten.options[1:]],
        "Break-even month": [str(found.break_even_month) for found in ten.options[1:]],
        "Break-even share, 18 months of disruption": shares(ten),
        "Break-even share, six months": shares(whole_life(evaluate(north.engine, {"disruption.months": 6}))),
    }
    for name, cells in shown.items():
        assert row(name, cells) in PAGE


def test_the_factors_are_the_models():
    years = [int(year) for year in re.search(r"^\| Year \| (.*) \|$", PAGE, re.MULTILINE)[1].split(" | ")]
    factors = GREEN_BOOK_2026.factors(100)
    assert row("Factor", [f"{factors[year]:.4f}"[1:] for year in years]) in PAGE


def test_the_page_has_the_rates_and_their_date():
    (_, first), (middle, second), (last, third) = GREEN_BOOK_2026.bands
    rates = f"{100 * first:.1f}% for the years 1 to {middle - 1}, {100 * second:.1f}% for {middle} to {last - 1}"
    assert f"{rates}, {100 * third:.1f}% from {last}." in RUNNING
    assert "published on 5 February 2026 (6.54)" in RUNNING


@pytest.mark.parametrize(("years", "saving"), [(3, "£3.36m"), (10, "£1.37m")])
def test_cloud_matches_hybrid_at_the_saving_on_the_page(north, years, saving):
    assert saving in RUNNING
    pounds = round(float(saving[1:-1]) * 1e6)
    below, above = (
        whole_life(evaluate(north.engine, {"cloud.retired_saving": pounds + side}), years, flat(0)) for side in (-5_000, 5_000)
    )
    gaps = [life.option("cloud").net_present_cost - life.option("hybrid").net_present_cost for life in (below, above)]
    assert gaps[0] > 0 > gaps[1]
