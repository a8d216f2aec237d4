"""The front door: `streamlit run app.py`."""

import streamlit as st
from starlette.middleware import Middleware

from ui.headers import SecurityHeaders, ShortTargets

app = st.App("ui/main.py", middleware=[Middleware(SecurityHeaders), Middleware(ShortTargets)])
