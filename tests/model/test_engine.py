"""What holds for every case: results are defined at every edge, move the way they must, and do not mind company."""

import tomllib
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import presets
from model.engine import NEVER, Engine, mean_rollout, ranks, rollout
from model.scenario import Basis, Scenario

DEPOT = """
id = "depot"
name = "Replace a depot"
benchmark = "stay"

[organisation]
name = "A council"

[horizon]
value = 24
status = "assumption"

[[outcomes]]
id = "room"
name = "Room to grow"

[[outcomes]]
id = "value"
name = "Value for money"
kind = "value-for-money"

[[options]]
id = "stay"
name = "Stay"
months = { value = 0, status = "assumption" }
reach = { value = 0, status = "assumption" }
scores.room = { value = 20, status = "assumption" }

[[options]]
id = "build"
name = "Build"
months = { value = 12, status = "assumption" }
scores.room = { value = 100, status = "assumption" }

[[options.cost_lines]]
id = "works"
name = "Works"
basis = "fixed"
unit_cost = { value = 2000000, status = "assumption" }
"""


@pytest.fixture(scope="module")
def depot() -> Engine:
    return Engine(Scenario.model_validate(tomllib.loads(DEPOT)))


def run(engine: Engine, *changes: dict[str, float]) -> SimpleNamespace:
    """Results and backlog in one."""
    cases = engine.cases(changes)
    backlog = engine.backlog(cases) if engine.scenario.disruption else SimpleNamespace(peak=None, clear=None)
    return SimpleNamespace(**vars(engine.run(cases)), backlog_peak=backlog.peak, backlog_clear=backlog.clear)


def arrays(results: SimpleNamespace) -> dict[str, np.ndarray]:
    return {name: array for name, array in vars(results).items() if array is not None}


def assert_defined(engine: Engine, results: SimpleNamespace, cases: list[str]) -> None:
    """Nothing is out of its range; ``cases`` names each case in the message."""
    options = len(engine.scenario.options)
    for name, array in arrays(results).items():
        finite = np.isfinite(array) | (name in ("backlog_clear", "per_person")) & (array == NEVER)
        assert_everywhere(finite, f"{name} is not finite", cases)
    for name in ("scores", "overall", "benefit"):
        array = getattr(results, name)
        assert_everywhere((array >= 0) & (array <= 100 + 1e-9), f"{name} is not 0 to 100", cases)
    never_below_nil = {"line_costs", "cost", "lost_work", "backlog_peak", "backlog_clear", "offices_released", "per_person"}
    for name in never_below_nil & arrays(results).keys():
        assert_everywhere(getattr(results, name) >= 0, f"{name} is below nil", cases)
    assert_everywhere((results.delivered >= 0) & (results.delivered <= 1), "delivered is not a share", cases)
    assert_everywhere((results.rank >= 1) & (results.rank <= options), f"rank is not 1 to {options}", cases)
    assert_everywhere(results.rank.min(axis=1) == 1, "nobody is first", cases)


def assert_everywhere(holds: np.ndarray, complaint: str, cases: list[str]) -> None:
    wrong = [case for case, right in zip(cases, holds, strict=True) if not np.all(right)]
    assert not wrong, f"{complaint} at {wrong[:5]}"


def assert_same(left: SimpleNamespace, right: SimpleNamespace) -> None:
    """Equal but for the last bits of a sum taken in another order; places and months exactly."""
    for name, array in arrays(left).items():
        if name in ("rank", "backlog_clear", "offices_released"):
            np.testing.assert_array_equal(array, getattr(right, name), err_msg=name)
        else:
            np.testing.assert_allclose(array, getattr(right, name), rtol=1e-12, atol=1e-9, err_msg=name)


# Edges


@pytest.mark.parametrize("preset", presets.shipped())
def test_every_result_is_defined_with_any_lever_at_either_end(preset):
    engine = Engine(presets.load(preset))
    ends = [{lever.id: end} for lever in engine.levers for end in (lever.measure.least, lever.measure.most)]
    with np.errstate(all="raise"):
        assert_defined(engine, run(engine, *ends), [str(end) for end in ends])


@given(data=st.data())
def test_every_result_is_defined_with_many_levers_at_their_ends(engine, corners, data):
    changes = data.draw(corners)
    with np.errstate(all="raise"):
        assert_defined(engine, run(engine, changes), [str(changes)])


@pytest.mark.parametrize("end", ["least", "most"])
def test_every_result_is_defined_with_all_levers_at_the_same_end(engine, end):
    with np.errstate(all="raise"):
        results = run(engine, {lever.id: getattr(lever.measure, end) for lever in engine.levers})
        assert_defined(engine, results, [end])


def test_where_nobody_is_stranded_services_and_value_score_nothing(engine):
    results = run(engine, {"disruption.share": 0})
    computed = [index for index, outcome in enumerate(engine.scenario.outcomes) if outcome.kind != "judged"]
    assert not results.scores[:, :, computed].any()


