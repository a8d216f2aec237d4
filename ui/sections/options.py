"""The options side by side, always in the same order: cost, time, score, place, and the change from the preset."""

from dataclasses import dataclass

from charts.axes import board_ends
from model.appraisal import Appraisal, OptionResult
from model.provenance import Status
from ui.pieces import Bar, OptionMark, marks, render
from words.numbers import count, counted, millions, pay, place, score, whole
from words.plain_text import standing
from words.provenance import status
from words.verdict import basis


@dataclass(frozen=True)
class Column:
    """One option as the board shows it; bars and preset marks are shares of the row's scale."""

    mark: OptionMark
    name: str
    place: str
    was_place: str
    first: bool
    cost: str
    cost_bar: Bar
    cost_note: str
    time: str
    time_unit: str
    time_note: str
    time_bar: Bar
    score: str
    score_note: str
    score_bar: Bar


def options(now: Appraisal, preset: Appraisal) -> str:
    """The board's upper half."""
    triples = zip(marks(now.scenario), now.options, preset.options, strict=True)
    return render(
        "options",
        columns=[_column(*triple, now, preset) for triple in triples],
        basis=_basis(now),
        cost_status=Status.DERIVED.value,
        time_status=_time_status(now),
        score_status=Status.ASSUMPTION.value,
    )


def _column(mark: OptionMark, result: OptionResult, was: OptionResult, now: Appraisal, preset: Appraisal) -> Column:
    dearest, longest = board_ends(now, preset)
    return Column(
        mark=mark,
        name=result.option.name,
        place=standing(result, now),
        was_place=standing(was, preset) if was.rank != result.rank else "",
        first=result.rank == 1 and now.weighted,
        cost=millions(result.cost).capitalize() if result.cost == 0 else millions(result.cost),
        cost_bar=Bar(result.cost / dearest, was.cost / dearest, result.cost != was.cost),
        cost_note=_cost_note(result, was, now),
        time=count(result.months) if result.months else "None",
        time_unit={0: "", 1: "month"}.get(result.months, "months"),
        time_note=f"yours, was {count(was.months)}" if was.months != result.months else "",
        time_bar=Bar(result.months / longest, was.months / longest, result.months != was.months),
        score=score(result.overall),
        score_note=_score_note(result, was),
        score_bar=Bar(result.overall / 100, was.overall / 100, score(was.overall) != score(result.overall)),
    )


def _basis(now: Appraisal) -> str:
    """What a score rests on, in the few words that fit beside it; the verdict counts the outcomes."""
    if not now.weighted:
        return "nothing weighted"
    _, outcomes, weighted = basis(now).partition(" outcomes ")
    return weighted if outcomes else basis(now)


def _cost_note(result: OptionResult, was: OptionResult, now: Appraisal) -> str:
    """What a cost moved by; what nil cost really means."""
    if result.cost == 0 and result.option.id == now.scenario.benchmark and idle(now):
        return idle(now)
    difference = result.cost - was.cost
    if round(difference) == 0:
        return ""
    return f"{millions(abs(difference))} {'more' if difference > 0 else 'less'} than preset"


def idle(now: Appraisal) -> str:
    """What nil cost really means; nothing where nobody is idle."""
    if now.idle_people is None or whole(now.idle_people) == "0":
        return ""
    return f"but {counted(now.idle_people, 'person', 'people')} idle: {pay(now.idle_pay)} of pay a month"


def _score_note(result: OptionResult, was: OptionResult) -> str:
    """The preset's place and score, where they differ."""
    told = [place(was.rank)] if was.rank != result.rank else []
    if told or score(was.overall) != score(result.overall):
        told.append(score(was.overall))
    return f"was {', '.join(told)}" if told else ""


def _time_status(now: Appraisal) -> str:
    """The loosest status among the times shown, as in every file; a time somebody changed is theirs."""
    levers = [now.engine.offered[f"{result.option.id}.months"] for result in now.options]
    return max((status(now, lever) for lever in levers), key=list(Status).index).value
