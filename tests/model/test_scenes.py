"""Scenes are data: they load whole or are refused in one sentence, and every preset has a story to tell."""

import json
import tomllib

import pytest

from model import presets
from model.scenes import Chart

NORTH = tomllib.loads((presets.FOLDER / "north-council.toml").read_text(encoding="utf-8"))
DEPOT = tomllib.loads((presets.FOLDER / "depot.toml").read_text(encoding="utf-8"))
WHAT_IF = {"id": "late", "name": "Late", "chart": "what-if", "predict": {"lever": "cloud.months", "to": 25}}


def parsed(scene: dict, base: dict = NORTH):
    return presets.parse(json.dumps({**base, "scenes": [scene]}).encode(), "try.json")


def test_six_scenes_ship_for_north_council_in_the_order_of_the_story():
    story = presets.load("north-council").story
    assert [scene.name for scene in story] == [
        "The challenge", "Four options", "What they cost", "What they achieve", "The recommendation, and how sure",
        "What if…",
    ]  # fmt: skip
    assert all(scene.notes for scene in story)


@pytest.mark.parametrize("name", presets.shipped())
def test_every_preset_has_a_story_whose_charts_it_has_data_for(name):
    scenario = presets.load(name)
    assert len(scenario.story) >= 5
    assert scenario.disruption or Chart.PEOPLE not in [scene.chart for scene in scenario.story]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"changes": {"cloud.months": 99}}, "scenes.late.changes: cloud.months (Microsoft Cloud: Months to deliver) must be 0 to 36 months, not 99."),
        ({"changes": {"clod.months": 9}}, "scenes.late.changes: 'clod.months' is not a lever of this preset"),
        ({"predict": {"lever": "nobody", "to": 1}}, "scenes.late.predict: 'nobody' is not a lever of this preset"),
        ({"predict": {"lever": "cloud.months", "to": 25, "place": 5}}, "scenes.late.predict.place must be 1 to 4, not 5."),
        ({"headline": "It costs {cloud.price}"}, "scenes.late names 'cloud.price' in braces, which is no figure of this preset."),
        ({"chart": "pie"}, "scenes.late.chart must be"),
        ({"chart": "board"}, "scenes.late.predict goes with the chart what-if, and only with that."),
        ({"chart": "none", "predict": None}, "scenes.late.headline is missing: a scene without a chart needs one."),
    ],
)  # fmt: skip
def test_a_wrong_scene_is_refused_in_a_sentence_that_names_it(wrong, sentence):
    with pytest.raises(presets.PresetError) as refused:
        parsed({**WHAT_IF, **wrong})
    assert str(refused.value).startswith(f"In try.json, {sentence}")


@pytest.mark.parametrize("part", [{"chart": "people"}, {"chart": "costs", "notes": "{idle} wait."}, {"chart": "costs", "notes": "{disruption.months}"}])
def test_a_scene_that_speaks_of_a_disruption_falls_away_where_there_is_none(part):
    assert parsed({"id": "who", "name": "Who", **part}, DEPOT).story == ()
    assert len(parsed({"id": "who", "name": "Who", **part}).story) == 1


def test_two_scenes_of_one_name_are_refused():
    twice = {**NORTH, "scenes": [WHAT_IF, {**WHAT_IF, "id": "later"}]}
    with pytest.raises(presets.PresetError, match="scenes: two are called Late"):
        presets.parse(json.dumps(twice).encode(), "try.json")


def test_a_preset_that_extends_another_tells_its_story_unless_it_brings_its_own():
    own = b'extends = "north-council"\nid = "own"\nname = "Own"\n'
    assert presets.parse(own, "own.toml").story == presets.load("north-council").story
    assert [scene.id for scene in presets.parse(b"scenes = []\n" + own, "own.toml").story][-1] == "what-if"
    assert presets.parse(b"scenes = []\n" + own, "own.toml").story[-1].chart is Chart.BOARD
