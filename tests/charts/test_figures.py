"""Every figure, for every preset, in both themes and sizes: what it draws, what it says and what it must never do."""

import json
import re
from html import unescape

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts import backlog, frontier, people_idle, roll_out, spending
from charts.canvas import COMPACT, STAGE, WIDE, fitted, halved
from charts.style import DARK, LIGHT, SHAPES, THEMES
from model import presets
from words.numbers import money, score, whole

FIGURES = [frontier, roll_out, people_idle, backlog, spending]
BY_MONTH = FIGURES[1:]
NORTH = "north-council"
SIZES = (WIDE, COMPACT, STAGE)
MOVED = {"staff": 5200, "cloud.months": 25}
PRESETS = [*presets.shipped(), "hostile"]


def drawn(figure, pair, preset=NORTH, changes=None, theme=LIGHT, size=WIDE) -> go.Figure:
    return checked(figure, *pair(preset, changes), theme, size)


def checked(figure, *told) -> go.Figure:
    """The figure as Plotly takes it in, which refuses whatever it does not know."""
    return go.Figure(figure.figure(*told))


def words_of(found: go.Figure) -> list[str]:
    """All text a figure gives to Plotly."""
    hover = [text for trace in found.data for text in _listed(trace.hovertext)]
    ticks = [*found.layout.xaxis.ticktext, *found.layout.yaxis.ticktext]
    return [*hover, *ticks, *(note.text for note in found.layout.annotations)]


def _listed(texts) -> list[str]:
    return [] if texts is None else [texts] if isinstance(texts, str) else list(texts)


def labels_of(found: go.Figure) -> dict[str, str]:
    """The value beside each option's name, as read."""
    parts = [re.match(r"<b>(.*?)</b>(?:<br><span[^>]*>(.*)</span>)?$", note.text) for note in found.layout.annotations]
    return {unescape(part[1]): unescape(part[2] or "") for part in parts if part}


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("figure", FIGURES)
def test_a_figure_is_drawn_in_both_themes_and_sizes_wherever_it_is_offered(pair, figure, preset):
    now, before = pair(preset)
    if not figure.offered(now.scenario):
        return
    for theme in THEMES.values():
        for size in SIZES:
            found = checked(figure, now, before, theme, size)
            json.dumps(found.to_plotly_json(), default=list, allow_nan=False)
            assert found.layout.template.layout.paper_bgcolor == theme.ground
            assert found.layout.height > 0 and found.layout.width == size.width
            assert not found.layout.showlegend
            assert len(labels_of(found)) == len(now.options)


@pytest.mark.parametrize("figure", FIGURES)
def test_a_figure_about_lost_work_is_offered_only_where_there_is_a_disruption(pair, figure):
    assert figure.offered(pair(NORTH)[0].scenario)
    assert figure.offered(pair("depot")[0].scenario) is (figure not in (people_idle, backlog))


@pytest.mark.parametrize("figure", FIGURES)
def test_an_option_is_drawn_in_its_own_colour_and_shape(pair, figure):
    for theme in (LIGHT, DARK):
        found = drawn(figure, pair, theme=theme)
        marks = [trace.marker for trace in found.data if trace.marker.symbol]
        assert [mark.symbol for mark in marks] == [shape.symbol for shape in SHAPES[:4]]
        assert [mark.line.color for mark in marks] == list(theme.colours[:4])
        assert [mark.color for mark in marks] == [theme.ground, *theme.colours[1:4]]


@pytest.mark.parametrize("figure", FIGURES)
def test_the_axes_stand_still_while_a_lever_moves_within_reach(pair, figure):
    preset, moved = drawn(figure, pair), drawn(figure, pair, changes={"staff": 5000, "hybrid.cost_change": 20})
    for axis in ("xaxis", "yaxis"):
        assert preset.layout[axis].range == moved.layout[axis].range
        assert preset.layout[axis].tickvals == moved.layout[axis].tickvals
    assert preset.layout.margin == moved.layout.margin


