"""What the live board is given and what it may send: the server keeps the values, the board only asks."""

import re
import zlib
from html import unescape

import pytest

from ui.board.packing import unpack
from words.numbers import millions
from words.verdict import verdict


def costs(html: str) -> list[str]:
    return [unescape(found) for found in re.findall(r'class="figure">(.*?)</span>', html)]


def of(live, lever: str) -> str:
    """The HTML of one lever."""
    return live.levers["html"].split(f'data-lever="{lever}"')[1].split('data-lever="')[0]


def test_a_moved_lever_is_in_the_very_tables_that_answer_it(live):
    live.send(["staff", 5200])
    assert live.changes == {"staff": 5200}
    assert costs(live.tables["html"]) == [millions(each.cost).capitalize() for each in live.computed.options]
    assert live.tables["acknowledged"] == live.levers["acknowledged"] == 1
    assert 'aria-valuetext="5,200 staff"' in of(live, "staff")


def test_what_is_settled_is_drawn_from_unrounded_numbers(live):
    live.send(["staff", 5237])
    assert live.tables["now"][: len(live.computed.options)] == [each.cost for each in live.computed.options]


def test_an_entry_is_read_as_if_typed_anywhere_else(live):
    live.send(["staff", "5,200 staff"])
    assert live.changes == {"staff": 5200}


def test_a_value_off_the_sliders_steps_is_exact_once_settled(live):
    live.send(["staff", "4,537"])
    assert costs(live.tables["html"]) == [millions(each.cost).capitalize() for each in live.computed.options]
    assert 'value="4537' in of(live, "staff")


@pytest.mark.parametrize("entry", ["45000", "lots", 99.0, 20_001, 4_500.5, ""])
def test_a_refused_entry_says_why_and_changes_nothing(live, entry):
    live.send(["staff", entry])
    assert not live.changes
    assert "Nothing changed: the figures still use 4,500 staff." in of(live, "staff")
    assert 'aria-invalid="true"' in of(live, "staff")
    assert live.levers["acknowledged"] == 1


def test_a_reset_gives_the_preset_back(live):
    live.send(["staff", 5200], ["offices", 9])
    live.send(["staff", None])
    assert live.changes == {"offices": 9}


def test_moves_sent_again_after_a_lost_answer_are_taken_once(live):
    message = {"visit": live.levers["visit"], "number": 3, "moves": [["staff", 5200]]}
    live.say(message)
    live.page.button(key="reset-all").click().run()
    live.say({**message, "moves": [["staff", 5200]], "preset": None})
    assert not live.changes


def test_a_visit_the_server_has_forgotten_comes_back_as_it_was(live):
    live.send(["cloud.months", 25], preset="county", changes={"staff": 5200, "no-such-lever": 1, "offices": 1e9})
    assert live.page.session_state["preset"] == "county"
    assert live.changes == {"staff": 5200, "cloud.months": 25}


def test_moves_meant_for_another_visit_are_left_alone(live):
    live.say({"visit": "another", "number": 1, "moves": [["staff", 5200]]})
    assert not live.changes
    assert live.levers["acknowledged"] == 0


@pytest.mark.parametrize(
    "message",
    [None, 1, "x", [], {}, {"visit": 1}, {"number": -1}, {"number": True}, {"moves": [["staff"]]}, {"moves": "staff"},
     {"moves": [["staff", [1]]]}, {"moves": [["staff", True]]}, {"moves": [[1, 2]]}, {"moves": [["staff", "9" * 25]]},
     {"moves": [["nobody", 1]] * 501}, {"preset": 5}, {"changes": {"staff": "5"}}, {"extra": 1}],
)  # fmt: skip
def test_what_no_board_of_ours_would_send_changes_nothing(live, message):
    good = {"visit": live.levers["visit"], "number": 1, "moves": [["offices", 9]]}
    live.say({**good, **message} if isinstance(message, dict) and message else message)
    assert not live.changes


def test_a_lever_that_is_none_is_passed_over(live):
    live.send(["nobody", 1], ["staff", 5200])
    assert live.changes == {"staff": 5200}


def test_moves_of_a_preset_that_is_not_here_are_not_made_on_another(live):
    live.send(["staff", 5200], preset="nowhere", changes={"offices": 9})
    assert not live.changes
    assert live.levers["acknowledged"] == 1


def test_the_board_is_told_what_to_announce(live):
    live.send(["cloud.months", 25])
    assert live.levers["say"] == str(verdict(live.computed, type(live)().computed))


def test_a_lever_is_never_far_from_the_words_of_its_nearest_tick(live):
    assert "Drops below Cloud beyond 21 months</p>" in of(live, "hybrid.months")
    assert 'class="tall"' in of(live, "hybrid.months")
    assert re.search(r"beyond 21 months\.<br>.* beyond 28 months\.</p></details>", of(live, "hybrid.months")), "all of them"
    assert 'class="tall"' not in of(live, "staff")


def test_names_people_wrote_are_inert_in_the_board(live):
    assert "<script" not in live.levers["html"] + live.tables["html"]


def test_what_a_change_sends_is_small_on_its_way(live):
    # Streamlit deflates what it sends; the panel, the tables and their rows are nearly all of a change.
    live.send(["staff", 5200])
    assert sum(len(zlib.compress(live.part(name).bytes)) for name in ("live-tables", "live-levers")) < 40_000


def test_plain_levers_take_over_with_a_word_of_why(live):
    live.send(["staff", 5200])
    live.page.button(key="use-plain").click().run()
    assert not [part for part in live.page.get("bidi_component") if "live-" in part.proto.id]
    assert live.page.slider(key="slide:front:staff:0").value == 5200
    assert any("do not work in this browser" in found.proto.body for found in live.page.get("html"))


def test_what_is_typed_in_the_list_of_numbers_comes_with_the_levers_and_the_list_knows_of_it(live):
    live.page.session_state["view"] = "Assumptions"
    live.page.run()
    live.send(["m365.licences", "£300"])
    told = unpack(live.part("live-numbers").bytes)[0]
    assert live.changes == {"m365.licences": 300}
    assert told["acknowledged"] == live.levers["acknowledged"] == 1
    assert 'value="£300" aria-label="Microsoft 365: Licences, year 1, unit cost: type a value' in told["list"]
