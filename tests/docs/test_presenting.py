"""What docs/presenting.md says is so: the keys are those of the stage."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "presenting.md").read_text(encoding="utf-8")
SCRIPT = (ROOT / "exports" / "stage" / "browser" / "stage.js").read_text(encoding="utf-8")


def test_the_document_lists_the_keys_that_the_stage_lists():
    keys = re.findall(r'^  \["([^"]+)", "', SCRIPT.split("];")[0], re.MULTILINE)
    told = re.findall(r"^\| (?!Key |---)([^|]+) \|", DOCUMENT, re.MULTILINE)
    assert len(keys) == 12
    assert told == [key for key in keys if key != "Escape"]
