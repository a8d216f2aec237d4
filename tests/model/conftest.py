"""North Council's engine, and every way to move its levers."""

from types import MappingProxyType

import pytest
from hypothesis import settings
from hypothesis import strategies as st

from model import presets
from model.engine import Engine
from model.levers import Lever
from model.scenario import Scenario

# The same examples every time: a red test is then about the change under test, not about luck.
settings.register_profile("model", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("model")


@pytest.fixture(scope="session")
def engine() -> Engine:
    return Engine(presets.load("north-council"))


def values_of(lever: Lever) -> st.SearchStrategy[float]:
    """Every value the lever can take."""
    measure = lever.measure
    steps = st.integers(round(measure.least / measure.precision), round(measure.most / measure.precision))
    return steps.map(lambda step: round(step * measure.precision, 9))


def ends_of(lever: Lever) -> st.SearchStrategy[float]:
    return st.sampled_from([lever.measure.least, lever.measure.most])


@pytest.fixture(scope="session")
def decide():
    """Two or more options that take no time, ``decide({option: {outcome: score}}, {option: {line: cost}})``.

    A number may be ``(low, value, high)``. Nothing is delivered later, so a score counts as it stands.
    """

    def decision(scores: dict, costs: dict = MappingProxyType({}), **more) -> Engine:
        outcomes = next(iter(scores.values()))
        options = [
            {
                "id": name, "name": name, "months": number(0),
                "scores": {outcome: number(score) for outcome, score in judged.items()},
                "cost_lines": [
                    {"id": line, "name": line, "basis": "fixed", "unit_cost": number(cost)}
                    for line, cost in costs.get(name, {}).items()
                ],
            }
            for name, judged in scores.items()
        ]  # fmt: skip
        return Engine(Scenario.model_validate({
            "id": "made", "name": "Made for a test", "organisation": {"name": "A parish"}, "horizon": number(24),
            "benchmark": next(iter(scores)), "options": options,
            "outcomes": [{"id": outcome, "name": outcome} for outcome in outcomes], **more,
        }))  # fmt: skip

    return decision


def number(value: float | tuple[float, float, float]) -> dict:
    """An assumption, with its range if it has one."""
    low, middle, high = value if isinstance(value, tuple) else (value, value, value)
    return {"value": middle, "low": low, "high": high, "status": "assumption"}


@pytest.fixture(scope="session")
def values():
    """Strategy of the values of one lever: `values(lever)`."""
    return values_of


@pytest.fixture(scope="session")
def moves(engine):
    """Strategy of changes to any of North Council's levers."""
    return st.fixed_dictionaries({}, optional={lever.id: values_of(lever) for lever in engine.levers})


@pytest.fixture(scope="session")
def corners(engine):
    """Strategy of changes that put any of North Council's levers at one of its ends."""
    return st.fixed_dictionaries({}, optional={lever.id: ends_of(lever) for lever in engine.levers})
