"""Whatever names hold, no format obeys them: no live cell, no link but our own, no markup, no crash.

Every text of North Council is an order, and with each shift another one. THOROUGH=1 tries every name in every text.
"""

import csv
import json
import os
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from io import BytesIO, StringIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pypdf
import pytest

from exports.bundle import MANIFEST, together
from exports.kinds import KINDS, Case
from exports.pictures import pictures
from model import presets
from model.appraisal import evaluate
from model.engine import Engine
from model.scenario import Scenario
from tests.exports.hostile import ORDERS, hostile, obeyed

pytestmark = pytest.mark.timeout(120)

DATE, LINK = "2 November 2026", "https://example.org/?preset=north-council&staff=5200"
ESCAPED = LINK.replace("&", "&amp;")
SHIFTS = range(len(ORDERS)) if os.environ.get("THOROUGH") else (0, 60, 103, 174)
"""The last two put signs into the charts that PDF/UA refuses."""
NUMBER = re.compile(r"-?\d+(\.\d+)?(e[-+]?\d+)?")
SVG = "{http://www.w3.org/2000/svg}"
ACTIVE = {f"{SVG}{tag}" for tag in ("a", "script", "image", "foreignObject", "style", "use")}


def files_of(engine: Engine) -> Mapping[str, bytes]:
    """All there is to take away, pictures only as SVG and PDF in one theme, and the bundle's manifest."""
    case = Case(evaluate(engine, {"staff": 5200.0}), evaluate(engine), DATE, LINK)
    made = {name: kind.make(case) for name, kind in KINDS.items() if name != "images"}
    made["images"] = pictures(case.now, case.preset, **case.stamp, formats=("svg", "pdf"), themes=("light",))
    return opened(together(case, made))


def opened(archive: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(archive)) as found:
        return {name: found.read(name) for name in found.namelist()}


@cache
def harmless() -> Mapping[str, bytes]:
    return files_of(Engine(presets.load("north-council")))


def formulas(workbook: bytes) -> list[bytes]:
    parts = opened(workbook)
    return [found for name in sorted(parts) if "worksheets/sheet" in name for found in re.findall(rb"<f[ >].*?</f>", parts[name])]


def followed(parts: Mapping[str, bytes]) -> set[str]:
    """Every address outside the file that it leads to."""
    relations = b"".join(part for name, part in parts.items() if name.endswith(".rels"))
    return {target.decode() for target in re.findall(rb'Target="([^"]*)"[^>]*TargetMode="External"', relations)}


def test_there_are_two_hundred_orders_no_two_alike():
    assert len(set(ORDERS)) == len(ORDERS) >= 200


def test_every_text_of_a_preset_is_an_order():
    usual = tomllib.loads((presets.FOLDER / "north-council.toml").read_text(encoding="utf-8"))
    kept = set(texts(usual)) & set(texts(obeyed(usual)))
    assert {text for text in kept if " " in text} <= {"£ a person", "£ a day", "£ a month", "£ an office", "% of staff"}


def texts(node: object) -> list[str]:
    if isinstance(node, dict):
        return [text for child in node.values() for text in texts(child)]
    if isinstance(node, list):
        return [text for child in node for text in texts(child)]
    return [node] if isinstance(node, str) else []


@pytest.mark.parametrize("shift", SHIFTS)
def test_nothing_is_obeyed_in_any_format(shift):
    engine = hostile(shift)
    found = files_of(engine)
    assert set(found) == set(harmless()), "a name named a file, or kept one from being made"
    for name, content in found.items():
        CHECKS[name.rpartition(".")[2]](content, engine.scenario)


def _pptx(content: bytes, scenario: Scenario) -> None:
    parts = opened(content)
    assert followed(parts) == {ESCAPED}
    for name, part in parts.items():
        if name.endswith(".xlsx"):
            behind = opened(part)
            assert not formulas(part) and not followed(behind) and b"hyperlink" not in b"".join(behind.values())
        elif name.endswith((".xml", ".rels")):
            assert not {node.get("action") for node in ElementTree.fromstring(part).iter() if "hlink" in node.tag} - {None}


