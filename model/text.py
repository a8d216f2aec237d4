"""Text that people write: kept as it is, less what could hide or disguise something."""

import unicodedata
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def _visible(text: str) -> str:
    for character in text:
        if unicodedata.category(character) in _HIDDEN:
            raise ValueError(
                f"text must not hold hidden characters, found U+{ord(character):04X}"
            )
    return text


_Visible = AfterValidator(_visible)
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120), _Visible]
"""A name, a unit or a label, up to 120 characters."""

Prose = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000), _Visible]
"""A note of up to 1,000 characters."""
