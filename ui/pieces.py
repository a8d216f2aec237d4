"""HTML of the board's parts. Templates escape everything that people wrote; no markup is built by hand."""

import re
from dataclasses import dataclass
from pathlib import Path

import jinja2
import streamlit as st

from charts.style import SHAPES
from model.levers import Lever
from model.scenario import Scenario

_TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
    auto_reload=False,  # else each use of each template asks the disk whether it changed
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=jinja2.StrictUndefined,
)


def draw(template: str, **parts: object) -> None:
    """Fill a template and put it on the page."""
    st.html(render(template, **parts))


def render(template: str, **parts: object) -> str:
    """Fill a template."""
    return _TEMPLATES.get_template(f"{template}.html").render(**parts)


_MARKS = re.compile(r"[\\`*_\[\]<>~$|^#@]|:(?=[\w/+-])|(?<=www)\.|^\s*[-+=]", re.IGNORECASE)
_LIST = re.compile(r"^(\s*\d+)([.)])")


def md_escape(text: str) -> str:
    """Text that somebody wrote, inert where Streamlit reads Markdown: labels, tooltips, choices.

    No more than needed is escaped, since a screen reader is given the label as it is.
    """
    return _LIST.sub(r"\1\\\2", _MARKS.sub(lambda found: f"\\{found[0]}", text))


def unit_beside(lever: Lever) -> str:
    """The unit to name beside a value: none where the lever's name or the value itself says it."""
    unit = lever.measure.unit
    return "" if unit == "%" or unit.lower() in lever.title.lower() else unit


@dataclass(frozen=True)
class OptionMark:
    """How the style sheet knows an option: its place, the shape that goes with it, its name."""

    index: int
    shape: str
    name: str


@dataclass(frozen=True)
class Bar:
    """How far a bar reaches and where the preset's mark stands, as shares of the row's scale."""

    share: float
    preset: float
    moved: bool
    """Whether the two differ, so that the mark is worth showing."""


def marks(scenario: Scenario) -> list[OptionMark]:
    """The options' marks, in the scenario's order."""
    return [OptionMark(index, SHAPES[index].name, option.name) for index, option in enumerate(scenario.options)]
