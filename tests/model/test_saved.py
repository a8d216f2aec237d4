"""A scenario as a file: it comes back exactly, or it is refused whole with one sentence that says where and why."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model import MODEL_VERSION
from model.appraisal import evaluate
from model.engine import Engine
from model.kept import Kept
from model.link import saw
from model.presets import FOLDER, MOST_BYTES, PresetError, load, shipped
from model.saved import OWN, Saved, open_case, own_name, read, write

ENGINES = {name: Engine(load(name)) for name in shipped()}
KEPT = {"letter": "A", "name": "As it is", "note": "To begin with.", "preset": "county", "changes": {"staff": 6000.0}}
GOOD = {
    "side_by_side": 1, "model": MODEL_VERSION, "preset": "north-council", "changes": {"staff": 5200},
    "kept": [KEPT], "saw": {"hybrid": {"cost": 1771000, "rank": 1}},
}  # fmt: skip


def opened(content: bytes | str | dict, name: str = "mine.json") -> Saved:
    text = json.dumps(content) if isinstance(content, dict) else content
    return read(text.encode() if isinstance(text, str) else text, name, ENGINES.get)


def refused(content: bytes | str | dict, name: str = "mine.json") -> str:
    with pytest.raises(PresetError) as refusal:
        opened(content, name)
    said = str(refusal.value)
    assert "\n" not in said and len(said) < 420 and said.count(name) == 1
    return said


def test_a_good_file_is_taken_whole():
    saved = opened(GOOD)
    assert (saved.preset, saved.changes, saved.version) == ("north-council", {"staff": 5200}, MODEL_VERSION)
    assert saved.kept == (Kept.model_validate(KEPT),)
    assert saved.saw == {"hybrid": (1771000.0, 1)}
    assert write(opened(write(saved))) == write(saved)


@pytest.mark.parametrize("preset", shipped())
def test_a_preset_of_ones_own_travels_inside_the_file(preset):
    scenario = load(preset).model_copy(update={"id": "ours", "name": "Ours"})
    name = own_name(scenario)
    changed = {"staff": 5200.0} if "staff" in Engine(scenario).offered else {}
    kept = Kept(letter="B", name="Kept", preset=name, changes=changed)
    saved = Saved(name, changed, (kept,), own={name: Engine(scenario)})
    back = opened(write(saved))
    assert (back.preset, back.changes, back.kept) == (name, changed, (kept,))
    assert back.own[name].scenario == scenario
    assert len(write(saved)) < MOST_BYTES


def test_a_preset_goes_by_its_content_whatever_a_file_calls_it():
    scenario = load("depot").model_copy(update={"id": "ours"})
    inside = json.loads(write(Saved(own_name(scenario), own={own_name(scenario): Engine(scenario)})))["presets"]
    kept = {**KEPT, "preset": "mine", "changes": {}}
    back = opened({**GOOD, "preset": "mine", "changes": {}, "kept": [kept], "presets": {"mine": [*inside.values()][0]}})
    assert back.preset == back.kept[0].preset == own_name(scenario)
    assert [*back.own] == [own_name(scenario)]


def test_a_preset_file_is_opened_as_a_scenario_of_its_own_and_leaves_the_kept_ones_alone():
    saved = opened((FOLDER / "depot.toml").read_bytes(), "depot.toml")
    assert saved.preset.startswith(OWN)
    assert saved.own[saved.preset].scenario == load("depot")
    assert saved.kept is None
    extended = b'extends = "depot"\nid = "ours"\nname = "Ours"\n'
    assert opened(extended, "ours.toml").preset != saved.preset


def test_a_file_of_another_version_is_taken_and_says_which():
    assert opened({**GOOD, "model": "0.7"}).version == "0.7"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"changes": {"staff": 99999}}, "In mine.json, changes: staff (Staff) must be 100 to 20,000 staff, not 99,999."),
        ({"changes": {"staff": 4500.5}}, "must be a whole number from 100 to 20,000 staff, not 4,500.5"),
        ({"changes": {"staf": 1}}, "In mine.json, changes: 'staf' is not a lever of this preset."),
        ({"changes": {"staff": "many"}}, "changes.staff must be a number, not the text 'many'"),
        ({"changes": {"staff": True}}, "changes.staff must be a number, not true"),
        ({"changes": [1]}, "changes must be a table, not a list"),
        ({"preset": "gone"}, "preset is 'gone', which is neither here nor in the file"),
        ({"preset": 7}, "preset must be text in quotes, not 7"),
        ({"side_by_side": 2}, "side_by_side"),
        ({"colour": "red"}, "In mine.json, colour is not a field"),
        ({"kept": [KEPT] * 2}, "kept: two have the letter A"),
        ({"kept": [{**KEPT, "letter": "E"}]}, "kept[1].letter"),
        ({"kept": [KEPT] * 5}, "kept must have at most 4 entries"),
        ({"kept": [{**KEPT, "changes": {"staff": 1}}]}, "In mine.json, kept.A.changes: staff (Staff) must be 100 to 20,000"),
        ({"kept": [{**KEPT, "preset": "gone"}]}, "kept.A.preset is 'gone'"),
        ({"kept": [{**KEPT, "name": "a\u202eb"}]}, "kept[1].name must not hold hidden characters, found U+202E"),
        ({"kept": [{**KEPT, "note": "a\0b"}]}, "kept[1].note must not hold hidden characters, found U+0000"),
        ({"kept": [{**KEPT, "name": "x" * 41}]}, "kept[1].name must be at most 40 characters"),
        ({"kept": [{**KEPT, "name": " "}]}, "kept[1].name must not be empty"),
        ({"saw": {"hybrid": {"cost": 1, "rank": 0}}}, "saw.hybrid.rank must be 1 or more, not 0"),
        ({"presets": {"x": {"id": "x"}}}, "In mine.json, presets.x"),
    ],
)  # fmt: skip
def test_a_fault_is_refused_by_the_field_it_is_in(change, told):
    assert told in refused({**GOOD, **change})


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"x" * (MOST_BYTES + 1), "mine.json is larger than 256 kB"),
        (b"", "could not be read"),
        (b'{"side_by_side": 1,', "could not be read: it is cut short or damaged at line 1, column 20."),
        (b"[]", "must hold one table"),
        (b"null", "must hold one table"),
        (b"\xff\xfe{\x00}\x00", "not plain UTF-8 text"),
        (b"PK\x03\x04 a zip", "could not be read"),
        (b'{"side_by_side": 1, "preset": "a", "preset": "b"}', "the key 'preset' stands twice"),
        (b'{"side_by_side": 1, "changes": {"staff": NaN}}', "NaN is not a number"),
        (b'{"side_by_side": 1, "changes": {"staff": -Infinity}}', "-Infinity is not a number"),
        (b'{"side_by_side": 1, "model": "1.0", "preset": "county", "changes": {"staff": 1e999}}', "changes.staff must be a number"),
        (b'{"side_by_side": 1, "changes": {"staff": ' + b"9" * 5_000 + b"}}", "a number with thousands of digits"),
        (b'{"side_by_side": 1, "model": "1.0", "preset": "county", "changes": {"staff": ' + b"9" * 400 + b"}}", "staff"),
        (b'{"side_by_side": 1, "kept": ' + b"[" * 100_000, "nested deeper than 12 levels"),
        (b'{"side_by_side": 1, "kept": ' + b"[" * 20 + b"]" * 20 + b"}", "nested deeper than 12 levels"),
        (b'{"side_by_side": 1}', "model is missing"),
        (b'{"id": "x"}', "is missing"),
    ],
)  # fmt: skip
def test_a_file_that_means_harm_is_refused_in_one_sentence(content, told):
    assert told in refused(content)


def test_a_file_of_another_kind_is_refused_by_its_name():
    assert refused(b"a,b", "mine.csv").startswith("mine.csv is no scenario: it must be a .json file saved here")
    with pytest.raises(PresetError) as refusal:
        read(b"{}", "mine\u202e.json\n" * 50, ENGINES.get)
    assert "\u202e" not in str(refusal.value)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*GOOD, "x"]), inner, max_size=4),
    max_leaves=12,
))  # fmt: skip
def test_nothing_that_can_be_written_makes_it_fail_but_by_a_refusal(data):
    content = {**GOOD, **data} if isinstance(data, dict) else data
    try:
        opened(json.dumps(content))
    except PresetError as refusal:
        assert "\n" not in str(refusal)


def test_what_was_seen_is_what_the_model_says():
    changes = {"staff": 5200.0}
    seen = saw(evaluate(ENGINES["north-council"], changes))
    back = opened(write(Saved("north-council", changes, saw=seen)))
    assert back.saw == {name: (round(cost), rank) for name, (cost, rank) in seen.items()}


def test_the_terminal_opens_a_saved_file_with_its_changes(tmp_path):
    path = tmp_path / "mine.json"
    path.write_bytes(write(Saved("north-council", {"staff": 5200.0})))
    engine, changes = open_case(str(path))
    assert (engine.scenario.id, changes) == ("north-council", {"staff": 5200.0})
    assert open_case("north-council")[1] == {}
