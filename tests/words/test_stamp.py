"""A file says which scenario, changes, model, day and link it stands for, and says it inertly."""

import pytest

from model import MODEL_VERSION
from words.stamp import changes, stamp

LINK = "https://example.org/?preset=north-council&staff=5200"
NORTH = "north-council"


def test_a_stamp_names_scenario_changes_model_and_date_in_one_line(pair):
    now, _ = pair(NORTH, {"staff": 5200, "cloud.months": 25})
    line = f"North Council, as published, 2 changes · model {MODEL_VERSION} · 2 November 2026"
    assert stamp(now, "2 November 2026", LINK).line == line


@pytest.mark.parametrize(("moved", "said"), [({}, "as published ·"), ({"staff": 5200}, "as published, 1 change ·")])
def test_a_stamp_counts_changes_only_where_there_are_any(pair, moved, said):
    assert said in stamp(pair(NORTH, moved)[0], "2026", LINK).line


def test_without_a_date_the_line_has_no_loose_end(pair):
    assert stamp(pair(NORTH)[0], "", "").line.endswith(f"model {MODEL_VERSION}")


def test_every_change_is_told_with_what_it_was(pair):
    now, _ = pair(NORTH, {"staff": 5200, "disruption.share": 2})
    assert changes(now) == ["Cannot work remotely: 2% of staff, was 25% of staff", "Staff: 5,200 staff, was 4,500 staff"]


def test_a_date_cannot_hide_or_turn_anything_around(pair):
    assert stamp(pair(NORTH)[0], "2\x00 Nov\u202eember\n2026", LINK).date == "2 Nov ember 2026"
    assert len(stamp(pair(NORTH)[0], "9" * 10_000, LINK).date) == 400


@pytest.mark.parametrize(
    "odd", ["javascript:alert(1)", "file:///etc/passwd", "https://a.example/\u202e", "https://a.example/ b", "\\\\host\\a", ""]
)
def test_only_a_web_address_is_a_link(pair, odd):
    assert stamp(pair(NORTH)[0], "2026", odd).link == ""
    assert stamp(pair(NORTH)[0], "2026", LINK).link == LINK
