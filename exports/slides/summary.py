"""The Appraisal Summary Table in the Treasury's columns, turned: an option a column, so that names stay in sight."""

from pptx.presentation import Presentation as Deck

from exports.slides.compare import named, read_out, tint
from exports.slides.paper import BODY, slide
from exports.slides.tables import Cell, Row, table
from model.appraisal import Appraisal
from words.provenance import ASSUMED
from words.summary_table import summary_table

TITLE = "Appraisal Summary Table"
UNDER = f"In the Treasury's columns (Green Book 2026, 9.3 to 9.6). {ASSUMED}"
OPTIONS = 4
"""That one slide has room for."""
PARTS = {"what each option brings": slice(1, 5), "how sure it is, and why preferred or not": slice(5, None)}
"""The Treasury's columns by what they are about, a slide each."""


def summary_slides(deck: Deck, now: Appraisal, preset: Appraisal) -> None:
    """Two for every four options."""
    for first in range(0, len(now.options), OPTIONS):
        for about, columns in PARTS.items():
            _slide(deck, now, range(len(now.options))[first : first + OPTIONS], about, columns)


def _slide(deck: Deck, now: Appraisal, places: range, about: str, columns: slice) -> None:
    headings, told = summary_table(now)
    tints = [tint(now.options[place], now) for place in places]
    heads = [Cell(""), *(named(now, place, fill) for place, fill in zip(places, tints, strict=True))]
    texts = zip(headings[columns], *(told[place][columns] for place in places), strict=True)
    rows: list[Row] = [heads]
    rows += [
        [Cell(heading, bold=True), *(Cell(words, fill=fill) for words, fill in zip(cells, tints, strict=True))]
        for heading, *cells in texts
    ]
    title = f"{TITLE}: {about}"
    made = slide(deck, title, UNDER, f"{title}. {read_out(rows)}")
    table(made, BODY, rows, [0.7, *[1.0] * len(places)], TITLE, title)
