"""Ranges: bars, uprights and rings stand where draws and appraisal say, whatever names hold and levers do."""

import json
import re
from functools import cache
from html import unescape

import plotly.graph_objects as go
import pytest

from charts import ranges
from charts.canvas import COMPACT, STAGE, WIDE
from charts.placing import width
from charts.style import DARK, LIGHT, SHAPES, THEMES
from model import presets
from model.appraisal import evaluate
from model.engine import Engine
from model.uncertainty import simulate
from words.numbers import money, score

NORTH = "north-council"
SIZES = (WIDE, COMPACT, STAGE)
MOVED = {"staff": 5200, "cloud.months": 25}
PRESETS = [*presets.shipped(), "hostile"]

CERTAIN = """
id = "certain"
name = "Nothing is uncertain"
benchmark = "stay"
organisation.name = "A parish"
horizon = { value = 12, status = "assumption" }
outcomes = [{ id = "good", name = "A good hall" }]

[[options]]
id = "stay"
name = "Stay"
months = { value = 0, status = "assumption" }
scores.good = { value = 60, status = "assumption" }

[[options]]
id = "go"
name = "Go"
months = { value = 0, status = "assumption" }
scores.good = { value = 80, status = "assumption" }
cost_lines = [{ id = "roof", name = "Roof", basis = "fixed", unit_cost = { value = 500000, status = "assumption" } }]
"""


@pytest.fixture(scope="session")
def drawn_from(pair):
    """``drawn_from(preset, **changes)``: the appraisal with the changes, and 500 draws around it."""

    @cache
    def simulated(preset=NORTH, changes=()):
        now, _ = pair(preset, dict(changes))
        return now, simulate(now, 500, 1)

    return lambda preset=NORTH, changes=None: simulated(preset, tuple((changes or {}).items()))


@pytest.fixture(scope="session")
def certain():
    now = evaluate(Engine(presets.parse(CERTAIN.encode(), "certain.toml")))
    return now, simulate(now, 50, 1)


def drawn(*told) -> go.Figure:
    """The figure as Plotly takes it in, which refuses whatever it does not know."""
    return go.Figure(ranges.figure(*told))


def panels(found):
    """The bars and the points of each measure, cost first."""
    bars = [trace for trace in found.data if trace.type == "bar"]
    points = [trace for trace in found.data if trace.type == "scatter" and trace.xaxis != "x3"]
    return list(zip(bars, points, strict=True))


def words_of(found) -> list[str]:
    hover = [each for trace in found.data for each in ([trace.hovertext] if isinstance(trace.hovertext, str) else trace.hovertext)]
    return [*hover, *found.layout.xaxis.ticktext, *found.layout.xaxis2.ticktext, *(note.text for note in found.layout.annotations)]


@pytest.mark.parametrize("preset", PRESETS)
def test_the_figure_is_drawn_in_both_themes_and_sizes(drawn_from, preset):
    now, simulation = drawn_from(preset)
    for theme in THEMES.values():
        for size in SIZES:
            found = drawn(now, simulation, theme, size)
            json.dumps(found.to_plotly_json(), default=list, allow_nan=False)
            assert found.layout.template.layout.paper_bgcolor == theme.ground
            assert found.layout.width == size.width
            assert all("nan" not in words and "None" not in words for words in words_of(found))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("changes", [{}, MOVED])
def test_a_bar_runs_from_p10_to_p90_with_an_upright_at_p50_and_a_ring_at_the_value_now(drawn_from, changes, size):
    now, simulation = drawn_from(NORTH, changes)
    for of, (bars, points) in zip(("cost", "overall"), panels(drawn(now, simulation, LIGHT, size)), strict=True):
        spreads = [getattr(option, of) for option in simulation.options[1:]]
        assert list(bars.base) == [spread.p10 for spread in spreads]
        assert [start + wide for start, wide in zip(bars.base, bars.x, strict=True)] == pytest.approx([spread.p90 for spread in spreads])
        middles = [spread.p50 for spread in spreads]
        assert list(points.x) == [*middles, *middles, *(getattr(result, of) for result in now.options[1:])]
        assert list(points.marker.symbol) == ["line-ns"] * 6 + ["circle"] * 3
        assert list(bars.y) == list(points.y[:3]) == list(points.y[6:])


