"""How sure: the ranges and places, what matters most, what would change the order."""

from collections.abc import Sequence

from pptx.presentation import Presentation as Deck

from charts import ranges, tornado
from exports.evidence import Evidence
from exports.slides.compare import head, read_out, shares
from exports.slides.matters import MOST as MOST_BARS
from exports.slides.matters import matters_table
from exports.slides.paper import BODY, Box, slide
from exports.slides.places import places_chart
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
SWITCHES = (4, 1.6, 2, 3)
"""Widths of columns."""
PLACES = 2.4
"""Inches that the table of places takes at the most; its bars have the rest."""


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
    table(made, BODY._replace(height=PLACES), rows, shares(now), "How often each option takes each place", first)
    names = BODY.width * shares(now)[0] / sum(shares(now))
    below = Box(BODY.left, BODY.top + PLACES + 0.2, BODY.width, BODY.height - PLACES - 0.2)
    places_chart(made, now, simulation, below, names, f"Bars: {first} {read_out(rows)}")


def _places(now: Appraisal, simulation: Simulation) -> list[Row]:
    """A row a place, with the share of draws in which each option takes it."""
    taken = [found.rank_shares for found in simulation.options]
    return [head(now), *(
        [Cell(place(rank + 1), bold=True), *(Cell(share(each[rank]) if each[rank] else "–") for each in taken)]
        for rank in range(len(now.options))
    )]  # fmt: skip


def matters_slide(deck: Deck, now: Appraisal, found: Evidence) -> None:
    """What each uncertain number, on its own, does to the preferred option's lead."""
    if not tornado.offered(now, found.tornado):
        return
    finding, (heading, rows) = matters.finding(found.tornado, now), matters.table(found.tornado)
    more = f" The first {MOST_BARS} of {len(rows)}; all are in the data." if len(rows) > MOST_BARS else ""
    read = read_out([[Cell(words) for words in row] for row in (heading, *rows[:MOST_BARS])])
    made = slide(deck, finding, f"{tornado.shows(now, found.tornado)}{more} {ASSUMED}", f"{finding}. {read}")
    matters_table(made, now, found.tornado, finding)


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
