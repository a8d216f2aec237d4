"""The levers: every number of a scenario is one, and none takes a value it should not."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import presets
from model.engine import Engine
from model.levers import Group, LeverError, accept
from model.scenario import walk

ODD = {
    "not a number": math.nan,
    "infinity": math.inf,
    "minus infinity": -math.inf,
    "yes": True,
    "no": False,
    "text": "4500",
    "nothing": None,
    "a list": [4500],
    "a table": {"value": 4500},
    "a fraction": Fraction(4500),
    "too long for a float": 10**400,
    "too long below nil": -(10**400),
}


def refusal(engine: Engine, changes: dict) -> str:
    with pytest.raises(LeverError) as refused:
        accept(engine.offered, changes)
    return str(refused.value)


def assert_one_sentence(message: str) -> None:
    assert "\n" not in message
    assert len(message) < 200


def test_every_number_of_a_scenario_is_a_lever(engine):
    numbers = {id(quantity) for _, quantity in walk(engine.scenario, "")}
    assert {id(lever.quantity) for lever in engine.levers} == numbers


@pytest.mark.parametrize("preset", presets.shipped())
def test_no_two_levers_share_an_id_or_a_title(preset):
    levers = Engine(presets.load(preset)).levers
    assert len({lever.id for lever in levers}) == len({lever.title for lever in levers}) == len(levers)


@pytest.mark.parametrize("preset", presets.shipped())
def test_every_preset_stands_within_its_levers_bounds(preset):
    for lever in Engine(presets.load(preset)).levers:
        assert lever.measure.least <= lever.default <= lever.measure.most, lever.id
        assert lever.measure.least < lever.measure.most, lever.id
        assert lever.measure.precision <= lever.measure.step, lever.id


def test_levers_stand_in_the_order_of_their_groups(engine):
    groups = [list(Group).index(lever.group) for lever in engine.levers]
    assert groups == sorted(groups)


def test_the_place_of_a_lever_is_its_column(engine):
    assert [engine.column[lever.id] for lever in engine.levers] == list(range(len(engine.levers)))


def test_a_number_with_a_range_is_uncertain_unless_it_is_a_preference_or_counts_only_after_the_first_year(engine):
    ranged = {lever.id for lever in engine.levers if lever.quantity.low < lever.quantity.high}
    uncertain = {lever.id for lever in engine.levers if lever.uncertain}
    apart = {lever.id for lever in engine.levers if lever.group in (Group.WEIGHTS, Group.AFTER_FIRST_YEAR)}
    assert {"hybrid.months", "m365.devices", "disruption.share"} <= uncertain == ranged - apart
    assert {"weight.talent", "after_first_year.overtime", "cloud.retired_saving"} <= ranged & apart


def test_weights_are_told_from_scores_by_their_titles(engine):
    assert engine.offered["weight.talent"].title == "Weight of Attract the best talent"
    assert engine.offered["cloud.score.talent"].title == "Microsoft Cloud: Attract the best talent"


@given(data=st.data())
def test_a_lever_takes_every_value_of_its_precision_as_it_is(engine, values, data):
    lever = data.draw(st.sampled_from(engine.levers))
    value = data.draw(values(lever))
    assert lever.accept(value) == value


@given(data=st.data())
def test_accepting_twice_is_accepting_once(engine, moves, data):
    once = accept(engine.offered, data.draw(moves))
    assert accept(engine.offered, once) == once


@given(data=st.data())
def test_what_changes_nothing_is_no_change(engine, moves, data):
    changes = data.draw(moves)
    accepted = accept(engine.offered, changes)
    unchanged = changes.keys() - accepted.keys()
    assert all(changes[name] == engine.offered[name].default for name in unchanged)
    assert all(value != engine.offered[name].default for name, value in accepted.items())


def test_a_preset_finer_than_a_levers_precision_can_be_put_back():
    north = presets.load("north-council")
    months = north.options[1].months.model_copy(update={"value": 2.5})
    options = (north.options[0], north.options[1].model_copy(update={"months": months}), *north.options[2:])
    engine = Engine(north.model_copy(update={"options": options}))
    assert engine.offered["m365.months"].accept(2.5) == 2.5
    assert "whole number" in refusal(engine, {"m365.months": 3.5})


def test_a_changed_value_is_a_float_even_where_its_steps_are_whole(engine):
    assert isinstance(engine.offered["hybrid.external.amount"].accept(90), float)


def test_binary_noise_is_cleaned_off(engine):
    assert accept(engine.offered, {"disruption.share": 0.1 + 0.2}) == {"disruption.share": 0.3}
    assert accept(engine.offered, {"staff": 4500.0000000001}) == {}


@pytest.mark.parametrize("value", ODD.values(), ids=ODD)
def test_what_is_no_number_is_refused_with_the_lever_and_its_range(engine, value):
    message = refusal(engine, {"staff": value})
    assert message.startswith("staff (Staff) must be 100 to 20,000 staff, not ")
    assert_one_sentence(message)


@given(value=st.one_of(st.integers(), st.floats()))
def test_any_number_is_taken_or_refused_in_one_sentence(engine, value):
    try:
        taken = accept(engine.offered, {"offices": value})
    except LeverError as refused:
        assert_one_sentence(str(refused))
        assert str(refused).startswith("offices ")
        assert "1 to 60 offices" in str(refused)
    else:
        assert taken == {} or 1 <= taken["offices"] <= 60


@pytest.mark.parametrize("value", [99, 20_001, -4500, 1e300])
def test_a_value_out_of_range_is_refused_with_the_range(engine, value):
    message = refusal(engine, {"staff": value})
    assert message.startswith("staff (Staff) must be 100 to 20,000 staff, not ")
    assert_one_sentence(message)


def test_a_value_between_two_steps_is_refused_with_what_would_do(engine):
    message = refusal(engine, {"staff": 4500.5})
    assert message == "staff (Staff) must be a whole number from 100 to 20,000 staff, not 4,500.5"
    message = refusal(engine, {"disruption.share": 25.05})
    assert message.endswith("must be a multiple of 0.1 from 0 to 50% of staff, not 25.05")


@pytest.mark.parametrize("name", ["", "Staff", "staff ", "weight", "__class__", "a\nb", "x" * 10_000, 7, None])
def test_what_is_no_lever_is_refused_in_one_short_sentence(engine, name):
    message = refusal(engine, {name: 1})
    assert_one_sentence(message)
    assert "is not a lever of this preset" in message


def test_one_wrong_value_refuses_all(engine):
    assert refusal(engine, {"offices": 8, "staff": 7}).startswith("staff")
