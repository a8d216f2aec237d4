"""The presenter's window: scenes, notes, clock and hands, and the window of the audience that follows it.

Every scene is in the browser once the view is drawn, and both windows talk to each other alone, so neither needs a
network to go on. While a lever moves, the rows of the live board are looked up here too.
"""

from base64 import b64encode
from pathlib import Path

import streamlit as st

from charts.axes import board_ends
from charts.style import Theme
from exports.stage.document import deck
from exports.stage.slides import live_face
from model.appraisal import Appraisal
from model.levers import Lever
from ui import board, state
from ui.address import is_web, only_here
from ui.board.packing import pack_table
from ui.board.table import only, table
from ui.captions import around
from ui.component import Component
from ui.sharing.qr import LONGEST, qr_svg
from words.numbers import quantity

STAGE = Component("side-by-side-stage", "stage", Path(__file__).parent, "presenter.js")
SHOWN = ("cost", "months", "score", "rank")
"""What the stage's board shows of each option."""


def presenter(now: Appraisal, preset: Appraisal, theme: Theme) -> None:
    """The scenes of what is set, and the rows to look up while a lever moves."""
    board.BOARD.serve()  # whose rows are looked up here too, even where plain levers stand in for it
    dearest, longest = board_ends(now, preset)
    face = live_face(now, preset)
    header = {
        **_deck(state.case(), now),
        **_link(),
        "acknowledged": state.visit()["acknowledged"],
        "preset": state.case()[0],
        "theme": theme.name,
        "html": face.html,
        "headline": face.headline,
        "scales": {"cost": dearest, "months": longest, "score": 100},
        "weighted": now.weighted,
        "titles": {lever.id: _title(lever) for lever in state.in_front()},
    }
    rows = only(table(now, preset, state.in_front()), SHOWN)
    STAGE(key="stage", data=pack_table(header, rows))


@st.cache_resource(max_entries=64, show_spinner="Setting the stage…")
def _deck(case: tuple, _now: Appraisal) -> dict:
    """Drawn once for each case, whoever looks at it."""
    return deck(_now)


def _link() -> dict:
    """Where the room finds what is shown; nothing where the address leads each machine to itself."""
    link = state.link(with_view=False)
    if not is_web(link) or only_here(link) or state.is_own() or len(link) > LONGEST:
        return {"link": "", "qr": ""}
    return {"link": link, "qr": f"data:image/svg+xml;base64,{b64encode(qr_svg(link)).decode()}"}


def _title(lever: Lever) -> dict[str, str]:
    """What a lever is called, what stands before and after its number, and where the preset has it."""
    before, after = around(lever.measure.unit)
    preset = f"Preset: {quantity(lever.default, lever.measure.unit)}."
    return {"title": lever.title, "before": before, "after": after, "preset": preset}
