"""An outcome in words, beside its number."""

from model.appraisal import Appraisal, OptionResult
from model.engine import NOTHING
from model.scenario import Outcome, OutcomeKind
from words.numbers import count, money, share

JUDGED = {0: "Not achieved", 50: "Partly met", 75: "Mostly met", 100: "Fully met"}


def in_words(outcome: Outcome, result: OptionResult, now: Appraisal) -> str:
    """What the option does for the outcome, before time to deliver and weights come in."""
    if outcome.kind is OutcomeKind.JUDGED:
        return judged(now.value(f"{result.option.id}.score.{outcome.id}"))
    if outcome.kind is OutcomeKind.DELIVERY_OF_SERVICES:
        benchmark = now.option(now.scenario.benchmark)
        return lost_work(result.lost_staff_months, benchmark.lost_staff_months, result is benchmark)
    return per_person(result.cost_per_person)


def judged(end: float) -> str:
    """Mostly met; a score between the words as a number."""
    return JUDGED.get(end, f"Judged {count(end)}")


def per_person(cost: float | None) -> str:
    """£3,480 a person; nobody, where there is none to share the cost."""
    return "Nobody enabled" if cost is None else f"{money(cost)} a person"


def lost_work(lost: float, of_benchmark: float, is_benchmark: bool) -> str:
    """60% less lost work than the benchmark's."""
    if not of_benchmark:
        return "No work to save"
    if is_benchmark:
        return "Baseline"
    saved = 1.0 - lost / of_benchmark
    if abs(saved) < NOTHING:
        return "As much lost work"
    return f"{share(abs(saved))} {'less' if saved > 0 else 'more'} lost work"
