"""Switching values: where the order changes, found to the lever's own precision, none missed and none made up."""

import tomllib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model import presets
from model.appraisal import Appraisal, evaluate
from model.engine import Engine
from model.levers import Lever
from model.scenario import Scenario
from model.switching import CostSwitch, RankingChange, Switch, ranking_changes, switching_values
from model.what_ifs import WhatIf, alone, together

DUEL = """
id = "duel"
name = "Two ways"
benchmark = "stay"
organisation.name = "A council"
horizon = { value = 24, status = "assumption" }

[[outcomes]]
id = "room"
name = "Room to grow"

[[options]]
id = "stay"
name = "Stay"
months = { value = 0, status = "assumption" }
scores.room = { value = 40, status = "assumption" }

[[options]]
id = "build"
name = "Build"
months = { value = 0, status = "assumption" }
scores.room = { value = 60, status = "assumption" }
"""


def duel(**scores: float) -> Engine:
    data = tomllib.loads(DUEL)
    for option in data["options"]:
        option["scores"]["room"]["value"] = scores.get(option["id"], option["scores"]["room"]["value"])
    return Engine(Scenario.model_validate(data))


def cost_duel(stay: dict[str, float], build: dict[str, float], basis: str, **parts: dict) -> Appraisal:
    """The duel with cost lines, unit costs by id, for both options."""
    data = tomllib.loads(DUEL)
    for option, lines in zip(data["options"], (stay, build), strict=True):
        option["cost_lines"] = [
            {"id": each, "name": each, "basis": basis, "unit_cost": {"value": cost, "status": "assumption"}}
            for each, cost in lines.items()
        ]
    data["organisation"]["staff"] = {"value": 1000, "status": "assumption"}
    return evaluate(Engine(Scenario.model_validate(data)), parts)


@pytest.fixture(scope="module")
def now(engine) -> Appraisal:
    return evaluate(engine)


def of_lever(now: Appraisal, *ids: str) -> tuple[RankingChange, ...]:
    return ranking_changes(now, [WhatIf((now.engine.offered[lever],)) for lever in ids])


def told(changes: tuple[RankingChange, ...]) -> list[tuple]:
    return [(change.at, change.direction, change.place, change.winner) for change in changes]


# Golden, North Council. Points are sums over seven outcomes, not yet divided by seven:
#   Hybrid 400 x .91667 + 73.4 + 69.2 = 509.2, cloud 425 x .75 + 47.6 + 16.3 = 382.7, M365 250 x .95833 + 60.0 + 29.5 = 329.1.


def test_cloud_comes_first_when_hybrid_takes_22_months(now):
    # 21: 400 x .70833 + 36.94 + 64.72 = 385.0 > 382.7; 22: 400 x .69444 + 35.18 + 64.42 = 377.4 < 382.7.
    assert told(of_lever(now, "hybrid.months"))[0] == (22, 1, 1, "cloud")


def test_cloud_comes_first_when_it_takes_three_months_and_third_when_it_takes_25(now):
    # 4: 425 x .94444 + 86.50 + 20.00 = 507.9 < 509.2; 3: 425 x .95833 + 89.28 + 20.27 = 516.8 > 509.2.
    # 24: 425 x .66667 + 35.11 + 14.67 = 333.1 > 329.1; 25: 425 x .65278 + 33.61 + 14.40 = 325.4 < 329.1.
    assert told(of_lever(now, "cloud.months")) == [(3, -1, 1, "cloud"), (25, 1, 2, "m365")]


def test_microsoft_365_comes_second_when_less_than_24_months_are_looked_at(now):
    # 24: 425 x .625 + 63.88 = 329.5 > 250 x .9375 + 89.53 = 323.9; 23: 425 x .60870 + 63.88 = 322.6 < 250 x .93478 + 89.53 = 323.2.
    assert told(of_lever(now, "horizon")) == [(23, -1, 2, "m365")]


def test_cloud_comes_first_when_hybrids_judged_outcomes_are_all_partly_met(now):
    # 53: 5 x 53 x .91667 + 142.5 = 385.4 > 382.7; 52: 5 x 52 x .91667 + 142.5 = 380.9 < 382.7. Partly met is 50.
    scores = [group for group in together(now.engine) if group.id == "hybrid.score.*"]
    changes = ranking_changes(now, scores)
    assert told(changes)[0] == (52, -1, 1, "cloud")
    assert changes[0].now is None
    assert changes[0].change_percent is None


def test_only_three_levers_of_north_council_can_change_first_place_on_their_own(now):
    # Gap Hybrid closes, 22%: lost work 1,125 (18 - .22 x 15) + 331 = 16,869 of 20,250 scores 16.7; 1,561,000 / 247.5 people
    # is more than £5,000 and scores 0; 366.7 + 16.7 = 383.4 > 382.7. 21%: 17,037 scores 15.9; 366.7 + 15.9 = 382.5 < 382.7.
    found = [(change.lever, change.at, change.winner) for change in switching_values(now)]
    assert found == [("cloud.months", 3, "cloud"), ("hybrid.months", 22, "cloud"), ("hybrid.reach", 21, "cloud")]


