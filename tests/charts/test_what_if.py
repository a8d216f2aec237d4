"""The score of every option while one lever moves: the model's numbers, its switches, and an answer that stays hidden."""

import re

import plotly.graph_objects as go
import pytest

from charts import what_if
from charts.canvas import COMPACT, STAGE, WIDE
from charts.drawing import svg
from charts.style import DARK, LIGHT
from charts.what_if import Asked
from model.appraisal import evaluate
from model.course import course

NORTH = "north-council"
LEVERS = ["cloud.months", "staff", "disruption.share", "hybrid.cost_change", "weight.value"]


def drawn(*told) -> go.Figure:
    """The figure as Plotly takes it in, which refuses whatever it does not know."""
    return go.Figure(what_if.figure(*told))


def labels(figure) -> list[str]:
    return [re.sub(r"<[^>]+>", " ", note.text).split("  ")[0].strip() for note in figure.layout.annotations]


@pytest.mark.parametrize("lever", LEVERS)
def test_the_lines_run_through_what_the_model_says(pair, lever):
    now, _ = pair(NORTH)
    found = drawn(now, course(now, lever), LIGHT)
    for index, trace in enumerate(found.data[:4]):
        for value, points in list(zip(trace.x, trace.y, strict=True))[:: max(1, len(trace.x) // 6)]:
            there = evaluate(now.engine, {lever: value})
            assert points == pytest.approx(there.options[index].overall, abs=1e-9)


def test_the_title_names_the_switch_the_golden_table_has(pair):
    now, _ = pair(NORTH)
    assert what_if.title(now, course(now, "cloud.months")) == "Microsoft Cloud takes 25 months or more: Microsoft 365 comes second"
    assert what_if.title(now, course(now, "offices")) == "Offices: no value changes the order"


@pytest.mark.parametrize("lever", LEVERS)
def test_where_the_order_changes_is_a_row_of_the_table(pair, lever):
    now, _ = pair(NORTH)
    found = course(now, lever)
    heads, rows = what_if.table(now, found)
    assert heads[1:] == [option.name for option in now.scenario.options]
    assert len(rows) >= 3 + len(found.changes) and all(len(row) == 5 for row in rows)
    if lever == "cloud.months":
        assert ["25 months", "0.0", "47.0", "46.5", "72.7"] in rows


def test_a_hidden_answer_ends_the_lines_that_move_and_no_other(pair):
    now, _ = pair(NORTH)
    found = course(now, "cloud.months")
    hidden = drawn(now, found, LIGHT, STAGE, Asked(25, True))
    veil, *lines = hidden.data
    assert (veil.base[0], veil.base[0] + veil.x[0], veil.marker.color[0]) == (18, 36, LIGHT.panel)
    assert [max(line.x) for line in lines] == [36, 36, 18, 36]
    assert "46.5" not in " ".join(labels(hidden)) and "?" in labels(hidden)
    shown = drawn(now, found, LIGHT, STAGE, Asked(25, False))
    assert [max(line.x) for line in shown.data[:4]] == [36] * 4
    assert shown.data[4].x == (25,) and shown.data[4].y[0] == pytest.approx(46.5, abs=0.05)


def test_a_lever_that_moves_down_is_hidden_on_the_left(pair):
    now, _ = pair(NORTH)
    found = course(now, "cloud.months")
    hidden = drawn(now, found, LIGHT, STAGE, Asked(6, True))
    assert (hidden.data[0].base[0], hidden.data[0].x[0]) == (0, 18)
    assert min(hidden.data[3].x) == 18
    start, side = what_if.hidden_from(now, found, STAGE, 6)
    assert side == "left" and 0.1 < start < 0.7
    assert what_if.hidden_from(now, found, STAGE, 25) == (start, "right")


@pytest.mark.parametrize("preset", [NORTH, "depot", "hostile"])
@pytest.mark.parametrize("size", [WIDE, COMPACT, STAGE])
def test_it_is_drawn_for_any_lever_preset_theme_and_size(pair, preset, size):
    now, _ = pair(preset)
    for lever in now.engine.levers[:: max(1, len(now.engine.levers) // 8)]:
        found = course(now, lever.id)
        for theme in (LIGHT, DARK):
            written = svg(what_if.figure(now, found, theme, size), what_if.alt(now, found))
            assert "<script" not in written and written.startswith("<svg")
        assert what_if.alt(now, found).startswith(what_if.title(now, found))


def test_the_axes_hold_every_value_whatever_else_is_set(pair):
    now, _ = pair(NORTH, {"staff": 20_000, "cloud.months": 36, "disruption.share": 50})
    found = drawn(now, course(now, "cloud.months"), LIGHT)
    assert found.layout.xaxis.range == (0, 36) and found.layout.yaxis.range == (0, 100)
    for trace in found.data:
        assert min(trace.y) >= 0 and max(trace.y) <= 100
