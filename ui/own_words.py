"""Streamlit's page is told to open no dialog when its server is gone: a room would see it instead of the levers.

The page says so itself, at its edge, and everything that needs no server goes on (ui/sharing/browser/connection.js).
"""

import json

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST_CONFIG = "/_stcore/host-config"
"""Where Streamlit's page asks how to behave. Its answer is kept but for one word."""


class OwnWords:
    """Rewrites that one answer; Streamlit has no setting for it and lets no route of ours stand in its place."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].endswith(HOST_CONFIG):
            await self.app(scope, receive, _Rewritten(send))
        else:
            await self.app(scope, receive, send)


class _Rewritten:
    """Holds an answer back until it is whole."""

    def __init__(self, send: Send) -> None:
        self.send, self.body = send, b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.start = message
            return
        self.body += message.get("body", b"")
        if not message.get("more_body"):
            told = without_dialogs(self.body)
            MutableHeaders(scope=self.start)["Content-Length"] = str(len(told))
            await self.send(self.start)
            await self.send({"type": "http.response.body", "body": told})


def without_dialogs(config: bytes) -> bytes:
    """The same settings, dialogs off."""
    return json.dumps({**json.loads(config), "blockErrorDialogs": True}).encode() if config else config
