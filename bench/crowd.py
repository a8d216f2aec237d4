"""A hundred visitors at once, each moving a slider every five seconds, on one process."""

import asyncio
from dataclasses import dataclass
from random import Random
from statistics import quantiles
from time import perf_counter

from bench.visitor import Answer, Visitor, used, visiting

VISITORS = 100
PAUSE = 5.0
"""Seconds from one move of a visitor to the next."""
ROUNDS = 6
ARRIVALS = 10.0
"""Seconds over which they arrive."""
LEVERS = {
    "staff": range(1_000, 20_001, 100), "offices": range(1, 61), "cloud.months": range(1, 37),
    "hybrid.cost_change": range(-50, 301, 5), "disruption.share": range(2, 51), "m365.months": range(1, 37),
}  # fmt: skip


@dataclass(frozen=True)
class Crowd:
    """How a crowd was served."""

    answers: list[Answer]
    errors: list[str]
    cpu: float
    """Seconds of the server's processor a change."""

    @property
    def p95(self) -> float:
        """Seconds until the whole page had changed, for all but the slowest of twenty."""
        return quantiles([answer.whole for answer in self.answers], n=20)[-1]


def crowd(address: str, process: int) -> Crowd:
    """Ends by itself: about half a minute."""
    return asyncio.run(_crowd(address, process))


async def _crowd(address: str, process: int) -> Crowd:
    arrived, answers, errors = asyncio.Barrier(VISITORS + 1), [], []
    visits = [asyncio.create_task(_visit(address, number, arrived, answers, errors)) for number in range(VISITORS)]
    await arrived.wait()
    before = used(process).cpu
    await asyncio.gather(*visits)
    return Crowd(answers, errors, (used(process).cpu - before) / max(1, len(answers)))


async def _visit(address: str, number: int, arrived: asyncio.Barrier, answers: list, errors: list) -> None:
    try:
        await asyncio.sleep(number * ARRIVALS / VISITORS)
        async with visiting(address) as visitor:
            await arrived.wait()
            await asyncio.sleep(number * PAUSE / VISITORS)
            await _play(visitor, Random(number), answers)
    except Exception as error:  # whatever befell one visitor is counted, and the others play on
        errors.append(f"visitor {number}: {error!r}")


async def _play(visitor: Visitor, chance: Random, answers: list) -> None:
    """A move every five seconds by the clock, however long the answers take."""
    begun = perf_counter()
    for turn in range(ROUNDS):
        await asyncio.sleep(max(0.0, begun + turn * PAUSE - perf_counter()))
        lever = chance.choice([*LEVERS])
        answers.append(await visitor.move(lever, chance.choice(LEVERS[lever])))
