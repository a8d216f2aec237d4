"""What a scene says: headline and second line, computed from the state it shows unless the preset wrote them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from model.appraisal import Appraisal, OptionResult, evaluate
from model.levers import Lever
from model.scenes import FIELD, Chart, Predict, Scene
from model.uncertainty import Simulation
from model.what_ifs import WhatIf
from words import findings, sureness
from words.facts import best_on
from words.numbers import (
    COUNTS,
    ORDINALS,
    count,
    counted,
    millions,
    money,
    months,
    names,
    pay,
    points,
    quantity,
    score,
    typed,
    whole,
)
from words.switching import subject
from words.verdict import basis, verdict

Draws = Callable[[], Simulation]


@dataclass(frozen=True)
class Told:
    """A scene's words."""

    headline: str
    second: str
    notes: str


def told(scene: Scene, now: Appraisal, draws: Draws) -> Told:
    """The words of a scene in its state; ``draws`` goes over the ranges, if that is needed."""
    headline, second = _COMPUTED.get(scene.chart, _verdict)(now, draws)
    known = figures(now)
    return Told(
        filled(scene.headline, known) if scene.headline else headline,
        filled(scene.second, known) if scene.second else second,
        filled(scene.notes, known),
    )


def figures(now: Appraisal) -> dict[str, str]:
    """What a scene's words may name in braces, as people write it."""
    found = {lever.id: quantity(now.value(lever.id), lever.measure.unit) for lever in now.engine.levers}
    for result in now.options:
        found[f"{result.option.id}.cost"] = money(result.cost)
        found[f"{result.option.id}.score"] = score(result.overall)
    found |= {"first": _holders(1, now), "second": _holders(2, now)}
    if now.idle_people is not None:
        found |= {"idle": whole(now.idle_people), "idle-pay": pay(now.idle_pay)}
    return found


def filled(words: str, known: Mapping[str, str]) -> str:
    """Words with the figures they name in braces."""
    return FIELD.sub(lambda field: known[field[1]], words)


def _holders(place: int, now: Appraisal) -> str:
    """Who has a place; who shares it, and nobody where those above share it."""
    there = [result.option.name for result in now.options if result.rank == place]
    return names(there) if there else "no option"


# What is computed: headline and second line


def _people(now: Appraisal, draws: Draws) -> tuple[str, str]:
    if whole(now.idle_people) == "0":
        return "Everybody can work away from the office", ""
    idle, lasts = counted(now.idle_people, "person", "people"), months(now.value("disruption.months"))
    return (
        f"{whole(now.idle_people)} of {count(now.value('staff'))} people cannot work away from the office",
        f"Offices closed for {lasts}: {idle} idle at first, {pay(now.idle_pay)} of pay a month.",
    )


def _options(now: Appraisal, draws: Draws) -> tuple[str, str]:
    many = COUNTS[len(now.options)].capitalize()
    low, *_, high = (_paid(result) for result in sorted(now.options, key=lambda result: result.cost))
    spread = f"each for {low}" if low == high else f"from {low} to {high}"
    return f"{many} options, {spread}", f"{findings.roll_out(now)}."


def _costs(now: Appraisal, draws: Draws) -> tuple[str, str]:
    low, *others = sorted(findings.funded(now), key=lambda result: result.cost)
    drivers = f"{findings.cost_drivers(now)}."
    if not others:
        return f"{low.option.name} costs {_paid(low)}", drivers
    high = others[-1]
    if _paid(low) == _paid(high):
        return f"{names([result.option.name for result in (low, *others)])} cost the same: {_paid(low)}", drivers
    return f"{low.option.name} costs {_paid(low)}, {high.option.name} {_paid(high)}", drivers


def _paid(result: OptionResult) -> str:
    return "nothing" if money(result.cost) == "nil" else millions(result.cost)


def _outcomes(now: Appraisal, draws: Draws) -> tuple[str, str]:
    if not now.weighted:
        return best_on(now), "Every weight is nil, so there is no overall score."
    leaders = [result for result in now.options if result.rank == 1]
    who = f"{names([result.option.name for result in leaders])} {'score' if len(leaders) > 1 else 'scores'}"
    return best_on(now), f"Overall, {who} {score(leaders[0].overall)} of 100, {basis(now)}."


def _how_sure(now: Appraisal, draws: Draws) -> tuple[str, str]:
    found = draws()
    return sureness.headline(now, found).rstrip("."), sureness.first_places(now, found)


