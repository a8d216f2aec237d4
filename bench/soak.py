"""Thousands of changes on one server, visitors coming and going: does its memory stay flat?"""

import asyncio
from collections.abc import Iterator
from random import Random

from bench.crowd import LEVERS
from bench.line import Line
from bench.server import Server, serving
from bench.visitor import visiting

RUNS = 2_000
EACH = 250
"""Runs between two looks at the memory."""
AT_ONCE = 2
STAY = 125
"""Changes of one visit; then the visitor leaves and another one comes."""


def lines() -> Iterator[Line]:
    with serving("app.py") as server:
        memory = soak(server)
    parts = "-".join(f"{each:.0f}" for each in memory)
    yield Line(f"memory after {RUNS:,} changes, less after {EACH}", memory[-1] - memory[0], "MB",
               f"all of it, {parts}", memory[-1], most=10)


def soak(server: Server) -> list[float]:
    """Resident MB after every 250 runs."""
    return asyncio.run(_soak(server))


async def _soak(server: Server) -> list[float]:
    memory = []
    for part in range(RUNS // EACH):
        await asyncio.gather(*(_visit(server, Random(f"{part} {number}")) for number in range(AT_ONCE)))
        memory.append(server.memory)
    return memory


async def _visit(server: Server, chance: Random) -> None:
    async with visiting(server) as visitor:
        for _ in range(STAY):
            lever = chance.choice([*LEVERS])
            await visitor.move(lever, chance.choice(LEVERS[lever]))