@pytest.mark.parametrize("figure", FIGURES)
def test_nothing_is_drawn_beyond_the_axes_wherever_the_levers_stand(pair, figure):
    far = {"staff": 20_000, "m365.cost_change": 300, "cloud.months": 36, "disruption.months": 36, "disruption.share": 50}
    found = drawn(figure, pair, changes=far)
    for trace in found.data:
        assert min(trace.x) >= 0 and max(trace.x) <= found.layout.xaxis.range[1] + 1e-6
        assert min(trace.y) >= 0 and max(trace.y) <= found.layout.yaxis.range[1] + 1e-6


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("preset", ["hostile", NORTH])
def test_names_are_shown_as_they_are_whatever_they_hold(pair, figure, preset):
    now, before = pair(preset, {"staff": 5200})
    allowed = r"</?b>|<br>|<span style=\"font-size:1[34]px;color:#[0-9A-F]{6}\">|</span>"
    for size in SIZES:
        for words in words_of(checked(figure, now, before, LIGHT, size)):
            ours = re.sub(allowed, "", words, count=6)
            assert "<" not in ours and ">" not in ours
            assert "%{" not in words and "$" not in words


@pytest.mark.parametrize("figure", FIGURES)
def test_hover_text_has_the_whole_name_and_the_label_as_much_as_there_is_room_for(pair, figure):
    now, before = pair("hostile")
    longest = max((option.name for option in now.scenario.options), key=len)
    found = checked(figure, now, before, LIGHT, COMPACT)
    assert any(longest in unescape(words) for words in words_of(found))
    assert max(len(name) for name in labels_of(found)) <= 15


@pytest.mark.parametrize("figure", FIGURES)
def test_the_preset_is_drawn_only_where_it_differs(pair, figure):
    def grey(found: go.Figure) -> int:
        return sum(trace.line.color in (LIGHT.control, LIGHT.rule2) for trace in found.data)

    assert grey(drawn(figure, pair)) == 0
    assert grey(drawn(figure, pair, changes={"m365.months": 5, "m365.cost_change": 40})) == 1
    assert "preset" in figure.shows(pair(NORTH, MOVED)[0]) and "preset" not in figure.shows(pair(NORTH)[0])


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("figure", FIGURES)
def test_the_description_starts_with_the_finding_and_names_every_option(pair, figure, preset):
    now, _ = pair(preset)
    if figure.offered(now.scenario):
        said = figure.alt(now)
        assert said.startswith(f"{figure.title(now)}. ") and said.endswith(".")
        assert all(option.name in said for option in now.scenario.options)
        assert preset == "hostile" or not re.search(r"nan|None|  |\.\.", said)


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("figure", FIGURES)
def test_the_table_is_whole_and_every_cell_is_said(pair, figure, preset):
    now, _ = pair(preset)
    if figure.offered(now.scenario):
        headers, rows = figure.table(now)
        assert rows and all(len(row) == len(headers) for row in rows)
        assert all(cell and cell == cell.strip() for row in rows for cell in row)
        assert {option.name for option in now.scenario.options} <= {*headers, *(row[0] for row in rows)}


def test_the_frontiers_labels_table_and_description_say_the_same(pair):
    now, _ = pair(NORTH, MOVED)
    labels = labels_of(drawn(frontier, pair, changes=MOVED))
    for result, row in zip(now.options, frontier.table(now)[1], strict=True):
        value = f"{money(result.cost)}, {score(result.benefit)}"
        assert row[:3] == [result.option.name, money(result.cost), score(result.benefit)]
        assert labels[result.option.name].startswith(value)
        assert f"{result.option.name} {value}" in frontier.alt(now)
    assert labels["Microsoft Cloud"] == "£5.445m, 51.8 (preset 61.1)"


def test_an_option_stands_at_its_cost_and_benefit_and_hollow_where_the_preset_had_it(pair):
    now, before = pair(NORTH, MOVED)
    marks = [trace for trace in drawn(frontier, pair, changes=MOVED).data if trace.marker.symbol]
    hollow, solid = marks[:3], marks[3:]
    assert [(mark.x[0], mark.y[0]) for mark in solid] == [(result.cost, result.benefit) for result in now.options]
    assert [(mark.x[0], mark.y[0]) for mark in hollow] == [(was.cost, was.benefit) for was in before.options[1:]]
    assert {mark.marker.color for mark in hollow} == {LIGHT.ground}


