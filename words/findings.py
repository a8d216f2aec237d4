"""The finding of each chart, in one sentence: its title on screen, its take-away in files, its alt text."""

from collections import Counter

from model.appraisal import Appraisal, OptionResult
from words.numbers import COUNTS, money, months, names, score, whole


def funded(now: Appraisal) -> list[OptionResult]:
    """All options but the benchmark of carrying on as now."""
    return [result for result in now.options if result.option.id != now.scenario.benchmark]


def cost_drivers(now: Appraisal) -> str:
    """Which lines make up most of the money."""
    totals: Counter[str] = Counter()
    for result in now.options:
        for line, cost in zip(result.option.cost_lines, result.line_costs, strict=True):
            totals[line.name] += cost
    if not sum(totals.values()):
        return "No option costs anything"
    top = [name for name, _ in totals.most_common(2)]
    part = sum(totals[name] for name in top) / sum(totals.values())
    return f"{names([top[0], *(_lower(name) for name in top[1:])])} make up {100 * part:.0f}% of all the money"


def benefit_against_cost(now: Appraisal) -> str:
    """Whether one option beats the others on both counts, or what the extra money buys."""
    rivals = funded(now)
    best = max(rivals, key=lambda result: result.benefit)
    cheapest = min(rivals, key=lambda result: result.cost)
    if len(rivals) == 1:
        return f"{best.option.name} scores {score(best.benefit)} of 100 for {money(best.cost)}"
    if best is cheapest:
        return f"{best.option.name} gives the most benefit and costs least of the {COUNTS[len(rivals)]}"
    extra, more = money(best.cost - cheapest.cost), score(best.benefit - cheapest.benefit)
    return f"{best.option.name} gives the most benefit: {more} points more than {cheapest.option.name} for {extra} more"


def roll_out(now: Appraisal) -> str:
    """How long until each option is in place."""
    timed = sorted(funded(now), key=lambda result: result.months)
    first, last = timed[0], timed[-1]
    if first is last or first.months == last.months:
        return f"{first.option.name} is in place after {months(first.months)}"
    gap = months(last.months - first.months)
    return f"{first.option.name} is in place after {months(first.months)}, {last.option.name} {gap} later"


def people_idle(now: Appraisal) -> str:
    """Who cannot work, and how many an option leaves at the end of the disruption."""
    if not now.idle_people:
        return "Everyone can work remotely, so nobody is idle"
    last = int(now.value("disruption.months")) - 1
    left = {r.option.id: now.timeline.stranded[index][last] for index, r in enumerate(now.options)}
    best = min(funded(now), key=lambda result: left[result.option.id])
    start, rest = whole(now.idle_people), whole(left[best.option.id])
    return f"{start} people cannot work at the start; {best.option.name} brings that down to {rest}"


def backlog(now: Appraisal) -> str:
    """How high the backlog rises and when it is gone."""
    worst = max(now.options, key=lambda result: result.backlog_peak)
    if worst.backlog_peak <= 0:
        return "No backlog forms under any option"
    best = min(funded(now), key=lambda r: (r.backlog_clear_month is None, r.backlog_clear_month or 0, r.backlog_peak))
    peak = f"{worst.option.name} lets {whole(worst.backlog_peak)} staff-months of work pile up"
    return f"{peak}; {best.option.name} {clears(best)}"


def clears(result: OptionResult) -> str:
    """When an option's backlog is gone, as a predicate."""
    if result.backlog_clear_month is None:
        return "never clears its backlog"
    if result.backlog_clear_month == 0:
        return "has no backlog"
    return f"has cleared its backlog by month {result.backlog_clear_month}"


def spending(now: Appraisal) -> str:
    """Who pays how much, by when."""
    dearest = max(now.options, key=lambda result: result.cost)
    if dearest.cost == 0:
        return "No option costs anything"
    return f"{dearest.option.name} costs most: {money(dearest.cost)} spent over {months(dearest.months)}"


def _lower(name: str) -> str:
    """A name inside a sentence: lower case at the start, unless it is an abbreviation."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
