"""Native tables: a heading row, rules below each row, letters as large as fit."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.util import Inches, Pt

from charts.style import LIGHT
from exports.slides.paper import WIDER, Box, lines, write

NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own style without lines or fills."""
PAD = 0.07
LETTERS = range(16, 9, -1)
"""Sizes in points, the largest first."""
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/main"


@dataclass(frozen=True)
class Cell:
    """One cell: words, after them an aside, below them a note; before them a mark, as its letter and colour."""

    words: str
    note: str = ""
    aside: str = ""
    bold: bool = False
    mark: tuple[str, str] | None = None
    fill: str | None = None

    def height(self, size: int, wide: float, wider: float) -> float:
        """Inches that it needs at this size in so many inches, in letters so much wider than those of the screen."""
        room = 72 * (wide - 2 * PAD)
        aside = self.aside[: round(len(self.aside) * _smaller(size) / size)]  # as wide as it is in small letters
        said = " ".join(part for part in (self.mark and self.mark[0], self.words, aside) if part)
        points = 1.2 * size * lines(said, size, room, wider)
        if self.note:
            points += 1.2 * _smaller(size) * lines(self.note, _smaller(size), room, wider)
        return points / 72 + PAD


Row = Sequence[Cell]


def table(
    slide: Slide, box: Box, rows: Sequence[Row], shares: Sequence[float], name: str, finding: str, tall: float = 0
) -> None:
    """Draw the rows, the first of them the heading; those for which there is no room are left out.

    ``shares`` are of the width; ``finding`` is what it shows, for those who cannot see it. With ``tall`` every
    row is as many inches high.
    """
    widths, size, kept = _layout(box, rows, shares, tall)
    # Rows grow with their words: what is set is the least they need.
    heights = [max(tall, needed) for needed in _heights(rows, widths, size, wider=1.0)]
    frame = slide.shapes.add_table(kept, len(widths), *Box(*box[:3], sum(heights[:kept])).placed)
    _describe(frame, name, f"{finding.removesuffix('.')}. Rows: {', '.join(row[0].words for row in rows[1:kept])}.")
    made = frame.table
    for column, wide in zip(made.columns, widths, strict=True):
        column.width = Inches(wide)
    for number in range(kept):
        made.rows[number].height = Inches(heights[number])
        for place, cell in zip(made.rows[number].cells, rows[number], strict=True):
            _fill(place, cell, size, heading=number == 0)
            place.vertical_anchor = MSO_ANCHOR.MIDDLE if tall and number else place.vertical_anchor


def room(box: Box, rows: Sequence[Row], shares: Sequence[float]) -> int:
    """How many of the rows, the heading included, a table in this box shows."""
    return _layout(box, rows, shares, 0)[2]


def _layout(box: Box, rows: Sequence[Row], shares: Sequence[float], tall: float) -> tuple[list[float], int, int]:
    """The widths of the columns in inches, the size of the letters in points, and how many rows there is room for."""
    widths = [box.width * share / sum(shares) for share in shares]
    size = next((size for size in LETTERS if _fits(_heights(rows, widths, size), box.height, tall)), LETTERS[-1])
    ends = accumulate(max(tall, needed) for needed in _heights(rows, widths, size))
    return widths, size, sum(end <= box.height + 1e-6 for end in ends)


def _fits(heights: Sequence[float], high: float, tall: float) -> bool:
    return sum(heights) <= high and (not tall or max(heights) <= tall)


def _heights(rows: Sequence[Row], widths: Sequence[float], size: int, wider: float = WIDER) -> list[float]:
    return [max(cell.height(size, wide, wider) for cell, wide in zip(row, widths, strict=True)) for row in rows]


def _smaller(size: int) -> int:
    return max(LETTERS[-1], size - 3)


def _describe(frame: GraphicFrame, name: str, alt: str) -> None:
    """What it is called and what it shows, for those who cannot see it; no style of PowerPoint's own."""
    properties = frame._element.nvGraphicFramePr.cNvPr
    properties.set("name", name)
    properties.set("descr", alt)
    frame._element.find(f".//{{{DRAWN}}}tableStyleId").text = NO_STYLE
    frame.table.horz_banding = False


def _fill(place: _Cell, cell: Cell, size: int, heading: bool) -> None:
    place.margin_left = place.margin_right = Inches(PAD)
    place.margin_top = place.margin_bottom = Inches(PAD / 2)
    place.vertical_anchor = MSO_ANCHOR.BOTTOM if heading else MSO_ANCHOR.TOP
    first = place.text_frame.paragraphs[0]
    if cell.mark:
        write(first, f"{cell.mark[0]} ", size, colour=cell.mark[1])
    grey = heading and not cell.bold
    write(first, cell.words, size, bold=cell.bold, colour=LIGHT.grey if grey else LIGHT.ink)
    if cell.aside:
        write(first, f" {cell.aside}", _smaller(size), colour=LIGHT.grey)
    if cell.note:
        write(place.text_frame.add_paragraph(), cell.note, _smaller(size), colour=LIGHT.grey)
    if heading and cell.mark:
        _rule(place, "lnT", 3, cell.mark[1])
    _rule(place, "lnB", 1, LIGHT.rule2 if heading else LIGHT.rule)
    if cell.fill:
        place.fill.solid()
        place.fill.fore_color.rgb = RGBColor.from_string(cell.fill[1:])


def _rule(place: _Cell, side: str, points: float, colour: str) -> None:
    """A line along one side of a cell, which python-pptx has no words for."""
    line = etree.SubElement(place._tc.get_or_add_tcPr(), f"{{{DRAWN}}}{side}", w=str(Pt(points)))
    fill = etree.SubElement(line, f"{{{DRAWN}}}solidFill")
    etree.SubElement(fill, f"{{{DRAWN}}}srgbClr", val=colour[1:])
