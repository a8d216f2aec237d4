"""Thousands of changes on one server, visitors coming and going: does its memory stay flat?"""

import asyncio
from random import Random

from bench.crowd import LEVERS
from bench.visitor import used, visiting

RUNS = 2_000
EACH = 250
"""Runs between two looks at the memory."""
AT_ONCE = 2
STAY = 125
"""Changes of one visit; then the visitor leaves and another one comes."""


def soak(address: str, process: int) -> list[float]:
    """Resident memory in bytes after every 250 runs."""
    return asyncio.run(_soak(address, process))


async def _soak(address: str, process: int) -> list[float]:
    memory = []
    for part in range(RUNS // EACH):
        await asyncio.gather(*(_visit(address, Random(f"{part} {number}")) for number in range(AT_ONCE)))
        memory.append(used(process).memory)
    return memory


async def _visit(address: str, chance: Random) -> None:
    async with visiting(address) as visitor:
        for _ in range(STAY):
            lever = chance.choice([*LEVERS])
            await visitor.move(lever, chance.choice(LEVERS[lever]))
