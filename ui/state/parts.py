"""What the page's own parts in the browser know and say: the live board, charts, files being made."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import uuid4

import streamlit as st
from pydantic import ValidationError

from charts.canvas import COMPACT, WIDE
from ui.making import Making
from ui.sent import Sent
from ui.state.shown import case, engine, known, move, reset_all

LIVE = "live-levers"
"""The key of the live board's levers."""


def plain() -> str:
    """Why Streamlit's own sliders stand in for the live board; nothing while it works."""
    return st.session_state.get("plain", "")


def use_plain(why: str) -> None:
    """Do without the live board from here on."""
    st.session_state["plain"] = why


@dataclass(frozen=True)
class Replay:
    """A change to be played to a room once: what was changed before it, and a name for this asking."""

    token: str
    before: Mapping[str, float]


def play(before: Mapping[str, float]) -> None:
    """Ask the live board to play the step from these changes to the present ones."""
    st.session_state["replay"] = Replay(uuid4().hex, before), case()


def replay() -> Replay | None:
    """The change to play, while it is still the last one."""
    asked, when = st.session_state.get("replay", (None, None))
    return asked if when == case() else None


FIGURE = "figure"
"""The key of the chart."""
WIDTHS = range(280, 1401)
"""Px that a chart may be wide."""


def measured() -> None:
    """The page found charts to have another width than they were drawn for."""
    width = st.session_state[FIGURE].get("width")
    if isinstance(width, int) and width in WIDTHS:
        st.session_state["chart_width"] = width


def chart_width() -> int:
    """Px that the page has for a chart; until it says so, those of a phone (MDN: look for Mobi) or of a projector."""
    on_phone = "Mobi" in (st.context.headers.get("User-Agent") or "")
    return st.session_state.get("chart_width", COMPACT.width if on_phone else WIDE.width)


def making(job: dict[str, object]) -> Making:
    """The files of what is shown; those of what was shown before are given up."""
    kept = st.session_state.get("making")
    if kept is None or kept.job != job:
        if kept:
            kept.give_up()
        kept = st.session_state["making"] = Making(job)
    return kept


def make_again() -> None:
    """Begin anew with the files, since some could not be made."""
    st.session_state.pop("making", None)


def visit() -> dict[str, object]:
    """What the live board needs to know of this visit: who it is, and up to which number its moves are in."""
    return {
        "visit": st.session_state["visit"],
        "acknowledged": st.session_state["acknowledged"],
        "preset": st.session_state["preset"],
        "changes": st.session_state["changes"],
    }


def sent() -> None:
    """The live board sent its moves; what it sends again after an answer was lost is taken once."""
    try:
        message = Sent.model_validate(st.session_state[LIVE].get("sent"))
    except ValidationError:
        return  # not from our page
    if message.visit == st.session_state["visit"] and message.number > st.session_state["acknowledged"]:
        if message.preset is None or known(message.preset):
            _accept(message)
        # Last, so that moves a stopped run did not finish are sent again.
        st.session_state["acknowledged"] = message.number


def _accept(message: Sent) -> None:
    if message.preset:
        _come_back(message.preset, message.changes)
    for name, entry in message.moves:
        if name in engine().offered:
            move(engine().offered[name], entry)


def _come_back(preset: str, changes: Mapping[str, float]) -> None:
    """A visit the server has forgotten, as the page remembers it."""
    st.session_state["preset"] = preset
    reset_all()
    for name, now in changes.items():
        if name in engine().offered:
            move(engine().offered[name], now)
