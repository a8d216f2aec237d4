"""The Appraisal Summary Table in the Treasury's columns, turned: an option a column, so that names stay in sight."""

from pptx.presentation import Presentation as Deck

from exports.slides.compare import named, read_out, tint
from exports.slides.paper import BODY, slide
from exports.slides.tables import Cell, Row, room, table
from model.appraisal import Appraisal
from words.provenance import ASSUMED
from words.summary_table import summary_table

TITLE = "Appraisal Summary Table"
UNDER = f"In the Treasury's columns (Green Book 2026, 9.3 to 9.6). {ASSUMED}"
PARTS = {"what each option brings": slice(1, 5), "how sure it is, and why preferred or not": slice(5, None)}
"""The Treasury's columns by what they are about, a slide each."""
TOGETHER = (4, 2, 1)
"""Options on one slide: as many as there is room for in words."""


def summary_slides(deck: Deck, now: Appraisal, preset: Appraisal) -> None:
    """Two slides for every four options, more where names are long."""
    for about, columns in PARTS.items():
        for rows in _tables(now, columns):
            title = f"{TITLE}: {about}"
            made = slide(deck, title, UNDER, f"{title}. {read_out(rows)}")
            table(made, BODY, rows, _shares(rows), TITLE, title)


def _tables(now: Appraisal, columns: slice) -> list[list[Row]]:
    """The rows of each slide."""
    places = range(len(now.options))
    for together in TOGETHER:
        found = [_rows(now, places[first : first + together], columns) for first in places[::together]]
        if all(room(BODY, rows, _shares(rows)) == len(rows) for rows in found):
            break
    return found


def _shares(rows: list[Row]) -> list[float]:
    return [0.7, *[1.0] * (len(rows[0]) - 1)]


def _rows(now: Appraisal, places: range, columns: slice) -> list[Row]:
    headings, told = summary_table(now)
    tints = [tint(now.options[place], now) for place in places]
    heads = [Cell(""), *(named(now, place, fill) for place, fill in zip(places, tints, strict=True))]
    texts = zip(headings[columns], *(told[place][columns] for place in places), strict=True)
    return [heads, *(
        [Cell(heading, bold=True), *(Cell(words, fill=fill) for words, fill in zip(cells, tints, strict=True))]
        for heading, *cells in texts
    )]  # fmt: skip
