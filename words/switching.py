"""Switching values in words: as sentences, as cells of a table, as the text of a tick on a slider."""

from collections.abc import Iterable

from model.appraisal import Appraisal
from model.levers import Group, Lever
from model.sweep import steps_per_unit
from model.switching import CostSwitch, RankingChange, Switch
from model.what_ifs import WhatIf
from words.numbers import ORDINALS, count, money, names, quantity
from words.outcomes import JUDGED

HEADINGS = ["What", "Now", "Switches at", "Then"]

_SHARED = {
    "staff": "The council has",
    "offices": "The council has",
    "horizon": "Outcomes are counted for",
    "delay": "Work starts after",
    "disruption.months": "The disruption lasts",
    "disruption.share": "Those who cannot work remotely are",
}
_OF_OPTION = {"months": "{name} takes", "reach": "{name} closes", "cost_change": "{names} cost changes by"}
_COUNTED = ("months", "staff", "offices", "days")


def sentence(change: Switch, now: Appraisal) -> str:
    """Hybrid takes 22 months or more: Microsoft Cloud comes first."""
    what, _, at, then = cells(change, now)
    return f"{what} {at}: {then}"


def table(changes: Iterable[Switch], now: Appraisal) -> tuple[list[str], list[list[str]]]:
    """The switching values, those of the highest place first."""
    by_place = sorted(changes, key=lambda change: getattr(change, "place", len(now.options)))
    return HEADINGS, [cells(change, now) for change in by_place]


def cells(change: Switch, now: Appraisal) -> list[str]:
    """What moves, where it stands, where it switches and what is so from there."""
    lever = change.what_if.levers[0]
    if isinstance(change, CostSwitch) and lever.group is Group.COSTS:
        stands, at = money(now.option(lever.option.id).cost), f"{money(change.cost)}, {_signed(change.at)}"
        return [f"{possessive(lever.option.name)} cost is", stands, at, then(change, now)]
    return [subject(change.what_if), _stands(change), condition(change), then(change, now)]


def subject(what_if: WhatIf) -> str:
    """What moves, as the beginning of a sentence: Hybrid takes; Outcomes are counted for."""
    lever = what_if.levers[0]
    if len(what_if.levers) > 1:
        return f"{possessive(lever.option.name)} judged outcomes are"
    if lever.option is None:
        verb = "counts for" if lever.group is Group.WEIGHTS else "is"
        return _SHARED.get(lever.id, f"“{lever.name}” {verb}")
    if lever.group is Group.SCORES:
        return f"{lever.option.name} on “{lever.name}” is judged"
    if lever.line is not None:
        return f"{possessive(lever.option.name)} “{lever.name}” is"
    pattern = _OF_OPTION.get(lever.id.partition(".")[2], "{names} “{field}” is")
    return pattern.format(name=lever.option.name, names=possessive(lever.option.name), field=lever.name)


def possessive(name: str) -> str:
    """Hybrid's; Refurbish in phases'."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def condition(change: Switch) -> str:
    """22 months or more; under 24 months; 3 months or fewer."""
    lever, before = change.what_if.levers[0], _before(change)
    if len(change.what_if.levers) > 1:
        return f"all {_or_beyond(count(change.at), change)}{_judged(change)}"
    if _on_a_step(before, lever) and not _on_a_step(change.at, lever):
        return f"{'over' if change.direction > 0 else 'under'} {_said(before, lever)}"
    return _or_beyond(_said(change.at, lever), change)


def _or_beyond(said: str, change: Switch) -> str:
    measure = change.what_if.measure
    if change.at in (measure.least, measure.most):
        return said
    less = "fewer" if measure.unit in _COUNTED else "less"
    return f"{said} or {'more' if change.direction > 0 else less}"


def then(change: Switch, now: Appraisal) -> str:
    """Microsoft Cloud comes first; Microsoft 365 costs less."""
    if isinstance(change, CostSwitch):
        return f"{_named([change.winner], now)} costs less"
    place = ORDINALS[change.place - 1]
    if len(change.holders) == len(now.options):
        return "all options tie"
    if len(change.holders) > 1:
        return f"{_named(change.holders, now)} tie for {place} place"
    return f"{_named(change.holders, now)} comes {place}"


def tick(change: RankingChange, now: Appraisal) -> str:
    """What a mark on the lever's slider says: Drops below Microsoft 365 beyond 24 months.

    On an option's own slider the option goes without saying. Options go by their short names, and a value by the
    slider's nearest step where that is near enough.
    """
    lever = change.what_if.levers[0]
    movers, verb, others = _move(change, lever.option.id if lever.option else "")
    verb = verb if len(movers) > 1 else _ONE[verb]
    own = lever.option is not None and movers == (lever.option.id,)
    who = verb.capitalize() if own else f"{_briefly(movers, now)} {verb}"
    where = "beyond" if change.direction > 0 else "under"
    return f"{who} {_briefly(others, now)} {where} {_near(change)}"


NEAR_ENOUGH = 0.05
"""Of the exact value: how far the step that stands for it may be from it."""


def _near(change: RankingChange) -> str:
    """24 months; about 1,200 staff, where the exact 1,188 would only be harder to take in."""
    lever, exact = change.what_if.levers[0], _before(change)
    measure = lever.measure
    step = measure.least + measure.step * round((exact - measure.least) / measure.step)
    near = abs(exact) >= 1000 and abs(step - exact) <= NEAR_ENOUGH * abs(exact) and step != change.now
    return f"about {_said(step, lever)}" if near and not _on_a_step(exact, lever) else _said(exact, lever)


_ONE = {"pass": "passes", "drop below": "drops below", "draw level with": "draws level with"}


def _move(change: RankingChange, own: str) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """Who does what to whom; told of the option itself where it is the one that drops."""
    if not change.gains:
        return change.loses, "drop below", change.holders
    if not change.loses:
        return change.gains, "draw level with", tuple(each for each in change.holders if each not in change.gains)
    if change.loses == (own,):
        return change.loses, "drop below", change.gains
    return change.gains, "pass", change.loses


def _named(options: Iterable[str], now: Appraisal) -> str:
    return names([now.option(option).option.name for option in options])


def _briefly(options: Iterable[str], now: Appraisal) -> str:
    found = [now.option(option).option for option in options]
    return names([option.short or option.name for option in found])


def _stands(change: Switch) -> str:
    return "as judged" if change.now is None else _said(change.now, change.what_if.levers[0])


def _said(value: float, lever: Lever) -> str:
    return _signed(value) if lever.group is Group.COSTS else quantity(value, lever.measure.unit)


def _signed(percent: float) -> str:
    sign = "+" if percent > 0 else "\N{MINUS SIGN}" if percent < 0 else ""
    return f"{sign}{count(abs(percent))}%"


def _before(change: Switch) -> float:
    """The last value at which it is not yet so."""
    per_unit = steps_per_unit(change.what_if.measure)
    return (round(change.at * per_unit) - change.direction) / per_unit


def _on_a_step(value: float, lever: Lever) -> bool:
    steps = (value - lever.measure.least) / lever.measure.step
    return abs(steps - round(steps)) < 1e-6


def _judged(change: Switch) -> str:
    """The nearest word for a score at which it is so."""
    beyond = [score for score in JUDGED if score and (score - change.at) * change.direction >= 0]
    nearest = min(beyond, key=lambda score: abs(score - change.at), default=None)
    return "" if nearest is None else f" ({JUDGED[nearest].lower()}: {nearest})"
