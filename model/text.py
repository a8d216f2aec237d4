"""Text that people write: kept as it is, less what could hide or disguise something."""

import unicodedata
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, StringConstraints

LONGEST_NAME, LONGEST_NOTE = 40, 140
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_BLANK = "\u034f\u115f\u1160\u2800\u3164\uffa0"
"""Characters that count as letters or signs and draw nothing."""


def _hides(character: str) -> bool:
    return character in _BLANK or unicodedata.category(character) in _HIDDEN


def _visible(text: str) -> str:
    for character in text:
        if _hides(character):
            raise ValueError(f"must not hold hidden characters, found U+{ord(character):04X}")
    return text


def _unwrapped(text: object) -> object:
    """Text written over several lines, as one."""
    return " ".join(text.split()) if isinstance(text, str) else text


_Visible = AfterValidator(_visible)
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120), _Visible]
"""A name, a unit or a label, up to 120 characters."""

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_NAME), _Visible]
"""What somebody calls something of their own."""

Note = Annotated[str, BeforeValidator(_unwrapped), StringConstraints(max_length=LONGEST_NOTE), _Visible]
"""Why, in a sentence."""

Prose = Annotated[str, BeforeValidator(_unwrapped), StringConstraints(max_length=1000), _Visible]
"""A note of up to 1,000 characters."""


def sentence(text: str) -> str:
    """Text fit for a message: one line, nothing hidden, not endless."""
    line = " ".join("".join(" " if _hides(character) else character for character in text).split())
    return line if len(line) <= 400 else f"{line[:399].rstrip()}…"


def plain(number: float) -> str:
    """A number with thousands separators and nothing else, for messages."""
    return f"{number:,.10g}"


def quoted(text: str) -> str:
    """Somebody's words in a message, told apart from ours."""
    return f"'{sentence(text)[:60]}'"


def given(value: object) -> str:
    """What somebody wrote where something else was wanted, as a message names it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return plain(value) if abs(value) < 1e15 or value != value else "a number that large"
    if isinstance(value, str):
        return f"the text {quoted(value)}"
    names = {list: "a list", tuple: "a list", dict: "a table", type(None): "nothing"}
    return names.get(type(value), "a date or a time")
