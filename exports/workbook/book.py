"""The file under way: sheets that look alike, formats made once, and no formula without its value."""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from textwrap import wrap

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell

from charts.style import LIGHT
from exports.workbook.styles import FONT, STYLES
from words.stamp import Stamp

NO_CLOCK = datetime(2000, 1, 1)
"""A file holds the time it was made; the same input shall make the same bytes, so this one says nothing."""

A4 = 9
MARGIN = 0.4
LINE, FIRST_LINE = 13.0, 15.0
"""Heights in points. No program works them out alike, so they are said."""
MOST_LINES = 30
LETTERS, SMALL_LETTERS = 1.1, 1.3
"""That fit on average into the width of a figure, the unit of a column's width."""


@dataclass(frozen=True)
class Cell:
    """A cell that formulas refer to, with the value it has before anything is computed."""

    sheet: str
    row: int
    column: int
    value: float | str

    @property
    def here(self) -> str:
        """As formulas on its own sheet name it."""
        return xl_rowcol_to_cell(self.row, self.column, row_abs=True, col_abs=True)

    def __str__(self) -> str:
        return f"{self.sheet}!{self.here}"


def span(cells: list[Cell]) -> str:
    """A row or a column of cells, named from another sheet."""
    return f"{cells[0]}:{cells[-1].here}"


class Book:
    """An .xlsx file under way."""

    def __init__(self, stamp: Stamp) -> None:
        self.stamp = stamp
        self._bytes = BytesIO()
        self._file = Workbook(self._bytes, {
            "in_memory": True,
            "default_format_properties": {"font_name": FONT, "font_size": 10, "font_color": LIGHT.ink},
        })  # fmt: skip
        about = f"Side by Side, model version {stamp.version}"
        self._file.set_properties({"title": stamp.scenario, "subject": about, "created": NO_CLOCK})
        self._formats: dict[tuple, Format] = {}

    def style(self, *names: str, **more: object) -> Format:
        """The format that these styles make together, later ones over earlier ones."""
        properties: dict[str, object] = {}
        for name in names:
            properties |= STYLES[name]
        properties |= more
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self._file.add_format(properties)
        return self._formats[key]

    def sheet(self, name: str) -> "Sheet":
        """The next sheet, empty."""
        return Sheet(self, name)

    def chart(self, kind: str, subtype: str | None = None) -> Chart:
        """A chart to be put on a sheet."""
        return self._file.add_chart({"type": kind, "subtype": subtype})

    def name(self, name: str, cell: Cell) -> None:
        """Let formulas call a cell by a name."""
        self._file.define_name(name, f"={cell}")

    def bytes(self) -> bytes:
        """The file as it is saved."""
        self._file.close()
        return self._bytes.getvalue()


class Sheet:
    """One sheet under way. Text is always text: nothing that people wrote becomes a formula or a link."""

    def __init__(self, book: Book, name: str) -> None:
        self.book, self.name = book, name
        self.drawn = book._file.add_worksheet(name)
        self.drawn.hide_gridlines(2)
        self._widths: tuple[float, ...] = ()
        self._lines: dict[int, int] = {}
        self.drawn.ignore_errors({"formula_differs": "A1:XFD1048576", "formula_range": "A1:XFD1048576"})

    def text(self, row: int, column: int, words: str, *styles: str, **more: object) -> Cell:
        """Words as they are."""
        self.drawn.write_string(row, column, words, self.book.style("text", *styles, **more))
        if any("text_wrap" in STYLES[style] for style in styles):
            self.wrapped(row, column, words, SMALL_LETTERS if "small" in styles else LETTERS)
        return Cell(self.name, row, column, words)

    def number(self, row: int, column: int, value: float, *styles: str, **more: object) -> Cell:
        """A number somebody may change."""
        self.drawn.write_number(row, column, value, self.book.style(*styles, **more))
        return Cell(self.name, row, column, value)

    def formula(
        self, row: int, column: int, formula: str, value: float | str, *styles: str, **more: object
    ) -> Cell:
        """A live formula, and the value it has in the app."""
        self.drawn.write_formula(row, column, f"={formula}", self.book.style(*styles, **more), value)
        return Cell(self.name, row, column, value)

    def rule(self, row: int, first: int, last: int, *styles: str) -> None:
        """Empty cells of a style, to carry a line across."""
        for column in range(first, last + 1):
            self.drawn.write_blank(row, column, None, self.book.style(*styles))

    def across(self, row: int, first: int, last: int, cell_style: tuple[str, ...]) -> None:
        """One cell out of several, to be written next."""
        self.drawn.merge_range(row, first, row, last, "", self.book.style(*cell_style))

    def wrapped(self, row: int, column: int, words: str, letters: float) -> None:
        """Make room for words that take more than one line of their column, at so many letters to its unit."""
        lines = min(len(wrap(words, int(letters * self._widths[column]))), MOST_LINES)
        if lines > self._lines.get(row, 1):
            self._lines[row] = lines
            self.drawn.set_row(row, FIRST_LINE + LINE * (lines - 1))

    def headed(self, title: str, note: str, column: int = 0) -> None:
        """Title and note in the first two rows, the note from this column on."""
        self.drawn.set_row(0, 28)
        self.text(0, 0, title, "title")
        self.text(1, column, note, "note")

    def widths(self, *widths: float) -> None:
        """Width of each column from the first, in characters."""
        self._widths = widths
        for column, width in enumerate(widths):
            self.drawn.set_column(column, column, width)

    def columns(self, row: int, *columns: tuple[str, float, str]) -> None:
        """Columns from the first: heading, width and how it stands; the headings in a row that stays in view."""
        self.widths(*(width for _, width, _ in columns))
        for column, (heading, _, stands) in enumerate(columns):
            self.text(row, column, heading, "head", stands)
        self.drawn.freeze_panes(row + 1, 1)

    def printed(self, head: int | None = None, tall: int = 0) -> None:
        """A4 landscape, one page across and ``tall`` down (0: as it comes), the row ``head`` on every page."""
        self.drawn.set_paper(A4)
        self.drawn.set_landscape()
        self.drawn.set_margins(MARGIN, MARGIN, MARGIN, 0.6)
        # In a footer & begins a command, && sometimes too, and the whole of it has 255 characters.
        scenario = self.book.stamp.scenario[:60].replace("&", "\N{FULLWIDTH AMPERSAND}")
        made = f"Side by Side, {scenario}, model version {self.book.stamp.version}"
        self.drawn.set_footer(f"&L&8 {made}&R&8 &A, page &P of &N")
        self.drawn.fit_to_pages(1, tall)
        if head is not None:
            self.drawn.repeat_rows(head)
