"""An outcome in words, beside its number."""

from model.appraisal import Appraisal, OptionResult
from model.scenario import Outcome, OutcomeKind
from words.numbers import count, money

JUDGED = {0: "Not achieved", 50: "Partly met", 75: "Mostly met", 100: "Fully met"}


def in_words(outcome: Outcome, result: OptionResult, now: Appraisal) -> str:
    """What the option does for the outcome, before time to deliver and weights come in."""
    if outcome.kind is OutcomeKind.JUDGED:
        end = now.value(f"{result.option.id}.score.{outcome.id}")
        return JUDGED.get(end, f"Judged {count(end)}")
    if outcome.kind is OutcomeKind.DELIVERY_OF_SERVICES:
        return _lost_work(result, now)
    return "Nobody enabled" if result.cost_per_person is None else f"{money(result.cost_per_person)} a person"


def _lost_work(result: OptionResult, now: Appraisal) -> str:
    benchmark = now.option(now.scenario.benchmark).lost_staff_months
    if not benchmark:
        return "No work to save"
    if result.option.id == now.scenario.benchmark:
        return "Baseline"
    saved = 100.0 * (1.0 - result.lost_staff_months / benchmark)
    return f"{abs(saved):.0f}% {'less' if saved >= 0 else 'more'} lost work"
