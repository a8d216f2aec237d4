"""The workbook against the model: LibreOffice computes every formula anew, whatever inputs are changed in the file.

Before LibreOffice opens a file, the value stored with each formula is overwritten with nonsense, so a figure that
comes out right has been computed.
"""

import math
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from charts.canvas import WIDE
from exports.workbook import workbook
from model import presets
from model.appraisal import Appraisal, OptionResult, evaluate
from model.engine import Engine
from model.levers import Lever
from model.scenario import Scenario
from tests.exports.hostile import hostile
from tests.exports.spreadsheet import NONSENSE, Parts, values

pytestmark = pytest.mark.timeout(900)

MADE = Path(__file__).parents[1] / "presets"
EXAMPLE = {"date": "5 March 2026", "link": "https://example.org/?preset=north-council"}

MOVED = {
    "staff": 5200, "offices": 11, "m365.licences": 266.5, "cloud.devices.share": 40, "hybrid.external.amount": 120,
    "weight.wellbeing": 35, "cloud.months": 25, "hybrid.reach": 75, "disruption.months": 24, "disruption.share": 31.5,
    "disruption.catch_up": 2.5, "horizon": 48, "delay": 4, "hybrid.score.talent": 60, "m365.cost_change": 12.5,
    "m365.dip_months": 5, "workplace.home_days": 60,
}  # fmt: skip
MOVED_DEPOT = {
    "horizon": 60, "delay": 3, "weight.services": 35, "refurbish.months": 25, "refurbish.cost_change": 12.5,
    "repair.roof": 700000, "repair.cabins.amount": 7, "rebuild.score.services": 60, "share.months": 0,
}  # fmt: skip
MOVED_IN_THE_APP = "moved in the app"
OTHERS = {name: str(MADE / f"{name}.toml") for name in ("eight", "hostile", "two")}
THOROUGH = ["north-council", "depot"]


def everything(lever: Lever, part: float) -> float:
    """The value that lies this part of the way from the least to the most."""
    measure = lever.measure
    steps = round((measure.most - measure.least) / measure.precision)
    return round(measure.least + round(part * steps) * measure.precision, 9)


def scattered(engine: Engine, stride: float) -> dict[str, float]:
    """Every lever somewhere in its range, no two alike, and the same each time."""
    return {lever.id: everything(lever, number * stride % 1) for number, lever in enumerate(engine.levers, 1)}


def most(engine: Engine) -> dict[str, float]:
    return {lever.id: lever.measure.most for lever in engine.levers}


def cases_of(preset: str, engine: Engine) -> dict[str, dict[str, float]]:
    """What is changed in the file of a preset, or before the file was made."""
    moved = {name: value for name, value in (MOVED_DEPOT if preset == "depot" else MOVED).items() if name in engine.offered}
    usual = {"as it is": {}, "moved": moved, MOVED_IN_THE_APP: moved}
    if preset in OTHERS:
        usual |= {"all at their most": most(engine), "scattered": scattered(engine, 0.6180339887)}
    if preset not in THOROUGH:
        return usual
    weights = [lever.id for lever in engine.levers if lever.id.startswith("weight.")]
    alike = {"cloud.months": 6.0, "cloud.score.wellbeing": 75.0} if "cloud.months" in engine.offered else {}
    return usual | {
        "all at their least": {lever.id: lever.measure.least for lever in engine.levers},
        "all at their most": most(engine),
        "no weight at all": dict.fromkeys(weights, 0.0),
        "one weight": dict.fromkeys(weights[1:], 0.0),
        "a tie": dict.fromkeys(weights[1:], 0.0) | alike,
        "nobody catches up": {"disruption.catch_up": 0.0} if "disruption.catch_up" in engine.offered else {},
        "backlog for years": {"disruption.catch_up": 0.1} if "disruption.catch_up" in engine.offered else {},
        "scattered": scattered(engine, 0.6180339887),
        "scattered otherwise": scattered(engine, 0.4142135624),
        "scattered thinly": scattered(engine, 0.7320508076),
    }  # fmt: skip


def two_options() -> Engine:
    """The fewest there may be, with a workplace and no disruption."""
    data = presets.load("north-council").model_dump(mode="json", exclude_none=True)
    del data["disruption"]
    return Engine(Scenario.model_validate({**data, "options": [data["options"][0], data["options"][3]]}))


ENGINES = {name: Engine(presets.load(OTHERS.get(name, name))) for name in [*presets.shipped(), *OTHERS]}
ENGINES |= {"written to be obeyed": hostile(), "two options at work": two_options()}
PRESETS = list(ENGINES)
CASES = [(preset, case) for preset, engine in ENGINES.items() for case in cases_of(preset, engine)]


def called(lever: str) -> str:
    return lever.replace(".", "_").replace("-", "_")


