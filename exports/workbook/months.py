"""Months: roll-out, people idle, lost work and backlog, month by month (equations 2, 3, 4 and 6)."""

from collections.abc import Callable
from dataclasses import dataclass

from xlsxwriter.utility import xl_col_to_name

from exports.workbook.book import Cell, Sheet
from exports.workbook.figures import MONTHS, Figures
from exports.workbook.heads import option_heads
from exports.workbook.inputs import Inputs

BUSY, TITLE, OPTIONS, START, DELIVERY, FIRST = 2, 4, 5, 6, 7, 8
WIDTHS = 27, 12, 2
MOST_COLUMNS = 10
"""That fit on a page beside the months."""
SCALE = 85


@dataclass(frozen=True)
class Column:
    """One option's months 1 to 120 of one kind."""

    letter: str

    def __str__(self) -> str:
        return self.until(MONTHS)

    def until(self, month: int) -> str:
        """Its months up to this one."""
        return f"Months!${self.letter}${FIRST + 1}:${self.letter}${FIRST + month}"

    def at(self, row: int) -> str:
        """Its cell in a row."""
        return f"{self.letter}{row + 1}"


@dataclass(frozen=True)
class MonthCells:
    """What other sheets need of this one, by option; only the first three where there is no disruption."""

    start: list[Cell]
    delivery: list[Cell]
    rollout: list[Column]
    stranded: list[Column]
    lost: list[Column]
    backlog: list[Column]
    busy: Cell | None


NUMBERS = Column("A")
"""The months themselves, 1 to 120."""


def draw(sheet: Sheet, inputs: Inputs, figures: Figures) -> MonthCells:
    """The sheet; the cells that other sheets need."""
    note = "Month 1 is the first after the decision: roll-out as it stands mid-month, backlog at its end."
    sheet.headed("Months", note, column=1)
    for month in range(1, MONTHS + 1):
        sheet.number(FIRST + month - 1, 0, month, "row", "left")
    sheet.drawn.freeze_panes(FIRST, 1)
    return _Drawing(sheet, inputs, figures).draw()


