"""The board's tables: which option a row marks, how far a bar reaches, and where the preset's mark is worth showing."""

import re
from collections import Counter
from functools import cache

import pytest

from charts.axes import board_ends
from model.appraisal import Appraisal, evaluate
from model.engine import Engine
from model.presets import load
from ui.sections import rows
from ui.sections.options import options
from words.numbers import millions

ROW = re.compile(r'<tr role="row"(?: class="total")?><th[^>]*>(.*?)</th>(.*?)</tr>', re.DOTALL)
CELL = re.compile(r'<td role="cell"[^>]*class="([^"]*)">(.*?)</td>', re.DOTALL)
OPTIONS = ("do-nothing", "m365", "cloud", "hybrid")


@cache
def appraised(**changes: float) -> Appraisal:
    return evaluate(Engine(load("north-council")), {name.replace("__", "."): value for name, value in changes.items()})


def marked(html: str, mark: str) -> dict[str, list[str]]:
    """By row, the options whose cells bear this mark."""
    return {
        name: [option for option, (said, _) in zip(OPTIONS, CELL.findall(cells), strict=True) if mark in said.split()]
        for name, cells in ROW.findall(html)
    }


@pytest.mark.parametrize("changes", [{}, {"horizon": 6}, {"disruption__share": 0}], ids=str)
def test_the_best_score_of_a_row_is_marked_and_none_where_nobody_scores(changes):
    now = appraised(**changes)
    expected = {}
    for outcome in now.scenario.outcomes:
        best = max(result.scores[outcome.id] for result in now.options)
        expected[outcome.name] = [each.option.id for each in now.options if each.scores[outcome.id] == best > 0]
    assert marked(rows.outcomes(now, appraised()), "best") == expected
    assert len({tuple(best) for best in expected.values()}) > 1, "the rows have different winners"


@pytest.mark.parametrize("table", [rows.outcomes, rows.drivers])
def test_the_option_placed_first_is_marked_in_every_row_and_none_where_nothing_counts(table):
    now = appraised(hybrid__months=36)
    assert {tuple(first) for first in marked(table(now, appraised()), "first").values()} == {("cloud",)}
    nobody = appraised(**{f"weight__{outcome.id}": 0 for outcome in now.scenario.outcomes})
    assert {tuple(first) for first in marked(table(nobody, appraised()), "first").values()} == {()}


def test_a_cost_line_says_what_it_moved_by_and_only_then_shows_the_preset_s_mark():
    html = rows.drivers(appraised(m365__licences=250), appraised())
    cells = next(cells for name, cells in ROW.findall(html) if name.startswith("Licences"))
    nothing, *paid = (said for _, said in CELL.findall(cells))
    assert 'class="words">–<' in nothing
    notes = [re.search(r'class="note">(.*?)<', said)[1] for said in paid]
    assert notes == [f"+{millions(10 * 4_500)}", "", ""]
    assert ["<b " in said and "hidden" not in said.partition("<b ")[2] for said in paid] == [True, False, False]


def test_the_preset_s_costliest_driver_stands_first_and_the_total_last():
    now = appraised()
    pounds = Counter()
    for result in now.options:
        for line, cost in zip(result.option.cost_lines, result.line_costs, strict=True):
            pounds[line.name] += cost
    names = [name for name, _ in ROW.findall(rows.drivers(appraised(m365__licences=0), now))]
    assert names == [*(name for name, _ in pounds.most_common()), "Total"]


def test_an_option_s_bars_and_preset_marks_are_shares_of_their_row_s_scale():
    now, preset = appraised(staff=5200, cloud__months=25), appraised()
    dearest, longest = board_ends(now, preset)
    drawn = re.findall(r'<i style="width:([\d.]+)%"></i><b style="left:([\d.]+)%"( hidden)?', options(now, preset))
    expected = [
        (f"{100 * here / end:.2f}", f"{100 * was / end:.2f}", "" if here != was else " hidden")
        for figure, end in (("cost", dearest), ("months", longest), ("overall", 100))
        for here, was in ((getattr(a, figure), getattr(b, figure)) for a, b in zip(now.options, preset.options, strict=True))
    ]
    assert drawn == expected
