"""Every option's score while one lever moves: who overtakes whom, and where."""

from dataclasses import dataclass
from math import ceil, floor, log10

import numpy as np

from charts.axes import Axis
from charts.canvas import WIDE, Canvas, Figure, drawn, ticked
from charts.placing import GAP, spread, width
from charts.style import LIGHT, Theme, marker, template, text
from model.appraisal import Appraisal
from model.course import Course
from words.numbers import quantity, score, typed
from words.switching import sentence
from words.verdict import basis

SCORE = Axis(100, 25)
SAME = 1e-9
"""Points below which a score has not moved."""


@dataclass(frozen=True)
class Asked:
    """What the room is asked about: the value the lever moves to, and whether the answer is still hidden."""

    to: float
    hidden: bool


def offered(now: Appraisal, found: Course) -> bool:
    """Wherever some outcome counts."""
    return now.weighted


def title(now: Appraisal, found: Course) -> str:
    """The finding: the nearest change of order, or that there is none."""
    if not found.changes:
        return f"{found.lever.title}: no value changes the order"
    return sentence(min(found.changes, key=lambda change: abs(change.at - now.value(found.lever.id))), now)


def shows(now: Appraisal, found: Course) -> str:
    """What the chart shows, in the line below its title."""
    return f"Overall score of 100, {basis(now)}. Across: {found.lever.title}."


def alt(now: Appraisal, found: Course) -> str:
    """The chart for those who cannot see it."""
    ends = "; ".join(
        f"{result.option.name} {score(first)} to {score(last)}"
        for result, first, last in zip(now.options, found.overall[0], found.overall[-1], strict=True)
    )
    unit = found.lever.measure.unit
    span = f"from {quantity(found.stops[0], unit)} to {quantity(found.stops[-1], unit)}"
    return f"{title(now, found)}. Score upwards, {found.lever.title} across, {span}: {ends}."


def table(now: Appraisal, found: Course) -> tuple[list[str], list[list[str]]]:
    """The chart's numbers: the ticks, where the lever stands, and each value at which the order changes."""
    keys = {*_round(found.stops[0], found.stops[-1]), now.value(found.lever.id), *(c.at for c in found.changes)}
    rows = [
        [quantity(value, found.lever.measure.unit), *(score(points) for points in _at(found, value))]
        for value in sorted(keys)
    ]
    return [found.lever.title, *(result.option.name for result in now.options)], rows


def figure(
    now: Appraisal, found: Course, theme: Theme, size: Canvas = WIDE, asked: Asked | None = None
) -> Figure:
    """A line for each option. A hidden answer ends the lines that move where the lever stands."""
    return _Plot(now, found, theme, size, asked).figure()


def hidden_from(now: Appraisal, found: Course, size: Canvas, to: float) -> tuple[float, str]:
    """Where what is hidden begins, as a share of the sheet's width, and on which side of there it lies."""
    plot = _Plot(now, found, LIGHT, size, Asked(to, False))
    low, high = found.stops[0], found.stops[-1]
    start = plot.size.left + plot.size.across * (plot.stands - low) / (high - low)
    return float(start / size.width), "right" if to >= plot.stands else "left"


def _at(found: Course, value: float) -> list[float]:
    """Scores at a value, between two stops on the line drawn through them."""
    return [float(np.interp(value, found.stops, line)) for line in found.overall.T]


def _round(low: float, high: float) -> list[float]:
    """Four to seven round values from one end to the other."""
    power = 10.0 ** floor(log10((high - low) / 4))
    leads = (1, 2, 3, 5, 6, 10, 20)
    step = next(lead * power for lead in leads if (high - low) / (lead * power) <= 6)
    return [step * number for number in range(ceil(low / step - 1e-9), floor(high / step + 1e-9) + 1)]


