"""A scenario as a small JSON file, and back: refused whole with one sentence naming the field, or accepted whole.

Beside the changes it holds the kept scenarios, what it came to when it was saved, and every preset of the
writer's own that they rest on, so that the file is enough.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError

from model import MODEL_VERSION
from model.engine import Engine
from model.kept import LETTERS, Kept
from model.levers import LeverError, accept
from model.link import Saw
from model.presets import PresetError, checked, content_of, first_fault, load, parse, shipped, table
from model.provenance import Frozen
from model.scenario import Scenario
from model.text import Line, quoted, sentence

MARK = "side_by_side"
"""The field that tells a saved scenario from a preset."""
OWN = "own."
"""What the name of a preset of one's own begins with: no shipped one has a full stop."""

Engines = Callable[[str], Engine | None]
Number = Annotated[float, Field(allow_inf_nan=False)]


class _Seen(Frozen):
    cost: Number
    rank: Annotated[int, Field(ge=1, le=8)]


class _File(Frozen):
    """The fields of a file, in their order."""

    side_by_side: Literal[1]
    model: Line
    preset: Line
    changes: dict[str, Number] = Field(default_factory=dict, max_length=1_000)
    kept: Annotated[tuple[Kept, ...], Field(strict=False, max_length=len(LETTERS))] = ()
    saw: dict[str, _Seen] = Field(default_factory=dict, max_length=8)
    presets: dict[str, dict[str, Any]] = Field(default_factory=dict, max_length=1 + len(LETTERS))


@dataclass(frozen=True)
class Saved:
    """What a file holds; ``own`` are the presets that came with it, by the name they go by here."""

    preset: str
    changes: Mapping[str, float] = field(default_factory=dict)
    kept: tuple[Kept, ...] | None = None
    """None where the file is a preset, which says nothing of them."""
    version: str = MODEL_VERSION
    saw: Saw | None = None
    own: Mapping[str, Engine] = field(default_factory=dict)


def own_name(scenario: Scenario) -> str:
    """The same for equal presets, another for any other: whoever's they are, they are never taken for each other."""
    return OWN + sha256(scenario.model_dump_json().encode()).hexdigest()[:16]


def write(saved: Saved) -> bytes:
    """The file. Equal scenarios make equal files."""
    file = {
        MARK: 1,
        "model": saved.version,
        "preset": saved.preset,
        "changes": dict(sorted(saved.changes.items())),
        "kept": [each.model_dump() for each in saved.kept or ()],
        "saw": {name: {"cost": round(cost), "rank": rank} for name, (cost, rank) in (saved.saw or {}).items()},
        "presets": {
            name: engine.scenario.model_dump(mode="json", exclude_defaults=True) for name, engine in saved.own.items()
        },
    }
    present = {name: value for name, value in file.items() if value or name in (MARK, "model", "preset")}
    return (json.dumps(present, ensure_ascii=False, indent=1) + "\n").encode()


def read(content: bytes, name: str, engine: Engines) -> Saved:
    """What a file holds: a saved scenario, or a preset as TOML or JSON. ``engine`` gives a shipped preset's.

    Raises PresetError; nothing is accepted in part.
    """
    label = sentence(name[-80:])
    if not label.lower().endswith((".toml", ".json")):
        raise PresetError(f"{label} is no scenario: it must be a .json file saved here, or a preset as .toml or .json.")
    data = table(content, label)
    if MARK not in data:
        scenario = parse(content, name)
        return Saved(own_name(scenario), own={own_name(scenario): Engine(scenario)})
    return _saved(data, label, engine)


def open_case(name: str) -> tuple[Engine, dict[str, float]]:
    """A shipped preset by its id or a file by its path, as an engine and its changes. Raises PresetError."""
    path = Path(name)
    if name in shipped() or path.suffix.lower() != ".json":
        return Engine(load(name)), {}
    saved = read(content_of(path), path.name, lambda preset: Engine(load(preset)) if preset in shipped() else None)
    return saved.own.get(saved.preset) or Engine(load(saved.preset)), dict(saved.changes)


def _saved(data: dict[str, Any], label: str, engine: Engines) -> Saved:
    try:
        file = _File.model_validate(data)
    except ValidationError as error:
        raise PresetError(f"In {label}, {first_fault(error, data)}.") from None
    own = {given: Engine(checked(file.presets[given], f"{label}, presets.{given[:60]}")) for given in file.presets}
    names = {given: own_name(its.scenario) for given, its in own.items()}

    def whole(changes: Mapping[str, float], preset: str, where: str) -> dict[str, float]:
        its = own.get(preset) or engine(preset)
        if its is None:
            raise PresetError(f"In {label}, {where}preset is {quoted(preset)}, which is neither here nor in the file.")
        return _accepted(changes, its, f"{label}, {where}changes")

    _refuse_twin_letters(file.kept, label)
    changes = whole(file.changes, file.preset, "")
    kept = [
        each.model_copy(update={
            "changes": whole(each.changes, each.preset, f"kept.{each.letter}."),
            "preset": names.get(each.preset, each.preset),
        })
        for each in file.kept
    ]  # fmt: skip
    return Saved(
        names.get(file.preset, file.preset), changes, tuple(kept), file.model,
        {name: (seen.cost, seen.rank) for name, seen in file.saw.items()} or None,
        {names[given]: its for given, its in own.items()},
    )  # fmt: skip


def _accepted(changes: Mapping[str, float], engine: Engine, where: str) -> dict[str, float]:
    try:
        return accept(engine.offered, changes)
    except LeverError as error:
        raise PresetError(f"In {where}: {str(error).partition(';')[0]}.") from None


def _refuse_twin_letters(kept: Sequence[Kept], label: str) -> None:
    letters = [each.letter for each in kept]
    for letter in letters:
        if letters.count(letter) > 1:
            raise PresetError(f"In {label}, kept: two have the letter {letter}.")
