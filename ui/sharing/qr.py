"""A link as a QR code, drawn when somebody looks at it: making one takes longer than the rest of a change."""

from functools import lru_cache
from io import BytesIO
from urllib.parse import parse_qs

import segno
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from ui.address import is_web

LONGEST = 1_200
"""Characters; beyond it the squares are too small for a phone that is held up to a screen."""
REFUSED = f"A QR code needs a web address of at most {LONGEST:,} characters, written as browsers send it.\n"


@lru_cache(maxsize=64)
def qr_svg(address: str) -> bytes:
    """Dark on white in either theme, with the quiet zone of four squares that readers ask for."""
    picture = BytesIO()
    segno.make(address, micro=False, error="m").save(picture, kind="svg", scale=4, border=4, dark="#000", light="#fff")
    return picture.getvalue()


def _send(request: Request) -> Response:
    address = (parse_qs(request.url.query).get("address") or [""])[0]
    if not (is_web(address) and address.isascii() and len(address) <= LONGEST):
        return PlainTextResponse(REFUSED, status_code=400)
    return Response(qr_svg(address), media_type="image/svg+xml", headers={"Cache-Control": "private, max-age=3600"})


ROUTES = [Route("/qr.svg", _send)]
