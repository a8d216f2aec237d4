"""SVG without a browser: lines, marks and words on a sheet measured in px, and the screen's figures drawn on it."""

import re
from collections.abc import Iterable, Sequence
from html import unescape
from xml.etree.ElementTree import Element, SubElement, tostring

import plotly.graph_objects as go
from plotly.graph_objs.layout import Annotation

from charts.axes import Axis
from charts.canvas import Canvas
from charts.placing import width
from charts.style import LIGHT, NOTE, SHAPES, Shape
from exports.page.letters import FAMILY, shown

SHAPE_OF = {shape.symbol: shape for shape in SHAPES}
DASHES = {"dot": "2 3", "dash": "6 4"}
LEADING = 1.3
NAMED = re.compile(r"<b>(.*?)</b>(?:<br><span[^>]*>(.*)</span>)?")
"""A label as `charts.canvas` writes it: the option's name, its value."""
ANCHORS = {"left": "start", "center": "middle", "right": "end"}
SHIFTS = {"left": 0.0, "center": 0.5, "right": 1.0}
LIFTS = {"top": 0.0, "middle": 0.5, "bottom": 1.0}


class Drawing:
    """An SVG under way; whatever words hold, they are drawn as words."""

    def __init__(self, width: float, height: float) -> None:
        self.root = Element("svg", xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {width:g} {height:g}")
        self.root.set("width", f"{width:g}")
        self.root.set("height", f"{height:g}")

    def line(self, points: Iterable[tuple[float, float]], colour: str, width: float, dash: str | None = None) -> None:
        """A line through these points."""
        written = " ".join(f"{x:.2f},{y:.2f}" for x, y in points)
        made = self._add("polyline", points=written, fill="none", stroke=colour)
        made.set("stroke-width", f"{width:g}")
        if dash in DASHES:
            made.set("stroke-dasharray", DASHES[dash])

    def bar(self, left: float, top: float, width: float, height: float, colour: str) -> None:
        """A filled bar."""
        self._add("rect", x=f"{left:.2f}", y=f"{top:.2f}", width=f"{width:.2f}", height=f"{height:.2f}", fill=colour)

    def mark(self, shape: Shape, at: tuple[float, float], size: float, colour: str, filled: bool) -> None:
        """A shape with its middle at a point; hollow it is an outline on the ground."""
        scale = size / 13
        place = f"translate({at[0] - 8 * scale:.2f} {at[1] - 8 * scale:.2f}) scale({scale:.3f})"
        made = self._add("path", d=shape.path, transform=place, fill=colour if filled else LIGHT.ground)
        if not filled:
            made.set("stroke", colour)
            made.set("stroke-width", "2")

    def words(
        self, text: str, at: tuple[float, float], size: float, colour: str, anchor: str = "start", bold: bool = False
    ) -> None:
        """One line of words; ``at`` is where its baseline begins, is centred or ends."""
        made = self._add("text", x=f"{at[0]:.2f}", y=f"{at[1]:.2f}", fill=colour)
        made.set("font-family", FAMILY)
        made.set("font-size", f"{size:g}")
        made.set("font-weight", "600" if bold else "400")
        made.set("text-anchor", anchor)
        made.text = shown(text)

    def _add(self, tag: str, **attributes: str) -> Element:
        return SubElement(self.root, tag, attributes)

    def __str__(self) -> str:
        return tostring(self.root, encoding="unicode")


def drawn(figure: go.Figure, size: Canvas) -> str:
    """A figure of lines and marks as SVG: what `charts` placed on this canvas stands in the same places."""
    page = _Page(figure, size)
    page.axes()
    for trace in figure.data:
        page.trace(trace)
    for note in figure.layout.annotations:
        page.note(note)
    return str(page.drawing)


class _Page:
    """One figure under way."""

    def __init__(self, figure: go.Figure, size: Canvas) -> None:
        self.size, self.layout = size, figure.layout
        self.across, self.upwards = (Axis(axis.range[1], 1) for axis in (self.layout.xaxis, self.layout.yaxis))
        self.drawing = Drawing(size.width, size.height)

    def at(self, x: float, y: float) -> tuple[float, float]:
        return self.size.left + self.size.x(x, self.across), self.size.top + self.size.y(y, self.upwards)

    def axes(self) -> None:
        for value, words in zip(self.layout.yaxis.tickvals, self.layout.yaxis.ticktext, strict=True):
            left, level = self.at(0, value)
            self.drawing.line([(left, level), (left + self.size.across, level)], LIGHT.rule, 1)
            self.drawing.words(words, (left - 8, level + NOTE / 3), NOTE, LIGHT.grey, "end")
        floor = [self.at(0, 0), self.at(self.across.top, 0)]
        self.drawing.line(floor, LIGHT.rule2, 1)
        for value, words in zip(self.layout.xaxis.tickvals, self.layout.xaxis.ticktext, strict=True):
            x, level = self.at(value, 0)
            inside = min(x, self.size.width - width(words, NOTE) / 2)
            self.drawing.words(words, (inside, level + 6 + NOTE), NOTE, LIGHT.grey, "middle")

    def trace(self, trace: go.Scatter) -> None:
        points = [self.at(x, y) for x, y in zip(trace.x, trace.y, strict=True)]
        if "lines" in trace.mode:
            self.drawing.line(points, trace.line.color, trace.line.width, trace.line.dash)
        if "markers" in trace.mode:
            self._marks(trace.marker, points)

    def _marks(self, marker: go.scatter.Marker, points: Sequence[tuple[float, float]]) -> None:
        sizes = marker.size if isinstance(marker.size, tuple | list) else [marker.size] * len(points)
        for point, size in zip(points, sizes, strict=True):
            if size:
                filled = marker.color != LIGHT.ground
                self.drawing.mark(SHAPE_OF[marker.symbol], point, size, marker.line.color, filled)

    def note(self, note: Annotation) -> None:
        """A label: an option's name above its value, or one grey line."""
        named = NAMED.fullmatch(note.text)
        lines = [unescape(part) for part in (named.groups() if named else [note.text]) if part]
        sizes = [note.font.size, NOTE][: len(lines)]
        start, (x, y) = self._anchored(note)
        if note.showarrow:
            self.drawing.line([start, (x, y)], note.arrowcolor, note.arrowwidth)
        wide, high = max(width(*each) for each in zip(lines, sizes, strict=True)), LEADING * sum(sizes)
        baseline = y - high * LIFTS[note.yanchor]
        self.drawing.bar(x - wide * SHIFTS[note.xanchor], baseline, wide, high - NOTE / 3, LIGHT.ground)
        for number, (words, size) in enumerate(zip(lines, sizes, strict=True)):
            baseline += LEADING * size
            colour = note.font.color if number == 0 else LIGHT.ink2
            where = x, baseline - 0.32 * size
            self.drawing.words(words, where, size, colour, ANCHORS[note.xanchor], bold=bool(named) and number == 0)

    def _anchored(self, note: Annotation) -> tuple[tuple[float, float], tuple[float, float]]:
        """The point a label names and where the label stands."""
        x = self.across.top * note.x if note.xref == "paper" else note.x
        y = self.upwards.top * note.y if note.yref == "paper" else note.y
        left, top = self.at(x, y)
        right, down = (note.ax, note.ay) if note.showarrow else (note.xshift or 0, -(note.yshift or 0))
        return (left, top), (left + right, top + down)
