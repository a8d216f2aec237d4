"""Options: each option's cost, line by line (equation 1)."""

from dataclasses import dataclass

from exports.workbook.book import Cell, Sheet
from exports.workbook.figures import Figures
from exports.workbook.heads import option_head
from exports.workbook.inputs import Inputs
from model.scenario import Basis, CostLine, Option

LINE, EACH, UNIT, QUANTITY, MULTIPLE, CHANGE, COST, AWAY, STATUS = range(9)
COLUMNS = (
    ("Cost line", 46, "left"), ("For each", 20, "left"), ("Unit cost", 15, "right"), ("Quantity", 12, "right"),
    ("Share or number", 12, "right"), ("Cost change", 12, "right"), ("Cost", 17, "right"),
    ("Takes staff away", 12, "right"), ("Unit cost is", 16, "beside"),
)  # fmt: skip
HEAD = 3
ONE_PAGE = 52
"""Rows that can still be read on one printed page."""

FOR_EACH = {
    Basis.STAFF: "person",
    Basis.OFFICES: "office",
    Basis.DELIVERY_MONTHS: "month of delivery",
    Basis.FIXED: "once",
}


@dataclass(frozen=True)
class OptionCost:
    """The cells of one option's cost: its total, its lines, and the training money before any cost change."""

    total: Cell
    lines: list[Cell]
    training: Cell | None


def draw(sheet: Sheet, inputs: Inputs, figures: Figures) -> list[OptionCost]:
    """The sheet; the cells that other sheets need, by option."""
    sheet.headed("Options", "Cost of a line = unit cost x quantity x share or number x cost change (equation 1).")
    sheet.columns(HEAD, *COLUMNS)
    costs, row = [], HEAD + 1
    for index in range(len(figures.options)):
        block = _Block(sheet, inputs, figures, index)
        costs.append(block.draw(row))
        row += len(block.option.cost_lines) + 4
    sheet.printed(HEAD, tall=1 if row <= ONE_PAGE else 0)
    return costs


class _Block:
    """One option's rows."""

    def __init__(self, sheet: Sheet, inputs: Inputs, figures: Figures, index: int) -> None:
        self.sheet, self.inputs, self.figures, self.index = sheet, inputs, figures, index
        self.option: Option = figures.options[index].option
        self.offered = figures.now.engine.offered

    def draw(self, row: int) -> OptionCost:
        """Head, lines, total and training money, from this row on."""
        option_head(self.sheet, row, LINE, STATUS, self.index, self.option)
        lines = [self._line(row + 1 + place, line) for place, line in enumerate(self.option.cost_lines)]
        below = row + 1 + len(lines)
        return OptionCost(self._total(below, lines), lines, self._training(below + 1, lines))

    def _line(self, row: int, line: CostLine) -> Cell:
        name = f"{self.option.id}.{line.id}"
        self.sheet.text(row, LINE, line.name, "label")
        self.sheet.text(row, EACH, self._each(name, line), "row")
        self._value(row, UNIT, name, "pence")
        self._quantity(row, line)
        self._multiple(row, name)
        change = f"{self.option.id}.cost_change"
        factor = 1 + self.figures.now.value(change) / 100
        self.sheet.formula(row, CHANGE, f"1+{self.inputs.share(change)}", factor, "row", "right", "factor")
        self.sheet.number(row, AWAY, int(line.training), "row", "right", "yes")
        status = self.inputs.status(self.offered[name])
        self.sheet.formula(row, STATUS, str(status), status.value, "row", "beside")
        cost = self.figures.options[self.index].line_costs[self.option.cost_lines.index(line)]
        at = row + 1
        return self.sheet.formula(row, COST, f"C{at}*D{at}*E{at}*F{at}", cost, "row", "pounds")

    def _each(self, name: str, line: CostLine) -> str:
        amount = self.offered.get(f"{name}.amount")
        return amount.measure.unit if amount else FOR_EACH[line.basis]

    def _value(self, row: int, column: int, lever: str, *styles: str, over: float = 1) -> None:
        """An input, or that part of one."""
        formula = self.inputs[lever] if over == 1 else f"{self.inputs[lever]}/{over}"
        self.sheet.formula(row, column, formula, self.figures.now.value(lever) / over, "row", "right", *styles)

    def _quantity(self, row: int, line: CostLine) -> None:
        sizes = {
            Basis.STAFF: "staff",
            Basis.OFFICES: "offices",
            Basis.DELIVERY_MONTHS: f"{self.option.id}.months",
        }
        if line.basis in sizes:
            self._value(row, QUANTITY, sizes[line.basis], "plain")
        else:
            self.sheet.number(row, QUANTITY, 1, "row", "right", "plain")

    def _multiple(self, row: int, name: str) -> None:
        if f"{name}.share" in self.offered:
            self._value(row, MULTIPLE, f"{name}.share", "factor", over=100)
        elif f"{name}.amount" in self.offered:
            self._value(row, MULTIPLE, f"{name}.amount", "plain")
        else:
            self.sheet.number(row, MULTIPLE, 1, "row", "right", "plain")

    def _total(self, row: int, lines: list[Cell]) -> Cell:
        formula = f"SUM({lines[0].here}:{lines[-1].here})" if lines else "0"
        self.sheet.text(row, LINE, "Cost to deliver", "total")
        self.sheet.rule(row, EACH, STATUS, "total")
        return self.sheet.formula(row, COST, formula, self.figures.options[self.index].cost, "total", "pounds")

    def _training(self, row: int, lines: list[Cell]) -> Cell | None:
        """Money that also takes people away from their work, at its unit cost: equation 4 makes days of it."""
        if not any(line.training for line in self.option.cost_lines):
            return None
        first, last = lines[0].row + 1, lines[-1].row + 1
        columns = ",".join(f"{letter}{first}:{letter}{last}" for letter in "HCDE")
        self.sheet.text(row, LINE, "Money that takes staff away, before any cost change", "note")
        value = float(self.figures.training_money[self.index])
        return self.sheet.formula(row, COST, f"SUMPRODUCT({columns})", value, "note", "pounds")
