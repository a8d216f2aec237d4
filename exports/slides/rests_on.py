"""What it rests on: how firm the numbers are, which were changed, and the sources."""

from pptx.presentation import Presentation as Deck

from exports.slides.compare import cut, read_out
from exports.slides.paper import BODY, slide
from exports.slides.tables import Cell, Row, table
from model.appraisal import Appraisal
from model.levers import Group, Lever
from words import records
from words.numbers import counted, quantity, typed
from words.provenance import how_many_assumed, standing, status
from words.stamp import Stamp
from words.statuses import MEANINGS, marked

MOST, FEW, LONGEST = 10, 4, 80
"""Rows that can be read on a slide, numbers in a row, letters of a reason."""


def statuses_slide(deck: Deck, now: Appraisal, preset: Appraisal) -> None:
    """How many numbers have which status, what that means, and which they are."""
    rows: list[Row] = [[Cell(words) for words in ("Status", "Numbers", "What it means", "Among them")]]
    rows += [
        [Cell(marked(each), bold=True), Cell(str(len(levers))), Cell(MEANINGS[each]), Cell(_among(levers, now))]
        for each, levers in standing(now).items()
    ]
    title = how_many_assumed(now)
    made = slide(deck, title, "Every number can be changed; all of them are in the data.", read_out(rows))
    table(made, BODY, rows, [1.9, 1.2, 3.2, 6], "Numbers by status", title)


def _among(levers: list[Lever], now: Appraisal) -> str:
    """The first few, those shown in front before others."""
    front = now.scenario.shown_levers
    telling = [lever for lever in levers if _tells(lever, now)] or levers
    ordered = sorted(telling, key=lambda lever: lever.id not in front)
    told = "; ".join(f"{lever.title} {typed(now.value(lever.id), lever.measure.unit)}" for lever in ordered[:FEW])
    return f"{told}; …" if len(levers) > FEW else told


def _tells(lever: Lever, now: Appraisal) -> bool:
    """A dial that nobody turned tells nothing."""
    return lever.group is not Group.COSTS or lever.id in now.changes


def numbers_slide(deck: Deck, now: Appraisal, preset: Appraisal) -> None:
    """The numbers that were changed, then those in front: value, range, status, source."""
    named = dict.fromkeys([*now.changes, *now.scenario.shown_levers])
    front = [lever for lever in map(now.engine.offered.get, named) if lever and _tells(lever, now)]
    if not front:
        return
    rows: list[Row] = [[Cell(words) for words in ("Number", "Value", "Plausible", "Status", "Source or reason")]]
    rows += [_row(lever, now) for lever in front[:MOST]]
    yours = f"{counted(len(now.changes), 'number is', 'numbers are')} yours" if now.changes else "No number was changed"
    made = slide(deck, yours, "What was changed, then what stands in front on screen.", read_out(rows))
    table(made, BODY, rows, [3.4, 1.8, 1.8, 1.8, 3.6], "Numbers in front", yours)


def _row(lever: Lever, now: Appraisal) -> Row:
    known, unit = lever.quantity, lever.measure.unit
    was = f"was {quantity(known.value, unit)}, {known.status}" if lever.id in now.changes else ""
    plausible = f"{typed(known.low, unit)} to {typed(known.high, unit)}" if known.low < known.high else "–"
    reason = records.source(known.source, now.scenario) or known.note or "–"
    return [
        Cell(lever.title, bold=True), Cell(quantity(now.value(lever.id), unit), was), Cell(plausible),
        Cell(marked(status(now, lever))), Cell(cut(reason, LONGEST)),
    ]  # fmt: skip


def sources_slide(deck: Deck, now: Appraisal, stamp: Stamp) -> None:
    """Every source, and what this deck says of itself."""
    sources = now.scenario.sources.values()
    rows: list[Row] = [[Cell(words) for words in ("Source", "Publisher", "Year", "Address")]]
    rows += [[Cell(each.title), Cell(each.publisher), Cell(str(each.year)), Cell(each.link or "–")] for each in sources]
    title = f"It rests on {counted(len(rows) - 1, 'source', 'sources')}" if sources else "It rests on assumptions alone"
    under = " · ".join(part for part in (stamp.line, stamp.link) if part)
    made = slide(deck, title, under, f"{title}. {read_out(rows)}")
    if sources:
        table(made, BODY, rows, [4.5, 2.5, 0.7, 4.5], "Sources", title)
