"""How sure we are, found out once for a file: draws over the ranges, what matters most, what would change the order."""

from dataclasses import dataclass
from functools import lru_cache

from model.appraisal import Appraisal, evaluate
from model.engine import Engine
from model.switching import Switch, cost_switches, ranking_changes
from model.tornado import Tornado, tornado
from model.uncertainty import Simulation, simulate

DRAWS, SEED = 10_000, 2026
"""As on screen, so that every file says the same."""


@dataclass(frozen=True)
class Evidence:
    """What `words.sureness`, `words.switching` and `words.tornado` speak about; no tornado where no option leads."""

    simulation: Simulation
    switches: tuple[Switch, ...]
    tornado: Tornado | None


def evidence(now: Appraisal) -> Evidence:
    """Draws, switching values and tornado of an appraisal; found once for all files made of it."""
    return _found(now.engine, tuple(now.changes.items()))


@lru_cache(maxsize=4)
def _found(engine: Engine, changes: tuple[tuple[str, float], ...]) -> Evidence:
    now = evaluate(engine, dict(changes))
    return Evidence(simulate(now, DRAWS, SEED), (*ranking_changes(now), *_of_whole_costs(now)), tornado(now))


def _of_whole_costs(now: Appraisal) -> list[Switch]:
    """How far an option's whole cost must move until another costs less."""
    return [switch for switch in cost_switches(now) if switch.lever.endswith(".cost_change")]