def test_the_frontier_holds_those_that_no_other_beats_on_both_counts(pair):
    assert [result.option.id for result in frontier.frontier(pair(NORTH)[0])] == ["do-nothing", "hybrid"]
    late = pair(NORTH, {"hybrid.months": 36})[0]
    assert [result.option.id for result in frontier.frontier(late)] == ["do-nothing", "hybrid", "m365", "cloud"]
    depot = pair("depot")[0]
    assert [result.option.id for result in frontier.frontier(depot)] == ["contract-out", "share", "rebuild"]


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.fixed_dictionaries({}, optional={
    "hybrid.months": st.integers(0, 36), "cloud.months": st.integers(0, 36), "m365.cost_change": st.integers(-50, 300),
    "hybrid.cost_change": st.integers(-50, 300), "cloud.reach": st.integers(0, 100), "horizon": st.integers(6, 120),
}))  # fmt: skip
def test_nobody_off_the_frontier_is_unbeaten_and_nobody_on_it_is_beaten(pair, changes):
    now, _ = pair(NORTH, changes)
    on = frontier.frontier(now)
    for result in now.options:
        beaten = any(
            other.cost <= result.cost and other.benefit >= result.benefit
            and (other.cost < result.cost or other.benefit > result.benefit + 1e-6)
            for other in now.options
        )  # fmt: skip
        assert beaten is (result not in on)


def test_the_roll_out_goes_as_the_equation_says(pair):
    now, _ = pair(NORTH)
    headers, rows = roll_out.table(now)
    table = {row[0]: dict(zip(headers, row, strict=True)) for row in rows}
    # By the end of month 3: all of 70%, 3/18 of all, 3/6 of 90%.
    assert list(table["3"].values()) == ["3", "0%", "70%", "17%", "45%"]
    assert list(table["18"].values()) == ["18", "0%", "70%", "100%", "90%"]
    assert labels_of(drawn(roll_out, pair)) == {
        "Do nothing": "0%", "Microsoft 365": "70% after 3 months", "Microsoft Cloud": "100% after 18 months",
        "Hybrid": "90% after 6 months",
    }  # fmt: skip


def test_a_label_points_at_its_own_line_where_no_other_runs(pair):
    found = drawn(roll_out, pair, "depot")
    lines = [dict(zip(trace.x, trace.y, strict=True)) for trace in found.data]
    points = [(note.x, note.y) for note in found.layout.annotations if note.text.startswith("<b>")]
    for index, (month, share) in enumerate(points):
        assert lines[index][month] == share
        others = [line[month] for other, line in enumerate(lines) if other != index]
        assert min(abs(share - other) for other in others) > 0.01


def test_a_roll_out_is_named_where_it_is_in_place(pair):
    found = drawn(roll_out, pair, changes={"hybrid.months": 5})
    hybrid = next(note for note in found.layout.annotations if "Hybrid" in note.text)
    assert (hybrid.x, hybrid.y) == (5, 0.9)


def test_an_option_with_nothing_to_deliver_is_in_place_from_the_start(pair):
    assert labels_of(drawn(roll_out, pair, "depot"))["Stay and repair"] == "100% at once"
    assert {row[1] for row in roll_out.table(pair("depot")[0])[1]} == {"100%"}


@pytest.mark.parametrize(("preset", "changes"), [(NORTH, MOVED), ("depot", {})])
def test_spending_ends_at_the_cost(pair, preset, changes):
    now, _ = pair(preset, changes)
    ends = [money(result.cost) for result in now.options]
    found = drawn(spending, pair, preset, changes)
    assert list(labels_of(found).values()) == spending.table(now)[1][-1][1:] == ends
    lines = [trace for trace in found.data if trace.marker.symbol]
    assert [line.y[-1] for line in lines] == pytest.approx([result.cost for result in now.options])


