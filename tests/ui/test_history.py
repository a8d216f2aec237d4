"""Undo and redo: what was done can be taken back step by step, and had again until something else is done."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ui.history import MOST_STEPS, History, Snapshot


def at(staff: float) -> Snapshot:
    return Snapshot("north-council", {"staff": staff})


def walked(*staff: float) -> History:
    history = History(at(0))
    for each in staff:
        history = history.then(at(each))
    return history


def test_each_change_is_one_step_and_the_same_again_is_none():
    history = walked(1, 2, 2)
    assert len(history.past) == 2
    assert history.undo().now == at(1)
    assert history.undo().undo().now == at(0)
    assert history.undo().undo().undo().now == at(0)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(st.integers(1, 5), max_size=12), st.integers(0, 15))
def test_as_many_redos_as_undos_lead_back_to_where_one_was(steps, times):
    history = there = walked(*steps)
    for _ in range(times):
        there = there.undo()
    for _ in range(times):
        there = there.redo()
    assert there == history


def test_a_change_after_an_undo_gives_up_what_was_undone():
    assert walked(1, 2).undo().then(at(3)).undone == ()


def test_the_browsers_back_and_forward_go_to_the_nearest_step_that_looked_so():
    history = walked(1, 2, 1, 3)
    back = history.go_to(at(1).__eq__)
    assert (back.now, len(back.past), len(back.undone)) == (at(1), 3, 1)
    assert back.go_to(at(3).__eq__) == history
    assert history.go_to(history.now.__eq__) is history
    assert history.go_to(at(9).__eq__) is None


def test_forward_goes_on_where_nothing_is_left_to_go_back_to():
    history = walked(1, 2, 3)
    start = history.undo().undo().undo()
    assert start.go_to(at(3).__eq__) == history
    assert history.go_to(at(0).__eq__) == start


def test_a_long_day_does_not_fill_the_memory():
    assert len(walked(*range(1, 1_000)).past) == MOST_STEPS
