"""JSON from anywhere, read strictly: one value a key, only numbers that are numbers, and never too deep."""

import json
from typing import Any

MOST_DEPTH = 12


class TooDeep(ValueError):
    """Nested deeper than anything of ours."""


def read(text: str) -> Any:
    """What the text says. Raises ValueError with a plain reason, TooDeep among them."""
    try:
        return json.loads(text, object_pairs_hook=_no_twins, parse_constant=_no_constant)
    except RecursionError:
        raise TooDeep from None
    except ValueError as error:
        raise ValueError(reason(error)) from None


def reason(error: ValueError) -> str:
    """Why a text could not be read, in a few words."""
    if "integer string conversion" in str(error):
        return "it holds a number with thousands of digits"
    if isinstance(error, json.JSONDecodeError):
        return f"it is cut short or damaged at line {error.lineno}, column {error.colno}"
    return str(error)[:200].rstrip(".")


def check_depth(data: Any) -> None:
    """Raises TooDeep; by a walk that cannot itself run too deep."""
    waiting = [(data, 1)]
    while waiting:
        node, depth = waiting.pop()
        if depth > MOST_DEPTH:
            raise TooDeep
        children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
        waiting += [(child, depth + 1) for child in children]


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"the key {key[:60]!r} stands twice in one table")
        found[key] = value
    return found


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not a number")
