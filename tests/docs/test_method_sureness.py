"""What docs/method.md works out about ranges, weights and optimism bias is what the model comes to."""

import re
from pathlib import Path

import numpy as np
import pytest

from model import presets
from model.appraisal import Appraisal, evaluate
from model.engine import Engine
from model.optimism import CATEGORIES, verdict
from model.uncertainty import simulate, triangular
from model.weights import better_on, dominated
from words.numbers import money, score, share

PAGE = (Path(__file__).parents[2] / "docs" / "method.md").read_text(encoding="utf-8")
RUNNING = re.sub(r"\s+", " ", PAGE)


@pytest.fixture(scope="module")
def north() -> Appraisal:
    return evaluate(Engine(presets.load("north-council")))


def test_the_table_of_draws_is_that_of_its_seed(north):
    found = simulate(north, 10_000, 2026)
    for result in north.options[1:]:
        drawn = found.option(result.option.id)
        costs = [money(pounds) for pounds in (result.cost, drawn.cost.p10, drawn.cost.p50, drawn.cost.p90)]
        cells = [result.option.name, *costs, *map(share, drawn.rank_shares[:2])]
        assert f"| {' | '.join(cells)} |" in PAGE


def test_the_worked_quantile_is_the_models(north):
    line = north.engine.offered["hybrid.user-migration"].quantity
    half = triangular(np.array([0.5]), line.low, line.value, line.high)[0]
    assert f"q = 0.5 of Hybrid's user migration, {line.low:.0f} to {line.high:.0f} and likeliest {line.value:.0f}" in RUNNING
    assert f"= £{half:.2f} a person" in RUNNING


def test_the_verdict_on_optimism_is_the_models(north):
    found = verdict(north)
    first, second = found.passes
    assert f"at {first.at:.1f}% it costs more than {first.option.name} (" in RUNNING
    assert f"and at {second.at:.1f}% more than Cloud (" in RUNNING
    assert f"at {found.months_together.at:.0f}% Cloud's 18 months become 25.5, and {found.months_together.option.name} comes" in RUNNING
    assert f"Cloud comes first at {found.months_alone.at:.0f}%" in RUNNING
    assert found.cost_together is found.cost_alone is None


def test_the_uplifts_are_the_models():
    equipment, outsourcing, _ = CATEGORIES
    for category in (equipment, outsourcing):
        low, high = category.cost
        assert f"| {category.name} | {low} to {high} |" in PAGE
    assert "| 10 to 54 |" in PAGE and equipment.months == (10, 54)


def test_dominance_is_as_the_page_says(north):
    assert [(pair.option.option.id, pair.by.option.id) for pair in dominated(north)] == [("m365", "hybrid")]
    cloud, hybrid = north.option("cloud"), north.option("hybrid")
    for outcome in better_on(north, cloud, hybrid):
        assert f"{score(cloud.scores[outcome.id])} against {score(hybrid.scores[outcome.id])}" in RUNNING
