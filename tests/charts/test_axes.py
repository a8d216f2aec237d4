"""Axes hold still while a lever moves, and stay round when they have to widen."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.axes import HEADROOM, Axis, axis, month_axis, months_shown, pounds

AMOUNTS = st.floats(0, 1e9)


@settings(derandomize=True, deadline=None)
@given(AMOUNTS, AMOUNTS, st.integers(3, 6))
def test_an_axis_holds_both_values_in_a_few_round_steps(preset, now, steps):
    found = axis(preset, now, steps)
    assert found.top >= max(preset, now)
    assert 2 <= len(found.ticks) <= steps + 1
    assert found.ticks[0] == 0 and found.ticks[-1] == pytest.approx(found.top)
    assert float(f"{found.step:.1e}") == pytest.approx(found.step)


@settings(derandomize=True, deadline=None)
@given(AMOUNTS, st.floats(0, HEADROOM))
def test_an_axis_does_not_move_until_its_headroom_is_used_up(preset, part):
    assert axis(preset, preset * part * 0.999999) == axis(preset, preset)


@pytest.mark.parametrize(
    ("preset", "now", "steps", "ticks"),
    [
        (4_710_000, 4_710_000, 6, [0, 1e6, 2e6, 3e6, 4e6, 5e6, 6e6]),
        (4_710_000, 5_445_000, 4, [0, 2e6, 4e6, 6e6]),
        (4_710_000, 18_840_000, 4, [0, 5e6, 10e6, 15e6, 20e6]),
        (1125, 1125, 4, [0, 500, 1000, 1500]),
        (0, 0, 4, [0, 0.25, 0.5, 0.75, 1.0]),
    ],
)
def test_an_axis_is_as_short_as_round_numbers_allow(preset, now, steps, ticks):
    assert axis(preset, now, steps).ticks == pytest.approx(ticks)


@pytest.mark.parametrize(("last", "shown"), [(0, 12), (12, 12), (12.5, 18), (19, 24), (51, 54), (120, 120)])
def test_months_are_shown_in_half_years_and_one_year_at_the_least(last, shown):
    assert months_shown(last) == shown


@pytest.mark.parametrize("most", [5, 9])
@pytest.mark.parametrize("last", range(12, 127, 6))
def test_months_have_few_ticks_and_none_beyond_the_axis(last, most):
    ticks = month_axis(last, most).ticks
    assert 3 <= len(ticks) <= most + 1
    assert ticks[-1] <= last


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Axis(6e6, 2e6), ["£0", "£2m", "£4m", "£6m"]),
        (Axis(1e6, 0.25e6), ["£0", "£0.25m", "£0.5m", "£0.75m", "£1m"]),
        (Axis(500_000, 250_000), ["£0", "£250,000", "£500,000"]),
        (Axis(2e9, 1e9), ["£0", "£1bn", "£2bn"]),
    ],
)
def test_money_has_one_unit_along_an_axis(found, words):
    assert pounds(found) == words
