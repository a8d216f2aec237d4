"""A scenario worth keeping beside others: a letter, a name, why, and what it changes."""

from collections.abc import Iterable
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from model.provenance import Frozen
from model.text import Line, Name, Note

LETTERS = ("A", "B", "C", "D")
MOST_TEXT = 180
"""Bytes of name and note together, so that four of them fit a link in any script."""


class Kept(Frozen):
    """One kept scenario; ``preset`` is the id of the preset it changes."""

    letter: Literal["A", "B", "C", "D"]
    name: Name
    note: Note = ""
    preset: Line
    changes: dict[str, Annotated[float, Field(allow_inf_nan=False)]] = Field(default_factory=dict, max_length=500)

    @model_validator(mode="after")
    def _fits_a_link(self) -> Self:
        if len(f"{self.name}{self.note}".encode()) > MOST_TEXT:
            raise ValueError("name and note together are too long for a link; shorten the note")
        return self


def free_letter(kept: Iterable[Kept]) -> str | None:
    """The first letter nobody has; None when all four are taken."""
    taken = {each.letter for each in kept}
    return next((letter for letter in LETTERS if letter not in taken), None)
