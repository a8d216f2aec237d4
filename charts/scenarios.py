"""Scenarios beside each other, one small panel each on one common axis: cost, time or score of every option."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from charts.axes import Axis, axis
from charts.canvas import WIDE, Canvas, Figure, Words, drawn, note
from charts.placing import width
from charts.style import Theme, marker, template, text
from model.appraisal import OptionResult
from words.numbers import money, months, score
from words.scenarios import Named, finding

BAR, ROW, HEAD = 10, 34, 34
GUTTER = 18
"""Room for an option's shape in front of its name."""
BETWEEN = 16


@dataclass(frozen=True)
class Measure:
    """What the panels show of each option."""

    name: str
    of: Callable[[OptionResult], float]
    words: Callable[[float], str]
    what: str
    top: float | None = None


MEASURES = {
    "Cost": Measure("Cost", lambda result: result.cost, money, "Cost to deliver."),
    "Time": Measure("Time", lambda result: result.months, months, "Months to complete, once work has started."),
    "Score": Measure(
        "Score", lambda result: result.overall, score, "Score of 100, with the weights of each scenario.", 100.0
    ),
}
Found = tuple[Sequence[Named], Measure]

FILE = "scenarios"
"""What its picture is called."""


def offered(now: object, found: Found) -> bool:
    """Only where there are two to compare."""
    return len(found[0]) > 1


def title(now: object, found: Found) -> str:
    """The finding."""
    return finding(found[0])


def shows(now: object, found: Found) -> str:
    """What the chart shows, in the line below its title."""
    return f"{found[1].what} One panel for each scenario, all on one scale."


def alt(now: object, found: Found) -> str:
    """The chart for those who cannot see it."""
    scenarios, measure = found
    panels = "; ".join(f"{each.label}: {_values(each, measure)}" for each in scenarios)
    return f"{title(now, found)}. {measure.name} in each scenario. {panels}."


def _values(scenario: Named, measure: Measure) -> str:
    return ", ".join(
        f"{result.option.name} {measure.words(measure.of(result))}" for result in scenario.appraisal.options
    )


def table(now: object, found: Found) -> tuple[list[str], list[list[str]]]:
    """The chart's numbers."""
    scenarios, measure = found
    options = [result.option.name for result in scenarios[0].appraisal.options]
    columns = [[measure.words(measure.of(result)) for result in each.appraisal.options] for each in scenarios]
    return ["Option", *(each.label for each in scenarios)], [list(row) for row in zip(options, *columns, strict=True)]


def figure(now: object, found: Found, theme: Theme, size: Canvas = WIDE) -> Figure:
    """A panel for each scenario: beside each other where names have a column, else one below the other."""
    return _Plot(*found, theme, size).figure()


