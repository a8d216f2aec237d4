"""Over time: how fast each option arrives, who is idle meanwhile, what piles up, what is spent by when."""

from pptx.presentation import Presentation as Deck

from charts import backlog, people_idle, roll_out, spending
from charts.style import LIGHT
from exports.slides.drawn import by_month
from exports.slides.paper import BODY, slide
from model.appraisal import Appraisal

FIGURES = {"Roll-out": roll_out, "People idle": people_idle, "Backlog": backlog, "Spending": spending}


def over_time_slides(deck: Deck, now: Appraisal, preset: Appraisal) -> None:
    """A slide for each figure the scenario has data for."""
    for name, module in FIGURES.items():
        if module.offered(now.scenario):
            made = slide(deck, module.title(now), module.shows(now), module.alt(now))
            figure = module.figure(now, preset, LIGHT)
            chart = by_month(figure)
            chart.put(made, BODY, name, module.alt(now))
