"""Over time: how fast each option arrives, who is idle meanwhile, what piles up, what is spent by when."""

import streamlit as st

from charts import backlog, people_idle, roll_out, spending
from charts.style import Theme
from model.appraisal import Appraisal
from ui.sections.chart import chart

CHARTS = {"Roll-out": roll_out, "People idle": people_idle, "Backlog": backlog, "Spending": spending}


def over_time(now: Appraisal, preset: Appraisal, theme: Theme) -> None:
    """One chart at a time, so that it fits a projector with its finding."""
    offered = {name: module for name, module in CHARTS.items() if module.offered(now.scenario)}
    chosen = st.segmented_control(
        "Show over time", list(offered), default=next(iter(offered)), key="over-time", required=True,
        label_visibility="collapsed",
    )
    chart(offered.get(chosen, roll_out), now, preset, theme)
