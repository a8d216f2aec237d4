"""SVG written by hand: lines, bars, marks and words on a sheet measured in px. Whatever words hold, they stay words."""

import json
from collections.abc import Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import floor
from xml.etree.ElementTree import Element, SubElement, tostring

from charts.style import FONT, Mark, Shape

DASHES = {"dot": 1, "dash": 3}
"""How long dashes and gaps are, in widths of the line; as in Plotly, never thinner than 3 px."""
SHAPE = 11
"""Px across the circle in the 16 x 16 box of a shape, which Plotly takes for the size of a marker."""


@dataclass(frozen=True)
class Run:
    """Words of one look within a line."""

    words: str
    size: float
    colour: str
    bold: bool = False


class Pen:
    """An SVG under way."""

    def __init__(self, width: float, height: float) -> None:
        self.sheet = f"0 0 {_px(width)} {_px(height)}"
        self.root = self._into = Element("svg", {
            "xmlns": "http://www.w3.org/2000/svg", "viewBox": self.sheet, "width": _px(width), "height": _px(height),
            "font-family": FONT, "xml:space": "preserve", "stroke-linejoin": "round",
        })  # fmt: skip

    def named(self, title: str, alt: str) -> None:
        """A drawing in a file of its own, called by its title and told by its description."""
        self.root.set("role", "img")
        SubElement(self.root, "title").text = title
        SubElement(self.root, "desc").text = alt

    def told(self, alt: str) -> None:
        """A drawing on a page, told by these words; a title would show up under the pointer."""
        self.root.set("role", "img")
        self.root.set("aria-label", alt)

    def hidden(self) -> None:
        """A drawing whose words stand elsewhere."""
        self.root.set("aria-hidden", "true")

    def seen_through(self, left: float, top: float, width: float, height: float) -> None:
        """Show no more of the sheet than this part, and let nobody find the words that are now out of sight."""
        for text in self.root.iter("text"):
            if not top < float(text.get("y")) < top + height:
                text.set("visibility", "hidden")
        self.root.set("data-sheet", self.sheet)
        self.root.set("viewBox", " ".join(map(_px, (left, top, width, height))))
        self.root.set("width", _px(width))
        self.root.set("height", _px(height))

    @contextmanager
    def spoken(self, words: Sequence[str], spans: Sequence[Sequence[float]]) -> Iterable[None]:
        """Whatever is drawn within says these words at these places: left end, height, right end, in px."""
        if not words:
            yield
            return
        outer = self._into
        told = {"data-words": json.dumps(words, ensure_ascii=False), "data-spans": _numbers(spans)}
        self._into = SubElement(outer, "g", told)
        yield
        self._into = outer

    def area(self, colour: str) -> None:
        """The ground under everything."""
        _, _, width, height = self.sheet.split()
        self._add("rect", {"width": width, "height": height, "fill": colour})

    def line(
        self, points: Iterable[tuple[float, float]], colour: str, width: float, dash: str | None = None,
        crisp: bool = False,
    ) -> None:  # fmt: skip
        """A line through these points; a crisp one covers whole pixels where the sheet is shown as large as it is."""
        if crisp:
            points = [(_on_pixel(x, width), _on_pixel(y, width)) for x, y in points]
        written = " ".join(f"{_px(x)},{_px(y)}" for x, y in points)
        made = self._add("polyline", {"points": written, "fill": "none", "stroke": colour, "stroke-width": _px(width)})
        if dash:
            made.set("stroke-dasharray", _px(max(width, 3) * DASHES[dash]))

    def bar(self, left: float, top: float, width: float, height: float, colour: str) -> None:
        """A filled bar."""
        sides = {"x": left, "y": top, "width": width, "height": height}
        self._add("rect", {**{name: _px(side) for name, side in sides.items()}, "fill": colour})

    def mark(
        self, shape: Shape, at: tuple[float, float], size: float, fill: str, edge: str = "", wide: float = 0
    ) -> None:
        """A shape with its middle at a point, with an edge so wide."""
        scale = size / SHAPE
        place = f"translate({_px(at[0] - 8 * scale)} {_px(at[1] - 8 * scale)}) scale({scale:.3f})"
        made = self._add("path", {"d": shape.path, "transform": place, "fill": fill})
        if wide:
            made.set("stroke", edge)
            made.set("stroke-width", f"{wide / scale:.3f}")

    def option(self, mark: Mark, ground: str, at: tuple[float, float], size: float) -> None:
        """An option's own mark."""
        if mark.shape.filled:
            self.mark(mark.shape, at, size, mark.colour)
        else:
            self.mark(mark.shape, at, size, ground, mark.colour, 2)

    def words(self, runs: Sequence[Run], at: tuple[float, float], anchor: str = "start") -> None:
        """One line of words; ``at`` is where its baseline begins, is centred ("middle") or ends ("end")."""
        first, *others = runs
        made = self._add("text", {"x": _px(at[0]), "y": _px(at[1]), **_look(first)})
        if anchor != "start":
            made.set("text-anchor", anchor)
        made.text = first.words
        for run in others:
            SubElement(made, "tspan", _look(run)).text = run.words

    def _add(self, tag: str, attributes: dict[str, str]) -> Element:
        return SubElement(self._into, tag, attributes)

    def __str__(self) -> str:
        return tostring(self.root, encoding="unicode")


def _look(run: Run) -> dict[str, str]:
    return {"fill": run.colour, "font-size": _px(run.size), "font-weight": "700" if run.bold else "400"}


def _on_pixel(value: float, width: float) -> float:
    return floor(value) + 0.5 * (round(width) % 2)


def _px(value: float) -> str:
    return f"{round(value, 2):.6g}"


def _numbers(spans: Sequence[Sequence[float]]) -> str:
    return " ".join(",".join(map(_px, span)) for span in spans)
