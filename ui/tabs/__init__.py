"""The list of views, one tab each, at the head of the page.

A part of our own, as Streamlit's tabs let go of the focus for a moment while a run of the script is under way.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import streamlit as st

from ui import state
from ui.board.packing import pack
from ui.component import Component

TABS = Component("side-by-side-tabs", "tabs", Path(__file__).parent, "tabs.js", isolate_styles=False)


def tab_list(views: Sequence[str]) -> None:
    """The views to choose from; Streamlit's own buttons where the page's own parts do not work."""
    if state.plain():
        with st.container(key="plain-tabs"):
            st.segmented_control("View", views, key=state.VIEW, required=True, label_visibility="collapsed")
    else:
        data = {"views": list(views), **state.tabs()}
        TABS(key=state.TABS, data=pack(data), on_chosen_change=partial(state.choose_view, views))
