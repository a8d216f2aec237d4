"""Everything in one zip file, with a manifest that says what it is and lets nobody change it unnoticed."""

import json
from collections.abc import Callable, Mapping
from hashlib import sha256

from exports.archive import zipped
from exports.briefing import briefing_docx, briefing_pdf
from exports.chromium import PicturesError
from exports.deck import deck
from exports.pictures import pictures
from exports.tables import tables
from exports.workbook import workbook
from model.appraisal import Appraisal
from words.provenance import standing, status
from words.records import plain
from words.stamp import Stamp, stamp

Files = dict[str, bytes]
MANIFEST = "manifest.json"


def bundle(
    now: Appraisal, preset: Appraisal, *, date: str, link: str, browser: str | None = None,
    begins: Callable[[str], object] = lambda part: None,
) -> bytes:  # fmt: skip
    """Slides, workbook, briefing, tables, pictures and the scenario itself as a .zip file.

    ``begins`` is told of each part before it is made, so that a person who waits sees how far it is. Without a
    Chromium the pictures are left out and the manifest says so; ``browser`` is the path of one.
    """
    files, left_out = {}, []
    for part, make in PARTS.items():
        begins(part)
        try:
            files |= make(now, preset, date, link, browser)
        except PicturesError as reason:
            left_out.append(f"{part}: {reason}")
    told = manifest(now, files, stamp(now, date, link), left_out)
    return zipped({MANIFEST: told, **files})


def manifest(now: Appraisal, files: Mapping[str, bytes], stamped: Stamp, left_out: list[str]) -> bytes:
    """What the files stand for, and of each its length and SHA-256, as JSON."""
    return _json({
        "scenario": {"id": now.scenario.id, "name": stamped.scenario},
        "changes": [_change(name, value, now) for name, value in now.changes.items()],
        "model_version": stamped.version,
        "date": stamped.date,
        "link": stamped.link,
        "numbers_by_status": {str(each): len(levers) for each, levers in standing(now).items()},
        "files": [
            {"name": name, "bytes": len(content), "sha256": sha256(content).hexdigest()}
            for name, content in files.items()
        ],
        "left_out": left_out,
    })  # fmt: skip


def _change(name: str, value: float, now: Appraisal) -> dict[str, object]:
    lever = now.engine.offered[name]
    return {
        "lever": name, "name": lever.title, "value": plain(value), "preset": plain(lever.default),
        "unit": lever.measure.unit, "status": str(status(now, lever)), "preset_status": str(lever.quantity.status),
    }  # fmt: skip


def _json(data: object) -> bytes:
    return json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False).encode()


def _slides(now: Appraisal, preset: Appraisal, date: str, link: str, browser: str | None) -> Files:
    return {f"{now.scenario.id}.pptx": deck(now, preset, date=date, link=link)}


def _workbook(now: Appraisal, preset: Appraisal, date: str, link: str, browser: str | None) -> Files:
    return {f"{now.scenario.id}.xlsx": workbook(now, date=date, link=link)}


def _briefing(now: Appraisal, preset: Appraisal, date: str, link: str, browser: str | None) -> Files:
    made = {"pdf": briefing_pdf, "docx": briefing_docx}
    return {f"{now.scenario.id}.{kind}": make(now, preset, date=date, link=link) for kind, make in made.items()}


def _tables(now: Appraisal, preset: Appraisal, date: str, link: str, browser: str | None) -> Files:
    return _in("tables", tables(now, preset, date=date, link=link))


def _scenario(now: Appraisal, preset: Appraisal, date: str, link: str, browser: str | None) -> Files:
    """The preset as it was, in the format that `model.presets` reads; the changes stand in the manifest."""
    return {f"{now.scenario.id}.json": now.scenario.model_dump_json(indent=2, exclude_none=True).encode()}


def _pictures(now: Appraisal, preset: Appraisal, date: str, link: str, browser: str | None) -> Files:
    return _in("pictures", pictures(now, preset, date=date, link=link, browser=browser))


def _in(folder: str, files: Files) -> Files:
    return {f"{folder}/{name}": content for name, content in files.items()}


PARTS: dict[str, Callable[[Appraisal, Appraisal, str, str, str | None], Files]] = {
    "Slides": _slides,
    "Workbook": _workbook,
    "Briefing": _briefing,
    "Tables": _tables,
    "Scenario": _scenario,
    "Pictures": _pictures,
}
