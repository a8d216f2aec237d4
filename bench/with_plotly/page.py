"""Its script: the page's own, with one function put in another's place."""

import runpy
from pathlib import Path

import plotly.graph_objects as go
import streamlit as st

from ui.sections import chart

CONFIG = {"displaylogo": False, "modeBarButtons": [["toImage"]], "responsive": True}


def plotly(drawn: chart.Chart) -> None:
    figure, key = go.Figure(drawn.figure), f"figure-{drawn.name}-{drawn.small}"
    chart.in_pieces(drawn, lambda: st.plotly_chart(figure, theme=None, key=key, config=CONFIG, alt=drawn.alt))


chart.put = plotly
chart._on_sheet = lambda *_: ""
chart._foot = lambda now: []
runpy.run_path(str(Path(__file__).parents[2] / "ui/main.py"))
