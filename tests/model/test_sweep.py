"""The sweep: a row for every stop of every lever, each what evaluate says of it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import presets
from model.appraisal import evaluate
from model.engine import Engine
from model.levers import LeverError
from model.sweep import stops, sweep


@pytest.mark.parametrize("preset", presets.shipped())
@given(data=st.data())
def test_stops_rise_from_end_to_end_and_hold_the_presets_value_and_now(values, preset, data):
    lever = data.draw(st.sampled_from(Engine(presets.load(preset)).levers))
    now, most = data.draw(values(lever)), data.draw(st.integers(4, 61))
    found = stops(lever, now, most)
    assert len(found) <= most
    assert (np.diff(found) > 0).all()
    assert (found[0], found[-1]) == (lever.measure.least, lever.measure.most)
    assert {lever.default, now} <= set(found)


@pytest.mark.parametrize("preset", presets.shipped())
def test_every_stop_is_a_value_one_may_type(preset):
    for lever in Engine(presets.load(preset)).levers:
        for stop in stops(lever, lever.default).tolist():
            assert lever.accept(stop) == stop, lever.id


def test_a_lever_of_few_steps_stops_at_each(engine):
    assert stops(engine.offered["hybrid.months"], 6).tolist() == list(range(37))


def test_a_lever_of_many_steps_stops_evenly(engine):
    # Staff: 199 steps of 100; every fourth makes 50 stops from 100 to 19,700, and 20,000 is the end.
    assert stops(engine.offered["staff"], 4500).tolist() == [*range(100, 19_701, 400), 20_000]


def test_stops_need_room_for_both_ends_the_preset_and_now(engine):
    staff = engine.offered["staff"]
    assert stops(staff, 4567, 4).tolist() == [100, 4500, 4567, 20_000]


@given(data=st.data())
def test_every_row_is_what_evaluate_says_of_its_stop(engine, moves, data):
    changes = data.draw(moves)
    ids = data.draw(st.lists(st.sampled_from(list(engine.offered)), min_size=1, max_size=5, unique=True))
    swept = sweep(engine, changes, ids)
    lever = data.draw(st.sampled_from(ids))
    row = data.draw(st.integers(*(swept.rows(lever).start, swept.rows(lever).stop - 1)))
    alone = evaluate(engine, {**changes, lever: float(swept.stops[row])})
    results = swept.results
    for index, option in enumerate(alone.options):
        assert results.rank[row, index] == option.rank
        numbers = {
            "cost": option.cost, "delivered": option.delivered, "overall": option.overall, "benefit": option.benefit,
            "lost_work": option.lost_staff_months,
        }  # fmt: skip
        for field, expected in numbers.items():
            assert getattr(results, field)[row, index] == pytest.approx(expected, rel=1e-9, abs=1e-9), field
        assert results.scores[row, index] == pytest.approx(list(option.scores.values()), rel=1e-9, abs=1e-9)


def test_the_rows_of_each_lever_stand_together_in_the_order_asked_for(engine):
    ids = ["hybrid.months", "staff", "weight.value"]
    swept = sweep(engine, {"staff": 5200}, ids)
    assert swept.levers == tuple(ids)
    assert len(swept.stops) == len(swept.results.cost) == swept.offsets[-1]
    for lever in ids:
        now = {"staff": 5200}.get(lever, engine.offered[lever].default)
        assert swept.stops[swept.rows(lever)].tolist() == stops(engine.offered[lever], now).tolist()


def test_a_sweep_can_have_as_many_stops_as_asked_for(engine):
    swept = sweep(engine, {}, ["hybrid.cost_change"], most=81)
    assert swept.stops.tolist() == list(range(-50, 301, 5))


def test_a_sweep_refuses_changes_the_preset_does_not_take(engine):
    with pytest.raises(LeverError):
        sweep(engine, {"staff": 1}, ["offices"])
