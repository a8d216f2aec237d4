"""Everything in one zip file, with a manifest that says what it is and lets nobody change it unnoticed."""

import json
from collections.abc import Mapping

from exports.archive import fingerprint, zipped
from exports.kinds import KINDS, Case, Files
from model.appraisal import Appraisal
from words.provenance import standing, status
from words.records import plain
from words.stamp import Stamp, stamp

MANIFEST = "manifest.json"
FOLDERS = {"csv": "tables", "images": "pictures"}


def bundle(now: Appraisal, preset: Appraisal, *, date: str, link: str) -> bytes:
    """Slides, workbook, briefing, scenes, tables, pictures and the scenario itself as a .zip file."""
    case = Case(now, preset, date, link)
    return together(case, {name: kind.make(case) for name, kind in KINDS.items()})


def together(case: Case, made: Mapping[str, bytes | Files]) -> bytes:
    """The zip file of what was made of a case, by the name of its kind."""
    files: Files = {}
    for name, content in made.items():
        files |= _named(case.now.scenario.id, name, content)
    files[f"{case.now.scenario.id}.json"] = _scenario(case.now)
    told = manifest(case.now, files, stamp(case.now, case.date, case.link))
    return zipped({MANIFEST: told, **files})


def _named(scenario: str, name: str, content: bytes | Files) -> Files:
    if isinstance(content, bytes):
        return {f"{scenario}{KINDS[name].ending}": content}
    return {f"{FOLDERS[name]}/{file}": each for file, each in content.items()}


def manifest(now: Appraisal, files: Mapping[str, bytes], stamped: Stamp) -> bytes:
    """What the files stand for, and of each its length and SHA-256, as JSON."""
    return _json({
        "scenario": {"id": now.scenario.id, "name": stamped.scenario},
        "changes": [_change(name, value, now) for name, value in now.changes.items()],
        "model_version": stamped.version,
        "date": stamped.date,
        "link": stamped.link,
        "numbers_by_status": {str(each): len(levers) for each, levers in standing(now).items()},
        "files": [fingerprint(*each) for each in files.items()],
    })  # fmt: skip


def _change(name: str, value: float, now: Appraisal) -> dict[str, object]:
    lever = now.engine.offered[name]
    return {
        "lever": name, "name": lever.title, "value": plain(value), "preset": plain(lever.default),
        "unit": lever.measure.unit, "status": str(status(now, lever)), "preset_status": str(lever.quantity.status),
    }  # fmt: skip


def _scenario(now: Appraisal) -> bytes:
    """The preset as it was, in the format that `model.presets` reads; the changes stand in the manifest."""
    return now.scenario.model_dump_json(indent=2, exclude_none=True).encode()


def _json(data: object) -> bytes:
    return json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False).encode()
