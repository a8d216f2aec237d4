"""What docs/terminal.md shows is what the terminal shows."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import cli

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "terminal.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^```console\n\$ python (.*?)\n(.*?)^```$", DOCUMENT, re.MULTILINE | re.DOTALL)


def test_the_document_shows_each_command_and_a_refusal():
    assert set(cli.COMMANDS) == {command.split()[1] for command, _ in SHOWN}
    assert any("must be" in output for _, output in SHOWN)


@pytest.mark.parametrize(("command", "output"), SHOWN, ids=[command for command, _ in SHOWN])
def test_every_command_shown_says_what_it_is_shown_to_say(command, output, tmp_path):
    (tmp_path / "cli.py").symlink_to(ROOT / "cli.py")  # so that what is exported is left elsewhere
    said = subprocess.run(
        f'"{sys.executable}" {command}', shell=True, cwd=tmp_path, timeout=60, text=True, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    assert said.stdout == output
