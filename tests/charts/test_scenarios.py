"""Scenarios beside each other: one panel each, all on one scale, in both themes and at every size."""

import json

import plotly.graph_objects as go
import pytest

from charts import scenarios
from charts.canvas import COMPACT, WIDE
from charts.drawing import svg
from charts.style import LIGHT, THEMES
from words.numbers import millions
from words.scenarios import Named

MOVED = {"staff": 5200, "cloud.months": 25}


@pytest.fixture
def found(pair):
    """So many scenarios of a preset, the first of them on screen."""

    def scenarios_of(preset: str = "north-council", count: int = 3) -> list[Named]:
        now, before = pair(preset, MOVED if preset == "north-council" else None)
        kept = [Named(letter, f"Scenario {letter} <b>&", "", before) for letter in "ABCD"[: count - 1]]
        return [Named("", "On screen", "", now), *kept]

    return scenarios_of


@pytest.mark.parametrize("measure", scenarios.MEASURES.values(), ids=lambda measure: measure.name)
@pytest.mark.parametrize("preset", ["north-council", "depot", "hostile"])
def test_it_is_drawn_in_both_themes_and_sizes_for_two_to_five(found, preset, measure):
    for count in (2, 5):
        these = found(preset, count)
        for theme in THEMES.values():
            for size in (WIDE, COMPACT):
                figure = drawn(None, (these, measure), theme, size)
                json.dumps(figure.to_plotly_json(), default=list, allow_nan=False)
                assert figure.layout.width == size.width
                assert "<script" not in svg(scenarios.figure(None, (these, measure), theme, size))


def drawn(*told) -> go.Figure:
    """The figure as Plotly takes it in, which refuses whatever it does not know."""
    return go.Figure(scenarios.figure(*told))


def axes(figure) -> list:
    return [figure.layout[f"xaxis{number or ''}"] for number in ("", 2, 3)]


def test_every_panel_has_the_same_scale_and_the_same_width(found):
    figure = drawn(None, (found(), scenarios.MEASURES["Cost"]), LIGHT, WIDE)
    assert len({tuple(axis.range) for axis in axes(figure)}) == 1
    widths = [axis.domain[1] - axis.domain[0] for axis in axes(figure)]
    assert widths == pytest.approx([widths[0]] * 3)


def test_a_bar_is_as_long_as_the_cost_it_stands_for_and_the_cost_stands_beside_it(found):
    these = found()
    figure = drawn(None, (these, scenarios.MEASURES["Cost"]), LIGHT, WIDE)
    bars = [trace for trace in figure.data if trace.type == "bar"]
    for bar, each in zip(bars, these, strict=True):
        assert list(bar.x) == [result.cost for result in each.appraisal.options]
    words = [note.text for note in figure.layout.annotations]
    for result in these[0].appraisal.options[1:]:
        assert millions(result.cost) in words


def test_panels_stand_one_below_the_other_where_a_telephone_is_narrow(found):
    figure = drawn(None, (found(), scenarios.MEASURES["Score"]), LIGHT, COMPACT)
    assert len({tuple(axis.domain) for axis in axes(figure)}) == 1
    assert figure.layout.height > 3 * 4 * scenarios.ROW


def test_it_says_in_words_and_in_a_table_what_it_shows(found):
    told = found(), scenarios.MEASURES["Time"]
    assert "On screen: Do nothing 0 months, Microsoft 365 3 months, Microsoft Cloud 25 months" in scenarios.alt(None, told)
    headers, rows = scenarios.table(None, told)
    assert headers == ["Option", "On screen", "A: Scenario A <b>&", "B: Scenario B <b>&"]
    assert rows[2] == ["Microsoft Cloud", "25 months", "18 months", "18 months"]
    assert not scenarios.offered(None, (found(count=1), told[1]))
