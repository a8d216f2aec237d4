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
DRAWN, STREAMLIT, TABS = "style.css", "page.css", "tabs/tabs.css"
BOARD = ("board/board.css", "board/chart.css")


@cache
def style_sheet(root: str, *names: str) -> str:
    """The palettes and shapes of charts/style.py as CSS, then the rules of these files."""
    # Nested, so that each rule outranks Streamlit's own, which stand later in the head.
    return f"{root}{{{palette()}\n{_rules(*names)}}}\n{KEYFRAMES}"


def _rules(*names: str) -> str:
    return "\n".join((Path(__file__).parent / name).read_text(encoding="utf-8") for name in names)


@cache
def page() -> str:
    """Streamlit's own page, with the style sheet and the board's rescue."""
    return Path(get_static_dir(), "index.html").read_text(encoding="utf-8").replace("</head>", LINKS, 1)


def _send_page(request: Request) -> Response:
    return HTMLResponse(page(), headers={"Cache-Control": "no-cache"})


def _send_style_sheet(request: Request) -> Response:
    return _styles(style_sheet(".stApp", DRAWN, STREAMLIT, TABS))


def _send_board_styles(request: Request) -> Response:
    """What we draw ourselves once more: nothing outside reaches into the live board, whose styles are its own."""
    return _styles(f"{style_sheet(':host', DRAWN)}\n{_rules(*BOARD)}")


def _styles(rules: str) -> Response:
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