def test_hybrid_costs_as_much_as_microsoft_365_at_77_8_percent_more_and_as_cloud_at_201_7(now):
    # 2,775,000 / 1,561,000 = 1.77770; 4,710,000 / 1,561,000 = 3.01730.
    found = [change for change in switching_values(now, "cost") if change.lever == "hybrid.cost_change"]
    assert [(change.at, change.change_percent, change.winner) for change in found] == [
        (77.8, 77.8, "m365"),
        (201.7, 201.7, "cloud"),
    ]
    assert [change.cost for change in found] == pytest.approx([2_775_000, 4_710_000])


def test_a_rivals_cost_can_fall_to_the_preferred_options(now):
    # 1,561,000 / 2,775,000 = .56252: 43.7% less, within reach; cloud would have to cost 66.9% less, and the lever ends at 50.
    found = [change for change in switching_values(now, "cost") if change.lever.endswith("cost_change")]
    assert [(change.lever, change.at) for change in found if change.direction < 0] == [("m365.cost_change", -43.7)]
    assert found[0].cost == pytest.approx(1_561_000)


def test_whole_things_switch_at_the_first_that_is_past_the_level():
    # Build costs 1 a month for its months, Stay 2.1 for each of its four: level at 8.4 months, so dearer from 9.
    now = cost_duel({"team": 2.1}, {"team": 1}, "delivery-months", **{"stay.months": 4, "build.months": 6})
    found = [change for change in switching_values(now, "cost") if change.lever.endswith("months")]
    assert [(change.lever, change.at, change.winner) for change in found] == [
        ("stay.months", 2, "stay"),
        ("build.months", 9, "stay"),
    ]
    assert [change.cost for change in found] == pytest.approx([6, 8.4])


def test_costs_that_differ_by_binary_noise_alone_never_switch():
    # 1,000 x 0.1 + 1,000 x 0.2 is not 1,000 x 0.3 in binary; nor at other sizes.
    now = cost_duel({"both": 0.3}, {"one": 0.1, "other": 0.2}, "staff")
    assert "staff" not in {change.lever for change in switching_values(now, "cost")}


# What must always hold


def order(appraisal: Appraisal) -> dict[str, int]:
    return {result.option.id: result.rank for result in appraisal.options}


def stepped(change: Switch, steps: int) -> float:
    """So many steps of the precision beyond the switch, held to the lever's ends."""
    measure = change.what_if.measure
    value = change.at + steps * change.direction * measure.precision
    return round(min(max(value, measure.least), measure.most), 9)


@settings(max_examples=10)
@given(data=st.data())
def test_the_order_changes_at_the_value_said_and_not_a_step_before(engine, moves, data):
    now = evaluate(engine, data.draw(moves))
    for change in ranking_changes(now, alone(engine)):
        assert order(evaluate(engine, {**now.changes, change.lever: change.at})) == change.after
        assert order(evaluate(engine, {**now.changes, change.lever: stepped(change, -1)})) == change.before
        assert (change.at - change.now) * change.direction > 0


def size(lever: Lever) -> int:
    """How many values the lever can take, less one."""
    return round((lever.measure.most - lever.measure.least) / lever.measure.precision)


def every_value(lever: Lever) -> np.ndarray:
    per_unit = round(1 / lever.measure.precision)
    return np.arange(size(lever) + 1) / per_unit + lever.measure.least


def walked(now: Appraisal, lever: Lever) -> list[float]:
    """The values at which the order changes, by trying every one of them, down from now and then up."""
    values, stands = every_value(lever), now.value(lever.id)
    found = []
    for walk in (values[values <= stands][::-1], values[values >= stands]):
        cases = np.tile(now.engine.cases([now.changes]), (len(walk), 1))
        cases[:, now.engine.column[lever.id]] = walk
        rank = now.engine.run(cases).rank
        found += walk[1:][(rank[1:] != rank[:-1]).any(axis=1)].tolist()
    return found


@given(data=st.data())
def test_trying_every_value_finds_the_same_switching_values(engine, moves, data):
    now = evaluate(engine, data.draw(moves))
    few = [lever for lever in engine.levers if size(lever) <= 500]
    lever = data.draw(st.sampled_from(few))
    assert [change.at for change in of_lever(now, lever.id)] == walked(now, lever)


def test_an_order_that_changes_and_changes_back_is_seen_each_time(engine):
    short, long = engine.offered["disruption.share"], engine.offered["disruption.most_per_person"]
    for changes, lever, times in (({"cloud.months": 9}, short, 3), ({"cloud.cost_change": 250}, long, 2)):
        now = evaluate(engine, changes)
        found = [change.at for change in of_lever(now, lever.id)]
        assert found == walked(now, lever)
        assert len(found) == times


@settings(max_examples=10)
@given(data=st.data())
def test_scores_that_move_together_do_not_rise_on_the_way_down_or_fall_on_the_way_up(engine, moves, data):
    now = evaluate(engine, data.draw(moves))
    for change in ranking_changes(now, together(engine)):
        stand = change.what_if.values(now)
        assert change.at <= min(stand) if change.direction < 0 else change.at >= max(stand)
        there = evaluate(engine, {**now.changes, **{lever.id: change.at for lever in change.what_if.levers}})
        assert order(there) == change.after


