"""What each option's cost is made of: a bar chart an option, all on one scale."""

from collections.abc import Mapping, Sequence

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from charts.axes import axis
from charts.style import LIGHT
from exports.slides.charts import Plot, drawing
from exports.slides.compare import cut, head, tint
from exports.slides.formats import MONEY
from exports.slides.paper import BODY, Box, slide
from exports.slides.sheet import Sheet
from exports.slides.tables import Cell, table
from model.appraisal import Appraisal
from words.findings import cost_drivers
from words.numbers import money, names
from words.provenance import ASSUMED, DERIVED

MOST, LONGEST = 12, 34
"""Rows that can be read on a slide, the last for all that cost less; letters of a row's name."""
NAMES, TOTALS, LABEL = 2.7, 0.9, 0.8
"""Inches: the column of names, the rows of names and totals above the bars, the figure at the end of a bar."""
FEW = 5
"""Options whose columns have room for larger letters."""

Costs = Mapping[str, float]


def drivers_slide(deck: Deck, now: Appraisal, preset: Appraisal) -> None:
    """Names on the left, then a column an option: its total, below it its bars."""
    kept, costs = _drivers(now, preset)
    made = slide(deck, cost_drivers(now), _under(now), f"{cost_drivers(now)}. {_read_out(now, costs)}")
    _totals(made, now, costs)
    top = max(axis(_dearest(preset), _dearest(now)).top, *(max(each.values(), default=0) for each in costs))
    for place, each in enumerate(costs):
        _bars(made, place, now, kept, each, top)


def _drivers(now: Appraisal, preset: Appraisal) -> tuple[list[str], list[Costs]]:
    """The rows, the dearest in the preset first, and what each option pays for each."""
    here, before = _lines(now), _lines(preset)
    every = dict.fromkeys(name for option in here for name in option)
    ordered = sorted(every, key=lambda name: -sum(option.get(name, 0.0) for option in before))
    if len(ordered) <= MOST:
        return ordered, here
    rest = f"{len(ordered) - MOST + 1} other lines"
    small = ordered[MOST - 1 :]
    return [*ordered[: MOST - 1], rest], [
        {**option, rest: sum(option.get(name, 0.0) for name in small)} for option in here
    ]


def _lines(now: Appraisal) -> list[Costs]:
    return [
        {line.name: cost for line, cost in zip(result.option.cost_lines, result.line_costs, strict=True)}
        for result in now.options
    ]


def _dearest(now: Appraisal) -> float:
    return max((cost for option in _lines(now) for cost in option.values()), default=0.0)


def _under(now: Appraisal) -> str:
    published = any(option.published_cost for option in now.scenario.options)
    split = " Only totals are published: the split is ours." if published else ""
    return f"One scale in every column.{split} {ASSUMED}"


def _read_out(now: Appraisal, costs: Sequence[Costs]) -> str:
    return " ".join(f"{result.option.name}: {_paid(each)}." for result, each in zip(now.options, costs, strict=True))


def _paid(costs: Costs) -> str:
    paid = [f"{name} {money(cost)}" for name, cost in costs.items() if money(cost) != "nil"]
    return names(paid) if paid else "nothing"


def _totals(made: Slide, now: Appraisal, costs: Sequence[Costs]) -> None:
    wide = (BODY.width - NAMES) / len(now.options)
    cells = [Cell(money(result.cost), bold=True, fill=tint(result, now)) for result in now.options]
    rows = [head(now), [Cell("Total", aside=DERIVED), *cells]]
    widths = [NAMES, *[wide] * len(now.options)]
    table(made, BODY._replace(height=TOTALS), rows, widths, "Cost to deliver", cost_drivers(now))


def _bars(made: Slide, place: int, now: Appraisal, kept: list[str], costs: Costs, top: float) -> None:
    """One option's bars; the first has the rows' names beside them."""
    option = now.options[place].option
    wide, gutter = (BODY.width - NAMES) / len(now.options), NAMES if place == 0 else 0.0
    left = BODY.left + (0 if place == 0 else NAMES + place * wide)
    box = Box(left, BODY.top + TOTALS + 0.15, gutter + wide, BODY.height - TOTALS - 0.15)
    sheet = Sheet(["Cost driver", option.name], [[cut(name, LONGEST) for name in kept], [costs.get(n) for n in kept]])
    chart = drawing(
        "bars.xml", sheet, reference=sheet.heading(1), name=option.name, colour=LIGHT.colours[place],
        names=sheet.cells(0), costs=sheet.cells(1), labelled=place == 0, label_format=MONEY,
        size=12 if len(now.options) <= FEW else 9, most=top * wide / (wide - LABEL),
        plot=Plot(gutter / box.width, 0, wide / box.width, 1),
    )  # fmt: skip
    chart.put(made, box, f"Cost by driver: {option.name}", f"Cost by driver. {option.name}: {_paid(costs)}.")
