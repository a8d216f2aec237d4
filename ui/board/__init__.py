"""The live board: levers, and tables that answer while a thumb moves.

One component in several places. Python draws all of them; between two runs the browser paints rows it looks up.
"""

from pathlib import Path

import streamlit as st

from charts.axes import board_ends
from model.appraisal import Appraisal
from model.levers import Group, Lever
from ui import state
from ui.board.controls import controls
from ui.board.packing import pack, pack_table
from ui.board.replay import played, replay
from ui.board.table import table
from ui.component import Component
from ui.pieces import draw
from ui.sections import rows
from ui.sections.options import options
from words.verdict import verdict

BOARD = Component("side-by-side", "board", Path(__file__).parent, "board.js")
BROKEN = "The live levers do not work in this browser, so these are plain ones: figures follow when you let go."


def levers(groups: dict[Group, list[Lever]]) -> None:
    """The levers in front."""
    now, preset = state.appraisals()
    header = {
        **state.visit(), "html": controls(groups, now), "say": str(verdict(now, preset)),
        "replay": replay(now, preset),
    }
    BOARD(key=state.LIVE, data=pack(header), on_sent_change=state.sent)
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
    BOARD(key="live-tables", data=pack_table(header, table(now, preset, [*moving.values()])))


def numbers(html: str) -> None:
    """Numbers in a list, each to be typed where it stands; what is typed comes back with the levers."""
    BOARD(key="live-numbers", data=pack({"list": html, "acknowledged": state.visit()["acknowledged"]}))


def chart(*, name: str, svg: str, title: str, alt: str, file: str, small: bool, head: str, table: str) -> None:
    """A chart on its sheet, seen through its window, between its finding and the same numbers as a table.

    ``file`` is what its picture is called when it is saved, ``head`` and ``table`` are HTML. One key for all, so that
    another chart in the same place is drawn with the nodes that are there; but small ones stand side by side, each
    under its ``name``, and do not tell how wide a chart may be.
    """
    figure = {"svg": svg, "title": title, "alt": alt, "file": file, "small": small, "head": head, "table": table}
    if small:
        BOARD(key=f"{state.FIGURE}-{name}", data=pack({"figure": figure}))
    else:
        BOARD(key=state.FIGURE, data=pack({"figure": figure}), on_width_change=state.measured)
