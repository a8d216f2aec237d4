"""Inputs: every lever of the scenario as a named cell, with its range, its status and where it comes from."""

from itertools import groupby

from exports.workbook.book import Cell, Sheet
from model.appraisal import Appraisal
from model.levers import Lever
from model.provenance import Status
from words.numbers import bounds, typed
from words.provenance import status
from words.records import source
from words.statuses import marked

NAME, VALUE, UNIT, STATUS, PRESET, CHANGE, ALLOWED, PLAUSIBLE, NOTE, CALLED = range(10)
COLUMNS = (
    ("Input", 40, "left"), ("Value", 13, "right"), ("Unit", 18, "beside"), ("Status", 14, "left"),
    ("Preset", 13, "right"), ("Change", 11, "right"), ("Allowed", 19, "beside"), ("Plausible", 18, "left"),
    ("Source and note", 58, "left"), ("Name in formulas", 26, "left"),
)  # fmt: skip
HEAD = 3
IDLE = "Enters no formula of this workbook."


class Inputs:
    """Where each lever stands, known before the sheet is drawn, and by what name formulas call it.

    ``inputs["m365.months"]`` is the name; the sheet shows which inputs no formula has asked for.
    """

    def __init__(self, now: Appraisal) -> None:
        self.now = now
        self.levers = now.engine.levers
        self._rows = _rows(self.levers)
        self._names = _names(self.levers)
        self._used: set[str] = set()

    def __getitem__(self, lever: str) -> str:
        self._used.add(lever)
        return self._names[lever]

    def share(self, lever: str) -> str:
        """A percentage as a share."""
        return f"{self[lever]}/100"

    def used(self) -> list[Lever]:
        """The levers that formulas have asked for so far."""
        return [lever for lever in self.levers if lever.id in self._used]

    def value(self, lever: Lever) -> Cell:
        """The cell one may change."""
        return Cell("Inputs", self._rows[lever.id], VALUE, self.now.value(lever.id))

    def preset(self, lever: Lever) -> Cell:
        """The cell that remembers the preset's value."""
        return Cell("Inputs", self._rows[lever.id], PRESET, lever.default)

    def status(self, lever: Lever) -> Cell:
        """The cell that says how firm the value is, yours as soon as it is changed."""
        return Cell("Inputs", self._rows[lever.id], STATUS, marked(status(self.now, lever)))

    def statuses(self) -> str:
        """The column of all statuses."""
        return f"Inputs!$D${HEAD + 2}:$D${max(self._rows.values()) + 1}"

    def draw(self, sheet: Sheet) -> None:
        """The sheet, once every formula has been written."""
        sheet.headed("Inputs", "Change a value in its box and every sheet follows. A changed box turns black.")
        sheet.columns(HEAD, *COLUMNS)
        for group, levers in groupby(self.levers, key=lambda lever: lever.group):
            self._draw_group(sheet, group, list(levers))
        self._mark_changes(sheet)
        sheet.printed(HEAD)

    def _draw_group(self, sheet: Sheet, group: str, levers: list[Lever]) -> None:
        row = self._rows[levers[0].id] - 1
        sheet.drawn.set_row(row, 24)
        sheet.text(row, NAME, str(group), "section")
        sheet.rule(row, VALUE, CALLED, "section")
        for lever in levers:
            self._draw_lever(sheet, lever)
            if lever.id in self._used:
                self._open(sheet, lever)

    def _draw_lever(self, sheet: Sheet, lever: Lever) -> None:
        row, form = self._rows[lever.id], number_form(lever)
        sheet.text(row, NAME, lever.title, "label")
        used = lever.id in self._used
        value = sheet.number(row, VALUE, self.now.value(lever.id), "input" if used else "row", num_format=form)
        sheet.text(row, UNIT, lever.measure.unit, "label", "beside")
        preset = sheet.number(row, PRESET, lever.default, "row", num_format=form)
        known, yours = marked(lever.quantity.status), marked(Status.YOURS)
        same = f"{value.here}={preset.here}"
        sheet.formula(row, STATUS, f'IF({same},"{known}","{yours}")', self.status(lever).value, "row")
        change = value.value - preset.value
        sheet.formula(row, CHANGE, f"{value.here}-{preset.here}", change, "row", num_format=f"+{form};-{form};")
        sheet.text(row, ALLOWED, bounds(lever), "label", "small", "beside")
        sheet.text(row, PLAUSIBLE, _plausible(lever), "label", "small")
        sheet.text(row, NOTE, self._note(lever), "label", "small")
        sheet.text(row, CALLED, self._names[lever.id] if used else "–", "label", "small")

    def _open(self, sheet: Sheet, lever: Lever) -> None:
        """Name the cell, and hold what is typed into it to the lever's bounds."""
        cell, measure = self.value(lever), lever.measure
        sheet.book.name(self._names[lever.id], cell)
        whole = measure.precision == 1 and float(lever.default).is_integer()
        sheet.drawn.data_validation(cell.row, cell.column, cell.row, cell.column, {
            "validate": "integer" if whole else "decimal", "criteria": "between",
            "minimum": measure.least, "maximum": measure.most,
            "error_title": "Out of bounds", "error_message": f"Must be {bounds(lever)}."[:250],
        })  # fmt: skip

    def _mark_changes(self, sheet: Sheet) -> None:
        first, last = HEAD + 1, max(self._rows.values())
        rule = {"type": "formula", "criteria": f"=$B{first + 1}<>$E{first + 1}", "format": sheet.book.style("changed")}
        for column in (VALUE, STATUS):
            sheet.drawn.conditional_format(first, column, last, column, rule)

    def _note(self, lever: Lever) -> str:
        known = lever.quantity
        # Of a cost line the help says no more than its name.
        parts = ["" if lever.line else lever.measure.help, source(known.source, self.now.scenario), known.note]
        told = " ".join(f"{part.rstrip('.')}." for part in parts if part)
        return told if lever.id in self._used else f"{IDLE} {told}"


def number_form(lever: Lever) -> str:
    """As many places as the lever takes or its preset has, the same in every row of it."""
    places = max(_places(lever.measure.precision), _places(lever.default))
    pound = '"£"' if lever.measure.unit.startswith("£") else ""
    return f"{pound}#,##0{'.' if places else ''}{'0' * places}"


def _places(number: float) -> int:
    return len(f"{number:.6f}".rstrip("0").partition(".")[2])


def _plausible(lever: Lever) -> str:
    low, high, unit = lever.quantity.low, lever.quantity.high, lever.measure.unit
    return "" if low == high else f"{typed(low, unit)} to {typed(high, unit)}"


def _rows(levers: tuple[Lever, ...]) -> dict[str, int]:
    """The row of each lever: one for the heading of each group, none between."""
    rows, row, group = {}, HEAD, None
    for lever in levers:
        row += 1 if lever.group is group else 2
        rows[lever.id], group = row, lever.group
    return rows


def _names(levers: tuple[Lever, ...]) -> dict[str, str]:
    """What formulas call each lever: its id with underscores, numbered where two would be called alike."""
    names: dict[str, str] = {}
    for lever in levers:
        plain = name = lever.id.replace(".", "_").replace("-", "_")
        number = 1
        while name in names.values():
            number += 1
            name = f"{plain}_{number}"
        names[lever.id] = name
    return names
