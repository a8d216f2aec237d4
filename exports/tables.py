"""The appraisal as tables for programs and spreadsheets: CSV, numbers plain, text that no program takes for a formula.

Each row ends with the scenario, the model's version, the date and the link, so that rows from several files can be
told apart when they are put together.
"""

import csv
from collections.abc import Callable, Sequence
from io import StringIO
from unicodedata import normalize

from charts import roll_out
from exports.evidence import DRAWS, SEED, evidence
from model.appraisal import Appraisal, OptionResult
from model.provenance import Status
from model.scenario import CostLine, Outcome
from model.tornado import Bar
from model.uncertainty import Percentiles
from words import records, switching, tornado
from words.facts import facts
from words.numbers import place
from words.outcomes import in_words
from words.provenance import status
from words.records import plain
from words.stamp import stamp
from words.summary_table import summary_table

Value = str | float | None
Table = tuple[Sequence[str], list[Sequence[Value]]]

OBEYED = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a cell may not begin with: spreadsheets take the rest for a formula."""

FIGURES: dict[str, tuple[str, Callable[[OptionResult], float | None]]] = {
    "Place": ("", lambda result: result.rank),
    "Cost to deliver": ("£", lambda result: result.cost),
    "Time to deliver": ("months", lambda result: result.months),
    "Score, of 100": ("", lambda result: result.overall),
    "Score without value for money": ("of 100", lambda result: result.benefit),
    "Lost work, staff-months": ("", lambda result: result.lost_staff_months),
    "Backlog at most, staff-months": ("", lambda result: result.backlog_peak),
    "Backlog cleared by": ("month", lambda result: result.backlog_clear_month),
    "Offices released": ("", lambda result: result.offices_released),
    "Carbon saved, t CO2e a year": ("", lambda result: result.carbon_saved_t),
}
"""Unit and number of each of `words.plain_text.FACTS`."""


def tables(now: Appraisal, preset: Appraisal, *, date: str, link: str) -> dict[str, bytes]:
    """Every table by file name, as UTF-8 with a mark that tells Excel so."""
    stamped = stamp(now, date, link)
    said = {
        "scenario": stamped.scenario, "model version": stamped.version, "date": stamped.date, "link": stamped.link,
    }  # fmt: skip
    return {f"{name}.csv": _csv(make(now, preset), said) for name, make in TABLES.items()}


def inert(text: str) -> str:
    """Text with an apostrophe before whatever would make it a formula."""
    return f"'{text}" if normalize("NFKC", text).lstrip(" ").startswith(OBEYED) else text


def _csv(table: Table, said: dict[str, str]) -> bytes:
    headings, rows = table
    stream = StringIO()
    writer = csv.writer(stream, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    for row in ([*headings, *said], *([*row, *said.values()] for row in rows)):
        writer.writerow([inert(value) if isinstance(value, str) else plain(value) for value in row])
    return stream.getvalue().encode("utf-8-sig")


def _options(now: Appraisal, preset: Appraisal) -> Table:
    """A row an option; each heading says unit and status."""
    kept = [(fact, *FIGURES[fact.name]) for fact in facts(now, preset)]
    headings = [f"{fact.name}{f', {unit}' if unit else ''} ({fact.status})" for fact, unit, _ in kept]
    return ["option", *headings], [
        [result.option.name, *(number(result) for _, _, number in kept)] for result in now.options
    ]


def _outcomes(now: Appraisal, preset: Appraisal) -> Table:
    """A row an outcome and option: what it achieves in the end, in words and points, and its score after time."""
    headings = ["outcome", "option", "weight", "judged, of 100", "in words", "score, of 100", "status"]
    return headings, [
        [outcome.name, result.option.name, now.value(f"weight.{outcome.id}"), *_achieved(outcome, result, now)]
        for outcome in now.scenario.outcomes for result in now.options
    ]  # fmt: skip


def _achieved(outcome: Outcome, result: OptionResult, now: Appraisal) -> list[Value]:
    judged = now.engine.offered.get(f"{result.option.id}.score.{outcome.id}")
    points = now.value(judged.id) if judged else None
    firm = status(now, judged) if judged else Status.ASSUMPTION
    return [points, in_words(outcome, result, now), result.scores[outcome.id], str(firm)]


def _cost_lines(now: Appraisal, preset: Appraisal) -> Table:
    """A row a line of an option."""
    headings = [
        "option", "line", "basis", "unit cost", "unit", "share of staff, %", "amount", "cost, £", "every year",
        "takes people from work", "status", "source", "note",
    ]  # fmt: skip
    return headings, [
        [result.option.name, *_line(f"{result.option.id}.{line.id}", line, cost, now)]
        for result in now.options for line, cost in zip(result.option.cost_lines, result.line_costs, strict=True)
    ]  # fmt: skip


def _line(name: str, line: CostLine, cost: float, now: Appraisal) -> list[Value]:
    lever = now.engine.offered[name]
    parts = [now.value(part) if part in now.engine.offered else None for part in (f"{name}.share", f"{name}.amount")]
    return [
        line.name, str(line.basis), now.value(name), line.unit_cost.unit, *parts, cost, _yes(line.recurring),
        _yes(line.training), str(status(now, lever)), records.source(lever.quantity.source, now.scenario),
        lever.quantity.note,
    ]  # fmt: skip


def _yes(true: bool) -> str:
    return "yes" if true else "no"


def _months(now: Appraisal, preset: Appraisal) -> Table:
    """A row a month and option: what is so by its end, and who is idle in it."""
    time, last = now.timeline, int(now.timeline.months[-1])
    closed = roll_out.closed(now, last)[:, 1:]
    columns = {"gap closed, %": 100.0 * closed, "spent, £": time.spent}
    if time.stranded is not None:
        columns |= {"people idle": time.stranded, "backlog, staff-months": time.backlog}
    return ["month", "option", *columns], [
        [month, result.option.name, *(float(column[index, month - 1]) for column in columns.values())]
        for month in range(1, last + 1) for index, result in enumerate(now.options)
    ]  # fmt: skip


def _numbers(now: Appraisal, preset: Appraisal) -> Table:
    """Every number with its range, status and source; those one may move where they stand now."""
    headings = ["id", "number", "value", "unit", "in the preset", "low", "high", "status", "source", "note"]
    return headings, [_number(record, now) for record in records.of_assumptions(now.scenario, now.engine.levers)]


def _number(record: records.Record, now: Appraisal) -> list[Value]:
    lever = now.engine.offered.get(record["id"])
    value = now.value(lever.id) if lever else record["value"]
    firm = str(status(now, lever)) if lever else record["status"]
    known = [record[field] for field in ("value", "low", "high")]
    return [record["id"], record["name"], value, record["unit"], *known, firm, record["source"], record["note"]]


def _sources(now: Appraisal, preset: Appraisal) -> Table:
    """A row a source."""
    found = now.scenario.sources.items()
    rows = [[name, each.title, each.publisher, each.year, each.link] for name, each in found]
    return ["id", "title", "publisher", "year", "address"], rows


def _ranges(now: Appraisal, preset: Appraisal) -> Table:
    """A row an option: where eight draws in ten lie, and the share of draws in which it takes each place."""
    places = [f"{place(rank + 1)}, share of draws" for rank in range(len(now.options))]
    spreads = [f"{what}, {end}" for what in ("cost, £", "score") for end in ("now", "P10", "P50", "P90")]
    return ["option", *spreads, *places, "draws", "seed"], [
        [
            result.option.name, result.cost, *_spread(found.cost), result.overall, *_spread(found.overall),
            *found.rank_shares, DRAWS, SEED,
        ]
        for result, found in zip(now.options, evidence(now).simulation.options, strict=True)
    ]  # fmt: skip


def _spread(found: Percentiles) -> tuple[float, float, float]:
    return found.p10, found.p50, found.p90


def _tornado(now: Appraisal, preset: Appraisal) -> Table:
    """A row an uncertain number: the preferred option's lead at each end of its range, in points."""
    found = evidence(now).tornado
    headings = ["number", "low", "lead at low, points", "high", "lead at high, points", "influence"]
    return headings, [_bar(bar) for bar in (found.bars if found else ())]


def _bar(bar: Bar) -> list[Value]:
    low, high = tornado.ends(bar)
    return [tornado.label(bar.what_if), low, bar.at_low, high, bar.at_high, str(bar.influence)]


def _switching(now: Appraisal, preset: Appraisal) -> Table:
    """A row a value at which the order, or who costs less, changes."""
    found = evidence(now).switches
    headings = ["lever", "number", "unit", "now", "switches at", "change, %", "then"]
    return headings, [
        [record["lever"], record["name"], record["unit"], record["from"], record["at"], record["change_percent"], then]
        for record, then in ((records.of_switch(each), switching.then(each, now)) for each in found)
    ]


def _summary(now: Appraisal, preset: Appraisal) -> Table:
    """The Appraisal Summary Table: a row an option, in the Treasury's columns."""
    return summary_table(now)


TABLES: dict[str, Callable[[Appraisal, Appraisal], Table]] = {
    "options": _options,
    "outcomes": _outcomes,
    "cost-lines": _cost_lines,
    "months": _months,
    "numbers": _numbers,
    "sources": _sources,
    "ranges": _ranges,
    "what-matters": _tornado,
    "switching-values": _switching,
    "appraisal-summary": _summary,
}
