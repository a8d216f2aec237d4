"""Presets nobody foresaw: spoilt ones, the largest there may be, and those whose words are meant to be obeyed."""

import re
from pathlib import Path

import pytest
from markupsafe import escape

from model import presets
from ui.pieces import md_escape
from ui.views import VIEWS
from words.numbers import millions

STRANGE = Path(__file__).parents[1] / "presets"
SPOILT = {
    "spoilt.toml": "name = ",
    "empty.toml": "",
    "lonely.toml": 'extends = "north-council"\nid = "lonely"\nbenchmark = "nobody"',
    "endless.toml": "# " + "a" * 300_000,
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_file_that_cannot_be_used_costs_one_sentence_and_nothing_else(visit_with, name):
    visit = visit_with({name: SPOILT[name]})
    (fault,) = re.findall(r'class="note fault">(.*?)</p>', visit.html)
    assert name in fault
    assert visit.costs == ["Nil", "£2.775m", "£4.710m", "£1.561m"]
    assert name not in visit.page.selectbox(key="choice").options


def test_without_any_preset_the_page_says_what_is_missing(visit_with):
    visit = visit_with({"spoilt.toml": "name = "}, shipped=False)
    assert visit.verdict.startswith("There is no preset to show.")
    assert "spoilt.toml could not be read" in visit.text


def test_a_file_spoilt_while_the_page_is_open_harms_nobody(visit_with):
    visit = visit_with({})
    for path in presets.FOLDER.glob("*.toml"):
        path.write_text("name = ")
    visit.choose("county")
    visit.slide("staff", 8000)
    assert visit.changes == {"staff": 8000}
    assert visit.verdict.startswith("Hybrid still comes first.")


@pytest.fixture(params=["eight", "hostile", "two"])
def strange(request, visit_with):
    visit = visit_with({f"{request.param}.toml": STRANGE / f"{request.param}.toml"})
    visit.choose(request.param)
    return visit


def test_it_is_drawn_on_every_view_with_the_costs_of_the_model(strange):
    assert strange.costs == [millions(result.cost).capitalize() for result in strange.computed.options]
    for view in VIEWS:
        strange.open(view)
    strange.open("Over time")
    for chart in strange.page.button_group(key="over-time").options:
        strange.pick("over-time", chart)


def test_its_levers_are_drawn_though_no_code_ever_heard_of_them(strange):
    named = strange.computed.scenario.shown_levers
    if named:
        assert set(strange.levers) == set(named)
        return
    for option in strange.computed.scenario.options:
        assert {f"{option.id}.months", f"{option.id}.cost_change"} <= set(strange.levers)


def test_its_levers_move_its_figures(strange):
    before = strange.costs
    lever, value = ("staff", 2000) if "staff" in strange.levers else ("tunnel.cost_change", 50)
    strange.slide(lever, value)
    assert strange.changes == {lever: value}
    assert strange.costs == [millions(result.cost).capitalize() for result in strange.computed.options] != before


def test_names_stand_on_the_page_whole_and_as_plain_text(strange):
    for result in strange.computed.options:
        assert str(escape(result.option.name)) in strange.html
    for tag in ("<img", "<script", "<iframe", "<svg", "<b>Council", "<b>soon", "<b>bold"):  # <b> alone is ours
        assert tag not in strange.html.replace('<img class="picture" ', "")


def test_no_label_or_tooltip_holds_a_name_that_markdown_would_obey(strange):
    strange.unfold("fold-weights", "fold-more")
    strange.open("Assumptions")
    scenario = strange.computed.scenario
    parts = [*scenario.options, *scenario.outcomes, *(line for option in scenario.options for line in option.cost_lines)]
    obeyed = {part.name for part in parts if md_escape(part.name) != part.name}
    said = [
        words
        for widget in [*strange.page.slider, *strange.page.text_input, *strange.page.button]
        for words in (widget.label, widget.help or "")
    ]
    assert not [(name, words) for name in obeyed for words in said if name in words.replace("\\#", "")]
