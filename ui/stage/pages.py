"""What the stage asks the server for once: the audience's page, its script and its styles."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import Route

from charts.palette import palette
from exports.stage.document import BROWSER, letters, styles

HERE = Path(__file__).parent
SCRIPTS = {"stage.js": BROWSER / "stage.js", "audience.js": HERE / "browser" / "audience.js"}
FRESH = {"Cache-Control": "no-cache"}


def _send_page(request: Request) -> Response:
    return HTMLResponse((HERE / "audience.html").read_text(encoding="utf-8"), headers=FRESH)


def _send_script(request: Request) -> Response:
    return FileResponse(SCRIPTS[request.url.path.rpartition("/")[2]], media_type="text/javascript", headers=FRESH)


def _send_styles(request: Request) -> Response:
    """The stage's own rules; the presenter's beside them are laid out for a page."""
    own = (HERE / "browser" / "presenter.css").read_text(encoding="utf-8")
    return Response(f".presenter{{{palette()}}}\n{styles()}\n{own}", media_type="text/css", headers=FRESH)


def _send_letters(request: Request) -> Response:
    """For the audience's page; the presenter's has Streamlit's."""
    return Response(letters(), media_type="text/css", headers=FRESH)


ROUTES = [
    Route("/stage", _send_page),
    Route("/stage/stage.css", _send_styles),
    Route("/stage/letters.css", _send_letters),
    *(Route(f"/stage/{name}", _send_script) for name in SCRIPTS),
]