def test_an_option_that_enables_nobody_scores_nothing_for_value_however_cheap(engine):
    free = {f"hybrid.{line.id}": 0 for line in engine.scenario.options[3].cost_lines}
    results = run(engine, free | {"hybrid.reach": 0})
    assert results.cost[0, 3] == 0
    assert results.scores[0, 3, -1] == 0


def test_an_option_that_enables_somebody_for_nothing_scores_all_for_value(engine):
    free = {f"hybrid.{line.id}": 0 for line in engine.scenario.options[3].cost_lines}
    assert run(engine, free).scores[0, 3, -1] == 100


def test_without_weights_all_score_nothing_and_share_the_first_place(engine):
    results = run(engine, {f"weight.{outcome.id}": 0 for outcome in engine.scenario.outcomes})
    assert not results.overall.any()
    assert (results.rank == 1).all()


def test_without_spare_time_a_backlog_never_clears(engine):
    assert (run(engine, {"disruption.catch_up": 0}).backlog_clear == NEVER).all()


@pytest.mark.parametrize(("spare", "month"), [(10, 27), (6, 42), (2, 117)])
def test_a_backlog_that_ends_exactly_with_a_month_is_cleared_in_that_month(engine, spare, month):
    # 1,000 of 4,000 stranded for 18 months, spare share w: 18 (500 - 3,000 w) is left, and 4,000 w a month go.
    # w = 10%: 3,600 / 400 = 9 months; 6%: 5,760 / 240 = 24; 2%: 7,920 / 80 = 99.
    results = run(engine, {"staff": 4000, "disruption.catch_up": spare})
    assert results.backlog_clear[0, 0] == month


def test_binary_noise_keeps_no_backlog_a_month_longer(engine):
    # 1,640 of 4,100 stranded for 5 months leave 5 (820 - 2% x 2,460) = 3,854; 3,854 / 82 = 47 exactly, 47.00000000000001
    # in binary.
    results = run(engine, {"staff": 4100, "disruption.share": 40, "disruption.catch_up": 2, "disruption.months": 5})
    assert results.backlog_clear[0, 0] == 5 + 47


def test_binary_noise_parts_no_equals():
    assert ranks(np.array([[50.0, 50.0 + 1e-12, 40.0, 60.0]])).tolist() == [[2, 2, 4, 1]]


def test_offices_that_come_out_whole_are_not_lost_to_rounding(engine):
    # 50 offices x 100% at home x (5% + 77%) x 100% = 41.
    results = run(engine, {"offices": 50, "workplace.home_days": 100, "workplace.desk_release": 100})
    assert results.offices_released[0, 2] == 41


@pytest.mark.parametrize("months", [0, 1e-12, 0.25, 0.5])
def test_what_takes_no_longer_than_half_a_month_is_there_from_the_first(months):
    assert rollout(1, np.array(months)) == 1
    assert mean_rollout(np.array(6.0), np.array(months)) == 1


def test_a_scenario_without_a_disruption_has_no_lost_work_and_no_outcome_that_needs_it(depot):
    results = run(depot, {})
    assert results.lost_work is results.backlog_peak is results.offices_released is None
    assert [outcome.id for outcome in depot.scenario.outcomes] == ["room"]


def test_an_option_with_nothing_to_deliver_scores_at_once(depot):
    # Stay 20 x 1; build 100 x (24 - 6) / 24.
    assert run(depot, {}).overall.tolist() == [[20.0, 75.0]]


def test_a_number_that_enters_no_equation_is_no_lever_even_where_only_one_option_has_it(depot):
    assert not [lever.id for lever in depot.levers if lever.id.endswith("reach")]


def test_options_without_any_cost_line_cost_nothing():
    data = tomllib.loads(DEPOT)
    del data["options"][1]["cost_lines"]
    engine = Engine(Scenario.model_validate(data))
    assert run(engine, {}).cost.tolist() == [[0.0, 0.0]]


# Which way results move


def higher(data: st.DataObject, values: st.SearchStrategy[float], lever: str) -> tuple[dict, dict]:
    """The lever at two values, the second no lower."""
    low, high = sorted((data.draw(values), data.draw(values)))
    return {lever: low}, {lever: high}


def cost_levers(engine: Engine) -> list[str]:
    whole = ["staff", "offices"] + [f"{option.id}.months" for option in engine.scenario.options]
    change = [f"{option.id}.cost_change" for option in engine.scenario.options]
    return whole + change + [lever.id for lever in engine.levers if lever.line]


@given(data=st.data())
def test_more_of_a_cost_never_lowers_a_total(engine, moves, values, data):
    changes, lever = data.draw(moves), data.draw(st.sampled_from(cost_levers(engine)))
    less, more = higher(data, values(engine.offered[lever]), lever)
    before, after = run(engine, changes | less, changes | more).cost
    assert (after >= before * (1 - 1e-12)).all()


