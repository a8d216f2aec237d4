"""Made in a process of its own, a file is the same file, and one that fails costs none of the others."""

import json
import subprocess
import sys
from base64 import b64decode
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from exports import apart
from exports.briefing import briefing_docx, briefing_pdf
from exports.bundle import bundle
from exports.deck import deck
from exports.kinds import KINDS, Kind
from exports.tables import tables
from exports.workbook import workbook
from model import presets
from model.appraisal import evaluate
from model.engine import Engine

ROOT = Path(__file__).parents[2]
STAMP = {"date": "2 November 2026", "link": "https://example.org/?preset=north-council&staff=5200"}
CHANGES = {"staff": 5200.0, "cloud.months": 25.0}
ENGINE = Engine(presets.load("north-council"))
PAIR = evaluate(ENGINE, CHANGES), evaluate(ENGINE)
JOB = json.dumps({"scenario": ENGINE.scenario.model_dump_json(), "changes": CHANGES, **STAMP})


def heard(answers: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in answers.splitlines()]


def made(told: list[dict[str, str]]) -> dict[str, bytes]:
    return {each["made"]: b64decode(each["content"]) for each in told if "made" in each}


@pytest.fixture(scope="module")
def told() -> list[dict[str, str]]:
    command = [sys.executable, "-m", "exports.apart"]
    done = subprocess.run(command, cwd=ROOT, input=JOB, capture_output=True, text=True, encoding="utf-8", timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    return heard(done.stdout)


def test_every_part_is_begun_and_then_made(told):
    assert [tuple(each)[0] + " " + next(iter(each.values())) for each in told] == [
        f"{what} {part}" for part in apart.PARTS for what in ("begins", "made")
    ]


def test_each_file_is_the_one_made_in_this_process(told):
    found = made(told)
    assert found["deck"] == deck(*PAIR, **STAMP)
    assert found["workbook"] == workbook(PAIR[0], **STAMP)
    assert (found["briefing"], found["docx"]) == (briefing_pdf(*PAIR, **STAMP), briefing_docx(*PAIR, **STAMP))
    assert found["bundle"] == bundle(*PAIR, **STAMP)
    assert found["preview"].startswith(b"\x89PNG")
    with ZipFile(BytesIO(found["csv"])) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == tables(*PAIR, **STAMP)


def test_a_part_that_fails_is_named_and_the_others_are_made(monkeypatch, capsys):
    def fails(case: object) -> bytes:
        raise ZeroDivisionError("for the log")

    monkeypatch.setitem(KINDS, "workbook", Kind("Workbook", ".xlsx", fails))
    answers = StringIO()
    apart.main(StringIO(JOB), answers)
    told = heard(answers.getvalue())
    assert [each["failed"] for each in told if "failed" in each] == ["workbook", "bundle"]
    assert set(made(told)) == set(apart.PARTS) - {"workbook", "bundle"}
    assert "for the log" in capsys.readouterr().err and "for the log" not in answers.getvalue()


def test_when_nobody_waits_for_the_files_any_more_it_ends_without_a_word():
    command = [sys.executable, "-m", "exports.apart"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as run:
        run.stdin.write(JOB)
        run.stdin.close()
        run.stdout.readline()
        run.stdout.close()
        assert (run.stderr.read(), run.wait(60)) == ("", 0)
