"""The page as a PDF and its drawings as pictures, set by typst in letters it brings along."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple

import typst

from charts.pen import Pen
from charts.style import LIGHT
from exports.page.contents import Contents, Row
from exports.page.letters import FAMILY, FONTS, MISSING, shown
from model.provenance import Status
from words import briefing
from words.facts import Told
from words.statuses import MARKS

FOLDER = Path(__file__).parent
FAMILIES = (FAMILY, "DejaVu Sans Mono")
"""The second comes with typst and has the marks of the statuses."""


class Level(NamedTuple):
    """Size of the letters in points, items in a list, height of a chart in mm, room for names in columns' widths."""

    letters: float
    most: int
    chart: float
    names: float = 2.2


LEVELS = (
    Level(9, 5, 76), Level(8.5, 5, 74), Level(8.5, 4, 70), Level(8, 4, 68), Level(8, 3, 64), Level(7.5, 3, 62),
    Level(7, 3, 60), Level(7, 2, 60), Level(7, 2, 52, 4), Level(6.5, 2, 50, 4), Level(6.5, 1, 45, 4),
)  # fmt: skip
"""The first that one page holds is taken."""
SMALLEST = Level(6, 1, 40, 4)
"""The last resort, without the scenario's own summary."""
LONGEST_LINK = 8_000
"""Characters of an address that typst makes a link of; a longer one is only named."""
HEADINGS = {
    "options": briefing.OPTIONS, "option": briefing.OPTION, "state": briefing.STATE, "most": briefing.MOST,
    "sure": briefing.SURE, "change": briefing.CHANGE, "no-change": briefing.NO_CHANGE, "sources": briefing.SOURCES,
}  # fmt: skip
PIXELS, PREVIEW = 220, 100
"""To the inch, in a picture for a document and in one of the page itself."""


def pdf(page: Contents) -> bytes:
    """The page as tagged PDF/UA-1.

    Raises typst.TypstError where it would lack a title or a chart the words for those who cannot see it.
    """
    return typeset("briefing.typ", page_inputs(page), format="pdf", pdf_standards="ua-1")


def page_png(page: Contents) -> bytes:
    """The page as a picture, as wide as a column on screen."""
    return typeset("briefing.typ", page_inputs(page), format="png", ppi=PREVIEW)


def png(svg: str, pixels: float = PIXELS) -> bytes:
    """A drawing as a picture of so many pixels to the inch, a px of the drawing being 1/96 of an inch."""
    return typeset("drawing.typ", _drawing(svg), format="png", ppi=pixels)


def drawing_pdf(svg: str, title: str, alt: str) -> bytes:
    """A drawing on a page of its own size, tagged PDF/UA-1: called by its title and told by its description.

    The standard refuses a few signs that the letters here have, joined accents among them; with one of those in a name
    the page is tagged as well, but makes no claim.
    """
    drawing = _drawing(svg, title, alt)
    try:
        return typeset("drawing.typ", drawing, format="pdf", pdf_standards="ua-1")
    except typst.TypstError:
        return typeset("drawing.typ", drawing, format="pdf")


def _drawing(svg: str, title: str = "", alt: str = "") -> dict[str, str]:
    """What the template reads; every word in letters that it has."""
    return {"svg": shown(svg), "title": shown(title), "alt": shown(alt), "fonts": json.dumps(FAMILIES)}


def typeset(template: str, inputs: dict[str, str], **asked: Any) -> bytes:
    """One of the templates in the letters of this folder, whatever fonts a computer has."""
    compiler = typst.Compiler(
        FOLDER / template, root=FOLDER, font_paths=[str(FONTS)], ignore_system_fonts=True, sys_inputs=inputs
    )
    return compiler.compile(**asked)


def page_inputs(page: Contents) -> dict[str, str]:
    """What the template reads; every word in letters that it has."""
    words, link = _printable(_words(page)), page.stamp.link
    data = {
        **words,
        "fonts": FAMILIES,
        "look": {name: getattr(LIGHT, name) for name in ("ink", "ink2", "grey", "rule", "rule2", "first")},
        "link": link if len(link) <= LONGEST_LINK else "",
        "box": briefing.BOX if MISSING in json.dumps(words, ensure_ascii=False) else "",
    }
    return {"page": json.dumps(data)}


def _words(page: Contents) -> dict[str, Any]:
    left_out = briefing.WITHOUT_SUMMARY if page.summary else ""
    return {
        "title": page.title,
        "description": str(page.verdict),
        "stamp": page.stamp.line,
        "verdict": asdict(page.verdict),
        "headings": HEADINGS,
        "columns": [{"name": name, "status": _status(status)} for name, status in page.columns],
        "rows": [_row(row) for row in page.rows],
        "charts": [asdict(chart) for chart in page.charts],
        "assumed": page.assumed,
        "statuses": [{"count": str(count), **_status(status)} for status, count in page.statuses],
        "sure": page.sure,
        "open": briefing.open_again(page.stamp.link),
        "levels": [*(_level(page, level, page.summary) for level in LEVELS), _level(page, SMALLEST, left_out)],
    }


def _level(page: Contents, level: Level, summary: str) -> dict[str, Any]:
    """The page's lists cut to so many items, with what was left out."""
    most = level.most
    return {
        **level._asdict(), "summary": summary,
        "changed": briefing.changed(page.stamp.changes, most),
        "matters": [{"words": words, "status": _status(status)} for words, status in page.matters[:most]],
        "left-matters": _left(page.matters, most),
        "switches": page.switches[:most],
        "left-switches": _left(page.switches, most),
        "sources": briefing.sources(page.sources, 2 * most),
    }  # fmt: skip


def _left(items: tuple, most: int) -> str:
    return briefing.more(len(items) - most) if len(items) > most else ""


def _row(row: Row) -> dict[str, Any]:
    mark = Pen(16, 16)
    mark.option(row.mark, LIGHT.ground, (8, 8), 11)
    return {"mark": str(mark), "name": row.name, "first": row.first, "cells": [_cell(told) for told in row.cells]}


def _cell(told: Told) -> dict[str, Any]:
    return {"words": told.words, "notes": [note for note in (told.was, told.meaning) if note]}


def _status(status: Status) -> dict[str, str]:
    return {"mark": MARKS[status], "word": status.value}


def _printable(data: Any) -> Any:
    """The same with every text in letters that the page has."""
    if isinstance(data, str):
        return shown(data)
    if isinstance(data, dict):
        return {name: _printable(each) for name, each in data.items()}
    return [_printable(each) for each in data] if isinstance(data, list | tuple) else data
