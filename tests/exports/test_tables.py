"""The tables hold the appraisal's numbers as numbers, and no text that a spreadsheet would obey."""

import csv
import re
from functools import cache
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts import roll_out
from exports.evidence import evidence
from exports.tables import FIGURES, TABLES, inert, tables
from model import MODEL_VERSION, presets
from model.appraisal import Appraisal, evaluate
from model.engine import Engine
from tests.exports.hostile import hostile
from words.plain_text import FACTS
from words.provenance import status

MADE = Path(__file__).parents[1] / "presets"
DATE, LINK = "2 November 2026", "https://example.org/?preset=north-council&staff=5200"
NORTH = "north-council"
MOVED = {"staff": 5200.0, "cloud.months": 25.0, "hybrid.score.talent": 60.0, "m365.licences": 266.5}
CASES = [*presets.shipped(), "eight", "orders"]


@cache
def engine(preset: str) -> Engine:
    if preset == "orders":
        return hostile()
    return Engine(presets.load(preset if preset in presets.shipped() else str(MADE / f"{preset}.toml")))


def pair(preset: str = NORTH, changes=None) -> tuple[Appraisal, Appraisal]:
    return evaluate(engine(preset), changes or {}), evaluate(engine(preset))


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


def made(preset: str = NORTH, changes=None) -> dict[str, list[dict[str, str]]]:
    files = tables(*pair(preset, changes), date=DATE, link=LINK)
    return {name.removesuffix(".csv"): read(content) for name, content in files.items()}


def numbers(rows: list[dict[str, str]], start: str) -> list[float]:
    column = next(heading for heading in rows[0] if heading.startswith(start))
    return [float(row[column]) for row in rows]


def near(expected) -> object:
    """Tables keep six decimals."""
    return pytest.approx(expected, abs=5e-7)


def test_every_fact_of_an_option_has_its_number():
    assert list(FIGURES) == list(FACTS)


@pytest.mark.parametrize("preset", CASES)
def test_every_table_is_whole_and_says_where_it_comes_from(preset):
    now, _ = pair(preset)
    for name, rows in made(preset).items():
        assert rows or (name == "sources" and not now.scenario.sources)
        for row in rows:
            assert None not in row and None not in row.values()
            assert (row["model version"], row["date"], row["link"]) == (MODEL_VERSION, DATE, LINK)
            assert row["scenario"] == inert(now.scenario.name)


@pytest.mark.parametrize("preset", CASES)
def test_options_and_outcomes_are_those_of_the_appraisal(preset):
    now, found = pair(preset)[0], made(preset)
    options = found["options"]
    assert numbers(options, "Cost to deliver") == near([result.cost for result in now.options])
    assert numbers(options, "Score, of 100") == near([result.overall for result in now.options])
    assert numbers(options, "Place") == [result.rank for result in now.options]
    scores = [result.scores[outcome.id] for outcome in now.scenario.outcomes for result in now.options]
    assert numbers(found["outcomes"], "score, of 100") == near(scores)


@pytest.mark.parametrize("preset", CASES)
def test_cost_lines_add_up_to_the_cost_of_their_option(preset):
    now, rows = pair(preset)[0], made(preset)["cost-lines"]
    for result in now.options:
        own = [row for row in rows if row["option"] == inert(result.option.name)]
        assert sum(float(row["cost, £"]) for row in own) == pytest.approx(result.cost, abs=1e-4)


def test_a_cost_line_can_be_worked_out_from_its_row():
    line = next(row for row in made()["cost-lines"] if (row["option"], row["line"]) == ("Hybrid", "New devices"))
    # £600 for each of a quarter of 4,500 people.
    assert (line["unit cost"], line["unit"], line["share of staff, %"]) == ("600", "£ a person", "25")
    assert float(line["cost, £"]) == 600 * 0.25 * 4500


def test_months_run_as_the_charts_do():
    now, rows = pair(changes=MOVED)[0], made(changes=MOVED)["months"]
    last = len(now.timeline.months)
    assert len(rows) == last * len(now.options)
    for index, result in enumerate(now.options):
        own = [row for row in rows if row["option"] == result.option.name]
        assert numbers(own, "gap closed") == near(list(100 * roll_out.closed(now, last)[index, 1:]))
        assert numbers(own, "spent") == near(list(now.timeline.spent[index]))
        assert numbers(own, "people idle") == near(list(now.timeline.stranded[index]))
        assert numbers(own, "backlog") == near(list(now.timeline.backlog[index]))


