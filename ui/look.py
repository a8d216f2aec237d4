"""The style sheet, sent once as a file and linked in the page's head.

A style that the script draws is read anew at every change, and the first sight of the page is without it.
"""

from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from streamlit.file_util import get_static_dir

from charts.palette import palette

LINKS = '<link rel="stylesheet" href="./look.css"><script type="module" src="./rescue.js"></script></head>'
KEYFRAMES = "@keyframes late { to { opacity: 1; visibility: visible; } }"
"""Apart, since they cannot be nested."""
BOARD = ("board.css", "chart.css")


@cache
def style_sheet(root: str = ".stApp") -> str:
    """The palettes and shapes of charts/style.py as CSS, then the page's own rules."""
    rules = Path(__file__).with_name("style.css").read_text(encoding="utf-8")
    # Nested, so that each rule outranks Streamlit's own, which stand later in the head.
    return f"{root}{{{palette()}\n{rules}}}\n{KEYFRAMES}"


@cache
def page() -> str:
    """Streamlit's own page, with the style sheet and the board's rescue."""
    return Path(get_static_dir(), "index.html").read_text(encoding="utf-8").replace("</head>", LINKS, 1)


def _send_page(request: Request) -> Response:
    return HTMLResponse(page(), headers={"Cache-Control": "no-cache"})


def _send_style_sheet(request: Request) -> Response:
    return Response(style_sheet(), media_type="text/css", headers={"Cache-Control": "no-cache"})


def _send_board_styles(request: Request) -> Response:
    """The same rules once more: nothing outside reaches into the live board, whose styles are its own."""
    own = [Path(__file__).with_name("board").joinpath(name).read_text(encoding="utf-8") for name in BOARD]
    rules = "\n".join([style_sheet(":host"), *own])
    return Response(rules, media_type="text/css", headers={"Cache-Control": "no-cache"})


def _send_rescue(request: Request) -> Response:
    rescue = Path(__file__).with_name("board").joinpath("rescue.js").read_text(encoding="utf-8")
    return Response(rescue, media_type="text/javascript", headers={"Cache-Control": "no-cache"})


ROUTES = [
    Route("/", _send_page),
    Route("/look.css", _send_style_sheet),
    Route("/board.css", _send_board_styles),
    Route("/rescue.js", _send_rescue),
]