class _Drawing:
    """The sheet under way: one group of columns for each kind of number, a narrow column between groups."""

    def __init__(self, sheet: Sheet, inputs: Inputs, figures: Figures) -> None:
        self.sheet, self.inputs, self.figures = sheet, inputs, figures
        self.options = [result.option for result in figures.options]
        self.wide = len(self.options) + 1
        self.kinds = 4 if figures.now.scenario.disruption else 1
        self.rollout, self.stranded, self.lost, self.backlog = (self._columns(kind) for kind in range(4))

    def draw(self) -> MonthCells:
        first, column, gap = WIDTHS
        self.sheet.widths(first, *([*[column] * len(self.options), gap] * self.kinds))
        busy, start, delivery = None, self._starts(), self._deliveries()
        walked = self.figures.walked if self.stranded else []
        self._group(0, "Share delivered", self._rollout, self.figures.rollout, "percent")
        if walked:
            busy = self._busy(start)
            self._group(1, "People idle", self._stranded, lambda m, i: walked[m - 1].stranded[0, i], "tenths")
            self._group(2, "Staff-months lost", self._lost, lambda m, i: walked[m - 1].lost[0, i], "tenths")
            self._group(3, "Staff-months waiting", self._backlog, lambda m, i: walked[m - 1].backlog[0, i], "tenths")
        self._print_set_up()
        return MonthCells(start, delivery, self.rollout, self.stranded, self.lost, self.backlog, busy)

    def _columns(self, kind: int) -> list[Column]:
        if kind >= self.kinds:
            return []
        return [Column(xl_col_to_name(self._first(kind) + index)) for index in range(len(self.options))]

    def _first(self, kind: int) -> int:
        """First column of a group."""
        return 1 + kind * self.wide

    def _group(
        self, kind: int, title: str, formula: Callable[[int, int], str], value: Callable[[int, int], float], form: str
    ) -> None:
        first = self._first(kind)
        self.sheet.text(TITLE, first, title, "section")
        self.sheet.rule(TITLE, first + 1, first + self.wide - 2, "section")
        option_heads(self.sheet, OPTIONS, first, self.options)
        for month in range(1, MONTHS + 1):
            row = FIRST + month - 1
            for index in range(len(self.options)):
                self.sheet.formula(row, first + index, formula(row, index), float(value(month, index)), "row", form)

    def _starts(self) -> list[Cell]:
        """The benchmark carries on as now and waits for nothing."""
        self.sheet.text(START, 0, "Months before work starts", "row")
        return [
            self.sheet.number(START, 1 + index, 0, "row", "plain")
            if index == self.figures.benchmark
            else self.sheet.formula(START, 1 + index, f"INT({self.inputs['delay']})", result.start, "row", "plain")
            for index, result in enumerate(self.figures.options)
        ]

    def _deliveries(self) -> list[Cell]:
        self.sheet.text(DELIVERY, 0, "Months to deliver", "row")
        return [
            self.sheet.formula(DELIVERY, 1 + index, self.inputs[f"{option.id}.months"], result.months, "row", "plain")
            for index, (option, result) in enumerate(zip(self.options, self.figures.options, strict=True))
        ]

    def _busy(self, start: list[Cell]) -> Cell:
        """After this month nothing but catching up happens."""
        dips = [self.inputs[f"{option.id}.dip_months"] for option in self.options]
        ends = [f"{cell.here}+{dip}" for cell, dip in zip(start, dips, strict=True)]
        last = ",".join([self.inputs["disruption.months"], *ends])
        self.sheet.text(BUSY, 0, "Last month that loses work")
        return self.sheet.formula(BUSY, 1, f"INT(MAX({last}))", self.figures.busy_months)

    def _rollout(self, row: int, index: int) -> str:
        """Equation 2."""
        letter = self.rollout[index].letter
        since = f"{NUMBERS.at(row)}-{letter}${START + 1}"
        return f"MAX(0,MIN(1,({since}-0.5)/MAX({letter}${DELIVERY + 1},0.5)))"

    def _stranded(self, row: int, index: int) -> str:
        """Equation 3."""
        people = f"{self.inputs['staff']}*{self.inputs.share('disruption.share')}"
        reach = self.inputs.share(f"{self.options[index].id}.reach")
        idle = f"{people}*(1-{reach}*{self.rollout[index].at(row)})"
        return f"IF({NUMBERS.at(row)}<={self.inputs['disruption.months']},{idle},0)"

    def _lost(self, row: int, index: int) -> str:
        """Equation 4, month by month and without training."""
        option = self.options[index].id
        since = f"{NUMBERS.at(row)}-{self.rollout[index].letter}${START + 1}"
        dip = f"{self.inputs['staff']}*{self.inputs.share(f'{option}.dip')}"
        during = f"AND({since}>0,{since}<={self.inputs[f'{option}.dip_months']})"
        return f"{self.stranded[index].at(row)}+IF({during},{dip},0)"

    def _backlog(self, row: int, index: int) -> str:
        """Equation 6."""
        before = self.backlog[index].at(row - 1) if row > FIRST else "0"
        returns = f"{self.inputs.share('disruption.backlog_share')}*{self.lost[index].at(row)}"
        free = f"{self.inputs['staff']}-{self.stranded[index].at(row)}"
        return f"MAX(0,{before}+{returns}-{self.inputs.share('disruption.catch_up')}*({free}))"

    def _print_set_up(self) -> None:
        a_page = max(1, MOST_COLUMNS // self.wide)
        self.sheet.drawn.set_v_pagebreaks([self._first(kind) for kind in range(a_page, self.kinds, a_page)])
        self.sheet.printed()
        self.sheet.drawn.set_print_scale(SCALE)
        self.sheet.drawn.repeat_rows(TITLE, DELIVERY)
        self.sheet.drawn.repeat_columns(0)
