"""The verdict in one sentence, and what moved and why: computed from the appraisal, true of what is shown."""

from dataclasses import dataclass
from itertools import combinations

from model.appraisal import Appraisal, OptionResult
from model.attribution import decisive
from model.levers import Group, Lever
from words.findings import lower
from words.numbers import COUNTS, ORDINALS, count, money, months, names, points, quantity, score


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
        each = "Both score" if len(leaders) == 2 else "Each scores"
        held = f"{each} {score(leaders[0].overall)} of 100, {basis(now)}."
        return Verdict(f"{together} tie for first place.", held, moved(now, preset))
    first = leaders[0]
    return Verdict(_lead(first, now, preset), grounds(first, now), moved(now, preset))


def basis(now: Appraisal) -> str:
    """What a score rests on: seven outcomes weighted equally, or as set here."""
    weights = [now.value(f"weight.{outcome.id}") for outcome in now.scenario.outcomes]
    counted = [weight for weight in weights if weight > 0]
    if len(counted) == 1:
        outcome = now.scenario.outcomes[weights.index(counted[0])]
        return f"on “{outcome.name}” alone"
    return f"{COUNTS[len(counted)]} outcomes weighted {'equally' if len(set(counted)) == 1 else 'as set here'}"


def _lead(first: OptionResult, now: Appraisal, preset: Appraisal) -> str:
    if not now.changes:
        return f"{first.option.name} comes first."
    was_first = preset.weighted and preset.option(first.option.id).rank == 1
    return f"{first.option.name} {'still' if was_first else 'now'} comes first."


def grounds(first: OptionResult, now: Appraisal) -> str:
    """What the first option costs and scores beside its rivals."""
    rivals = _rivals(first, now)
    costs = f"It costs {'nothing' if money(first.cost) == 'nil' else money(first.cost)}"
    if not rivals:
        return f"{costs} and scores {score(first.overall)} of 100, {basis(now)}."
    cheapest = min(rivals, key=lambda result: result.cost)
    if first.cost <= cheapest.cost - 0.5:
        others = names([result.option.name for result in rivals])
        than = {1: "", 2: " than both"}.get(len(rivals), f" than all {COUNTS[len(rivals)]}")
        return f"{costs}, less than {others}, and scores higher{than}."
    ahead = points(first.overall - cheapest.overall)
    if first.cost < cheapest.cost + 0.5:
        return f"{costs}, as much as {cheapest.option.name}, and scores {ahead} more."
    extra = money(first.cost - cheapest.cost)
    return f"{costs}, {extra} more than {cheapest.option.name}, and scores {ahead} more."


def _rivals(first: OptionResult, now: Appraisal) -> list[OptionResult]:
    """The others, less the benchmark of carrying on as now."""
    return [result for result in now.options if result is not first and result.option.id != now.scenario.benchmark]


def moved(now: Appraisal, preset: Appraisal) -> str:
    """What changed places and why; where nothing did, by how much the first leads."""
    first, second = now.ranking[:2]
    if not (now.changes and preset.weighted):
        return "" if first.rank == second.rank else _next(first, second, now)
    return reordered(now, preset) or _standing(now, preset)


def reordered(now: Appraisal, before: Appraisal) -> str:
    """What changed places since an earlier case of the same preset, and why; nothing where nothing did.

    Where nothing had a weight nobody had a place to change.
    """
    if not (now.weighted and before.weighted):
        return ""
    return _passing(now, before) or _levelling(now, before)


def _next(first: OptionResult, second: OptionResult, now: Appraisal) -> str:
    after = f"next is {second.option.name} with {score(second.overall)}."
    scores = f"It scores {score(first.overall)} of 100, {basis(now)}; "
    return scores + after if _rivals(first, now) else after[0].upper() + after[1:]


