"""Present: the scenes of what is set, for a room with or without a network."""

from datetime import date

import streamlit as st

from charts.style import Theme
from exports.stage.document import document
from model.appraisal import Appraisal
from ui import state
from ui.pieces import draw
from ui.stage import presenter
from words.numbers import day


def present(now: Appraisal, preset: Appraisal, theme: Theme) -> None:
    """The presenter's window, and the same scenes as a file for where there is no network at all."""
    presenter(now, preset, theme)
    draw(
        "section", title="For a room without a network",
        note="The same scenes, keys and notes in one file that any browser opens.",
    )
    st.download_button(
        "Scenes as one file", data=lambda: document(now, date=day(date.today()), link=state.link()),
        file_name="side-by-side.html", mime="text/html", key="take-scenes", on_click="ignore",
    )
