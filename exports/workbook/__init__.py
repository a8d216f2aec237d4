"""The workbook: the whole deterministic model as live formulas, for finance to audit and change cell by cell."""

from exports.workbook import about, checks, months, options, outcomes, summary
from exports.workbook.book import Book
from exports.workbook.figures import Figures
from exports.workbook.inputs import Inputs
from model.appraisal import Appraisal
from words.stamp import stamp

SHEETS = "Summary", "Inputs", "Options", "Months", "Outcomes", "Checks", "About"


def workbook(now: Appraisal, *, date: str, link: str) -> bytes:
    """An .xlsx file whose formulas compute what the app shows, and follow every input one may change.

    ``date`` stands in it as it is given, ``link`` opens the scenario again. The same arguments make the same bytes.
    Figures are in the units of the appraisal: £, months, staff-months, points of 100, tonnes of CO2e a year.
    """
    book = Book(stamp(now, date, link))
    sheets = {name: book.sheet(name) for name in SHEETS}
    inputs, figures = Inputs(now), Figures(now)
    costs = options.draw(sheets["Options"], inputs, figures)
    walked = months.draw(sheets["Months"], inputs, figures)
    found = outcomes.draw(sheets["Outcomes"], inputs, figures, costs, walked)
    check = checks.draw(sheets["Checks"], inputs, figures, costs, found)
    summary.draw(sheets["Summary"], inputs, figures, walked, found, check)
    inputs.draw(sheets["Inputs"])
    about.draw(sheets["About"], inputs)
    return book.bytes()
