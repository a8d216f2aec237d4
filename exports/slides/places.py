"""How often each option takes each place, as bars: a row a place, shared out among the options."""

from pptx.slide import Slide

from charts.canvas import WIDE
from charts.style import LIGHT
from exports.slides.charts import Plot, drawing
from exports.slides.paper import Box
from exports.slides.sheet import Cells, Sheet
from model.appraisal import Appraisal
from model.uncertainty import Simulation
from words.numbers import place


def places_chart(made: Slide, now: Appraisal, simulation: Simulation, box: Box, names: float, alt: str) -> None:
    """Rows named in so many inches at the left of the box, each as long as all draws together."""
    options = [WIDE.name(result.option) for result in now.options]
    rows = [place(rank + 1) for rank in range(len(options))]
    sheet = Sheet(["Place", *options], [rows, *(found.rank_shares for found in simulation.options)])
    chart = drawing(
        "shares.xml", sheet, rows=sheet.cells(0), series=[_series(sheet, index) for index in range(len(options))],
        plot=Plot(names / box.width, 0, 1 - names / box.width, 1),
    )  # fmt: skip
    chart.put(made, box, "Places", alt)


def _series(sheet: Sheet, index: int) -> dict[str, str | Cells]:
    return {
        "heading": sheet.heading(index + 1), "name": sheet.headings[index + 1], "colour": LIGHT.colours[index],
        "shares": sheet.cells(index + 1),
    }  # fmt: skip
