"""Every figure as SVG, without a browser: nothing of it is lost, everything stands where its axes say, names stay words."""

import json
import re
from functools import cache
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import plotly.graph_objects as go
import pytest

from charts import backlog, frontier, people_idle, ranges, roll_out, spending, tornado
from charts.canvas import COMPACT, STAGE, WIDE, Figure
from charts.drawing import svg
from charts.style import DARK, LIGHT, THEMES, template
from model import presets
from model.appraisal import evaluate
from model.engine import Engine
from model.levers import Lever
from model.tornado import tornado as what_matters
from model.uncertainty import simulate

NORTH = "north-council"
SIZES = (WIDE, COMPACT, STAGE)
MADE_UP = sorted((Path(__file__).parents[1] / "presets").glob("*.toml"))
PRESETS = [*presets.shipped(), *map(str, MADE_UP)]
FIGURES = [frontier, roll_out, people_idle, backlog, spending, ranges, tornado]
SVG = "{http://www.w3.org/2000/svg}"
TAGS = {f"{SVG}{tag}" for tag in ("svg", "g", "rect", "polyline", "path", "text", "tspan", "title", "desc")}


@pytest.fixture(scope="session")
def figures(engines):
    """``figures(preset, theme, size)``: every figure the preset has data for, some levers moved."""

    @cache
    def drawn(preset=NORTH, theme=LIGHT, size=WIDE) -> list[Figure]:
        engine = engines[preset] if preset in engines else Engine(presets.load(preset))
        before = evaluate(engine)
        now = evaluate(engine, {lever.id: moved(lever) for lever in engine.levers[:4]})
        subjects = {ranges: simulate(now, 200, 1), tornado: what_matters(now, "overall")}
        return [
            module.figure(now, subjects.get(module, before), theme, size) for module in FIGURES
            if module.offered(*((now, subjects[module]) if module in subjects else (now.scenario,)))
        ]

    return drawn


def moved(lever: Lever) -> float:
    return min(lever.measure.most, lever.default + lever.measure.step)


def parsed(figure: Figure, **told: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg(figure, **told))


def texts(root: ElementTree.Element) -> list[str]:
    return ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]


def plain(markup: str) -> list[str]:
    """The lines of a label as they are read."""
    return [unescape(re.sub(r"</?b>|<span [^>]*>|</span>", "", line)) for line in markup.split("<br>")]


def spans(root: ElementTree.Element) -> list[tuple[list[str], list[list[float]]]]:
    """What each trace says, and from where to where along which height."""
    return [
        (json.loads(node.get("data-words")), [list(map(float, span.split(","))) for span in node.get("data-spans").split()])
        for node in root.iter(f"{SVG}g")
    ]


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: Path(preset).stem)
def test_every_figure_of_every_preset_is_drawn_in_both_themes_and_sizes_with_all_its_words(figures, preset):
    for theme, size in ((LIGHT, WIDE), (DARK, COMPACT), (LIGHT, STAGE)):
        for figure in figures(preset, theme, size):
            root, shown = parsed(figure), go.Figure(figure)
            layout = shown.layout
            assert (root.get("width"), root.get("height")) == (f"{layout.width:g}", f"{layout.height:g}")
            axes = [axis for axis in (*shown.select_xaxes(), *shown.select_yaxes()) if axis.visible is not False]
            ticks = [words for axis in axes for words in axis.ticktext or ()]
            assert sorted(texts(root)) == sorted([*ticks, *(line for note in layout.annotations for line in plain(note.text))])


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: Path(preset).stem)
def test_names_stay_words_and_nothing_is_obeyed_or_fetched(figures, preset):
    for figure in figures(preset):
        for told in ({}, {"alt": '"><script>'}, {"title": "<b>&", "alt": "</desc><script>"}):
            root = parsed(figure, **told)
            assert {node.tag for node in root.iter()} <= TAGS
            attributes = [pair for node in root.iter() for pair in node.items()]
            assert not {name for name, _ in attributes if name.startswith("on") or "href" in name or name in ("style", "id", "class")}
            assert not [value for name, value in attributes if "url(" in value and name not in ("data-words", "aria-label")]


