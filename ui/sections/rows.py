"""The board's lower tables: outcomes in words and numbers, and cost by driver."""

from dataclasses import dataclass

from charts.axes import axis
from model.appraisal import Appraisal
from model.provenance import Status
from ui.pieces import OptionMark, draw, marks
from words.findings import cost_drivers
from words.numbers import millions, score
from words.outcomes import in_words


@dataclass(frozen=True)
class Cell:
    """One option in one row; ``share`` is the bar's length, ``preset`` the mark's place, of the row's scale."""

    mark: OptionMark
    words: str
    points: str = ""
    note: str = ""
    share: float = 0.0
    preset: float | None = None
    first: bool = False
    best: bool = False


@dataclass(frozen=True)
class Row:
    """One row of a table."""

    name: str
    cells: list[Cell]
    total: bool = False


def outcomes(now: Appraisal, preset: Appraisal) -> None:
    """How far each option meets each outcome."""
    draw(
        "rows", title="Outcomes", small=True, word=Status.ASSUMPTION.value,
        note="How far each is met, and its score of 100 after time to deliver. Upright mark: preset.",
        caption="Outcomes: how far each option meets each, and its score of 100",
        marks=marks(now.scenario), rows=[_outcome(outcome, now, preset) for outcome in now.scenario.outcomes],
    )


def drivers(now: Appraisal, preset: Appraisal) -> None:
    """What each option's cost is made of."""
    names = list(dict.fromkeys(line.name for option in now.scenario.options for line in option.cost_lines))
    lines = [_line_costs(now), _line_costs(preset)]
    names.sort(key=lambda name: -sum(costs.get(name, 0.0) for costs in lines[1]))
    dearest = [max((cost for costs in side for cost in costs.values()), default=0.0) for side in lines]
    scale = axis(dearest[1], dearest[0]).top
    rows = [_driver(name, now, *lines, scale) for name in names]
    total = [
        Cell(mark, millions(result.cost).capitalize(), first=_first(now, mark))
        for mark, result in zip(marks(now.scenario), now.options, strict=True)
    ]
    rows.append(Row("Total", total, total=True))
    draw(
        "rows", title=cost_drivers(now), small=False, word=Status.ASSUMPTION.value, note=_drivers_note(now),
        caption="Cost by driver for each option", marks=marks(now.scenario), rows=rows,
    )


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
            mark, in_words(outcome, result, now), points=f"{here:.0f}", share=here / 100,
            preset=before / 100 if score(here) != score(before) else None,
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
            mark, millions(cost), note=f"{sign}{millions(abs(cost - was))}" if moved else "",
            share=cost / scale, preset=was / scale if moved else None, first=_first(now, mark),
        ))
    return Row(name, cells)
