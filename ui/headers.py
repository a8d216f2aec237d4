"""What the front door adds to every answer."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.file_util import get_static_dir

INLINE_SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)


def script_hashes(page: str) -> list[str]:
    """The CSP sources that allow exactly the inline scripts of this page, and no other."""
    digests = [sha256(script.encode()).digest() for script in INLINE_SCRIPT.findall(page)]
    return [f"'sha256-{b64encode(digest).decode()}'" for digest in digests]


def content_security_policy(page: str) -> str:
    rules = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *script_hashes(page)],
        "style-src": ["'self'", "'unsafe-inline'"],  # Streamlit writes its styles while the page runs
        "img-src": ["'self'", "data:", "blob:"],  # QR codes are data:, a chart saved as PNG goes by way of blob:
        "font-src": ["'self'", "data:"],  # Streamlit's style sheet holds a small font of KaTeX as data:
        "media-src": ["'self'"],
        "connect-src": ["'self'"],  # covers the websocket too, as it is of the same origin
        "manifest-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
    return "; ".join(" ".join([rule, *sources]) for rule, sources in rules.items())


def security_headers() -> dict[str, str]:
    # Read from the installed package, so that an upgrade which changes its inline script changes the hash as well.
    page = Path(get_static_dir(), "index.html").read_text(encoding="utf-8")
    return {
        "Content-Security-Policy": content_security_policy(page),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


class SecurityHeaders:
    """Plain ASGI rather than BaseHTTPMiddleware, which would hold back streams and has no say over websockets."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.headers = security_headers()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self.headers)
            await send(message)

        await self.app(scope, receive, send_with_headers)
