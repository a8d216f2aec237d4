"""What was changed last, and why the order changed by it: against the step before, not against the preset."""

import pytest

from model.appraisal import evaluate
from words.last_change import last_change, why_reordered
from words.verdict import moved


@pytest.fixture
def step(engines):
    """The two cases on both sides of a change."""
    return lambda before, now: (evaluate(engines["north-council"], before), evaluate(engines["north-council"], now))


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        ({}, {"staff": 5200}, "Staff from 4,500 to 5,200."),
        ({"staff": 5200}, {}, "Staff from 5,200 to 4,500."),
        ({"staff": 5200}, {"staff": 5200, "hybrid.cost_change": 12.5}, "Hybrid: Cost change from 0% to 12.5%."),
        ({}, {"m365.licences": 300}, "Microsoft 365: Licences, year 1, unit cost from £240 to £300."),
        ({"staff": 5200, "offices": 9}, {}, "Two numbers at once."),
    ],
)
def test_one_lever_is_told_from_and_to_and_several_are_counted(step, before, now, told):
    assert last_change(*step(before, now)) == told


def test_the_order_is_explained_by_what_was_changed_last(step):
    before, now = step({"cloud.months": 25}, {"cloud.months": 25, "m365.months": 20})
    assert why_reordered(before, now).startswith("Last change: Microsoft 365 drops to third: at 20 months it delivers too late.")


def test_taking_a_change_back_is_explained_the_other_way_round(step, engines):
    before, now = step({"cloud.months": 25}, {"cloud.months": 18, "staff": 4600})
    told = why_reordered(before, now)
    assert told.startswith("Last change: Microsoft 365 drops to third: at 18 months Microsoft Cloud delivers sooner.")
    assert told.removeprefix("Last change: ") != moved(now, evaluate(engines["north-council"]))


def test_a_change_that_leaves_the_order_alone_explains_nothing(step):
    assert why_reordered(*step({}, {"staff": 4600})) == ""


def test_where_nothing_had_a_weight_nobody_falls_behind(step, engines):
    nothing = {f"weight.{outcome.id}": 0 for outcome in engines["north-council"].scenario.outcomes}
    assert why_reordered(*step(nothing, {})) == why_reordered(*step({}, nothing)) == ""
