"""Who pays how much by when: cost to deliver, added up month by month."""

from charts.axes import axis, months_shown, pounds
from charts.canvas import WIDE, Canvas, Figure
from charts.months import Line, Plot, by_month, held, preset_note, values_of
from charts.style import Theme
from model.appraisal import Appraisal, OptionResult
from model.scenario import Scenario
from words import findings
from words.numbers import money

FILE = "spending"
"""What its picture is called."""


def offered(scenario: Scenario) -> bool:
    """Wherever any option has a cost."""
    return any(option.cost_lines for option in scenario.options)


def title(now: Appraisal) -> str:
    """The finding."""
    return findings.spending(now)


def shows(now: Appraisal) -> str:
    """What the chart shows, in the line below its title."""
    pace = "spread evenly over delivery: no spending plan is published."
    return f"Cost to deliver by the end of each month, {pace}{preset_note(now)}"


def alt(now: Appraisal) -> str:
    """The chart for those who cannot see it."""
    each = values_of(now, _total)
    return f"{title(now)}. Months across, money spent so far upwards: {each}."


def _total(result: OptionResult) -> str:
    paid = money(result.cost)
    return paid if paid == "nil" else f"{paid} {f'by month {result.ready:g}' if result.ready else 'at once'}"


def table(now: Appraisal) -> tuple[list[str], list[list[str]]]:
    """The chart's numbers."""
    spent = held(now.timeline.spent, _last(now))
    keys = [result.ready for result in now.options]
    return by_month(now, "By the end of month", keys, [[money(value) for value in option] for option in spent])


def figure(now: Appraisal, preset: Appraisal, theme: Theme, size: Canvas = WIDE) -> Figure:
    """Each option's spending so far."""
    last = max(_last(now), _last(preset))
    y = axis(*(max(result.cost for result in appraisal.options) for appraisal in (preset, now)))
    lines, was = _lines(now, last), _lines(preset, last)
    return Plot(now, theme, size, lines, was, last, y, pounds(y)).with_labels_at_ends()


def _last(now: Appraisal) -> int:
    return months_shown(max(result.ready for result in now.options) + 1.0)


def _lines(now: Appraisal, last: int) -> list[Line]:
    """From nothing at the decision, whatever is due at once included in month 1."""
    return [
        Line(range(last + 1), [0.0, *map(float, spent)], last, money(result.cost),
             ["Month 0: nil", *(f"Month {month}: {money(value)}" for month, value in enumerate(spent, 1))])
        for result, spent in zip(now.options, held(now.timeline.spent, last), strict=True)
    ]  # fmt: skip
