"""What a scene shows below its headline: tables and bars at the size of a stage, and figures of `charts`."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from types import ModuleType

from charts import backlog, frontier, people_idle, ranges, roll_out, spending
from charts import what_if as scores
from charts.axes import board_ends
from charts.canvas import STAGE, Figure
from charts.drawing import svg
from charts.style import DARK, LIGHT, SHAPES
from exports.stage.markup import in_both, render
from model.appraisal import Appraisal, OptionResult
from model.course import course
from model.provenance import Status
from model.scenario import Outcome
from model.scenes import Chart, Predict
from model.uncertainty import Simulation
from words.facts import TIME, facts
from words.findings import SHOWN_EQUAL
from words.numbers import count, counted, millions, months, nearest, place, score, share, whole
from words.plain_text import standing
from words.provenance import status
from words.verdict import basis

Draws = Callable[[], Simulation]

BESIDE = replace(STAGE, width=426, height=212, left=33, top=6, bottom=46, letters=15, longest_name=18)
"""The stage's sheet with room beside it for what the room expects."""
TWICE = 2
"""How much larger than drawn a figure for the stage is shown."""
MOST_OUTCOMES, MOST_COLUMNS = 8, 5
"""What fits at 28 px and more."""


@dataclass(frozen=True)
class Mark:
    """How the style sheet knows an option."""

    index: int
    shape: str
    name: str


@dataclass(frozen=True)
class Bar:
    """A number as a bar: how far it reaches, in percent, and where the preset's mark stands."""

    words: str
    reach: float
    preset: float | None = None


def marks(now: Appraisal) -> list[Mark]:
    """The options in their order, by the shorter name where they have one."""
    return [
        Mark(index, SHAPES[index].name, result.option.name if len(result.option.name) <= 20 else _short(result))
        for index, result in enumerate(now.options)
    ]


def _short(result: OptionResult) -> str:
    return result.option.short or result.option.name


def people(now: Appraisal, draws: Draws) -> str:
    """A hundred people, those who cannot work in ink."""
    part = now.value("disruption.share")
    staff, idle = now.value("staff"), nearest(now.idle_people)
    each = "1 person" if staff == 100 else f"{count(staff / 100)} people"
    return render(
        "people", idle=int(nearest(part)), cannot=counted(idle, "person", "people"),
        can=counted(staff - idle, "person", "people"), each=each,
        status=status(now, now.engine.offered["disruption.share"]).value,
    )


def options(now: Appraisal, draws: Draws) -> str:
    """Each option's cost and time, and one phrase for and against it."""
    rows = [
        (mark, millions(result.cost), months(result.months) if result.months else "none",
         next(iter(result.option.advantages), ""), next(iter(result.option.disadvantages), ""))
        for mark, result in zip(marks(now), now.options, strict=True)
    ]  # fmt: skip
    return render("options", rows=rows, phrases=len(rows) <= MOST_COLUMNS, status=_of_time(now))


def _of_time(now: Appraisal) -> str:
    return next(fact.status for fact in facts(now, now) if fact.name == TIME).value


def costs(now: Appraisal, draws: Draws) -> str:
    """Each option's cost as a bar, all on one scale."""
    dearest = max(result.cost for result in now.options) or 1.0
    reach = {result.option.id: 100 * result.cost / dearest for result in now.options}
    return _bars(now, "Cost to deliver", Status.DERIVED, lambda r: Bar(millions(r.cost), reach[r.option.id]))


def _bars(now: Appraisal, what: str, known: Status, bar: Callable[[OptionResult], Bar]) -> str:
    rows = [(mark, bar(result)) for mark, result in zip(marks(now), now.options, strict=True)]
    return render("costs", rows=rows, what=what, status=known.value)


def outcomes(now: Appraisal, draws: Draws) -> str:
    """Every option on every outcome; with too many options for that, their overall scores."""
    if len(now.options) > MOST_COLUMNS:
        return _bars(now, "Overall score of 100", Status.ASSUMPTION, lambda r: Bar(score(r.overall), r.overall))
    weights = {outcome.id: now.value(f"weight.{outcome.id}") for outcome in now.scenario.outcomes}
    heaviest = sorted(now.scenario.outcomes, key=lambda outcome: -weights[outcome.id])[:MOST_OUTCOMES]
    kept = [outcome for outcome in now.scenario.outcomes if outcome in heaviest]
    rows = [(outcome.name, _scored(outcome, now)) for outcome in kept]
    total = [(Bar(score(result.overall), result.overall), result.rank == 1) for result in now.options]
    return render(
        "outcomes", marks=marks(now), rows=rows, total=total if now.weighted else None, status=Status.ASSUMPTION.value,
        left_out=len(now.scenario.outcomes) - len(kept),
    )


