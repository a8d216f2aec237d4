"""Take away: what is on screen is made on the side, and a row says how far it is or that it failed."""

import sys
from time import sleep

import pytest

from exports.deck import deck
from ui import making
from ui.sections.take_away import FILES, TITLES, _size


@pytest.fixture
def view(visit):
    visit.page.session_state["view"] = "Take away"
    visit.page.session_state["changes"] = {"staff": 5200.0}
    visit.run()
    return visit


def wait(view) -> None:
    for _ in range(3000):
        if view.page.session_state["making"].finished:
            break
        sleep(0.02)
    view.run()


def test_every_file_can_be_saved_once_it_is_made(view):
    assert f"Beginning, 0 of {len(TITLES)} ready" in view.text or "Making" in view.text
    assert all(file.title in view.text and file.why in view.text for file in FILES)
    wait(view)
    assert [button.proto.label for button in view.page.get("download_button")] == [file.button for file in FILES]
    assert "North Council, as published, 1 change · model 1.0" in view.text
    files = view.page.session_state["making"]
    stamp = {name: files.job[name] for name in ("date", "link")}
    assert set(files.made) == set(TITLES) and "staff=5200" in stamp["link"]
    assert files.made["deck"] == deck(view.computed, type(view)().computed, **stamp)


def test_what_could_not_be_made_is_named_and_can_be_tried_again(visit, monkeypatch):
    monkeypatch.setattr(making.Making.__init__, "__defaults__", ((sys.executable, "-c", "raise SystemExit(1)"),))
    visit.page.session_state["view"] = "Take away"
    visit.run()
    wait(visit)
    assert "Not made: preview, slides, scenes, workbook, briefing, briefing to edit, pictures, tables and everything." in visit.text
    assert "PowerPoint, could not be made" in visit.text
    before = visit.page.session_state["making"]
    visit.page.button(key="take-again").click()
    visit.run()
    assert visit.page.session_state["making"] is not before


def test_a_change_gives_up_the_files_of_what_was_shown_before(view):
    before = view.page.session_state["making"]
    view.page.session_state["changes"] = {"staff": 5300.0}
    view.run()
    now = view.page.session_state["making"]
    assert now is not before and before._given_up.is_set() and "staff=5300" in now.job["link"]
    now.give_up()


@pytest.mark.parametrize(("length", "said"), [(1, "1 KB"), (97_400, "97 KB"), (999_499, "999 KB"), (1_250_000, "1.2 MB")])
def test_sizes_are_said_as_people_say_them(length, said):
    assert _size(b"x" * length) == said
