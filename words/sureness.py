"""How sure we are, in sentences: the draws, random weightings, swings, dominance and optimism bias."""

from model.appraisal import Appraisal, OptionResult
from model.engine import NOTHING
from model.optimism import MOST, Category, Flip, Verdict
from model.scenario import Outcome
from model.uncertainty import OptionDraws, Percentiles, Simulation
from model.weights import Acceptability, OptionAcceptability, better_on, dominated, judged_apart_from_cost
from words.findings import funded, lower
from words.numbers import COUNTS, ORDINALS, count, money, names, score, share

SAFE, LIKELY = 0.95, 0.75
"""Shares of draws from which a place is called safe and likely: our choice of words."""

UNEVEN = 1.5
"""Times its equal share that an outcome's weight must have before we say that somebody leans towards it."""

NOTHING_COUNTS = "Every weight is nil, so no place is decided."


# Ranges


def headline(now: Appraisal, simulation: Simulation) -> str:
    """Who is first and how safe that is, and second: "Hybrid's first place is safe. Second place is not."."""
    if not now.weighted:
        return NOTHING_COUNTS
    first, second = (max(found.rank_shares[place] for found in simulation.options) for place in (0, 1))
    name = _leader(simulation).option.name
    if first < LIKELY:
        level = [found.option.name for found in simulation.options if found.rank_shares[0] > first - NOTHING]
        return f"First place is open: {names(level)} {'has it most' if len(level) == 1 else 'have it as'} often."
    if first < SAFE:
        return f"{_own(name)} first place is likely, not safe."
    return f"{_own(name)} first place is safe. {'So is second place' if second >= SAFE else 'Second place is not'}."


def first_places(now: Appraisal, simulation: Simulation) -> str:
    """"Hybrid is first in 996 of 1,000 draws; Microsoft Cloud is second in 57%."."""
    if not now.weighted:
        return NOTHING_COUNTS
    leader = _leader(simulation)
    second = max(simulation.options, key=lambda found: found.rank_shares[1])
    shared = leader.firsts / simulation.draws > leader.rank_shares[0] + NOTHING
    first = "first, alone or level with another," if shared else "first"
    often = f"{leader.option.name} is {first} in {leader.firsts:,} of {simulation.draws:,} draws"
    if second is leader:
        return f"{often}."
    return f"{often}; {second.option.name} is second in {share(second.rank_shares[1])}."


