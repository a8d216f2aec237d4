"""The figures of the screen as native charts: the same lines, axes and places for labels."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import unescape
from math import ceil, dist
from typing import Any

from charts.canvas import WIDE, Figure
from charts.style import LIGHT
from exports.slides.charts import THIN, Axis, Chart, Frame, Label, Line, Plot, line_chart, xy_chart
from exports.slides.formats import along

LABEL, NOTE = 14, 12
"""Letters in points: a chart as wide as a slide has about a point for each px on screen."""
GAP = 9
"""Px that an office program leaves between a point and its label."""
DASHES = {"dot": "sysDot", "dash": "sysDash"}
SYMBOLS = {
    "circle": "circle", "square": "square", "triangle-up": "triangle", "diamond": "diamond", "cross": "plus",
    "triangle-down": "dash", "star": "star", "hourglass": "x",
}  # fmt: skip
"""Office knows no triangle that points down and no hourglass."""
NAMED = re.compile(r"<b>(.*?)</b>(?:<br><span[^>]*>(.*)</span>)?")
"""A label as `charts.canvas` writes it: the option's name, its value."""


def by_month(figure: Figure) -> Chart:
    """A figure that runs month by month, as a line chart."""
    page = _Page(figure)
    months = range(round(page.x.most) + 1)
    return line_chart([_monthly(line, months) for line in _lines(figure, page)], page.frame)


def by_point(figure: Figure) -> Chart:
    """A figure of points, as an XY chart."""
    page = _Page(figure)
    return xy_chart(list(_lines(figure, page)), page.frame)


def _monthly(line: Line, months: Sequence[int]) -> Line:
    """A value a month, none where the line does not run; what holds in the middle of a month is said of that month."""
    values = {ceil(x): y for x, y in zip(line.x, line.y, strict=True)}
    sizes = {ceil(x): size for x, size in zip(line.x, line.sizes, strict=True) if size}
    label = line.label and replace(line.label, point=ceil(line.x[line.label.point]))
    return replace(
        line, x=months, y=[values.get(month) for month in months], sizes=[sizes.get(month, 0) for month in months],
        label=label,
    )  # fmt: skip


def _lines(figure: Figure, page: "_Page") -> Iterator[Line]:
    """What stands behind the options, a month that is marked, and the options, whose traces and labels are in order."""
    notes = [note for note in figure["layout"]["annotations"] if not note["text"].endswith("→")]
    labels = [note for note in notes if NAMED.fullmatch(note["text"])]
    others = [note for note in notes if note not in labels]
    for trace in figure["data"][: -len(labels)]:
        is_frontier = trace["line"]["color"] == LIGHT.ink
        line = _line(trace, others[0]["text"].partition(":")[0] if is_frontier else "Preset")
        yield page.labelled(line, others[0], NOTE, LIGHT.grey) if is_frontier else line
    for shape in figure["layout"].get("shapes", ()):
        line = Line(others[0]["text"], [shape["x0"]], [page.y.most], LIGHT.grey, sizes=[0], dropped=True)
        yield page.labelled(line, others[0], NOTE, LIGHT.grey)
    for index, (trace, label) in enumerate(zip(figure["data"][-len(labels) :], labels, strict=True)):
        words = "\n".join(part for part in NAMED.fullmatch(label["text"]).groups() if part)
        yield page.labelled(_line(trace, unescape(words)), label, LABEL, LIGHT.texts[index])


def _line(trace: dict[str, Any], name: str) -> Line:
    line, mark = trace.get("line", {}), trace.get("marker", {})
    size = mark.get("size", 0)
    return Line(
        name, trace["x"], trace["y"], line["color"] if line else mark["line"]["color"], line.get("width", THIN),
        DASHES.get(line.get("dash")), SYMBOLS.get(mark.get("symbol"), "none"), mark.get("color") != LIGHT.ground,
        sizes=size if isinstance(size, list) else [size] * len(trace["x"]),
    )  # fmt: skip


class _Page:
    """Where things lie on the screen's sheet, in px from its left and top edge."""

    def __init__(self, figure: Figure) -> None:
        layout = figure["layout"]
        self.x, self.y = _axis(layout["xaxis"]), _axis(layout["yaxis"])
        self.wide, self.high, margin = WIDE.width, layout["height"], layout["margin"]
        self.left, self.top = margin["l"], margin["t"]
        self.across, self.down = self.wide - self.left - margin["r"], self.high - self.top - margin["b"]
        plot = Plot(self.left / self.wide, self.top / self.high, self.across / self.wide, self.down / self.high)
        said = next(note["text"] for note in layout["annotations"] if note["text"].endswith("→"))
        self.frame = Frame(plot, self.x, self.y, said.removesuffix(" →"))

    def labelled(self, line: Line, note: dict[str, Any], size: int, colour: str) -> Line:
        """The line with its annotation as a label of the point it names, moved to where the annotation stands."""
        named = self._at(note["x"], note["y"], note.get("xref") == "paper", note.get("yref") == "paper")
        points = [self._at(x, y) for x, y in zip(line.x, line.y, strict=True)]
        point = min(range(len(points)), key=lambda number: dist(points[number], named))
        led = note["showarrow"]
        right, down = (note["ax"], note["ay"]) if led else (note.get("xshift", 0), -note.get("yshift", 0))
        side, aside, below = _side(note, 1.3 * size * (1 + line.name.count("\n")))
        moved = named[0] + right - points[point][0] - aside, named[1] + down - points[point][1] - below
        return replace(line, label=Label(point, side, moved[0] / self.wide, moved[1] / self.high, size, colour, led))

    def _at(self, x: float, y: float, part_across: bool = False, part_up: bool = False) -> tuple[float, float]:
        """Px of a value, or of a part of the plot."""
        return (
            self.left + self.across * x / (1.0 if part_across else self.x.most),
            self.top + self.down * (1.0 - y / (1.0 if part_up else self.y.most)),
        )


def _axis(axis: dict[str, Any]) -> Axis:
    first, second, *_ = axis["tickvals"]
    return Axis(axis["range"][1], second - first, along(axis["ticktext"]))


def _side(note: dict[str, Any], height: float) -> tuple[str, float, float]:
    """Which of the format's sides a label is moved from, and where it would stand there, in px from the point."""
    if note["xanchor"] == "center":
        return ("t", 0, -GAP) if note["yanchor"] == "bottom" else ("b", 0, GAP)
    below = {"top": -height / 2, "middle": 0, "bottom": height / 2}[note["yanchor"]]
    return ("l", -GAP, below) if note["xanchor"] == "right" else ("r", GAP, below)