class _Plot:
    """One figure under way; upwards it is measured in px from the top."""

    def __init__(self, scenarios: Sequence[Named], measure: Measure, theme: Theme, size: Canvas) -> None:
        self.scenarios, self.measure, self.theme = scenarios, measure, theme
        self.options = [result.option for result in scenarios[0].appraisal.options]
        self.panels, self.rows = range(len(scenarios)), range(len(self.options))
        self.beside = size.names_beside
        self.high = HEAD + ROW * len(self.options)
        self.size = replace(
            size, left=8, right=8, top=0, bottom=8, height=8 + self.high * (1 if self.beside else len(scenarios)),
            longest_name=size.longest_name if self.beside else 14,
        )  # fmt: skip
        names = max(width(self.size.name(option), size.letters) for option in self.options)
        self.left = (GUTTER + names + 12) / self.size.across
        self.scale = self._scale()

    def _scale(self) -> Axis:
        """Common to all, with room for the longest words behind the longest bar."""
        values = [self.measure.of(result) for each in self.scenarios for result in each.appraisal.options]
        top = self.measure.top or axis(0.0, max(values)).top
        room = self._share() * self.size.across
        words = max(width(self.measure.words(value), self.size.note) for value in values) + 8
        return Axis(top * room / max(room - words, room / 3), top)

    def _share(self) -> float:
        """Of the width, for one panel."""
        count = len(self.scenarios) if self.beside else 1
        return (1.0 - self.left - (count - 1) * BETWEEN / self.size.across) / count

    def figure(self) -> Figure:
        named = [0] if self.beside else self.panels
        layout = {
            "template": template(self.theme, self.size.note), "width": self.size.width, "height": self.size.height,
            "margin": {"l": self.size.left, "r": self.size.right, "t": self.size.top, "b": self.size.bottom},
            "yaxis": {"range": (self.size.down, 0), "visible": False},
            **{self._axis(panel, "xaxis"): self._across(panel) for panel in self.panels},
            self._axis(len(self.panels), "xaxis"): {"domain": (0, self.left), "range": (0, 1), "visible": False},
            "shapes": list(map(self._nought, self.panels)),
            "annotations": [
                *(self._heading(panel) for panel in self.panels),
                *(self._value(panel, row) for panel in self.panels for row in self.rows),
                *(self._name(panel, row) for panel in named for row in self.rows),
            ],
        }  # fmt: skip
        return drawn([*(self._mark(panel, row) for panel in named for row in self.rows), *map(self._bars, self.panels)],
                     layout)

    def _axis(self, panel: int, name: str = "x") -> str:
        return name if panel == 0 else f"{name}{panel + 1}"

    def _across(self, panel: int) -> dict:
        start = self.left + (panel * (self._share() + BETWEEN / self.size.across) if self.beside else 0.0)
        return {
            "domain": (start, min(1.0, start + self._share())), "range": (0, self.scale.top), "anchor": "y",
            "showticklabels": False, "showline": False, "showgrid": False,
        }  # fmt: skip

    def _nought(self, panel: int) -> dict:
        """The upright that bars begin at; it leaves the panel's name alone."""
        top, bottom = self._y(panel, -0.4), self._y(panel, len(self.options) - 0.6)
        return {
            "type": "line", "xref": self._axis(panel), "yref": "y", "x0": 0, "x1": 0, "y0": top, "y1": bottom,
            "line": {"color": self.theme.rule2, "width": 1},
        }  # fmt: skip

    def _y(self, panel: int, row: float) -> float:
        """The middle of a row."""
        return (0 if self.beside else panel * self.high) + HEAD + (row + 0.5) * ROW

    def _heading(self, panel: int) -> dict:
        room = (self._share() if self.beside else 1.0) * self.size.across
        words = _cut(self.scenarios[panel].label, room, self.size.note)
        across = {"x": 0, "xref": self._axis(panel) if self.beside else "paper", "xanchor": "left"}
        font = {"size": self.size.note, "color": self.theme.ink2}
        upwards = {"y": self._y(panel, -0.6), "yref": "y"}
        return note(self.theme, self.size, f"<b>{text(words)}</b>", font=font, **across, **upwards)

    def _value(self, panel: int, row: int) -> dict:
        value = self.measure.of(self.scenarios[panel].appraisal.options[row])
        font = {"size": self.size.note, "color": self.theme.ink}
        across = {"x": value, "xref": self._axis(panel), "xshift": 5, "xanchor": "left"}
        upwards = {"y": self._y(panel, row), "yref": "y"}
        return note(self.theme, self.size, text(self.measure.words(value)), font=font, **across, **upwards)

    def _name(self, panel: int, row: int) -> dict:
        return {
            "x": 0, "xref": "paper", "xshift": GUTTER, "xanchor": "left", "y": self._y(panel, row), "yanchor": "middle",
            "text": Words(self.size.name(self.options[row]), "").html(self.theme, self.size), "showarrow": False,
            "font": {"size": self.size.letters, "color": self.theme.ink},
        }  # fmt: skip

    def _mark(self, panel: int, row: int) -> dict:
        """An option's shape in front of its name."""
        return {
            "type": "scatter", "mode": "markers", "xaxis": self._axis(len(self.panels)), "cliponaxis": False,
            "x": [7 / (self.left * self.size.across)], "y": [self._y(panel, row)], "hoverinfo": "skip",
            "marker": marker(self.theme.mark(row), self.theme, self.size.mark - 2),
        }  # fmt: skip

    def _bars(self, panel: int) -> dict:
        results = self.scenarios[panel].appraisal.options
        return {
            "type": "bar", "orientation": "h", "xaxis": self._axis(panel), "width": BAR, "base": [0] * len(results),
            "x": [self.measure.of(result) for result in results], "y": [self._y(panel, row) for row in self.rows],
            "marker": {"color": [self.theme.colours[row] for row in self.rows], "line": {"width": 0}},
            "hoverinfo": "text", "hovertext": [self._hover(self.scenarios[panel], result) for result in results],
        }  # fmt: skip

    def _hover(self, scenario: Named, result: OptionResult) -> str:
        value = text(self.measure.words(self.measure.of(result)))
        return f"<b>{text(result.option.name)}</b><br>{text(scenario.label)}<br>{self.measure.name}: {value}"


def _cut(words: str, room: float, letters: float) -> str:
    """As much of it as there is room for."""
    if width(words, letters) <= room:
        return words
    while words and width(f"{words}…", letters) > room:
        words = words[:-1]
    return f"{words.rstrip()}…"
