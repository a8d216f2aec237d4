"""What the figures that run month by month share: one line an option, the preset's dotted behind it, a table."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil

import numpy as np

from charts.axes import Axis, month_axis
from charts.canvas import Canvas, Figure, Words, drawn, label, note, sheet, ticked
from charts.placing import GAP, Label, Spot, around, between, place, spread, width
from charts.style import Theme, marker, text
from model.appraisal import Appraisal, OptionResult
from words.numbers import count

EVERY = 6
"""An option's shape stands on its line every half year, so that colour is never alone."""
X_WORDS = "Months from the decision"


@dataclass(frozen=True)
class Line:
    """One option over time, with the point that its label names and the words of that label and of each point."""

    months: Sequence[float]
    values: Sequence[float]
    peak: int
    label: str
    words: Sequence[str]

    def marked(self) -> list[int]:
        """The points that carry the option's shape: the peak, the end, every half year."""
        end = len(self.months) - 1
        half_years = [
            point
            for point, month in enumerate(self.months)
            if 0 < month <= self.months[end] - 1 and ceil(month) % EVERY == 0
        ]
        return list(dict.fromkeys([self.peak, end, *half_years]))


def held(values: np.ndarray, last: int) -> np.ndarray:
    """Values of months 1 to ``last``; after the last one computed nothing changes any more."""
    missing = max(0, last - values.shape[1])
    return np.pad(values, ((0, 0), (0, missing)), mode="edge")[:, :last]


def by_month(
    now: Appraisal, head: str, keys: Iterable[float], columns: Sequence[Sequence[str]]
) -> tuple[list[str], list[list[str]]]:
    """A row every few months, and one for each month in which something happens; a column holds months 1, 2, 3..."""
    last = len(columns[0])
    step = 3 if last <= 36 else 6 if last <= 72 else 12
    rows = {*range(step, last + 1, step), *(int(key) for key in keys if 0 < key <= last)}
    return [head, *(result.option.name for result in now.options)], [
        [count(month), *(column[month - 1] for column in columns)] for month in sorted(rows)
    ]


def preset_note(now: Appraisal) -> str:
    """How to tell the preset's lines, where there are any."""
    return " Dotted: preset." if now.changes else ""


def values_of(now: Appraisal, words: Callable[[OptionResult], str]) -> str:
    """Each option with its value, in one sentence's end."""
    return "; ".join(f"{result.option.name} {words(result)}" for result in now.options)


