"""What the board shows, at every stop of every lever in front: the rows it looks up while a thumb moves."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.appraisal import Appraisal
from model.engine import Array, Results
from model.levers import Lever
from model.scenario import Outcome, OutcomeKind
from model.sweep import Sweep, sweep
from ui.sections.options import idle
from words.outcomes import judged, lost_work

MOST_STOPS = 201
"""Every step of nearly every lever, so that what a thumb stops at is a row and not between two."""


@dataclass(frozen=True)
class Moves:
    """One lever's rows: at each stop the numbers and words that differ anywhere from now, the others left out."""

    lever: str
    stops: Array
    columns: NDArray[np.intp]
    numbers: Array
    """(stops, columns)."""
    words: dict[str, list[str]]
    """By cell, one for each stop."""


@dataclass(frozen=True)
class Table:
    """The cells of the board by name, what they show now and for the preset, and the rows of each lever."""

    cells: list[str]
    now: Array
    preset: Array
    moves: list[Moves]


def table(now: Appraisal, preset: Appraisal, levers: list[Lever]) -> Table:
    """Every number and every changing word of the board, lever by lever."""
    here = numbers(now, _alone(now), _months(now))
    before = numbers(preset, _alone(preset), _months(preset))
    moves = list(_moves(now, here, levers)) if levers else []
    return Table(cells(now), here[0], before[0], moves)


def only(whole: Table, kinds: Iterable[str]) -> Table:
    """The same with these kinds of cells alone, for a board that shows less."""
    kept = [index for index, cell in enumerate(whole.cells) if cell.partition(":")[0] in kinds]
    place = {old: new for new, old in enumerate(kept)}
    return Table([whole.cells[index] for index in kept], whole.now[kept], whole.preset[kept], [
        Moves(
            moves.lever, moves.stops, np.array([place[column] for column in moves.columns if column in place], np.intp),
            moves.numbers[:, np.isin(moves.columns, kept)], {},
        )
        for moves in whole.moves
    ])  # fmt: skip


def cells(now: Appraisal) -> list[str]:
    """The cells' names, in the order of a row: kind, option's place and what else tells them apart."""
    options = range(len(now.options))
    names = [f"{kind}:{option}" for kind in ("cost", "months", "score", "rank") for option in options]
    names += [f"met:{option}:{outcome.id}" for option in options for outcome in now.scenario.outcomes]
    names += [f"person:{option}:{outcome.id}" for outcome in _value_for_money(now) for option in options]
    return names + [
        f"line:{option}:{line.name}" for option in options for line in now.options[option].option.cost_lines
    ]


def numbers(now: Appraisal, results: Results, months: Array) -> Array:
    """One row for each case, in the order of `cells`."""
    rows = len(results.cost)
    met = results.scores.reshape(rows, -1)
    people = [results.per_person for _ in _value_for_money(now)]
    return np.hstack([results.cost, months, results.overall, results.rank, met, *people, results.line_costs])


def _value_for_money(now: Appraisal) -> list[Outcome]:
    return [outcome for outcome in now.scenario.outcomes if outcome.kind is OutcomeKind.VALUE_FOR_MONEY]


def _alone(now: Appraisal) -> Results:
    return now.engine.run(now.engine.cases([now.changes]))


def _months(now: Appraisal) -> Array:
    return np.array([[result.months for result in now.options]])


def _moves(now: Appraisal, here: Array, levers: list[Lever]) -> Iterator[Moves]:
    swept = sweep(now.engine, now.changes, [lever.id for lever in levers], MOST_STOPS)
    rows = numbers(now, swept.results, _months_swept(now, swept))
    words = _words(now, swept, levers)
    for lever in levers:
        mine = swept.rows(lever.id)
        moving = np.flatnonzero((rows[mine] != here).any(axis=0))
        said = {cell: column[mine] for cell, column in words.items()}
        said = {cell: column for cell, column in said.items() if len(set(column)) > 1}
        yield Moves(lever.id, swept.stops[mine], moving, rows[mine][:, moving], said)


def _months_swept(now: Appraisal, swept: Sweep) -> Array:
    """Each option's months: its own lever's stops in its own rows, as they stand in all others."""
    months = np.tile(_months(now), (len(swept.stops), 1))
    for index, result in enumerate(now.options):
        lever = f"{result.option.id}.months"
        if lever in swept.levers:
            months[swept.rows(lever), index] = swept.stops[swept.rows(lever)]
    return months


def _words(now: Appraisal, swept: Sweep, levers: list[Lever]) -> dict[str, list[str]]:
    """The words beside the numbers, by cell, one for each case; only of cells in which they can change.

    Of value for money the browser writes them, since nearly every stop has a number of its own.
    """
    found = {}
    for outcome in now.scenario.outcomes:
        for option in range(len(now.options)):
            say = _WORDS.get(outcome.kind, _none)(now, swept, outcome, option)
            if say:
                found[f"met:{option}:{outcome.id}"] = say
    if now.scenario.disruption:
        benchmark = _benchmark(now)
        if now.options[benchmark].cost == 0:
            found[f"cost:{benchmark}"] = [words for lever in levers for words in _idle(now, swept, lever)]
    return found


def _said(say: Callable[..., str], given: list) -> list[str]:
    """Words for each, what is alike said once: most stops of most levers leave most words as they are."""
    words = {each: say(each) for each in set(given)}
    return [words[each] for each in given]


def _judged(now: Appraisal, swept: Sweep, outcome: Outcome, option: int) -> list[str]:
    lever = f"{now.options[option].option.id}.score.{outcome.id}"
    if lever not in swept.levers:
        return []
    ends = np.full(len(swept.stops), now.value(lever))
    ends[swept.rows(lever)] = swept.stops[swept.rows(lever)]
    return _said(judged, ends.tolist())


def _lost_work(now: Appraisal, swept: Sweep, outcome: Outcome, option: int) -> list[str]:
    lost, benchmark = swept.results.lost_work, _benchmark(now)
    some = lost[:, benchmark] > 0
    shares = np.divide(lost[:, option], lost[:, benchmark], out=np.zeros(len(lost)), where=some)
    # As shares, since most stops that move both move them alike.
    given = list(zip(shares.tolist(), some.astype(float).tolist(), strict=True))
    return _said(lambda share: lost_work(*share, option == benchmark), given)


def _none(now: Appraisal, swept: Sweep, outcome: Outcome, option: int) -> list[str]:
    return []


_WORDS: dict[OutcomeKind, Callable[[Appraisal, Sweep, Outcome, int], list[str]]] = {
    OutcomeKind.JUDGED: _judged,
    OutcomeKind.DELIVERY_OF_SERVICES: _lost_work,
}


def _benchmark(now: Appraisal) -> int:
    return next(i for i, result in enumerate(now.options) if result.option.id == now.scenario.benchmark)


def _idle(now: Appraisal, swept: Sweep, lever: Lever) -> list[str]:
    """People idle and their pay follow a lever in a straight line: what is alike at both ends is so between."""
    stops = swept.stops[swept.rows(lever.id)].tolist()

    def at(stop: float) -> str:
        return idle(Appraisal(now.engine, {**now.changes, lever.id: stop}, ()))

    ends = at(stops[0]), at(stops[-1])
    return [ends[0]] * len(stops) if ends[0] == ends[1] else [at(stop) for stop in stops]