def _ranges(now: Appraisal, draws: Draws) -> tuple[str, str]:
    return sureness.lean(now, draws()), ""


def _verdict(now: Appraisal, draws: Draws) -> tuple[str, str]:
    said = verdict(now, evaluate(now.engine))
    return said.lead.rstrip("."), said.rest


def _finding(find: Callable[[Appraisal], str]) -> Callable[[Appraisal, Draws], tuple[str, str]]:
    return lambda now, draws: (find(now), "")


_COMPUTED = {
    Chart.PEOPLE: _people,
    Chart.OPTIONS: _options,
    Chart.COSTS: _costs,
    Chart.OUTCOMES: _outcomes,
    Chart.HOW_SURE: _how_sure,
    Chart.RANGES: _ranges,
    Chart.ROLL_OUT: _finding(findings.roll_out),
    Chart.PEOPLE_IDLE: _finding(findings.people_idle),
    Chart.BACKLOG: _finding(findings.backlog),
    Chart.SPENDING: _finding(findings.spending),
    Chart.FRONTIER: _finding(findings.benefit_against_cost),
}


# Predict, then reveal


@dataclass(frozen=True)
class Prediction:
    """What the room is asked, what it may answer, and what is so."""

    question: str
    hint: str
    answer: str
    why: str
    choices: tuple[int, ...]
    """Options by their place in the scenario."""
    right: tuple[int, ...]
    """Those of them that take the place asked for; none where the place falls to nobody."""


def prediction(asked: Predict, now: Appraisal) -> Prediction:
    """A question about what happens when a lever moves from where it stands now."""
    then = evaluate(now.engine, {**now.changes, asked.lever: asked.to})
    lever, place = now.engine.offered[asked.lever], ORDINALS[asked.place - 1]
    moved = quantity(asked.to, lever.measure.unit)
    stays = [result for result in now.options if result.rank == then.option(result.option.id).rank == 1]
    keeps = asked.place == 2 and len(stays) == 1 and then.weighted
    hint = f"{stays[0].option.name} stays first. Guess who is behind it" if keeps else "Guess"
    return Prediction(
        question=f"{subject(WhatIf((lever,)))} {moved}, not {typed(now.value(lever.id), lever.measure.unit)}."
        f" Who comes {place}?",
        hint=f"{hint} before we draw the rest of the line.",
        answer=_answer(lever, moved, now, then),
        why=_why(asked.place, then, f" {stays[0].option.name} stays first." if keeps else ""),
        choices=tuple(i for i, result in enumerate(now.options) if not (keeps and result is stays[0])),
        right=tuple(i for i, result in enumerate(then.options) if result.rank == asked.place and then.weighted),
    )


def _answer(lever: Lever, moved: str, now: Appraisal, then: Appraisal) -> str:
    """At 25 months, Microsoft Cloud drops to third; for a lever of all options, who comes first."""
    if not then.weighted:
        return "No option comes first"
    if lever.option is None:
        leaders = [result.option.name for result in then.options if result.rank == 1]
        return f"With {moved}, {names(leaders)} {'tie for first place' if len(leaders) > 1 else 'comes first'}"
    was, became = (each.option(lever.option.id).rank for each in (now, then))
    joint = "joint " if sum(result.rank == became for result in then.options) > 1 else ""
    verb = "stays" if was == became else "drops to" if became > was else "rises to"
    return f"At {moved}, {lever.option.name} {verb} {joint}{ORDINALS[became - 1]}"


def _why(place: int, then: Appraisal, rest: str) -> str:
    """Microsoft 365 comes second, by 0.5 points. Hybrid stays first."""
    if not then.weighted:
        return sureness.NOTHING_COUNTS
    holders = [result for result in then.options if result.rank == place]
    if not holders:
        shared = max((result for result in then.options if result.rank < place), key=lambda result: result.rank)
        tied = names([result.option.name for result in then.options if result.rank == shared.rank])
        return f"Nobody comes {ORDINALS[place - 1]}: {tied} tie for {ORDINALS[shared.rank - 1]} place."
    if len(holders) > 1:
        return f"{names([result.option.name for result in holders])} tie for {ORDINALS[place - 1]} place.{rest}"
    behind = [result for result in then.ranking if result.rank > place][:1]
    ahead = f", {points(holders[0].overall - behind[0].overall)} ahead of {behind[0].option.name}" if behind else ""
    return f"{holders[0].option.name} comes {ORDINALS[place - 1]}{ahead}.{rest}"