@dataclass(frozen=True)
class Plot:
    """A month-by-month figure under way: what is drawn now, what was in the preset, and on which axes."""

    now: Appraisal
    theme: Theme
    size: Canvas
    lines: Sequence[Line]
    was: Sequence[Line]
    last: int
    y: Axis
    y_words: Sequence[str]
    ends: float | None = None
    """The month in which the disruption ends, if that is to be marked."""

    def with_labels_at_ends(self) -> Figure:
        """Labels in the margin on the right, for lines that end at one time at different heights."""
        widest = max(each.extent(self.size)[0] for each in self._words_at_ends())
        return self._drawn(self.size.with_right(widest + 2 * GAP + 8), _labelled_at_ends)

    def with_labels_at_peaks(self) -> Figure:
        """Labels beside the point each line makes, for lines that end at different times."""
        return self._drawn(self.size, _labelled_at_peaks)

    def _drawn(self, size: Canvas, labelled: Callable) -> Figure:
        months = month_axis(self.last, size.month_steps)
        x = ticked(months, [count(tick) for tick in months.ticks])
        layout = sheet(self.theme, size, x, ticked(self.y, list(self.y_words)), X_WORDS)
        layout["annotations"] += labelled(self, size, months)
        self._mark_end(layout)
        options = range(len(self.lines))
        before = [self._preset_line(self.was[index]) for index in options if self._moved(index)]
        return drawn([*before, *(self._line(index) for index in options)], layout)

    def label(self, index: int, words: Words, point: int, spot: Spot, led: bool) -> dict:
        """The label of an option's line, at one of its points."""
        at = self.lines[index].months[point], self.lines[index].values[point]
        return label(self.theme, self.size, words, at, spot, index if led else None)

    def _moved(self, index: int) -> bool:
        now, was = self.lines[index], self.was[index]
        return list(now.words) != list(was.words) or now.label != was.label

    def _words(self) -> list[Words]:
        return [
            Words(self.size.name(result.option), line.label)
            for result, line in zip(self.now.options, self.lines, strict=True)
        ]

    def _words_at_ends(self) -> list[Words]:
        """Without the values, where two lines for each are too many."""
        words = self._words()
        high = max(each.extent(self.size)[1] for each in words)
        return words if high * (len(words) - 1) <= self.size.down else [Words(each.name, "") for each in words]

    def _line(self, index: int) -> dict:
        line, mark = self.lines[index], self.theme.mark(index)
        name = text(self.now.options[index].option.name)
        marked = line.marked()
        sizes = [self.size.mark - 6 if point in marked else 0 for point in range(len(line.months))]
        sizes[-1] = self.size.mark - 2
        return {
            "type": "scatter", "mode": "lines+markers", "hoverinfo": "text", "cliponaxis": False,
            "x": list(line.months), "y": list(line.values),
            "hovertext": [f"<b>{name}</b><br>{text(words)}" for words in line.words],
            "line": {"color": mark.colour, "width": self.size.line},
            "marker": marker(mark, self.theme, sizes),
        }  # fmt: skip

    def _preset_line(self, line: Line) -> dict:
        return {
            "type": "scatter", "mode": "lines", "hoverinfo": "skip", "cliponaxis": False,
            "x": list(line.months), "y": list(line.values),
            "line": {"color": self.theme.control, "width": 1.5, "dash": "dot"},
        }  # fmt: skip

    def _mark_end(self, layout: dict) -> None:
        if self.ends is None:
            return
        line = {"color": self.theme.grey, "width": 1, "dash": "dash"}
        layout["shapes"] = [
            {"type": "line", "x0": self.ends, "x1": self.ends, "y0": 0, "y1": 1, "yref": "paper", "line": line,
             "layer": "below"}
        ]  # fmt: skip
        words = f"Disruption ends, month {count(self.ends)}" if self.size.roomy else "Disruption ends"
        room = self.size.across * self.ends / self.last
        side = "right" if room > width(words, self.size.note) else "left"
        layout["annotations"].append(
            note(self.theme, self.size, words, x=self.ends, y=1, yref="paper", yshift=10, xanchor=side)
        )


def _labelled_at_ends(plot: Plot, size: Canvas, months: Axis) -> list[dict]:
    words = plot._words_at_ends()
    wished = [size.y(line.values[-1], plot.y) for line in plot.lines]
    height = max(each.extent(size)[1] for each in words)
    found = spread(wished, height, 0.0, float(size.down))
    spots = [Spot(2.0 * GAP, to - at, "left", "middle", 0) for at, to in zip(wished, found, strict=True)]
    return [
        plot.label(index, words[index], -1, spot, abs(spot.down) > 6) for index, spot in enumerate(spots)
    ]


def _labelled_at_peaks(plot: Plot, size: Canvas, months: Axis) -> list[dict]:
    """Each label at its line's peak, or at another of its marks with more room."""
    words = [each if size.roomy else replace(each, value="") for each in plot._words()]
    paths = [
        [(size.x(x, months), size.y(y, plot.y)) for x, y in zip(line.months, line.values, strict=True)]
        for line in plot.lines
    ]
    dots = [between([*path[::2], path[-1]], 12.0) for path in paths]
    marked = [line.marked()[:4] for line in plot.lines]
    labels = []
    for index, points in enumerate(marked):
        seen = [paths[index][point] for point in points]
        others = [dot for other, along in enumerate(dots) if other != index for dot in along]
        labels.append(Label(seen, *words[index].extent(size), _ambiguity(seen, others)))
    covered = [around(*dot, 10.0) for along in dots for dot in along[::2]]
    spots = place(labels, covered, (0, 0, size.across + size.right, size.down))
    return [
        plot.label(index, words[index], marked[index][which], spot, spot.far)
        for index, (which, spot) in enumerate(spots)
    ]


def _ambiguity(points: Sequence[tuple[float, float]], others: Sequence[tuple[float, float]]) -> list[float]:
    """A point close to another line could be either's, one upon it is nobody's; among clear ones the peak is best."""
    apart = np.hypot(*(np.subtract.outer(np.array(points)[:, side], np.array(others)[:, side]) for side in (0, 1)))
    nearest = apart.min(axis=1)
    return list(10.0 * np.maximum(0.0, 24.0 - nearest) + 20_000.0 * (nearest < 4) + 15.0 * np.arange(len(points)))
