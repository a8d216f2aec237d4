"""What the last change was, and whether it changed the order."""

from model.appraisal import Appraisal
from words.numbers import spelt, typed
from words.verdict import reordered


def last_change(before: Appraisal, now: Appraisal) -> str:
    """Staff from 4,500 to 5,200; several are only counted."""
    offered = now.engine.levers
    moved = [lever for lever in offered if before.value(lever.id) != now.value(lever.id)]
    if len(moved) > 1:
        return f"{spelt(len(moved))} numbers at once.".capitalize()
    lever, unit = moved[0], moved[0].measure.unit
    return f"{lever.title} from {typed(before.value(lever.id), unit)} to {typed(now.value(lever.id), unit)}."


def why_reordered(before: Appraisal, now: Appraisal) -> str:
    """Which places the last change alone changed, and why; nothing where it changed none."""
    said = reordered(now, before)
    return f"Last change: {said}" if said else ""
