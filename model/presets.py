"""Load and validate scenarios: TOML, which people write, and JSON, which programs write.

A preset may extend a shipped one and say only what differs: tables merge, everything else replaces.
"""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from model.json_text import MOST_DEPTH, TooDeep, check_depth, read, reason
from model.levers import Lever, LeverError, accept, levers
from model.provenance import IDENTIFIER
from model.scenario import Scenario
from model.scenes import OF_A_DISRUPTION, OF_AN_OPTION, PLACES, Scene, odd_words
from model.text import given, plain, quoted, sentence

FOLDER = Path(__file__).parent.parent / "presets"
MOST_BYTES = 256_000
MOST_DOTS = 100


class PresetError(ValueError):
    """A preset that cannot be used; the message is one plain sentence: what, why, what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(sentence(message))


def shipped() -> tuple[str, ...]:
    """The ids of the presets in the folder, the first case first, then by name."""
    names = sorted(path.stem for path in FOLDER.glob("*.toml"))
    return tuple(sorted(names, key=lambda name: name != "north-council"))


def load(name: str) -> Scenario:
    """A shipped preset by id, or a file by path (.toml or .json).

    Raises PresetError for a preset that does not exist or cannot be used.
    """
    if name in shipped():
        return parse(content_of(FOLDER / f"{name}.toml"), f"{name}.toml")
    path = Path(name)
    if path.suffix.lower() not in (".toml", ".json"):
        raise PresetError(
            f"There is no preset called {quoted(name)}; choose one of {', '.join(shipped())},"
            " or give the path of a .toml or .json file."
        )
    return parse(content_of(path), path.name)


def parse(content: bytes, name: str) -> Scenario:
    """The scenario in a file's bytes; ``name`` tells the format by its ending and stands in messages.

    Raises PresetError; nothing is accepted in part.
    """
    label = sentence(name[-80:])
    return checked(_settings(content, label), label)


def checked(data: dict[str, Any], label: str) -> Scenario:
    """The scenario in a table of settings; ``label`` says in messages where it stands.

    Raises PresetError; nothing is accepted in part.
    """
    try:
        scenario = Scenario.model_validate(data)
    except ValidationError as error:
        raise PresetError(f"In {label}, {first_fault(error, data)}.") from None
    offered = {lever.id: lever for lever in levers(scenario)}
    _refuse_unknown_levers(scenario, offered, label)
    for scene in scenario.story:
        _refuse_wrong_scene(scene, scenario, offered, label)
    return scenario


def content_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a name no file system takes
        reason = (getattr(error, "strerror", None) or "no file can have that name").lower()
        raise PresetError(f"The file {quoted(path.name)} could not be opened: {reason}.") from None


def table(content: bytes, name: str) -> dict[str, Any]:
    """What a file says, as it stands there; its size is looked at before anything is read. Raises PresetError."""
    if len(content) > MOST_BYTES:
        raise PresetError(f"{name} is larger than {MOST_BYTES // 1000} kB, the most a file may be.")
    data = _read(content, name)
    if not isinstance(data, dict):
        raise PresetError(f"{name} must hold one table of settings; see docs/presets.md.")
    try:
        check_depth(data)
    except TooDeep:
        raise _too_deep(name) from None
    return data


def _settings(content: bytes, name: str, extended: tuple[str, ...] = ()) -> dict[str, Any]:
    """What a file says, laid over what it extends; ``extended`` are the presets it was reached through."""
    data = table(content, name)
    base = data.pop("extends", None)
    if base is None:
        return data
    if base not in shipped():
        raise PresetError(f"In {name}, extends must be one of {', '.join(shipped())}, not {given(base)}.")
    if base in extended:
        raise PresetError(f"In {name}, extends must not lead back to {base}, which extends this preset.")
    return _merge(_settings(content_of(FOLDER / f"{base}.toml"), f"{base}.toml", (*extended, base)), data)


def _read(content: bytes, name: str) -> Any:
    try:
        text = content.decode("utf-8-sig")
        if name.lower().endswith(".json"):
            return read(text)
        # Python's reader keeps every prefix of a dotted key: a long one would fill the memory.
        if any(line.count(".") > MOST_DOTS for line in text.split("\n")):
            raise ValueError(f"a line has more than {MOST_DOTS} full stops")
        return tomllib.loads(text)
    except UnicodeDecodeError:
        raise PresetError(f"{name} is not plain UTF-8 text.") from None
    except (RecursionError, TooDeep):
        raise _too_deep(name) from None
    except ValueError as error:
        raise PresetError(f"{name} could not be read: {reason(error)}.") from None


def _too_deep(name: str) -> PresetError:
    return PresetError(f"{name} is nested deeper than {MOST_DEPTH} levels; see docs/presets.md.")


def _merge(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, new in over.items():
        old = merged.get(key)
        merged[key] = _merge(old, new) if _can_merge(old) and _can_merge(new) else new
    return merged


def _can_merge(value: Any) -> bool:
    """A number and a source are replaced whole: half of one and half of another would have a false provenance."""
    return isinstance(value, dict) and not {"value", "title"} & value.keys()


def _refuse_unknown_levers(scenario: Scenario, offered: dict[str, Lever], name: str) -> None:
    unknown = [lever for lever in scenario.shown_levers if lever not in offered]
    # Levers of a disruption or a workplace that is not there have only fallen away with it.
    if unknown and scenario.disruption and scenario.workplace:
        raise PresetError(f"In {name}, shown_levers names {unknown[0]}, which is not a lever of this preset.")


def _refuse_wrong_scene(scene: Scene, scenario: Scenario, offered: dict[str, Lever], name: str) -> None:
    odd = odd_words(scene, figures(scenario, offered))
    if odd:
        raise PresetError(f"In {name}, scenes.{scene.id} names {odd} in braces, which is no figure of this preset.")
    asked = {scene.predict.lever: scene.predict.to} if scene.predict else {}
    for part, changes in (("changes", scene.changes), ("predict", asked)):
        try:
            accept(offered, changes)
        except LeverError as error:
            raise PresetError(f"In {name}, scenes.{scene.id}.{part}: {error}.") from None
    most = len(scenario.options)
    if scene.predict and scene.predict.place > most:
        place = f"scenes.{scene.id}.predict.place"
        raise PresetError(f"In {name}, {place} must be 1 to {most}, not {scene.predict.place}.")


def figures(scenario: Scenario, offered: Iterable[str]) -> set[str]:
    """What a scene's words may name in braces."""
    of_options = {f"{option.id}.{what}" for option in scenario.options for what in OF_AN_OPTION}
    return {*offered, *of_options, *PLACES, *(OF_A_DISRUPTION if scenario.disruption else ())}