def test_cost_and_score_share_their_rows_and_stand_side_by_side(drawn_from):
    for size in SIZES:
        found = drawn(*drawn_from(), LIGHT, size)
        (cost, _), (points, _) = panels(found)
        assert list(cost.y) == list(points.y)
        assert found.layout.xaxis3.domain[1] <= found.layout.xaxis.domain[0] < found.layout.xaxis.domain[1] < found.layout.xaxis2.domain[0]
        assert found.layout.xaxis2.domain[1] == pytest.approx(1)


@pytest.mark.parametrize("preset", PRESETS)
def test_every_option_has_a_row_but_a_benchmark_that_comes_to_nothing_in_every_draw(drawn_from, preset):
    # Repairing a depot costs money; everywhere else carrying on as now is free and achieves nothing.
    now, simulation = drawn_from(preset)
    rows = [now.options[index].option.id for index in ranges.shown(now, simulation)]
    ids = [option.id for option in now.scenario.options]
    assert rows == (ids if preset == "depot" else ids[1:])
    assert len(panels(drawn(now, simulation, LIGHT))[0][0].y) == len(rows)


def test_a_benchmark_that_scores_something_has_a_row(drawn_from):
    now, simulation = drawn_from(NORTH, {"do-nothing.score.wellbeing": 50})
    assert ranges.shown(now, simulation) == [0, 1, 2, 3]
    assert "nothing in every draw" not in ranges.shows(now, simulation)


def test_an_option_without_a_row_is_spoken_of(drawn_from):
    for said in (ranges.shows(*drawn_from()), ranges.alt(*drawn_from())):
        assert said.endswith(" Do nothing costs nothing and scores nothing in every draw.")


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_an_option_has_its_own_colour_and_shape(drawn_from, theme):
    found = drawn(*drawn_from(), theme)
    marks = [trace.marker for trace in found.data if trace.xaxis == "x3"]
    assert [mark.symbol for mark in marks] == [shape.symbol for shape in SHAPES[1:4]]
    for bars, _ in panels(found):
        assert list(bars.marker.color) == [mark.color for mark in marks] == list(theme.colours[1:4])


@pytest.mark.parametrize("size", SIZES)
def test_the_axes_stand_still_while_a_lever_moves_within_reach(drawn_from, size):
    still = drawn(*drawn_from(), LIGHT, size).layout
    for changes in ({"staff": 5000}, {"staff": 3000}, {"cloud.cost_change": -50}, {"hybrid.cost_change": 40}):
        moved = drawn(*drawn_from(NORTH, changes), LIGHT, size).layout
        for axis in ("xaxis", "xaxis2", "xaxis3", "yaxis"):
            assert moved[axis] == still[axis]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("preset", PRESETS)
def test_nothing_is_drawn_beyond_the_axes_wherever_the_levers_stand(drawn_from, preset, size):
    for changes in ({}, {"horizon": 6}, *([{"staff": 20_000, "cloud.cost_change": 300}] if preset == NORTH else [])):
        found = drawn(*drawn_from(preset, changes), LIGHT, size)
        for axis, (bars, points) in zip((found.layout.xaxis, found.layout.xaxis2), panels(found), strict=True):
            ends = [*points.x, *bars.base, *(start + wide for start, wide in zip(bars.base, bars.x, strict=True))]
            assert min(ends) >= 0 and max(ends) <= axis.tickvals[-1] + 1e-6


@pytest.mark.parametrize("preset", ["hostile", NORTH])
def test_names_are_shown_as_they_are_whatever_they_hold(drawn_from, preset):
    for size in SIZES:
        for words in words_of(drawn(*drawn_from(preset), LIGHT, size)):
            ours = re.sub(r"</?b>|<br>", "", words, count=6)
            assert "<" not in ours and ">" not in ours
            assert "%{" not in words and "$" not in words


