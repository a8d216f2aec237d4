"""The charts of Summary: under a finding that stays true of the workbook, with a description in words."""

from collections.abc import Callable
from dataclasses import dataclass

from xlsxwriter.chart import Chart

from charts import backlog, frontier, roll_out
from exports.workbook import charted
from exports.workbook.book import Book
from exports.workbook.months import MonthCells
from exports.workbook.outcomes import OutcomeCells
from exports.workbook.sentences import Claim, Sentence, most, points_of, pounds_of, whole_of
from model.appraisal import Appraisal
from words.numbers import millions, score

COSTS = Claim("costs most", "cost most", "No option costs anything", 0.5, pounds_of)
SCORES = Claim("scores highest", "score highest", "No option scores anything", 0.05, points_of)
BENEFITS = Claim("brings the most benefit", "bring the most benefit", "No option brings any benefit", 0.05, points_of)
PILES_UP = Claim("lets most work pile up", "let most work pile up", "No backlog forms under any option", 0.5, whole_of)
TAKES = Claim("takes longest", "take longest", "Every option is in place at once", 0.5, whole_of)

SCORE_AXIS = 110
"""A little more than a score can be, so that there is room for its label."""


@dataclass(frozen=True)
class Picture:
    """A chart, the finding above it, and what it shows for those who cannot see it."""

    finding: Sentence
    chart: Chart
    alt: str


def pictures(book: Book, now: Appraisal, months: MonthCells, found: OutcomeCells) -> list[Picture]:
    """Cost, score, benefit against cost, and what happens over time."""
    cost, overall, benefit = (found.rows[key] for key in ("cost", "overall", "benefit"))
    names = found.short_names
    costs, scores = most(cost, names, COSTS), most(overall, names, SCORES)
    return [
        Picture(costs, charted.bars(book, cost, names, charted.MILLIONS), _alt(costs, now, "cost", millions)),
        Picture(scores, charted.bars(book, overall, names, "0.0", SCORE_AXIS), _alt(scores, now, "overall", score)),
        Picture(most(benefit, names, BENEFITS), charted.against(book, cost, benefit, names), frontier.alt(now)),
        _over_time(book, now, months, found),
    ]


def _alt(finding: Sentence, now: Appraisal, key: str, words: Callable[[float], str]) -> str:
    each = "; ".join(f"{result.option.name} {words(getattr(result, key))}" for result in now.options)
    return f"{finding.value}. Bars: {each}."


def _over_time(book: Book, now: Appraisal, months: MonthCells, found: OutcomeCells) -> Picture:
    """The backlog; without a disruption there is none, and roll-out takes its place."""
    names = found.short_names
    if "backlog_peak" in found.rows:
        finding = most(found.rows["backlog_peak"], names, PILES_UP)
        chart = charted.lines(book, months.backlog, names, "Staff-months waiting", "#,##0")
        return Picture(finding, chart, backlog.alt(now))
    finding = most(found.rows["ready"], names, TAKES)
    chart = charted.lines(book, months.rollout, names, "Share delivered", "0%", most=1)
    return Picture(finding, chart, roll_out.alt(now))
