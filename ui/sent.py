"""What the page's own parts may send: anything else does not come from them."""

from base64 import b64decode
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, Strict

from model.presets import MOST_BYTES

Name = Annotated[str, Field(max_length=200)]
Number = Annotated[float, Field(allow_inf_nan=False)]
Entry = Number | Annotated[str, Field(max_length=24)] | None
"""A number from a slider, words from an entry, None to reset."""
Move = Annotated[tuple[Name, Entry], Strict(False)]
"""A lever's id and what became of it; JSON knows no tuples, so a list will do."""


TOO_LARGE = b" " * (MOST_BYTES + 1)
"""Stands for a file that the page did not hand over for its size."""


def _decoded(content: object) -> object:
    """Its bytes; none is decoded that is longer than a file may be."""
    if content is None:
        return TOO_LARGE
    if not isinstance(content, str):
        raise ValueError("no file")
    return TOO_LARGE if len(content) > 4 * (MOST_BYTES // 3 + 1) else b64decode(content, validate=True)


class SentFile(BaseModel):
    """A file that somebody chose or dropped."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    name: Annotated[str, Field(min_length=1, max_length=1_000)]
    content: Annotated[bytes, BeforeValidator(_decoded)]


class Choice(BaseModel):
    """The view that was chosen last."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    visit: Name
    number: int = Field(ge=1, le=10**9)
    view: Name


class Sent(BaseModel):
    """The moves not answered yet, oldest first; after a restart of the server also all that stood before."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    visit: Name
    number: int = Field(ge=1, le=10**9)
    moves: list[Move] = Field(max_length=500)
    preset: Name | None = None
    changes: dict[Name, Number] = Field(default={}, max_length=500)
