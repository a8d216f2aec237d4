"""What one can move: a lever alone, or all judged scores of an option at once."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.appraisal import Appraisal
from model.engine import Engine
from model.levers import Group, Lever
from model.scenario import Measure


@dataclass(frozen=True)
class WhatIf:
    """Levers of one measure that move together; a lever alone is the usual case."""

    levers: tuple[Lever, ...]

    @property
    def id(self) -> str:
        """The lever's id, or ``hybrid.score.*``, which no lever can be called, for an option's judged scores."""
        return self.levers[0].id if len(self.levers) == 1 else f"{self.levers[0].option.id}.score.*"

    @property
    def title(self) -> str:
        """What it is called when it stands alone."""
        return self.levers[0].title if len(self.levers) == 1 else f"{self.levers[0].option.name}: Judged outcomes"

    @property
    def measure(self) -> Measure:
        """Unit, bounds and precision, which all its levers share."""
        return self.levers[0].measure

    def values(self, now: Appraisal) -> list[float]:
        """Where its levers stand."""
        return [now.value(lever.id) for lever in self.levers]

    def touched(self, engine: Engine) -> NDArray[np.bool_]:
        """The columns of a case it moves, of shape (levers,)."""
        return np.isin(np.arange(len(engine.levers)), [engine.column[lever.id] for lever in self.levers])


def alone(engine: Engine) -> tuple[WhatIf, ...]:
    """Each lever on its own."""
    return tuple(WhatIf((lever,)) for lever in engine.levers)


def together(engine: Engine) -> tuple[WhatIf, ...]:
    """All judged scores of an option, for each that has several."""
    judged = [lever for lever in engine.levers if lever.group is Group.SCORES]
    each = [tuple(lever for lever in judged if lever.option is option) for option in engine.scenario.options]
    return tuple(WhatIf(scores) for scores in each if len(scores) > 1)