@settings(max_examples=10)
@given(data=st.data())
def test_on_either_side_of_a_cost_switch_another_option_costs_less(engine, moves, data):
    now = evaluate(engine, data.draw(moves))
    for change in switching_values(now, "cost"):
        for steps, dearer in ((-1, not change.dearer), (1, change.dearer)):
            there = evaluate(engine, {**now.changes, change.lever: stepped(change, steps)})
            extra = there.option(change.option).cost - there.option(change.rival).cost
            # At the lever's end there is no step beyond; half a penny is no difference.
            assert (extra > 0.004) == dearer or stepped(change, steps) == change.at


@settings(max_examples=10)
@given(data=st.data())
def test_every_ranking_change_says_who_comes_and_who_goes(engine, moves, data):
    now = evaluate(engine, data.draw(moves))
    for change in ranking_changes(now):
        assert change.gains or change.loses
        assert {change.after[option] for option in change.holders} == {change.place}
        assert all(change.before[option] > change.place for option in change.gains)
        assert all(change.after[option] > change.place for option in change.loses)
        better = range(1, change.place)
        assert all((change.before[each] in better) == (change.after[each] in better) for each in change.before)


# Edges


def test_a_tie_is_told_from_a_win():
    found = of_lever(evaluate(duel()), "stay.score.room")
    assert told(found) == [(60, 1, 1, "stay"), (61, 1, 1, "stay")]
    assert [(change.gains, change.loses, change.holders) for change in found] == [
        (("stay",), (), ("stay", "build")),
        ((), ("build",), ("stay",)),
    ]


def test_who_left_a_tie_behind_is_the_winner():
    assert told(of_lever(evaluate(duel(stay=60)), "build.score.room")) == [(59, -1, 1, "stay"), (61, 1, 1, "build")]


def test_a_preset_off_its_levers_own_grid_is_walked_from_where_it_stands():
    found = of_lever(evaluate(duel(stay=60.25, build=60.5)), "stay.score.room", "build.score.room")
    assert [(change.lever, change.at) for change in found] == [("stay.score.room", 61), ("build.score.room", 60)]


def test_without_any_weight_there_is_no_switching_value(engine):
    nothing = {f"weight.{outcome.id}": 0 for outcome in engine.scenario.outcomes}
    now = evaluate(engine, nothing)
    assert switching_values(cost_duel({"one": 1}, {"one": 2}, "staff", **{"weight.room": 0}), "cost") == ()
    assert {change.lever for change in switching_values(now)} == set(nothing)


def test_in_a_tie_no_option_is_preferred_that_could_be_dearer():
    # Stay, judged 60, is level with Build, judged 60.
    now = cost_duel({"one": 1}, {"one": 2}, "staff")
    assert now.preferred is now.option("build") and switching_values(now, "cost")
    tied = evaluate(now.engine, {"stay.score.room": 60})
    assert tied.preferred is None and switching_values(tied, "cost") == ()


def test_the_last_weight_taken_away_leaves_no_single_winner(engine):
    others = {f"weight.{outcome.id}": 0 for outcome in engine.scenario.outcomes[1:]}
    last = of_lever(evaluate(engine, others), "weight.wellbeing")[-1]
    assert (last.at, last.winner, len(last.holders)) == (0, None, 4)


def test_a_move_from_nil_has_no_percentage_but_a_cost_change_has_its_own(now):
    assert [change.change_percent for change in of_lever(now, "delay")] == [None]
    changed = evaluate(now.engine, {"hybrid.cost_change": 50})
    found = [change for change in switching_values(changed, "cost") if change.lever == "hybrid.cost_change"]
    assert [change.change_percent for change in found] == pytest.approx([27.8, 151.7])


def test_a_move_is_in_percent_of_where_it_starts(now):
    # From 6 months to 22: 16 / 6.
    assert of_lever(now, "hybrid.months")[0].change_percent == pytest.approx(100 * 16 / 6)


@pytest.mark.parametrize("preset", presets.shipped())
def test_every_preset_has_switching_values_of_both_kinds(preset):
    now = evaluate(Engine(presets.load(preset)))
    assert all(isinstance(change, RankingChange) and change.first for change in switching_values(now))
    assert all(isinstance(change, CostSwitch) for change in switching_values(now, "cost"))
    assert switching_values(now)
    assert switching_values(now, "cost")


# What-ifs


def test_judged_scores_move_together_under_an_id_that_no_lever_has(engine):
    assert [group.id for group in together(engine)] == [f"{option.id}.score.*" for option in engine.scenario.options]
    assert not {group.id for group in together(engine)} & engine.offered.keys()
    assert together(engine)[3].title == "Hybrid: Judged outcomes"


def test_one_judged_score_makes_no_group():
    assert together(duel()) == ()


def test_every_lever_is_a_what_if_of_its_own(engine):
    assert [(what_if.id, what_if.title) for what_if in alone(engine)] == [(x.id, x.title) for x in engine.levers]
