"""Load and validate scenarios: TOML, which people write, and JSON, which programs write.

A preset may extend a shipped one and say only what differs: tables merge, everything else replaces.
"""

import json
import tomllib
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from model.scenario import Scenario

FOLDER = Path(__file__).parent.parent / "presets"
MOST_BYTES = 256_000
MOST_DEPTH = 12


class PresetError(ValueError):
    """A preset that cannot be used; the message is one plain sentence: what, why, what to do."""


def shipped() -> tuple[str, ...]:
    """The ids of the presets in the folder, the first case first, then by name."""
    names = sorted(path.stem for path in FOLDER.glob("*.toml"))
    return tuple(sorted(names, key=lambda name: name != "north-council"))


def load(name: str) -> Scenario:
    """A shipped preset by id, or a file by path (.toml or .json).

    Raises PresetError for a preset that does not exist or cannot be used.
    """
    if name in shipped():
        return _scenario(_shipped_data(name), name)
    path = Path(name)
    if path.suffix not in (".toml", ".json"):
        raise PresetError(
            f"There is no preset called {name[:80]!r}; choose one of {', '.join(shipped())},"
            " or give the path of a .toml or .json file."
        )
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or "it is not readable").lower()
        raise PresetError(f"The file {name[:200]!r} could not be opened: {reason}.") from None
    return parse(content, path.name)


def parse(content: bytes, name: str) -> Scenario:
    """The scenario in a file's bytes; ``name`` tells the format by its ending and stands in messages.

    Raises PresetError; nothing is accepted in part.
    """
    if len(content) > MOST_BYTES:
        raise PresetError(f"{name} is larger than {MOST_BYTES // 1000} kB, the most a preset may be.")
    data = _read(content, name)
    if not isinstance(data, dict):
        raise PresetError(f"{name} must hold one table of settings; see docs/presets.md.")
    if _depth(data) > MOST_DEPTH:
        raise PresetError(f"{name} is nested deeper than {MOST_DEPTH} levels; see docs/presets.md.")
    base = data.pop("extends", None)
    if base is not None:
        if base not in shipped():
            raise PresetError(f"In {name}, extends must be one of {', '.join(shipped())}.")
        data = _merge(_shipped_data(base), data)
    return _scenario(data, name)


def _read(content: bytes, name: str) -> Any:
    try:
        text = content.decode("utf-8-sig")
        if name.endswith(".json"):
            return json.loads(text, object_pairs_hook=_no_twins, parse_constant=_no_constant)
        return tomllib.loads(text)
    except UnicodeDecodeError:
        raise PresetError(f"{name} is not plain UTF-8 text.") from None
    except RecursionError:
        raise PresetError(f"{name} is nested deeper than {MOST_DEPTH} levels; see docs/presets.md.") from None
    except ValueError as error:
        reason = str(error).replace("\n", " ")[:160]
        raise PresetError(f"{name} could not be read: {reason}.") from None


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"the key {key[:60]!r} stands twice in one table")
        found[key] = value
    return found


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not a number")


def _depth(data: Any) -> int:
    """Levels of nesting, by a walk that cannot itself run too deep."""
    deepest, waiting = 0, [(data, 1)]
    while waiting:
        node, depth = waiting.pop()
        deepest = max(deepest, depth)
        children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
        waiting += [(child, depth + 1) for child in children]
    return deepest


def _shipped_data(name: str) -> dict[str, Any]:
    data = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    base = data.pop("extends", None)
    return _merge(_shipped_data(base), data) if base else data


def _merge(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in over.items():
        both = isinstance(value, dict) and isinstance(merged.get(key), dict)
        # A number is replaced whole: half of one and half of another would have a false provenance.
        merged[key] = _merge(merged[key], value) if both and "value" not in value else value
    return merged


def _scenario(data: dict[str, Any], name: str) -> Scenario:
    try:
        return Scenario.model_validate(data)
    except ValidationError as error:
        raise PresetError(_plain(error, name)) from None


def _plain(error: ValidationError, name: str) -> str:
    """The first fault as one sentence that names the field."""
    first = error.errors(include_url=False, include_input=False)[0]
    where = "".join(
        f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in first["loc"]
    ).lstrip(".")
    reason = first["msg"].removeprefix("Value error, ")
    reason = {"extra_forbidden": "is not a field of a preset", "missing": "is missing"}.get(first["type"], reason)
    sentence = f"In {name}, {where}: {reason}" if where else f"In {name}, {reason}"
    return sentence.replace("\n", " ")[:400].rstrip(".") + "."


