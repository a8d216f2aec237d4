"""A number never travels without its unit, its range, its status and where it comes from."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from model.text import Line, Prose

Finite = Annotated[float, Field(allow_inf_nan=False, ge=-1e12, le=1e12)]
Identifier = Annotated[
    str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=40)
]


class Frozen(BaseModel):
    """Data that cannot change and refuses what it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Status(StrEnum):
    """How we know a number, from firmest to loosest; ``YOURS`` is what the reader set."""

    PUBLISHED = "published"
    SOURCED = "sourced"
    DERIVED = "derived"
    ASSUMPTION = "assumption"
    YOURS = "yours"


class Source(Frozen):
    """A document somebody can look up."""

    title: Line
    publisher: Line
    year: Annotated[int, Field(ge=1900, le=2100)]
    link: Annotated[str, StringConstraints(pattern=r"^https://[^\s<>\"']+$", max_length=300)] | None = None


class Offer(Frozen):
    """Another value somebody could defend, offered in one click."""

    value: Finite
    label: Line
    source: Identifier | None = None


class Quantity(Frozen):
    """One number: ``low`` and ``high`` are its plausible range, both ``value`` if taken as known.

    ``source`` is a key of the scenario's sources; published and sourced numbers must have one.
    """

    value: Finite
    unit: Line
    low: Finite
    high: Finite
    status: Annotated[Status, Field(strict=False)]
    source: Identifier | None = None
    note: Prose = ""
    offer: Offer | None = None

    @model_validator(mode="before")
    @classmethod
    def _known_number_has_no_range(cls, data: object) -> object:
        if isinstance(data, dict) and "value" in data:
            return {"low": data["value"], "high": data["value"], **data}
        return data

    @model_validator(mode="after")
    def _range_holds_value(self) -> Self:
        if not self.low <= self.value <= self.high:
            raise ValueError(
                f"value must lie between low and high, {self.low:,.10g} to {self.high:,.10g},"
                f" not {self.value:,.10g}"
            )
        if self.status in (Status.PUBLISHED, Status.SOURCED) and self.source is None:
            raise ValueError(f"a {self.status} number must name its source")
        if self.status is Status.YOURS:
            raise ValueError("status must be published, sourced, derived or assumption")
        return self
