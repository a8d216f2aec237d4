"""Optimism bias: what an uplift multiplies, and where the order flips."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import presets
from model.appraisal import Appraisal, evaluate
from model.engine import Engine
from model.optimism import CATEGORIES, MOST, Uplift, biased, verdict

KINDS = {category.id: category for category in CATEGORIES}
PERCENT = st.floats(0, 300)


@pytest.fixture(scope="module")
def north(engine) -> Appraisal:
    return evaluate(engine)


def slow(horizon: int = 24, months: float = 12) -> Appraisal:
    """``late`` scores 100 but takes time, ``soon`` scores 60 at once; neither costs anything."""
    text = f"""
        id = "slow"
        name = "Slow or soon"
        benchmark = "soon"
        organisation = {{ name = "A parish" }}
        horizon = {{ value = {horizon}, status = "assumption" }}
        outcomes = [{{ id = "good", name = "Good" }}]
        [[options]]
        id = "soon"
        name = "Soon"
        months = {{ value = 0, status = "assumption" }}
        scores.good = {{ value = 60, status = "assumption" }}
        [[options]]
        id = "late"
        name = "Late"
        months = {{ value = {months}, status = "assumption" }}
        scores.good = {{ value = 100, status = "assumption" }}
    """
    return evaluate(Engine(presets.parse(text.encode(), "slow.toml")))


def test_an_uplift_of_cost_is_a_cost_change(engine, north):
    results = biased(north, [{"hybrid": Uplift(cost=78)}])
    changed = evaluate(engine, {"hybrid.cost_change": 78})
    assert results.cost[0] == pytest.approx([result.cost for result in changed.options])
    assert results.overall[0] == pytest.approx([result.overall for result in changed.options])


def test_an_uplift_of_time_is_more_months(engine, north):
    # 6 months and a half more are 9.
    results = biased(north, [{"hybrid": Uplift(months=50)}])
    later = evaluate(engine, {"hybrid.months": 9})
    assert results.overall[0] == pytest.approx([result.overall for result in later.options])
    assert results.cost[0, 3] == pytest.approx(1_561_000 + 3 * 15_000)


def test_uplifts_stand_on_top_of_changes_and_of_each_other(engine):
    # Cost a tenth up, then by half: 1.1 x 1.5 = 1.65. Months 8, then by a quarter: 10, so four months of 15,000 more.
    now = evaluate(engine, {"hybrid.cost_change": 10, "hybrid.months": 8})
    results = biased(now, [{"hybrid": Uplift(cost=50, months=25)}])
    assert results.cost[0, 3] == pytest.approx((1_561_000 + 4 * 15_000) * 1.65)


def test_each_stop_of_a_dial_is_a_case_and_options_left_out_stay(north):
    dial = [{}, {"cloud": Uplift(10)}, {"m365": Uplift(20), "cloud": Uplift(30)}]
    cost = biased(north, dial).cost
    assert cost == pytest.approx(np.array([
        [0, 2_775_000, 4_710_000, 1_561_000],
        [0, 2_775_000, 5_181_000, 1_561_000],
        [0, 3_330_000, 6_123_000, 1_561_000],
    ]))  # fmt: skip


@given(data=st.data())
def test_no_uplift_changes_nothing_to_the_last_bit(engine, moves, data):
    now = evaluate(engine, data.draw(moves))
    results = biased(now, [dict.fromkeys((option.id for option in now.scenario.options), Uplift())])
    assert results.cost[0].tolist() == [result.cost for result in now.options]
    assert results.overall[0].tolist() == [result.overall for result in now.options]


@given(data=st.data(), percent=PERCENT)
def test_the_same_uplift_on_every_cost_changes_no_order_of_costs(engine, moves, data, percent):
    now = evaluate(engine, data.draw(moves))
    results = biased(now, [dict.fromkeys((option.id for option in now.scenario.options), Uplift(cost=percent))])
    before = [result.cost for result in now.options]
    assert results.cost[0] == pytest.approx(np.array(before) * (1 + percent / 100))
    # Equal costs may part in the last bit, so the order is that of whole pence.
    order = np.argsort(before, kind="stable")
    assert (np.diff(results.cost[0][order]) > -0.01).all()


def test_hybrids_cost_passes_microsoft_365s_at_77_8_and_clouds_at_201_7_percent(north):
    # 2,775,000 / 1,561,000 = 1.7777; 4,710,000 / 1,561,000 = 3.0173.
    passes = verdict(north).passes
    assert [(each.option.id, round(each.at, 1)) for each in passes] == [("m365", 77.8), ("cloud", 201.7)]
    dial = [{"hybrid": Uplift(cost=each.at)} for each in passes]
    cost = biased(north, dial).cost
    assert cost[[0, 1], 3] == pytest.approx([2_775_000, 4_710_000])


def test_no_uplift_of_cost_alone_or_together_changes_north_councils_order(north):
    found = verdict(north)
    assert found.preferred.id == "hybrid"
    assert found.cost_alone is None
    assert found.cost_together is None


def test_time_changes_the_order_where_cost_does_not(north):
    # Hybrid loses first place at 22 whole months or more: 6 x 3.552 = 21.3 is the point between.
    # All alike: Cloud's 18 months become 25.5, and Microsoft 365 is second; that lies within the Treasury's 10 to 54%.
    found = verdict(north)
    alone, together = found.months_alone, found.months_together
    assert (alone.option.id, alone.place, round(alone.at)) == ("cloud", 1, 255)
    assert (together.option.id, together.place, round(together.at, 1)) == ("m365", 2, 41.5)
    low, high = KINDS["equipment"].months
    assert low < together.at < high


def test_a_flip_by_hand():
    # Late delivers over T months of 24: the first 19 add up to 19² / 2T, the other 5 to 5. It falls below 60 of 100 where
    # (361 / 2T + 5) / 24 = 0.6, so T = 361 / 18.8 = 19.2021: 60.018% more than 12.
    found = verdict(slow()).months_alone
    assert found.at == pytest.approx(100 * (361 / 18.8 / 12 - 1), abs=1e-3)
    assert (found.option.id, found.place) == ("soon", 1)


@pytest.mark.parametrize("changes", [{}, {"hybrid.months": 20, "cloud.months": 24}, {"hybrid.months": 22}, {"staff": 300}])
def test_the_order_is_as_it_was_just_below_a_flip_and_another_just_above(engine, changes):
    now = evaluate(engine, changes)
    before = [result.rank for result in now.options]
    found = verdict(now)
    everyone, first = [option.id for option in now.scenario.options], [found.preferred.id]
    for flip, options, uplift in (
        (found.cost_together, everyone, lambda at: Uplift(cost=at)),
        (found.months_together, everyone, lambda at: Uplift(months=at)),
        (found.cost_alone, first, lambda at: Uplift(cost=at)),
        (found.months_alone, first, lambda at: Uplift(months=at)),
    ):
        if flip is not None:
            dial = [dict.fromkeys(options, uplift(at)) for at in (flip.at - 0.001, flip.at + 0.001)]
            below, above = biased(now, dial).rank.tolist()
            looked_at = 1 if options == first else len(before)
            assert [min(rank, looked_at + 1) for rank in below] == [min(rank, looked_at + 1) for rank in before]
            assert above[everyone.index(flip.option.id)] == flip.place


def test_what_never_flips_within_reach_says_so():
    # 36 months and 300% more are 144: by month 120 late has delivered 120² / (2 x 144) = 50 of 120, and scores 41.7.
    # 6 and 300% more are 24: (24 / 2 + 96) / 120, so it still scores 90.
    assert verdict(slow(horizon=120, months=36)).months_alone is not None
    assert verdict(slow(horizon=120, months=6)).months_alone is None


def test_where_every_weight_is_nil_nothing_flips(engine):
    found = verdict(evaluate(engine, {f"weight.{outcome.id}": 0 for outcome in engine.scenario.outcomes}))
    assert {found.cost_alone, found.months_alone, found.cost_together, found.months_together} == {None}


def test_the_categories_are_those_of_the_review_of_2002():
    # Mott MacDonald (2002): equipment and development cost 10 to 200%, time 10 to 54%; outsourcing 0 to 41%, no time.
    assert (KINDS["equipment"].cost, KINDS["equipment"].months) == ((10, 200), (10, 54))
    assert (KINDS["outsourcing"].cost, KINDS["outsourcing"].months) == ((0, 41), None)
    assert KINDS["equipment"].source.year == KINDS["outsourcing"].source.year == 2002
    assert KINDS["own"].source is None


def test_a_dial_goes_from_the_lowest_uplift_of_a_category_to_its_highest():
    equipment, outsourcing = KINDS["equipment"], KINDS["outsourcing"]
    assert [equipment.uplift(part) for part in (0, 0.5, 1)] == [Uplift(10, 10), Uplift(105, 32), Uplift(200, 54)]
    assert outsourcing.uplift(1) == Uplift(41, 0)
    assert KINDS["own"].uplift(1) == Uplift(MOST, MOST)
