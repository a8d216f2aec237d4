"""What if nobody agrees on the weights: random weightings, swing weights and dominance.

Random weightings are stochastic multicriteria acceptability analysis, SMAA-2 (Lahdelma and Salminen, SMAA-2:
Stochastic Multicriteria Acceptability Analysis for Group Decision Making, Operations Research 49(3), 2001):
every set of weights is as likely as any other, and one asks how many would put each option in each place.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from types import MappingProxyType

import numpy as np

from model.appraisal import Appraisal, OptionResult
from model.engine import NOTHING, Array, ranks, weighted_mean
from model.scenario import WEIGHT, Option, Outcome, OutcomeKind
from model.uncertainty import check_sample, rank_shares, runs

MOST_SAMPLES = 1_000_000
CONFIDENCE_DRAWS = 10_000


@dataclass(frozen=True)
class OptionAcceptability:
    """How the weights treat one option."""

    option: Option
    rank_acceptability: tuple[float, ...]
    """Share of weightings in which it is first, second, ...; equals share their places evenly."""
    central_weights: Mapping[str, float] | None
    """By outcome id, adding up to 1: the average of the weightings that put it first; None if none did."""
    confidence: float | None
    """Share of draws over the ranges in which it is first at its central weights; None without those."""


@dataclass(frozen=True)
class Acceptability:
    """All random weightings together; options in the scenario's order."""

    samples: int
    seed: int
    outcomes: tuple[Outcome, ...]
    """Those that were weighted."""
    options: tuple[OptionAcceptability, ...]

    def option(self, name: str) -> OptionAcceptability:
        """How the weights treat the option with this id."""
        return next(found for found in self.options if found.option.id == name)


def acceptability(now: Appraisal, samples: int, seed: int, green_book: bool = False) -> Acceptability:
    """Rank the options under random weights, uniform over all that add up to 1, every number where it stands.

    ``green_book`` leaves value for money out, so that cost is judged beside the score and not within it.
    Only the confidence draws numbers over their ranges. Raises SampleError for samples or a seed out of bounds.
    """
    check_sample("samples", samples, seed, MOST_SAMPLES)
    outcomes = judged_apart_from_cost(now) if green_book else now.scenario.outcomes
    weights = random_weights(samples, len(outcomes), seed)
    scores = np.array([[[result.scores[outcome.id] for outcome in outcomes] for result in now.options]])
    rank = ranks(weighted_mean(scores, weights))
    central = [weights[first].mean(axis=0) if first.any() else None for first in (rank == 1).T]
    confidence = _confidence(now, outcomes, central, seed)
    ids, shares = [outcome.id for outcome in outcomes], rank_shares(rank)
    return Acceptability(samples, seed, tuple(outcomes), tuple(
        OptionAcceptability(option, tuple(map(float, shares[index])), _named(ids, central[index]), confidence[index])
        for index, option in enumerate(now.scenario.options)
    ))  # fmt: skip


def judged_apart_from_cost(now: Appraisal) -> tuple[Outcome, ...]:
    """The outcomes without value for money, the only one that cost enters."""
    return tuple(outcome for outcome in now.scenario.outcomes if outcome.kind is not OutcomeKind.VALUE_FOR_MONEY)


def random_weights(samples: int, outcomes: int, seed: int) -> Array:
    """Weights uniform over all that add up to 1, (samples, outcomes)."""
    # Exponential variables over their sum are uniform on the simplex (Rubinstein, 1982).
    drawn = np.random.default_rng(seed).standard_exponential((samples, outcomes))
    return drawn / drawn.sum(axis=1, keepdims=True)


def _confidence(
    now: Appraisal, outcomes: tuple[Outcome, ...], central: list[Array | None], seed: int
) -> list[float | None]:
    kept = [now.scenario.outcomes.index(outcome) for outcome in outcomes]
    firsts = np.zeros(len(central))
    for results in runs(now, CONFIDENCE_DRAWS, seed):
        for index, weights in enumerate(central):
            if weights is not None:
                rank = ranks(weighted_mean(results.scores[:, :, kept], weights[None, :]))
                firsts[index] += (rank[:, index] == 1).sum()
    return [
        None if weights is None else float(first) / CONFIDENCE_DRAWS
        for weights, first in zip(central, firsts, strict=True)
    ]


def _named(ids: list[str], weights: Array | None) -> Mapping[str, float] | None:
    return None if weights is None else MappingProxyType(dict(zip(ids, map(float, weights), strict=True)))


def swing_weights(ratings: Mapping[str, float]) -> dict[str, float]:
    """Weights from how much each swing matters, from the worst to the best option: the largest gets 100.

    In whole points, as the weight levers take them; all 0 where no swing matters. Ratings may be on any scale
    from 0 up (Green Book 2026, 5.14). Raises ValueError for one below 0 or not finite.
    """
    if not all(0 <= rating < inf for rating in ratings.values()):
        raise ValueError("A rating must be a number from 0 up.")
    largest = max(ratings.values(), default=0) or 1
    return {name: float(round(WEIGHT.most * (rating / largest))) for name, rating in ratings.items()}


@dataclass(frozen=True)
class Dominance:
    """``option`` is nowhere better than ``by``: not on cost, nor on any outcome but value for money."""

    option: OptionResult
    by: OptionResult


def dominated(now: Appraisal) -> tuple[Dominance, ...]:
    """Every pair in which one option is no worse on cost and on each outcome, and better on one of them.

    Value for money is left out, since it is cost once more. A dominated option scores higher than the other
    under no weights, as long as value for money is not among them.
    """
    return tuple(
        Dominance(option, by) for option in now.options for by in now.options
        if option.cost >= by.cost and not better_on(now, option, by)
        and (option.cost > by.cost or better_on(now, by, option))
    )  # fmt: skip


def better_on(now: Appraisal, option: OptionResult, other: OptionResult) -> tuple[Outcome, ...]:
    """The outcomes, value for money left out, on which an option scores higher than another."""
    return tuple(
        outcome for outcome in judged_apart_from_cost(now)
        if option.scores[outcome.id] > other.scores[outcome.id] + NOTHING
    )  # fmt: skip
