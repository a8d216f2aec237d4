"""The last change, to be played to a room: what was said before it, and the stops that its lever passes."""

from model.appraisal import Appraisal, evaluate
from model.levers import Lever
from model.sweep import stops
from ui import state
from ui.board.table import MOST_STOPS
from words.verdict import verdict


def replay(now: Appraisal, preset: Appraisal) -> dict | None:
    """What the panel plays, once for each token; None while nothing is asked for.

    ``values`` are in the lever's own unit, from old to new. Where several levers changed at once nothing
    passes any stops, and only what was said before and after is told.
    """
    asked = state.replay()
    if asked is None:
        return None
    said = verdict(evaluate(now.engine, asked.before), preset)
    moved = played(now)
    return {
        "token": asked.token,
        "lever": moved[0].id if moved else None,
        "values": _passed(moved[0], _value(moved[0], asked.before), now.value(moved[0].id)) if moved else [],
        "before": {"lead": said.lead, "rest": said.rest, "say": str(said)},
    }


def played(now: Appraisal) -> list[Lever]:
    """The lever that moves while a change is played, if one alone does."""
    asked = state.replay()
    if asked is None:
        return []
    moved = [lever for lever in now.engine.levers if _value(lever, asked.before) != now.value(lever.id)]
    return moved if len(moved) == 1 else []


def _value(lever: Lever, changes) -> float:
    return changes.get(lever.id, lever.default)


def _passed(lever: Lever, old: float, new: float) -> list[float]:
    between = [stop for stop in stops(lever, new, MOST_STOPS).tolist() if min(old, new) < stop < max(old, new)]
    return [old, *(between if old < new else reversed(between)), new]
