"""A real LibreOffice in a profile of its own, which computes every formula anew when it opens a file."""

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Without this setting LibreOffice shows the figures stored in an .xlsx file and computes nothing.
RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


@dataclass(frozen=True)
class Office:
    """LibreOffice without a window."""

    program: str
    profile: Path

    def convert(self, files: Sequence[Path], target: str, into: Path) -> list[Path]:
        """Open the files and save each as ``target`` (pdf, xlsx...) in the folder ``into``."""
        self._run("--headless", "--convert-to", target, "--outdir", into, *files)
        made = [into / f"{file.stem}.{target}" for file in files]
        assert all(file.exists() for file in made), f"LibreOffice made no {target} of some of {files}"
        return made

    def _run(self, *arguments: str | Path) -> None:
        own = f"-env:UserInstallation={self.profile.as_uri()}"
        subprocess.run([self.program, own, *arguments], check=True, capture_output=True)


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The one that SOFFICE names, or the first that really works."""
    profile = tmp_path_factory.mktemp("office")
    (profile / "user").mkdir()
    (profile / "user" / "registrymodifications.xcu").write_text(RECALCULATE, encoding="utf-8")
    return Office(os.environ.get("SOFFICE") or found_office(), profile)


def found_office() -> str:
    search = subprocess.run(
        [ROOT / "tests/exports/office.sh", "find"], capture_output=True, text=True, encoding="utf-8"
    )
    assert search.returncode == 0, search.stderr
    return search.stdout.strip()
