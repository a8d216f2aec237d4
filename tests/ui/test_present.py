"""What the presenter's window is given: every scene of what is set, and rows for the board that moves."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ui.board.packing import unpack

ROOT = Path(__file__).parents[2]


def given(**session: object) -> dict:
    page = AppTest.from_file(ROOT / "ui/main.py", default_timeout=60)
    page.run()
    for key, value in {"view": "Present", **session}.items():
        page.session_state[key] = value
    page.run()
    assert not page.exception
    return unpack(next(part.proto for part in page.get("bidi_component") if part.proto.id.endswith("-stage")).bytes)[0]


def test_every_scene_travels_with_its_notes_and_the_board_with_four_kinds_of_cells():
    told = given()
    assert [scene["id"] for scene in told["scenes"]] == ["challenge", "options", "costs", "outcomes", "how-sure", "what-if"]
    assert all(scene["notes"] for scene in told["scenes"])
    assert {cell.partition(":")[0] for cell in told["cells"]} == {"cost", "months", "score", "rank"}
    assert set(told["titles"]) == set(told["levers"])
    assert told["titles"]["cloud.months"] == {
        "title": "Microsoft Cloud: Months to deliver", "before": "", "after": " months", "preset": "Preset: 18 months.",
    }  # fmt: skip


def test_an_address_of_this_machine_alone_is_no_picture_for_a_room():
    assert (given()["link"], given()["qr"]) == ("", "")


def test_a_configured_address_is_shown_as_a_picture_that_needs_no_network(monkeypatch):
    monkeypatch.setenv("SIDE_BY_SIDE_URL", "https://whatif.council.example")
    told = given()
    assert told["link"].startswith("https://whatif.council.example/?") and "view" not in told["link"]
    assert told["qr"].startswith("data:image/svg+xml;base64,")


@pytest.mark.parametrize("plain", ["", "Plain ones."])
def test_the_view_is_there_with_live_levers_and_with_plain_ones(plain):
    assert given(plain=plain)["headline"] == "Hybrid comes first"
