"""Its front door: all but the script is the page's own."""

import streamlit as st
from starlette.middleware import Middleware

from ui.guards import OwnPagesOnly, ShortTargets
from ui.headers import SecurityHeaders
from ui.look import ROUTES
from ui.sharing.qr import ROUTES as QR

GUARDS = [Middleware(SecurityHeaders), Middleware(ShortTargets), Middleware(OwnPagesOnly)]

app = st.App("page.py", routes=[*QR, *ROUTES], middleware=GUARDS)
