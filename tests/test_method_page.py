"""The page that explains the equations and the model that computes them say the same."""

import ast
import re
from itertools import chain
from pathlib import Path

import pytest

from model import presets
from model.engine import Engine
from model.levers import Lever

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "method.md").read_text(encoding="utf-8")
EQUATIONS = [int(number) for number in re.findall(r"^### (\d+)\. ", PAGE, re.MULTILINE)]


def docstrings(path: Path) -> str:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    alone = [node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)]
    return "\n".join(str(node.value) for node in alone if isinstance(node, ast.Constant))


def equations_named(text: str) -> set[int]:
    """The numbers after 'equation' or 'equations': 3; 3 and 6; 7 to 9."""
    named = re.findall(r"equations? (\d+)(?:(?: (and|to) |, )(\d+))?", text, re.IGNORECASE)
    spans = (range(int(first), int(last) + 1) if word == "to" else (int(first), int(last or first))
             for first, word, last in named)  # fmt: skip
    return set(chain.from_iterable(spans))


def rows(*, columns: int) -> list[list[str]]:
    """The rows with an id in backticks of the table with so many columns."""
    found = [[cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.splitlines() if line.startswith("|")]
    return [row for row in found if len(row) == columns and row[1].startswith("`")]


def number(text: str) -> float:
    return float(text.replace(",", ""))


def levers_of(name: str, engine: Engine) -> list[Lever]:
    """The levers a row is about: `<option>.months` those of all options, `weight.<outcome>` of all outcomes."""
    scenario = engine.scenario
    names = [name.replace("<option>", option.id) for option in scenario.options]
    names = [each.replace("<outcome>", outcome.id) for each in names for outcome in scenario.outcomes]
    return [engine.offered[each] for each in dict.fromkeys(names)]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(presets.load("north-council"))


def test_the_page_has_the_twelve_equations_in_order():
    assert list(range(1, 13)) == EQUATIONS


def test_every_equation_the_engine_names_is_on_the_page():
    named = equations_named(docstrings(ROOT / "model" / "engine.py"))
    assert named
    assert named <= set(EQUATIONS)


def test_every_equation_on_the_page_is_named_by_the_model():
    named = set().union(*(equations_named(docstrings(file)) for file in (ROOT / "model").glob("*.py")))
    assert set(EQUATIONS) <= named


def test_equations_are_read_as_people_write_them():
    assert equations_named("Equation 1; equations 3 and 6, equations 7 to 9 (equation 12)") == {1, 3, 6, 7, 8, 9, 12}


@pytest.mark.parametrize("row", rows(columns=5), ids=lambda row: row[1])
def test_every_starting_value_on_the_page_is_the_presets(engine, row):
    _, name, values, unit, status = row
    levers = levers_of(name.strip("`"), engine)
    shown = [number(value) for value in values.split(" / ")]
    if "<option>" not in name:
        shown *= len(levers)
    assert [lever.default for lever in levers] == shown
    assert {lever.measure.unit for lever in levers} == {unit}
    assert {str(lever.quantity.status) for lever in levers} == {status}


@pytest.mark.parametrize("row", rows(columns=7), ids=lambda row: row[1])
def test_every_cost_line_on_the_page_is_the_presets(engine, row):
    _, name, *values, _, status = row
    for option, value in zip(("m365", "cloud", "hybrid"), values, strict=True):
        lever = engine.offered.get(f"{option}.{name.strip('`')}")
        assert (lever and lever.default) == (None if value == "-" else number(value))
        assert lever is None or lever.quantity.status == status


def test_every_number_of_the_preset_is_on_the_page(engine):
    shown = {lever.id for row in rows(columns=5) for lever in levers_of(row[1].strip("`"), engine)}
    lines = {f"{option}.{row[1].strip('`')}" for row in rows(columns=7) for option in ("m365", "cloud", "hybrid")}
    assert set(engine.offered) <= shown | lines
