"""The scenes as HTML: the same figures as on screen, in both themes at once, and nothing in them that names could order about."""

import json
import re
from html import unescape
from pathlib import Path

import pytest

from charts.style import DARK, LIGHT
from exports.stage.document import deck, document, foot, inert
from exports.stage.markup import in_both
from exports.stage.shown import CHARTS
from exports.stage.slides import live_face, slides
from model import presets
from model.appraisal import evaluate
from model.engine import Engine
from model.scenes import Chart
from words.numbers import millions, score

ROOT = Path(__file__).parents[2]
EVERY_CHART = (ROOT / "tests/presets/scenes.toml").read_bytes()


def appraised(preset: str = "north-council", changes: dict | None = None):
    return evaluate(Engine(presets.load(preset)), changes or {})


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.fixture(scope="module")
def north():
    now = appraised()
    return now, {slide.id: slide for slide in slides(now)}


def test_the_scenes_show_the_golden_figures(north):
    now, shown = north
    for result in now.options:
        assert f"{result.option.name} {millions(result.cost)}" in words(shown["costs"].face.html)
        assert score(result.overall) in words(shown["outcomes"].face.html)
    assert "1,125 people cannot 3,375 people can" in words(shown["challenge"].face.html)
    assert shown["challenge"].face.html.count('class="cannot" transform') == 25
    assert "99.6% 0.4%" in words(shown["how-sure"].face.html)


def test_a_figure_of_a_hundred_stands_for_as_many_people_as_it_does():
    # 497 staff / 100.
    shown = CHARTS[Chart.PEOPLE](appraised("small-district"), lambda: None)
    assert "Each figure is 4.97 people" in words(shown) and "A hundred figures, 25 of them filled in" in shown


def test_the_question_keeps_the_answer_to_itself(north):
    asked = north[1]["what-if"]
    assert "46.5" in words(asked.face.html) and "46.5" not in words(asked.question.html)
    assert "drops" not in asked.question.html and "third" not in asked.question.html
    assert [(choice.name, choice.right) for choice in asked.choices] == [
        ("Do nothing", False), ("Microsoft 365", True), ("Microsoft Cloud", False),
    ]  # fmt: skip
    lines = [re.findall(r'polyline points="([^"]+)"[^>]*stroke="light-dark\(#8A2F6E', face.html) for face in (asked.question, asked.face)]
    stops = [len(found[0].split()) for found in lines]
    assert stops == [19, 37]  # months 0 to 18, where it stands; 0 to 36


def test_a_lever_already_moved_there_leaves_nothing_to_guess():
    asked = slides(appraised(changes={"cloud.months": 25}))[-1]
    assert asked.question is None and asked.choices == ()
    assert asked.face.headline == "At 25 months, Microsoft Cloud stays third"


def test_scenes_follow_what_was_set(north):
    moved = {slide.id: slide for slide in slides(appraised(changes={"staff": 9000}))}
    assert moved["challenge"].face.headline == "2,250 of 9,000 people cannot work away from the office"
    assert "£2.911m" in words(moved["costs"].face.html)  # doubled staff: METHOD
    assert foot(appraised(changes={"staff": 9000})) == "North Council, 9,000 staff. Scores are our reconstruction."


def test_every_chart_a_scene_can_show_is_drawn():
    now = evaluate(Engine(presets.parse(EVERY_CHART, "scenes.toml")))
    shown = slides(now)
    assert len(shown) == 12
    for slide in shown:
        assert slide.face.headline and "None" not in slide.face.headline
        drawn = "<svg" in slide.face.html or "<table" in slide.face.html
        assert drawn or slide.id == "words"


def test_the_board_of_the_stage_says_what_the_live_board_says():
    now = appraised(changes={"cloud.months": 25})
    face = live_face(now, appraised())
    assert face.headline == "Hybrid still comes first"
    assert "Microsoft Cloud 3rd £4.815m 25 46.5" in words(face.html)


def test_two_drawings_become_one_that_knows_both_themes():
    assert in_both('<a fill="#111111"/>', '<a fill="#EEEEEE"/>') == '<a fill="light-dark(#111111,#EEEEEE)"/>'
    assert in_both('<a fill="#111111"/>', '<a fill="#111111"/>') == '<a fill="#111111"/>'
    with pytest.raises(ValueError):
        in_both('<a r="1"/>', '<a r="2"/>')


def test_a_scene_is_drawn_in_the_colours_of_both_themes(north):
    html = north[1]["what-if"].face.html
    for light, dark in zip(LIGHT.colours[:4], DARK.colours[:4], strict=True):
        assert f"light-dark({light},{dark})" in html


def test_the_file_asks_nobody_for_anything_and_runs_nothing_but_its_own_script():
    page = document(appraised(), date="25 November 2026", link="https://council.example/").decode()
    assert not re.findall(r'(?:src|href)="(?!data:)', page)
    assert page.count("<script") == 2 and "default-src 'none'" in page
    assert "North Council, as published · model" in page and "25 November 2026" in page


def test_the_same_scenes_are_the_same_bytes():
    stamp = {"date": "1 May 2026", "link": ""}
    assert document(appraised(), **stamp) == document(appraised(), **stamp)


@pytest.mark.parametrize("name", ["</script><script>alert(1)</script>", "<!-- <script>", "<img src=x onerror=alert(1)>"])
def test_a_name_that_means_harm_stays_a_name(name):
    data = json.loads(presets.load("north-council").model_dump_json())
    data["options"][3]["name"] = data["scenes"][0]["notes"] = data["organisation"]["name"] = name
    page = document(evaluate(Engine(presets.parse(json.dumps(data).encode(), "x.json"))), date="", link="").decode()
    told = re.search(r'id="deck">(.*?)</script>', page, re.DOTALL)[1]
    assert json.loads(told)["scenes"][0]["notes"] == name
    assert "<" not in told
    assert name not in "".join(slide["face"]["html"] for slide in json.loads(told)["scenes"])


def test_json_in_a_page_survives_the_way_there_and_back():
    odd = {"a": "</script>\u2028<!--", "b": [1.5, None, "£"]}
    assert json.loads(inert(odd)) == odd


@pytest.mark.parametrize("preset", presets.shipped())
def test_every_preset_has_a_deck_small_enough_to_send_along(preset):
    assert len(inert(deck(appraised(preset)))) < 150_000
