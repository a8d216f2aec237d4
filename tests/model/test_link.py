"""What a link carries comes back exactly; what it cannot mean is named."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.engine import Engine
from model.levers import accept
from model.link import MOST_CHARACTERS, from_parameters, to_parameters
from model.presets import load, shipped

ENGINES = {name: Engine(load(name)) for name in shipped()}


def opened(parameters: dict[str, str]):
    return from_parameters(parameters, ENGINES.get, "north-council")


@st.composite
def scenarios(draw) -> tuple[str, dict[str, float]]:
    preset = draw(st.sampled_from(shipped()))
    levers = draw(st.lists(st.sampled_from(ENGINES[preset].levers), max_size=20, unique_by=lambda lever: lever.id))
    changes = {}
    for lever in levers:
        measure = lever.measure
        steps = draw(st.integers(0, int((measure.most - measure.least) / measure.precision)))
        changes[lever.id] = min(measure.least + steps * measure.precision, measure.most)
    return preset, accept(ENGINES[preset].offered, changes)


@settings(max_examples=1_000, deadline=None)
@given(scenarios())
def test_a_scenario_comes_back_from_its_link_exactly_and_without_a_complaint(scenario):
    preset, changes = scenario
    back = opened(to_parameters(preset, changes))
    assert (back.preset, back.changes, back.problems) == (preset, changes, ())


def test_a_link_without_anything_is_the_first_preset_unchanged():
    assert (opened({}).preset, opened({}).changes, opened({}).problems) == (None, {}, ())


@pytest.mark.parametrize(
    ("parameters", "told"),
    [
        ({"staff": "99999"}, "sets Staff to '99999', but it must be 100 to 20,000 staff"),
        ({"staff": "4500.5"}, "sets Staff to '4500.5'"),
        ({"staff": "nan"}, "sets Staff to 'nan'"),
        ({"staff": "1_000"}, "sets Staff to '1_000'"),
        ({"staff": "1e999"}, "sets Staff to '1e999'"),
        ({"staff": ""}, "sets Staff to ''"),
        ({"staf": "5000"}, "changes 'staf', which is not a lever"),
        ({"preset": "no-such"}, "asks for a preset called 'no-such', which is not here"),
        ({"model": "0.9"}, "made with version '0.9' of the model"),
        ({"x" * MOST_CHARACTERS: "1"}, "too long to be one of ours"),
    ],
)
def test_what_a_link_cannot_mean_is_named_and_changes_nothing(parameters, told):
    back = opened(parameters)
    assert back.changes == {}
    assert len(back.problems) == 1 and told in back.problems[0]


def test_one_bad_value_leaves_the_good_ones_beside_it():
    assert opened({"staff": "5200", "offices": "99"}).changes == {"staff": 5200.0}


def test_a_link_full_of_nonsense_is_told_in_a_few_sentences():
    assert len(opened({f"nonsense{number}": "1" for number in range(50)}).problems) == 6


@given(st.dictionaries(st.text(max_size=20), st.text(max_size=30), max_size=8))
def test_no_parameters_make_it_fail_and_each_problem_is_one_short_line(parameters):
    for problem in opened(parameters).problems:
        assert "\n" not in problem and len(problem) < 400
