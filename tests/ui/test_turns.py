"""Pages are worked out one after the other, and none keeps the others waiting for good."""

from threading import Thread

import pytest

from ui.turns import TURN


@pytest.fixture
def free():
    """Whether the next page could begin."""

    def free() -> bool:
        taken = TURN.acquire(blocking=False)
        if taken:
            TURN.release()
        return taken

    yield free
    assert free()


def test_a_page_waits_until_the_one_before_it_is_done(visit, free):
    run = Thread(target=lambda: visit.slide("staff", 5200.0))
    with TURN:
        run.start()
        run.join(0.5)
        assert not visit.changes and run.is_alive()
    run.join(60)
    assert visit.changes == {"staff": 5200.0}


def test_a_page_that_fails_lets_the_next_one_begin(visit, free):
    visit.page.session_state["preset"] = "none of ours"
    visit.page.run()
    assert visit.page.exception
    assert free()
