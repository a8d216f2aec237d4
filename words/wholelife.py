"""What the options cost after the first year, in sentences: always apart from the published figures."""

from model.appraisal import Appraisal
from model.wholelife import OptionWholeLife, WholeLife
from words.numbers import COUNTS, money, names


def finding(now: Appraisal, life: WholeLife) -> str:
    """Who costs least over the years: "Over ten years Hybrid costs least of the three: £4.642m in money of year 0"."""
    rivals = [found for found in life.options if found.option.id != now.scenario.benchmark]
    least = min(round(found.net_present_cost) for found in rivals)
    cheapest = [found.option.name for found in rivals if round(found.net_present_cost) == least]
    verb = "costs" if len(cheapest) == 1 else "cost"
    than = "" if len(rivals) == 1 else " the same"
    if len(cheapest) < len(rivals):
        than = f" least of the {COUNTS[len(rivals)]}"
    return f"Over {period(life)} {names(cheapest)} {verb}{than}: {money(least)} in money of year 0"


def basis(now: Appraisal, life: WholeLife) -> str:
    """What the figures rest on, and that they stand apart."""
    discounted = f"Real prices; discount rate: {life.schedule.name}."
    if any(found.option.cash_flows for found in life.options):
        return f"{discounted} Options that bring their own cash flows count with those alone."
    if now.scenario.after_first_year is None:
        return f"{discounted} First costs and recurring lines only: the preset has nothing else after the first year."
    return f"{discounted} A layer of its own: nothing after the first year is in the published figures."


def period(life: WholeLife) -> str:
    """One year, ten years, 25 years."""
    number = COUNTS[life.years] if life.years < len(COUNTS) else str(life.years)
    return f"{number} {'year' if life.years == 1 else 'years'}"


def break_even_month(now: Appraisal, found: OptionWholeLife, life: WholeLife) -> str:
    """When the work saved is worth the money spent: month 3; not in ten years; nothing of the benchmark."""
    if not _can_break_even(now, found):
        return ""
    return f"not in {period(life)}" if found.break_even_month is None else f"month {found.break_even_month}"


def break_even_share(now: Appraisal, found: OptionWholeLife) -> str:
    """How many must be stranded for that to be so of the first cost: 1.4% of staff; no share of staff.

    Nothing of the benchmark.
    """
    if not _can_break_even(now, found):
        return ""
    return "no share of staff" if found.break_even_share is None else f"{found.break_even_share:.1f}% of staff"


def _can_break_even(now: Appraisal, found: OptionWholeLife) -> bool:
    return now.scenario.disruption is not None and found.option.id != now.scenario.benchmark
