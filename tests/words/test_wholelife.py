"""What is said of the years after the first."""

import pytest

from model import presets
from model.appraisal import Appraisal, evaluate
from model.engine import Engine
from model.scenario import Scenario
from model.wholelife import whole_life
from words.wholelife import basis, break_even_month, break_even_share, finding


@pytest.fixture(scope="module")
def now() -> Appraisal:
    return evaluate(Engine(presets.load("north-council")))


def with_flows(*flows: list[float]) -> Appraisal:
    """North Council with yearly cash flows of their own for its first options."""
    north = presets.load("north-council").model_dump(exclude_none=True)
    for option, own in zip(north["options"], flows, strict=False):
        option["cash_flows"] = own
    return evaluate(Engine(Scenario.model_validate(north)))


def test_the_finding_says_who_costs_least_over_how_long(now):
    assert finding(now, whole_life(now, 3)) == "Over three years Hybrid costs least of the three: £2.330m in money of year 0"
    assert finding(now, whole_life(now, 1)).startswith("Over one year Hybrid costs least of the three: £1.561m")
    assert finding(now, whole_life(now, 40)).startswith("Over 40 years Hybrid costs least of the three")


def test_options_that_cost_the_same_are_named_together():
    two = with_flows([0], [500], [500], [9_000])
    assert finding(two, whole_life(two)) == "Over ten years Microsoft 365 and Microsoft Cloud cost least of the three: £500 in money of year 0"
    all_of_them = with_flows([0], [500], [500], [500])
    assert finding(all_of_them, whole_life(all_of_them)) == (
        "Over ten years Microsoft 365, Microsoft Cloud and Hybrid cost the same: £500 in money of year 0"
    )


def test_carrying_on_as_now_is_not_praised_for_costing_nothing(now):
    assert "Do nothing" not in finding(now, whole_life(now))


def test_the_basis_names_the_rates_and_keeps_the_layer_apart(now):
    said = basis(now, whole_life(now))
    assert "Green Book, 2026 edition, published 5 February 2026" in said
    assert said.endswith("A layer of its own: nothing after the first year is in the published figures.")
    depot = evaluate(Engine(presets.load("depot")))
    assert basis(depot, whole_life(depot)).endswith("the preset has nothing else after the first year.")
    own = with_flows([0], [5])
    assert basis(own, whole_life(own)).endswith("count with those alone.")


def test_break_even_is_told_of_every_option_but_the_benchmark(now):
    life = whole_life(now)
    assert [break_even_month(now, each, life) for each in life.options] == ["", "month 4", "month 5", "month 3"]
    assert [break_even_share(now, each) for each in life.options] == [
        "", "3.4% of staff", "5.0% of staff", "1.4% of staff",
    ]  # fmt: skip


def test_what_never_breaks_even_is_told_so(now):
    hopeless = evaluate(now.engine, {"disruption.months": 1, "disruption.share": 1})
    life = whole_life(hopeless)
    cloud = life.option("cloud")
    assert (break_even_month(hopeless, cloud, life), break_even_share(hopeless, cloud)) == (
        "not in ten years", "no share of staff",
    )  # fmt: skip
