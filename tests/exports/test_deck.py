"""The deck says what the screen says, in charts anybody can edit, and obeys no name."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO
from itertools import chain
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pypdf
import pytest
from pptx import Presentation
from pptx.chart.chart import Chart
from pptx.enum.chart import XL_CHART_TYPE
from pptx.presentation import Presentation as Deck
from pptx.shapes.base import BaseShape
from pptx.slide import Slide

from charts import backlog, frontier, people_idle, roll_out, spending
from charts.style import LIGHT
from exports.deck import deck
from exports.evidence import evidence
from model import MODEL_VERSION, presets
from model.appraisal import Appraisal, evaluate
from model.engine import Engine
from model.provenance import Status
from tests.exports.hostile import ORDERS, hostile
from tests.exports.spreadsheet import values
from words import sureness, switching
from words.findings import cost_drivers
from words.numbers import money
from words.provenance import how_many_assumed, standing
from words.statuses import marked
from words.summary_table import summary_table
from words.verdict import verdict

MADE = Path(__file__).parents[1] / "presets"
DATE, LINK = "2 November 2026", "https://example.org/?preset=north-council&staff=5200"
NORTH = "north-council"
MOVED = {"staff": 5200.0, "cloud.months": 25.0}
WEIGHTLESS = {f"weight.{name}": 0.0 for name in (
    "wellbeing", "smart-working", "location", "talent", "future-proof", "delivery", "value",
)}  # fmt: skip
CASES = {
    **{name: (name, {}) for name in presets.shipped()},
    "eight": ("eight", {}), "markup": ("hostile", {}), "orders": ("orders", {}),
    "moved": (NORTH, MOVED), "weightless": (NORTH, WEIGHTLESS),
    "far": (NORTH, {"staff": 20_000, "m365.cost_change": 300, "cloud.months": 36, "disruption.months": 36, "horizon": 6}),
    "calm": (NORTH, {"disruption.share": 0, "m365.dip": 0, "cloud.dip": 0, "hybrid.dip": 0}),
}  # fmt: skip
TELLS = "numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize extLst"
SCALED = (
    "axId scaling delete axPos majorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses"
)
ORDER = {name: parts.split() for name, parts in {
    "chartSpace": "date1904 roundedCorners chart spPr txPr externalData",
    "chart": "autoTitleDeleted plotArea plotVisOnly dispBlanksAs",
    "scatterChart": "scatterStyle varyColors ser axId",
    "barChart": "barDir grouping varyColors ser gapWidth overlap axId",
    "ser": "idx order tx spPr invertIfNegative marker dPt dLbls errBars cat val xVal yVal smooth",
    "dPt": "idx marker bubble3D spPr",
    "dLbls": f"dLbl {TELLS}",
    "dLbl": f"idx layout {TELLS}",
    "errBars": "errDir errBarType errValType noEndCap val spPr",
    "catAx": f"{SCALED} auto lblAlgn lblOffset noMultiLvlLbl",
    "valAx": f"{SCALED} crossBetween majorUnit",
    "scaling": "orientation max min",
}.items()}  # fmt: skip
"""From ECMA-376, DrawingML charts: the parts that we write."""
TELLING = ["moved", "depot", "eight", "orders"]


@cache
def engine(preset: str) -> Engine:
    if preset == "orders":
        return hostile()
    return Engine(presets.load(preset if preset in presets.shipped() else str(MADE / f"{preset}.toml")))


def pair(case: str) -> tuple[Appraisal, Appraisal]:
    preset, changes = CASES[case]
    return evaluate(engine(preset), changes), evaluate(engine(preset))


@cache
def made(case: str) -> bytes:
    return deck(*pair(case), date=DATE, link=LINK)


def opened(case: str) -> Deck:
    return Presentation(BytesIO(made(case)))


def shapes(case: str) -> Iterator[BaseShape]:
    return chain.from_iterable(slide.shapes for slide in opened(case).slides)


def charts_of(case: str) -> dict[str, Chart]:
    return {shape.name: shape.chart for shape in shapes(case) if shape.has_chart}


def tables_of(case: str) -> dict[str, list[list[str]]]:
    return {
        shape.name: [[cell.text for cell in row.cells] for row in shape.table.rows]
        for shape in shapes(case) if shape.has_table
    }  # fmt: skip


def words_of(slide: Slide) -> str:
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    tables = [cell.text for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    return "\n".join([*texts, *tables])


@pytest.mark.parametrize("case", CASES)
def test_every_slide_has_a_finding_and_notes_and_what_is_drawn_is_described(case):
    for slide in opened(case).slides:
        assert slide.shapes.title.text_frame.text.strip()
        assert slide.notes_slide.notes_text_frame.text.strip()
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table:
                assert len(shape._element.nvGraphicFramePr.cNvPr.get("descr")) > 20


@pytest.mark.parametrize("case", CASES)
def test_nothing_leaves_a_slide_of_sixteen_to_nine(case):
    found = opened(case)
    assert found.slide_width * 9 == found.slide_height * 16
    for shape in shapes(case):
        assert shape.left >= 0 and shape.left + shape.width <= found.slide_width
        assert shape.top >= 0 and shape.top + shape.height <= found.slide_height


def test_the_slides_come_in_the_order_of_the_story():
    now, preset = pair("moved")
    titles = [slide.shapes.title.text_frame.text for slide in opened("moved").slides]
    assert titles[:2] == ["North Council, as published", verdict(now, preset).lead]
    findings = [cost_drivers, frontier.title, roll_out.title, people_idle.title, backlog.title, spending.title, how_many_assumed]
    places = [titles.index(finding(now)) for finding in findings]
    assert places == sorted(places)
    assert titles[-1] == "It rests on 7 sources"


@pytest.mark.parametrize("case", CASES)
def test_charts_are_native_and_there_are_no_pictures(case):
    kinds = {name.split(":")[0]: chart.chart_type.name for name, chart in charts_of(case).items()}
    assert kinds["Cost by driver"] == XL_CHART_TYPE.BAR_CLUSTERED.name
    assert kinds["Benefit against cost"].startswith("XY_SCATTER") and kinds["Ranges"].startswith("XY_SCATTER")
    assert kinds["Roll-out"].startswith("XY_SCATTER") and kinds["Spending"].startswith("XY_SCATTER")
    assert kinds.get("Places", "BAR_STACKED_100") == "BAR_STACKED_100"
    assert not any(name.startswith("ppt/media/") for name in ZipFile(BytesIO(made(case))).namelist())


@pytest.mark.parametrize("case", TELLING)
def test_bars_are_the_cost_lines_of_the_appraisal(case):
    now, _ = pair(case)
    for result in now.options:
        chart = charts_of(case)[f"Cost by driver: {result.option.name}"]
        assert sum(value or 0 for value in chart.plots[0].series[0].values) == pytest.approx(result.cost)


@pytest.mark.parametrize("case", TELLING)
def test_the_frontier_has_each_option_at_its_cost_and_benefit(case):
    now, _ = pair(case)
    drawn = list(charts_of(case)["Benefit against cost"].plots[0].series)[-len(now.options) :]
    for result, series in zip(now.options, drawn, strict=True):
        x = series._element.find(".//{*}xVal").findall(".//{*}v")
        assert (float(x[0].text), series.values[0]) == pytest.approx((result.cost, result.benefit))
        assert money(result.cost) in series.name


@pytest.mark.parametrize("case", TELLING)
def test_lines_run_as_on_screen(case):
    now, preset = pair(case)
    for name, module in {"Roll-out": roll_out, "People idle": people_idle, "Backlog": backlog, "Spending": spending}.items():
        if not module.offered(now.scenario):
            assert name not in charts_of(case)
            continue
        figure = module.figure(now, preset, LIGHT)
        series = list(charts_of(case)[name].plots[0].series)[-len(now.options) :]
        for trace, line in zip(figure["data"][-len(now.options) :], series, strict=True):
            assert line.values[0] == pytest.approx(trace["y"][0])
            assert max(value for value in line.values if value is not None) == pytest.approx(max(trace["y"]))
            assert [value for value in line.values if value is not None][-1] == pytest.approx(trace["y"][-1])
            if len(trace["x"]) == len(line.values):
                assert list(line.values) == pytest.approx(list(trace["y"]))


@pytest.mark.parametrize("case", TELLING)
def test_the_sheet_behind_a_chart_holds_what_the_chart_draws(case):
    for chart in charts_of(case).values():
        rows = next(iter(values(chart.part.chart_workbook.xlsx_part.blob).values()))
        for reference in chart._chartSpace.iter("{*}f"):
            letter, first, last = re.fullmatch(r"Sheet1!\$([A-Z])\$(\d+)(?::\$[A-Z]\$(\d+))?", reference.text).groups()
            cells = [rows[number - 1][ord(letter) - 65] for number in range(int(first), int(last or first) + 1)]
            cached = {int(point.get("idx")): point.findtext("{*}v") for point in reference.getparent().iter("{*}pt")}
            for number, cell in enumerate(cells):
                stored = cached.get(number)
                assert stored == cell if isinstance(cell, str) else stored is cell is None or float(stored) == pytest.approx(cell)


@pytest.mark.parametrize("case", CASES)
def test_the_table_of_options_says_what_the_appraisal_says(case):
    now, preset = pair(case)
    rows = {row[0]: row[1:] for row in tables_of(case)["The options side by side"]}
    assert [cell.split(" was ")[0].split("\n")[0] for cell in rows["Cost to deliver ═ derived"]] == [
        money(result.cost) for result in now.options
    ]
    assert verdict(now, preset).lead == opened(case).slides[1].shapes.title.text_frame.text


@pytest.mark.parametrize("case", TELLING)
def test_places_are_shared_out_and_leads_reach_as_in_the_evidence(case):
    now, _ = pair(case)
    found, charts = evidence(now), charts_of(case)
    for series, draws in zip(charts["Places"].plots[0].series, found.simulation.options, strict=True):
        assert list(series.values) == pytest.approx(list(draws.rank_shares))
    *bars, lead = charts["What matters most: leads"].plots[0].series
    for series, bar in zip(bars, found.tornado.bars, strict=False):
        ends = [float(value.text) for value in series._element.find(".//{*}xVal").findall(".//{*}v")]
        assert ends == pytest.approx(sorted((bar.at_low, bar.at_high)))
    assert float(lead._element.find(".//{*}xVal").find(".//{*}v").text) == pytest.approx(found.tornado.lead)


@pytest.mark.parametrize("case", CASES)
def test_the_appraisal_summary_table_is_told_whole(case):
    now, _ = pair(case)
    headings, told = summary_table(now)
    shown = [slide for slide in opened(case).slides if slide.shapes.title.text_frame.text.startswith("Appraisal Summary Table: ")]
    cells = [cell.text for slide in shown for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    assert set(headings[1:]) <= set(cells)
    assert [text for row in told for text in row[1:] if text not in cells] == []


def test_how_sure_it_is_comes_from_the_same_sentences_as_on_screen():
    now, _ = pair("moved")
    found, said = evidence(now), "\n".join(map(words_of, opened("moved").slides))
    assert sureness.headline(now, found.simulation) in said
    assert sureness.first_places(now, found.simulation) in said
    assert all(cell in said for cell in switching.table(found.switches, now)[1][0])


@pytest.mark.parametrize("case", CASES)
def test_status_scenario_model_date_and_link_stand_in_the_deck(case):
    now, _ = pair(case)
    found = opened(case)
    first = words_of(found.slides[0])
    assert now.scenario.name in first
    assert all(part in first for part in (DATE, f"model {MODEL_VERSION}", LINK))
    said = "\n".join(map(words_of, found.slides))
    assert all(marked(status) in said for status in standing(now))
    for layout in list(found.slide_layouts)[1:]:
        assert any(MODEL_VERSION in shape.text_frame.text for shape in layout.shapes if shape.has_text_frame)
    assert (found.core_properties.title, found.core_properties.language) == (now.scenario.name, "en-GB")


def test_what_was_changed_is_marked_as_yours():
    said = "\n".join(map(words_of, opened("moved").slides))
    assert "Staff: 5,200 staff, was 4,500 staff" in said
    assert marked(Status.YOURS) in said
    assert marked(Status.YOURS) not in "\n".join(map(words_of, opened(NORTH).slides))


@pytest.mark.parametrize("case", ["moved", "orders"])
def test_the_same_input_makes_the_same_bytes(case):
    preset, changes = CASES[case]
    fresh = hostile() if preset == "orders" else Engine(presets.load(preset))
    assert deck(evaluate(fresh, changes), evaluate(fresh), date=DATE, link=LINK) == made(case)
    assert deck(*pair(case), date="3 November 2026", link=LINK) != made(case)


@pytest.mark.parametrize("case", ["moved", "orders", "depot"])
def test_the_parts_of_a_chart_come_in_the_order_that_powerpoint_insists_on(case):
    for name, part in _parts(made(case)).items():
        if re.fullmatch(r"ppt/charts/chart\d+\.xml", name):
            for element in ElementTree.fromstring(part).iter():
                order = ORDER.get(_bare(element))
                places = [order.index(_bare(child)) for child in element] if order and len(element) else []
                assert places == sorted(places)


def _bare(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


@pytest.mark.parametrize("case", ["orders", "markup", "eight"])
def test_no_name_becomes_a_link_a_formula_or_markup(case):
    parts = _parts(made(case))
    followed = [target for name, part in parts.items() if name.endswith(".rels") for target in re.findall(rb'Target="([^"]*)" TargetMode="External"', part)]
    assert followed == [LINK.replace("&", "&amp;").encode()]
    for name, part in parts.items():
        if name.endswith(".xlsx"):
            sheets = b"".join(_parts(part).values())
            assert b"<f>" not in sheets and b"hyperlink" not in sheets and b"TargetMode" not in sheets


def test_orders_are_shown_as_they_were_written():
    now, _ = pair("orders")
    said = "\n".join(map(words_of, opened("orders").slides))
    assert all(outcome.name in said for outcome in now.scenario.outcomes)
    names = [outcome.name for outcome in now.scenario.outcomes] + [option.name for option in now.scenario.options]
    assert sum(any(name.startswith(order) for order in ORDERS) for name in names) == len(names)


def test_a_date_and_a_link_that_mean_harm_are_harmless():
    odd = deck(*pair(NORTH), date="2\x00\x1b\u202e2026" + "9" * 10_000, link="javascript:alert(1)")
    first = words_of(Presentation(BytesIO(odd)).slides[0])
    assert "\u202e" not in first and "javascript" not in first and len(first) < 2000


def _parts(archive: bytes) -> Mapping[str, bytes]:
    with ZipFile(BytesIO(archive)) as found:
        return {name: found.read(name) for name in found.namelist()}


@pytest.mark.timeout(600)
def test_libreoffice_shows_every_slide_with_all_words_on_it_and_charts_in_the_options_colours(office, tmp_path):
    files = []
    for case in ("moved", "depot", "eight", "orders", "weightless"):
        files.append(tmp_path / f"{case}.pptx")
        files[-1].write_bytes(made(case))
    for file, found in zip(files, map(pypdf.PdfReader, office.convert(files, "pdf", tmp_path)), strict=True):
        now, _ = pair(file.stem)
        assert len(found.pages) == len(opened(file.stem).slides)
        drawn = b"".join(page.get_contents().get_data() for page in found.pages)
        assert set(LIGHT.colours[: len(now.options)]) <= _filled(drawn)
        assert "#000000" not in _filled(drawn)
        for page in found.pages:
            assert all(_is_on(page, place) for place in _places(page))


def _filled(drawn: bytes) -> set[str]:
    """Every colour that something in a PDF is filled with."""
    found = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) rg", drawn)
    return {"#" + "".join(f"{round(255 * float(part)):02X}" for part in colour) for colour in found}


def _places(page: pypdf.PageObject) -> list[tuple[float, float]]:
    """Where the words of a page begin."""
    found = []

    def note(text, within, matrix, font, size):
        if text.strip():
            found.append((within[4] + matrix[4], within[5] + matrix[5]))

    page.extract_text(visitor_text=note)
    return found


def _is_on(page: pypdf.PageObject, place: tuple[float, float]) -> bool:
    return 0 <= place[0] <= page.mediabox.width and 0 <= place[1] <= page.mediabox.height
