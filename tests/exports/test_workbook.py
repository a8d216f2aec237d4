"""The workbook as a file: what stands in it, what may be typed where, and that nothing people wrote is obeyed."""

import re
from xml.etree import ElementTree

import pytest

from exports.workbook import SHEETS, workbook
from exports.workbook.figures import MONTHS
from model import MODEL_VERSION, presets
from model.appraisal import evaluate
from model.engine import Engine
from model.scenario import DELAY, HORIZON, Disruption, Option, Scenario
from tests.exports.hostile import hostile
from tests.exports.spreadsheet import Parts, values
from words.numbers import bounds
from words.verdict import verdict

DATE, LINK = "5 March 2026", "https://example.org/?preset=north-council&staff=5200"
PLAIN = {
    "ABS", "AND", "COUNTIF", "IF", "IFERROR", "INDEX", "INT", "MATCH", "MAX", "MIN", "OR", "SUM", "SUMPRODUCT", "TEXT",
}  # fmt: skip
CHANGES = {"staff": 5200, "cloud.months": 25}


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(presets.load("north-council"))


@pytest.fixture(scope="module")
def content(engine) -> bytes:
    return workbook(evaluate(engine), date=DATE, link=LINK)


@pytest.fixture(scope="module")
def parts(content) -> dict[str, str]:
    return Parts.of(content).parts


def sheet(parts: dict[str, str], name: str) -> str:
    return parts[f"xl/worksheets/sheet{SHEETS.index(name) + 1}.xml"]


def formulas(parts: dict[str, str]) -> list[str]:
    return [formula for name in SHEETS for formula in re.findall(r"<f[^>]*>([^<]*)</f>", sheet(parts, name))]


def table(content: bytes, name: str) -> list[list[object]]:
    return values(content)[name]


def test_the_same_input_makes_the_same_bytes(engine, content):
    again = Engine(presets.load("north-council"))
    assert workbook(evaluate(again), date=DATE, link=LINK) == content


def test_another_date_or_link_or_number_makes_another_file(engine, content):
    now = evaluate(engine)
    others = [
        workbook(now, date="6 March 2026", link=LINK),
        workbook(now, date=DATE, link="https://example.org/"),
        workbook(evaluate(engine, CHANGES), date=DATE, link=LINK),
    ]
    assert len({content, *others}) == 4


def test_each_cost_line_says_what_its_unit_cost_is_for(content):
    said = {row[0]: row[1] for row in table(content, "Options") if len(row) > 1}
    assert said["Licences, year 1"] == "person" and said["Bandwidth"] == "office"
    assert said["Project team"] == "month of delivery"
    assert said["External specialist days"] == "days"


def test_it_names_scenario_version_date_link_and_verdict(engine, content, parts):
    now, told = evaluate(engine), [cell for row in table(content, "About") for cell in row]
    for words in (now.scenario.name, now.scenario.summary, MODEL_VERSION, DATE, LINK, str(verdict(now, now))):
        assert words in told
    assert f"{now.scenario.name}, model version {MODEL_VERSION}" in sheet(parts, "Summary")


def test_every_input_shows_value_unit_range_status_source_and_preset(engine):
    now = evaluate(engine, CHANGES)
    rows = {row[0]: row for row in table(workbook(now, date=DATE, link=LINK), "Inputs")}
    for lever in engine.levers:
        _, value, unit, status, preset, change, allowed, _, note, _ = rows[lever.title]
        assert (value, unit, preset) == (now.value(lever.id), lever.measure.unit, lever.default)
        assert status.split()[1] == ("yours" if lever.id in CHANGES else lever.quantity.status)
        assert change == value - preset
        assert allowed == bounds(lever)
        source = lever.quantity.source
        assert source is None or engine.scenario.sources[source].title in note


def test_what_is_typed_into_an_input_is_held_to_its_range(engine, parts):
    rules = re.findall(r"<dataValidation ([^>]*)>(.*?)</dataValidation>", sheet(parts, "Inputs"))
    held = {re.search(r'sqref="([^"]+)"', head)[1]: (head, re.findall(r"<formula\d>([^<]+)<", body)) for head, body in rules}
    named = dict(re.findall(r'<definedName name="(\w+)">Inputs!\$B\$(\d+)<', parts["xl/workbook.xml"]))
    offered = {lever.id.replace(".", "_").replace("-", "_"): lever for lever in engine.levers}
    assert len(named) == len(held) > 80
    for name, row in named.items():
        head, (least, most) = held[f"B{row}"]
        measure = offered[name].measure
        assert (float(least), float(most)) == (measure.least, measure.most)
        assert ('type="whole"' in head) == (measure.precision == 1)


def test_an_input_no_formula_uses_is_no_box_and_says_so(content, parts):
    rows = {row[0]: row for row in table(content, "Inputs")}
    assert rows["Do nothing: Cost change"][8].startswith("Enters no formula of this workbook.")
    assert "do_nothing_cost_change" not in parts["xl/workbook.xml"]
    assert not any("do_nothing_cost_change" in formula for formula in formulas(parts))


def test_only_plain_functions_are_used_and_no_array_or_macro(parts):
    used = {name for formula in formulas(parts) for name in re.findall(r"([A-Z][A-Z0-9.]*)\(", re.sub(r'"[^"]*"', "", formula))}
    assert used <= PLAIN
    for name, part in parts.items():
        assert "vba" not in name.lower() and "externalLink" not in name
        assert "_xlfn" not in part and 't="array"' not in part and not re.search(r'<c [^>]*cm="', part)


