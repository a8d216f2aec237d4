"""Where axes end: fixed by the preset so that nothing jumps, widened in round steps only when passed."""

import math

from model.appraisal import Appraisal

ROUND = (1, 1.5, 2, 3, 4, 5, 6, 8, 10)
ROOM = 1.25


def nice_end(expected: float, reached: float = 0.0) -> float:
    """A round number no less than either; it changes only when what is reached passes what was expected."""
    target = max(expected, reached)
    if target <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(target))
    return next(power * lead for lead in ROUND if power * lead >= target * (1 - 1e-9))


def cost_end(now: Appraisal, preset: Appraisal) -> float:
    """£ at the end of every cost axis: the preset's dearest option and a quarter more."""
    dearest = max(result.cost for result in preset.options)
    end = nice_end(dearest * ROOM)
    reached = max(result.cost for result in now.options)
    return end if reached <= end else nice_end(reached)
