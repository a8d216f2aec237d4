"""The switching values that the method page shows are the model's."""

import re
from pathlib import Path

from model import presets
from model.appraisal import evaluate
from model.engine import Engine
from model.switching import cost_switches, ranking_changes
from model.walks import COARSE, SHORT
from words import switching

PAGE = (Path(__file__).parents[2] / "docs" / "method.md").read_text(encoding="utf-8")
SECTION = re.search(r"^## Switching values\n(.*?)^## ", PAGE, re.MULTILINE | re.DOTALL)[1]


def test_every_switching_value_on_the_page_is_one_of_the_models():
    now = evaluate(Engine(presets.load("north-council")))
    _, found = switching.table([*ranking_changes(now), *cost_switches(now)], now)
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in re.findall(r"^\|.*\|$", SECTION, re.MULTILINE)]
    assert len(rows) == 10
    assert [row for row in rows[2:] if row not in found] == []


def test_the_page_says_at_how_many_places_a_lever_is_tried():
    assert f"up to {SHORT} steps" in SECTION
    assert f"tried at {COARSE} places" in SECTION
