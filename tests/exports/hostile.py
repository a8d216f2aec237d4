"""North Council with every word written to be obeyed: as a formula, a link, markup, a field code or an escape."""

import tomllib
from itertools import count

from model import presets
from model.engine import Engine
from model.scenario import Scenario

ORDERS = (
    "=1+1", "=HYPERLINK(\"http://192.0.2.1\")", "+1", "-1", "@SUM(1)", "{=1}", "=cmd|' /C calc'!A0", "'=1", "TRUE",
    "1e5", "#REF!", "<b>", "</v></c>", "&amp;", "&P&N", "_x0041_", "\"\"", "https://192.0.2.1/", "mailto:a@192.0.2.1",
    "internal:Inputs!B5", "%s {0} {{x}}", "$x$", "\\n",
)  # fmt: skip
TEXTS = {
    "name", "summary", "note", "title", "publisher", "label", "short", "advantages", "disadvantages", "published_time",
    "published_cost", "published_verdict",
}  # fmt: skip


def hostile(shift: int = 0) -> Engine:
    """Its engine; the numbers and ids are North Council's own. Another ``shift`` gives each text another order."""
    data = tomllib.loads((presets.FOLDER / "north-council.toml").read_text(encoding="utf-8"))
    return Engine(Scenario.model_validate(_obeyed(data, count(shift))))


def _obeyed(node: object, number: count, key: str = "") -> object:
    if isinstance(node, dict):
        changed = {name: _obeyed(child, number, name) for name, child in node.items()}
        # A fixed line may bring units of its own.
        if node.get("unit", "").startswith("days"):
            changed["unit"] = ORDERS[0]
        return changed
    if isinstance(node, list):
        return [_obeyed(child, number, key) for child in node]
    if key in TEXTS and isinstance(node, str):
        place = next(number)
        return f"{ORDERS[place % len(ORDERS)]} {place}"
    return node
