"""Native charts on the workbook's own cells: they follow whatever is changed there."""

from collections.abc import Sequence

from xlsxwriter.chart import Chart

from charts.style import LIGHT
from exports.workbook.book import Book, Cell, span
from exports.workbook.months import NUMBERS, Column
from exports.workbook.outcomes import Row
from exports.workbook.styles import FONT, STYLES

LABELS = {"name": FONT, "size": 9, "color": LIGHT.ink}
NOTES = {"name": FONT, "size": 9, "color": LIGHT.grey}
GRID = {"visible": True, "line": {"color": LIGHT.rule, "width": 0.75}}
AXIS = {"color": LIGHT.rule2, "width": 0.75}
MARKERS = "circle", "square", "triangle", "diamond", "plus", "long_dash", "star", "x"
"""The nearest that a spreadsheet has to the options' shapes; all full, for LibreOffice draws no outline of one."""
LEGEND = {"position": "bottom", "font": LABELS}
MOST_LABELS = 5
SHOWN_MONTHS = 60
MILLIONS, AXIS_MONEY = STYLES["millions"]["num_format"], STYLES["axis"]["num_format"]


def bars(book: Book, row: Row, names: Sequence[Cell], form: str, most: float | None = None) -> Chart:
    """A bar an option, labelled, from nil; ``most`` holds the axis still."""
    chart = book.chart("bar")
    chart.add_series({
        "name": row.line.name, "categories": f"={span(names)}", "values": f"={row}", "gap": 110,
        "points": [{"fill": {"color": LIGHT.mark(index).colour}} for index in range(len(names))],
        "data_labels": {"value": True, "num_format": form, "font": LABELS},
    })  # fmt: skip
    chart.set_x_axis({"visible": False, "min": 0, "max": most, "major_gridlines": {"visible": False}})
    chart.set_y_axis({"reverse": True, "num_font": LABELS, "line": AXIS, "major_tick_mark": "none"})
    return _finished(chart)


def against(book: Book, cost: Row, benefit: Row, names: Sequence[Cell]) -> Chart:
    """A mark an option, at its cost and its benefit; labels for many would lie upon each other."""
    chart, middle = book.chart("scatter"), max(cell.value for cell in cost.cells) / 2
    for index, name in enumerate(names):
        side = "right" if cost.cells[index].value <= middle else "left"
        mark = {"color": LIGHT.mark(index).colour}
        chart.add_series({
            "name": f"={name}", "categories": f"={cost.cells[index]}", "values": f"={benefit.cells[index]}",
            "marker": {"type": MARKERS[index], "size": 9, "fill": mark, "border": mark},
            "data_labels": _named(side) if len(names) <= MOST_LABELS else {},
        })  # fmt: skip
    chart.set_x_axis({**_axis("Cost to deliver", AXIS_MONEY), "min": 0, "major_gridlines": {"visible": False}})
    chart.set_y_axis({**_axis("Benefit, of 100", "0"), "min": 0, "max": 100, "major_unit": 25})
    return _finished(chart, None if len(names) <= MOST_LABELS else LEGEND)


def lines(
    book: Book, columns: Sequence[Column], names: Sequence[Cell], title: str, form: str, most: float | None = None
) -> Chart:
    """A line an option over the first five years, named in a legend: labels on lines that move would collide."""
    chart = book.chart("scatter", "straight")
    for index, (name, column) in enumerate(zip(names, columns, strict=True)):
        chart.add_series({
            "name": f"={name}", "categories": f"={NUMBERS.until(SHOWN_MONTHS)}",
            "values": f"={column.until(SHOWN_MONTHS)}", "line": {"color": LIGHT.mark(index).colour, "width": 2.25},
        })  # fmt: skip
    years = {"min": 0, "max": SHOWN_MONTHS, "major_unit": 12, "major_gridlines": {"visible": False}}
    chart.set_x_axis({**_axis("Month", "0"), **years})
    chart.set_y_axis({**_axis(title, form), "min": 0, "max": most})
    return _finished(chart, LEGEND)


def _named(side: str) -> dict[str, object]:
    """The option's name beside its mark, on a ground that covers the grid."""
    ground = {"color": LIGHT.ground}
    return {"series_name": True, "value": False, "position": side, "font": LABELS, "fill": ground}


def _axis(title: str, form: str) -> dict[str, object]:
    return {
        "name": title, "name_font": {**NOTES, "bold": False}, "num_font": NOTES, "num_format": form, "line": AXIS,
        "major_gridlines": GRID, "major_tick_mark": "none",
    }  # fmt: skip


def _finished(chart: Chart, legend: dict[str, object] | None = None) -> Chart:
    """Its title is the finding in the cell above; no border, and a white ground said aloud."""
    chart.set_title({"none": True})
    chart.set_legend(legend or {"none": True})
    for area in (chart.set_chartarea, chart.set_plotarea):
        area({"border": {"none": True}, "fill": {"color": LIGHT.ground}})
    return chart
