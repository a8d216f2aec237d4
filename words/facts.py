"""The options side by side in words: what counts, how firm it is, what changed, and who does best on what."""

from collections import Counter
from dataclasses import dataclass

from model.appraisal import Appraisal, OptionResult
from model.provenance import Status
from words.findings import SHOWN_EQUAL
from words.numbers import COUNTS, counted, pay, whole
from words.plain_text import FACTS, NONE
from words.provenance import status

COST, TIME = "Cost to deliver", "Time to deliver"


@dataclass(frozen=True)
class Told:
    """One option in one row: its words, what they were in the preset if anything else, and what they really mean."""

    words: str
    was: str = ""
    meaning: str = ""


@dataclass(frozen=True)
class Fact:
    """One row: what it is, how firm the least firm of its numbers is, and each option in it."""

    name: str
    status: Status
    told: tuple[Told, ...]


def facts(now: Appraisal, preset: Appraisal) -> list[Fact]:
    """The rows for which the scenario has data."""
    rows = [
        Fact(name, _status(name, now), tuple(
            _told(name, words(here, now), words(was, preset), here, now)
            for here, was in zip(now.options, preset.options, strict=True)
        ))
        for name, words in FACTS.items()
    ]  # fmt: skip
    return [row for row in rows if any(each.words != NONE for each in row.told)]


def nil_cost(now: Appraisal) -> str:
    """What carrying on as now really costs: 1,125 people idle, £3.41m of pay a month; nothing where nobody is idle."""
    if now.idle_people is None or whole(now.idle_people) == "0":
        return ""
    return f"{counted(now.idle_people, 'person', 'people')} idle, {pay(now.idle_pay)} of pay a month"


def best_on(now: Appraisal) -> str:
    """Hybrid scores highest on five of the seven outcomes, Microsoft Cloud on two."""
    best = Counter(result.option.name for outcome in now.scenario.outcomes for result in _best(outcome.id, now))
    if not best:
        return "No option scores anything on any outcome"
    (first, most), *others = best.most_common()
    rest = "".join(f", {name} on {COUNTS[count]}" for name, count in others)
    return f"{first} scores highest on {_of(most, len(now.scenario.outcomes))}{rest}"


def _of(most: int, every: int) -> str:
    """Five of the seven outcomes; all seven; both; the one there is."""
    if most < every:
        return f"{COUNTS[most]} of the {COUNTS[every]} outcomes"
    return {1: "the one outcome", 2: "both outcomes"}.get(every, f"all {COUNTS[every]} outcomes")


def _best(outcome: str, now: Appraisal) -> list[OptionResult]:
    """Who scores highest, several where they score the same, nobody where all score nothing."""
    most = max(result.scores[outcome] for result in now.options)
    return [result for result in now.options if result.scores[outcome] > most - SHOWN_EQUAL] if most else []


def _status(name: str, now: Appraisal) -> Status:
    """As on screen: costs are sums, times have a status of their own, the rest follows from what we assumed."""
    if name != TIME:
        return Status.DERIVED if name == COST else Status.ASSUMPTION
    order = list(Status)
    times = [status(now, now.engine.offered[f"{result.option.id}.months"]) for result in now.options]
    return max(times, key=order.index)


def _told(name: str, here: str, was: str, result: OptionResult, now: Appraisal) -> Told:
    nil = name == COST and here == "nil" and result.option.id == now.scenario.benchmark
    meaning = f"but {nil_cost(now)}" if nil and nil_cost(now) else ""
    return Told(here, f"was {was}" if here != was else "", meaning)
