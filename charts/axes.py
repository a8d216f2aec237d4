"""Axes that stay put while a lever moves: round, fixed by the preset, widened in round steps when exceeded."""

from dataclasses import dataclass
from math import ceil, floor, log10

from model.appraisal import Appraisal

HEADROOM = 1.25
"""Room above the preset's largest value before the axis has to widen."""
LEADS = (1.0, 2.0, 2.5, 3.0, 5.0)


@dataclass(frozen=True)
class Axis:
    """From nil to ``top`` in equal steps."""

    top: float
    step: float

    @property
    def ticks(self) -> list[float]:
        """Every step that lies on it, nil included."""
        return [number * self.step for number in range(int(self.top / self.step + 1e-9) + 1)]


def axis(preset: float, now: float, steps: int = 4) -> Axis:
    """The shortest round axis of at most so many steps that holds both."""
    needed = max(preset * HEADROOM, now, 1.0)
    power = floor(log10(needed))
    candidates = [
        Axis(step * ceil(needed / step - 1e-9), step)
        for step in (lead * 10.0**exponent for exponent in (power - 1, power, power + 1) for lead in LEADS)
        if ceil(needed / step - 1e-9) <= steps
    ]
    return min(candidates, key=lambda found: (found.top, found.step))


def months_shown(last: float) -> int:
    """The last month on an axis: half a year at a time, a year at the least."""
    return 6 * ceil(max(last, 12.0) / 6)


def month_axis(last: int, most: int) -> Axis:
    """Months in at most so many steps, such as a calendar would use."""
    return Axis(last, next(step for step in (3, 6, 12, 24, 60) if last / step <= most))


def pounds(axis: Axis) -> list[str]:
    """Money at each tick, the one place where nil is £0."""
    for size, unit in ((1e9, "bn"), (1e6, "m")):
        if axis.top >= size:
            return [f"£{tick / size:g}{unit if tick else ''}" for tick in axis.ticks]
    return [f"£{tick:,.0f}" for tick in axis.ticks]


def board_ends(now: Appraisal, preset: Appraisal) -> tuple[float, float]:
    """What the ends of the board's rows stand for: £ and months."""
    dearest = axis(max(one.cost for one in preset.options), max(one.cost for one in now.options)).top
    return dearest, max(36.0, *(one.months for one in now.options))
