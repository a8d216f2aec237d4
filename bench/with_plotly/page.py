"""Its script: the page's own, with one function put in another's place."""

import runpy
from pathlib import Path

import plotly.graph_objects as go
import streamlit as st

from ui.sections import chart

CONFIG = {"displaylogo": False, "modeBarButtons": [["toImage"]], "responsive": True}


def plotly(figure, sheet, title, alt, file, small):
    st.plotly_chart(go.Figure(figure), theme=None, key=f"figure-{file}-{small}", config=CONFIG, alt=alt)


chart.show = plotly
chart.framed = lambda *_: None
chart._foot = lambda now: []
runpy.run_path(str(Path(__file__).parents[2] / "ui/main.py"))
