"""The live board: levers, and tables that answer while a thumb moves.

One component in several places. Python draws all of them; between two runs the browser paints rows it looks up.
"""

from functools import lru_cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

from charts.axes import board_ends
from model.appraisal import Appraisal
from model.levers import Group, Lever
from ui import state
from ui.board.controls import controls
from ui.board.packing import pack, pack_table
from ui.board.replay import played, replay
from ui.board.table import table
from ui.pieces import draw
from ui.sections import rows
from ui.sections.options import options
from words.verdict import verdict

MANIFEST = ComponentManifest("side-by-side", "1", [ComponentConfig("board", "browser")])
NAME = "side-by-side.board"
BROKEN = "The live levers do not work in this browser, so these are plain ones: figures follow when you let go."


def _component():
    return _registered(get_bidi_component_manager())


def serve() -> None:
    """Have the board's files served to others who look up its rows, even where plain levers stand in for it."""
    _component()


@lru_cache(maxsize=1)
def _registered(manager: BidiComponentManager):
    """Streamlit serves a component's files only if told of their folder; it looks in installed packages alone."""
    manager.register_from_manifest(MANIFEST, Path(__file__).parent)
    return st.components.v2.component(NAME, js="board.js")


def levers(groups: dict[Group, list[Lever]]) -> None:
    """The levers in front."""
    now, preset = state.appraisals()
    header = {
        **state.visit(), "html": controls(groups, now), "say": str(verdict(now, preset)),
        "replay": replay(now, preset),
    }
    _component()(key=state.LIVE, data=pack(header), on_sent_change=state.sent)
    with st.container(key="late"):  # pressed by rescue.js once something fails; in sight only while nothing starts
        draw("section", title="", note="The live levers have not started.")
        st.button("Use plain ones", key="use-plain", on_click=state.use_plain, args=(BROKEN,))


def tables(now: Appraisal, preset: Appraisal) -> None:
    """The options, their outcomes and what their costs are made of, with the rows to paint over them."""
    dearest, longest = board_ends(now, preset)
    header = {
        "acknowledged": state.visit()["acknowledged"],
        "html": options(now, preset) + rows.outcomes(now, preset) + rows.drivers(now, preset),
        "scales": {
            "cost": dearest, "months": longest, "score": 100, "met": 100, "line": rows.dearest_line(now, preset),
        },
        "weighted": now.weighted,
    }
    moving = {lever.id: lever for lever in [*state.in_front(), *played(now)]}
    _component()(key="live-tables", data=pack_table(header, table(now, preset, [*moving.values()])))


def numbers(html: str) -> None:
    """Numbers in a list, each to be typed where it stands; what is typed comes back with the levers."""
    _component()(key="live-numbers", data=pack({"list": html, "acknowledged": state.visit()["acknowledged"]}))


def chart(*, name: str, svg: str, title: str, alt: str, file: str, small: bool, head: str, table: str) -> None:
    """A chart on its sheet, seen through its window, between its finding and the same numbers as a table.

    ``file`` is what its picture is called when it is saved, ``head`` and ``table`` are HTML. One key for all, so that
    another chart in the same place is drawn with the nodes that are there; but small ones stand side by side, and do
    not tell how wide a chart may be.
    """
    figure = {"svg": svg, "title": title, "alt": alt, "file": file, "small": small, "head": head, "table": table}
    if small:
        _component()(key=f"{state.FIGURE}-{name}", data=pack({"figure": figure}))
    else:
        _component()(key=state.FIGURE, data=pack({"figure": figure}), on_width_change=state.measured)
