"""The list of views, one tab each, at the head of the page.

A part of our own, as Streamlit's tabs let go of the focus for a moment while a run of the script is under way.
"""

from collections.abc import Sequence
from functools import lru_cache, partial
from pathlib import Path

import streamlit as st
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

from ui import state
from ui.board.packing import pack

MANIFEST = ComponentManifest("side-by-side-tabs", "1", [ComponentConfig("tabs", "browser")])


def tab_list(views: Sequence[str]) -> None:
    """The views to choose from; Streamlit's own buttons where the page's own parts do not work."""
    if state.plain():
        with st.container(key="plain-tabs"):
            st.segmented_control("View", views, key=state.VIEW, required=True, label_visibility="collapsed")
    else:
        data = {"views": list(views), **state.tabs()}
        _component()(key=state.TABS, data=pack(data), on_chosen_change=partial(state.choose_view, views))


def _component():
    return _registered(get_bidi_component_manager())


@lru_cache(maxsize=1)
def _registered(manager: BidiComponentManager):
    """As ui.board does: Streamlit serves a component's files only if told of their folder."""
    manager.register_from_manifest(MANIFEST, Path(__file__).parent)
    return st.components.v2.component(f"{MANIFEST.name}.tabs", js="tabs.js", isolate_styles=False)
