"""The Appraisal Summary Table in the Treasury's columns (Green Book 2026, 9.3 to 9.6), from what is shown now."""

from collections.abc import Callable

from model.appraisal import Appraisal, OptionResult
from model.main_uncertainty import MainUncertainty, Widest, main_uncertainties
from model.scenario import Basis, OutcomeKind
from model.weights import better_on
from model.wholelife import WholeLife
from words.findings import benefit_rests_on, lower, when
from words.numbers import counted, money, names, pay, points, score, whole
from words.outcomes import in_words
from words.tornado import ends, label
from words.verdict import grounds
from words.wholelife import period

HEADINGS = [
    "Option", "Summary figures", "What has no price", "Public finance", "Who is affected", "Main uncertainty",
    "Why preferred or not",
]  # fmt: skip


def summary_table(now: Appraisal, life: WholeLife | None = None) -> tuple[list[str], list[list[str]]]:
    """The headings and a row an option, in plain text; ``life`` only where the layer after the first year is on."""
    doubts = main_uncertainties(now)
    return HEADINGS, [_row(now, result, doubt, life) for result, doubt in zip(now.options, doubts, strict=True)]


def _row(now: Appraisal, result: OptionResult, doubt: MainUncertainty, life: WholeLife | None) -> list[str]:
    return [
        result.option.name, _figures(now, result, life), _unpriced(now, result), _finance(result, life),
        _people(now, result), _doubt(doubt), _why(now, result),
    ]  # fmt: skip


def _figures(now: Appraisal, result: OptionResult, life: WholeLife | None) -> str:
    """Cost, benefit and time; net present cost where it is asked for."""
    benefit = f"benefit {score(result.benefit)} of 100 over {benefit_rests_on(now)}"
    figures = [f"Cost {money(result.cost)}", benefit, _ready(result)]
    if life:
        present = life.option(result.option.id).net_present_cost
        figures.append(f"net present cost {money(present)} over {period(life)}")
    return _sentence("; ".join(figures))


def _ready(result: OptionResult) -> str:
    return f"in place {when(result.ready)}" if result.ready or result.cost else "nothing to deliver"


def _unpriced(now: Appraisal, result: OptionResult) -> str:
    """Each outcome in words, then offices and carbon."""
    said = [
        f"{outcome.name}: {lower(in_words(outcome, result, now))}" for outcome in now.scenario.outcomes
        if outcome.kind is not OutcomeKind.VALUE_FOR_MONEY
    ]  # fmt: skip
    if result.offices_released is not None:
        said.append(f"{counted(result.offices_released, 'office', 'offices')} released")
        saved = "saved" if result.carbon_saved_t >= 0 else "added"
        said.append(f"{whole(abs(result.carbon_saved_t))} t CO2e {saved} a year")
    return _sentence("; ".join(said))


def _finance(result: OptionResult, life: WholeLife | None) -> str:
    """What is paid in the first year and what again; over all years where that is asked for."""
    lines = zip(result.option.cost_lines, result.line_costs, strict=True)
    recurring = sum(cost for line, cost in lines if line.recurring)
    again = f"{money(recurring)} of it again every year" if recurring else "none of it again every year"
    said = [f"{money(result.cost)} to deliver, {again}" if result.cost else "Nothing to deliver"]
    if life:
        said.append(f"{money(sum(life.option(result.option.id).yearly))} over {period(life)} in all, undiscounted")
    return _sentence("; ".join(said))


def _people(now: Appraisal, result: OptionResult) -> str:
    """Who is idle, who is enabled, who is trained, and what work is lost."""
    said = _trained(now, result)
    if now.idle_people is not None:
        enabled = now.idle_people * result.reach
        idle, able = counted(now.idle_people, "person", "people"), counted(enabled, "person", "people")
        lost = f"{whole(result.lost_staff_months)} staff-months of work lost ({pay(result.lost_work_value)} of pay)"
        said = [f"{idle} idle at the start", f"{able} enabled to work", *said, lost]
    return _sentence("; ".join(said)) if said else "Not modelled: the preset says nothing of people."


def _trained(now: Appraisal, result: OptionResult) -> list[str]:
    """How many people the training lines are for, where they are for people."""
    shares = [
        now.value(f"{result.option.id}.{line.id}.share") if line.share else 100.0
        for line, cost in zip(result.option.cost_lines, result.line_costs, strict=True)
        if line.training and line.basis is Basis.STAFF and cost
    ]
    return [f"{counted(now.value('staff') * max(shares) / 100.0, 'person', 'people')} trained"] if shares else []


def _doubt(doubt: MainUncertainty) -> str:
    """The one number that moves each result most, and how far."""
    said = [
        _moves("cost", doubt.cost, money),
        _moves("benefit", doubt.benefit, score),
        _moves("lost work, in staff-months", doubt.lost_work, whole),
    ]
    return _sentence("; ".join(filter(None, said))) or "No number with a range moves it."


def _moves(what: str, widest: Widest | None, words: Callable[[float], str]) -> str:
    if widest is None:
        return ""
    low, high = ends(widest)
    moves = f"{what}: {words(widest.at_low)} to {words(widest.at_high)}"
    return f"{moves} as “{label(widest.what_if)}” goes from {low} to {high}"


def _why(now: Appraisal, result: OptionResult) -> str:
    """On what grounds it comes first, or what it is short of and what still speaks for it."""
    if not now.weighted:
        return "No outcome has a weight, so none is preferred."
    first = now.ranking[0]
    if result.rank == 1:
        level = sum(other.rank == 1 for other in now.options) > 1
        tied = f"Level in first place, with {score(first.overall)} of 100."
        return tied if level else f"Preferred. {grounds(first, now)}"
    behind = f"{points(first.overall - result.overall)} behind {first.option.name} and {_dearer(result, first)}"
    better = [lower(outcome.name) for outcome in better_on(now, result, first)]
    what = "The benchmark" if result.option.id == now.scenario.benchmark else "Not preferred"
    return f"{what}: {behind}{f'; better on {names(better)}' if better else ''}."


def _dearer(result: OptionResult, first: OptionResult) -> str:
    gap = result.cost - first.cost
    if money(gap) == "nil":
        return "at the same cost"
    return f"{money(abs(gap))} {'dearer' if gap > 0 else 'cheaper'}"


def _sentence(text: str) -> str:
    """With a capital and a full stop; nothing of nothing."""
    return f"{text[0].upper()}{text[1:]}." if text else ""
