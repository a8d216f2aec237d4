"""The course of every option's score while one lever moves from its least to its most."""

from dataclasses import dataclass

from model.appraisal import Appraisal
from model.engine import Array
from model.levers import Lever
from model.sweep import sweep
from model.switching import RankingChange, ranking_changes
from model.what_ifs import WhatIf

MOST_STOPS = 201
"""Points of a line, enough for every step of nearly every lever."""


@dataclass(frozen=True)
class Course:
    """Scores at each stop of a lever, and where the order changes on the way."""

    lever: Lever
    stops: Array
    """Values of the lever, ascending, (stops,)."""
    overall: Array
    """Of 100, (stops, options)."""
    changes: tuple[RankingChange, ...]
    """Walking away from where the lever stands: down, then up."""


def course(now: Appraisal, lever: str) -> Course:
    """How the scores run as this lever moves, all others where they stand.

    Raises KeyError for a lever the scenario does not have.
    """
    found = now.engine.offered[lever]
    swept = sweep(now.engine, now.changes, [lever], MOST_STOPS)
    return Course(found, swept.stops, swept.results.overall, ranking_changes(now, [WhatIf((found,))]))
