"""Outcomes: what each option comes to, equation by equation, from the cells of the other sheets."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from charts.canvas import WIDE
from exports.workbook.book import Cell, Sheet, span
from exports.workbook.equations import Equations
from exports.workbook.figures import Figures
from exports.workbook.heads import option_heads
from exports.workbook.inputs import Inputs
from exports.workbook.months import MonthCells
from exports.workbook.options import OptionCost
from model.scenario import Outcome, OutcomeKind, Scenario

WHAT, UNIT, EQUATION, COUNTED, WEIGHT, FIRST = range(6)
COLUMNS = (
    ("", 44, "left"), ("Unit", 15, "left"), ("Equation", 10, "left"),
    ("In benefit", 10, "right"), ("Weight", 10, "right"),
)  # fmt: skip
OPTION = ("", 19, "right")
HEAD = 3


@dataclass(frozen=True)
class Line:
    """A row: the name of its figure in the appraisal, and how people read it."""

    key: str
    name: str
    unit: str
    style: str
    equation: str = ""


WORK, POINTS = "staff-months", "of 100"
COST = (Line("cost", "Cost to deliver", "£", "pounds", "1"),)
TIME = (
    Line("start", "Work starts after", "months", "plain"),
    Line("months", "Time to deliver", "months", "plain"),
    Line("ready", "In place after", "months", "plain"),
    Line("delivered", "Mean share delivered over the months looked at", "share", "thousandths", "2, 7"),
)
PEOPLE = (
    Line("enabled", "People it enables", "people", "tenths", "9"),
    Line("cost_per_person", "Cost a person enabled", "£ a person", "pounds", "9"),
)
LOST = (
    Line("stranded", "Stranded", WORK, "tenths", "3"),
    Line("dip", "Productivity dip", WORK, "tenths", "4"),
    Line("training", "Training", WORK, "tenths", "4"),
    Line("lost_staff_months", "Lost work", WORK, "tenths", "4"),
    Line("lost_work_value", "Value of lost work", "£", "pounds", "5"),
)
WAITING = (
    Line("backlog_peak", "Backlog at its peak", WORK, "tenths", "6"),
    Line("left", "Backlog when the last work has been lost", WORK, "tenths", "6"),
    Line("backlog_clear_month", "First month without backlog", "month", "plain", "6"),
)
TOGETHER = (
    Line("overall", "Score, all outcomes", POINTS, "tenths", "10"),
    Line("benefit", "Benefit, cost not counted", POINTS, "tenths", "10"),
    Line("rank", "Place", "1 is first", "whole", "10"),
)
WORKPLACE = (
    Line("offices_released", "Offices released", "offices", "whole", "11"),
    Line("carbon_saved_t", "Carbon saved a year", "tonnes CO2e", "tenths", "12"),
)
EQUATIONS = {
    OutcomeKind.JUDGED: "7",
    OutcomeKind.DELIVERY_OF_SERVICES: "8",
    OutcomeKind.VALUE_FOR_MONEY: "9",
}


@dataclass(frozen=True)
class Row:
    """One figure of all options."""

    line: Line
    cells: list[Cell]

    def __str__(self) -> str:
        return span(self.cells)


@dataclass
class OutcomeCells:
    """What other sheets need of this one."""

    rows: dict[str, Row] = field(default_factory=dict)
    """By the name of the figure; none that the scenario has no data for."""
    weights: list[Cell] = field(default_factory=list)
    names: list[Cell] = field(default_factory=list)
    short_names: list[Cell] = field(default_factory=list)


def scored(scenario: Scenario) -> tuple[Line, ...]:
    """A row for each outcome."""
    return tuple(
        Line(f"score.{outcome.id}", outcome.name, POINTS, "tenths", EQUATIONS[outcome.kind])
        for outcome in scenario.outcomes
    )


def draw(
    sheet: Sheet, inputs: Inputs, figures: Figures, costs: list[OptionCost], months: MonthCells
) -> OutcomeCells:
    """The sheet; the cells that other sheets need."""
    sheet.headed("Outcomes", "Every figure of every option. Equation numbers are those of the method page.")
    sheet.columns(HEAD, *COLUMNS, *[OPTION] * len(figures.options))
    option_heads(sheet, HEAD, FIRST, [result.option for result in figures.options])
    drawing = _Drawing(sheet, inputs, figures, costs, months)
    drawing.draw(figures.now.scenario)
    sheet.printed(tall=1)
    return drawing.found


class _Drawing:
    """The sheet under way, section after section."""

    def __init__(
        self, sheet: Sheet, inputs: Inputs, figures: Figures, costs: list[OptionCost], months: MonthCells
    ) -> None:
        self.sheet, self.inputs, self.figures = sheet, inputs, figures
        self.equations = Equations(figures.now.scenario, inputs, costs, months, self._at)
        self.row, self.found = HEAD + 1, OutcomeCells()

    def draw(self, scenario: Scenario) -> None:
        self._section("Cost", COST)
        self._section("Time", TIME)
        if scenario.disruption:
            self._section("People", PEOPLE)
            self._section("Lost work, shown beside cost and never added to it", LOST)
            self._section("Backlog", WAITING)
        self._section("Scores", scored(scenario))
        self._weigh(scenario.outcomes)
        self._section("All outcomes together", TOGETHER)
        if scenario.workplace:
            self._section("Offices and carbon", WORKPLACE)
        self._names()

    def _section(self, title: str, lines: Sequence[Line]) -> None:
        self.sheet.drawn.set_row(self.row, 24)
        self.sheet.text(self.row, WHAT, title, "section")
        self.sheet.rule(self.row, UNIT, FIRST + len(self.figures.options) - 1, "section")
        self.row += 1
        self._rows(lines)

    def _rows(self, lines: Sequence[Line]) -> None:
        for line in lines:
            self.found.rows[line.key] = self._line(line)
            self.row += 1

    def _line(self, line: Line) -> Row:
        self.sheet.text(self.row, WHAT, line.name, "label")
        self.sheet.text(self.row, UNIT, line.unit, "row", "note")
        self.sheet.text(self.row, EQUATION, line.equation, "row", "note")
        self.sheet.rule(self.row, COUNTED, WEIGHT, "row")
        return Row(line, [self._cell(line, index) for index in range(len(self.figures.options))])

    def _cell(self, line: Line, index: int) -> Cell:
        formula, value = self.equations.of(line.key, index), self.figures.of(line.key, index)
        return self.sheet.formula(self.row, FIRST + index, formula, value, "row", "right", line.style)

    def _at(self, key: str, index: int) -> str:
        """The cell of a row above, or all scores, weights or marks of what counts as benefit."""
        if key in ("scores", "weights", "counted"):
            return self._column({"scores": FIRST + index, "weights": WEIGHT, "counted": COUNTED}[key])
        return self.found.rows[key].cells[index].here

    def _column(self, column: int) -> str:
        rows = [row.cells[0].row for key, row in self.found.rows.items() if key.startswith("score.")]
        ends = (Cell("Outcomes", row, column, 0).here for row in (rows[0], rows[-1]))
        return ":".join(ends)

    def _weigh(self, outcomes: Sequence[Outcome]) -> None:
        """What each outcome weighs, and whether it is part of the benefit that is read against cost."""
        for outcome in outcomes:
            row, lever = self.found.rows[f"score.{outcome.id}"].cells[0].row, f"weight.{outcome.id}"
            counts = int(outcome.kind is not OutcomeKind.VALUE_FOR_MONEY)
            self.sheet.number(row, COUNTED, counts, "row", "right", "yes")
            weight = self.figures.now.value(lever)
            self.found.weights.append(self.sheet.formula(row, WEIGHT, self.inputs[lever], weight, "row", "plain"))

    def _names(self) -> None:
        """For sentences and charts, which cannot read them from the heads."""
        options = [result.option for result in self.figures.options]
        self._section("Names", ())
        self.found.names = self._words("In sentences", [option.name for option in options])
        self.found.short_names = self._words("In charts", [WIDE.name(option) for option in options])

    def _words(self, title: str, words: Sequence[str]) -> list[Cell]:
        self.sheet.text(self.row, WHAT, title, "label")
        cells = [self.sheet.text(self.row, FIRST + index, each, "small") for index, each in enumerate(words)]
        self.row += 1
        return cells
