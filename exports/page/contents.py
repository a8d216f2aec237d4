"""What the briefing says, found once: both files are set from these words and drawings."""

from dataclasses import dataclass

from charts import frontier
from charts.canvas import COMPACT
from charts.drawing import svg
from charts.style import LIGHT, Mark
from exports.evidence import Evidence, evidence
from exports.page import costs
from exports.page.letters import shown
from model.appraisal import Appraisal
from model.provenance import Status
from words import briefing, sureness, switching
from words.facts import Told, facts
from words.provenance import how_many_assumed, standing
from words.stamp import Stamp, stamp
from words.verdict import Verdict, verdict

COLUMNS = (
    "Place", "Cost to deliver", "Time to deliver", "Score, of 100", "Score without value for money",
    "Lost work, staff-months",
)  # fmt: skip
"""Of what is known of the options, what a page has room for."""


@dataclass(frozen=True)
class Row:
    """One option: its mark, its name, and what is told of it in each column."""

    mark: Mark
    name: str
    first: bool
    cells: tuple[Told, ...]


@dataclass(frozen=True)
class Chart:
    """One chart: its finding, what it shows, itself as SVG, and its words for those who cannot see it."""

    title: str
    shows: str
    alt: str
    svg: str

    def __post_init__(self) -> None:
        if not (self.title.strip() and self.alt.strip()):
            raise ValueError("A chart needs a title and a text for those who cannot see it.")


@dataclass(frozen=True)
class Contents:
    """The page, from top to bottom."""

    title: str
    stamp: Stamp
    verdict: Verdict
    columns: tuple[tuple[str, Status], ...]
    rows: tuple[Row, ...]
    charts: tuple[Chart, ...]
    summary: str
    assumed: str
    statuses: tuple[tuple[Status, int], ...]
    matters: tuple[tuple[str, Status], ...]
    """What moves the lead most, with how firm it is."""
    sure: tuple[str, ...]
    switches: tuple[str, ...]
    sources: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValueError("A briefing needs a title.")


def contents(now: Appraisal, preset: Appraisal, date: str, link: str) -> Contents:
    """Everything the briefing says of an appraisal, told against the preset."""
    found = evidence(now)
    columns, rows = _options(now, preset)
    return Contents(
        title=briefing.title(now),
        stamp=stamp(now, date, link),
        verdict=verdict(now, preset),
        columns=columns,
        rows=rows,
        charts=(_cost(now, preset), _benefit(now, preset)),
        summary=now.scenario.summary,
        assumed=f"{how_many_assumed(now)}.",
        statuses=tuple((status, len(levers)) for status, levers in standing(now).items()),
        matters=tuple(briefing.matters(bar, now) for bar in found.tornado.bars) if found.tornado else (),
        sure=_sure(now, found),
        switches=_switches(now, found),
        sources=tuple(briefing.source(source) for source in now.scenario.sources.values()),
    )


def _options(now: Appraisal, preset: Appraisal) -> tuple[tuple[tuple[str, Status], ...], tuple[Row, ...]]:
    """The options as rows, so that eight long names fit as well as two short ones."""
    known = [fact for fact in facts(now, preset) if fact.name in COLUMNS]
    rows = tuple(
        Row(LIGHT.mark(index), result.option.name, now.weighted and result.rank == 1, tuple(cells))
        for index, (result, *cells) in enumerate(zip(now.options, *(fact.told for fact in known), strict=True))
    )
    return tuple((fact.name, fact.status) for fact in known), rows


def _cost(now: Appraisal, preset: Appraisal) -> Chart:
    shows = briefing.cost_shows(now)
    return Chart(costs.title(now), shows, costs.alt(now), shown(costs.drawn(now, preset)))


def _benefit(now: Appraisal, preset: Appraisal) -> Chart:
    figure = frontier.figure(now, preset, LIGHT, COMPACT)
    return Chart(frontier.title(now), frontier.shows(now), frontier.alt(now), shown(svg(figure)))


def _sure(now: Appraisal, found: Evidence) -> tuple[str, ...]:
    said = [sureness.headline(now, found.simulation), sureness.first_places(now, found.simulation)]
    # Without any weight both say the same.
    return (*dict.fromkeys(said), *briefing.cost_doubt(now, found.simulation))


def _switches(now: Appraisal, found: Evidence) -> tuple[str, ...]:
    """Those of first place first, as the table of switching values has them."""
    ordered = sorted(found.switches, key=lambda change: getattr(change, "place", len(now.options)))
    return tuple(f"{switching.sentence(change, now)}." for change in ordered)
