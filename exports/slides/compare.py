"""The options side by side: verdict, outcomes, what speaks for them, what they cost and what they bring."""

from collections.abc import Callable, Sequence

from pptx.presentation import Presentation as Deck

from charts import frontier
from charts.canvas import WIDE
from charts.style import LIGHT
from exports.marks import LETTERS
from exports.slides.drawn import by_point
from exports.slides.paper import BODY, slide
from exports.slides.tables import Cell, Row, table
from model.appraisal import Appraisal, OptionResult
from model.scenario import Option, Outcome
from words import records
from words.facts import COST, best_on, facts
from words.numbers import score
from words.outcomes import in_words
from words.provenance import ASSUMED
from words.statuses import marked
from words.verdict import basis, verdict

LONGEST = 1600
"""Letters in a row of words that a slide has room for, whatever the number of options."""


def named(now: Appraisal, place: int, fill: str | None = None) -> Cell:
    """An option's name behind its mark."""
    option = now.options[place].option
    return Cell(WIDE.name(option), bold=True, mark=(LETTERS[place], LIGHT.texts[place]), fill=fill)


def head(now: Appraisal) -> list[Cell]:
    """The heading of every table with a column an option."""
    return [Cell(""), *(named(now, place, tint(result, now)) for place, result in enumerate(now.options))]


def cut(words: str, most: int) -> str:
    """Words in a place for so many letters."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def tint(result: OptionResult, now: Appraisal) -> str | None:
    """The ground of the column of the option that comes first."""
    return LIGHT.first if result.rank == 1 and now.weighted else None


def shares(now: Appraisal) -> list[float]:
    """Widths of a table with a column an option."""
    return [1.6, *[1.0] * len(now.options)]


def read_out(rows: Sequence[Row]) -> str:
    """A table in sentences, for the notes: each row with what stands in it under which heading."""
    heading, *body = rows
    return " ".join(f"{row[0].words}: {'; '.join(_under(heading, row))}." for row in body)


def _under(heading: Row, row: Row) -> list[str]:
    return [f"{name.words} {cell.words}" for name, cell in zip(heading[1:], row[1:], strict=True) if cell.words]


def verdict_slide(deck: Deck, now: Appraisal, preset: Appraisal) -> None:
    """Who comes first and why, and the options side by side."""
    said = verdict(now, preset)
    made = slide(deck, said.lead, f"{said.rest} {said.moved}".strip(), f"{said}\n{now.scenario.summary}")
    rows = [head(now)]
    for fact in facts(now, preset):
        cells = [
            Cell(each.words, each.meaning, each.was, bold=fact.name == COST, fill=tint(result, now))
            for each, result in zip(fact.told, now.options, strict=True)
        ]
        rows.append([Cell(fact.name, aside=marked(fact.status)), *cells])
    table(made, BODY, rows, [1.8, *shares(now)[1:]], "The options side by side", str(said))


def outcomes_slide(deck: Deck, now: Appraisal, preset: Appraisal) -> None:
    """How far each outcome is met, in words and points."""
    met = [[_met(outcome, result, now) for result in now.options] for outcome in now.scenario.outcomes]
    rows = [head(now), *([Cell(each.name), *cells] for each, cells in zip(now.scenario.outcomes, met, strict=True))]
    under = f"How far each is met, and its score of 100 after time to deliver; {_weighting(now)}. {ASSUMED}"
    made = slide(deck, best_on(now), under, f"{best_on(now)}. {read_out(rows)}")
    table(made, BODY, rows, shares(now), "Outcomes", best_on(now))


def _weighting(now: Appraisal) -> str:
    return basis(now) if now.weighted else "no outcome has a weight"


def _met(outcome: Outcome, result: OptionResult, now: Appraisal) -> Cell:
    best = max(other.scores[outcome.id] for other in now.options)
    here = result.scores[outcome.id]
    words = f"{in_words(outcome, result, now)}, {score(here)}"
    return Cell(words, bold=here == best and best > 0, fill=tint(result, now))


def for_and_against_slide(deck: Deck, now: Appraisal, preset: Appraisal) -> None:
    """Time, cost, advantages and disadvantages as published or entered, where there are any."""
    rows = [head(now), *(_said(what, words, now) for what, words in SAID.items())]
    told = [row for row in rows if any(cell.words for cell in row[1:])]
    if len(told) == 1:
        return
    source = _source(now)
    under = f"As in {source}, whatever the levers say." if source else "As entered in the preset."
    made = slide(deck, "What speaks for and against each option", under, read_out(told))
    table(made, BODY, told, [0.9, *shares(now)[1:]], "For and against", under)


SAID: dict[str, Callable[[Option], tuple[str | None, ...]]] = {
    "Time": lambda option: (option.published_time,),
    "Cost": lambda option: (option.published_cost,),
    "For": lambda option: option.advantages,
    "Against": lambda option: option.disadvantages,
    "Verdict": lambda option: (option.published_verdict,),
}


def _said(what: str, words: Callable[[Option], tuple[str | None, ...]], now: Appraisal) -> Row:
    said = [" · ".join(part for part in words(result.option) if part) for result in now.options]
    most = LONGEST // len(said)
    tints = [tint(result, now) for result in now.options]
    return [Cell(what, bold=True), *(Cell(cut(each, most), fill=fill) for each, fill in zip(said, tints, strict=True))]


def _source(now: Appraisal) -> str | None:
    """The document that the options' times are cited from."""
    cited = [option.months.source for option in now.scenario.options if option.months.source]
    return records.source(cited[0], now.scenario) if cited else None


def frontier_slide(deck: Deck, now: Appraisal, preset: Appraisal) -> None:
    """What each option brings for what it costs."""
    made = slide(deck, frontier.title(now), frontier.shows(now), frontier.alt(now))
    by_point(frontier.figure(now, preset, LIGHT)).put(made, BODY, "Benefit against cost", frontier.alt(now))
