"""The briefing is one page that can be read aloud, and says what the screen says, whatever names hold."""

import json
import re
import subprocess
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from shutil import which
from zipfile import ZipFile

import numpy as np
import pypdf
import pytest
import typst
from docx import Document
from docx.oxml.ns import qn
from PIL import Image

from exports.briefing import briefing_docx, briefing_pdf
from exports.page import costs
from exports.page.contents import contents
from exports.page.letters import MISSING, shown
from exports.page.typeset import page_inputs, pdf, png, typeset
from model import MODEL_VERSION, presets
from model.appraisal import evaluate
from model.engine import Engine
from words.numbers import money, score
from words.provenance import standing
from words.verdict import verdict

NORTH = "north-council"
MOVED = {"staff": 5200.0, "cloud.months": 25.0}
MADE_UP = Path(__file__).parents[1] / "presets"
DATE, LINK = "23 November 2026", "https://sidebyside.example/?preset=north-council&staff=5200"
PRESETS = [*presets.shipped(), "eight", "hostile", "longest"]


@cache
def engine(preset: str) -> Engine:
    if preset == "longest":
        return Engine(presets.parse(longest(), "longest.json"))
    return Engine(presets.load(str(MADE_UP / f"{preset}.toml") if preset in ("eight", "hostile") else preset))


def longest() -> bytes:
    """Eight options, every text as long as a preset allows, and more sources than anybody reads."""
    data = engine("eight").scenario.model_dump(mode="json", exclude_none=True)
    data["summary"] = "Where it comes from and what it rests on is a long story. " * 17
    for number, outcome in enumerate(data["outcomes"]):
        outcome["name"] = f"{number} What we hope for, told at such a length that nobody will read it to its end".ljust(120, "x")
    for place, option in enumerate(data["options"]):
        option["name"] = f"{place}{'W' * 119}"
        for number, line in enumerate(option["cost_lines"]):
            line["name"] = f"{number} Money for things whose names go on and on, as if a line cost nothing".ljust(120, "y")
    source = {"title": "T" * 120, "publisher": "P" * 120, "year": 2020, "link": f"https://{'l' * 290}"}
    data["sources"] |= {f"more-{number}": source for number in range(30)}
    return json.dumps(data).encode()


def pair(preset: str = NORTH, changes=None):
    return evaluate(engine(preset), changes or {}), evaluate(engine(preset))


@cache
def made(preset: str = NORTH, changed: bool = False) -> tuple[bytes, bytes]:
    appraisals = pair(preset, MOVED if changed else {})
    return tuple(build(*appraisals, date=DATE, link=LINK) for build in (briefing_pdf, briefing_docx))


def page(preset: str = NORTH, changed: bool = False) -> pypdf.PageObject:
    (only,) = pypdf.PdfReader(BytesIO(made(preset, changed)[0])).pages
    return only


def plain(text: str) -> str:
    """Without line breaks and the places where a long word may break."""
    return re.sub(r"\s+", " ", text.replace("\u200b", ""))


def text_of(found: pypdf.PageObject) -> str:
    return plain(found.extract_text())


def text_of_docx(content: bytes) -> str:
    every = Document(BytesIO(content)).element.body.iter(qn("w:p"))
    return "\n".join("".join(piece.text or "" for piece in found.iter(qn("w:t"))) for found in every)


