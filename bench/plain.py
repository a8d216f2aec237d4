"""What the page is measured against: a plain Streamlit page with the same model, one slider and one Plotly chart."""

import plotly.graph_objects as go
import streamlit as st

from model.appraisal import evaluate
from model.engine import Engine
from model.presets import load

engine = st.cache_resource(lambda: Engine(load("north-council")))()
staff = st.slider("Staff", 100, 20_000, 4_500, 100)
now = evaluate(engine, {"staff": staff})
for column, result in zip(st.columns(4), now.options, strict=True):
    column.metric(result.option.name, f"£{result.cost / 1e6:.3f}m")
names = [result.option.name for result in now.options]
figure = go.Figure(go.Bar(x=names, y=[result.cost for result in now.options]))
figure.update_layout(title=f"Cost with {staff} staff")
st.plotly_chart(figure)
