"""What stands on the page keeps its place there: a part that slips is made anew in the browser, and loses the focus.

Streamlit's page tells parts by where they stand. When a part is pushed down, the part before it takes its place first,
and for as long as its own message is on the way it is gone from the page, with the key press that was meant for it.
"""

from collections.abc import Iterator

import pytest
from streamlit.testing.v1.element_tree import Block, Node

from ui.views import VIEWS

FAULT = "The link asks for staff of 1, below the least."


def places(part: Node, place: tuple[int, ...] = ()) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Where each part that has a name stands."""
    if getattr(part, "key", None):
        yield part.key, place
    if isinstance(part, Block):
        for index, inner in part.children.items():
            yield from places(inner, (*place, index))


@pytest.fixture
def where(visit):
    return lambda: dict(places(visit.page._tree))


@pytest.mark.parametrize("view", VIEWS)
def test_the_first_change_moves_no_part_of_the_page(visit, where, view):
    visit.unfold("fold-weights")
    visit.page.session_state["notices"] = (FAULT,)
    visit.open(view)
    before = where()
    assert FAULT in visit.text
    visit.slide("weight.wellbeing", 95.0, "weights")
    after = where()
    assert FAULT not in visit.text
    assert "slide:weights:weight.wellbeing:0" in after
    assert {part: place for part, place in after.items() if part in before and before[part] != place} == {}


def places_of_views(part: Node, place: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
    """Where a view stands."""
    if isinstance(part, Block):
        if "-view-" in getattr(part.proto, "id", ""):
            yield place
        for index, inner in part.children.items():
            yield from places_of_views(inner, (*place, index))


def test_a_view_stands_where_the_one_before_it_did_not_and_stays_there(visit):
    """In the same place it would begin with the parts of the other, which Streamlit lets go of when a run ends."""
    before = None
    for view in VIEWS:
        visit.open(view)
        (there,) = places_of_views(visit.page.main)
        assert there != before
        visit.slide("staff", visit.handle("staff") + 100)
        (before,) = places_of_views(visit.page.main)
        assert before == there
