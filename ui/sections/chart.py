"""A chart as every view shows it: the finding as its title, the figure, and the same numbers as a table."""

from types import ModuleType

import streamlit as st

from charts.style import CONFIG, Theme
from model.appraisal import Appraisal
from ui.pieces import draw


def chart(module: ModuleType, now: Appraisal, preset: Appraisal, theme: Theme) -> None:
    """Draw one figure of charts/; nothing where the scenario has no data for it."""
    if not module.offered(now.scenario):
        return
    name = module.__name__.rpartition(".")[2]
    draw("chart_head", title=module.title(now), note=module.shows(now))
    with st.container(key=f"chart-{name}"):
        figure = module.figure(now, preset, theme, compact=on_phone())
        st.plotly_chart(figure, theme=None, key=f"figure-{name}", config=CONFIG, alt=module.alt(now))
    headers, rows = module.table(now)
    with st.expander("The same as a table", key=f"table-{name}"):
        draw("table", caption=module.title(now), headers=headers, rows=rows)


def on_phone() -> bool:
    """Browsers say so themselves (MDN: look for Mobi); a narrow window on a desk scrolls the chart instead."""
    return "Mobi" in (st.context.headers.get("User-Agent") or "")
