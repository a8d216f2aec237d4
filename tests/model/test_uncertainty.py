"""Draws over the ranges: what is drawn, how, and what it comes to."""

from dataclasses import asdict
from statistics import mean

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import presets
from model.appraisal import Appraisal, evaluate
from model.engine import Engine, ranks
from model.uncertainty import MOST_DRAWS, Ranges, SampleError, rank_shares, runs, simulate, triangular

COST = (100, 200, 400)
SCORES = {"stay": {"good": 50}, "go": {"good": 80}}


@pytest.fixture(scope="module")
def north(engine) -> Appraisal:
    return evaluate(engine)


def drawn(now: Appraisal, draws: int = 500, seed: int = 1) -> np.ndarray:
    return Ranges(now, seed).draw(draws)


def costs(now: Appraisal, option: int, draws: int = 500) -> np.ndarray:
    return np.concatenate([results.cost[:, option] for results in runs(now, draws, 1)])


@pytest.mark.parametrize(
    ("quantile", "number"),
    [
        # Low 0, most likely 1, high 4. The distribution function is x² / 4 up to 1 and 1 - (4 - x)² / 12 from there.
        (0.0, 0.0),
        (1 / 16, 0.5),  # 0.5² / 4
        (0.25, 1.0),  # 1² / 4
        (13 / 16, 2.5),  # 1 - 1.5² / 12 = 1 - 2.25 / 12
        (1.0, 4.0),
    ],
)
def test_a_quantile_of_a_triangle_is_where_the_distribution_function_reaches_it(quantile, number):
    assert triangular(np.array([quantile]), 0.0, 1.0, 4.0)[0] == pytest.approx(number, abs=1e-12)


@pytest.mark.parametrize(("mode", "numbers"), [(0.0, [0.0, 4.0]), (4.0, [0.0, 4.0])])
def test_a_triangle_may_lean_all_the_way_to_either_side(mode, numbers):
    assert triangular(np.array([0.0, 1.0]), 0.0, mode, 4.0).tolist() == numbers


def test_percentiles_are_those_of_the_triangle(decide):
    # Low 100, most likely 200, high 400; the mode lies at (200 - 100) / (400 - 100) = a third.
    # P10 = 100 + √(0.1 x 300 x 100) = 154.77; P50 = 400 - √(0.5 x 300 x 200) = 226.79; P90 = 400 - √(0.1 x 300 x 200) = 322.54.
    cost = simulate(evaluate(decide(SCORES, {"go": {"works": COST}})), 50_000, 1).option("go").cost
    assert asdict(cost) == pytest.approx({"p10": 154.77, "p50": 226.79, "p90": 322.54}, rel=0.01)


def test_an_option_is_first_as_often_as_its_score_is_drawn_higher(decide):
    # Go scores 20 to 60, most likely 50: above 50 in 1 - (50 - 20) / (60 - 20) = a quarter of draws.
    found = simulate(evaluate(decide({"stay": {"good": 50}, "go": {"good": (20, 50, 60)}})), 40_000, 1)
    assert found.option("go").rank_shares == pytest.approx((0.25, 0.75), abs=0.01)
    assert found.option("go").firsts == round(40_000 * found.option("go").rank_shares[0])


def test_more_draws_come_closer(decide):
    now = evaluate(decide(SCORES, {"go": {"works": COST}}))
    few, some, many = (
        mean(abs(simulate(now, draws, seed).option("go").cost.p50 - 226.79) for seed in range(20))
        for draws in (30, 600, 12_000)
    )
    assert few > 2 * some > 4 * many


def test_a_market_price_moves_every_option_that_pays_it(decide):
    now = evaluate(decide(SCORES, {"stay": {"works": (50, 60, 90)}, "go": {"works": COST}}))
    stay, go = costs(now, 0), costs(now, 1)
    assert (stay.argsort() == go.argsort()).all()


def test_other_numbers_are_drawn_one_by_one(decide):
    now = evaluate(decide(SCORES, {"stay": {"works": COST}, "go": {"works-too": COST}}))
    assert abs(np.corrcoef(costs(now, 0, 20_000), costs(now, 1, 20_000))[0, 1]) < 0.03


@pytest.mark.parametrize("preset", presets.shipped())
def test_every_draw_lies_in_its_range_and_nothing_else_moves(preset):
    now = evaluate(Engine(presets.load(preset)))
    cases = drawn(now)
    for lever, column in zip(now.engine.levers, cases.T, strict=True):
        assert lever.quantity.low <= column.min() <= column.max() <= lever.quantity.high
        assert (len(set(column)) > 1) == lever.uncertain, lever.id


def test_months_are_drawn_whole(north):
    for lever, column in zip(north.engine.levers, drawn(north).T, strict=True):
        if lever.measure.unit == "months":
            assert (column == np.rint(column)).all()


def test_what_a_visitor_set_within_the_range_is_what_is_likeliest(decide):
    # Most likely 350 instead of 200: P50 = 100 + √(0.5 x 300 x 250) = 293.65.
    now = evaluate(decide(SCORES, {"go": {"works": COST}}), {"go.works": 350})
    assert simulate(now, 50_000, 1).option("go").cost.p50 == pytest.approx(293.65, rel=0.01)


