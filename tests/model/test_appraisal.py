"""The appraisal: what follows from a scenario, ready to be read by people."""

from dataclasses import FrozenInstanceError

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import presets
from model.appraisal import evaluate
from model.engine import Engine
from model.levers import LeverError


def test_equal_scenarios_are_equal_and_evaluate_equal():
    one, other = presets.load("north-council"), presets.load("north-council")
    assert one == other
    assert evaluate(Engine(one)).options == evaluate(Engine(other)).options


@given(data=st.data())
def test_the_same_changes_in_any_order_come_to_the_same(engine, moves, data):
    changes = data.draw(moves)
    turned = dict(reversed(changes.items()))
    one, other = evaluate(engine, changes), evaluate(engine, turned)
    assert list(one.changes.items()) == list(other.changes.items())
    assert one.options == other.options


def test_a_lever_moved_to_where_it_stands_is_no_change(engine):
    assert evaluate(engine, {"staff": 4500}).changes == {}


def test_one_evaluation_leaves_no_trace_in_the_next(engine):
    before = evaluate(engine).options
    evaluate(engine, {"staff": 9000, "weight.value": 0})
    assert evaluate(engine).options == before


def test_a_result_cannot_be_changed(engine):
    appraisal = evaluate(engine)
    with pytest.raises(FrozenInstanceError):
        appraisal.options[0].cost = 1
    with pytest.raises(TypeError):
        appraisal.options[0].scores["value"] = 100
    with pytest.raises(TypeError):
        appraisal.changes["staff"] = 1


def test_an_unknown_lever_is_refused(engine):
    with pytest.raises(LeverError, match="is not a lever"):
        evaluate(engine, {"moon": 1})


def test_lines_add_up_to_the_cost(engine):
    for result in evaluate(engine, {"cloud.cost_change": 12.5, "staff": 4321}).options:
        assert sum(result.line_costs) == pytest.approx(result.cost, abs=1e-6)


def test_a_person_enabled_costs_what_equation_9_divides(engine):
    # 1,561,000 / (4,500 x 25% x 90%) = 1,541.73.
    assert evaluate(engine).option("hybrid").cost_per_person == pytest.approx(1541.7284, abs=1e-4)


@pytest.mark.parametrize("changes", [{"disruption.share": 0}, {"hybrid.reach": 0}])
def test_where_nobody_is_enabled_there_is_no_cost_a_person(engine, changes):
    assert evaluate(engine, changes).option("hybrid").cost_per_person is None


def test_a_backlog_that_never_clears_has_no_month(engine):
    assert evaluate(engine, {"disruption.catch_up": 0}).option("hybrid").backlog_clear_month is None


def test_people_idle_on_the_first_day_and_their_pay(engine):
    # 4,500 x 25% = 1,125, x 3,033.
    appraisal = evaluate(engine)
    assert appraisal.idle_people == 1125
    assert appraisal.idle_pay == 3_412_125


def test_the_ranking_is_best_first_and_keeps_equals_in_order(engine):
    assert [result.option.id for result in evaluate(engine).ranking] == ["hybrid", "cloud", "m365", "do-nothing"]
    unweighted = evaluate(engine, {f"weight.{outcome.id}": 0 for outcome in engine.scenario.outcomes})
    assert not unweighted.weighted
    assert [result.option.id for result in unweighted.ranking] == ["do-nothing", "m365", "cloud", "hybrid"]


def test_the_outcomes_of_the_timeline_are_those_of_the_results(engine):
    appraisal = evaluate(engine)
    line = appraisal.timeline
    assert line.stranded.sum(axis=1)[0] == pytest.approx(20_250)
    for index, result in enumerate(appraisal.options):
        assert line.backlog[index].max() == pytest.approx(result.backlog_peak)
        # Month 1 is the first, so a month's index is one less than its number.
        last, cleared = line.backlog[index, result.backlog_clear_month - 2 : result.backlog_clear_month]
        assert last > cleared == 0


def test_what_is_enabled_climbs_with_the_roll_out_to_the_options_reach(engine):
    # Hybrid reaches 90% over six months: by the middle of month 3, 0.9 x 2.5 / 6.
    enabled = evaluate(engine).timeline.enabled
    assert enabled[3, 2] == pytest.approx(0.375)
    assert enabled[:, -1] == pytest.approx([0, 0.7, 1, 0.9])


def test_spending_is_even_over_delivery_and_ends_at_the_cost(engine):
    # Hybrid: 1,561,000 over six months.
    appraisal = evaluate(engine)
    spent = appraisal.timeline.spent[3]
    assert spent[:7] == pytest.approx(1_561_000 * np.array([1, 2, 3, 4, 5, 6, 6]) / 6)
    assert appraisal.timeline.spent[:, -1] == pytest.approx([result.cost for result in appraisal.options])


def test_what_takes_no_time_is_paid_in_the_first_month(engine):
    appraisal = evaluate(engine, {"hybrid.months": 0})
    assert appraisal.timeline.spent[3, 0] == appraisal.option("hybrid").cost


def test_the_timeline_ends_when_the_last_thing_shown_is_over(engine):
    # Do nothing clears its backlog in month 50; without work coming back the disruption and six months decide.
    assert evaluate(engine).timeline.months[-1] == 50
    assert evaluate(engine, {"disruption.backlog_share": 0}).timeline.months[-1] == 24


@given(data=st.data())
def test_every_timeline_is_finite_and_one_to_ten_years_long(engine, corners, data):
    changes = data.draw(corners)
    with np.errstate(all="raise"):
        line = evaluate(engine, changes).timeline
    assert 12 <= line.months[-1] <= 120
    for array in (line.enabled, line.spent, line.stranded, line.backlog):
        assert array.shape == (4, len(line.months))
        assert np.isfinite(array).all()
        assert (array >= 0).all()
    assert (np.diff(line.spent) >= 0).all()
    assert (np.diff(line.enabled) >= 0).all()
