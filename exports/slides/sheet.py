"""The numbers behind a native chart: a small workbook that opens when somebody edits the chart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell

NO_CLOCK = datetime(2000, 1, 1)
"""A workbook names the time it was made; the same input shall make the same bytes, so this one says nothing."""
NAME = "Sheet1"
AS_TEXT = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}

Value = float | str | None


@dataclass(frozen=True)
class Cells:
    """Part of a column, with its address."""

    reference: str
    values: Sequence[Value]


@dataclass(frozen=True)
class Sheet:
    """Columns of equal length, each below its heading; text stays text, whatever it holds."""

    headings: Sequence[str]
    columns: Sequence[Sequence[Value]]

    def heading(self, column: int) -> str:
        """The address of a heading."""
        return f"{NAME}!{_address(0, column)}"

    def cells(self, column: int, first: int = 0, last: int | None = None) -> Cells:
        """The rows from ``first`` up to, not with, ``last``."""
        values = list(self.columns[column])[first:last]
        start, end = _address(first + 1, column), _address(first + len(values), column)
        return Cells(f"{NAME}!{start}:{end}", values)

    def workbook(self) -> bytes:
        """As an .xlsx file."""
        made = BytesIO()
        with Workbook(made, AS_TEXT) as book:
            book.set_properties({"created": NO_CLOCK})
            page = book.add_worksheet(NAME)
            # The quote prefix keeps text from becoming a formula when somebody types over it.
            as_text = book.add_format({"quote_prefix": True})
            page.write_row(0, 0, self.headings, as_text)
            for number, column in enumerate(self.columns):
                for row, value in enumerate(column, 1):
                    page.write(row, number, value, as_text if isinstance(value, str) else None)
        return made.getvalue()


def _address(row: int, column: int) -> str:
    return xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)