def test_every_formula_carries_its_value(parts):
    for name in SHEETS:
        cells = re.findall(r"<c [^>]*>(<f>.*?)</c>", sheet(parts, name))
        assert all(re.search(r"</f><v>[^<]+</v>$", cell) for cell in cells)


def test_every_sheet_is_frozen_or_short_and_prints_on_a4_landscape(parts):
    for name in SHEETS:
        assert 'paperSize="9"' in sheet(parts, name) and 'orientation="landscape"' in sheet(parts, name)
        assert 'showGridLines="0"' in sheet(parts, name)
        assert ('state="frozen"' in sheet(parts, name)) == (name != "About")


def test_the_months_reach_beyond_every_allowed_input():
    dip, lasts = Option.measures()["dip_months"], Disruption.measures()["months"]
    assert max(HORIZON.most, lasts.most, DELAY.most + dip.most) <= MONTHS


@pytest.mark.parametrize("preset", [*presets.shipped()])
def test_each_of_the_four_charts_is_described_and_says_its_colours(preset):
    now = evaluate(Engine(presets.load(preset)))
    parts = Parts.of(workbook(now, date=DATE, link=LINK)).parts
    charts = [part for name, part in parts.items() if name.startswith("xl/charts/chart")]
    described = re.findall(r'descr="([^"]+)"', parts["xl/drawings/drawing1.xml"])
    assert len(charts) == len(described) == 4
    for chart, words in zip(charts, described, strict=True):
        assert all(result.option.name in words.replace("&apos;", "'") for result in now.options)
        assert chart.count("<c:ser>") in (1, len(now.options))
        assert chart.count('<a:srgbClr val="FFFFFF"/>') >= 2 and "<c:f>Outcomes!" in chart


def test_a_scenario_without_disruption_has_no_sheet_rows_for_one():
    now = evaluate(Engine(presets.load("depot")))
    content = workbook(now, date=DATE, link=LINK)
    names = {row[0] for row in table(content, "Outcomes")}
    assert "Lost work" not in names and "Offices released" not in names and "Score, all outcomes" in names
    assert "Staff-months waiting" not in {cell for row in table(content, "Months") for cell in row}


def test_two_inputs_that_would_be_called_alike_have_names_of_their_own():
    data = presets.load("depot").model_dump(mode="json", exclude_none=True)
    line = data["options"][0]["cost_lines"][0]
    data["options"][0]["cost_lines"].append({**line, "id": "cost-change", "name": "A line called like a lever"})
    engine = Engine(Scenario.model_validate(data))
    parts = Parts.of(workbook(evaluate(engine), date=DATE, link=LINK)).parts
    names = re.findall(r'<definedName name="(repair_cost_change\w*)">', parts["xl/workbook.xml"])
    assert sorted(names) == ["repair_cost_change", "repair_cost_change_2"]


@pytest.mark.parametrize("shift", [0, 5, 10, 15, 20])
def test_words_written_to_be_obeyed_are_in_no_formula(parts, shift):
    obeyed = Parts.of(workbook(evaluate(hostile(shift)), date=DATE, link=LINK)).parts
    assert formulas(obeyed) == formulas(parts)


def test_words_written_to_be_obeyed_stand_there_as_written():
    engine = hostile()
    content = workbook(evaluate(engine), date=DATE, link=LINK)
    cells = {cell for rows in values(content).values() for row in rows for cell in row}
    written = [engine.scenario.name, engine.scenario.summary, *(option.name for option in engine.scenario.options)]
    written += [line.name for option in engine.scenario.options for line in option.cost_lines]
    written += [outcome.name for outcome in engine.scenario.outcomes]
    # An escape is escaped, so that it comes back as it was written.
    assert {words.replace("_x0041_", "_x005F_x0041_") for words in written} <= cells


def test_words_written_to_be_obeyed_leave_the_file_whole():
    content = workbook(evaluate(hostile()), date="=1+1", link="javascript:alert(1)")
    for name, part in Parts.of(content).parts.items():
        ElementTree.fromstring(part.encode())
        assert "hyperlink" not in name and "<hyperlink" not in part


BAD_LINKS = [
    "javascript:alert(1)", "=1+1", "https://a.b/\x00", "https://a b", "x" * 10_000, f"https://a.b/?{'x' * 10_000}", "",
]  # fmt: skip


@pytest.mark.parametrize("link", BAD_LINKS)
def test_only_the_plain_address_of_a_page_is_a_live_link(engine, link):
    content = workbook(evaluate(engine), date=DATE, link=link)
    parts = Parts.of(content).parts
    for part in parts.values():
        ElementTree.fromstring(part.encode())
    assert "<hyperlink" not in sheet(parts, "About")


def test_about_says_what_was_changed_in_the_app_or_how_much_there_is_more(engine):
    one = table(workbook(evaluate(engine, {"staff": 5200}), date=DATE, link=LINK), "About")
    assert ["Changed from the preset", "Staff: 5,200 staff, was 4,500 staff"] in [row[:2] for row in one]
    every = {lever.id: lever.measure.most for lever in engine.levers}
    many = {row[0]: row[1] for row in table(workbook(evaluate(engine, every), date=DATE, link=LINK), "About")}
    more = len(evaluate(engine, every).changes) - 12
    assert many["Changed from the preset"].endswith(f"; and {more} more, marked on Inputs")


def test_the_link_opens_the_scenario_again(parts):
    assert sheet(parts, "About").count("<hyperlink ") == 1
    assert LINK.replace("&", "&amp;") in parts["xl/worksheets/_rels/sheet7.xml.rels"]
