"""Charts of the months wait with the options."""

import numpy as np
import pytest

from charts import people_idle, roll_out, spending
from model import presets
from model.appraisal import Appraisal, evaluate
from model.engine import Engine


@pytest.fixture(scope="module")
def waiting() -> Appraisal:
    return evaluate(Engine(presets.load("north-council")), {"delay": 4})


def test_the_roll_out_starts_after_the_waiting(waiting):
    # Hybrid, six months for nine tenths of the gap: 15% a month from the end of month 4 to the end of month 10.
    assert roll_out.closed(waiting, 12)[3] == pytest.approx([0] * 5 + [0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 0.9, 0.9])


def test_the_roll_out_of_what_takes_no_time_starts_after_the_waiting():
    waiting = evaluate(Engine(presets.load("north-council")), {"delay": 4, "hybrid.months": 0})
    assert roll_out.closed(waiting, 6)[3] == pytest.approx([0, 0, 0, 0, 0.9, 0.9, 0.9])


@pytest.mark.parametrize("chart", [roll_out, spending, people_idle])
def test_the_tables_have_a_row_for_the_month_in_which_each_option_is_there(waiting, chart):
    # 3, 6 and 18 months after month 4; of the disruption there are 18 months to show.
    months = {row[0] for row in chart.table(waiting)[1]}
    assert {"7", "10"} <= months
    assert chart is people_idle or "22" in months


def test_the_months_shown_hold_the_latest_option(waiting):
    assert not np.diff(roll_out.closed(waiting, 24)[2, -2:]).any()
    assert "100% after 22 months" in roll_out.alt(waiting)
