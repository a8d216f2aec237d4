"""How sure: the ranges and places, what matters most, what would change the order."""

from collections.abc import Sequence

from pptx.presentation import Presentation as Deck

from charts import ranges, tornado
from exports.evidence import Evidence
from exports.slides.compare import head, read_out, shares
from exports.slides.paper import BODY, slide
from exports.slides.ranges import ranges_table
from exports.slides.tables import Cell, Row, room, table
from model.appraisal import Appraisal
from model.uncertainty import Simulation
from words import sureness, switching
from words import tornado as matters
from words.numbers import place, share
from words.provenance import ASSUMED

MOST = 11
"""Rows that can be read on a slide."""
MATTERS, SWITCHES = (4, 1.3, 1.2, 1.3, 1.2, 1), (4, 1.6, 2, 3)
"""Widths of columns."""


def ranges_slide(deck: Deck, now: Appraisal, found: Evidence) -> None:
    """Where eight draws in ten put cost and score."""
    simulation = found.simulation
    alt = ranges.alt(now, simulation)
    made = slide(deck, ranges.title(now, simulation), f"{ranges.shows(now, simulation)} {ASSUMED}", alt)
    ranges_table(made, now, simulation, alt)


def places_slide(deck: Deck, now: Appraisal, found: Evidence) -> None:
    """How often each option takes each place."""
    if not now.weighted:
        return
    simulation, rows = found.simulation, _places(now, found.simulation)
    first = sureness.first_places(now, simulation)
    under = f"{first} Weights as they are, every number drawn over its range. {ASSUMED}"
    made = slide(deck, sureness.headline(now, simulation), under, f"{first} {read_out(rows)}")
    table(made, BODY, rows, shares(now), "How often each option takes each place", first)


def _places(now: Appraisal, simulation: Simulation) -> list[Row]:
    """A row a place, with the share of draws in which each option takes it."""
    taken = [found.rank_shares for found in simulation.options]
    return [head(now), *(
        [Cell(place(rank + 1), bold=True), *(Cell(share(each[rank]) if each[rank] else "–") for each in taken)]
        for rank in range(len(now.options))
    )]  # fmt: skip


def matters_slide(deck: Deck, now: Appraisal, found: Evidence) -> None:
    """What each uncertain number, on its own, does to the preferred option's lead."""
    if found.tornado and found.tornado.bars:
        under = f"{tornado.shows(now, found.tornado)} {ASSUMED}"
        _table(deck, matters.finding(found.tornado, now), under, *matters.table(found.tornado), MATTERS)


def switching_slide(deck: Deck, now: Appraisal, found: Evidence) -> None:
    """How far a number must move until the order changes."""
    heading, rows = switching.table(found.switches, now)
    title = "What would have to be true for the order to change"
    none = "No single number within its bounds changes the order"
    _table(deck, title if rows else none, "One number moved at a time (Green Book 6.103).", heading, rows, SWITCHES)


def _table(
    deck: Deck, title: str, under: str, heading: list[str], rows: list[list[str]], shares: Sequence[float]
) -> None:
    """A slide of one table; what has no room on it is counted."""
    body = [[Cell(row[0], bold=True), *map(Cell, row[1:])] for row in rows[:MOST]]
    every: list[Row] = [[Cell(words) for words in heading], *body]
    kept = every[: room(BODY, every, shares)]
    if len(kept) <= len(rows):
        under = f"{under} The first {len(kept) - 1} of {len(rows)}; all are in the data."
    made = slide(deck, title, under, f"{title}. {read_out(kept)}")
    if rows:
        table(made, BODY, kept, shares, title, title)
