"""What the ranges come to: every uncertain number drawn at random, each draw a case of the engine.

A number is uncertain where its low lies below its high; it is drawn from the triangular distribution over low,
most likely and high. What a visitor changed stays most likely where it lies in the
range, and is taken as known where it lies outside. Weights are preferences, not facts, so they are never drawn:
`model.weights` asks about those. One market price moves every option that pays it, so a cost line of the same
id shares one quantile between options; all other numbers are drawn independently.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from model.appraisal import Appraisal
from model.engine import Array, Results
from model.levers import Lever
from model.scenario import Option
from model.text import given

MOST_DRAWS = 100_000
BATCH = 2_000
"""Cases at a time: few enough for the processor's cache, and memory stays flat however many are asked for."""


class SampleError(ValueError):
    """A number of draws or a seed that cannot be used; the message is one plain sentence."""


@dataclass(frozen=True)
class Percentiles:
    """One draw in ten lies below ``p10``, half below ``p50``, nine in ten below ``p90``."""

    p10: float
    p50: float
    p90: float


@dataclass(frozen=True)
class OptionDraws:
    """What one option comes to over all draws."""

    option: Option
    cost: Percentiles
    """£."""
    overall: Percentiles
    """Of 100."""
    benefit: Percentiles
    """Of 100, without value for money."""
    rank_shares: tuple[float, ...]
    """Share of draws in first, second, ... place by overall score; equals share their places evenly."""
    firsts: int
    """Draws in which no other option scores higher."""


@dataclass(frozen=True)
class Simulation:
    """All draws together; options in the scenario's order."""

    draws: int
    seed: int
    options: tuple[OptionDraws, ...]

    def option(self, name: str) -> OptionDraws:
        """What the option with this id comes to."""
        return next(found for found in self.options if found.option.id == name)


def simulate(now: Appraisal, draws: int, seed: int) -> Simulation:
    """Draw every uncertain number at random; the same seed gives the same draws, and fewer are the first of more.

    Raises SampleError for a number of draws or a seed out of bounds.
    """
    batches = [(found.cost, found.overall, found.benefit, found.rank) for found in runs(now, draws, seed)]
    cost, overall, benefit, rank = (np.concatenate(parts) for parts in zip(*batches, strict=True))
    shares, firsts = rank_shares(rank), (rank == 1).sum(axis=0)
    measured = [_percentiles(values) for values in (cost, overall, benefit)]
    return Simulation(draws, seed, tuple(
        OptionDraws(option, *(of[index] for of in measured), tuple(map(float, shares[index])), int(firsts[index]))
        for index, option in enumerate(now.scenario.options)
    ))  # fmt: skip


def runs(now: Appraisal, draws: int, seed: int) -> Iterator[Results]:
    """The engine's results for all draws, a batch at a time.

    Raises SampleError for a number of draws or a seed out of bounds.
    """
    check_sample("draws", draws, seed)
    ranges = Ranges(now, seed)
    for start in range(0, draws, BATCH):
        yield now.engine.run(ranges.draw(min(BATCH, draws - start)))


def check_sample(what: str, size: int, seed: int, most: int = MOST_DRAWS) -> None:
    """Raises SampleError unless 1 <= size <= most and the seed is from 0 to 4,294,967,295."""
    for name, number, least, top in ((f"number of {what}", size, 1, most), ("seed", seed, 0, 2**32 - 1)):
        if not isinstance(number, int) or not least <= number <= top:
            raise SampleError(f"The {name} must be a whole number from {least:,} to {top:,}, not {given(number)}.")


class Ranges:
    """The uncertain numbers of an appraisal, ready to be drawn, each from chances of its own.

    So no number's draws move because another is fixed, or because a scenario has one more.
    """

    def __init__(self, now: Appraisal, seed: int) -> None:
        drawn = [lever for lever in now.engine.levers if _is_uncertain(lever, now.value(lever.id))]
        prices = list(dict.fromkeys(_price(lever) for lever in drawn))
        self.case = now.engine.cases([now.changes])
        self.chances = [np.random.default_rng([seed, crc32(price.encode())]) for price in prices]
        self.quantile = [prices.index(_price(lever)) for lever in drawn]
        self.column = [now.engine.column[lever.id] for lever in drawn]
        self.low, self.mode, self.high = (
            np.array(numbers).reshape(-1, 1)
            for numbers in (
                [lever.quantity.low for lever in drawn],
                [now.value(lever.id) for lever in drawn],
                [lever.quantity.high for lever in drawn],
            )
        )
        self.whole = [index for index, lever in enumerate(drawn) if lever.measure.unit == "months"]

    def draw(self, size: int) -> Array:
        """The next cases, (size, levers), number after number in memory as the engine reads them."""
        quantiles = np.empty((len(self.chances), size))
        for chance, row in zip(self.chances, quantiles, strict=True):
            chance.random(out=row)
        numbers = triangular(quantiles[self.quantile], self.low, self.mode, self.high)
        numbers[self.whole] = np.rint(numbers[self.whole])
        cases = np.repeat(self.case.T, size, axis=1)
        cases[self.column] = numbers
        return cases.T


def _is_uncertain(lever: Lever, value: float) -> bool:
    """Whether the lever's number has a range and stands in it."""
    return lever.uncertain and lever.quantity.low <= value <= lever.quantity.high


def _price(lever: Lever) -> str:
    """What a number shares its quantile with: the same line and part in any option, else nothing."""
    return f"*.{lever.id.partition('.')[2]}" if lever.line else lever.id


def triangular(quantile: Array, low: Array, mode: Array, high: Array) -> Array:
    """The numbers at these quantiles (0 to 1) of triangular distributions: the distribution function inverted."""
    span, left, right = high - low, mode - low, high - mode
    # Up the left side, then up the right: each root stops at the mode by itself, and no number has to be picked out.
    # In place, since fetching fresh memory for every step takes longer than the steps.
    climbed = quantile * span
    ahead = span - climbed
    for part, side in ((climbed, left), (ahead, right)):
        np.minimum(part, side, out=part)
        part *= side
        np.sqrt(part, out=part)
    ahead -= right
    climbed -= ahead
    climbed += low
    return climbed


def rank_shares(rank: NDArray[np.int64]) -> Array:
    """The share of cases in which each option takes each place, (options, places), from ranks (cases, options).

    Two that share first place take half of first and half of second, so every row and column sums to 1.
    """
    options = rank.shape[1]
    code = rank @ (options + 1) ** np.arange(options)
    _, found, count = np.unique(code, return_index=True, return_counts=True)
    order = rank[found]
    ahead = (order[:, None, :] < order[:, :, None]).sum(axis=2)[..., None]
    equal = (order[:, None, :] == order[:, :, None]).sum(axis=2)[..., None]
    place = np.arange(options)
    held = (ahead <= place) & (place < ahead + equal)
    return np.einsum("k,kop->op", count, held / equal) / len(rank)


def _percentiles(values: Array) -> list[Percentiles]:
    """Of (cases, options), by option."""
    return [Percentiles(*map(float, column)) for column in np.quantile(values, [0.1, 0.5, 0.9], axis=0).T]
