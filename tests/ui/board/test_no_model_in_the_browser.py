"""The board's JavaScript looks up and draws: no sum in it makes a result that Python did not send."""

import re
from pathlib import Path

import pytest

BROWSER = Path(__file__).parents[3] / "ui/board/browser"

DRAWN = {
    "tables.js": set(),
    "cells.js": {"value - was", "value / scale", "was / scale", "100 * Math.min"},
    "format.js": {"size / 1e6", "size / 1e9", "rank - 1"},
    "morph.js": set(),
    "moves.js": set(),
    "board.js": set(),
    "parts.js": set(),
    "numbers.js": set(),
}
"""All that is worked out where results pass: how far one is from the preset's, how long its bar is, how it is written."""

OTHERS = {
    "panel.js": "where a thumb stands between the ends of its track",
    "rows.js": "which row is nearest to a thumb, and bytes put together again",
    "replay.js": "how far a change that is played again has come",
    "chart.js": "which mark is nearest to a pointer",
    "picture.js": "how large a picture is",
}
"""What is worked out elsewhere, and of what: none of it a result."""

SPOKEN = re.compile(r"//.*|\"[^\"\n]*\"|`[^`$]*`")
SUM = re.compile(r"([\w.\])]+) ([-+*/%]|\*\*)=? ([\w.(\[]+)")


def sums(name: str) -> set[str]:
    code = SPOKEN.sub('""', (BROWSER / name).read_text(encoding="utf-8"))
    return {f"{left.strip('(')} {sign} {right.strip('([')}" for left, sign, right in SUM.findall(code)}


def test_every_script_of_the_board_is_looked_at_or_handles_no_results():
    assert {script.name for script in BROWSER.iterdir()} == DRAWN.keys() | OTHERS.keys()


@pytest.mark.parametrize("name", DRAWN)
def test_where_results_pass_they_are_only_compared_scaled_and_written(name):
    assert {found.partition("(")[0] for found in sums(name)} == DRAWN[name]


@pytest.mark.parametrize("name", DRAWN)
def test_no_result_is_added_up_in_other_words(name):
    code = SPOKEN.sub('""', (BROWSER / name).read_text(encoding="utf-8"))
    assert not re.search(r"\.reduce\b|Math\.(pow|exp|log|sqrt|hypot)|\+\+|[-+*/]=", code)