_REASONS = {
    "missing": "is missing",
    "extra_forbidden": "is not a field of a preset",
    "float_type": "must be a number, not {given}",
    "finite_number": "must be a number, not {given}",
    "int_type": "must be a whole number, not {given}",
    "string_type": "must be text in quotes, not {given}",
    "string_unicode": "must be plain text",
    "string_too_short": "must not be empty",
    "string_too_long": "must be at most {max_length} characters",
    "bool_type": "must be true or false, not {given}",
    "enum": "must be {expected}, not {given}",
    "tuple_type": "must be a list, not {given}",
    "dict_type": "must be a table, not {given}",
    "model_type": "must be a table, not {given}",
    "too_short": "must have at least {min_length} entries",
    "too_long": "must have at most {max_length} entries",
    "greater_than_equal": "must be {ge} or more, not {given}",
    "less_than_equal": "must be {le} or less, not {given}",
}


def first_fault(error: ValidationError, data: dict[str, Any]) -> str:
    """The first fault: where it is and what is wrong, without the full stop."""
    fault = error.errors(include_url=False)[0]
    where = _place(fault["loc"], data)
    words = {key: plain(value) if isinstance(value, float) else value for key, value in fault.get("ctx", {}).items()}
    reason = _REASONS.get(fault["type"], fault["msg"].removeprefix("Value error, "))
    if fault["type"] in _REASONS:
        reason = reason.format(given=given(fault["input"]), **words)
    # What is wrong with a part of the place begins with the part's name, what is wrong with the place with a verb.
    joint = " " if reason.startswith(("must ", "is ")) else "."
    if not where:
        return f"everything {reason}" if joint == " " else reason
    return f"{where}{joint}{reason}"


def _place(location: tuple[int | str, ...], data: Any) -> str:
    """The path to a fault, its list entries by id or, where they have none, by number from 1."""
    path = ""
    for part in location:
        if part == "[key]":
            continue
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            data = None
        if isinstance(part, str):
            path += f".{part[:60]}"
        else:
            name = str(data.get("id")) if isinstance(data, dict) else ""
            path += f".{name[:60]}" if re.fullmatch(IDENTIFIER, name) else f"[{part + 1}]"
    return path.lstrip(".")