def _passing(now: Appraisal, before: Appraisal) -> str:
    """The highest of those that fell behind another, and why."""
    fallen = [result for result in now.options if result.rank > before.option(result.option.id).rank]
    passed = [(loser, _passer(loser, now, before)) for loser in fallen]
    told = [(loser, gainer) for loser, gainer in passed if gainer is not None]
    if not told:
        return ""
    loser, gainer = min(told, key=lambda pair: before.option(pair[0].option.id).rank)
    joint = "joint " if sum(result.rank == loser.rank for result in now.options) > 1 else ""
    ahead = gainer.overall - loser.overall
    lever = decisive(now, before, gainer.option.id, loser.option.id)
    because = f": {_reason(lever, loser, now, before)}" if lever else ""
    only = "only " if 0.05 <= ahead < 1 else ""
    return (
        f"{loser.option.name} drops to {joint}{ORDINALS[loser.rank - 1]}{because}."
        f" {gainer.option.name} passes it, by {only}{points(ahead)}."
    )


def _passer(loser: OptionResult, now: Appraisal, before: Appraisal) -> OptionResult | None:
    """The best of those that stood behind the loser and now stand ahead of it."""
    place = before.option(loser.option.id).rank
    passing = [
        result for result in now.options
        if result.rank < loser.rank and before.option(result.option.id).rank > place
    ]
    return max(passing, key=lambda result: result.rank, default=None)


def _levelling(now: Appraisal, before: Appraisal) -> str:
    """Two that stood apart and now share a place, or the other way round."""
    ranks = [(result, result.rank, before.option(result.option.id).rank) for result in now.ranking]
    for (one, here, earlier), (other, there, once) in combinations(ranks, 2):
        if here == there != 1 and earlier != once:
            return f"{one.option.name} and {other.option.name} are now level."
        if here != there and earlier == once:
            return f"{other.option.name} falls behind {one.option.name}, by {points(one.overall - other.overall)}."
    return ""


def _standing(now: Appraisal, preset: Appraisal) -> str:
    """Nobody moved: the lead of the first, and what it was."""
    first, second = now.ranking[:2]
    if first.rank == second.rank:
        return ""
    lead = first.overall - second.overall
    before = preset.option(first.option.id).overall - preset.option(second.option.id).overall
    way = "up" if lead > before else "down"
    was = "as before" if score(lead) == score(before) else f"{way} from {score(before)}"
    return f"Nothing changes places: {first.option.name} leads {second.option.name} by {points(lead)}, {was}."


def _reason(lever: Lever, loser: OptionResult, now: Appraisal, before: Appraisal) -> str:
    """Why the gainer passed the loser, from the lever that did most."""
    value, was = now.value(lever.id), before.value(lever.id)
    if lever.group is Group.WEIGHTS:
        return _reweighted(lever, value > was, now)
    if lever.option is None:
        said = quantity(value, lever.measure.unit)
        return _SHARED.get(lever.id, "{name} is now {said}").format(name=lower(lever.name), said=said)
    if lever.option.id == loser.option.id:
        return _of_option(lever, loser, "it", value, was)
    return _of_option(lever, now.option(lever.option.id), lever.option.name, value, was)


def _reweighted(lever: Lever, more: bool, now: Appraisal) -> str:
    counting = [outcome.name for outcome in now.scenario.outcomes if now.value(f"weight.{outcome.id}") > 0]
    if len(counting) == 1:
        return f"only “{counting[0]}” counts now"
    return f"“{lever.name}” now counts for {'more' if more else 'less'}"


_SHARED = {
    "staff": "the council now has {said}",
    "offices": "the council now has {said}",
    "delay": "work now starts after {said}",
    "horizon": "outcomes are now counted over {said}",
    "disruption.months": "the disruption now lasts {said}",
    "disruption.share": "{said} now cannot work remotely",
}


def _of_option(lever: Lever, result: OptionResult, who: str, value: float, was: float) -> str:
    field = lever.id.partition(".")[2]
    if field == "months":
        late = value > was
        return f"at {months(value)} {who} delivers {('too ' if who == 'it' else '') + 'late' if late else 'sooner'}"
    if field == "reach":
        return f"{who} now closes {quantity(value, lever.measure.unit)}"
    if lever.group in (Group.COSTS, Group.UNIT_COSTS):
        return f"{who} now costs {money(result.cost)}"
    if lever.group is Group.SCORES:
        return f"{who} is now judged {count(value)} of 100 on “{lever.name}”"
    return f"{lever.title} is now {quantity(value, lever.measure.unit)}"
