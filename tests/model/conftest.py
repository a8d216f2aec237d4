"""North Council's engine, and every way to move its levers."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st

from model import presets
from model.engine import Engine
from model.levers import Lever

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
