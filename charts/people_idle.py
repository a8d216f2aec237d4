"""Who cannot work while the disruption lasts, month by month."""

from charts.axes import axis, months_shown
from charts.canvas import WIDE, Canvas, Figure
from charts.months import Line, Plot, by_month, preset_note, values_of
from charts.style import Theme
from model.appraisal import Appraisal
from model.scenario import Scenario
from words import findings
from words.numbers import months, whole

FILE = "people-idle"
"""What its picture is called."""


def offered(scenario: Scenario) -> bool:
    """Only where something keeps people from work."""
    return scenario.disruption is not None


def title(now: Appraisal) -> str:
    """The finding."""
    return findings.people_idle(now)


def shows(now: Appraisal) -> str:
    """What the chart shows, in the line below its title."""
    return f"People who cannot work in each month of the disruption; after it, everyone can.{preset_note(now)}"


def alt(now: Appraisal) -> str:
    """The chart for those who cannot see it."""
    left = [values[-1] for values in idle(now)]
    each = values_of(now, lambda result: whole(left[now.options.index(result)]))
    length = months(now.value("disruption.months"))
    return f"{title(now)}. Months across, people upwards; after {length}: {each}."


def table(now: Appraisal) -> tuple[list[str], list[list[str]]]:
    """The chart's numbers."""
    last = int(now.value("disruption.months"))
    keys = [1, last, *(result.ready for result in now.options)]
    return by_month(now, "In month", keys, [[whole(people) for people in option] for option in idle(now)])


def idle(now: Appraisal) -> list[list[float]]:
    """People, for each option, for each month of the disruption."""
    return now.timeline.stranded[:, : int(now.value("disruption.months"))].tolist()


def figure(now: Appraisal, preset: Appraisal, theme: Theme, size: Canvas = WIDE) -> Figure:
    """Each option's people over the months of the disruption."""
    ends = now.value("disruption.months")
    last = months_shown(max(ends, preset.value("disruption.months")))
    y = axis(preset.idle_people, now.idle_people)
    words = [whole(tick) for tick in y.ticks]
    return Plot(now, theme, size, _lines(now), _lines(preset), last, y, words, ends).with_labels_at_ends()


def _lines(now: Appraisal) -> list[Line]:
    """Each month's people stand at its middle; the first and the last half month run on to the edges."""
    return [_line(now.idle_people, values) for values in idle(now)]


def _line(start: float, values: list[float]) -> Line:
    middles = [number + 0.5 for number in range(len(values))]
    words = [f"Month {number}: {whole(value)}" for number, value in enumerate(values, 1)]
    return Line(
        [0, *middles, len(values)], [start, *values, values[-1]], len(values) + 1, whole(values[-1]),
        [f"At the start: {whole(start)}", *words, words[-1]],
    )  # fmt: skip