def test_hover_text_has_the_whole_name_and_the_row_as_much_as_there_is_room_for(drawn_from):
    now, simulation = drawn_from("hostile")
    longest = max((option.name for option in now.scenario.options), key=len)
    for size in SIZES:
        found = drawn(now, simulation, LIGHT, size)
        assert any(longest in unescape(words) for words in words_of(found))
        rows = [note for note in found.layout.annotations if note.xref == "paper"]
        assert max(len(unescape(note.text)) - len("<b></b>") for note in rows) <= 38


def test_hover_text_says_now_the_range_and_the_middle(drawn_from):
    now, simulation = drawn_from()
    (cost, _), (points, _) = panels(drawn(now, simulation, LIGHT))
    spread, result = simulation.options[3].cost, now.options[3]
    assert cost.hovertext[2] == (
        f"<b>Hybrid</b><br>Cost to deliver: £1.561m<br>8 draws in 10: {money(spread.p10)} to {money(spread.p90)}"
        f"<br>Middle draw: {money(spread.p50)}"
    )
    assert f"Score of 100: {score(result.overall)}<br>" in points.hovertext[2]


@pytest.mark.parametrize("preset", PRESETS)
def test_the_table_has_every_option_with_p10_p50_p90_and_now(drawn_from, preset):
    now, simulation = drawn_from(preset)
    headings, rows = ranges.table(now, simulation)
    assert all(len(row) == len(headings) == 9 and all(row) for row in rows)
    for row, result, found in zip(rows, now.options, simulation.options, strict=True):
        assert row[0] == result.option.name
        assert row[1:5] == [money(each) for each in (found.cost.p10, found.cost.p50, found.cost.p90, result.cost)]
        assert row[5:] == [score(each) for each in (found.overall.p10, found.overall.p50, found.overall.p90, result.overall)]


@pytest.mark.parametrize("preset", PRESETS)
def test_the_description_starts_with_the_finding_and_names_every_option(drawn_from, preset):
    now, simulation = drawn_from(preset)
    said = ranges.alt(now, simulation)
    assert said.startswith(f"{ranges.title(now, simulation)}. ") and said.endswith(".")
    assert all(option.name in said for option in now.scenario.options)


def test_what_bar_upright_and_ring_mean_is_said_and_what_the_score_rests_on(drawn_from):
    assert ranges.shows(*drawn_from()).startswith(
        "Bar: 8 draws in 10 (P10 to P90). Upright: the middle draw (P50). Ring: the preset's figures."
        " Score of 100: seven outcomes weighted equally."
    )
    assert "Ring: the figures set here." in ranges.shows(*drawn_from(NORTH, MOVED))
    nothing = {f"weight.{outcome.id}": 0 for outcome in drawn_from()[0].scenario.outcomes}
    assert "Score of 100: no outcome has a weight." in ranges.shows(*drawn_from(NORTH, nothing))


def test_where_nothing_is_uncertain_it_says_so_and_offers_no_chart(certain, drawn_from):
    assert ranges.offered(*drawn_from())
    assert not ranges.offered(*certain)
    assert ranges.title(*certain) == "No number here is uncertain: every draw is the same"
    for size in SIZES:
        for bars, points in panels(drawn(*certain, LIGHT, size)):
            assert list(bars.x) == [0, 0]
            assert points.x[:2] == points.x[4:]


@pytest.mark.parametrize("size", SIZES)
def test_no_words_are_smaller_than_a_note_and_ticks_never_touch(drawn_from, certain, size):
    for each in (certain, *map(drawn_from, PRESETS)):
        found = drawn(*each, LIGHT, size)
        assert min(note.font.size for note in found.layout.annotations) >= 13
        axis = found.layout.xaxis
        across = (size.width - 24) * (axis.domain[1] - axis.domain[0]) / (len(axis.tickvals) - 1)
        assert max(width(words, 13) for words in axis.ticktext) < across
