"""What a change costs the server and the network, with one visitor, who moves as the live board does."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from bench.line import Line
from bench.server import COLLECTING, PLAIN, Server, serving
from bench.visitor import PlainVisitor, Visitor, visiting

WARM_UP = 10
CHANGES = 40
STAFF = [float(1_000 + 100 * step) for step in range(WARM_UP + CHANGES)]


@dataclass(frozen=True)
class Cost:
    """Of one change."""

    cpu: float
    """ms of the server's processor."""
    traffic: float
    """kB from the server as they went over the wire, compressed."""
    wait: float
    """ms until the whole page had changed."""


def lines() -> Iterator[Line]:
    with serving("app.py") as server:
        ours = cost(server)
    with serving("app.py", COLLECTING) as server:
        collecting = cost(server)
    with serving("bench/plain.py", COLLECTING) as server:
        plain = cost(server, PlainVisitor)
    thing = "server processor of a change"
    yield Line(thing, ours.cpu, beside="with Streamlit's own collection", theirs=collecting.cpu, most=75)
    yield Line(thing, ours.cpu, beside=PLAIN, theirs=plain.cpu)
    yield Line("a change to its whole page, median", ours.wait, beside=PLAIN, theirs=plain.wait)
    yield Line("traffic of a change: page, levers, their table", ours.traffic, "kB", PLAIN, plain.traffic, most=100)


def cost(server: Server, visitor: type[Visitor] = Visitor) -> Cost:
    """Of a change of staff: medians, and the mean of the processor, whose clock ticks coarsely."""
    return asyncio.run(_cost(server, visitor))


async def _cost(server: Server, visitor: type[Visitor]) -> Cost:
    async with visiting(server, visitor) as visit:
        for value in STAFF[:WARM_UP]:
            await visit.move("staff", value)
        before = server.cpu
        answers = [await visit.move("staff", value) for value in STAFF[WARM_UP:]]
        spent = server.cpu - before
    traffic, wait = (median(getattr(answer, name) for answer in answers) for name in ("bytes", "whole"))
    return Cost(1000 * spent / CHANGES, traffic / 1000, 1000 * wait)
