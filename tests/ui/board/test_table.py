"""The rows the board looks up: each is what evaluate says of its stop, and packing loses nothing one could see."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model import presets
from model.appraisal import Appraisal, evaluate
from model.engine import Engine
from model.scenario import OutcomeKind
from ui.board.packing import pack_table, unpack
from ui.board.table import Moves, Table, cells, only, table
from ui.sections.options import idle
from words.outcomes import in_words

ENGINES = {name: Engine(presets.load(name)) for name in presets.shipped()}
FIRM = settings(derandomize=True, deadline=None, max_examples=60)


@st.composite
def cases(draw) -> tuple[Appraisal, Appraisal, list]:
    """An appraisal, its preset's, and some levers to move from there."""
    engine = ENGINES[draw(st.sampled_from(sorted(ENGINES)))]
    changed = draw(st.lists(st.sampled_from(engine.levers), max_size=4, unique_by=lambda lever: lever.id))
    changes = {lever.id: draw(values(lever)) for lever in changed}
    levers = draw(st.lists(st.sampled_from(engine.levers), min_size=1, max_size=4, unique_by=lambda lever: lever.id))
    return evaluate(engine, changes), evaluate(engine), levers


def values(lever) -> st.SearchStrategy[float]:
    measure = lever.measure
    steps = st.integers(round(measure.least / measure.precision), round(measure.most / measure.precision))
    return steps.map(lambda step: round(step * measure.precision, 9))


def shown(found: Table, moves: Moves, stop: int) -> np.ndarray:
    """The whole row at a stop: now, with what moves laid over it."""
    row = found.now.copy()
    row[moves.columns] = moves.numbers[stop]
    return row


def said_by(there: Appraisal) -> np.ndarray:
    """The same row, read off an appraisal."""
    numbers = [[getattr(each, field) for each in there.options] for field in ("cost", "months", "overall", "rank")]
    met = [score for each in there.options for score in each.scores.values()]
    shared = sum(each.kind is OutcomeKind.VALUE_FOR_MONEY for each in there.scenario.outcomes)
    people = shared * [np.inf if each.cost_per_person is None else each.cost_per_person for each in there.options]
    lines = [cost for each in there.options for cost in each.line_costs]
    return np.array([*sum(numbers, []), *met, *people, *lines])


@FIRM
@given(case=cases(), data=st.data())
def test_every_row_is_what_evaluate_says_of_its_stop(case, data):
    now, preset, levers = case
    found = table(now, preset, levers)
    moves = data.draw(st.sampled_from(found.moves))
    stop = data.draw(st.integers(0, len(moves.stops) - 1))
    there = evaluate(now.engine, {**now.changes, moves.lever: float(moves.stops[stop])})
    row, expected = shown(found, moves, stop), said_by(there)
    np.testing.assert_allclose(row, expected, rtol=1e-9, atol=1e-9)
    ranks = [name.startswith("rank:") for name in found.cells]
    np.testing.assert_array_equal(row[ranks], expected[ranks])


@FIRM
@given(case=cases(), data=st.data())
def test_the_words_of_a_row_are_those_that_would_be_drawn_there(case, data):
    now, preset, levers = case
    moves = data.draw(st.sampled_from(table(now, preset, levers).moves))
    stop = data.draw(st.integers(0, len(moves.stops) - 1))
    there = evaluate(now.engine, {**now.changes, moves.lever: float(moves.stops[stop])})
    for cell, words in moves.words.items():
        kind, option, *rest = cell.split(":")
        if kind == "cost":
            assert words[stop] == idle(there)
        else:
            outcome = next(each for each in now.scenario.outcomes if each.id == rest[0])
            assert words[stop] == in_words(outcome, there.options[int(option)], there)


@FIRM
@given(case=cases(), data=st.data())
def test_words_that_differ_from_now_somewhere_are_in_the_rows(case, data):
    now, preset, levers = case
    moves = data.draw(st.sampled_from(table(now, preset, levers).moves))
    stop = data.draw(st.integers(0, len(moves.stops) - 1))
    there = evaluate(now.engine, {**now.changes, moves.lever: float(moves.stops[stop])})
    moving = {cells(now)[column] for column in moves.columns}
    for option, (result, then) in enumerate(zip(now.options, there.options, strict=True)):
        for outcome in now.scenario.outcomes:
            if in_words(outcome, result, now) != in_words(outcome, then, there):
                assert f"met:{option}:{outcome.id}" in moves.words or f"person:{option}:{outcome.id}" in moving


@FIRM
@given(case=cases())
def test_packing_keeps_seven_figures_of_every_number(case):
    found = table(*case)
    header, packed = unpack(pack_table({}, found))
    assert header["cells"] == found.cells == cells(case[0])
    assert header["now"] == [number if np.isfinite(number) else None for number in found.now.tolist()]
    json.dumps(header, allow_nan=False)
    for moves in found.moves:
        np.testing.assert_allclose(packed[moves.lever], moves.numbers, rtol=1e-7)
        assert header["levers"][moves.lever]["stops"] == moves.stops.tolist()


@pytest.mark.parametrize("preset", presets.shipped())
def test_a_thumb_on_a_lever_in_front_stops_at_rows_only(preset):
    now = evaluate(ENGINES[preset])
    levers = [lever for lever in now.engine.levers if lever.id in now.scenario.shown_levers]
    for lever, moves in zip(levers, table(now, now, levers).moves, strict=True):
        steps = lever.measure.least + lever.measure.step * np.arange(len(moves.stops))
        reached = steps[steps <= lever.measure.most + 1e-9]
        assert all(np.isclose(moves.stops, step).any() for step in reached), lever.id


@FIRM
@given(cases())
def test_a_board_that_shows_less_is_sent_the_same_numbers_and_no_others(case):
    now, preset, levers = case
    whole = table(now, preset, levers)
    kinds = ("cost", "months", "score", "rank")
    less = only(whole, kinds)
    kept = [index for index, cell in enumerate(whole.cells) if cell.partition(":")[0] in kinds]
    assert less.cells == [whole.cells[index] for index in kept]
    for mine, all_of_them in zip(less.moves, whole.moves, strict=True):
        for stop in range(len(mine.stops)):
            assert shown(less, mine, stop).tolist() == shown(whole, all_of_them, stop)[kept].tolist()
