"""A scenario as the parameters of a web address, and back: what cannot be taken is named, never replaced in silence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from model import MODEL_VERSION
from model.engine import Engine
from model.levers import LeverError
from model.text import quoted

PRESET, MODEL, VIEW = "preset", "model", "view"
MOST_CHARACTERS = 8_000
"""No link of ours is longer: every lever of a large preset changed at once fits twice."""
MOST_TOLD = 5


@dataclass(frozen=True)
class Opened:
    """What a link asks for: ``preset`` is None where it names none; ``problems`` are plain sentences."""

    preset: str | None
    changes: Mapping[str, float]
    problems: tuple[str, ...]


def to_parameters(preset: str, changes: Mapping[str, float]) -> dict[str, str]:
    """The parameters of a scenario: the preset, the model's version, and every changed lever by its id."""
    return {PRESET: preset, MODEL: MODEL_VERSION, **{name: f"{value:.12g}" for name, value in sorted(changes.items())}}


def from_parameters(parameters: Mapping[str, str], engine: Callable[[str], Engine | None], otherwise: str) -> Opened:
    """What the parameters of an address say; ``engine`` gives a preset's engine by id, ``otherwise`` the first one."""
    if sum(len(name) + len(value) for name, value in parameters.items()) > MOST_CHARACTERS:
        return Opened(None, {}, ("This link is too long to be one of ours, so it was not read. Ask for a fresh one.",))
    preset, problems = parameters.get(PRESET), []
    if preset is not None and engine(preset) is None:
        problems.append(f"The link asks for a preset called {quoted(preset)}, which is not here.")
        return Opened(None, {}, tuple(problems))
    version = parameters.get(MODEL, MODEL_VERSION)
    if version != MODEL_VERSION:
        problems.append(
            f"The link was made with version {quoted(version)} of the model and is answered by version {MODEL_VERSION},"
            " so figures may differ from what its sender saw."
        )
    asked = {name: value for name, value in parameters.items() if name not in (PRESET, MODEL, VIEW)}
    changes = _changes(asked, engine(preset or otherwise), problems)
    return Opened(preset, changes, tuple(_at_most(problems)))


def _changes(asked: Mapping[str, str], engine: Engine, problems: list[str]) -> dict[str, float]:
    changes = {}
    for name, text in asked.items():
        lever = engine.offered.get(name)
        if lever is None:
            problems.append(f"The link changes {quoted(name)}, which is not a lever of this preset.")
            continue
        try:
            changes[name] = lever.accept(_number(text))
        except (LeverError, ValueError):
            must = f"but it must be {lever.measure.bounds}; the preset's value stays"
            problems.append(f"The link sets {lever.title} to {quoted(text)}, {must}.")
    return {name: value for name, value in changes.items() if value != engine.offered[name].default}


def _number(text: str) -> float:
    """Digits, a point and a sign, as `to_parameters` writes them; float() alone would also take 1_0 and nan."""
    if len(text) > 24 or not set(text) <= set("0123456789.-+e"):
        raise ValueError(text)
    return float(text)


def _at_most(problems: list[str]) -> list[str]:
    left = len(problems) - MOST_TOLD
    return problems if left <= 0 else [*problems[:MOST_TOLD], f"And {left} more of the same kind."]