def _scored(outcome: Outcome, now: Appraisal) -> list[tuple[Bar, bool]]:
    """Each option's score, and whether it is the best one."""
    points = [result.scores[outcome.id] for result in now.options]
    best = max(points)
    return [(Bar(whole(each), each), best > 0 and each > best - SHOWN_EQUAL) for each in points]


def how_sure(now: Appraisal, draws: Draws) -> str:
    """How often each option takes each place."""
    found = draws()
    most = min(4, len(now.options))
    rows = [
        (mark, [Bar(share(part) if part else "–", 100 * part) for part in each.rank_shares[:most]])
        for mark, each in zip(marks(now), found.options, strict=True)
    ]
    return render("places", rows=rows, heads=[place(rank + 1) for rank in range(most)], draws=count(found.draws))


def board(now: Appraisal, preset: Appraisal) -> str:
    """The options side by side as a browser repaints them: places, costs, months and scores."""
    dearest, longest = board_ends(now, preset)
    rows = [
        {
            "mark": mark, "first": here.rank == 1 and now.weighted,
            "rank": standing(here, now),
            "cost": Bar(millions(here.cost).capitalize(), *_reach(here.cost, was.cost, dearest)),
            "months": Bar(count(here.months) if here.months else "None", *_reach(here.months, was.months, longest)),
            "score": Bar(score(here.overall), *_reach(here.overall, was.overall, 100.0)),
        }
        for mark, here, was in zip(marks(now), now.options, preset.options, strict=True)
    ]  # fmt: skip
    return render("board", rows=rows, basis=basis(now) if now.weighted else "nothing weighted")


def _reach(here: float, was: float, end: float) -> tuple[float, float | None]:
    return 100 * here / end, 100 * was / end if was != here else None


def what_if(now: Appraisal, asked: Predict, hidden: bool) -> str:
    """Every option's score while the lever moves; hidden, the lines that move stop where it stands."""
    found, question = course(now, asked.lever), scores.Asked(asked.to, hidden)
    drawn = [svg(scores.figure(now, found, theme, size=BESIDE, asked=question)) for theme in (LIGHT, DARK)]
    alt = "" if hidden else scores.alt(now, found)
    note = f"Overall score of 100, {basis(now)}" if now.weighted else "Overall score of 100, nothing weighted"
    start, side = scores.hidden_from(now, found, BESIDE, asked.to)
    return render(
        "figure", drawn=in_both(*drawn), alt=alt, note=note, width=TWICE * BESIDE.width, start=start, side=side
    )


def _figure(chart: ModuleType) -> Callable[[Appraisal, Draws], str]:
    """A figure of the appraisal, with no preset behind it: the room has not seen one."""

    def show(now: Appraisal, draws: Draws) -> str:
        return _drawn([chart.figure(now, now, theme, STAGE) for theme in (LIGHT, DARK)], chart.alt(now))

    return show


def ranges_of(now: Appraisal, draws: Draws) -> str:
    """Cost and score over the ranges."""
    found = draws()
    return _drawn([ranges.figure(now, found, theme, STAGE) for theme in (LIGHT, DARK)], ranges.alt(now, found))


def _drawn(figures: list[Figure], alt: str) -> str:
    drawn = in_both(*map(svg, figures))
    return render("figure", drawn=drawn, alt=alt, note="", width=TWICE * STAGE.width, start=0.0, side="")


def board_alone(now: Appraisal, draws: Draws) -> str:
    """The board of a scene's own state."""
    return board(now, now)


def nothing(now: Appraisal, draws: Draws) -> str:
    """Words alone."""
    return ""


CHARTS: dict[Chart, Callable[[Appraisal, Draws], str]] = {
    Chart.PEOPLE: people,
    Chart.OPTIONS: options,
    Chart.COSTS: costs,
    Chart.OUTCOMES: outcomes,
    Chart.HOW_SURE: how_sure,
    Chart.BOARD: board_alone,
    Chart.ROLL_OUT: _figure(roll_out),
    Chart.PEOPLE_IDLE: _figure(people_idle),
    Chart.BACKLOG: _figure(backlog),
    Chart.SPENDING: _figure(spending),
    Chart.FRONTIER: _figure(frontier),
    Chart.RANGES: ranges_of,
    Chart.NONE: nothing,
}
