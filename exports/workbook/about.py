"""About: which scenario this is, how to open it again, how to read it, and what its numbers rest on."""

from collections.abc import Sequence

from exports.workbook.book import Sheet
from exports.workbook.inputs import Inputs
from model.appraisal import Appraisal, evaluate
from model.provenance import Status
from words.provenance import status
from words.stamp import Stamp
from words.statuses import MEANINGS, marked
from words.verdict import verdict

WIDTHS = 26, 110, 12
LONGEST_ADDRESS, MOST_CHANGES = 2000, 12

SHEETS = (
    ("Summary", "The options side by side, with charts. Everything on it follows the inputs."),
    ("Inputs", "Every number one may change, its range, how firm it is, where it comes from, its name in formulas."),
    ("Options", "Each option's cost, line by line."),
    ("Months", "Roll-out, and where there is a disruption people idle, lost work and backlog, for ten years."),
    ("Outcomes", "Every figure of every option, with the number of its equation on the method page."),
    ("Checks", "Every figure beside the app's: OK while they agree, CHANGED once an input or a formula is changed."),
)
READ = (
    ("No forecast", "Options under the same assumptions can be ranked; one figure alone should not go into a budget."),
    ("First cost only", "Licences after the first year and later savings are not in it. Nothing is discounted."),
    ("Value of lost work", "Shown beside cost and never added to it: pay is paid whether or not work gets done."),
    ("Scores", "They rest on weights and judgements. Read cost against benefit before any weighted total."),
)


def draw(sheet: Sheet, inputs: Inputs) -> None:
    """The sheet."""
    now = inputs.now
    sheet.widths(*WIDTHS)
    sheet.drawn.set_row(0, 28)
    sheet.text(0, 0, "About this workbook", "title")
    row = _pairs(sheet, 2, "Scenario", _scenario(now, sheet.book.stamp))
    _link(sheet, row, sheet.book.stamp.link)
    row = _pairs(sheet, row + 2, "Sheets", SHEETS)
    row = _statuses(sheet, row + 1, inputs)
    row = _pairs(sheet, row + 1, "Sources", _sources(now))
    _pairs(sheet, row + 1, "Read with care", READ)
    sheet.printed(tall=1)


def _scenario(now: Appraisal, stamp: Stamp) -> list[tuple[str, str]]:
    return [
        ("Name", stamp.scenario),
        ("What it is", now.scenario.summary),
        ("In the app", str(verdict(now, evaluate(now.engine)))),
        ("Changed from the preset", _changes(stamp)),
        ("Made", stamp.date),
        ("Model version", stamp.version),
    ]


def _changes(stamp: Stamp) -> str:
    """Those that fit."""
    more = len(stamp.changes) - MOST_CHANGES
    others = f"; and {more} more, marked on Inputs" if more > 0 else ""
    return "; ".join(stamp.changes[:MOST_CHANGES]) + others or "nothing"


def _link(sheet: Sheet, row: int, link: str) -> None:
    """Live unless no spreadsheet could follow so long an address."""
    sheet.text(row, 0, "Open it again", "label", "note", valign="top")
    sheet.rule(row, 2, 2, "row")
    if 0 < len(link) <= LONGEST_ADDRESS:
        sheet.drawn.write_url(row, 1, link, sheet.book.style("label", "wrap", underline=1), link)
    else:
        sheet.text(row, 1, link, "label", "wrap")


def _pairs(sheet: Sheet, row: int, title: str, pairs: Sequence[tuple[str, str]]) -> int:
    """A section of two columns; the row below it."""
    _section(sheet, row, title)
    for place, (name, words) in enumerate(pairs, row + 1):
        sheet.text(place, 0, name, "label", "note", valign="top")
        sheet.text(place, 1, words, "label", "wrap")
        sheet.rule(place, 2, 2, "row")
    return row + 1 + len(pairs)


def _section(sheet: Sheet, row: int, title: str) -> None:
    sheet.drawn.set_row(row, 24)
    sheet.text(row, 0, title, "section")
    sheet.rule(row, 1, 2, "section")


def _statuses(sheet: Sheet, row: int, inputs: Inputs) -> int:
    """What each status means, and how many inputs have it as things stand."""
    found = [status(inputs.now, lever) for lever in inputs.levers]
    _section(sheet, row, "How firm the inputs are")
    for place, each in enumerate(Status, row + 1):
        sheet.text(place, 0, marked(each), "label")
        sheet.text(place, 1, MEANINGS[each], "label")
        sheet.formula(place, 2, f'COUNTIF({inputs.statuses()},"{marked(each)}")', found.count(each), "row")
    return row + 1 + len(Status)


def _sources(now: Appraisal) -> list[tuple[str, str]]:
    return [
        (each.publisher, f"{each.title}, {each.year}{f', {each.link}' if each.link else ''}")
        for each in now.scenario.sources.values()
    ]
