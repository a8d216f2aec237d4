"""When an option pays for itself."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import presets
from model.appraisal import evaluate
from model.break_even import break_even_month, break_even_share
from model.cash_flows import CashFlows
from model.engine import NEVER, Engine
from model.scenario import Scenario
from model.wholelife import OptionWholeLife, whole_life


def option(engine: Engine, name: str, changes: dict | None = None, years: int = 10) -> OptionWholeLife:
    return whole_life(evaluate(engine, changes), years).option(name)


def flows(engine: Engine, changes: dict) -> CashFlows:
    cases = engine.cases([changes])
    return CashFlows(engine, cases, engine.run(cases))


@pytest.mark.parametrize(
    ("name", "months", "share"),
    # The sums are in tests/golden/north_council.toml: cost / (4,500 x 3,033), dip and training over reach x roll-outs.
    [("hybrid", 18, 1.4), ("m365", 18, 3.4), ("cloud", 18, 5.0), ("hybrid", 6, 7.0), ("m365", 6, 12.4), ("cloud", 6, 45.3)],
)
def test_an_option_pays_for_itself_if_so_many_are_stranded(engine, name, months, share):
    found = option(engine, name, {"disruption.months": months}).break_even_share
    assert round(found, 1) == share


@pytest.mark.parametrize(
    ("name", "month"),
    [
        # Saved so far x 3,033 against spent so far, work in staff-months: 1,012.5 x 4 / 12 - 180 dip - 20.4 training =
        # 137.1, 415,800 < 520,333 in month 2; 1,012.5 x 9 / 12 - 270 - 30.6 = 458.8, 1,391,400 > 780,500 in month 3.
        ("hybrid", 3),
        # 787.5 x 1.5 - 675 - 168.4 = 337.9, 1,024,800 < 2,775,000 in month 3; + 787.5 = 1,125.4, 3,413,300 in month 4.
        ("m365", 4),
        # 1,125 x 16 / 36 - 270 - 47.6 = 182.4, 553,200 < 1,046,667 in month 4; 1,125 x 25 / 36 - 270 - 59.5 = 451.7,
        # 1,370,100 > 1,308,333 in month 5.
        ("cloud", 5),
    ],
)
def test_the_month_in_which_the_work_saved_is_worth_the_money_spent(engine, name, month):
    assert option(engine, name).break_even_month == month


def test_waiting_puts_break_even_off_by_as_many_months(engine):
    assert option(engine, "hybrid", {"delay": 5}).break_even_month == 8


def test_the_benchmark_has_no_break_even(engine):
    found = option(engine, "do-nothing")
    assert found.break_even_month is found.break_even_share is None


def test_what_costs_more_than_it_ever_saves_never_breaks_even(engine):
    changes = {"hybrid.cost_change": 300, "disruption.share": 1}
    assert option(engine, "hybrid", changes).break_even_month is None


def test_what_saves_too_little_with_everybody_stranded_has_no_share(engine):
    assert option(engine, "cloud", {"disruption.months": 1}).break_even_share is None
    assert option(engine, "hybrid", {"hybrid.reach": 0}).break_even_share is None


def test_what_costs_nothing_and_loses_nothing_pays_with_nobody_stranded(engine):
    free = {f"hybrid.{line.id}": 0 for line in engine.scenario.options[3].cost_lines}
    found = option(engine, "hybrid", free | {"hybrid.dip": 0})
    assert found.break_even_share == 0
    assert found.break_even_month == 1


def test_the_years_asked_for_are_as_far_as_break_even_is_looked_for(engine):
    # With 0.6% stranded, hybrid never saves its cost in work; retired servers pay for it later.
    changes = {"disruption.share": 0.6, "hybrid.retired_saving": 905_000}
    assert option(engine, "hybrid", changes, years=1).break_even_month is None
    assert option(engine, "hybrid", changes, years=10).break_even_month > 12


def test_work_made_up_by_overtime_counts_once(engine):
    # All that comes back is half of the 20,250 lost: as overtime it is money, and no longer work lost.
    done, undone = (
        flows(engine, {"after_first_year.overtime": share}).lost(np.array([18.0]))[0, 0, 0] for share in (100, 0)
    )
    assert (done, undone) == (10_125, 20_250)


def test_the_work_lost_by_the_end_is_all_of_it(engine):
    money = flows(engine, {})
    np.testing.assert_allclose(money.lost(np.array([0.0, 36.0]))[0, :, 1], money.results.lost_work[0])
    assert not money.lost(np.array([0.0]))[0].any()


def test_the_money_spent_by_the_end_of_a_year_is_that_years_cash_flows(engine):
    changes = {
        "after_first_year.overtime": 50, "hybrid.retired_saving": 10_000, "after_first_year.office_saving": 20_000,
        "m365.retained_infrastructure": 30_000,
    }  # fmt: skip
    money = flows(engine, changes)
    # Cloud's cost is spread over 18 months there and counts in its first year here.
    kept = [0, 1, 3]
    spent = money.spent(np.array([12.0, 24.0, 60.0]))[0, kept]
    paid = money.yearly(5)[0, kept].cumsum(axis=1)[:, [0, 1, 4]]
    np.testing.assert_allclose(spent, paid)


def test_cash_flows_of_ones_own_are_spent_evenly_over_each_year(engine):
    north = engine.scenario.model_dump(exclude_none=True)
    north["options"][3]["cash_flows"] = [1_200, -600]
    money = flows(Engine(Scenario.model_validate(north)), {})
    assert money.spent(np.array([0.0, 6.0, 12.0, 18.0, 40.0]))[0, 3].tolist() == [0, 600, 1_200, 900, 600]
    assert money.first_cost[0].tolist() == [0, 2_775_000, 4_710_000, 1_200]


@pytest.mark.parametrize(
    ("carrying_on", "share"),
    # Hybrid's extra cost 1,561,000 - 1,000,000 = 561,000 / 3,033 / 4,500 = 0.0411; dip 0.06; training 0.01361;
    # 0.11472 / 13.5 = 0.85%. Where carrying on as now costs more, hybrid pays with nobody stranded.
    [(1_000_000, 0.85), (9_000_000, 0)],
)
def test_only_what_it_costs_more_than_carrying_on_has_to_pay_for_itself(engine, carrying_on, share):
    north = engine.scenario.model_dump(exclude_none=True)
    north["options"][0]["cash_flows"] = [carrying_on]
    found = option(Engine(Scenario.model_validate(north)), "hybrid")
    assert round(found.break_even_share, 2) == share


@given(data=st.data())
def test_at_the_break_even_share_the_work_saved_is_worth_the_cost(engine, moves, data):
    changes = data.draw(moves)
    share = break_even_share(flows(engine, changes))[0]
    for index in np.flatnonzero((share > 0) & (share < NEVER)):
        results = engine.run(engine.cases([changes | {"disruption.share": share[index]}]))
        staff_cost = changes.get("disruption.staff_cost", 3033)
        saved = (results.lost_work[0, 0] - results.lost_work[0, index]) * staff_cost
        assert saved == pytest.approx(results.cost[0, index] - results.cost[0, 0], rel=1e-6, abs=1e-2)


@given(data=st.data())
def test_at_the_break_even_month_the_work_saved_is_worth_the_money_and_not_before(engine, moves, data):
    money = flows(engine, data.draw(moves))
    months = np.arange(1.0, 121.0)
    lost, spent = money.lost(months)[0], money.spent(months)[0]
    worth = (lost[0] - lost) * money.batch.one("disruption.staff_cost")[0] - (spent - spent[0])
    for index, month in enumerate(break_even_month(money, 10)[0]):
        start = int(money.start[0, index])
        before = worth[index, start : 120 if month == NEVER else int(month) - 1]
        assert index == 0 or (before < 0).all()
        assert month == NEVER or worth[index, int(month) - 1] >= 0


def test_there_is_no_break_even_without_a_disruption():
    found = whole_life(evaluate(Engine(presets.load("depot")))).options[1]
    assert found.break_even_month is found.break_even_share is None
