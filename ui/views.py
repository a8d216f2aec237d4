"""The views, one tab each; only the open one is computed and drawn."""

from pathlib import Path

import streamlit as st

from charts import frontier
from charts.style import DARK, LIGHT, SHAPES, Theme
from model.appraisal import Appraisal
from ui import state
from ui.pieces import draw
from ui.sections import rows
from ui.sections.assumptions import assumptions
from ui.sections.briefing import briefing
from ui.sections.chart import chart
from ui.sections.options import options
from ui.sections.over_time import over_time
from words.verdict import verdict

HERE = Path(__file__).parent


def theme() -> Theme:
    """The palette of the theme the visitor sees."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def style() -> None:
    """The style sheet, after the palette it draws with."""
    st.html(f"<style>{_palette(theme())}{(HERE / 'style.css').read_text()}</style>")


def _palette(shown: Theme) -> str:
    """The theme's colours and the options' shapes as CSS."""
    names = ("ground", "panel", "ink", "ink2", "grey", "control", "rule", "rule2", "track", "first")
    root = "".join(f"--{name}:{getattr(shown, name)};" for name in names)
    colours = "".join(
        f".o{index}{{--c:{colour};--t:{text}}}"
        for index, (colour, text) in enumerate(zip(shown.colours, shown.texts, strict=True))
    )
    shapes = "".join(f'.mark-{shape.name}{{clip-path:path("{shape.path}")}}' for shape in SHAPES)
    return f":root{{{root}}}{colours}{shapes}"


def brand() -> None:
    """The name, and on a phone the way to the levers."""
    draw("brand", changes=state.changes())


def tabs() -> None:
    """The verdict and the open view."""
    now, preset = state.appraisals()
    for tab, view in zip(st.tabs(list(VIEWS), key="view", on_change="rerun"), VIEWS.values(), strict=True):
        if tab.open:
            with tab:
                draw("verdict", verdict=verdict(now, preset))
                view(now, preset)


def _compare(now: Appraisal, preset: Appraisal) -> None:
    options(now, preset)
    rows.outcomes(now, preset)
    rows.drivers(now, preset)
    chart(frontier, now, preset, theme())


def _over_time(now: Appraisal, preset: Appraisal) -> None:
    over_time(now, preset, theme())


def _assumptions(now: Appraisal, preset: Appraisal) -> None:
    assumptions()


VIEWS = {"Compare": _compare, "Over time": _over_time, "Assumptions": _assumptions, "The briefing": briefing}
