"""Playing the last change to a room: the panel is told what was said before, and which stops the lever passes."""

import pytest

from model.appraisal import evaluate
from ui.state import Replay
from words.verdict import verdict


def ask(live, before: dict[str, float]) -> dict | None:
    """The replay in the payload once the page was asked to play the step from these changes."""
    case = live.page.session_state["preset"], tuple(sorted(live.changes.items()))
    live.page.session_state["replay"] = Replay("token", before), case
    live.page.run()
    return live.levers["replay"]


def test_nothing_is_played_unasked(live):
    live.send(["cloud.months", 25])
    assert live.levers["replay"] is None


@pytest.mark.parametrize(("old", "new"), [(18, 25), (20, 3)])
def test_one_lever_passes_every_stop_from_its_old_value_to_its_new_one(live, old, new):
    live.send(["cloud.months", new])
    before = {"cloud.months": old} if old != 18 else {}
    played = ask(live, before)
    assert played["lever"] == "cloud.months"
    assert played["values"] == list(range(old, new + 1) if old < new else range(old, new - 1, -1))
    engine = live.computed.engine
    assert played["before"]["say"] == str(verdict(evaluate(engine, before), evaluate(engine)))


def test_a_lever_off_its_steps_is_played_between_its_exact_values(live):
    live.send(["staff", "4,537"])
    assert ask(live, {"staff": 4321})["values"] == [4321, 4400, 4500, 4537]


def test_the_rows_to_play_are_sent_though_the_lever_is_not_in_front(live):
    live.send(["m365.licences", 300])
    assert "m365.licences" not in live.tables["levers"]
    assert ask(live, {})["lever"] == "m365.licences"
    assert "m365.licences" in live.tables["levers"]


def test_several_levers_at_once_pass_no_stops_but_both_verdicts_are_told(live):
    live.send(["staff", 9000], ["cloud.months", 25])
    played = ask(live, {})
    assert (played["lever"], played["values"]) == (None, [])
    assert played["before"]["lead"] == "Hybrid comes first."


def test_what_was_asked_for_is_over_with_the_next_change(live):
    live.send(["staff", 9000])
    assert ask(live, {}) is not None
    live.send(["offices", 9])
    assert live.levers["replay"] is None
