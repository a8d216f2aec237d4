"""How long the equations take: one case, batches as the sweep and the simulation ask for them, and those questions."""

from collections.abc import Callable, Iterator
from statistics import median
from time import perf_counter

import numpy as np

from bench.line import Line
from model.appraisal import evaluate
from model.delay import month_of_waiting
from model.engine import Engine
from model.levers import Group
from model.optimism import verdict
from model.presets import load
from model.sweep import sweep
from model.switching import cost_switches, ranking_changes
from model.tornado import tornado
from model.uncertainty import simulate
from model.weights import acceptability
from model.wholelife import whole_life, whole_life_costs
from words.summary_table import summary_table

ROUNDS = 15


ONE_BY_ONE = "one case after the other"
SAMPLE = 200
"""Cases that are tried one after the other, for what all of them would take."""


def lines() -> Iterator[Line]:
    engine = Engine(load("north-council"))
    now = evaluate(engine)
    alone = typical(lambda: evaluate(engine, {"staff": 6000}))
    yield Line("one evaluate", alone)
    for size in (1_800, 10_000):
        cases = varied(engine, size)
        yield Line(f"a batch of {size:,}", typical(lambda cases=cases: engine.run(cases)))
    yield Line("10,000 draws over the ranges", typical(lambda: simulate(now, 10_000, 2020)),
               beside=ONE_BY_ONE, theirs=one_by_one(engine, 10_000), most=20)
    everything = sweep(engine, {}, engine.offered)
    yield Line("a sweep of all levers", typical(lambda: sweep(engine, {}, engine.offered)),
               beside=ONE_BY_ONE, theirs=one_by_one(engine, len(everything.stops)), most=25)
    shown = list(engine.scenario.shown_levers)
    weights = [lever.id for lever in engine.levers if lever.group is Group.WEIGHTS]
    for thing, task in {
        "a sweep of the shown levers and weights": lambda: sweep(engine, {}, shown + weights),
        "100,000 random weightings": lambda: acceptability(now, 100_000, 2020),
        "where optimism bias flips the order": lambda: verdict(now),
        "every value at which the order changes": lambda: ranking_changes(now),
        "every value at which a cost is passed": lambda: cost_switches(now),
        "the tornado": lambda: tornado(now),
        "ten years of all options": lambda: whole_life(now),
        "a hundred years of all options": lambda: whole_life(now, 100),
        "the next month of waiting": lambda: month_of_waiting(now),
        "the Appraisal Summary Table": lambda: summary_table(now),
    }.items():
        yield Line(thing, typical(task))
    cases = varied(engine, 1_800)
    results = engine.run(cases)
    yield Line("ten years of a batch of 1,800", typical(lambda: whole_life_costs(engine, cases, results)))


def one_by_one(engine: Engine, size: int) -> float:
    """What so many cases would take in batches of one, from some of them."""
    cases = varied(engine, SAMPLE)
    return size / SAMPLE * 1000 * seconds(lambda: [engine.run(case[None, :]) for case in cases])


def varied(engine: Engine, size: int) -> np.ndarray:
    """Cases of which no two are alike: every lever up to a tenth either side of the preset's value."""
    return engine.defaults * np.random.default_rng(2020).uniform(0.9, 1.1, (size, len(engine.levers)))


def typical(task: Callable[[], object]) -> float:
    """The median in ms, after a first round that only warms up."""
    return 1000 * median([seconds(task) for _ in range(ROUNDS + 1)][1:])


def seconds(task: Callable[[], object]) -> float:
    start = perf_counter()
    task()
    return perf_counter() - start
