"""What the live board may send: anything else does not come from it."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, Strict

Name = Annotated[str, Field(max_length=200)]
Number = Annotated[float, Field(allow_inf_nan=False)]
Entry = Number | Annotated[str, Field(max_length=24)] | None
"""A number from a slider, words from an entry, None to reset."""
Move = Annotated[tuple[Name, Entry], Strict(False)]
"""A lever's id and what became of it; JSON knows no tuples, so a list will do."""


class Sent(BaseModel):
    """The moves not answered yet, oldest first; after a restart of the server also all that stood before."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    visit: Name
    number: int = Field(ge=1, le=10**9)
    moves: list[Move] = Field(max_length=500)
    preset: Name | None = None
    changes: dict[Name, Number] = Field(default={}, max_length=500)