def used(engine: Engine, parts: Parts) -> set[str]:
    return {lever.id for lever in engine.levers if f'name="{called(lever.id)}">' in parts.parts["xl/workbook.xml"]}


@cache
def exported(preset: str, case: str) -> bytes:
    """The file as the app makes it, the changes in it only if they were made there."""
    engine = ENGINES[preset]
    if case != MOVED_IN_THE_APP:
        return unchanged(preset)
    return workbook(evaluate(engine, cases_of(preset, engine)[case]), **EXAMPLE)


@cache
def unchanged(preset: str) -> bytes:
    return workbook(evaluate(ENGINES[preset]), **EXAMPLE)


def changed_file(content: bytes, engine: Engine, changes: Mapping[str, float], path: Path) -> Path:
    parts = Parts.of(content)
    parts.forget_figures()
    for lever in changes.keys() & used(engine, parts):
        parts.set_input(called(lever), changes[lever])
    parts.saved(path)
    return path


@pytest.fixture(scope="session")
def recalculated(office, tmp_path_factory) -> dict[tuple[str, str], dict]:
    """Every case, computed by LibreOffice in one go: sheets of cell values, by preset and case."""
    before, after = tmp_path_factory.mktemp("before"), tmp_path_factory.mktemp("after")
    files = {}
    for preset, engine in ENGINES.items():
        for case, changes in cases_of(preset, engine).items():
            path = before / f"{len(files)}.xlsx"
            files[preset, case] = changed_file(exported(preset, case), engine, changes, path)
    files["tampered", ""] = tampered(before / "tampered.xlsx")
    made = office.convert(list(files.values()), "xlsx", after)
    return {key: values(path.read_bytes()) for key, path in zip(files, made, strict=True)}


def tampered(path: Path) -> Path:
    """North Council with no input changed, but the formulas of what the options cost."""
    parts = Parts.of(unchanged("north-council"))
    parts.forget_figures()
    parts.change("xl/worksheets/sheet5.xml", r"<f>(Options!\$G\$\d+)</f>", r"<f>\1+1000000</f>", times=4)
    parts.saved(path)
    return path


def checked(sheets: dict, option: str) -> list[tuple[str, object]]:
    """Names and figures of one option on the sheet Checks, as the workbook has computed them."""
    rows = sheets["Checks"]
    end = next(number for number, row in enumerate(rows) if row[0] == "Inputs")
    return [(row[1], row[4]) for row in rows[5:end] if row[0] == option]


def expected(result: OptionResult, now: Appraisal) -> Iterator[tuple[str, object]]:
    """Names and figures of one option, from the model."""
    yield "Cost to deliver", result.cost
    for line, cost in zip(result.option.cost_lines, result.line_costs, strict=True):
        yield line.name, cost
    yield "Work starts after", result.start
    yield "Time to deliver", result.months
    yield "In place after", result.ready
    yield "Mean share delivered over the months looked at", result.delivered
    if now.scenario.disruption:
        yield "Cost a person enabled", "–" if result.cost_per_person is None else result.cost_per_person
        yield "Lost work", result.lost_staff_months
        yield "Value of lost work", result.lost_work_value
        yield "Backlog at its peak", result.backlog_peak
        month = result.backlog_clear_month
        yield "First month without backlog", "never" if month is None else month
    for outcome in now.scenario.outcomes:
        yield outcome.name, result.scores[outcome.id]
    yield "Score, all outcomes", result.overall
    yield "Benefit, cost not counted", result.benefit
    yield "Place", result.rank
    if now.scenario.workplace:
        yield "Offices released", result.offices_released
        yield "Carbon saved a year", result.carbon_saved_t


def same(found: object, wanted: object) -> bool:
    if isinstance(wanted, str):
        return found == wanted
    return isinstance(found, int | float) and math.isclose(found, wanted, rel_tol=1e-6, abs_tol=1e-6)


@pytest.mark.parametrize(("preset", "case"), CASES)
def test_libreoffice_computes_what_the_model_computes(recalculated, preset, case):
    engine = ENGINES[preset]
    now = evaluate(engine, cases_of(preset, engine)[case])
    for result in now.options:
        found = checked(recalculated[preset, case], result.option.name)
        for name, figure in expected(result, now):
            place = next(number for number, (said, _) in enumerate(found) if said == name)
            assert same(found.pop(place)[1], figure), f"{result.option.name}: {name} is {found}, not {figure}"


@pytest.mark.parametrize("case", ["as it is", MOVED_IN_THE_APP])
@pytest.mark.parametrize("preset", PRESETS)
def test_a_file_that_nobody_recalculates_shows_the_same(recalculated, preset, case):
    unread, computed = values(exported(preset, case)), recalculated[preset, case]
    assert unread.keys() == computed.keys()
    for sheet, rows in unread.items():
        for number, (row, other) in enumerate(zip(rows, computed[sheet], strict=False), 1):
            for found, wanted in zip(row, other, strict=False):
                assert found == wanted or same(found, wanted), (sheet, number, found, wanted)


