"""Scenes: the story of a decision as a presenter tells it, each a saved state, one chart and a few words.

They are data in the preset. A headline left out is computed from what the scene shows, so it is never
false; one that is written may name figures in braces, which are filled in from the state shown.
"""

import re
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from model.provenance import Finite, Frozen, Identifier
from model.text import Line, Prose, quoted


class Chart(StrEnum):
    """What a scene shows."""

    PEOPLE = "people"
    OPTIONS = "options"
    COSTS = "costs"
    OUTCOMES = "outcomes"
    HOW_SURE = "how-sure"
    WHAT_IF = "what-if"
    BOARD = "board"
    ROLL_OUT = "roll-out"
    PEOPLE_IDLE = "people-idle"
    BACKLOG = "backlog"
    SPENDING = "spending"
    FRONTIER = "frontier"
    RANGES = "ranges"
    NONE = "none"


NEED_A_DISRUPTION = {Chart.PEOPLE, Chart.PEOPLE_IDLE, Chart.BACKLOG}

LeverName = Annotated[str, Field(max_length=120)]

FIELD = re.compile(r"\{([^{}]*)\}")
"""A figure in a scene's words: {staff}, {cloud.months}, {hybrid.cost}, {first}."""
OF_AN_OPTION = ("cost", "score")
PLACES = ("first", "second")
OF_A_DISRUPTION = ("idle", "idle-pay")


class Predict(Frozen):
    """A question to the room: who takes this place once the lever stands there? The answer is the model's."""

    lever: LeverName
    to: Finite
    place: Annotated[int, Field(ge=1, le=8)] = 2


class Scene(Frozen):
    """One scene; ``changes`` are laid over what is set when it is shown."""

    id: Identifier
    name: Line
    chart: Annotated[Chart, Field(strict=False)]
    headline: Line | None = None
    second: Line | None = None
    changes: Annotated[dict[LeverName, Finite], Field(max_length=40)] = Field(default_factory=dict)
    notes: Prose = ""
    predict: Predict | None = None

    @model_validator(mode="after")
    def _parts_fit_the_chart(self) -> Self:
        if self.chart is Chart.NONE and self.headline is None:
            raise ValueError("headline is missing: a scene without a chart needs one")
        if (self.chart is Chart.WHAT_IF) != (self.predict is not None):
            raise ValueError("predict goes with the chart what-if, and only with that")
        return self

    def fields(self) -> set[str]:
        """The names in braces in its words."""
        return {name for words in (self.headline, self.second, self.notes) for name in FIELD.findall(words or "")}

    @property
    def needs_a_disruption(self) -> bool:
        """Whether it speaks of a disruption, so that it falls away where there is none."""
        named = {*self.fields(), *self.changes, self.predict.lever if self.predict else ""}
        return self.chart in NEED_A_DISRUPTION or any(
            name in OF_A_DISRUPTION or name.startswith("disruption.") for name in named
        )


STANDING = (
    Scene(id="challenge", name="The challenge", chart=Chart.PEOPLE),
    Scene(id="options", name="The options", chart=Chart.OPTIONS),
    Scene(id="costs", name="What they cost", chart=Chart.COSTS),
    Scene(id="outcomes", name="What they achieve", chart=Chart.OUTCOMES),
    Scene(id="how-sure", name="The recommendation, and how sure", chart=Chart.HOW_SURE),
    Scene(id="what-if", name="What if…", chart=Chart.BOARD),
)
"""The scenes of a preset that brings none of its own."""


def odd_words(scene: Scene, known: set[str]) -> str | None:
    """A name in braces that is no figure of a preset that knows these, as a message quotes it."""
    odd = sorted(scene.fields() - known)
    return quoted(odd[0]) if odd else None
