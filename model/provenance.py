"""A number never travels without its unit, its range, its status and where it comes from."""

import re
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from model.text import Line, Prose, given, plain


def _matching(pattern: str, rule: str) -> AfterValidator:
    """Text must match the pattern; ``rule`` says the same in words."""

    def match(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(f"must be {rule}, not {given(text)}")
        return text

    return AfterValidator(match)


Finite = Annotated[float, Field(allow_inf_nan=False, ge=-1e12, le=1e12)]
IDENTIFIER = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
Identifier = Annotated[
    str,
    Field(max_length=40),
    _matching(IDENTIFIER, "lower-case letters and digits joined by hyphens, such as new-depot"),
]
Link = Annotated[
    str, Field(max_length=300), _matching(r"https://[!#-&(-;=?-~]+", "an address that begins with https://")
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


_OF_A_PRESET = tuple(status for status in Status if status is not Status.YOURS)


def _status_of_a_preset(status: object) -> object:
    if status not in _OF_A_PRESET:
        raise ValueError(f"must be published, sourced, derived or assumption, not {given(status)}")
    return status


class Source(Frozen):
    """A document somebody can look up."""

    title: Line
    publisher: Line
    year: Annotated[int, Field(ge=1900, le=2100)]
    link: Link | None = None


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
    status: Annotated[Status, Field(strict=False), BeforeValidator(_status_of_a_preset)]
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
        for name, number in (("value", self.value), ("offer.value", self.offer and self.offer.value)):
            if number is not None and not self.low <= number <= self.high:
                bounds = f"{plain(self.low)} to {plain(self.high)}"
                raise ValueError(f"{name} must lie between low and high, {bounds}, not {plain(number)}")
        return self

    @model_validator(mode="after")
    def _firm_number_names_its_source(self) -> Self:
        if self.status in (Status.PUBLISHED, Status.SOURCED) and self.source is None:
            raise ValueError(f"source is missing: a {self.status} number must name one")
        return self