@pytest.mark.parametrize("preset", presets.shipped())
def test_at_least_eight_inputs_are_changed_at_once(preset):
    engine, parts = ENGINES[preset], Parts.of(unchanged(preset))
    assert len(cases_of(preset, engine)["moved"].keys() & used(engine, parts)) >= 8


@pytest.mark.parametrize("preset", presets.shipped())
def test_no_nonsense_is_left_anywhere(recalculated, preset):
    for case in ("as it is", "moved"):
        cells = [cell for rows in recalculated[preset, case].values() for row in rows for cell in row]
        assert float(NONSENSE) not in cells and NONSENSE not in cells


@pytest.mark.parametrize("preset", PRESETS)
def test_checks_say_ok_until_something_is_changed(recalculated, preset):
    for case in ("as it is", MOVED_IN_THE_APP):
        assert recalculated[preset, case]["Checks"][2][0].startswith("OK: all ")
    sheets = recalculated[preset, "moved"]
    assert sheets["Checks"][2][0].startswith("CHANGED: ")
    assert "inputs changed here" in sheets["Checks"][2][0]
    assert sheets["Summary"][4][0] == sheets["Checks"][2][0]


def test_checks_tell_an_altered_formula_from_a_changed_input(recalculated):
    says = recalculated["tampered", ""]["Checks"][2][0]
    assert says.startswith("CHANGED: ") and "no input does: a formula was altered" in says


@pytest.mark.parametrize(("preset", "case"), CASES)
def test_an_input_says_whether_it_is_yours_and_by_how_much_it_moved(recalculated, preset, case):
    engine = ENGINES[preset]
    changes = evaluate(engine, cases_of(preset, engine)[case]).changes
    rows = {row[9]: row for row in recalculated[preset, case]["Inputs"] if row[1] is not None}
    for lever in engine.levers:
        if called(lever.id) in rows:
            _, value, _, status, preset_value, change, *_ = rows[called(lever.id)]
            assert status.split()[1] == ("yours" if lever.id in changes else lever.quantity.status)
            assert preset_value == lever.default
            assert math.isclose(change, value - lever.default, abs_tol=1e-9)


@pytest.mark.parametrize(("preset", "case"), CASES)
def test_the_summary_says_who_comes_first(recalculated, preset, case):
    engine, summary = ENGINES[preset], recalculated[preset, case]["Summary"]
    now = evaluate(engine, cases_of(preset, engine)[case])
    first = [result.option.name for result in now.options if result.rank == 1]
    if not now.weighted:
        assert summary[1][0].startswith("No option comes first")
    elif len(first) > 1:
        assert summary[1][0].startswith(f"{len(first)} options tie for first place")
    else:
        assert summary[1][0].startswith(f"{first[0]} comes first: it costs ")


def test_a_thousand_million_is_said_as_everywhere_else(recalculated):
    # Six tubes at £999m.
    assert "it costs £5.994bn and" in recalculated["two", "as it is"]["Summary"][1][0]


@pytest.mark.parametrize(("preset", "case"), CASES)
def test_the_summary_shows_the_model_s_figures(recalculated, preset, case):
    engine = ENGINES[preset]
    now = evaluate(engine, cases_of(preset, engine)[case])
    rows = {row[0].partition(",")[0]: row[2:] for row in recalculated[preset, case]["Summary"][6:] if row[0] and row[1]}
    assert all(map(same, rows["Cost to deliver"], (result.cost for result in now.options)))
    if now.weighted:
        assert all(map(same, rows["Place"], (result.rank for result in now.options)))
    else:
        assert rows["Place"][: len(now.options)] == ["–"] * len(now.options)
    if now.scenario.disruption:
        assert all(map(same, rows["Lost work"], (result.lost_staff_months for result in now.options)))


@pytest.mark.parametrize(("preset", "case"), CASES)
def test_the_findings_above_the_charts_stay_true(recalculated, preset, case):
    engine = ENGINES[preset]
    now = evaluate(engine, cases_of(preset, engine)[case])
    said = [cell for row in recalculated[preset, case]["Summary"][7:] for cell in row if isinstance(cell, str)]
    names = [WIDE.name(result.option) for result in now.options]
    for figure, near, one, many, none in (
        ("cost", 0.5, "costs most", "cost most", "No option costs anything"),
        ("overall", 0.05, "scores highest", "score highest", "No option scores anything"),
        ("benefit", 0.05, "brings the most benefit", "bring the most benefit", "No option brings any benefit"),
    ):
        figures = [getattr(result, figure) for result in now.options]
        most = [name for name, number in zip(names, figures, strict=True) if number > max(figures) - near]
        who = f"{most[0]} {one}: " if len(most) == 1 else f"{len(most)} options {many}: "
        assert any(cell.startswith(none if max(figures) < near else who) for cell in said), (who, said)
