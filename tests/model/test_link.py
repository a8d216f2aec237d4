"""What a link carries comes back exactly; what it cannot mean is named."""

import random
from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.appraisal import evaluate
from model.engine import Engine
from model.kept import LETTERS, Kept
from model.levers import accept
from model.link import MOST_CHARACTERS, from_parameters, saw, to_parameters
from model.link_code import CodeError, decode, encode
from model.presets import load, shipped
from model.saved import Saved, read, write
from model.text import LONGEST_NAME, LONGEST_NOTE

ENGINES = {name: Engine(load(name)) for name in shipped()}
WORDS = st.text("abcdefgh é£,.'?&=%+_~-🙂", min_size=1, max_size=30).map(str.strip).filter(bool)


def opened(parameters: dict[str, str]):
    return from_parameters(parameters.items(), ENGINES.get, "north-council")


def through_an_address(parameters: dict[str, str]):
    return from_parameters(parse_qsl(urlencode(parameters), keep_blank_values=True), ENGINES.get, "north-council")


@st.composite
def changes(draw, preset: str) -> dict[str, float]:
    levers = draw(st.lists(st.sampled_from(ENGINES[preset].levers), max_size=20, unique_by=lambda lever: lever.id))
    moved = {}
    for lever in levers:
        measure = lever.measure
        steps = draw(st.integers(0, int((measure.most - measure.least) / measure.precision)))
        moved[lever.id] = min(measure.least + steps * measure.precision, measure.most)
    return accept(ENGINES[preset].offered, moved)


@st.composite
def scenarios(draw) -> tuple[str, dict[str, float]]:
    preset = draw(st.sampled_from(shipped()))
    return preset, draw(changes(preset))


@st.composite
def collections(draw) -> tuple[Kept, ...]:
    letters = draw(st.lists(st.sampled_from(LETTERS), max_size=4, unique=True))
    found = []
    for letter in letters:
        preset, moved = draw(scenarios())
        found.append(Kept(letter=letter, name=draw(WORDS), note=draw(WORDS), preset=preset, changes=moved))
    return tuple(found)


def somewhere(preset: str, chance: random.Random, levers: int | None = None) -> dict[str, float]:
    """So many of its levers somewhere else, all if not said, at as many digits as it takes."""
    offered, moved = ENGINES[preset].levers, {}
    for lever in chance.sample(offered, len(offered) if levers is None else levers):
        measure = lever.measure
        steps = range(round(measure.least / measure.precision), round(measure.most / measure.precision) + 1)
        moved[lever.id] = round(chance.choice(steps) * measure.precision, 9)
    return accept(ENGINES[preset].offered, moved)


@settings(max_examples=10_000, deadline=None)
@given(st.sampled_from(shipped()), st.integers(0, 12), st.integers(0, 2**64))
def test_a_scenario_comes_back_from_its_link_and_from_its_file_exactly_and_without_a_complaint(preset, levers, seed):
    moved = somewhere(preset, random.Random(seed), levers)
    parameters = to_parameters(preset, moved)
    back = opened(parameters)
    assert (back.preset, back.changes, back.problems) == (preset, moved, ())
    assert to_parameters(back.preset, back.changes) == parameters
    content = write(Saved(preset, moved))
    opened_again = read(content, "mine.json", ENGINES.get)
    assert (opened_again.preset, opened_again.changes) == (preset, moved)
    assert write(opened_again) == content


@settings(max_examples=300, deadline=None)
@given(scenarios(), collections())
def test_the_kept_scenarios_the_view_and_what_was_seen_come_back_as_well(scenario, kept):
    preset, changes = scenario
    seen = saw(evaluate(ENGINES[preset], changes))
    back = through_an_address(to_parameters(preset, changes, kept, "Over time", seen))
    assert (back.preset, back.changes, back.kept, back.problems) == (preset, changes, kept, ())
    assert back.view == "Over time"
    assert back.saw == {name: (float(f"{cost:.0f}"), rank) for name, (cost, rank) in seen.items()}


def test_a_typical_link_is_read_by_a_person_and_short():
    moved = {"staff": 5200.0, "cloud.months": 25.0, "disruption.share": 20.0, "hybrid.cost_change": 12.5}
    shown = to_parameters("north-council", moved, view="Over time", saw=saw(evaluate(ENGINES["north-council"], moved)))
    address = urlencode(shown)
    assert "preset=north-council" in address and "staff=5200" in address and "cloud.months=25" in address
    assert len(address) < 300