def test_marks_and_lines_stand_where_the_axes_say(figures):
    for size in SIZES:
        for figure in figures(NORTH, LIGHT, size):
            shown, said = go.Figure(figure), iter(spans(parsed(figure)))
            layout = shown.layout
            for trace in sorted((trace for trace in shown.data if trace.hovertext), key=lambda trace: trace.type != "bar"):
                _, found = next(said)
                if isinstance(trace.hovertext, tuple) and "" in trace.hovertext:
                    continue  # only its first point says something
                x, y = layout[f"xaxis{(trace.xaxis or 'x')[1:]}"], layout.yaxis
                low, high = x.domain or (0, 1)
                across, down = layout.width - layout.margin.l - layout.margin.r, layout.height - layout.margin.t - layout.margin.b

                def px(value, x=x, low=low, high=high, layout=layout, across=across):
                    return layout.margin.l + across * (low + (high - low) * (value - x.range[0]) / (x.range[1] - x.range[0]))

                starts = trace.base if trace.type == "bar" else [0] * len(trace.x)
                for (left, level, right), start, along, upwards in zip(found, starts, trace.x, trace.y, strict=True):
                    assert right == pytest.approx(px(start + along), abs=0.01)
                    assert left == pytest.approx(px(start) if trace.type == "bar" else right, abs=0.01)
                    share = (upwards - y.range[0]) / (y.range[1] - y.range[0])
                    assert level == pytest.approx(layout.margin.t + down * (1 - share), abs=0.01)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: Path(preset).stem)
def test_the_back_row_can_read_every_letter_of_the_stage_where_every_figure_has_one_size(figures, preset):
    for figure in figures(preset, LIGHT, STAGE):
        root = parsed(figure)
        shown = 1216 / float(root.get("width"))
        assert float(root.get("height")) * shown == 430
        assert min(float(node.get("font-size")) for node in root.iter() if node.get("font-size")) * shown >= 28


def test_what_is_said_of_each_point_travels_along_in_plain_words(figures):
    for figure in figures(str(MADE_UP[1])):
        said = [words for group, _ in spans(parsed(figure)) for words in group]
        hover = [text for trace in go.Figure(figure).data for text in ([trace.hovertext] if isinstance(trace.hovertext, str) else trace.hovertext or [])]
        assert sorted(said) == sorted("\n".join(plain(text)) for text in hover if text)


def test_a_drawing_is_named_in_a_file_told_on_a_page_and_else_left_to_the_words_beside_it(figures):
    figure = figures()[0]
    file, page, bare = parsed(figure, title="Finding", alt="All of it"), parsed(figure, alt="All of it"), parsed(figure)
    assert file.get("role") == page.get("role") == "img"
    assert [(child.tag, child.text) for child in file[:2]] == [(f"{SVG}title", "Finding"), (f"{SVG}desc", "All of it")]
    assert page.get("aria-label") == "All of it" and page.find(f"{SVG}title") is None
    assert (bare.get("aria-hidden"), bare.get("role")) == ("true", None)


def test_a_drawing_has_the_colours_of_its_theme(figures):
    for theme in THEMES.values():
        for figure in figures(NORTH, theme):
            written = svg(figure)
            other = next(each for each in THEMES.values() if each is not theme)
            assert theme.ground in written and other.ground not in written


@pytest.mark.parametrize("wrong", [
    {"data": [{"type": "pie", "values": [1]}]},
    {"data": [{"type": "bar", "orientation": "v", "x": [1], "y": [1]}]},
    {"data": [{"type": "scatter", "mode": "markers", "x": [1], "y": [1], "marker": {"symbol": "x", "size": 9, "color": "#000000", "line": {"width": 0, "color": "#000000"}}}]},
    {"layout": {"shapes": [{"type": "rect", "x0": 0, "x1": 1, "y0": 0, "y1": 1}]}},
    {"layout": {"annotations": [{"text": "<i>leaning</i>", "x": 0, "y": 0, "showarrow": False, "font": {"size": 13, "color": "#000000"}}]}},
], ids=["pie", "upright bars", "mark", "shape", "markup"])  # fmt: skip
def test_what_it_cannot_draw_is_refused_rather_than_left_out(wrong):
    axis = {"range": [0, 1], "tickvals": [], "ticktext": []}
    sheet = {"template": template(LIGHT), "width": 99, "height": 99, "margin": {"l": 1, "r": 1, "t": 1, "b": 1}, "xaxis": axis, "yaxis": axis}
    with pytest.raises(ValueError, match="^No drawing is known for "):
        svg({"data": wrong.get("data", []), "layout": {**sheet, **wrong.get("layout", {})}})
