"""Any figure of ours as SVG, without a browser: the marks and words that Plotly would draw, in the same places."""

import re
from collections.abc import Callable, Iterator, Sequence
from html import unescape
from typing import Any

from charts.canvas import Figure
from charts.pen import Pen, Run
from charts.placing import width
from charts.style import SHAPES

LEADING = 1.3
"""From line to line, in sizes of the label's letters."""
ASCENT, DESCENT = 1.024, 0.4
"""How far Source Sans reaches above and below its baseline, in sizes of its letters."""
MIDDLE = 0.35
"""From the middle of a line of figures down to its baseline."""
EDGE = 1
"""Px that Plotly keeps for a label's border, drawn or not."""
SHIFTS = {"left": 0.0, "center": 0.5, "right": 1.0}
LIFTS = {"top": 0.0, "middle": 0.5, "bottom": 1.0}
ANCHORS = {"left": "start", "center": "middle", "right": "end"}
SHAPE_OF = {shape.symbol: shape for shape in SHAPES}
TAG = re.compile(r"(<br>|</?b>|<span [^>]*>|</span>)")
STYLE = re.compile(r'<span style="font-size:([\d.]+)px;color:(#\w{6})">')


def svg(
    figure: Figure, alt: str = "", title: str = "",
    window: tuple[float, float, float, float] | None = None,
) -> str:  # fmt: skip
    """The figure, as large as its layout says, as one self-contained element.

    With a ``title`` it can be a file of its own, with ``alt`` alone a picture on a page; without either a page has to
    say in words beside it what it shows. A ``window`` (x, y, width, height) is all that is seen of it, while its
    data-sheet names the view box of the whole. What a trace says of its points travels along as data-words, one for
    each of the places in data-spans (left end, height and right end in px). Raises ValueError for what it cannot draw.
    """
    page = _Page(figure)
    if title:
        page.pen.named(title, alt)
    elif alt:
        page.pen.told(alt)
    else:
        page.pen.hidden()
    page.draw()
    if window:
        page.pen.seen_through(*window)
    return str(page.pen)


class _Axis:
    """One axis of the figure: where on the sheet a value lies."""

    def __init__(self, told: dict[str, Any], start: float, length: float) -> None:
        self.told = told
        first, last = told.get("domain", (0, 1))
        self.start, self.end = start + first * length, start + last * length
        self.low, self.high = told["range"]

    def px(self, value: float) -> float:
        return self.start + (self.end - self.start) * (value - self.low) / (self.high - self.low)

    def ticks(self) -> list[tuple[float, str]]:
        """Each tick's place and words."""
        told = self.told
        if not told.get("showticklabels", True):
            return []
        return [(self.px(at), words) for at, words in zip(told["tickvals"], told["ticktext"], strict=True)]

    def shown(self) -> bool:
        return self.told.get("visible", True)

    def grid(self) -> Iterator[tuple[float, str, float]]:
        """The place, colour and width of each line across the plot, the one at nil last."""
        told, zero = self.told, self.told.get("zeroline")
        lines = [self.px(value) for value in told.get("tickvals", ()) if value or not zero]
        yield from ((at, told["gridcolor"], told["gridwidth"]) for at in lines if told.get("showgrid"))
        if zero:
            yield self.px(0), told["zerolinecolor"], told["zerolinewidth"]


