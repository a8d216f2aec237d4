"""What waiting costs, as it is said."""

from dataclasses import replace

import pytest

from model import presets
from model.appraisal import evaluate
from model.delay import MonthOfWaiting, month_of_waiting
from model.engine import Engine
from words.delay import cost_of_delay


@pytest.fixture(scope="module")
def hybrid() -> MonthOfWaiting:
    return month_of_waiting(evaluate(Engine(presets.load("north-council"))))[3]


def test_a_month_of_waiting_is_told_in_people_pay_and_backlog(hybrid):
    assert cost_of_delay(hybrid) == (
        "One more month of waiting leaves 1,013 people idle and adds £3.07m of lost work; its backlog clears 3 months later"
    )


def test_one_person_and_one_month_are_told_in_the_singular(hybrid):
    one = replace(hybrid, lost_staff_months=1.0, lost_work_value=3033.0, clears_later=1)
    assert cost_of_delay(one) == (
        "One more month of waiting leaves 1 person idle and adds £3,033 of lost work; its backlog clears 1 month later"
    )


def test_a_backlog_that_clears_no_later_or_never_is_told_as_it_is(hybrid):
    assert cost_of_delay(replace(hybrid, clears_later=0)).endswith("of lost work")
    assert cost_of_delay(replace(hybrid, clears_later=None)).endswith("of lost work; its backlog never clears")


def test_where_nobody_waits_no_work_is_lost(hybrid):
    assert cost_of_delay(replace(hybrid, lost_staff_months=0.0)) == "One more month of waiting costs no work"