def _own(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _leader(simulation: Simulation) -> OptionDraws:
    return max(simulation.options, key=lambda found: found.rank_shares[0])


def lean(now: Appraisal, simulation: Simulation) -> str:
    """Whether costs run above or below the figures shown, since ranges reach further one way than the other."""
    gaps = [simulation.option(each.option.id).cost.p50 - each.cost for each in now.options if each.cost > 0]
    shown = "the figures set here" if now.changes else "the preset's figures"
    if gaps and min(gaps) > 0:
        return f"On these ranges, costs run above {shown}"
    if gaps and max(gaps) < 0:
        return f"On these ranges, costs run below {shown}"
    return f"On these ranges, costs lie around {shown}"


def cost_range(cost: Percentiles) -> str:
    """"£1.865m to £2.712m in eight draws of ten, £2.232m in the middle"."""
    if cost.p10 == cost.p90:
        return f"{money(cost.p50)} in every draw"
    return f"{money(cost.p10)} to {money(cost.p90)} in eight draws of ten, {money(cost.p50)} in the middle"


def score_range(points: Percentiles) -> str:
    """"60.7 to 74.8 of 100 in eight draws of ten, 69.0 in the middle"."""
    return f"{score(points.p10)} to {score(points.p90)} of 100 in eight draws of ten, {score(points.p50)} in the middle"


# Unknown weights


def first_by_weights(found: Acceptability) -> str:
    """"Hybrid is first in 99.9% of random weightings."."""
    most = max(option.rank_acceptability[0] for option in found.options)
    first = [option.option.name for option in found.options if option.rank_acceptability[0] > most - NOTHING]
    return f"{names(first)} {'is' if len(first) == 1 else 'are each'} first in {share(most)} of random weightings."


def central_weights(found: OptionAcceptability, outcomes: tuple[Outcome, ...]) -> str:
    """What somebody values for whom the option comes first: the two heaviest outcomes, or all about equally."""
    name, weights = found.option.name, found.central_weights
    if weights is None:
        return f"No random weighting puts {name} first."
    who = "with weights close to equal"
    if max(weights.values(), default=0) * len(outcomes) > UNEVEN:
        heaviest = sorted(outcomes, key=lambda outcome: -weights[outcome.id])[:2]
        put = names([f"{share(weights[outcome.id])} on {lower(outcome.name)}" for outcome in heaviest])
        who = f"for those who put, on average, {put}"
    return f"{name} comes first {who}; with those it is first in {share(found.confidence)} of draws over the ranges."


def swing_question(now: Appraisal, outcome: Outcome) -> str:
    """The question a swing weight answers (Green Book 2026, 5.14)."""
    ordered = sorted(now.options, key=lambda result: result.scores[outcome.id])
    worst, best = ordered[0], ordered[-1]
    low, high = score(worst.scores[outcome.id]), score(best.scores[outcome.id])
    if low == high:
        return f"All options score the same on {lower(outcome.name)}, so its weight decides nothing."
    swing = f"from {worst.option.name} ({low} of 100) to {best.option.name} ({high})"
    return f"{outcome.name}: how much does the move {swing} matter? The move that matters most gets 100."


def dominance(now: Appraisal) -> str:
    """Whom the option with the most benefit beats on cost and on every outcome, and who still does something better."""
    best, *rivals = sorted(funded(now), key=lambda result: -result.benefit)
    if not rivals:
        return f"There is nothing to put beside {best.option.name} but carrying on as now."
    beaten = [pair.option for pair in dominated(now) if pair.by is best and pair.option in rivals]
    others = [_exception(now, best, rival) for rival in rivals if rival not in beaten]
    if not beaten:
        return " ".join(others)
    many = len(judged_apart_from_cost(now))
    outcomes = f"any of the {COUNTS[many]} outcomes" if many > 1 else "any outcome"
    whom = names([result.option.name for result in beaten])
    return " ".join([f"{best.option.name} is nowhere worse than {whom}: not on cost, nor on {outcomes}.", *others])


def _exception(now: Appraisal, best: OptionResult, rival: OptionResult) -> str:
    """What speaks for a rival that is not dominated."""
    better = [lower(outcome.name) for outcome in better_on(now, rival, best)]
    gain = f"does better on {names(better)}" if better else ""
    gap = rival.cost - best.cost
    if gap == 0:
        return f"{rival.option.name} costs the same as {best.option.name} and {gain or 'does the same'}."
    costs = f"{rival.option.name} costs {money(abs(gap))} {'less' if gap < 0 else 'more'} than {best.option.name}"
    return f"{costs}, {'and' if gap < 0 else 'but'} {gain}." if gain else f"{costs}."


# Optimism bias


def optimism(now: Appraisal, verdict: Verdict) -> list[str]:
    """What uplifts of cost and time do to the order, all alike first, then the preferred option alone."""
    if not now.weighted:
        return [NOTHING_COUNTS]
    together = [
        f"The same uplift on every cost: {_order(verdict.cost_together)}.",
        f"The same uplift on every time: {_order(verdict.months_together)}.",
    ]
    leaders = [result.option.name for result in now.options if result.rank == 1]
    if len(leaders) > 1:
        return [*together, f"{names(leaders)} tie for first place, so none of them has a lead to lose."]
    name = verdict.preferred.name
    return [
        *together,
        f"Only {name} costs more: {_alone(verdict.cost_alone)}{_passes(verdict)}.",
        f"Only {name} takes longer: {_alone(verdict.months_alone)}.",
    ]


def _order(flip: Flip | None) -> str:
    return "the order does not change" if flip is None else _flips(flip)


def _alone(flip: Flip | None) -> str:
    return f"it stays first up to {_percent(MOST)}" if flip is None else _flips(flip)


def _flips(flip: Flip) -> str:
    joint = "joint " if flip.shared else ""
    return f"flips {_from(flip.at)}, when {flip.option.name} comes {joint}{ORDINALS[flip.place - 1]}"


def _passes(verdict: Verdict) -> str:
    """"; its cost passes Microsoft 365's at 78% and Microsoft Cloud's at 202%"."""
    if not verdict.passes:
        return ""
    passed = [f"{_own(each.option.name)} {_from(each.at)}" for each in verdict.passes]
    return f"; its cost passes {names(passed)}"


def _from(percent: float) -> str:
    """At 78%; with any uplift, where a tenth of a percent is too much."""
    return "with any uplift" if percent < 0.05 else f"at {_percent(percent)}"


def evidence(category: Category) -> str:
    """The uplifts of a category, where they come from and how weak that is."""
    if category.source is None:
        return f"{category.name}: your own percentages. {category.weakness}"
    cost, months = (_reach(ends) for ends in (category.cost, category.months))
    found = category.source
    said = f"{found.title}, {found.publisher}, {found.year}"
    return f"{category.name}: cost {cost}, time {months} ({said}). {category.weakness}"


def _reach(ends: tuple[float, float] | None) -> str:
    return "not given" if ends is None else f"{count(ends[0])}% to {count(ends[1])}%"


def _percent(number: float) -> str:
    """78%; a tenth below ten."""
    return f"{number:.0f}%" if number >= 9.95 else f"{number:.1f}%"
