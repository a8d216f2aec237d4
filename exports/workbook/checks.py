"""Checks: every input and every figure of this workbook beside the app's, and whether they still agree."""

from dataclasses import dataclass

from exports.workbook.book import Cell, Sheet
from exports.workbook.figures import Figures
from exports.workbook.inputs import Inputs, number_form
from exports.workbook.options import OptionCost
from exports.workbook.outcomes import OutcomeCells

OPTION, FIGURE, UNIT, APP, HERE, CHECK = range(6)
COLUMNS = (
    ("Option", 34, "left"), ("Figure", 52, "left"), ("Unit", 20, "left"), ("In the app", 18, "right"),
    ("In this workbook", 18, "right"), ("Check", 14, "beside"),
)  # fmt: skip
SAYS, HEAD = 2, 4
OK, CHANGED = "OK", "CHANGED"
TOLERANCE = "0.000001"


@dataclass(frozen=True)
class Pair:
    """A cell of the workbook and what it is; its value is the app's."""

    option: str
    figure: str
    unit: str
    cell: Cell
    form: dict[str, str]
    style: str = "row"


def draw(
    sheet: Sheet, inputs: Inputs, figures: Figures, costs: list[OptionCost], found: OutcomeCells
) -> Cell:
    """The sheet; the cell that sums it up."""
    sheet.headed("Checks", "The app's figures are those of the day this was made; those beside them are computed here.")
    sheet.columns(HEAD, *COLUMNS)
    results = _results(figures, costs, found)
    of_figures = _section(sheet, HEAD + 1, "Figures", results)
    of_inputs = _section(sheet, HEAD + 2 + len(results), "Inputs", _inputs(inputs))
    sheet.printed(HEAD)
    return _sum_up(sheet, of_figures, of_inputs, len(results))


def _results(figures: Figures, costs: list[OptionCost], found: OutcomeCells) -> list[Pair]:
    """Option by option: its cost, its cost lines, then everything else."""
    pairs = []
    for index, result in enumerate(figures.options):
        name = result.option.name
        for row in found.rows.values():
            line = row.line
            pairs.append(Pair(name, line.name, line.unit, row.cells[index], {}, line.style))
            if line.key == "cost":
                pairs += [
                    Pair(name, each.name, "£", cell, {}, "pounds")
                    for each, cell in zip(result.option.cost_lines, costs[index].lines, strict=True)
                ]
    return pairs


def _inputs(inputs: Inputs) -> list[Pair]:
    """Those that any formula uses."""
    return [
        Pair(
            lever.option.name if lever.option else "", lever.name if lever.option else lever.title, lever.measure.unit,
            inputs.value(lever), {"num_format": number_form(lever)},
        )
        for lever in inputs.used()
    ]  # fmt: skip


def _section(sheet: Sheet, row: int, title: str, pairs: list[Pair]) -> str:
    """A line for each pair; the range of their checks."""
    sheet.drawn.set_row(row, 24)
    sheet.text(row, OPTION, title, "section")
    sheet.rule(row, FIGURE, CHECK, "section")
    for place, pair in enumerate(pairs, row + 1):
        _line(sheet, place, pair)
    return f"$F${row + 2}:$F${row + 1 + len(pairs)}"


def _line(sheet: Sheet, row: int, pair: Pair) -> None:
    sheet.text(row, OPTION, pair.option, "label")
    sheet.text(row, FIGURE, pair.figure, "label")
    sheet.text(row, UNIT, pair.unit, "label", "note")
    write = sheet.text if isinstance(pair.cell.value, str) else sheet.number
    app = write(row, APP, pair.cell.value, "row", "right", pair.style, **pair.form).here
    here = sheet.formula(row, HERE, str(pair.cell), pair.cell.value, "row", "right", pair.style, **pair.form).here
    near = f"IFERROR(ABS({app}-{here})<={TOLERANCE}*MAX(1,ABS({app})),FALSE)"
    sheet.formula(row, CHECK, f'IF(OR({app}={here},{near}),"{OK}","{CHANGED}")', OK, "row", "beside")


def _sum_up(sheet: Sheet, figures: str, inputs: str, many: int) -> Cell:
    """Tells a changed input from a changed formula: only the first may move a figure."""
    moved, set_here = f'COUNTIF({figures},"{CHANGED}")', f'COUNTIF({inputs},"{CHANGED}")'
    same = f"{OK}: all {many} figures are those of the app."
    differ = f'"{CHANGED}: "&{moved}&" of {many} figures differ from the app\'s'
    altered = f'{differ}, though no input does: a formula was altered."'
    both = f'{differ}; inputs changed here: "&{set_here}&"."'
    sheet.drawn.set_row(SAYS, 20)
    return sheet.formula(SAYS, 0, f'IF({moved}=0,"{same}",IF({set_here}=0,{altered},{both}))', same, "bold")
