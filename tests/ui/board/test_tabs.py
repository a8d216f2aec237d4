"""What the list of views is told and what it may send: the server keeps what is open, the list only asks."""

import pytest

from ui.views import VIEWS


def choose(live, number: object, view: object, **more: object) -> None:
    live.say({"visit": live.tabs["visit"], "number": number, "view": view, **more}, "-tabs", "chosen")


def shown(live) -> tuple[str, int]:
    return live.tabs["view"], live.tabs["acknowledged"]


def test_the_list_names_every_view_and_marks_the_first(live):
    assert live.tabs["views"] == [*VIEWS]
    assert shown(live) == ("Compare", 0)


def test_a_chosen_view_is_open_in_the_very_answer_and_stays_so_while_levers_move(live):
    choose(live, 1, "Assumptions")
    assert shown(live) == ("Assumptions", 1)
    live.send(["staff", 5200])
    assert shown(live) == ("Assumptions", 1)


def test_of_choices_in_quick_succession_the_last_is_heard(live):
    choose(live, 3, "Take away")
    choose(live, 2, "Over time")
    assert shown(live) == ("Take away", 3)


def test_what_was_heard_is_not_heard_again_but_the_same_view_can_be_chosen_once_more(live):
    choose(live, 1, "Assumptions")
    live.page.session_state["view"] = "Compare"  # as the browser's Back would have it
    choose(live, 1, "Assumptions")
    assert shown(live) == ("Compare", 1)
    choose(live, 2, "Assumptions")
    assert shown(live) == ("Assumptions", 2)


@pytest.mark.parametrize(
    "message", [None, 1, "Assumptions", [], {}, {"view": "Assumptions"}, {"visit": "another", "number": 1, "view": "Assumptions"}]
)
def test_what_is_not_from_this_page_opens_nothing(live, message):
    live.say(message, "-tabs", "chosen")
    assert shown(live) == ("Compare", 0)


@pytest.mark.parametrize(("number", "view"), [(0, "Assumptions"), (True, "Assumptions"), ("1", "Assumptions"), (1, None)])
def test_what_cannot_be_a_choice_opens_nothing(live, number, view):
    choose(live, number, view)
    assert shown(live) == ("Compare", 0)


def test_a_view_there_is_none_of_opens_nothing_and_is_not_asked_for_again(live):
    choose(live, 1, "<b>Nowhere</b>")
    assert shown(live) == ("Compare", 1)