class _Page:
    """One figure under way."""

    def __init__(self, figure: Figure) -> None:
        self.traces, self.layout = figure["data"], figure["layout"]
        self.look = self.layout["template"]["layout"]
        margin, self.width = self.layout["margin"], self.layout["width"]
        self.left, self.right = margin["l"], self.width - margin["r"]
        self.top, self.bottom = margin["t"], self.layout["height"] - margin["b"]
        self.axes = {name: self._axis(name) for name in self.layout if name.startswith(("xaxis", "yaxis"))}
        self.pen = Pen(self.width, self.layout["height"])

    def _axis(self, name: str) -> _Axis:
        told = {**self.look[name[:5]], **self.layout[name]}
        if name.startswith("x"):
            return _Axis(told, self.left, self.right - self.left)
        return _Axis(told, self.bottom, self.top - self.bottom)

    def draw(self) -> None:
        """From the back to the front, in the order of Plotly's layers."""
        shapes = self.layout.get("shapes", ())
        self.pen.area(self.look["paper_bgcolor"])
        self._each(self._shape, (shape for shape in shapes if shape.get("layer") == "below"))
        self._each(self._lines, sorted(self.axes, reverse=True))
        self._each(self._trace, sorted(self.traces, key=lambda trace: trace["type"] != "bar"))
        self._each(self._scale, self.axes)
        self._each(self._shape, (shape for shape in shapes if shape.get("layer") != "below"))
        self._each(self._note, self.layout.get("annotations", ()))

    def _each(self, draw: Callable, things: Iterator) -> None:
        for thing in things:
            draw(thing)

    def at(self, thing: dict[str, Any], number: str = "") -> tuple[float, float]:
        """Where a note or an end of a shape stands."""
        return self._side(thing, "x", number), self._side(thing, "y", number)

    def _side(self, thing: dict[str, Any], side: str, number: str) -> float:
        value, along = thing[side + number], thing.get(f"{side}ref", side)
        if along != "paper":
            return self._along(along).px(value)
        start, end = (self.left, self.right) if side == "x" else (self.bottom, self.top)
        return start + (end - start) * value

    def _along(self, name: str) -> _Axis:
        """The axis that traces and notes call x, x2 or y."""
        return self.axes[f"{name[0]}axis{name[1:]}"]

    # The plot

    def _lines(self, name: str) -> None:
        axis, upright = self.axes[name], name.startswith("x")
        if axis.shown():
            for at, colour, wide in axis.grid():
                ends = [(at, self.top), (at, self.bottom)] if upright else [(self.left, at), (self.right, at)]
                self.pen.line(ends, colour, wide, crisp=True)
            if axis.told.get("showline"):
                floor = [(axis.start, self.bottom), (axis.end, self.bottom)]
                self.pen.line(floor, axis.told["linecolor"], axis.told["linewidth"], crisp=True)

    def _scale(self, name: str) -> None:
        axis = self.axes[name]
        if not axis.shown():
            return
        font, apart = axis.told["tickfont"], axis.told["ticklabelstandoff"] + 0.5
        lined = axis.told.get("showline")
        for at, words in axis.ticks():
            run = Run(words, font["size"], font["color"])
            if name.startswith("x"):
                inside = min(at, self.width - width(words, run.size) / 2)
                level = self.bottom + apart + (1.2 if lined else 1) * run.size
                self.pen.words([run], (inside, level), "middle")
            else:
                self.pen.words([run], (self.left - apart, at + MIDDLE * run.size), "end")

    def _shape(self, shape: dict[str, Any]) -> None:
        if shape["type"] != "line":
            raise ValueError(f"No drawing is known for a shape called {shape['type']}.")
        line = shape["line"]
        crisp = shape["x0"] == shape["x1"]
        self.pen.line([self.at(shape, "0"), self.at(shape, "1")], line["color"], line["width"], line.get("dash"), crisp)

    # Traces

    def _trace(self, trace: dict[str, Any]) -> None:
        draw = {"scatter": self._scatter, "bar": self._bars}.get(trace["type"])
        if draw is None or trace.get("orientation", "h") != "h":
            raise ValueError(f"No drawing is known for a trace called {trace['type']}.")
        draw(trace, self._along(trace.get("xaxis", "x")), self._along(trace.get("yaxis", "y")))

    def _scatter(self, trace: dict[str, Any], across: _Axis, upwards: _Axis) -> None:
        points = [(across.px(x), upwards.px(y)) for x, y in zip(trace["x"], trace["y"], strict=True)]
        with self._spoken(trace, [(x, y, x) for x, y in points]):
            if "lines" in trace["mode"]:
                line = trace["line"]
                self.pen.line(points, line["color"], line["width"], line.get("dash"))
            if "markers" in trace["mode"]:
                for index, point in enumerate(points):
                    self._mark(trace["marker"], index, point)

    def _mark(self, marker: dict[str, Any], index: int, at: tuple[float, float]) -> None:
        size, symbol = _nth(marker["size"], index), _nth(marker["symbol"], index)
        edge, wide = (_nth(marker["line"][name], index) for name in ("color", "width"))
        if symbol == "line-ns":
            reach = 0.7 * size
            self.pen.line([(at[0], at[1] - reach), (at[0], at[1] + reach)], edge, wide)
        elif symbol not in SHAPE_OF:
            raise ValueError(f"No drawing is known for a mark called {symbol}.")
        elif size:
            self.pen.mark(SHAPE_OF[symbol], at, size, _nth(marker["color"], index), edge, wide)

    def _bars(self, trace: dict[str, Any], across: _Axis, upwards: _Axis) -> None:
        ends = [(across.px(base), across.px(base + x)) for base, x in zip(trace["base"], trace["x"], strict=True)]
        levels = [upwards.px(y) for y in trace["y"]]
        high = abs(upwards.px(trace["width"]) - upwards.px(0))
        with self._spoken(trace, [(left, level, right) for (left, right), level in zip(ends, levels, strict=True)]):
            for index, ((left, right), level) in enumerate(zip(ends, levels, strict=True)):
                colour = _nth(trace["marker"]["color"], index)
                self.pen.bar(left, level - high / 2, right - left, high, colour)

    def _spoken(self, trace: dict[str, Any], spans: Sequence[tuple[float, float, float]]):
        """What Plotly would show over each point, as plain lines."""
        said = [_plain(_nth(trace.get("hovertext", ""), index)) for index in range(len(spans))]
        told = [(words, span) for words, span in zip(said, spans, strict=True) if words]
        return self.pen.spoken([words for words, _ in told], [span for _, span in told])

    # Labels

    def _note(self, note: dict[str, Any]) -> None:
        font = {**self.look["font"], **note["font"]}
        lines = _lines(note["text"], Run("", font["size"], font["color"], font.get("weight", 400) > 500))
        sizes = [max(run.size for run in line) for line in lines]
        leading = LEADING * font["size"]
        wide = max(sum(width(run.words, run.size) for run in line) for line in lines)
        high = ASCENT * sizes[0] + leading * (len(lines) - 1) + DESCENT * sizes[-1]
        across, along = note.get("xanchor", "center"), note.get("yanchor", "middle")
        x, y = self._anchor(note, (across, along))
        left, top = x - wide * SHIFTS[across], y - high * LIFTS[along]
        if "bgcolor" in note:
            self.pen.bar(left, top, wide, high, note["bgcolor"])
        # The width is a guess, so a single line keeps to the edge that was asked for.
        align = note.get("align", "center") if len(lines) > 1 else across
        for number, line in enumerate(lines):
            baseline = top + ASCENT * sizes[0] + leading * number
            self.pen.words(line, (left + wide * SHIFTS[align], baseline), ANCHORS[align])

    def _anchor(self, note: dict[str, Any], anchors: tuple[str, str]) -> tuple[float, float]:
        """Where the label's anchor stands; one that stands apart is led back by a line."""
        x, y = self.at(note)
        if not note.get("showarrow", True):
            pad = EDGE + note.get("borderpad", 1)
            inwards = pad * (1 - 2 * SHIFTS[anchors[0]]), pad * (1 - 2 * LIFTS[anchors[1]])
            return x + note.get("xshift", 0) + inwards[0], y - note.get("yshift", 0) + inwards[1]
        there = x + note["ax"], y + note["ay"]
        ends = _shortened((x, y), there, note["standoff"], note["startstandoff"])
        self.pen.line(ends, note["arrowcolor"], note["arrowwidth"])
        return there


