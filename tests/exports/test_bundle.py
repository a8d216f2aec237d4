"""One file holds everything, says what it is, and can be opened again."""

import json
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

from exports.bundle import MANIFEST, bundle
from exports.deck import deck
from exports.pictures import pictures
from exports.tables import TABLES
from exports.workbook import workbook
from model import MODEL_VERSION, presets
from model.appraisal import Appraisal, evaluate
from model.engine import Engine
from tests.exports.hostile import hostile

STAMP = {"date": "2 November 2026", "link": "https://example.org/?preset=north-council&staff=5200"}
NORTH = "north-council"
MOVED = {"staff": 5200.0, "cloud.months": 25.0}


@cache
def engine(preset: str) -> Engine:
    return hostile() if preset == "orders" else Engine(presets.load(preset))


def pair(preset: str = NORTH, changes=None) -> tuple[Appraisal, Appraisal]:
    return evaluate(engine(preset), changes or {}), evaluate(engine(preset))


def opened(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@cache
def made(preset: str = NORTH) -> Mapping[str, bytes]:
    return opened(bundle(*pair(preset, MOVED), **STAMP))


def told(files: Mapping[str, bytes]) -> dict:
    return json.loads(files[MANIFEST])


def test_it_holds_slides_workbook_briefing_scenes_tables_pictures_and_scenario():
    found = made()
    assert list(found) == [
        MANIFEST, *(f"{NORTH}.{kind}" for kind in ("pptx", "xlsx", "pdf", "docx", "html")),
        *(f"tables/{name}.csv" for name in TABLES),
        *(f"pictures/{name}" for name in pictures(*pair(changes=MOVED), **STAMP)), f"{NORTH}.json",
    ]  # fmt: skip
    assert found[f"{NORTH}.pptx"] == deck(*pair(changes=MOVED), **STAMP)
    assert found[f"{NORTH}.xlsx"] == workbook(pair(changes=MOVED)[0], **STAMP)


def test_the_manifest_names_scenario_changes_model_date_and_link():
    found = told(made())
    assert found["scenario"] == {"id": NORTH, "name": "North Council, as published"}
    assert (found["model_version"], found["date"], found["link"]) == (MODEL_VERSION, STAMP["date"], STAMP["link"])
    assert {change["lever"]: (change["value"], change["preset"]) for change in found["changes"]} == {
        "staff": (5200, 4500), "cloud.months": (25, 18),
    }  # fmt: skip
    assert {(change["status"], change["preset_status"]) for change in found["changes"]} == {("yours", "published")}
    assert found["numbers_by_status"]["yours"] == 2
    assert sum(found["numbers_by_status"].values()) == len(engine(NORTH).levers)


def test_the_manifest_lists_every_other_file_with_its_length_and_fingerprint():
    found = made()
    listed = {file["name"]: (file["bytes"], file["sha256"]) for file in told(found)["files"]}
    assert listed == {
        name: (len(content), sha256(content).hexdigest()) for name, content in found.items() if name != MANIFEST
    }


def test_every_picture_is_in_it_in_every_format():
    pictures = [name for name in made() if name.startswith("pictures/dark/")]
    assert {name.rpartition(".")[2] for name in pictures} == {"svg", "png", "pdf"}
    assert len(pictures) == 3 * 7


def test_scenario_and_changes_open_again_to_the_same_figures():
    found = made()
    scenario = presets.parse(found[f"{NORTH}.json"], f"{NORTH}.json")
    assert scenario == engine(NORTH).scenario
    changes = {change["lever"]: change["value"] for change in told(found)["changes"]}
    again, now = evaluate(Engine(scenario), changes), pair(changes=MOVED)[0]
    assert [result.overall for result in again.options] == [result.overall for result in now.options]


def test_the_same_input_makes_the_same_bytes():
    fresh = Engine(presets.load(NORTH))
    again = bundle(evaluate(fresh, MOVED), evaluate(fresh), **STAMP)
    assert opened(again) == dict(made())
    assert again == bundle(*pair(changes=MOVED), **STAMP)


def test_names_that_mean_harm_name_no_file_and_stay_words():
    found = made("orders")
    assert set(found) == set(made())
    assert told(found)["scenario"]["name"] == engine("orders").scenario.name
