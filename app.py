"""The front door: `streamlit run app.py`."""

import streamlit as st
from starlette.middleware import Middleware

from ui.guards import OwnPagesOnly, ShortTargets
from ui.headers import SecurityHeaders

app = st.App("ui/main.py", middleware=[Middleware(SecurityHeaders), Middleware(ShortTargets), Middleware(OwnPagesOnly)])
