"""Ranges as native charts: a thick line where eight draws in ten lie, the middle draw, and where it is now."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pptx.slide import Slide

from charts import ranges
from charts.axes import Axis as RoundAxis
from charts.axes import axis, pounds
from charts.style import LIGHT
from exports.slides.charts import Axis, Chart, Frame, Line, Plot, xy_chart
from exports.slides.compare import named
from exports.slides.formats import along
from exports.slides.paper import BODY, Box
from exports.slides.tables import Cell, table
from model.appraisal import Appraisal, OptionResult
from model.uncertainty import OptionDraws, Percentiles, Simulation
from words.numbers import money, score

BAR, UPRIGHT, RING = 9, 2, 9
"""Points."""
WIDTHS = (2.3, 2.1, 3.2, 1.5, 3.2)
TALLEST, AXIS = 0.95, 0.55
"""Inches: a row at the most, and the axis below the last."""


@dataclass(frozen=True)
class Measure:
    """What is ranged: its name, its axis, the options' numbers now and over all draws, and how they are said."""

    name: str
    scale: RoundAxis
    ticks: Sequence[str]
    now: Sequence[float]
    spreads: Sequence[Percentiles]
    words: Callable[[float], str]

    def between(self, row: int) -> str:
        """£1.998m to £2.931m."""
        low, high = (self.words(end) for end in (self.spreads[row].p10, self.spreads[row].p90))
        return low if low == high else f"{low} to {high}"


def ranges_table(made: Slide, now: Appraisal, simulation: Simulation, alt: str) -> None:
    """A row for each option but a benchmark that comes to nothing: cost and its range, score and its range."""
    shown = ranges.shown(now, simulation)
    measures = _measures([now.options[place] for place in shown], [simulation.options[place] for place in shown])
    tall = min(TALLEST, (BODY.height - AXIS) / (len(shown) + 1))
    rows = [[Cell("Option"), *(Cell(words) for measure in measures for words in ("8 draws in 10", measure.name))]]
    rows += [
        [named(now, place), *(Cell(words) for measure in measures for words in (measure.between(row), ""))]
        for row, place in enumerate(shown)
    ]
    table(made, BODY, rows, WIDTHS, "Ranges", ranges.title(now, simulation), tall=tall)
    for number, measure in enumerate(measures):
        left = BODY.left + sum(WIDTHS[: 2 + 2 * number])
        box = Box(left, BODY.top + tall, WIDTHS[2 + 2 * number], tall * len(shown) + AXIS)
        names = [now.options[place].option.name for place in shown]
        _chart(measure, names, shown, tall).put(made, box, f"Ranges: {measure.name}", alt)


def _measures(results: Sequence[OptionResult], draws: Sequence[OptionDraws]) -> tuple[Measure, Measure]:
    dearest = max(*(result.cost for result in results), *(found.cost.p90 for found in draws))
    scale = axis(0, dearest, 3)
    return (
        Measure("Cost to deliver", scale, pounds(scale), [result.cost for result in results],
                [found.cost for found in draws], money),
        Measure("Score of 100", ranges.SCORE, ["0", "100"], [result.overall for result in results],
                [found.overall for found in draws], score),
    )  # fmt: skip


def _chart(measure: Measure, names: Sequence[str], places: Sequence[int], tall: float) -> Chart:
    lines = [line for row, place in enumerate(places) for line in _row(measure, names[row], row, place, len(places))]
    high = tall * len(places)
    plot = Plot(0.04, 0, 0.86, high / (high + AXIS))
    x = Axis(measure.scale.top, measure.scale.step, along(measure.ticks))
    return xy_chart(lines, Frame(plot, x, Axis(len(places)), measure.name), rows=True)


def _row(measure: Measure, name: str, row: int, place: int, count: int) -> tuple[Line, Line, Line]:
    """The first option stands highest."""
    spread, height, colour = measure.spreads[row], count - row - 0.5, LIGHT.colours[place]
    return (
        Line(f"{name}, 8 draws in 10", (spread.p10, spread.p90), (height, height), colour, BAR),
        Line(f"{name}, middle draw", (spread.p50, spread.p50), (height - 0.25, height + 0.25), LIGHT.ink, UPRIGHT),
        Line(f"{name}, now", [measure.now[row]], [height], LIGHT.ink, symbol="circle", filled=False, sizes=[RING]),
    )
