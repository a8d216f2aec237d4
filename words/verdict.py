"""The verdict in one sentence, and what moved and why: computed from the appraisal, true of what is shown."""

from dataclasses import dataclass

from model.appraisal import Appraisal, OptionResult
from model.attribution import decisive
from model.levers import Group, Lever
from words.numbers import COUNTS, ORDINALS, count, millions, money, months, names, points, quantity, score


@dataclass(frozen=True)
class Verdict:
    """``lead`` says who comes first, ``rest`` on what grounds, ``moved`` what changed or what it rests on."""

    lead: str
    rest: str
    moved: str

    def __str__(self) -> str:
        return " ".join(part for part in (self.lead, self.rest, self.moved) if part)


def verdict(now: Appraisal, preset: Appraisal) -> Verdict:
    """The verdict on an appraisal, told against the preset it started from."""
    if not now.weighted:
        nobody = "Every weight is nil, so nothing is being compared. Give at least one outcome a weight."
        return Verdict("No option comes first.", nobody, "")
    leaders = [result for result in now.options if result.rank == 1]
    if len(leaders) > 1:
        together = names([result.option.name for result in leaders])
        held = f"Each scores {score(leaders[0].overall)} of 100, {basis(now)}."
        return Verdict(f"{together} tie for first place.", held, moved(now, preset))
    first = leaders[0]
    return Verdict(_lead(first, now, preset), _grounds(first, now), moved(now, preset))


def basis(now: Appraisal) -> str:
    """What a score rests on: seven outcomes weighted equally, or as set here."""
    weights = [now.value(f"weight.{outcome.id}") for outcome in now.scenario.outcomes]
    counted = [weight for weight in weights if weight > 0]
    outcomes = f"{COUNTS[len(counted)]} {'outcome' if len(counted) == 1 else 'outcomes'}"
    if len(counted) == 1:
        return f"{outcomes} alone"
    return f"{outcomes} weighted {'equally' if len(set(counted)) == 1 else 'as set here'}"


def _lead(first: OptionResult, now: Appraisal, preset: Appraisal) -> str:
    if not now.changes:
        return f"{first.option.name} comes first."
    was_first = preset.option(first.option.id).rank == 1
    return f"{first.option.name} {'still' if was_first else 'now'} comes first."


def _grounds(first: OptionResult, now: Appraisal) -> str:
    rivals = [r for r in now.options if r is not first and r.option.id != now.scenario.benchmark]
    if not rivals:
        return f"It costs {money(first.cost)} and scores {score(first.overall)} of 100."
    cheapest = min(rivals, key=lambda result: result.cost)
    if first.cost < cheapest.cost:
        others = names([result.option.name for result in rivals])
        both = {1: "it", 2: "both"}.get(len(rivals), f"all {COUNTS[len(rivals)]}")
        return f"It costs {money(first.cost)}, less than {others}, and scores higher than {both}."
    ahead = points(first.overall - cheapest.overall)
    if first.cost == cheapest.cost:
        return f"It costs {money(first.cost)}, as much as {cheapest.option.name}, and scores {ahead} more."
    extra = money(first.cost - cheapest.cost)
    return f"It costs {money(first.cost)}, {extra} more than {cheapest.option.name}, and scores {ahead} more."


def moved(now: Appraisal, preset: Appraisal) -> str:
    """What changed places and why; where nothing did, by how much the first leads."""
    order = now.ranking
    if not now.changes:
        return f"It scores {score(order[0].overall)} of 100, {basis(now)}; {_next(order)}."
    fallen = [result for result in now.options if result.rank > preset.option(result.option.id).rank]
    passed = [(loser, _passer(loser, now, preset)) for loser in fallen]
    told = [(loser, gainer) for loser, gainer in passed if gainer is not None]
    if not told:
        return _unmoved(now, preset)
    loser, gainer = min(told, key=lambda pair: preset.option(pair[0].option.id).rank)
    drop = f"{loser.option.name} drops to {ORDINALS[loser.rank - 1]}"
    ahead = gainer.overall - loser.overall
    lever = decisive(now, gainer.option.id, loser.option.id)
    because = f": {_reason(lever, loser, gainer, now)}" if lever else ""
    only = "only " if ahead < 1 else ""
    return f"{drop}{because}. {gainer.option.name} passes it, by {only}{points(ahead)}."


def _passer(loser: OptionResult, now: Appraisal, preset: Appraisal) -> OptionResult | None:
    """The best of those that stood behind the loser and now stand ahead of it."""
    before = preset.option(loser.option.id).rank
    passing = [
        result for result in now.options
        if result.rank < loser.rank and preset.option(result.option.id).rank > before
    ]
    return max(passing, key=lambda result: result.rank, default=None)


def _next(order: tuple[OptionResult, ...]) -> str:
    second = order[1]
    return f"next is {second.option.name} with {score(second.overall)}"


def _unmoved(now: Appraisal, preset: Appraisal) -> str:
    first, second = now.ranking[:2]
    lead = first.overall - second.overall
    before = preset.option(first.option.id).overall - preset.option(second.option.id).overall
    was = "as before" if abs(lead - before) < 0.05 else f"was {points(before)}"
    ahead = f"{first.option.name} leads {second.option.name} by {points(lead)}, {was}"
    same = all(result.rank == preset.option(result.option.id).rank for result in now.options)
    return f"Nothing changes places: {ahead}." if same else f"{ahead[0].upper()}{ahead[1:]}."


def _reason(lever: Lever, loser: OptionResult, gainer: OptionResult, now: Appraisal) -> str:
    """Why the gainer passed the loser, from the lever that did most."""
    value = now.value(lever.id)
    if lever.group is Group.WEIGHTS:
        more = "more" if value > lever.default else "less"
        return f"{lever.name.lower()} now counts for {more}"
    if lever.option is None:
        return _SHARED.get(lever.id, f"{lever.name.lower()} is now {{}}").format(quantity(value, lever.measure.unit))
    who = "it" if lever.option.id == loser.option.id else lever.option.name
    result = now.option(lever.option.id)
    return _of_option(lever, result, who, value)


_SHARED = {
    "staff": "the council now has {}",
    "offices": "the council now has {}",
    "horizon": "outcomes are now counted over {}",
    "disruption.months": "the disruption now lasts {}",
    "disruption.share": "{} now cannot work remotely",
}


def _of_option(lever: Lever, result: OptionResult, who: str, value: float) -> str:
    later = value > lever.default
    field = lever.id.partition(".")[2]
    if field == "months":
        return f"at {months(value)} {who} delivers {'too late' if later else 'sooner'}"
    if field == "reach":
        return f"{who} now closes {quantity(value, '%')} of the gap"
    if lever.group in (Group.COSTS, Group.UNIT_COSTS):
        return f"{who} now costs {millions(result.cost)}"
    if lever.group is Group.SCORES:
        return f"{who} is now judged {count(value)} of 100 on {lever.name.lower()}"
    return f"{lever.title} is now {quantity(value, lever.measure.unit)}"
