"""Scenarios to speak about: the shipped ones, and a small one whose every number is known by heart."""

from collections.abc import Callable, Mapping

import pytest

from model import presets
from model.appraisal import Appraisal, evaluate
from model.engine import Engine

TWO = """
id = "two"
name = "Two ways to go"
benchmark = "stay"
[organisation]
name = "A parish"
[horizon]
value = 12
status = "assumption"
[[outcomes]]
id = "good"
name = "A good hall"
[[options]]
id = "stay"
name = "Stay"
months = { value = 0, status = "assumption" }
scores = { good = { value = 60, status = "assumption" } }
# van
[[options]]
id = "go"
name = "Go"
months = { value = 0, status = "assumption" }
scores = { good = { value = 80, status = "assumption" } }
"""


VAN = """
[[options.cost_lines]]
id = "van"
name = "Van"
basis = "fixed"
unit_cost = { value = 1000, status = "assumption" }
"""


@pytest.fixture(scope="session")
def engines() -> dict[str, Engine]:
    """Every shipped preset and three of two options: ``two``, ``level`` (equally good), ``even`` (equally dear)."""
    two = TWO + VAN
    made = {"two": two, "level": two.replace("80", "60"), "even": TWO.replace("# van", VAN) + VAN}
    shipped = {name: Engine(presets.load(name)) for name in presets.shipped()}
    return {**shipped, **{name: Engine(presets.parse(text.encode(), "two.toml")) for name, text in made.items()}}


@pytest.fixture(scope="session")
def pair(engines) -> Callable[..., tuple[Appraisal, Appraisal]]:
    """``pair(preset, changes)``: the appraisal with the changes, and the one it started from."""

    def appraise(preset: str, changes: Mapping[str, float] | None = None) -> tuple[Appraisal, Appraisal]:
        return evaluate(engines[preset], changes or {}), evaluate(engines[preset])

    return appraise
