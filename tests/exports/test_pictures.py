"""Every chart is a picture that stands alone, in three formats and both themes, and needs no browser."""

import re
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pypdf
import pytest
from PIL import Image

from charts.style import DARK, LIGHT, THEMES
from exports.pictures import APPRAISED, pictures, sheets
from model import MODEL_VERSION, presets
from model.appraisal import Appraisal, evaluate
from model.engine import Engine
from tests.exports.hostile import hostile
from words.provenance import how_many_assumed
from words.stamp import stamp

MADE = Path(__file__).parents[1] / "presets"
DATE, LINK = "2 November 2026", "https://example.org/?preset=north-council&staff=5200"
NORTH = "north-council"
MOVED = {"staff": 5200.0, "cloud.months": 25.0}
ALL = {*APPRAISED, "ranges", "what-matters"}
SVG = "{http://www.w3.org/2000/svg}"


@cache
def engine(preset: str) -> Engine:
    if preset == "orders":
        return hostile()
    return Engine(presets.load(preset if preset in presets.shipped() else str(MADE / f"{preset}.toml")))


def pair(preset: str = NORTH, changes=None) -> tuple[Appraisal, Appraisal]:
    return evaluate(engine(preset), changes or {}), evaluate(engine(preset))


@pytest.fixture(scope="session")
def made() -> dict[str, bytes]:
    return pictures(*pair(changes=MOVED), date=DATE, link=LINK)


def words_of(svg: bytes) -> str:
    """All text of a drawing, without the breaks that fit it to its sheet."""
    root = ElementTree.fromstring(svg)
    return " ".join("".join(node.itertext()) for node in root.iter() if node.tag in (f"{SVG}text", f"{SVG}desc", f"{SVG}title"))


def test_every_chart_is_there_in_both_themes_as_svg_png_and_pdf(made):
    assert set(made) == {f"{theme}/{name}.{kind}" for theme in THEMES for name in ALL for kind in ("svg", "png", "pdf")}
    starts = {"svg": b"<svg ", "png": b"\x89PNG", "pdf": b"%PDF-"}
    assert all(content.startswith(starts[name.rpartition(".")[2]]) for name, content in made.items())


def test_a_picture_shows_its_finding_and_which_scenario_it_stands_for(made):
    now, preset = pair(changes=MOVED)
    for sheet in sheets(now, preset, LIGHT, stamp(now, DATE, LINK)):
        said = words_of(made[f"light/{sheet.name}.svg"]).replace(" ", "")
        for words in (sheet.title, "North Council, as published, 2 changes", f"model {MODEL_VERSION}", DATE, LINK, how_many_assumed(now)):
            assert words.replace(" ", "") in said


def test_a_drawing_is_named_and_described_for_those_who_cannot_see_it(made):
    now, preset = pair(changes=MOVED)
    for sheet in sheets(now, preset, DARK, stamp(now, DATE, LINK)):
        root = ElementTree.fromstring(made[f"dark/{sheet.name}.svg"])
        assert root.get("role") == "img"
        assert [child.text for child in root[:2]] == [sheet.title, sheet.alt]


def colours_of(png: bytes) -> dict[str, int]:
    """How many pixels of a picture have which colour."""
    picture = Image.open(BytesIO(png)).convert("RGB")
    return {f"#{red:02X}{green:02X}{blue:02X}": count for count, (red, green, blue) in picture.getcolors(1 << 24)}


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_a_picture_has_the_colours_of_its_theme_and_nothing_is_black(made, theme):
    for name in APPRAISED:
        found = colours_of(made[f"{theme.name}/{name}.png"])
        assert max(found, key=found.get) == theme.ground
        assert all(found.get(colour.upper(), 0) > 20 for colour in theme.colours[:4]), name
        assert found.get("#000000", 0) == 0


def test_no_words_are_written_beyond_the_sheet(made):
    for name, content in made.items():
        if name.endswith(".svg"):
            root = ElementTree.fromstring(content)
            wide, high = float(root.get("width")), float(root.get("height"))
            for node in root.iter(f"{SVG}text"):
                assert 0 <= float(node.get("x", 0)) <= wide and 0 <= float(node.get("y", 0)) <= high


@pytest.mark.parametrize("preset", ["moved", "eight", "depot"])
def test_nothing_touches_the_edge_of_a_picture(made, preset):
    found = made if preset == "moved" else pictures(*pair(preset), date=DATE, link=LINK, formats=["png"])
    for name in (name for name in found if name.endswith(".png")):
        picture = Image.open(BytesIO(found[name])).convert("RGB")
        wide, high = picture.size
        for edge in ((0, 0, wide, 8), (0, high - 8, wide, high), (0, 0, 8, high), (wide - 8, 0, wide, high)):
            assert len(picture.crop(edge).getcolors()) == 1, name


def test_a_page_is_as_large_as_its_drawing_tagged_and_in_letters_it_brings_along(made):
    now, preset = pair(changes=MOVED)
    for sheet in sheets(now, preset, LIGHT, stamp(now, DATE, LINK)):
        found = pypdf.PdfReader(BytesIO(made[f"light/{sheet.name}.pdf"]))
        (page,) = found.pages
        root = ElementTree.fromstring(made[f"light/{sheet.name}.svg"])
        assert [round(side / 0.75) for side in page.mediabox[2:]] == [round(float(root.get(side))) for side in ("width", "height")]
        assert found.metadata.title == sheet.title and found.trailer["/Root"]["/MarkInfo"]["/Marked"]
        fonts = [font.get_object()["/BaseFont"] for font in _fonts(page)]
        assert fonts and all("SourceSansPro" in font for font in fonts)
        assert not {"/CreationDate", "/ModDate"} & set(found.metadata)


def _fonts(found) -> list:
    """Of a page and of what is drawn on it."""
    resources = found["/Resources"]
    inside = [each.get_object() for each in resources.get("/XObject", {}).values()]
    own = list(resources.get("/Font", {}).values())
    return own + [font for each in inside if "/Resources" in each for font in _fonts(each)]


def test_the_same_input_makes_the_same_bytes(made):
    again = pictures(*pair(changes=MOVED), date=DATE, link=LINK, themes=["light"])
    assert again == {name: content for name, content in made.items() if name.startswith("light/")}


def test_names_that_mean_harm_are_words_in_a_drawing():
    now, preset = pair("orders")
    found = pictures(now, preset, date=DATE, link=LINK, formats=["svg"], themes=["light"])
    assert set(found) == {f"light/{name}.svg" for name in ALL}
    for content in found.values():
        root = ElementTree.fromstring(content)
        assert not {node.tag for node in root.iter()} & {f"{SVG}{tag}" for tag in ("a", "script", "image", "foreignObject")}
        assert not re.search(rb"(?:href|src)=\"(?!#)", content)
    said = words_of(found["light/benefit-against-cost.svg"])
    assert all(option.name in said for option in now.scenario.options)


def test_charts_without_data_are_left_out():
    found = pictures(*pair("depot"), date=DATE, link="", formats=["svg"], themes=["light"])
    assert set(found) == {f"light/{name}.svg" for name in ALL - {"people-idle", "backlog"}}
