"""A chart on a sheet of its own: what stands around it, and that the chart itself stays as it was."""

from copy import deepcopy
from xml.etree import ElementTree

import pytest

from charts import frontier
from charts.canvas import COMPACT, STAGE, WIDE
from charts.drawing import svg
from charts.framing import framed
from charts.style import LIGHT

TITLE, SHOWS = "A finding that takes a line or two, <b>as it is</b>, on the narrowest of sheets", "What it shows, at some length. " * 6
FOOT = ["North Council, 2 changes", f"https://example.org/?{'staff=5200&' * 30}"]
TEXT = "{http://www.w3.org/2000/svg}text"


@pytest.fixture(params=[WIDE, COMPACT, STAGE], ids=lambda size: f"{size.width}")
def figure(request, pair):
    return frontier.figure(*pair("north-council", {"staff": 5200}), LIGHT, request.param)


def texts(drawing: str) -> list[tuple[str, float, float]]:
    found = ElementTree.fromstring(drawing).iter(TEXT)
    return [("".join(node.itertext()), float(node.get("x")), float(node.get("y"))) for node in found]


def test_the_chart_on_its_sheet_is_the_chart_moved(figure):
    sheet = framed(figure, TITLE, SHOWS, FOOT, LIGHT)
    left, top, width, height = sheet.chart
    assert (width, height) == (figure["layout"]["width"], figure["layout"]["height"])
    alone = texts(svg(figure))
    for (words, x, y), (same, there_x, there_y) in zip(alone, texts(svg(sheet.figure)), strict=False):
        assert (same, there_x - left, there_y - top) == (words, pytest.approx(x, abs=0.51), pytest.approx(y, abs=0.51))


def test_finding_note_and_foot_are_whole_and_outside_the_chart(figure):
    sheet = framed(figure, TITLE, SHOWS, FOOT, LIGHT)
    layout, (_, top, _, height) = sheet.figure["layout"], sheet.chart
    around = texts(svg(sheet.figure))[len(texts(svg(figure))) :]
    said = "".join(words for words, _, _ in around).replace(" ", "")
    assert said == "".join([TITLE, SHOWS, *FOOT]).replace(" ", "")
    for _, x, y in around:
        assert x == pytest.approx(24, abs=1.1)
        assert 0 < y < top or top + height < y < layout["height"]


def test_through_its_window_no_more_is_seen_than_the_chart(figure):
    sheet = framed(figure, TITLE, SHOWS, FOOT, LIGHT)
    root = ElementTree.fromstring(svg(sheet.figure, window=sheet.chart))
    assert list(map(float, root.get("viewBox").split())) == pytest.approx(sheet.chart, abs=0.01)
    assert root.get("data-sheet") == f"0 0 {sheet.figure['layout']['width']} {sheet.figure['layout']['height']}"
    seen = [node for node in root.iter(TEXT) if node.get("visibility") != "hidden"]
    assert ["".join(node.itertext()) for node in seen] == [words for words, _, _ in texts(svg(figure))]
    assert (root.get("width"), root.get("height")) == (f"{figure['layout']['width']}", f"{figure['layout']['height']}")


def test_neither_framing_nor_drawing_writes_in_the_figure_or_in_the_template_it_shares(figure):
    before = deepcopy(figure)
    svg(framed(figure, TITLE, SHOWS, FOOT, LIGHT).figure)
    assert figure == before
