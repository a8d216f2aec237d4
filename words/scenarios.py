"""Scenarios beside each other: whether they may be compared, what differs between them, and what that comes to."""

from collections.abc import Sequence
from dataclasses import dataclass

from model.appraisal import Appraisal, OptionResult
from model.levers import Lever
from words.numbers import money, months, names, quantity, score, spelt
from words.plain_text import standing


@dataclass(frozen=True)
class Named:
    """One scenario to compare; ``letter`` is empty for the one on screen."""

    letter: str
    name: str
    note: str
    appraisal: Appraisal

    @property
    def label(self) -> str:
        """A: Two sites; On screen."""
        return f"{self.letter}: {self.name}" if self.letter else self.name


def alike(found: Sequence[Named]) -> list[Named]:
    """Those that may stand beside the first, itself among them."""
    return [each for each in found if not unlike(found[0].appraisal, each.appraisal)]


def unlike(one: Appraisal, other: Appraisal) -> str:
    """Why two may not be compared; nothing where they may."""
    options, others = ([result.option.name for result in each.options] for each in (one, other))
    if options != others:
        return f"it has other options ({names(others)})"
    outcomes, others = ([(each.name, each.kind) for each in side.scenario.outcomes] for side in (one, other))
    if outcomes != others:
        return f"it is judged by other outcomes ({names([name for name, _ in others])})"
    return ""


def not_compared(found: Sequence[Named]) -> list[str]:
    """A sentence for each that may not stand beside the first."""
    reasons = [(each, unlike(found[0].appraisal, each.appraisal)) for each in found[1:]]
    return [f"{each.label} is not compared with what is on screen: {why}." for each, why in reasons if why]


def finding(found: Sequence[Named]) -> str:
    """Who comes first where."""
    winners: dict[str, list[Named]] = {}
    for each in found:
        winners.setdefault(_first(each.appraisal), []).append(each)
    if len(winners) == 1:
        count = "both" if len(found) == 2 else f"all {spelt(len(found))}"
        return f"{next(iter(winners))} in {count} scenarios"
    return "; ".join(f"{who} {_where(where)}" for who, where in winners.items())


def _first(now: Appraisal) -> str:
    if not now.weighted:
        return "No option comes first"
    leaders = [result.option.name for result in now.options if result.rank == 1]
    return f"{leaders[0]} comes first" if len(leaders) == 1 else f"{names(leaders)} tie for first place"


def _where(where: list[Named]) -> str:
    letters = [each.letter for each in where if each.letter]
    here = ["on screen"] if len(letters) < len(where) else []
    return names([*here, *([f"in {names(letters)}"] if letters else [])])


def levers_apart(found: Sequence[Named]) -> list[Lever]:
    """The levers that do not stand at the same value in all of them."""
    shared = [lever for lever in found[0].appraisal.engine.levers if _in_all(lever, found)]
    return [lever for lever in shared if len({each.appraisal.value(lever.id) for each in found}) > 1]


def _in_all(lever: Lever, found: Sequence[Named]) -> bool:
    return all(lever.id in each.appraisal.engine.offered for each in found)


def settings(found: Sequence[Named]) -> tuple[list[str], list[list[str]]]:
    """Headers and rows: what differs, lever by lever."""
    rows = [
        [lever.title, *(quantity(each.appraisal.value(lever.id), lever.measure.unit) for each in found)]
        for lever in levers_apart(found)
    ]
    return ["What differs", *(each.label for each in found)], rows


def settings_title(rows: int) -> str:
    """How much differs."""
    if not rows:
        return "No number differs between them"
    return "One number differs" if rows == 1 else f"{spelt(rows)} numbers differ".capitalize()


def comes_to(result: OptionResult, now: Appraisal) -> tuple[str, str]:
    """1st, £1.561m; 6 months, score 72.7."""
    cost = money(result.cost)
    time = months(result.months) if result.months else "no time"
    return f"{standing(result, now)}, {cost}" if now.weighted else cost, f"{time}, score {score(result.overall)}"
