"""Waiting: what it moves, what it leaves alone, and what one more month of it costs."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import presets
from model.appraisal import evaluate
from model.delay import MonthOfWaiting, month_of_waiting
from model.engine import Engine


def waiting(engine: Engine, option: str, changes: dict[str, float] | None = None) -> MonthOfWaiting:
    return next(each for each in month_of_waiting(evaluate(engine, changes)) if each.option.id == option)


@pytest.mark.parametrize(
    ("option", "staff_months", "pounds", "higher", "later"),
    [
        # Nothing waits for the benchmark.
        ("do-nothing", 0, 0, 0, 0),
        # The last of the 18 months at full reach goes: 1,125 x 0.7 = 787.5. A first month of 0.55 x 1,125 - 225 =
        # 393.75 comes on top of the backlog; 869.0625 + 393.75 - 14 x 39.375 = 711.5625 in month 18, / 225 = 3.2: month 22.
        ("m365", 787.5, 2_388_487.5, 393.75, 2),
        # It is not all there after 18 months: 1,125 x 17.5 / 18. Peak 2,386.5625 + 393.75 in month 12; months 13 to
        # 18 take 732.8125 - 207.8125 = 525; 2,255.3125 / 225 = 10.02: month 29.
        ("cloud", 1_093.75, 3_317_343.75, 393.75, 3),
        # 1,125 x 0.9. Peak 967.5 + 393.75; 826.875 + 393.75 in month 7, / 163.125 = 7.5: month 15.
        ("hybrid", 1_012.5, 3_070_912.5, 393.75, 3),
    ],
)
def test_a_month_of_waiting_costs_what_was_worked_out_by_hand(engine, option, staff_months, pounds, higher, later):
    found = waiting(engine, option)
    assert (found.lost_staff_months, found.lost_work_value) == pytest.approx((staff_months, pounds))
    assert found.people_idle == found.lost_staff_months
    assert found.backlog_peak == pytest.approx(higher)
    assert found.clears_later == later


def test_three_months_of_waiting_come_to_what_was_worked_out_by_hand(engine):
    # Hybrid: 36 - 3 of waiting - 3 lost on the way up = 30 of 36 months. Stranded 20,250 - 1,012.5 x (3 + 9) = 8,100;
    # dip 270, training 61.22. Backlog 3 x 393.75 + 826.875 = 2,008.125 in month 9, - 9 x 163.125 = 540 in month 18;
    # 540 / 225 = 2.4: month 21.
    hybrid = evaluate(engine, {"delay": 3}).option("hybrid")
    assert hybrid.delivered == pytest.approx(30 / 36)
    assert hybrid.lost_staff_months == pytest.approx(8_431.2245, abs=1e-4)
    assert hybrid.backlog_clear_month == 21
    assert (hybrid.start, hybrid.months, hybrid.ready) == (3, 6, 9)


def test_waiting_moves_the_roll_out_and_the_spending_by_as_many_months(engine):
    now, later = (evaluate(engine, {"delay": months}).timeline for months in (0, 4))
    for name in ("enabled", "spent"):
        before, after = (getattr(line, name)[1:, :20] for line in (now, later))
        assert not after[:, :4].any()
        np.testing.assert_allclose(after[:, 4:], before[:, :-4])


def test_what_takes_no_time_is_there_in_the_month_after_the_waiting(engine):
    line = evaluate(engine, {"hybrid.months": 0, "delay": 2}).timeline
    assert line.enabled[3, :4].tolist() == [0, 0, 0.9, 0.9]


def test_carrying_on_as_now_waits_for_nothing():
    engine = Engine(presets.load("depot"))
    at_once, later = evaluate(engine), evaluate(engine, {"delay": 12})
    assert later.option("repair") == at_once.option("repair")
    assert later.option("rebuild").overall < at_once.option("rebuild").overall


def test_waiting_costs_no_money_in_the_published_figures(engine):
    before, after = evaluate(engine), evaluate(engine, {"delay": 24})
    assert [result.cost for result in before.options] == [result.cost for result in after.options]


@given(data=st.data())
def test_waiting_longer_never_saves_work_and_never_raises_a_judged_score(engine, moves, data):
    changes = data.draw(moves)
    few, many = sorted(data.draw(st.tuples(st.integers(0, 24), st.integers(0, 24))))
    results = engine.run(engine.cases([changes | {"delay": few}, changes | {"delay": many}]))
    assert (results.lost_work[1] >= results.lost_work[0] * (1 - 1e-12)).all()
    assert (results.delivered[1] <= results.delivered[0] + 1e-12).all()


@given(data=st.data())
def test_months_of_waiting_add_up(engine, moves, data):
    changes = data.draw(moves)
    start = data.draw(st.integers(0, 20))
    total = sum(waiting(engine, "cloud", changes | {"delay": month}).lost_staff_months for month in range(start, start + 4))
    lost = [evaluate(engine, changes | {"delay": month}).option("cloud").lost_staff_months for month in (start, start + 4)]
    assert total == pytest.approx(lost[1] - lost[0], abs=1e-6)


@given(data=st.data())
def test_a_month_of_waiting_is_always_a_number(engine, corners, data):
    for found in month_of_waiting(evaluate(engine, data.draw(corners))):
        assert found.lost_staff_months >= 0
        assert np.isfinite([found.lost_work_value, found.backlog_peak]).all()


def test_a_backlog_that_never_clears_has_no_later_month(engine):
    assert waiting(engine, "hybrid", {"disruption.catch_up": 0}).clears_later is None


def test_waiting_after_the_last_month_on_the_slider_can_still_be_told(engine):
    assert waiting(engine, "hybrid", {"delay": 24, "disruption.months": 36}).lost_staff_months > 0


def test_where_there_is_no_disruption_waiting_loses_no_work_to_tell_of():
    assert month_of_waiting(evaluate(Engine(presets.load("depot")))) == ()
