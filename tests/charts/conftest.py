"""Appraisals to draw: every shipped preset, and one whose names are meant to do harm."""

import json
import tomllib
from collections.abc import Callable, Mapping

import pytest

from model import presets
from model.appraisal import Appraisal, evaluate
from model.engine import Engine

HOSTILE = (
    "<b>Bold</b><script>alert(1)</script>", "%{y} %{customdata[0]}", "$x^2$ &lt;br&gt; &amp;", "<br>" * 20,
    "A name as long as a name may be, " * 3, "{{ 7 * 7 }}", "<a href='http://192.0.2.1'>here</a>", "</span>",
)  # fmt: skip


def hostile() -> bytes:
    """North Council with eight options that differ in name and months alone."""
    data = tomllib.loads((presets.FOLDER / "north-council.toml").read_text(encoding="utf-8"))
    first, model = data["options"][0], data["options"][-1]
    months = {"status": "assumption"}
    others = [
        {**model, "id": f"o{number}", "name": name.strip(), "months": {**months, "value": 3 * number}}
        for number, name in enumerate(HOSTILE[1:], 1)
    ]
    data |= {"id": "hostile", "options": [{**first, "name": HOSTILE[0]}, *others], "shown_levers": [], "scenes": []}
    return json.dumps(data).encode()


@pytest.fixture(scope="session")
def engines() -> dict[str, Engine]:
    """Every shipped preset and the hostile one, by id."""
    shipped = {name: Engine(presets.load(name)) for name in presets.shipped()}
    return {**shipped, "hostile": Engine(presets.parse(hostile(), "hostile.json"))}


@pytest.fixture(scope="session")
def pair(engines) -> Callable[..., tuple[Appraisal, Appraisal]]:
    """``pair(preset, changes)``: the appraisal with the changes, and the one it started from."""

    def appraise(preset: str, changes: Mapping[str, float] | None = None) -> tuple[Appraisal, Appraisal]:
        return evaluate(engines[preset], changes or {}), evaluate(engines[preset])

    return appraise
