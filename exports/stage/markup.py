"""HTML of the stage. Templates escape whatever people wrote; a drawing in two themes becomes one that knows both."""

import re
from pathlib import Path

import jinja2

from charts.palette import either

TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=jinja2.StrictUndefined,
)
COLOUR = re.compile(r"(#[0-9A-Fa-f]{6})\b")


def render(template: str, **parts: object) -> str:
    """Fill a template."""
    return TEMPLATES.get_template(f"{template}.html").render(**parts)


def in_both(light: str, dark: str) -> str:
    """Two drawings that differ in colours alone, as one whose colours the browser picks.

    Raises ValueError for two that differ in more.
    """
    pieces = list(zip(COLOUR.split(light), COLOUR.split(dark), strict=True))
    if any(one != other for one, other in pieces[::2]):
        raise ValueError("The two drawings differ in more than colours.")
    return "".join(one if one == other else either(one, other) for one, other in pieces)