def _xlsx(content: bytes, scenario: Scenario) -> None:
    parts = opened(content)
    assert formulas(content) == formulas(harmless()["north-council.xlsx"])
    assert followed(parts) == {ESCAPED}
    assert not any("externalLink" in name or "vba" in name.lower() for name in parts)
    for part in parts.values():
        ElementTree.fromstring(part)


def _docx(content: bytes, scenario: Scenario) -> None:
    parts = opened(content)
    assert followed(parts) == {ESCAPED}
    for name, part in parts.items():
        assert b"instrText" not in part and b"fldSimple" not in part and b"altChunk" not in part, name


def _pdf(content: bytes, scenario: Scenario) -> None:
    read = pypdf.PdfReader(BytesIO(content))
    links = {note.get_object()["/A"]["/URI"] for page in read.pages for note in page.get("/Annots", [])}
    assert links <= {LINK} and len(read.pages) == 1
    assert not {"/OpenAction", "/AA", "/AcroForm", "/Names"} & set(read.trailer["/Root"]) and b"/JavaScript" not in content


def _csv(content: bytes, scenario: Scenario) -> None:
    for row in csv.reader(StringIO(content.decode("utf-8-sig"))):
        for cell in row:
            assert NUMBER.fullmatch(cell) or not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋"))


def _svg(content: bytes, scenario: Scenario) -> None:
    root = ElementTree.fromstring(content)
    assert not {node.tag for node in root.iter()} & ACTIVE
    names = {name.rpartition("}")[2] for node in root.iter() for name in node.attrib}
    assert not {name for name in names if name.startswith("on")} | names & {"href", "src", "style"}


def _html(content: bytes, scenario: Scenario) -> None:
    usual = harmless()["north-council.html"]
    for tag in (b"<script", b"<iframe", b"<img", b"<a ", b"<style", b"<link", b"<object"):
        assert content.count(tag) == usual.count(tag), tag


def _json(content: bytes, scenario: Scenario) -> None:
    told = json.loads(content)
    if "files" in told:
        assert told["scenario"] == {"id": "north-council", "name": scenario.name} and told["link"] == LINK
    else:
        assert presets.parse(content, "again.json") == scenario


CHECKS = {"pptx": _pptx, "xlsx": _xlsx, "docx": _docx, "pdf": _pdf, "csv": _csv, "svg": _svg, "html": _html, "json": _json}

UNSEEN = {
    "control characters": "a\x00\x07\x1b\x7fb", "the other direction": "a\u202eb\u2066c", "no width": "a\u200bb\u2060c\ufeffd",
    "lines": "a\nb\u2028c\u2029d", "half a letter": "a\ud800b", "endless": "x" * 10_000,
}  # fmt: skip


@pytest.mark.parametrize("text", UNSEEN.values(), ids=UNSEEN)
def test_hidden_and_endless_text_is_refused_at_the_door_of_every_field(text):
    data = presets.load("north-council").model_dump(mode="json")
    for path in (("name",), ("options", 1, "name"), ("options", 1, "cost_lines", 0, "name"), ("outcomes", 0, "name")):
        changed = json.loads(json.dumps(data))
        here = changed
        for step in path[:-1]:
            here = here[step]
        here[path[-1]] = text
        with pytest.raises(ValueError, match="characters|unicode"):
            Scenario.model_validate(changed)


@pytest.mark.parametrize("text", UNSEEN.values(), ids=UNSEEN)
def test_as_a_date_or_a_link_it_harms_no_file(text):
    engine = Engine(presets.load("north-council"))
    case = Case(evaluate(engine), evaluate(engine), text, f"https://example.org/?{text}")
    made = {name: kind.make(case) for name, kind in KINDS.items() if name not in ("images", "scenes")}
    told = json.loads(opened(together(case, made))[MANIFEST])
    assert len(told["date"]) <= 400 and not re.search("[\x00-\x1f\u200b-\u200f\u2028-\u202e\u2060-\u206f]", told["date"] + told["link"])
