"""Summary: the options side by side, and four charts that follow the inputs."""

from exports.workbook.book import Cell, Sheet, span
from exports.workbook.figures import Figures
from exports.workbook.heads import option_heads
from exports.workbook.inputs import Inputs
from exports.workbook.months import MonthCells
from exports.workbook.outcomes import OutcomeCells, Row
from exports.workbook.pictures import Picture, pictures
from exports.workbook.sentences import Sentence, standing, verdict
from model.provenance import Status
from words.plain_text import NONE
from words.provenance import ASSUMED, DERIVED, status
from words.statuses import marked

WHAT, STATUS, FIRST = range(3)
WIDTHS, OPTION_WIDTH = (40, 16), 21
NAME, LEAD, MADE, RESTS, CHECK, HEAD = 0, 1, 2, 3, 4, 6
LETTERS_A_LINE = 120
"""Of the verdict."""

SHOWN = {
    "cost": "millions", "months": "plain", "overall": "tenths", "rank": "whole", "benefit": "tenths",
    "lost_staff_months": "whole", "lost_work_value": "millions", "backlog_peak": "whole",
    "backlog_clear_month": "plain", "offices_released": "whole", "carbon_saved_t": "whole",
}  # fmt: skip
"""The figures shown, and how."""

LEFT, RIGHT = (WHAT, FIRST), (FIRST + 1, FIRST + 4)
"""First and last column of the two columns of charts."""
CHART_ROWS, CHART_HEIGHT, CHART_WIDTHS = 13, 235, {LEFT: 530, RIGHT: 595}


def draw(
    sheet: Sheet, inputs: Inputs, figures: Figures, months: MonthCells, found: OutcomeCells, check: Cell
) -> None:
    """The sheet."""
    columns = max(len(figures.options), RIGHT[1] - FIRST + 1)
    sheet.widths(*WIDTHS, *[OPTION_WIDTH] * columns)
    sheet.text(NAME, 0, figures.now.scenario.name, "title")
    _verdict(sheet, verdict(found), FIRST + columns - 1)
    made = (f"Model version {sheet.book.stamp.version}", sheet.book.stamp.date)
    sheet.text(MADE, 0, ", ".join(filter(None, made)), "note")
    rests = standing(inputs)
    sheet.formula(RESTS, 0, rests.formula, rests.value, "note")
    sheet.formula(CHECK, 0, str(check), check.value, "note")
    option_heads(sheet, HEAD, FIRST, [result.option for result in figures.options])
    sheet.drawn.freeze_panes(HEAD + 1, STATUS)
    rows = [row for key, row in found.rows.items() if key in SHOWN]
    for place, row in enumerate(rows, HEAD + 1):
        _line(sheet, place, row, found)
        _status(sheet, place, inputs, row.line.key)
    below = HEAD + 1 + len(rows)
    _tint_the_first(sheet, rows, below - 1, len(figures.options))
    for place, picture in enumerate(pictures(sheet.book, figures.now, months, found)):
        _put(sheet, below + 1 + CHART_ROWS * (place // 2), (LEFT, RIGHT)[place % 2], picture)
    sheet.printed(tall=1)


def _verdict(sheet: Sheet, said: Sentence, last: int) -> None:
    sheet.drawn.set_row(NAME, 28)
    sheet.drawn.set_row(LEAD, 20 * (1 + len(said.value) // LETTERS_A_LINE))
    sheet.across(LEAD, 0, last, ("lead",))
    sheet.formula(LEAD, 0, said.formula, said.value, "lead")


def _line(sheet: Sheet, at: int, row: Row, found: OutcomeCells) -> None:
    clear = row.line.unit in ("£", *row.line.name.lower().split())
    unit = "" if clear else f", {row.line.unit}"
    sheet.text(at, WHAT, f"{row.line.name}{unit}", "label")
    weight = ["bold"] if row.line.key in ("cost", "overall", "rank") else []
    for index, cell in enumerate(row.cells):
        said = _place(cell, found) if row.line.key == "rank" else Sentence(str(cell), cell.value)
        sheet.formula(at, FIRST + index, said.formula, said.value, "row", "right", SHOWN[row.line.key], *weight)


def _place(cell: Cell, found: OutcomeCells) -> Sentence:
    """A dash where nothing counts: all are level then, but none has a place."""
    counts = any(each.value for each in found.weights)
    return Sentence(f'IF(SUM({span(found.weights)})=0,"{NONE}",{cell})', cell.value if counts else NONE)


def _status(sheet: Sheet, at: int, inputs: Inputs, key: str) -> None:
    """As on screen: a cost is derived, a score rests on assumptions, times are the loosest of theirs."""
    if key == "months":
        said = _of_times(inputs)
        sheet.formula(at, STATUS, said.formula, said.value, "row", "note")
    else:
        sheet.text(at, STATUS, DERIVED if key == "cost" else ASSUMED, "row", "note")


def _of_times(inputs: Inputs) -> Sentence:
    levers = [lever for lever in inputs.levers if lever.option and lever.id == f"{lever.option.id}.months"]
    preset = max((lever.quantity.status for lever in levers), key=list(Status).index)
    here = max((status(inputs.now, lever) for lever in levers), key=list(Status).index)
    changed = ",".join(f"{inputs.value(lever)}<>{inputs.preset(lever)}" for lever in levers)
    return Sentence(f'IF(OR({changed}),"{marked(Status.YOURS)}","{marked(preset)}")', marked(here))


def _tint_the_first(sheet: Sheet, rows: list[Row], last: int, options: int) -> None:
    place = HEAD + 1 + [row.line.key for row in rows].index("rank")
    rule = {"type": "formula", "criteria": f"=C${place + 1}=1", "format": sheet.book.style("first")}
    sheet.drawn.conditional_format(HEAD + 1, FIRST, last, FIRST + options - 1, rule)


def _put(sheet: Sheet, row: int, columns: tuple[int, int], picture: Picture) -> None:
    first, last = columns
    sheet.drawn.set_row(row, 34)
    sheet.across(row, first, last, ("finding",))
    sheet.formula(row, first, picture.finding.formula, picture.finding.value, "finding")
    picture.chart.set_size({"width": CHART_WIDTHS[columns], "height": CHART_HEIGHT})
    sheet.drawn.insert_chart(row + 1, first, picture.chart, {"description": picture.alt, "object_position": 2})
