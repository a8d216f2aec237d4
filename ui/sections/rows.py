"""The board's lower tables: outcomes in words and numbers, and cost by driver."""

from dataclasses import dataclass

from charts.axes import axis
from model.appraisal import Appraisal
from model.provenance import Status
from ui.pieces import Bar, OptionMark, marks, render
from words.findings import cost_drivers
from words.numbers import millions, score, whole
from words.outcomes import in_words


@dataclass(frozen=True)
class Cell:
    """One option in one row; ``key`` tells the live board which number it shows."""

    mark: OptionMark
    words: str
    key: str = ""
    points: str = ""
    note: str = ""
    bar: Bar | None = None
    first: bool = False
    best: bool = False


@dataclass(frozen=True)
class Row:
    """One row of a table."""

    name: str
    cells: list[Cell]
    total: bool = False


def outcomes(now: Appraisal, preset: Appraisal) -> str:
    """How far each option meets each outcome."""
    return render(
        "rows", title="Outcomes", small=True, word=Status.ASSUMPTION.value,
        note="How far each is met, and its score of 100 after time to deliver. Upright mark: preset.",
        caption="Outcomes: how far each option meets each, and its score of 100",
        marks=marks(now.scenario), rows=[_outcome(outcome, now, preset) for outcome in now.scenario.outcomes],
    )


def drivers(now: Appraisal, preset: Appraisal) -> str:
    """What each option's cost is made of."""
    names = list(dict.fromkeys(line.name for option in now.scenario.options for line in option.cost_lines))
    lines = [_line_costs(now), _line_costs(preset)]
    names.sort(key=lambda name: -sum(costs.get(name, 0.0) for costs in lines[1]))
    rows = [_driver(name, now, *lines, dearest_line(now, preset)) for name in names]
    total = [
        Cell(mark, millions(result.cost).capitalize(), key=f"total:{mark.index}", first=_first(now, mark))
        for mark, result in zip(marks(now.scenario), now.options, strict=True)
    ]
    rows.append(Row("Total", total, total=True))
    return render(
        "rows", title=cost_drivers(now), small=False, word=Status.ASSUMPTION.value, note=_drivers_note(now),
        caption="Cost by driver for each option", marks=marks(now.scenario), rows=rows,
    )


def dearest_line(now: Appraisal, preset: Appraisal) -> float:
    """£ that the ends of the drivers' rows stand for."""
    here, before = (max((cost for one in side.options for cost in one.line_costs), default=0.0)
                    for side in (now, preset))
    return axis(before, here).top


def _drivers_note(now: Appraisal) -> str:
    published = any(option.published_cost for option in now.scenario.options)
    split = " Only totals are published: the split is ours." if published else ""
    return f"One scale in every column; upright mark: preset.{split}"


def _first(now: Appraisal, mark: OptionMark) -> bool:
    return now.weighted and now.options[mark.index].rank == 1


def _outcome(outcome, now: Appraisal, preset: Appraisal) -> Row:
    best = max(result.scores[outcome.id] for result in now.options)
    cells = []
    for mark, result, was in zip(marks(now.scenario), now.options, preset.options, strict=True):
        here, before = result.scores[outcome.id], was.scores[outcome.id]
        cells.append(Cell(
            mark, in_words(outcome, result, now), key=f"met:{mark.index}:{outcome.id}", points=whole(here),
            bar=Bar(here / 100, before / 100, score(here) != score(before)),
            first=_first(now, mark), best=here == best and best > 0,
        ))
    return Row(outcome.name, cells)


def _line_costs(appraisal: Appraisal) -> list[dict[str, float]]:
    return [
        {line.name: cost for line, cost in zip(result.option.cost_lines, result.line_costs, strict=True)}
        for result in appraisal.options
    ]


def _driver(name: str, now: Appraisal, here: list, before: list, scale: float) -> Row:
    cells = []
    for mark in marks(now.scenario):
        cost, was = here[mark.index].get(name), before[mark.index].get(name)
        if cost is None:
            cells.append(Cell(mark, "–", first=_first(now, mark)))
            continue
        moved = round(cost - was) != 0
        sign = "+" if cost > was else "\N{MINUS SIGN}"
        cells.append(Cell(
            mark, millions(cost), key=f"line:{mark.index}:{name}",
            note=f"{sign}{millions(abs(cost - was))}" if moved else "",
            bar=Bar(cost / scale, was / scale, moved), first=_first(now, mark),
        ))
    return Row(name, cells)
