"""The views, one tab each; only the open one is computed and drawn."""

from pathlib import Path

import streamlit as st

from charts.style import DARK, LIGHT, SHAPES, Theme
from model.appraisal import Appraisal
from ui import state
from ui.pieces import draw
from ui.sections import rows
from ui.sections.options import options
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
    draw("brand")


def tabs() -> None:
    now, preset = state.appraisals()
    for tab, view in zip(st.tabs(list(VIEWS), key="view", on_change="rerun"), VIEWS.values(), strict=True):
        if tab.open:
            with tab:
                draw("verdict", verdict=verdict(now, preset))
                view(now, preset)


def compare(now: Appraisal, preset: Appraisal) -> None:
    """Cost, time, score; outcomes; what the cost is made of."""
    options(now, preset)
    rows.outcomes(now, preset)
    rows.drivers(now, preset)


VIEWS = {"Compare": compare, "Over time": compare, "Assumptions": compare, "The briefing": compare}
