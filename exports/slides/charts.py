"""Native charts that anybody can edit: written as the format wants them, with their numbers in a sheet behind them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from pptx.enum.chart import XL_CHART_TYPE
from pptx.slide import Slide

from charts.style import LIGHT
from exports.slides.paper import Box, templates
from exports.slides.sheet import Cells, Sheet

DRAWINGS = templates(Path(__file__).parent / "drawings")
THIN = 1.5
"""A line of one point draws nothing, but LibreOffice takes the colour of its mark from it."""


class Plot(NamedTuple):
    """Where the plot itself lies within the chart, in shares of its width and height."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Axis:
    """From ``least`` to ``most`` in equal steps, in a number format of spreadsheets."""

    most: float
    step: float = 1
    format: str = "0"
    least: float = 0


@dataclass(frozen=True)
class Label:
    """A line's name at one of its points, on a side of it, moved by shares of the chart's width and height."""

    point: int
    side: str
    right: float
    down: float
    size: int
    colour: str
    led: bool = False
    """Whether a thin line leads back to the point."""

    @property
    def moved(self) -> bool:
        """Whether it stands anywhere but right beside its point."""
        return abs(self.right) > 0.003 or abs(self.down) > 0.006


@dataclass(frozen=True)
class Line:
    """A line through points and marks on them; widths and sizes in points, 0 for a point without a mark.

    LibreOffice draws no line at all beside one that has no width, so every line has one.
    """

    name: str
    x: Sequence[float]
    y: Sequence[float | None]
    colour: str
    width: float = THIN
    dash: str | None = None
    symbol: str = "none"
    filled: bool = True
    sizes: Sequence[float] = ()
    dropped: bool = False
    """Whether a dashed line falls from each point to the axis."""
    label: Label | None = None

    @property
    def marks(self) -> dict[int, int]:
        """The size of the mark at each point that has one."""
        return {point: round(size) for point, size in enumerate(self.sizes) if size}


@dataclass(frozen=True)
class Frame:
    """What lines are drawn in; ``across`` is said below."""

    plot: Plot
    x: Axis
    y: Axis
    across: str


class Placed(NamedTuple):
    """A line with the cells that hold its name and its numbers."""

    index: int
    line: Line
    heading: str
    x: Cells
    y: Cells


@dataclass(frozen=True)
class Chart:
    """A chart as python-pptx takes one in: its XML and its workbook."""

    xml: str
    sheet: Sheet

    def xml_bytes(self, chart_type: object) -> bytes:
        """The chart itself."""
        return self.xml.encode()

    @property
    def xlsx_blob(self) -> bytes:
        """The numbers behind it."""
        return self.sheet.workbook()

    def put(self, slide: Slide, box: Box, name: str, alt: str) -> None:
        """Place it on a slide, with a name and a description for those who cannot see it."""
        # python-pptx hands the type back to `xml_bytes`, which has no need of it.
        frame = slide.shapes.add_chart(XL_CHART_TYPE.LINE, *box.placed, self)
        properties = frame._element.nvGraphicFramePr.cNvPr
        properties.set("name", name)
        properties.set("descr", alt)


def drawing(template: str, sheet: Sheet, **parts: object) -> Chart:
    """A chart from one of the drawings, which are the format's own XML with places to fill."""
    return Chart(DRAWINGS.get_template(template).render(look=LIGHT, **parts), sheet)


def line_chart(lines: Sequence[Line], frame: Frame) -> Chart:
    """Lines that share their x: in the sheet a row an x, a column a line.

    As points too, for on an axis of dates or categories LibreOffice writes every one of them.
    """
    sheet = Sheet([frame.across, *(line.name for line in lines)], [lines[0].x, *(line.y for line in lines)])
    return _drawn("points", lines, frame, sheet, [(0, len(lines[0].x))] * len(lines))


def xy_chart(lines: Sequence[Line], frame: Frame, rows: bool = False) -> Chart:
    """Points anywhere: in the sheet a row a point, a column a line; as ``rows`` the upright axis is not shown."""
    ends = list(accumulate(len(line.x) for line in lines))
    spans = list(zip([0, *ends], ends, strict=False))
    columns = [[x for line in lines for x in line.x]]
    for line, (start, end) in zip(lines, spans, strict=True):
        columns.append([None] * start + list(line.y) + [None] * (ends[-1] - end))
    sheet = Sheet([frame.across, *(line.name for line in lines)], columns)
    return _drawn("rows" if rows else "points", lines, frame, sheet, spans)


def _drawn(form: str, lines: Sequence[Line], frame: Frame, sheet: Sheet, spans: Sequence[tuple[int, int]]) -> Chart:
    placed = [
        Placed(index, line, sheet.heading(index + 1), sheet.cells(0, *span), sheet.cells(index + 1, *span))
        for index, (line, span) in enumerate(zip(lines, spans, strict=True))
    ]
    return drawing("drawn.xml", sheet, form=form, placed=placed, frame=frame)
