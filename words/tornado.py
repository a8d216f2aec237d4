"""What matters most to the preferred option's lead, in words."""

from model.appraisal import Appraisal
from model.engine import NOTHING
from model.tornado import Bar, Influence, Tornado
from model.what_ifs import WhatIf
from words.numbers import money, names, points, score, typed
from words.switching import possessive

_OF_OPTION = {"months": "Months {} takes", "reach": "Gap {} closes"}


def finding(found: Tornado, now: Appraisal) -> str:
    """Which numbers can take the lead away, or which comes closest."""
    verb, thing = _lead(found, now)
    if not found.bars:
        return "No number here has a range"
    able = [f"“{label(bar.what_if)}”" for bar in found.bars if bar.influence is Influence.HIGH]
    if able:
        more = [f"{len(able) - 3} more"] if len(able) > 3 else []
        return f"{names([*able[:3], *more])} can {verb} {thing}{', each on its own' if len(able) > 1 else ''}"
    return f"Nothing on its own can {verb} {thing}{_closest(found)}"


def _closest(found: Tornado) -> str:
    """Which number comes closest; nothing where none moves the lead, or where there is none to be left."""
    closest = min(found.bars, key=lambda bar: _left(bar, found))
    left = _left(closest, found)
    if _nil(found) or left > abs(found.lead) - NOTHING:
        return ""
    return f"; “{label(closest.what_if)}” comes closest, leaving {_amount(left, found)}"


def _lead(found: Tornado, now: Appraisal) -> tuple[str, str]:
    name, lead = now.option(found.option).option.name, _amount(abs(found.lead), found)
    if found.measure == "overall":
        return "take away", f"{possessive(name)} lead of {lead}"
    if _nil(found):
        return "make", f"{name} dearer than {cheapest(found, now)}, which now costs as much"
    if found.lead < 0:
        return "make up", f"the {lead} that {name} costs more than {cheapest(found, now)}"
    return "take away", f"{possessive(name)} cost advantage of {lead}"


def cheapest(found: Tornado, now: Appraisal) -> str:
    """What a lead in pounds is measured against: carrying on as now is no rival, though it may cost nothing."""
    benchmark = now.option(now.scenario.benchmark).option
    apart = "" if benchmark.id == found.option else f" apart from {benchmark.name}"
    return f"the cheapest other option{apart}"


def _nil(found: Tornado) -> bool:
    """Whether two costs differ by less than one would write."""
    return found.measure == "cost" and money(found.lead) == "nil"


def _left(bar: Bar, found: Tornado) -> float:
    """What is left of the lead at the worse end for it, of a handicap at the better one."""
    return min(bar.at_low, bar.at_high) if found.lead >= 0 else -max(bar.at_low, bar.at_high)


def _amount(lead: float, found: Tornado) -> str:
    return points(lead) if found.measure == "overall" else money(lead)


def label(what_if: WhatIf) -> str:
    """What a bar stands for: Months Hybrid takes."""
    lever = what_if.levers[0]
    if len(what_if.levers) > 1:
        return f"{possessive(lever.option.name)} judged outcomes"
    pattern = _OF_OPTION.get(lever.id.partition(".")[2]) if lever.option and lever.line is None else None
    return pattern.format(lever.option.name) if pattern else lever.title


def ends(bar: Bar) -> tuple[str, str]:
    """The two ends of its range, as they would be typed; levers with different ends have none to show."""
    unit = bar.what_if.measure.unit
    low = {lever.quantity.low for lever in bar.what_if.levers}
    high = {lever.quantity.high for lever in bar.what_if.levers}
    return (
        typed(low.pop(), unit) if len(low) == 1 else "all lowest",
        typed(high.pop(), unit) if len(high) == 1 else "all highest",
    )


def table(found: Tornado) -> tuple[list[str], list[list[str]]]:
    """Every bar, the widest first."""
    headings = ["What", "From", "Lead there", "To", "Lead there", "Influence"]
    return headings, [_row(bar, found) for bar in found.bars]


def _row(bar: Bar, found: Tornado) -> list[str]:
    low, high = ends(bar)
    leads = [score(end) if found.measure == "overall" else money(end) for end in (bar.at_low, bar.at_high)]
    return [label(bar.what_if), low, leads[0], high, leads[1], bar.influence.value]
