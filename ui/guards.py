"""What the front door turns away before Streamlit sees it."""

import streamlit as st
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

LONGEST_TARGET = 16_000
TOO_LONG = f"This address is too long: at most {LONGEST_TARGET:,} characters are read, so ask for a fresh link.\n"


class ShortTargets:
    """Turns away an address no link of ours can have. (A websocket's reader stops at 8,192 characters by itself.)"""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and target_length(scope) > LONGEST_TARGET:
            await PlainTextResponse(TOO_LONG, status_code=414)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def target_length(scope: Scope) -> int:
    return len(scope["raw_path"]) + len(scope["query_string"])


class OwnPagesOnly:
    """Turns away a websocket opened by a page of another site.

    Streamlit does so too, but asks the internet for this machine's own address first, and everybody waits meanwhile.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and not is_from_own_page(Headers(scope=scope)):
            await send({"type": "websocket.close", "code": 1008})
        else:
            await self.app(scope, receive, send)


def is_from_own_page(headers: Headers) -> bool:
    origin = headers.get("origin")
    return (
        origin is None  # not a browser, so nobody's visit is being borrowed
        or origin.partition("://")[2] == headers.get("host")
        or origin in st.get_option("server.corsAllowedOrigins")
        or not st.get_option("server.enableCORS")
    )
