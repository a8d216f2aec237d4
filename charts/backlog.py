"""Work that waits: the backlog at the end of each month, until it is cleared."""

from charts.axes import axis, months_shown
from charts.canvas import WIDE, Canvas, Figure
from charts.months import Line, Plot, by_month, held, preset_note, values_of
from charts.style import Theme
from model.appraisal import Appraisal, OptionResult
from model.scenario import Scenario
from words import findings
from words.numbers import whole

FILE = "backlog"
"""What its picture is called."""


def offered(scenario: Scenario) -> bool:
    """Only where something keeps people from work."""
    return scenario.disruption is not None


def title(now: Appraisal) -> str:
    """The finding."""
    return findings.backlog(now)


def shows(now: Appraisal) -> str:
    """What the chart shows, in the line below its title."""
    labels = "Labels: the most that waits, and when it is cleared."
    return f"Staff-months of work waiting at the end of each month. {labels}{preset_note(now)}"


def alt(now: Appraisal) -> str:
    """The chart for those who cannot see it."""
    each = values_of(now, _label)
    return f"{title(now)}. Months across, staff-months of work upwards: {each}."


def table(now: Appraisal) -> tuple[list[str], list[list[str]]]:
    """The chart's numbers."""
    waiting = held(now.timeline.backlog, _last(now))
    keys = [result.backlog_clear_month or 0 for result in now.options]
    keys += [now.value("disruption.months"), *(waiting.argmax(axis=1) + 1)]
    return by_month(now, "By the end of month", keys, [[whole(value) for value in option] for option in waiting])


def figure(now: Appraisal, preset: Appraisal, theme: Theme, size: Canvas = WIDE) -> Figure:
    """Each option's backlog until it is cleared."""
    last = max(_last(now), _last(preset))
    y = axis(*(max(result.backlog_peak for result in appraisal.options) for appraisal in (preset, now)))
    words = [whole(tick) for tick in y.ticks]
    ends = now.value("disruption.months")
    lines, was = _lines(now, last), _lines(preset, last)
    return Plot(now, theme, size, lines, was, last, y, words, ends).with_labels_at_peaks()


def _last(now: Appraisal) -> int:
    ends = [now.value("disruption.months") + 1, *((result.backlog_clear_month or 0) + 1 for result in now.options)]
    if any(result.backlog_clear_month is None for result in now.options):
        ends.append(now.timeline.months[-1])
    return min(months_shown(max(ends)), 120)


def _lines(now: Appraisal, last: int) -> list[Line]:
    waiting = held(now.timeline.backlog, last)
    return [_line(result, values.tolist()) for result, values in zip(now.options, waiting, strict=True)]


def _line(result: OptionResult, values: list[float]) -> Line:
    """From nothing at the decision to the month it is cleared; without a backlog, along the axis to the end."""
    shown = [0.0, *values[: result.backlog_clear_month or len(values)]]
    words = ["Month 0: 0", *(f"Month {month}: {whole(value)}" for month, value in enumerate(shown[1:], 1))]
    return Line(range(len(shown)), shown, shown.index(max(shown)), _label(result), words)


def _label(result: OptionResult) -> str:
    if result.backlog_clear_month == 0:
        return "no backlog"
    month = result.backlog_clear_month
    return f"{whole(result.backlog_peak)}, {'never cleared' if month is None else f'cleared by month {month}'}"
