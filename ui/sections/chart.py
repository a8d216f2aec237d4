"""A chart as every view shows it: the finding as its title, the figure, and the same numbers as a table."""

from types import ModuleType

import plotly.graph_objects as go
import streamlit as st

from charts.canvas import COMPACT, WIDE, Canvas
from charts.style import CONFIG, Theme
from model.appraisal import Appraisal
from ui.pieces import draw


def chart(module: ModuleType, now: Appraisal, preset: Appraisal, theme: Theme) -> None:
    """A figure of the appraisal against its preset; nothing where the scenario has no data for it."""
    if module.offered(now.scenario):
        figure = module.figure(now, preset, theme, _size())
        _draw(module, figure, (now,))


def finding(module: ModuleType, now: Appraisal, found: object, theme: Theme) -> None:
    """A figure of something found out about the appraisal; nothing where there is nothing to show."""
    if module.offered(now, found):
        figure = module.figure(now, found, theme, _size())
        _draw(module, figure, (now, found))


def _draw(module: ModuleType, figure: go.Figure, subject: tuple) -> None:
    name, title = module.__name__.rpartition(".")[2], module.title(*subject)
    draw("chart_head", title=title, note=module.shows(*subject))
    with st.container(key=f"chart-{name}"):
        st.plotly_chart(figure, theme=None, key=f"figure-{name}", config=CONFIG, alt=module.alt(*subject))
    headers, rows = module.table(*subject)
    with st.expander("The same as a table", key=f"table-{name}"):
        draw("table", caption=title, headers=headers, rows=rows)


def _size() -> Canvas:
    """Phones say that they are some (MDN: look for Mobi); a narrow window on a desk scrolls the chart instead."""
    return COMPACT if "Mobi" in (st.context.headers.get("User-Agent") or "") else WIDE
