"""How an option is announced: its shape, its name, and a line in its colour, the only colour there is."""

from collections.abc import Sequence

from charts.style import LIGHT
from exports.workbook.book import Sheet
from exports.workbook.styles import GLYPHS
from model.scenario import Option

LETTERS_IN_BOLD = 0.9


def option_head(
    sheet: Sheet, row: int, first: int, last: int, index: int, option: Option, side: str = "left"
) -> None:
    """Shape and name in the first cell, the line drawn on to the last."""
    mark, style = LIGHT.mark(index), sheet.book.style
    for column in range(first + 1, last + 1):
        sheet.drawn.write_blank(row, column, None, style("option", top_color=mark.colour))
    shape, name = style("bold", font_color=mark.text), style("bold")
    cell = style("text", "option", side, top_color=mark.colour)
    sheet.wrapped(row, first, f"{GLYPHS[index]} {option.name}", LETTERS_IN_BOLD)
    sheet.drawn.write_rich_string(row, first, shape, f"{GLYPHS[index]} ", name, option.name, cell)


def option_heads(sheet: Sheet, row: int, column: int, options: Sequence[Option]) -> None:
    """All options side by side above their numbers, from this column on."""
    for index, option in enumerate(options):
        option_head(sheet, row, column + index, column + index, index, option, "right")
