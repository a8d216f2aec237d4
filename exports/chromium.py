"""Has a Chromium draw figures, in the letters of the screen and not for longer than it may take."""

import base64
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

import plotly.graph_objects as go

PROGRAM = Path(__file__).with_name("browser.py")
GRACE = 15
"""Seconds after which the program, which keeps the time itself, is ended if it does not."""
FONTS = Path(__file__).parent / "page" / "fonts"
LETTERS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><include ignore_missing="yes">{}</include><dir>{}</dir></fontconfig>
"""
"""What tells a browser on Linux where letters are; others take those they have."""

NONE_FOUND = (
    "Pictures are drawn by Chromium, and none was found: install Chromium or Google Chrome,"
    " or set BROWSER_PATH to the path of one."
)
TOO_LONG = "Chromium took longer than {:g} seconds to draw the pictures: try again when the computer has less to do."
REASONS = {3: NONE_FOUND, 4: TOO_LONG}
"""What the program's exit codes mean."""
FAILED = "Chromium could not draw the pictures: start it once by hand, or set BROWSER_PATH to the path of another one."


class PicturesError(RuntimeError):
    """Pictures that could not be drawn; the message is one plain sentence: what, why, what to do."""


def draw(
    figures: Sequence[tuple[go.Figure, str]], scale: float, browser: str | None, timeout: float
) -> list[bytes]:
    """Each figure in its format: svg, png or pdf; ``scale`` is for png, ``timeout`` in seconds for all together.

    ``browser`` is the path of a Chromium. Raises PicturesError.
    """
    job = {"browser": browser, "seconds": timeout, "pictures": [_picture(*each, scale) for each in figures]}
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        try:
            done = subprocess.run(
                [sys.executable, PROGRAM], input=json.dumps(job), capture_output=True, text=True, encoding="utf-8",
                env=_with_letters(Path(folder)), timeout=timeout + GRACE,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            raise PicturesError(TOO_LONG.format(timeout)) from None
    if done.returncode:
        raise PicturesError(REASONS.get(done.returncode, FAILED).format(timeout))
    return [base64.b64decode(each) for each in json.loads(done.stdout)]


def _picture(figure: go.Figure, kind: str, scale: float) -> dict:
    layout = figure.layout
    options = {"format": kind, "width": layout.width, "height": layout.height, "scale": scale if kind == "png" else 1}
    return {"figure": json.loads(figure.to_json()), "options": options}


def _with_letters(folder: Path) -> dict[str, str]:
    """The environment, with the fonts that the project brings along and a place for what a browser leaves behind."""
    known = os.environ.get("FONTCONFIG_FILE", "/etc/fonts/fonts.conf")
    settings = folder / "fonts.conf"
    settings.write_text(LETTERS.format(escape(known), escape(str(FONTS))), encoding="utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(settings), "TMPDIR": str(folder)}