class _Plot:
    """One figure under way."""

    def __init__(self, now: Appraisal, found: Course, theme: Theme, size: Canvas, asked: Asked | None) -> None:
        self.now, self.found, self.theme, self.asked = now, found, theme, asked
        self.unit, self.stands = found.lever.measure.unit, now.value(found.lever.id)
        self.letters, self.notes = size.letters, size.note
        self.hidden = asked is not None and asked.hidden
        self.to = asked.to if asked else self.stands
        self.beyond = found.stops >= self.stands if self.to >= self.stands else found.stops <= self.stands
        self.names = [size.name(result.option) for result in now.options]
        self.size = size.with_right(self._widest() + 3 * GAP)

    def _widest(self) -> float:
        return max(max(width(name, 1.06 * self.letters), width(self._value(i), self.notes))
                   for i, name in enumerate(self.names))  # fmt: skip

    def figure(self) -> Figure:
        ends = (float(self.found.stops[0]), float(self.found.stops[-1]))
        bold = [self.stands, *([self.to] if self.to != self.stands else [])]
        apart = 1.4 * width(typed(ends[1], self.unit), self.notes) * (ends[1] - ends[0]) / self.size.across
        ticks = [value for value in _round(*ends) if all(abs(value - each) > apart for each in bold)]
        across = {"range": ends, "tickmode": "array", "tickvals": ticks,
                  "ticktext": [typed(value, self.unit) for value in ticks]}  # fmt: skip
        layout = {
            "template": template(self.theme, self.notes), "width": self.size.width, "height": self.size.height,
            "margin": {"l": self.size.left, "r": self.size.right, "t": self.size.top, "b": self.size.bottom},
            "xaxis": across, "yaxis": ticked(SCORE, [f"{each:g}" for each in SCORE.ticks]),
            "shapes": [self._upright(value, value != self.stands) for value in bold],
            "annotations": [self._across(), *self._stands(), *map(self._bold, bold), *self._labels()],
        }  # fmt: skip
        return drawn([*self._veil(), *map(self._line, range(len(self.names))), *self._ring()], layout)

    # Lines

    def _seen(self, index: int) -> np.ndarray:
        """Which of its stops an option's line is drawn through."""
        line = self.found.overall[:, index]
        steady = np.ptp(line[self.beyond]) < SAME
        return np.full(len(line), True) if steady or not self.hidden else ~self.beyond | self._here

    @property
    def _here(self) -> np.ndarray:
        return self.found.stops == self.stands

    def _line(self, index: int) -> dict:
        seen, mark = self._seen(index), self.theme.mark(index)
        x, y = self.found.stops[seen].tolist(), self.found.overall[seen, index].tolist()
        end = self._end(seen)
        sizes = [0] * len(x)
        sizes[end] = self.size.mark - 2
        name = text(self.now.options[index].option.name)
        return {
            "type": "scatter", "mode": "lines+markers", "hoverinfo": "text", "cliponaxis": False, "x": x, "y": y,
            "hovertext": [f"<b>{name}</b><br>{quantity(value, self.unit)}: {score(points)}"
                          for value, points in zip(x, y, strict=True)],
            "line": {"color": mark.colour, "width": self.size.line},
            "marker": marker(mark, self.theme, sizes),
        }  # fmt: skip

    def _end(self, seen: np.ndarray) -> int:
        """The end of a line that carries its shape: the right-hand one, or that which the answer goes on from."""
        return -1 if seen.all() or self.to >= self.stands else 0

    def _veil(self) -> list[dict]:
        """The panel's ground over what is hidden."""
        if not self.hidden:
            return []
        far = float(self.found.stops[-1 if self.to >= self.stands else 0])
        left, right = sorted((self.stands, far))
        return [{
            "type": "bar", "orientation": "h", "base": [left], "x": [right - left], "y": [50], "width": 100,
            "marker": {"color": [self.theme.panel], "line": {"width": 0}}, "hoverinfo": "skip",
        }]  # fmt: skip

    def _ring(self) -> list[dict]:
        """What the lever's own option comes to where it is moved to."""
        if self.hidden or self.to == self.stands:
            return []
        own = [i for i, result in enumerate(self.now.options) if result.option is self.found.lever.option]
        points = [_at(self.found, self.to)[index] for index in own]
        return [{
            "type": "scatter", "mode": "markers", "hoverinfo": "skip", "cliponaxis": False,
            "x": [self.to] * len(points), "y": points,
            "marker": {"symbol": "circle", "size": self.size.mark - 2, "color": self.theme.ground, "opacity": 1,
                       "line": {"width": 2, "color": self.theme.ink}},
        }] if points else []  # fmt: skip

    # Words

    def _upright(self, value: float, moved: bool) -> dict:
        colour, dash = (self.theme.ink, "solid") if moved else (self.theme.grey, "dot")
        line = {"color": colour, "width": 1, **({} if moved else {"dash": dash})}
        return {"type": "line", "x0": value, "x1": value, "y0": 0, "y1": 1, "yref": "paper", "line": line,
                "layer": "above" if moved else "below"}  # fmt: skip

    def _note(self, words: str, colour: str, **where: object) -> dict:
        font = {"size": self.notes, "color": colour}
        return {"text": words, "showarrow": False, "font": font, "yanchor": "middle", **where}

    def _across(self) -> dict:
        down = -2.7 * self.notes
        words = text(self.found.lever.title)
        return self._note(words, self.theme.grey, x=0, y=0, xref="paper", yref="paper", yshift=down, xanchor="left")

    def _stands(self) -> list[dict]:
        """Where the lever stands and where it moves to, at the top of their uprights."""
        span = self.found.stops[-1] - self.found.stops[0]
        preset = self.stands == self.found.lever.default
        words = f"{'Plan' if preset else 'Now'}: {quantity(self.stands, self.unit)}"
        left = self.size.across * (self.stands - self.found.stops[0]) / span
        side = "right" if left > width(words, self.notes) else "left"
        told = [self._note(words, self.theme.grey, x=self.stands, y=1, yref="paper", yshift=-self.notes,
                           xanchor=side, xshift=-GAP if side == "right" else GAP)]  # fmt: skip
        if self.hidden:
            x = (self.to + self.found.stops[-1 if self.to >= self.stands else 0]) / 2
            told.append({**self._note("?", self.theme.grey, x=x, y=20), "font": {"size": 3 * self.letters,
                                                                              "color": self.theme.grey}})
        return told

    def _bold(self, value: float) -> dict:
        words = f"<b>{typed(value, self.unit)}</b>"
        return self._note(words, self.theme.ink, x=value, y=0, yref="paper", yshift=-(6 + 0.7 * self.notes),
                          xanchor="center")  # fmt: skip

    def _value(self, index: int) -> str:
        if self.hidden and not self._steady(index):
            return ""
        points = score(_at(self.found, self.to)[index])
        moves = self.to != self.stands and not self._steady(index)
        return f"{points} at {typed(self.to, self.unit)}" if moves else points

    def _steady(self, index: int) -> bool:
        return float(np.ptp(self.found.overall[self.beyond, index])) < SAME

    def _labels(self) -> list[dict]:
        """Names where lines end: in the margin, or beside where a line stops short."""
        short = [i for i in range(len(self.names)) if self.hidden and not self._steady(i)]
        whole = [i for i in range(len(self.names)) if i not in short]
        ends = [self.size.y(points, SCORE) for points in self.found.overall[-1, whole]]
        spots = spread(ends, 2.5 * self.letters, 0.0, self.size.down + 0.4 * self.letters)
        there = [self.size.y(_at(self.found, self.stands)[i], SCORE) for i in short]
        clear = spread([self._clear(i, y) for i, y in zip(short, there, strict=True)],
                       1.25 * self.letters, 0.0, float(self.size.down))  # fmt: skip
        placed = [*zip(whole, ends, spots, strict=True), *zip(short, there, clear, strict=True)]
        return [self._label(index, y, spot - y) for index, y, spot in placed]

    def _clear(self, index: int, y: float) -> float:
        """Near the end of a line that stops short, a height at which its name covers no other line, if there is one."""
        span, reach = self.found.stops[-1] - self.found.stops[0], 0.75 * self.letters
        wide = (width(self.names[index], 1.06 * self.letters) + 2 * GAP) * span / self.size.across
        ends = (self.stands - wide, self.stands) if self._room_before(index) else (self.stands, self.stands + wide)
        passing = [self.size.y(points, SCORE) for at in np.linspace(*ends, 12) for points in _at(self.found, at)]
        tried = [y + side * step * self.letters for step in (1, 1.5, 2, 2.5, 3) for side in (1, -1)]
        free = (to for to in tried if 0 < to < self.size.down and all(abs(to - each) > reach for each in passing))
        return next(free, y + self.letters)

    def _room_before(self, index: int) -> bool:
        """Whether a name has room to the left of where the lever stands."""
        share = (self.stands - self.found.stops[0]) / (self.found.stops[-1] - self.found.stops[0])
        return share * self.size.across + self.size.left / 2 > width(self.names[index], self.letters)

    def _label(self, index: int, y: float, down: float) -> dict:
        value = self._value(index)
        quiet = f'<br><span style="font-size:{self.notes}px;color:{self.theme.ink2}">{text(value)}</span>'
        short = self.hidden and not self._steady(index)
        left = short and self._room_before(index)
        return {
            "x": self.stands if short else float(self.found.stops[-1]),
            "y": SCORE.top * (1 - y / self.size.down),
            "text": f"<b>{text(self.names[index])}</b>{quiet if value else ''}",
            "font": {"size": self.letters, "color": self.theme.ink}, "align": "right" if left else "left",
            "bgcolor": self.theme.panel if short and not left else self.theme.ground, "borderpad": 0,
            "xanchor": "right" if left else "left", "yanchor": "middle", "xshift": -2 * GAP if left else 2 * GAP,
            "yshift": -down, "showarrow": False,
        }  # fmt: skip
