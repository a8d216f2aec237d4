"""Which view is open: the tab list asks for one, and the address remembers it."""

from collections.abc import Sequence

import streamlit as st
from pydantic import ValidationError

from model.link import VIEW
from ui.sent import Choice

TABS = "tabs"
"""The key of the list of views."""


def view() -> str:
    """The open one."""
    return st.session_state[VIEW]


def tabs() -> dict[str, object]:
    """What the tab list needs to know of this visit: who it is, what is open, and up to which number it was heard."""
    return {"visit": st.session_state["visit"], "acknowledged": st.session_state["chosen"], "view": view()}


def choose_view(views: Sequence[str]) -> None:
    """The tab list sent what was chosen last; what it sends again after an answer was lost is taken once."""
    try:
        choice = Choice.model_validate(st.session_state[TABS].get("chosen"))
    except ValidationError:
        return  # not from our page
    if choice.visit == st.session_state["visit"] and choice.number > st.session_state["chosen"]:
        if choice.view in views:
            st.session_state[VIEW] = choice.view
        st.session_state["chosen"] = choice.number


def place(view: str) -> int:
    """0 or 1: which of two places a view is drawn in, the other one than the view before it."""
    before, place = st.session_state["drawn_view"]
    if before != view:
        place = 1 - place
        st.session_state["drawn_view"] = view, place
    return place
