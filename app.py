"""The front door: `streamlit run app.py`."""

import streamlit as st
from starlette.middleware import Middleware

from ui.guards import OwnPagesOnly, ShortTargets
from ui.headers import SecurityHeaders
from ui.look import ROUTES
from ui.own_words import OwnWords
from ui.sharing.qr import ROUTES as QR
from ui.stage.pages import ROUTES as STAGE

GUARDS = [Middleware(SecurityHeaders), Middleware(ShortTargets), Middleware(OwnPagesOnly), Middleware(OwnWords)]

app = st.App("ui/main.py", routes=[*QR, *STAGE, *ROUTES], middleware=GUARDS)
