"""North Council comes to what was published and to what was worked out by hand in north_council.toml."""

import tomllib
from collections.abc import Callable, Iterable
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import numpy as np
import pytest

from model import presets
from model.appraisal import evaluate
from model.engine import Engine, Results

GOLDEN = tomllib.loads(Path(__file__).with_name("north_council.toml").read_text(encoding="utf-8"))
CASES, TURNING_POINTS = GOLDEN["case"], GOLDEN["turning_point"]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(presets.load("north-council"))


def by_name(entry: dict) -> str:
    return entry["name"]


WORDS_FOR_NONE = ("none", "never")


def shown(number: float | None, like: str) -> str:
    """A number to as many digits as ``like`` has, half rounded up as people do."""
    if number is None:
        return like if like in WORDS_FOR_NONE else "none"
    if like in WORDS_FOR_NONE:
        return str(number)
    return str(Decimal(number).quantize(Decimal(like), ROUND_HALF_UP) + 0)


def assert_shown(numbers: Iterable[float | None], expected: list[str], what: str) -> None:
    assert [shown(*pair) for pair in zip(numbers, expected, strict=True)] == expected, what


@pytest.mark.parametrize("case", CASES, ids=by_name)
def test_the_model_comes_to_what_the_case_expects(engine, case):
    appraisal = evaluate(engine, case.get("changes"))
    for field, expected in case.get("expect", {}).items():
        assert_shown([getattr(result, field) for result in appraisal.options], expected, field)
    for outcome, expected in case.get("scores", {}).items():
        assert_shown([result.scores[outcome] for result in appraisal.options], expected, outcome)
    for option, expected in case.get("lines", {}).items():
        assert_shown(appraisal.option(option).line_costs, expected, option)


def extra_cost(engine: Engine, cases: np.ndarray, results: Results, of: str, against: str) -> np.ndarray:
    ids = [option.id for option in engine.scenario.options]
    return results.cost[:, ids.index(of)] - results.cost[:, ids.index(against)]


def saved_work_less_cost(engine: Engine, cases: np.ndarray, results: Results, of: str) -> np.ndarray:
    ids = [option.id for option in engine.scenario.options]
    index, benchmark = ids.index(of), ids.index(engine.scenario.benchmark)
    saved = results.lost_work[:, benchmark] - results.lost_work[:, index]
    return saved * cases[:, engine.column["disruption.staff_cost"]] - results.cost[:, index]


BALANCES: dict[str, Callable[..., np.ndarray]] = {
    "extra cost": extra_cost,
    "saved work less cost": saved_work_less_cost,
}


@pytest.mark.parametrize("point", TURNING_POINTS, ids=by_name)
def test_the_balance_turns_where_the_shown_digit_says(engine, point):
    at = Decimal(point["at"])
    half_a_digit = Decimal(5).scaleb(at.as_tuple().exponent - 1)
    around = [{**point.get("changes", {}), point["lever"]: float(at + side * half_a_digit)} for side in (-1, 1)]
    cases = engine.cases(around)
    options = {key: point[key] for key in ("of", "against") if key in point}
    before, after = BALANCES[point["balance"]](engine, cases, engine.run(cases), **options)
    assert before < 0 < after


def test_every_case_says_how_we_know():
    for entry in [*CASES, *TURNING_POINTS]:
        assert entry["kind"] in ("hand", "source", "locked"), entry["name"]
        assert entry["why"].strip(), entry["name"]


def test_every_case_expects_something():
    for case in CASES:
        assert case.keys() & {"expect", "scores", "lines"}, case["name"]
