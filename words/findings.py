"""The finding of each chart, in one sentence: its title on screen, its take-away in files, its alt text."""

from collections import Counter

from model.appraisal import Appraisal, OptionResult
from model.weights import judged_apart_from_cost
from words.numbers import COUNTS, counted, money, months, names, points, score, share, whole

SHOWN_EQUAL = 0.05
"""Points that do not show in one decimal place."""


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
    top = [name for name, cost in totals.most_common(2) if cost]
    part = sum(totals[name] for name in top) / sum(totals.values())
    verb = "makes" if len(top) == 1 else "make"
    return f"{names([top[0], *(lower(name) for name in top[1:])])} {verb} up {share(part)} of all the money"


def benefit_rests_on(now: Appraisal) -> str:
    """Six outcomes; “Smart working” alone; no outcome: those with a weight, value for money left out."""
    counted = [each.name for each in judged_apart_from_cost(now) if now.value(f"weight.{each.id}") > 0]
    if len(counted) == 1:
        return f"“{counted[0]}” alone"
    return f"{COUNTS[len(counted)]} outcomes" if counted else "no outcome"


def benefit_against_cost(now: Appraisal) -> str:
    """Whether one option beats the others on both counts, or what the extra money buys."""
    if benefit_rests_on(now) == "no outcome":
        why = "Only value for money" if now.weighted else "No outcome"
        return f"{why} has a weight, so there is no benefit to show"
    most = max(result.benefit for result in now.options)
    leaders = [result for result in now.options if result.benefit > most - SHOWN_EQUAL]
    if len(leaders) == len(now.options):
        every = "Both" if len(leaders) == 2 else f"All {COUNTS[len(leaders)]}"
        return f"{every} options bring the same benefit, {score(most)} of 100"
    best = min(leaders, key=lambda result: result.cost)
    gives = "the most benefit" if len(leaders) == 1 else "as much benefit as any"
    return f"{best.option.name} gives {gives}{_for_what(best, now)}"


def _for_what(best: OptionResult, now: Appraisal) -> str:
    """How the best option's cost compares with that of the others one would pay for."""
    rivals = [result for result in funded(now) if result is not best]
    if best.option.id == now.scenario.benchmark or not rivals:
        return f", {score(best.benefit)} of 100, for {_price(best)}"
    cheapest = min(rivals, key=lambda result: result.cost)
    if best.cost <= cheapest.cost - 0.5:
        return f" and costs least of the {COUNTS[len(rivals) + 1]}"
    if best.cost < cheapest.cost + 0.5:
        return f", {score(best.benefit)} of 100, and costs no more than {cheapest.option.name}"
    ahead = best.benefit - cheapest.benefit
    return f": {points(ahead)} more than {cheapest.option.name} for {money(best.cost - cheapest.cost)} more"


def _price(result: OptionResult) -> str:
    return "nothing" if money(result.cost) == "nil" else money(result.cost)


def roll_out(now: Appraisal) -> str:
    """How long until each option is in place."""
    timed = sorted(funded(now), key=lambda result: result.ready)
    first, last = timed[0], timed[-1]
    start = when(first.ready)
    if first.ready < last.ready:
        return f"{first.option.name} is in place {start}, {last.option.name} {months(last.ready - first.ready)} later"
    return f"{names([result.option.name for result in timed])} {_be(timed)} in place {start}"


def when(ready: float) -> str:
    """After 18 months; at once."""
    return f"after {months(ready)}" if ready else "at once"


def _be(results: list[OptionResult]) -> str:
    return "is" if len(results) == 1 else "are all" if len(results) > 2 else "are both"


def people_idle(now: Appraisal) -> str:
    """Who cannot work, and how many the best option leaves when the disruption ends."""
    if whole(now.idle_people) == "0":
        return "Everyone can work remotely, so nobody is idle"
    start = f"{counted(now.idle_people, 'person', 'people')} cannot work at the start"
    last = int(now.value("disruption.months")) - 1
    left = {result.option.id: now.timeline.stranded[index][last] for index, result in enumerate(now.options)}
    fewest = whole(min(left[result.option.id] for result in funded(now)))
    if fewest == whole(now.idle_people):
        return f"{start}, and no option changes that while the disruption lasts"
    best = [result.option.name for result in funded(now) if whole(left[result.option.id]) == fewest]
    verb = "brings" if len(best) == 1 else "bring"
    return f"{start}; {names(best)} {verb} that down to {'none' if fewest == '0' else fewest}"


def backlog(now: Appraisal) -> str:
    """How high the backlog rises, and where it is gone first."""
    worst = max(now.options, key=lambda result: result.backlog_peak)
    if whole(worst.backlog_peak) == "0":
        return "No backlog forms under any option"
    piled = counted(worst.backlog_peak, "staff-month", "staff-months")
    best = min(funded(now), key=lambda r: (r.backlog_clear_month is None, r.backlog_clear_month or 0, r.backlog_peak))
    who = "it" if best is worst else best.option.name
    end = "no option ever clears it" if best.backlog_clear_month is None else f"{who} {clears(best)}"
    return f"{worst.option.name} lets {piled} of work pile up; {end}"


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
    most = money(dearest.cost)
    if most == "nil":
        return "No option costs anything"
    together = [result.option.name for result in now.options if money(result.cost) == most]
    if len(together) > 1:
        return f"{names(together)} cost most: {most} each"
    over = f"over {months(dearest.months)}" if dearest.months else "at once"
    return f"{dearest.option.name} costs most: {most}, spent {over}"


def lower(name: str) -> str:
    """A name inside a sentence: lower case at the start, unless it is an abbreviation."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