@pytest.mark.parametrize("set_to", [99, 401])
def test_what_a_visitor_set_outside_the_range_counts_as_known(decide, set_to):
    found = simulate(evaluate(decide(SCORES, {"go": {"works": COST}}), {"go.works": set_to}), 100, 1)
    assert asdict(found.option("go").cost) == {"p10": set_to, "p50": set_to, "p90": set_to}


def test_moving_one_number_moves_no_other_numbers_draws(engine, north):
    before = drawn(north)
    within, outside = 80, 40
    for reach in (within, outside):
        moved = drawn(evaluate(engine, {"m365.reach": reach}))
        others = np.arange(len(engine.levers)) != engine.column["m365.reach"]
        assert (moved[:, others] == before[:, others]).all()


def test_changes_hold_in_every_draw(engine):
    now = evaluate(engine, {"staff": 9000, "weight.value": 0})
    cases = drawn(now)
    assert (cases[:, engine.column["staff"]] == 9000).all()
    assert (cases[:, engine.column["weight.value"]] == 0).all()


def test_the_same_seed_gives_the_same_and_another_seed_another(north):
    assert simulate(north, 400, 7) == simulate(north, 400, 7)
    assert simulate(north, 400, 7).options != simulate(north, 400, 8).options


def test_fewer_draws_are_the_first_of_more(north):
    assert (costs(north, 3, 6_000)[:700] == costs(north, 3, 700)).all()


def test_where_nothing_is_uncertain_every_draw_is_the_appraisal(decide):
    now = evaluate(decide(SCORES, {"go": {"works": 200}}))
    for found, result in zip(simulate(now, 50, 1).options, now.options, strict=True):
        assert asdict(found.cost) == dict.fromkeys(("p10", "p50", "p90"), result.cost)
        assert asdict(found.overall) == dict.fromkeys(("p10", "p50", "p90"), result.overall)
        assert asdict(found.benefit) == dict.fromkeys(("p10", "p50", "p90"), result.benefit)
        assert found.rank_shares == tuple(float(place == result.rank) for place in (1, 2))


def test_benefit_is_the_score_without_value_for_money(engine):
    judged = [outcome.id for outcome in engine.scenario.outcomes if outcome.id != "value"]
    found = simulate(evaluate(engine, {f"weight.{outcome}": 0 for outcome in judged}), 100, 1).option("hybrid")
    assert found.benefit.p90 == 0 < found.overall.p10


def test_options_that_tie_share_their_places(engine):
    unweighted = evaluate(engine, {f"weight.{outcome.id}": 0 for outcome in engine.scenario.outcomes})
    for found in simulate(unweighted, 50, 1).options:
        assert found.rank_shares == (0.25, 0.25, 0.25, 0.25)
        assert found.firsts == 50


def test_shares_of_places_by_hand():
    # Case 1: A, B, C. Case 2: A and B share first, so each has half of first and half of second.
    assert rank_shares(np.array([[1, 2, 3], [1, 1, 3]])).tolist() == [[0.75, 0.25, 0], [0.25, 0.75, 0], [0, 0, 1]]


@given(st.integers(2, 8).flatmap(lambda options: st.lists(
    st.lists(st.sampled_from([0, 1e-9, 2e-9, 1, 50, 100]), min_size=options, max_size=options), min_size=1, max_size=20)))  # fmt: skip
def test_shares_sum_to_1_for_each_option_and_each_place(scores):
    shares = rank_shares(ranks(np.array(scores, dtype=float)))
    assert shares.sum(axis=0) == pytest.approx(1)
    assert shares.sum(axis=1) == pytest.approx(1)


@given(data=st.data())
def test_any_changes_give_finite_ordered_percentiles(engine, corners, data):
    changes = data.draw(corners)
    for found in simulate(evaluate(engine, changes), 60, 1).options:
        for spread in (found.cost, found.overall, found.benefit):
            assert 0 <= spread.p10 <= spread.p50 <= spread.p90 < float("inf")


def test_hybrid_is_first_in_about_995_of_1000_draws(north):
    found = simulate(north, 10_000, 1)
    assert found.option("hybrid").firsts == pytest.approx(9_950, abs=30)
    assert found.option("do-nothing").rank_shares == (0, 0, 0, 1)
    # Second place is no more than likely: Cloud has it in 57% of draws, Microsoft 365 in 42%.
    assert found.option("cloud").rank_shares[1] == pytest.approx(0.57, abs=0.02)


def test_costs_run_above_the_published_ones_since_most_ranges_reach_further_up(north):
    found = simulate(north, 10_000, 1)
    for option in ("m365", "cloud", "hybrid"):
        assert found.option(option).cost.p50 > 1.1 * north.option(option).cost
    assert found.option("hybrid").cost.p10 > north.option("hybrid").cost


@pytest.mark.parametrize("draws", [0, -1, MOST_DRAWS + 1, 2.5])
def test_a_number_of_draws_out_of_bounds_is_refused(north, draws):
    with pytest.raises(SampleError, match=r"^The number of draws must be a whole number from 1 to 100,000, not .+\.$"):
        simulate(north, draws, 1)


@pytest.mark.parametrize("seed", [-1, 2**32])
def test_a_seed_out_of_bounds_is_refused(north, seed):
    with pytest.raises(SampleError, match=r"^The seed must be a whole number from 0 to 4,294,967,295, not .+\.$"):
        simulate(north, 10, seed)
