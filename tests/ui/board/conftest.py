"""The page with its live board, and what the board's own half in a browser would send."""

import json
from itertools import count
from pathlib import Path

import pytest
from streamlit.proto.BidiComponent_pb2 import BidiComponent
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from model import presets
from model.appraisal import Appraisal, evaluate
from model.engine import Engine
from ui.board.packing import unpack

ROOT = Path(__file__).parents[3]


class LiveVisit:
    """A visit whose browser can be made to say anything."""

    def __init__(self) -> None:
        self.page = AppTest.from_file(ROOT / "ui/main.py", default_timeout=60).run()
        self.numbers = count(1)

    def part(self, name: str) -> BidiComponent:
        return next(found.proto for found in self.page.get("bidi_component") if found.proto.id.endswith(name))

    @property
    def levers(self) -> dict:
        """What the panel of levers was given."""
        return unpack(self.part("live-levers").bytes)[0]

    @property
    def tables(self) -> dict:
        """What the tables were given, their rows apart."""
        return unpack(self.part("live-tables").bytes)[0]

    @property
    def tabs(self) -> dict:
        """What the list of views was given."""
        return unpack(self.part("-tabs").bytes)[0]

    @property
    def changes(self) -> dict[str, float]:
        return self.page.session_state["changes"]

    @property
    def computed(self) -> Appraisal:
        """What the model says of this case, computed apart from the page."""
        return evaluate(Engine(presets.load(self.page.session_state["preset"])), self.changes)

    def send(self, *moves: list, **more: object) -> None:
        """Moves as the panel sends them: [lever, number, text or None]."""
        self.say({"visit": self.levers["visit"], "number": next(self.numbers), "moves": moves, **more})

    def say(self, message: object, part: str = "live-levers", name: str = "sent") -> None:
        states = self.page._tree.get_widget_states()
        state = WidgetState(id=self.part(part).id, json_value=json.dumps({name: message}))
        states.widgets.append(state)
        self.page._run(states)
        assert not self.page.exception, "the page stopped with an error"


@pytest.fixture
def live() -> LiveVisit:
    return LiveVisit()
