"""What matters most as a native chart: a bar from the lead at one end of a number's range to that at the other."""

from math import ceil, floor

from pptx.slide import Slide

from charts import tornado
from charts.style import LIGHT
from exports.slides.charts import Axis, Chart, Frame, Line, Plot, xy_chart
from exports.slides.compare import cut
from exports.slides.paper import BODY, Box
from exports.slides.tables import Cell, table
from model.appraisal import Appraisal
from model.tornado import Bar, Tornado
from words import tornado as words

MOST, LONGEST = 9, 80
"""Rows that can be read on a slide, letters of a name."""
BAR, UPRIGHT = 9, 1.5
"""Points."""
WIDTHS = (4.6, 1.5, 3.9, 1.5, 1.3)
AXIS = 0.55
"""Inches: the axis below the last row."""
SIGNED = "+0;\N{MINUS SIGN}0;0"


def matters_table(made: Slide, now: Appraisal, found: Tornado, finding: str) -> None:
    """A row a number: its range at both sides of its bar, how much it matters beside them."""
    bars = tornado.moving(found)[:MOST]
    tall = (BODY.height - AXIS) / (MOST + 1)
    rows = [[Cell(said) for said in ("What", "Worse end", "Lead, in points", "Better end", "Influence")]]
    rows += [_row(bar) for bar in bars]
    table(made, BODY, rows, WIDTHS, "What matters most", finding, tall=tall)
    left = BODY.left + sum(WIDTHS[:2]) * BODY.width / sum(WIDTHS)
    box = Box(left, BODY.top + tall, WIDTHS[2] * BODY.width / sum(WIDTHS), tall * len(bars) + AXIS)
    _chart(now, found, bars, tall).put(made, box, "What matters most: leads", tornado.alt(now, found))


def _row(bar: Bar) -> list[Cell]:
    ends = words.ends(bar)
    worse, better = ends if bar.at_low <= bar.at_high else reversed(ends)
    what = cut(words.label(bar.what_if), LONGEST)
    return [Cell(what, bold=True), Cell(worse), Cell(""), Cell(better), Cell(bar.influence.value)]


def _chart(now: Appraisal, found: Tornado, bars: tuple[Bar, ...], tall: float) -> Chart:
    shown = tornado.figure(now, found, LIGHT)["layout"]["xaxis"]
    step = shown["tickvals"][1] - shown["tickvals"][0]
    leads = [0.0, found.lead, *(end for bar in bars for end in (bar.at_low, bar.at_high))]
    low, high = step * floor(min(leads) / step), step * ceil(max(leads) / step)
    count = len(bars)
    place = next(index for index, result in enumerate(now.options) if result.option.id == found.option)
    lines = [_line(bar, count - row - 0.5, LIGHT.colours[place]) for row, bar in enumerate(bars)]
    lines.append(Line("Lead now", (found.lead, found.lead), (0, count), LIGHT.ink, UPRIGHT))
    plot = Plot(0.04, 0, 0.92, tall * count / (tall * count + AXIS))
    return xy_chart(lines, Frame(plot, Axis(high, step, SIGNED, low), Axis(count), "Lead, in points"), rows=True)


def _line(bar: Bar, height: float, colour: str) -> Line:
    return Line(words.label(bar.what_if), sorted((bar.at_low, bar.at_high)), (height, height), colour, BAR)
