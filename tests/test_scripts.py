"""What finds Chromium and LibreOffice before the tests run."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHOWS_A_PAGE = "echo '<html>'"
SAVES_AS_PDF = 'for name in sheet words slides; do echo PDF >"$name.pdf"; done'


@pytest.fixture
def without_timeout(tmp_path) -> Path:
    """A folder with every program of this computer but one."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for place in map(Path, os.environ["PATH"].split(os.pathsep)):
        for program in place.glob("*"):
            if program.name != "timeout" and not (folder / program.name).exists():
                (folder / program.name).symlink_to(program)
    return folder


@pytest.mark.skipif(shutil.which("bash") is None, reason="the scripts are written for bash")
@pytest.mark.parametrize(
    ("script", "named", "does"),
    [("tests/browser/chromium.sh", "CHROMIUM", SHOWS_A_PAGE), ("tests/exports/office.sh", "SOFFICE", SAVES_AS_PDF)],
    ids=["chromium", "libreoffice"],
)
def test_a_computer_without_timeout_such_as_a_mac_finds_what_it_has(script, named, does, without_timeout, tmp_path):
    program = tmp_path / "program"
    program.write_text(f"#!/usr/bin/env bash\n{does}\n", encoding="utf-8")
    program.chmod(0o755)
    told = {**os.environ, "PATH": str(without_timeout), named: str(program)}
    found = subprocess.run(["bash", ROOT / script, "find"], env=told, capture_output=True, text=True, encoding="utf-8")
    assert (found.returncode, found.stdout.strip()) == (0, str(program)), found.stderr
