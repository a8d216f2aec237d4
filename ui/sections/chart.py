"""A chart as every view shows it: the finding as its title, the figure, and the same numbers as a table."""

from base64 import b64encode
from datetime import date
from types import ModuleType

import plotly.graph_objects as go
import streamlit as st

from charts.canvas import fitted
from charts.drawing import svg
from charts.framing import framed
from charts.style import Theme
from model.appraisal import Appraisal
from ui import board, state
from ui.pieces import draw
from words.provenance import how_many_assumed
from words.stamp import stamp


def chart(module: ModuleType, now: Appraisal, preset: Appraisal, theme: Theme) -> None:
    """A figure of the appraisal against its preset; nothing where the scenario has no data for it."""
    if module.offered(now.scenario):
        _draw(module, module.figure(now, preset, theme, fitted(state.chart_width())), theme, now)


def finding(module: ModuleType, now: Appraisal, found: object, theme: Theme) -> None:
    """A figure of something found out about the appraisal; nothing where there is nothing to show."""
    if module.offered(now, found):
        _draw(module, module.figure(now, found, theme, fitted(state.chart_width())), theme, now, found)


def _draw(module: ModuleType, figure: go.Figure, theme: Theme, now: Appraisal, *found: object) -> None:
    name, title, shows = module.__name__.rpartition(".")[2], module.title(now, *found), module.shows(now, *found)
    draw("chart_head", title=title, note=shows)
    alt = module.alt(now, *found)
    with st.container(key=f"chart-{name}"):
        if state.plain():
            draw("picture", alt=alt, drawing=b64encode(svg(figure).encode()).decode())
        else:
            sheet = framed(figure, title, shows, _foot(now), theme)
            file = f"{module.FILE}-{now.scenario.id}{'-changed' if now.changes else ''}"
            board.chart(svg(sheet.figure, window=sheet.chart), title, alt, file)
    headers, rows = module.table(now, *found)
    with st.expander("The same as a table", key=f"table-{name}"):
        draw("table", caption=title, headers=headers, rows=rows)


def _foot(now: Appraisal) -> list[str]:
    """What travels along with a saved picture: the scenario, how firm its numbers are, and where to open it again."""
    stamped = stamp(now, f"{date.today():%-d %B %Y}", state.link())
    return [stamped.line, how_many_assumed(now), stamped.link]