def test_without_a_disruption_no_month_has_people_idle():
    assert not {"people idle", "backlog, staff-months"} & set(made("depot")["months"][0])


def test_every_number_stands_where_it_is_now_with_its_status_and_what_it_was():
    now, rows = pair(changes=MOVED)[0], {row["id"]: row for row in made(changes=MOVED)["numbers"]}
    assert set(now.engine.offered) < set(rows)
    for name, lever in now.engine.offered.items():
        assert float(rows[name]["value"]) == near(now.value(name))
        assert float(rows[name]["in the preset"]) == near(lever.default)
        assert rows[name]["status"] == status(now, lever)
    assert rows["staff"]["status"] == "yours"
    assert (rows["hybrid.published_cost"]["value"], rows["hybrid.published_cost"]["status"]) == ("1561000", "published")


def test_status_is_marked_wherever_a_table_has_numbers_of_ours():
    found = made(changes=MOVED)
    assert all(re.search(r" \((published|sourced|derived|assumption|yours)\)$", heading) for heading in list(found["options"][0])[1:-4])
    assert {row["status"] for row in found["outcomes"]} == {"assumption", "yours"}
    assert {row["status"] for row in found["cost-lines"]} == {"assumption", "sourced", "yours"}


def test_how_sure_it_is_stands_in_three_tables():
    now, found = pair(changes=MOVED)[0], made(changes=MOVED)
    known = evidence(now)
    assert numbers(found["ranges"], "cost, £, P90") == near([each.cost.p90 for each in known.simulation.options])
    assert numbers(found["ranges"], "1st") == near([each.rank_shares[0] for each in known.simulation.options])
    assert len(found["switching-values"]) == len(known.switches)
    assert len(found["what-matters"]) == len(known.tornado.bars)
    weightless = {f"weight.{outcome.id}": 0.0 for outcome in now.scenario.outcomes}
    assert made(changes=weightless)["what-matters"] == []


@pytest.mark.parametrize("preset", ["orders", NORTH])
def test_text_is_quoted_and_numbers_are_plain(preset):
    for content in tables(*pair(preset), date=DATE, link=LINK).values():
        for line in content.decode("utf-8-sig").split("\r\n")[1:]:
            unquoted = re.sub(r'"(?:[^"]|"")*"', "", line)
            assert re.fullmatch(r"[\d.,e-]*", unquoted)


def test_excel_is_told_that_a_pound_sign_is_a_pound_sign():
    for content in tables(*pair(), date=DATE, link=LINK).values():
        assert content.startswith("\N{BYTE ORDER MARK}".encode())


def test_no_text_begins_as_a_formula_does():
    for rows in made("orders").values():
        for value in (value for row in rows for value in row.values()):
            is_number = re.fullmatch(r"-?\d+(\.\d+)?", value)
            assert is_number or not value.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("odd", ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", " =1", "\N{FULLWIDTH EQUALS SIGN}1"])
def test_what_would_be_a_formula_gets_an_apostrophe(odd):
    assert inert(odd) == f"'{odd}"


@settings(derandomize=True)
@given(st.text())
def test_all_other_text_stays_as_it_is(text):
    assert inert(text) in (text, f"'{text}")
    assert inert(inert(text)) == inert(text)


def test_a_negative_number_is_not_text():
    changes = {"hybrid.cost_change": -20.0}
    row = next(row for row in made(changes=changes)["numbers"] if row["id"] == "hybrid.cost_change")
    assert row["value"] == "-20"


def test_the_same_input_makes_the_same_bytes():
    again = Engine(presets.load(NORTH))
    fresh = tables(evaluate(again, MOVED), evaluate(again), date=DATE, link=LINK)
    assert fresh == tables(*pair(changes=MOVED), date=DATE, link=LINK)
    assert list(fresh) == [f"{name}.csv" for name in TABLES]
