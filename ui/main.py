"""The page, read from top to bottom. Results first: they stand before the levers are redrawn."""

import streamlit as st

st.set_page_config(page_title="Side by Side", layout="wide", initial_sidebar_state="collapsed")

from ui import levers, state, views  # noqa: E402  (the page's settings come first)
from ui.sharing import link  # noqa: E402
from ui.turns import TURN  # noqa: E402

with TURN:
    if not state.shelf().presets:
        views.nothing_to_show()
        st.stop()

    state.start(list(views.VIEWS))
    draw_view = views.open_view()
    shell = st.container(key="shell")
    brand, board, panel, right = (shell.container(key=key) for key in ("brand", "board", "panel", "right"))
    with brand:
        views.brand()
    with board:
        draw_view()
    with panel:
        levers.panel()
    with right:
        link()
    state.publish()
