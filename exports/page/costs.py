"""The cost of each option as bars on one scale, one below the other."""

from charts.canvas import COMPACT
from charts.pen import Pen, Run
from charts.placing import width
from charts.style import LABEL, LIGHT, NOTE
from model.appraisal import Appraisal, OptionResult
from words.facts import nil_cost
from words.findings import spending
from words.numbers import money

TALLEST_ROW = 72
BAR = 14
GUTTER = 22
"""Room for an option's shape in front of its name."""
PAD = 8


def title(now: Appraisal) -> str:
    """The finding."""
    return spending(now)


def alt(now: Appraisal) -> str:
    """The chart for those who cannot see it."""
    each = "; ".join(f"{result.option.name} {_said(result, now)}" for result in now.options)
    return f"{title(now)}. Bars for the cost to deliver: {each}."


def drawn(now: Appraisal, preset: Appraisal) -> str:
    """A row an option as SVG: its mark and name, below them bar and cost; an upright where the preset had it."""
    made = Pen(COMPACT.width, COMPACT.height)
    row = min(TALLEST_ROW, (COMPACT.height - PAD) / len(now.options))
    dearest = max(1.0, *(result.cost for side in (preset, now) for result in side.options))
    room = COMPACT.width - GUTTER - width("£000.000m, was £000.000m" if now.changes else "£000.000m", NOTE) - PAD
    for index, (result, was) in enumerate(zip(now.options, preset.options, strict=True)):
        _row(made, index, PAD + index * row, row, now, (result, was), room / dearest)
    return str(made)


def _row(
    made: Pen, index: int, top: float, row: float, now: Appraisal, pair: tuple[OptionResult, OptionResult],
    scale: float,
) -> None:  # fmt: skip
    result, was = pair
    mark, bar, letters = LIGHT.mark(index), min(BAR, row / 3), min(LABEL, row / 2.6)
    made.option(mark, LIGHT.ground, (PAD, top + letters / 2 + 1), 10)
    made.words([Run(COMPACT.name(result.option), letters, LIGHT.ink, bold=True)], (GUTTER, top + letters))
    level, end, said = top + 1.5 * letters, scale * result.cost, _said(result, now)
    made.bar(GUTTER, level, end, bar, mark.colour)
    if money(result.cost) != money(was.cost):
        before = scale * was.cost
        made.line([(GUTTER + before, level - 3), (GUTTER + before, level + bar + 3)], LIGHT.grey, 1.6)
        end, said = max(end, before), f"{said}, was {money(was.cost)}"
    beside = GUTTER + end + (6 if end else 0), level + bar / 2 + NOTE / 3
    made.words([Run(said, min(NOTE, letters), LIGHT.ink2)], beside)


def _said(result: OptionResult, now: Appraisal) -> str:
    """What it costs; beside nil, what that really means."""
    means = nil_cost(now) if result.option.id == now.scenario.benchmark and not round(result.cost) else ""
    return f"{money(result.cost)}, but {means}" if means else money(result.cost)