def test_spending_is_even_over_the_months_of_delivery(pair):
    now, _ = pair(NORTH)
    # Hybrid spends evenly over six months, so half of it by the end of the third.
    assert spending.table(now)[1][0][4] == money(now.options[3].cost / 2)


def test_people_idle_end_where_the_finding_says(pair):
    now, _ = pair(NORTH)
    rows = {row[0]: row[1:] for row in people_idle.table(now)[1]}
    assert rows["1"][0] == whole(now.idle_people) == "1,125"
    assert rows["18"] == list(labels_of(drawn(people_idle, pair)).values()) == ["1,125", "338", "31", "113"]
    assert "31" in people_idle.title(now)


def test_the_backlog_rises_to_its_peak_and_ends_where_it_is_cleared(pair):
    now, _ = pair(NORTH)
    rows = {row[0]: row[1:] for row in backlog.table(now)[1]}
    found = drawn(backlog, pair)
    lines = [trace for trace in found.data if trace.marker.symbol]
    for index, (result, line) in enumerate(zip(now.options, lines, strict=True)):
        peak = f"{whole(result.backlog_peak)}, cleared by month {result.backlog_clear_month}"
        assert labels_of(found)[result.option.name] == peak
        assert max(line.y) == pytest.approx(result.backlog_peak)
        assert (line.x[-1], line.y[-1]) == (result.backlog_clear_month, 0)
        assert rows[str(result.backlog_clear_month)][index] == "0"
        assert whole(result.backlog_peak) in {row[index] for row in rows.values()}


def test_a_backlog_that_never_clears_runs_to_the_edge(pair):
    changes = {"disruption.catch_up": 0}
    found = drawn(backlog, pair, changes=changes)
    assert labels_of(found)["Do nothing"] == "10,125, never cleared"
    assert backlog.table(pair(NORTH, changes)[0])[1][-1][1] == "10,125"


@pytest.mark.parametrize("figure", [roll_out, people_idle, backlog])
def test_the_end_of_the_disruption_is_marked(pair, figure):
    found = drawn(figure, pair, changes={"disruption.months": 10})
    assert [shape.x0 for shape in found.layout.shapes] == [10]
    assert any("Disruption ends, month 10" in words for words in words_of(found))


def test_without_a_disruption_no_end_of_one_is_marked(pair):
    assert not drawn(roll_out, pair, "depot").layout.shapes


@pytest.mark.parametrize("figure", FIGURES)
def test_no_words_are_smaller_than_a_note(pair, figure):
    for size in SIZES:
        found = drawn(figure, pair, changes=MOVED, size=size)
        sizes = [note.font.size for note in found.layout.annotations] + [found.layout.template.layout.xaxis.tickfont.size]
        sizes += [int(letters) for words in words_of(found) for letters in re.findall(r"font-size:(\d+)px", words)]
        assert min(sizes) >= size.note >= 13


@settings(derandomize=True, deadline=None, max_examples=60)
@given(case=st.tuples(st.sampled_from(PRESETS), st.integers(1, 12), st.randoms(use_true_random=False)))
def test_whatever_the_levers_every_offered_figure_is_drawn(pair, engines, case):
    preset, many, random = case
    levers = random.sample(engines[preset].levers, many)
    now, before = pair(preset, {lever.id: random.choice([lever.measure.least, lever.measure.most]) for lever in levers})
    for figure in FIGURES:
        if figure.offered(now.scenario):
            found = checked(figure, now, before, LIGHT, random.choice(SIZES))
            assert all("nan" not in words and "None" not in words for words in words_of(found))
            assert figure.table(now)[1] and figure.alt(now)


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("width", [280, 480, 600, 601, 750, 1400])
def test_a_figure_fits_the_width_that_a_window_has(pair, figure, width):
    found = drawn(figure, pair, changes=MOVED, size=fitted(width))
    assert found.layout.width == width > found.layout.margin.l + found.layout.margin.r + 80


def test_two_charts_halve_the_width_only_where_they_stand_side_by_side():
    assert halved(608).width == 608  # a window of 640 px: one below the other
    assert halved(896).width == (896 - 32) // 2