@pytest.mark.parametrize("seed", range(5))
def test_the_longest_link_has_every_lever_moved_four_kept_and_fits_under_four_thousand_characters(seed):
    chance = random.Random(seed)
    preset = max(ENGINES, key=lambda name: (len(ENGINES[name].levers), len(name)))
    text = "".join(map(chr, range(33, 127)))
    kept = [
        Kept(
            letter=letter, preset=preset, changes=somewhere(preset, chance),
            name="".join(chance.choices(text, k=LONGEST_NAME)), note="".join(chance.choices(text, k=LONGEST_NOTE)),
        )
        for letter in LETTERS
    ]  # fmt: skip
    moved = somewhere(preset, chance)
    parameters = to_parameters(preset, moved, kept, "Assumptions", saw(evaluate(ENGINES[preset], moved)))
    assert len("https://what-if.northcouncil.example/?" + urlencode(parameters)) < 4_000
    back = through_an_address(parameters)
    assert (back.changes, list(back.kept), back.problems) == (moved, kept, ())


def test_a_link_without_anything_is_the_first_preset_unchanged():
    assert (opened({}).preset, opened({}).changes, opened({}).problems) == (None, {}, ())


@pytest.mark.parametrize(
    ("parameters", "told"),
    [
        ({"staff": "99999"}, "sets Staff to '99999', but it must be 100 to 20,000 staff"),
        ({"staff": "4500.5"}, "sets Staff to '4500.5', but it must be a whole number from 100 to 20,000 staff"),
        ({"staff": "nan"}, "sets Staff to 'nan'"),
        ({"staff": "1_000"}, "sets Staff to '1_000'"),
        ({"staff": "1e999"}, "sets Staff to '1e999'"),
        ({"staff": ""}, "sets Staff to ''"),
        ({"staf": "5000"}, "changes 'staf', which is not a lever"),
        ({"preset": "no-such"}, "asks for a preset called 'no-such', which is not here, so nothing else in it was read."),
        ({"own": "Our depot"}, "a preset of its sender's own, 'Our depot', which no link can carry"),
        ({"saw": "hybrid.1e9.1"}, "What its sender saw cannot be read"),
        ({"saw": "hybrid"}, "What its sender saw cannot be read"),
        ({"code": "AAAA"}, "The code in the link is damaged"),
        ({"code": "<script>"}, "The code in the link is damaged"),
        ({"x" * MOST_CHARACTERS: "1"}, "too long to be one of ours"),
    ],
)
def test_what_a_link_cannot_mean_is_named_and_changes_nothing(parameters, told):
    back = opened(parameters)
    assert not back.changes
    assert len(back.problems) == 1 and told in back.problems[0]


def test_a_link_that_says_two_things_of_one_lever_is_taken_at_neither_word():
    back = from_parameters([("staff", "5000"), ("staff", "6000"), ("offices", "9")], ENGINES.get, "north-council")
    assert back.changes == {"offices": 9.0}
    assert back.problems == ("The link says twice what 'staff' is, so neither was taken.",)


def test_one_bad_value_leaves_the_good_ones_beside_it():
    assert opened({"staff": "5200", "offices": "99"}).changes == {"staff": 5200.0}


def test_a_link_full_of_nonsense_is_told_in_a_few_sentences():
    assert len(opened({f"nonsense{number}": "1" for number in range(50)}).problems) == 6


@given(st.dictionaries(st.text(max_size=20), st.text(max_size=30), max_size=8))
def test_no_parameters_make_it_fail_and_each_problem_is_one_short_line(parameters):
    for problem in opened(parameters).problems:
        assert "\n" not in problem and len(problem) < 400


KEPT = Kept(letter="B", name="Two sites", note="As finance asked.", preset="north-council", changes={"staff": 6000.0})


@settings(max_examples=300)
@given(st.data())
def test_a_damaged_code_is_refused_and_never_read_as_something_else(data):
    code = encode({"staff": 5200.0, "cloud.cost_change": -12.5}, [KEPT])
    place = data.draw(st.integers(0, len(code) - 1))
    letter = data.draw(st.sampled_from("ABCxyz019-_!é "))
    damaged = data.draw(st.sampled_from([code[:place], code[:place] + letter + code[place + 1 :]]))
    try:
        assert decode(damaged) == decode(code)
    except CodeError:
        assert damaged != code


def test_a_code_cut_short_is_refused_wherever_it_was_cut():
    code = encode({"staff": 5200.0}, [KEPT])
    for length in range(len(code)):
        with pytest.raises(CodeError):
            decode(code[:length])


def test_a_kept_scenario_that_cannot_be_given_whole_says_which_and_why():
    lost = [KEPT.model_copy(update={"preset": "gone"}), KEPT.model_copy(update={"letter": "C", "changes": {"staff": 1.0}})]
    back = opened({"code": encode({}, lost)})
    assert [each.changes for each in back.kept] == [{}]
    assert back.problems[0] == "Kept scenario B rests on the preset 'gone', which is not here."
    assert back.problems[1].startswith("Kept scenario C sets Staff to '1', but it must be 100 to 20,000 staff")


def test_a_few_letters_that_unfold_into_gigabytes_are_refused_at_once():
    from base64 import urlsafe_b64encode
    from zlib import compress

    with pytest.raises(CodeError):
        decode(urlsafe_b64encode(compress(b"0" * 50_000_000)).decode())