@given(data=st.data())
def test_a_dearer_option_is_never_better_value(engine, moves, values, data):
    changes = data.draw(moves)
    less, more = higher(data, values(engine.offered["hybrid.cost_change"]), "hybrid.cost_change")
    before, after = run(engine, changes | less, changes | more).scores[:, 3, -1]
    assert after <= before + 1e-9


@given(data=st.data(), factor=st.integers(2, 5))
def test_scaling_all_weights_changes_no_result(engine, moves, data, factor):
    weights = {f"weight.{outcome.id}": data.draw(st.integers(0, 20)) for outcome in engine.scenario.outcomes}
    scaled = {name: weight * factor for name, weight in weights.items()}
    changes = data.draw(moves)
    assert_same(run(engine, changes | weights), run(engine, changes | scaled))


@given(data=st.data(), order=st.permutations(range(4)))
def test_the_order_of_the_options_changes_no_option(engine, moves, data, order):
    changes = data.draw(moves)
    options = tuple(engine.scenario.options[index] for index in order)
    shuffled = Engine(engine.scenario.model_copy(update={"options": options}))
    plain, moved = run(engine, changes), run(shuffled, changes)
    assert_same(by_option(plain, order, engine), by_option(moved, range(4), shuffled))


def by_option(results: SimpleNamespace, order, engine: Engine) -> SimpleNamespace:
    """The same results with the options in this order."""
    lines = np.concatenate([np.flatnonzero(engine.lines.option == index) for index in order])
    found = {name: array[:, list(order)] for name, array in arrays(results).items() if name != "line_costs"}
    return SimpleNamespace(line_costs=results.line_costs[:, lines], **found)


@given(data=st.data())
def test_a_case_comes_to_the_same_alone_and_in_any_company(engine, moves, corners, data):
    batch = data.draw(st.lists(st.one_of(moves, corners), min_size=2, max_size=6))
    together = run(engine, *batch)
    for index, changes in enumerate(batch):
        row = {name: array[index : index + 1] for name, array in arrays(together).items()}
        assert_same(run(engine, changes), SimpleNamespace(**row))


@given(horizon=st.integers(6, 120), few=st.floats(0, 36), more=st.floats(0, 36))
def test_longer_delivery_never_raises_the_delivered_share(horizon, few, more):
    few, more = sorted((few, more))
    quick, slow = mean_rollout(np.array(float(horizon)), np.array([few, more]))
    assert slow <= quick + 1e-12


def test_a_started_month_at_the_end_of_the_view_does_not_count():
    assert mean_rollout(np.array(24.5), np.array(18.0)) == mean_rollout(np.array(24.0), np.array(18.0))


@given(months=st.floats(0, 36), horizon=st.integers(6, 119))
def test_a_longer_view_never_lowers_the_delivered_share(months, horizon):
    short, long = mean_rollout(np.array([horizon, horizon + 1.0]), np.array(months))
    assert long >= short - 1e-12


@given(months=st.floats(0, 36), horizon=st.integers(6, 120))
def test_the_delivered_share_is_the_mean_of_its_months(months, horizon):
    walked = [float(rollout(month, np.array(months))) for month in range(1, horizon + 1)]
    assert mean_rollout(np.array(float(horizon)), np.array(months)) == pytest.approx(np.mean(walked), rel=1e-12)


@given(data=st.data())
def test_more_reach_never_strands_more(engine, moves, values, data):
    changes = data.draw(moves)
    less, more = higher(data, values(engine.offered["m365.reach"]), "m365.reach")
    for month in engine.months(engine.cases([changes | less, changes | more]), 40):
        before, after = month.stranded
        assert (after <= before + 1e-9).all()


@given(data=st.data())
def test_more_spare_time_never_grows_a_backlog_or_keeps_it_longer(engine, moves, values, data):
    changes = data.draw(moves)
    less, more = higher(data, values(engine.offered["disruption.catch_up"]), "disruption.catch_up")
    cases = engine.cases([changes | less, changes | more])
    for month in engine.months(cases, 60):
        before, after = month.backlog
        assert (after <= before + 1e-9).all()
    backlog = engine.backlog(cases)
    assert (backlog.peak[1] <= backlog.peak[0] + 1e-9).all()
    assert (backlog.clear[1] <= backlog.clear[0]).all()


def test_every_cost_basis_is_used_by_the_first_case(engine):
    assert set(engine.lines.basis) == set(Basis)


def test_hybrid_leads_under_nearly_every_weighting(engine):
    # Uniform over all weightings; 99.8% to 99.9% of two million of them.
    weights = np.random.default_rng(2020).exponential(size=(20_000, len(engine.scenario.outcomes)))
    cases = np.tile(engine.defaults, (len(weights), 1))
    cases[:, [engine.column[f"weight.{outcome.id}"] for outcome in engine.scenario.outcomes]] = weights
    assert (engine.run(cases).rank[:, 3] == 1).mean() == pytest.approx(0.9985, abs=0.001)
