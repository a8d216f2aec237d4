"""How long the equations take: one case, batches as the sweep and the simulation ask for them, and those questions."""

from collections.abc import Callable, Iterator
from statistics import median
from time import perf_counter

import numpy as np

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


def timings() -> Iterator[tuple[str, float]]:
    engine = Engine(load("north-council"))
    yield "one evaluate", typical(lambda: evaluate(engine, {"staff": 6000}))
    for size in (1_800, 10_000):
        cases = varied(engine, size)
        yield f"a batch of {size:,}", typical(lambda cases=cases: engine.run(cases))
    now = evaluate(engine)
    yield "10,000 draws over the ranges", typical(lambda: simulate(now, 10_000, 2020))
    yield "100,000 random weightings", typical(lambda: acceptability(now, 100_000, 2020))
    yield "where optimism bias flips the order", typical(lambda: verdict(now))
    shown = list(engine.scenario.shown_levers)
    weights = [lever.id for lever in engine.levers if lever.group is Group.WEIGHTS]
    yield "a sweep of the shown levers and weights", typical(lambda: sweep(engine, {}, shown + weights))
    yield "a sweep of all levers", typical(lambda: sweep(engine, {}, engine.offered))
    yield "every value at which the order changes", typical(lambda: ranking_changes(now))
    yield "every value at which a cost is passed", typical(lambda: cost_switches(now))
    yield "the tornado", typical(lambda: tornado(now))
    yield "ten years of all options", typical(lambda: whole_life(now))
    yield "a hundred years of all options", typical(lambda: whole_life(now, 100))
    cases = varied(engine, 1_800)
    results = engine.run(cases)
    yield "ten years of a batch of 1,800", typical(lambda: whole_life_costs(engine, cases, results))
    yield "the next month of waiting", typical(lambda: month_of_waiting(now))
    yield "the Appraisal Summary Table", typical(lambda: summary_table(now))


def varied(engine: Engine, size: int) -> np.ndarray:
    """Cases of which no two are alike: every lever up to a tenth either side of the preset's value."""
    return engine.defaults * np.random.default_rng(2020).uniform(0.9, 1.1, (size, len(engine.levers)))


def typical(task: Callable[[], object]) -> float:
    """The median in seconds, after a first round that only warms up."""
    return median([seconds(task) for _ in range(ROUNDS + 1)][1:])


def seconds(task: Callable[[], object]) -> float:
    start = perf_counter()
    task()
    return perf_counter() - start
