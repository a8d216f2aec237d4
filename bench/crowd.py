"""A hundred visitors at once, each moving a slider every five seconds, on one process."""

import asyncio
from collections.abc import Coroutine, Iterable, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from random import Random
from statistics import quantiles
from time import perf_counter

from bench.line import Line
from bench.server import COLLECTING, PLAIN, Server, serving
from bench.visitor import Answer, PlainVisitor, Visitor, visiting

VISITORS = 100
PAUSE = 5.0
"""Seconds from one move of a visitor to the next."""
ROUNDS = 4
ARRIVALS = 8.0
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
    """ms of the server's processor a change."""

    @property
    def p95(self) -> float:
        """ms until the whole page had changed, for all but the slowest of twenty."""
        return 1000 * quantiles([answer.whole for answer in self.answers], n=20)[-1]


def lines() -> Iterator[Line]:
    with serving("app.py") as server:
        ours = crowd(server)
    with serving("bench/plain.py", COLLECTING) as server:
        plain = crowd(server, PlainVisitor)
    told = f"{VISITORS} visitors: "
    yield Line(told + "change to whole page, p95", ours.p95, beside=PLAIN, theirs=plain.p95, most=1000)
    yield Line(told + "server processor of a change", ours.cpu, beside=PLAIN, theirs=plain.cpu)
    yield Line(told + f"errors in {len(ours.answers)} changes", len(ours.errors), "", PLAIN, len(plain.errors), most=0)


def crowd(server: Server, visitor: type[Visitor] = Visitor) -> Crowd:
    """Ends by itself: about half a minute."""
    return asyncio.run(_crowd(server, visitor))


async def _crowd(server: Server, visitor: type[Visitor]) -> Crowd:
    answers = []
    async with AsyncExitStack() as visits:
        came = await gathered(_arrive(visits, server, visitor, number) for number in range(VISITORS))
        before = server.cpu
        visitors = [each for each in came if isinstance(each, Visitor)]
        played = await gathered(_play(visit, number, answers) for number, visit in enumerate(visitors))
        spent = server.cpu - before
    errors = [repr(each) for each in (*came, *played) if isinstance(each, Exception)]
    return Crowd(answers, errors, 1000 * spent / max(1, len(answers)))


async def gathered(tasks: Iterable[Coroutine]) -> list:
    """Whatever befell one visitor is counted, and the others play on."""
    return await asyncio.gather(*tasks, return_exceptions=True)


async def _arrive(visits: AsyncExitStack, server: Server, visitor: type[Visitor], number: int) -> Visitor:
    await asyncio.sleep(number * ARRIVALS / VISITORS)
    return await visits.enter_async_context(visiting(server, visitor))


async def _play(visitor: Visitor, number: int, answers: list[Answer]) -> None:
    """A move every five seconds by the clock, however long the answers take; no two visitors at the same moment."""
    chance, begun = Random(number), perf_counter() + number * PAUSE / VISITORS
    for turn in range(ROUNDS):
        await asyncio.sleep(max(0.0, begun + turn * PAUSE - perf_counter()))
        lever = chance.choice([*LEVERS])
        answers.append(await visitor.move(lever, chance.choice(LEVERS[lever])))
