"""Every chart is a picture that stands alone, drawn by a real Chromium, or one sentence says why not."""

import os
import re
import stat
import subprocess
import sys
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from charts.style import DARK, LIGHT, THEMES
from exports.chromium import PicturesError, draw
from exports.pictures import APPRAISED, pictures, sheets
from model import MODEL_VERSION, presets
from model.appraisal import Appraisal, evaluate
from model.engine import Engine
from tests.exports.hostile import hostile
from words.provenance import how_many_assumed
from words.stamp import stamp

pytestmark = pytest.mark.timeout(600)

ROOT = Path(__file__).parents[2]
DATE, LINK = "2 November 2026", "https://example.org/?preset=north-council&staff=5200"
NORTH = "north-council"
MOVED = {"staff": 5200.0, "cloud.months": 25.0}
ALL = {*APPRAISED, "ranges", "what-matters"}
SVG = "{http://www.w3.org/2000/svg}"


@cache
def engine(preset: str) -> Engine:
    return hostile() if preset == "orders" else Engine(presets.load(preset))


def pair(preset: str = NORTH, changes=None) -> tuple[Appraisal, Appraisal]:
    return evaluate(engine(preset), changes or {}), evaluate(engine(preset))


@pytest.fixture(scope="session")
def chromium() -> str:
    """The one that CHROMIUM names, or the first that really starts."""
    if named := os.environ.get("CHROMIUM"):
        return named
    search = subprocess.run(
        [ROOT / "tests/browser/chromium.sh", "find"], capture_output=True, text=True, encoding="utf-8"
    )
    assert search.returncode == 0, search.stderr
    return search.stdout.strip()


@pytest.fixture(scope="session")
def made(chromium) -> dict[str, bytes]:
    return pictures(*pair(changes=MOVED), date=DATE, link=LINK, browser=chromium)


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


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_a_picture_has_the_colours_of_its_theme_and_nothing_is_black(made, theme):
    for name in APPRAISED:
        drawing = made[f"{theme.name}/{name}.svg"].decode()
        assert f"fill: {_rgb(theme.ground)}" in drawing
        assert all(_rgb(colour) in drawing for colour in theme.colours[:4])
        assert "rgb(0, 0, 0); fill-opacity: 1" not in drawing


def _rgb(colour: str) -> str:
    return f"rgb({', '.join(str(int(colour[start : start + 2], 16)) for start in (1, 3, 5))})"


def test_no_words_are_written_beyond_the_sheet(made):
    for name, content in made.items():
        if name.endswith(".svg"):
            root = ElementTree.fromstring(content)
            wide, high = float(root.get("width")), float(root.get("height"))
            for node in root.iter(f"{SVG}text"):
                x, y = float(node.get("x", 0)), float(node.get("y", 0))
                assert -wide < x <= wide and -high < y <= high


def test_a_page_is_as_large_as_its_drawing_and_drawn_in_letters_of_the_screen(made):
    for theme in THEMES:
        page = made[f"{theme}/backlog.pdf"]
        # Elsewhere browsers ask the system alone for letters.
        assert b"SourceSansPro" in page or sys.platform != "linux"
        assert b"(D:20000101000000" in page and b"(D:202" not in page


def test_the_same_input_makes_the_same_bytes(made, chromium):
    again = pictures(*pair(changes=MOVED), date=DATE, link=LINK, browser=chromium, themes=["light"])
    assert again == {name: content for name, content in made.items() if name.startswith("light/")}


def test_names_that_mean_harm_are_words_in_a_drawing(chromium):
    now, preset = pair("orders")
    found = pictures(now, preset, date=DATE, link=LINK, browser=chromium, formats=["svg"], themes=["light"])
    assert set(found) == {f"light/{name}.svg" for name in ALL}
    for content in found.values():
        root = ElementTree.fromstring(content)
        assert not {node.tag for node in root.iter()} & {f"{SVG}{tag}" for tag in ("a", "script", "image", "foreignObject")}
        assert not re.search(rb"(?:href|src)=\"(?!#)", content)
    said = words_of(found["light/benefit-against-cost.svg"])
    assert all(option.name in said for option in now.scenario.options)


def test_charts_without_data_are_left_out_and_more_options_are_no_harm(chromium):
    found = pictures(*pair("depot"), date=DATE, link="", browser=chromium, formats=["svg"], themes=["light"])
    assert set(found) == {f"light/{name}.svg" for name in ALL - {"people-idle", "backlog"}}


def test_without_a_browser_one_sentence_says_what_to_do():
    with pytest.raises(PicturesError, match=r"^Pictures are drawn by Chromium, and none was found: install .*\.$"):
        pictures(*pair(), date=DATE, link=LINK, browser="/nowhere/chromium")


def test_a_browser_that_is_none_is_told_apart():
    with pytest.raises(PicturesError, match=r"^Chromium could not draw the pictures: .*\.$"):
        draw([], 1, "/bin/true", 60)


def test_a_browser_that_hangs_is_ended_in_time_and_leaves_nothing_running(tmp_path):
    mark = tmp_path / "process"
    hanging = tmp_path / "hanging"
    hanging.write_text(f"#!/bin/sh\necho $$ > {mark}\nexec sleep 600\n", encoding="utf-8")
    hanging.chmod(hanging.stat().st_mode | stat.S_IXUSR)
    with pytest.raises(PicturesError, match="^Chromium took longer than 3 seconds to draw the pictures"):
        draw([], 1, str(hanging), 3)
    assert not _runs(int(mark.read_text(encoding="utf-8")))


def _runs(process: int) -> bool:
    """Whether it does more than wait for its parent to take notice of its end."""
    try:
        os.kill(process, 0)
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False