def _nth(value: Any, index: int) -> Any:
    """What holds for one of many points: a list has one for each, anything else is for all."""
    return value[index] if isinstance(value, list | tuple) else value


def _shortened(
    one: tuple[float, float], other: tuple[float, float], by: float, by_other: float
) -> list[tuple[float, float]]:
    """The line between two points, less so much at each end."""
    right, down = other[0] - one[0], other[1] - one[1]
    far = max((right**2 + down**2) ** 0.5, by + by_other)
    return [(one[0] + right * part / far, one[1] + down * part / far) for part in (by, far - by_other)]


def _lines(html: str, plain: Run) -> list[list[Run]]:
    """A label's lines, each as words of one look after another."""
    lines, bold, span = [[]], plain.bold, (plain.size, plain.colour)
    for piece in TAG.split(html):
        if piece == "<br>":
            lines.append([])
        elif piece in ("<b>", "</b>"):
            bold = piece == "<b>"
        elif styled := STYLE.fullmatch(piece):
            span = float(styled[1]), styled[2]
        elif piece == "</span>":
            span = plain.size, plain.colour
        elif "<" in piece:
            raise ValueError(f"No drawing is known for {piece}.")
        elif piece:
            lines[-1].append(Run(unescape(piece), *span, bold))
    return [line or [plain] for line in lines]


def _plain(html: str) -> str:
    return unescape(re.sub("</?b>", "", html.replace("<br>", "\n")))
