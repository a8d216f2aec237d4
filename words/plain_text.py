"""An appraisal, its levers and its assumptions as text for a terminal: columns of words, nothing else."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from textwrap import fill

from model.appraisal import Appraisal, OptionResult
from model.levers import Lever
from model.switching import Switch
from model.uncertainty import Percentiles, Simulation
from model.weights import Acceptability, judged_apart_from_cost
from model.wholelife import WholeLife
from words import sureness, switching, wholelife
from words.numbers import bounds, count, money, months, place, quantity, score, share, typed, whole
from words.records import Record
from words.verdict import verdict

WIDTH = 100
NONE = "–"


def of_appraisal(now: Appraisal, preset: Appraisal) -> str:
    """The verdict, then the options side by side: what counts, what each outcome scores, what each line costs."""
    head = [option.name for option in now.scenario.options]
    outcomes = {outcome.name: _scores(outcome.id, now) for outcome in now.scenario.outcomes}
    changes = "\n".join(_change(now.engine.offered[name], value) for name, value in now.changes.items())
    parts = [
        fill(f"{now.scenario.name}. {verdict(now, preset)}", WIDTH),
        *([changes] if changes else []),
        columns([["", *head], *_facts(now)]),
        columns([["Outcomes, of 100", *head], *([name, *cells] for name, cells in outcomes.items())]),
        columns([["Cost lines", *head], *_lines(now)]),
    ]
    return "\n\n".join(parts)


def of_switches(changes: Sequence[Switch], now: Appraisal) -> str:
    """A line a switching value; a sentence where there is none."""
    if not changes:
        return "No lever, moved on its own, switches anything."
    headings, rows = switching.table(changes, now)
    return columns([headings, *rows])


def of_simulation(now: Appraisal, found: Simulation) -> str:
    """How often each option is first, then how far its cost and score range."""
    said = [sureness.first_places(now, found), f"{sureness.lean(now, found)}."]
    places = _places({each.option.name: each.rank_shares for each in found.options})
    return "\n\n".join([
        fill(" ".join(said), WIDTH),
        _spread("Cost to deliver", {each.option.name: each.cost for each in found.options}, money),
        _spread("Score, of 100", {each.option.name: each.overall for each in found.options}, score),
        *([places] if now.weighted else []),
    ])  # fmt: skip


def _spread(title: str, spreads: Mapping[str, Percentiles], words: Callable[[float], str]) -> str:
    rows = [[name, words(spread.p10), words(spread.p50), words(spread.p90)] for name, spread in spreads.items()]
    return columns([[title, "One in ten below", "Middle", "One in ten above"], *rows])


def of_weights(now: Appraisal, found: Acceptability, apart: Acceptability) -> str:
    """How random weightings place the options, over all outcomes and without value for money."""
    parts = [*_weightings("Random weightings of all outcomes.", found)]
    if judged_apart_from_cost(now) != now.scenario.outcomes:
        parts += _weightings("Value for money left out, so that cost stands beside the score.", apart)
    return "\n\n".join([*parts, fill(sureness.dominance(now), WIDTH)])


def _weightings(title: str, found: Acceptability) -> list[str]:
    central = [fill(sureness.central_weights(each, found.outcomes), WIDTH) for each in found.options]
    return [
        fill(f"{title} {sureness.first_by_weights(found)}", WIDTH),
        _places({each.option.name: each.rank_acceptability for each in found.options}),
        "\n".join(central),
    ]


def _places(parts: Mapping[str, Sequence[float]]) -> str:
    """The share of each place, a line an option."""
    rows = [[name, *(share(part) if part else NONE for part in shares)] for name, shares in parts.items()]
    return columns([["Place", *(place(rank) for rank in range(1, len(rows) + 1))], *rows])


def of_whole_life(now: Appraisal, found: WholeLife) -> str:
    """Who costs least over the years, what each comes to, and its money year by year."""
    head = [each.option.name for each in found.options]
    facts = [
        ["Net present cost", *(money(each.net_present_cost) for each in found.options)],
        ["Equivalent cost a year", *(money(each.equivalent_annual_cost) for each in found.options)],
        ["Net present cost a person", *(_if_known(each.cost_per_person, money) for each in found.options)],
        ["Breaks even in", *(wholelife.break_even_month(now, each, found) or NONE for each in found.options)],
        ["First cost breaks even at", *(wholelife.break_even_share(now, each) or NONE for each in found.options)],
    ]
    yearly = zip(*(each.yearly for each in found.options), strict=True)
    return "\n\n".join([
        fill(f"{wholelife.finding(now, found)}. {wholelife.basis(now, found)}", WIDTH),
        columns([["", *head], *_told(facts)]),
        columns([["Year", *head], *([str(year), *map(money, costs)] for year, costs in enumerate(yearly))]),
    ])  # fmt: skip


def of_levers(levers: Iterable[Lever]) -> str:
    """A line a lever, group by group."""
    rows = []
    for group, members in groupby(levers, key=lambda lever: lever.group):
        rows += [[""], [f"{group}:"], *map(_lever, members)]
    return columns([["Lever", "What it is", "Default", "Range"], *rows])


def of_assumptions(records: Iterable[Record]) -> str:
    """A line a number, with its status and its source."""
    rows = [
        [each["id"], each["name"], _known(each), _range(each), each["status"], each["source"] or NONE]
        for each in records
    ]
    return columns([["Number", "What it is", "Value", "Plausible", "Status", "Source"], *rows])


def columns(rows: Sequence[Sequence[str]]) -> str:
    """Cells in columns as wide as their widest; a row of one cell is a heading and stands alone."""
    full = [row for row in rows if len(row) > 1]
    widths = [max(len(row[column]) for row in full) for column in range(len(full[0]))]
    return "\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)


def _lever(lever: Lever) -> list[str]:
    steps = f"{bounds(lever)}, step {count(lever.measure.step)}"
    return [lever.id, lever.title, _value(lever, lever.default), steps]


def _change(lever: Lever, value: float) -> str:
    return f"{lever.title}: {_value(lever, value)}, was {_value(lever, lever.default)}"


def _value(lever: Lever, value: float) -> str:
    return quantity(value, lever.measure.unit)


def _known(record: Record) -> str:
    return NONE if record["value"] is None else quantity(record["value"], record["unit"])


def _range(record: Record) -> str:
    low, high = record["low"], record["high"]
    return NONE if low == high else f"{typed(low, record['unit'])} to {typed(high, record['unit'])}"


def _scores(outcome: str, now: Appraisal) -> list[str]:
    return [score(result.scores[outcome]) for result in now.options]


def _facts(now: Appraisal) -> list[list[str]]:
    """Only those for which the scenario has data."""
    return _told([[name, *(words(result, now) for result in now.options)] for name, words in FACTS.items()])


def _told(rows: list[list[str]]) -> list[list[str]]:
    """Without the rows that say nothing of any option."""
    return [row for row in rows if {*row[1:]} != {NONE}]


def _lines(now: Appraisal) -> list[list[str]]:
    costs = [
        {line.name: money(cost) for line, cost in zip(result.option.cost_lines, result.line_costs, strict=True)}
        for result in now.options
    ]
    names = dict.fromkeys(name for option in costs for name in option)
    return [[name, *(option.get(name, NONE) for option in costs)] for name in names]


def _if_known(value: float | None, words: Callable[[float], str]) -> str:
    return NONE if value is None else words(value)


def _cleared(result: OptionResult) -> str:
    if result.backlog_peak is None:
        return NONE
    if result.backlog_clear_month is None:
        return "never"
    return f"month {result.backlog_clear_month}" if result.backlog_clear_month else "no backlog"


def standing(result: OptionResult, now: Appraisal) -> str:
    """An option's place as a table has room for it: 1st; =2nd where it is shared; a dash where nothing counts."""
    if not now.weighted:
        return NONE
    return place(result.rank, shared=sum(other.rank == result.rank for other in now.options) > 1)


FACTS: dict[str, Callable[[OptionResult, Appraisal], str]] = {
    "Place": standing,
    "Cost to deliver": lambda result, now: money(result.cost),
    "Time to deliver": lambda result, now: months(result.months) if result.months else "none",
    "Score, of 100": lambda result, now: score(result.overall),
    "Score without value for money": lambda result, now: score(result.benefit),
    "Lost work, staff-months": lambda result, now: _if_known(result.lost_staff_months, whole),
    "Backlog at most, staff-months": lambda result, now: _if_known(result.backlog_peak, whole),
    "Backlog cleared by": lambda result, now: _cleared(result),
    "Offices released": lambda result, now: _if_known(result.offices_released, whole),
    "Carbon saved, t CO2e a year": lambda result, now: _if_known(result.carbon_saved_t, whole),
}