def parts(content: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


def tags(node, kinds: list) -> list:
    """Every tag of the tree in reading order."""
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            tags(child, kinds)
    elif isinstance(node, dict):
        kinds += [node] if "/S" in node else []
        if "/K" in node:
            tags(node["/K"], kinds)
    return kinds


# What it says


@pytest.mark.parametrize("preset", PRESETS)
def test_it_is_one_page_of_a4(preset):
    assert [round(side) for side in page(preset).mediabox[2:]] == [595, 842]


@pytest.mark.parametrize("preset", PRESETS)
def test_nothing_stands_in_the_margins(preset):
    picture = typeset("briefing.typ", page_inputs(contents(*pair(preset), DATE, LINK)), format="png", ppi=72)
    darkest = np.asarray(Image.open(BytesIO(picture)).convert("L"))
    assert darkest[40:-40, 45:-45].min() < 100, "and yet the page is not empty"
    for margin in (darkest[:32], darkest[-32:], darkest[:, :40], darkest[:, -40:]):
        assert margin.min() > 250


@pytest.mark.parametrize("kind", ["pdf", "docx"])
@pytest.mark.parametrize("changed", [False, True])
def test_every_figure_is_the_screen_s(kind, changed):
    now, preset = pair(changes=MOVED if changed else {})
    said = text_of(page(changed=changed)) if kind == "pdf" else plain(text_of_docx(made(changed=changed)[1]))
    assert str(verdict(now, preset)) in said
    for result in now.options:
        assert money(result.cost) in said and score(result.overall) in said and score(result.benefit) in said


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_it_names_scenario_changes_model_date_and_link(kind):
    said = text_of(page(changed=True)) if kind == "pdf" else text_of_docx(made(changed=True)[1])
    for told in (f"North Council, as published, 2 changes · model {MODEL_VERSION} · {DATE}", LINK, "Staff: 5,200 staff, was 4,500 staff"):
        assert told in said


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_it_counts_the_numbers_of_every_status(kind):
    said = text_of(page(changed=True)) if kind == "pdf" else text_of_docx(made(changed=True)[1])
    for status, levers in standing(pair(changes=MOVED)[0]).items():
        assert re.search(rf"\b{len(levers)} \W\s?{status}", said)


def test_what_has_no_room_is_counted():
    told = contents(*pair(), DATE, LINK)
    said = text_of(page())
    assert f"and {len(told.switches) - 5} more, in the app" in said
    assert f"and {len(told.matters) - 5} more, in the app" in said


def test_the_summary_goes_last_and_its_going_is_said():
    left_out = "summary is left out here for want of room"
    assert engine("eight").scenario.summary in text_of(page("eight")) and left_out not in text_of(page("eight"))
    assert left_out in text_of(page("longest"))


@pytest.mark.parametrize("build", [briefing_pdf, briefing_docx])
def test_without_any_weight_nobody_is_placed(build):
    weights = {f"weight.{outcome.id}": 0.0 for outcome in engine(NORTH).scenario.outcomes}
    content = build(*pair(changes=weights), date=DATE, link=LINK)
    said = text_of(pypdf.PdfReader(BytesIO(content)).pages[0]) if build is briefing_pdf else text_of_docx(content)
    assert "No option comes first." in said and "1st" not in said


# The same bytes


@pytest.mark.parametrize("build", [briefing_pdf, briefing_docx])
def test_the_same_appraisal_gives_the_same_bytes(build):
    assert len({build(*pair(changes=MOVED), date=DATE, link=LINK) for _ in range(2)}) == 1


def test_neither_file_tells_when_or_where_it_was_made():
    found = pypdf.PdfReader(BytesIO(made()[0]))
    assert not {"/CreationDate", "/ModDate"} & set(found.metadata)
    assert b"CreateDate" not in made()[0]
    assert not re.search("created|modified", parts(made()[1])["docProps/core.xml"])
    with ZipFile(BytesIO(made()[1])) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


# Read aloud


@pytest.mark.parametrize("preset", [NORTH, "eight", "hostile"])
def test_the_pdf_is_tagged_titled_and_in_british_english(preset):
    found = pypdf.PdfReader(BytesIO(made(preset)[0]))
    root = found.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/Metadata"].get_data().decode().count("<pdfuaid:part>1<") == 1
    assert engine(preset).scenario.name in found.metadata.title


@pytest.mark.parametrize("preset", [NORTH, "eight"])
def test_the_tags_tell_headings_table_heads_and_what_each_chart_shows(preset):
    now, was = pair(preset)
    found = tags(pypdf.PdfReader(BytesIO(made(preset)[0])).trailer["/Root"]["/StructTreeRoot"], [])
    kinds = [tag["/S"] for tag in found]
    assert kinds.count("/Title") + kinds.count("/P") > 1
    assert [kind for kind in kinds if kind.startswith("/H")] == ["/H1"] * 5
    assert kinds.count("/TH") >= 7 and kinds.count("/TR") == 1 + len(now.options)
    alts = [tag["/Alt"] for tag in found if "/Alt" in tag]
    assert alts == [shown(chart.alt) for chart in contents(now, was, DATE, LINK).charts]


def test_no_page_is_made_without_a_title():
    told = contents(*pair(), DATE, LINK)
    with pytest.raises(ValueError, match="title"):
        replace(told, title=" ")
    object.__setattr__(told, "title", "")
    with pytest.raises(typst.TypstError, match="missing document title"):
        pdf(told)


def test_no_chart_is_made_without_words_for_those_who_cannot_see_it():
    told = contents(*pair(), DATE, LINK)
    with pytest.raises(ValueError, match="cannot see it"):
        replace(told.charts[0], alt=" ")
    object.__setattr__(told.charts[0], "alt", "")
    with pytest.raises(typst.TypstError, match="missing alt text"):
        pdf(told)


def test_the_document_has_a_title_headings_table_heads_picture_words_and_its_language():
    made_docx = Document(BytesIO(made()[1]))
    assert made_docx.core_properties.title == "Briefing: North Council, as published"
    assert made_docx.core_properties.language == "en-GB"
    languages = {found.get(qn("w:val")) for found in made_docx.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}
    styles = [paragraph.style.name for paragraph in made_docx.paragraphs]
    assert styles.count("Title") == 1 and styles.count("Heading 1") == 5
    (table,) = made_docx.tables
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [row.cells[0].text for row in table.rows[1:]] == ["○ Do nothing", "■ Microsoft 365", "▲ Microsoft Cloud", "◆ Hybrid"]
    described = [found.get("descr") for found in made_docx.element.body.iter(qn("wp:docPr"))]
    assert described == [chart.alt for chart in contents(*pair(), DATE, LINK).charts]


# Whatever names hold


@pytest.mark.parametrize("preset", ["hostile", "longest"])
def test_nothing_in_the_pdf_can_be_clicked_but_its_own_link(preset):
    found = pypdf.PdfReader(BytesIO(made(preset)[0]))
    links = [note.get_object()["/A"]["/URI"] for note in found.pages[0].get("/Annots", [])]
    assert links and set(links) == {LINK}
    assert not {"/OpenAction", "/AA", "/AcroForm", "/Names"} & set(found.trailer["/Root"]) and b"/JavaScript" not in made(preset)[0]


def test_hostile_names_stand_in_both_files_as_they_are_written():
    told, document = text_of(page("hostile")), text_of_docx(made("hostile")[1])
    for option in engine("hostile").scenario.options:
        assert option.name in told and option.name in document


def test_the_document_has_no_field_and_no_link_but_its_own():
    for name, xml in parts(made("hostile")[1]).items():
        assert "instrText" not in xml and "fldSimple" not in xml, name
        external = re.findall(r'Target="([^"]*)"[^>]*TargetMode="External"', xml)
        assert external in ([], [LINK.replace("&", "&amp;")]), name


def test_a_link_that_is_none_is_left_out():
    for build in (briefing_pdf, briefing_docx):
        assert b"javascript:" not in build(*pair(), date=DATE, link="javascript:alert(1)")


@pytest.mark.parametrize("build", [briefing_pdf, briefing_docx])
def test_a_date_and_a_link_without_end_break_nothing(build):
    assert build(*pair(), date="\u202e\x00= 1 " * 5000, link=f"https://a.example/{'b' * 10_000}")


def test_the_whole_of_a_long_link_is_followed():
    link = f"https://a.example/?{'b' * 1000}"
    (only,) = pypdf.PdfReader(BytesIO(briefing_pdf(*pair(), date=DATE, link=link))).pages
    assert {note.get_object()["/A"]["/URI"] for note in only["/Annots"]} == {link}


def test_a_character_without_a_letter_becomes_a_box_and_the_box_is_explained():
    assert shown("Ŵyŷ £1 – 中🎉") == f"Ŵyŷ £1 – {MISSING}{MISSING}"
    assert text_of(page()).count(MISSING) == 0
    (only,) = pypdf.PdfReader(BytesIO(briefing_pdf(*pair(), date="二〇二六", link=LINK))).pages
    assert "□ stands for a character that this page has no letter for." in text_of(only)


@pytest.mark.parametrize("preset", [NORTH, "eight"])
def test_all_letters_come_with_the_page(preset):
    fonts = page(preset)["/Resources"]["/Font"]
    families = {font.get_object()["/BaseFont"].partition("+")[2] for font in fonts.values()}
    assert families and all(family.startswith(("SourceSansPro", "DejaVuSansMono")) for family in families)


# Drawings


@pytest.mark.parametrize("changed", [False, True])
def test_the_longest_bar_is_the_dearest_option_s_and_all_share_one_scale(changed):
    now, preset = pair(changes=MOVED if changed else {})
    bars = [float(width) for width in re.findall(r'<rect [^>]*width="([\d.]+)"', costs.drawn(now, preset))]
    dearest = max(result.cost for result in now.options)
    assert bars == pytest.approx([max(bars) * result.cost / dearest for result in now.options], abs=0.02)


def test_both_charts_show_what_is_so_now_and_mark_the_preset():
    cost, benefit = contents(*pair(changes=MOVED), DATE, LINK).charts
    assert "£5.445m, was £4.710m" in cost.svg and "£5.445m, 51.8" in benefit.svg
    assert benefit.svg.count("<path") == 4 + 3, "four options and three that were elsewhere"


@pytest.mark.parametrize("preset", PRESETS)
def test_no_bar_s_words_leave_the_drawing(preset):
    svg = costs.drawn(*pair(preset))
    assert all(0 <= float(left) <= 300 for left in re.findall(r'<text x="([\d.-]+)"', svg))


def test_a_mark_stands_where_its_numbers_say():
    now, preset = pair()
    benefit = contents(now, preset, DATE, LINK).charts[1].svg
    marks = [tuple(map(float, found)) for found in re.findall(r'translate\(([\d.-]+) ([\d.-]+)\)', benefit)]
    rights = [left for left, _ in marks]
    assert sorted(range(4), key=rights.__getitem__) == sorted(range(4), key=lambda index: now.options[index].cost)
    ups = [-top for _, top in marks]
    assert sorted(range(4), key=ups.__getitem__) == sorted(range(4), key=lambda index: now.options[index].benefit)


def test_pictures_are_the_same_drawings_and_not_black():
    picture = Image.open(BytesIO(png(contents(*pair(), DATE, LINK).charts[0].svg))).convert("RGB")
    colours = dict((colour, count) for count, colour in picture.getcolors(1 << 24))
    assert colours[255, 255, 255] > 0.6 * picture.width * picture.height
    assert colours[0x12, 0x73, 0xB5] > 1000, "Hybrid's bar"


# Opened for real


@pytest.fixture(scope="module")
def opened(office, tmp_path_factory) -> dict[str, pypdf.PdfReader]:
    """Every document as LibreOffice prints it; those of the shipped presets with changes, which take more room."""
    folder = tmp_path_factory.mktemp("opened")
    files = {preset: folder / f"{preset}.docx" for preset in (*presets.shipped(), "eight", "hostile")}
    for preset, file in files.items():
        changes = {name: value for name, value in MOVED.items() if name in engine(preset).offered}
        file.write_bytes(briefing_docx(*pair(preset, changes), date=DATE, link=LINK))
    printed = office.convert(list(files.values()), "pdf", folder)
    return {preset: pypdf.PdfReader(file) for preset, file in zip(files, printed, strict=True)}


@pytest.mark.timeout(240)
@pytest.mark.parametrize("preset", [NORTH, "eight", "hostile"])
def test_libreoffice_opens_the_document_and_shows_all_of_it(opened, preset):
    said = plain(" ".join(found.extract_text() for found in opened[preset].pages))
    assert "What would change the order" in said and "Open it again" in said
    changes = {name: value for name, value in MOVED.items() if name in engine(preset).offered}
    assert verdict(*pair(preset, changes)).lead.replace(" ", "") in said.replace(" ", "")


@pytest.mark.timeout(240)
def test_the_document_too_is_one_page_where_letters_are_as_wide_as_word_s(opened):
    known = subprocess.run(["fc-match", "Calibri"], capture_output=True, text=True).stdout if which("fc-match") else ""
    if not re.search("Carlito|Calibri", known):
        pytest.skip("no letters here are as wide as Word's")
    assert {preset: len(opened[preset].pages) for preset in presets.shipped()} == dict.fromkeys(presets.shipped(), 1)
