"""How fast each option is in place: the share of the gap closed by the end of each month."""

import numpy as np

from charts.axes import Axis, months_shown
from charts.canvas import WIDE, Canvas, Figure
from charts.months import Line, Plot, by_month, preset_note, values_of
from charts.style import Theme
from model.appraisal import Appraisal, OptionResult
from model.engine import rollout
from model.scenario import Scenario
from words import findings
from words.numbers import share

WHOLE = Axis(1.0, 0.25)

FILE = "roll-out"
"""What its picture is called."""


def offered(scenario: Scenario) -> bool:
    """Every option takes some time."""
    return True


def title(now: Appraisal) -> str:
    """The finding."""
    return findings.roll_out(now)


def shows(now: Appraisal) -> str:
    """What the chart shows, in the line below its title."""
    if now.scenario.disruption is None:
        return f"Share delivered by the end of each month, at an even pace.{preset_note(now)}"
    return f"Share of those who could not work remotely and now can, by the end of each month.{preset_note(now)}"


def alt(now: Appraisal) -> str:
    """The chart for those who cannot see it."""
    return f"{title(now)}. Months across, share upwards: {values_of(now, _end)}."


def _end(result: OptionResult) -> str:
    reach = 1.0 if result.reach is None else result.reach
    return f"{share(reach)} {findings.when(result.ready)}" if reach else share(reach)


def table(now: Appraisal) -> tuple[list[str], list[list[str]]]:
    """The chart's numbers."""
    shares = closed(now, _last(now))
    keys = [result.ready for result in now.options]
    return by_month(now, "By the end of month", keys, [[share(part) for part in option[1:]] for option in shares])


def closed(now: Appraisal, last: int) -> np.ndarray:
    """Share at the end of months 0 to ``last``, (options, months): the roll-out half a month after mid-month."""
    start = np.array([[result.start] for result in now.options])
    delivery = np.array([[result.months] for result in now.options])
    reach = np.array([[1.0 if result.reach is None else result.reach] for result in now.options])
    since = np.arange(last + 1) - start
    there = np.where(delivery > 0, rollout(since + 0.5, delivery), 1.0)
    return reach * np.where(since >= 0, there, 0.0)


def figure(now: Appraisal, preset: Appraisal, theme: Theme, size: Canvas = WIDE) -> Figure:
    """Each option's share over time."""
    last = max(_last(now), _last(preset))
    ends = now.value("disruption.months") if now.scenario.disruption else None
    ticks = [share(tick) for tick in WHOLE.ticks]
    return Plot(
        now, theme, size, _lines(now, last), _lines(preset, last), last, WHOLE, ticks, ends
    ).with_labels_at_peaks()


def _last(now: Appraisal) -> int:
    ends = now.value("disruption.months") if now.scenario.disruption else 0.0
    return months_shown(max(max(result.ready for result in now.options), ends) + 1.0)


def _lines(now: Appraisal, last: int) -> list[Line]:
    """The label stands where an option is in place."""
    return [
        Line(range(last + 1), list(map(float, part)), int(part.argmax()), _end(result),
             [f"Month {month}: {share(value)}" for month, value in enumerate(part)])
        for result, part in zip(now.options, closed(now, last), strict=True)
    ]  # fmt: skip
