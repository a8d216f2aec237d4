"""Over time: how fast each option arrives, who is idle meanwhile, what piles up, what is spent by when."""

import streamlit as st

from charts import backlog, people_idle, roll_out, spending
from charts.style import Theme
from model.appraisal import Appraisal
from ui.sections.chart import chart
from ui.sections.delay import delay

CHARTS = {"Roll-out": roll_out, "People idle": people_idle, "Backlog": backlog, "Spending": spending}
WAITING = "Cost of delay"


def over_time(now: Appraisal, preset: Appraisal, theme: Theme) -> None:
    """One chart at a time, so that it fits a projector with its finding."""
    offered = {name: module for name, module in CHARTS.items() if module.offered(now.scenario)}
    clock = [WAITING] if now.scenario.disruption else []
    chosen = st.segmented_control(
        "Show over time", [*offered, *clock], default=next(iter(offered)), key="over-time", required=True,
        label_visibility="collapsed",
    )
    if chosen == WAITING:
        delay(now)
    else:
        chart(offered.get(chosen, roll_out), now, preset, theme)
