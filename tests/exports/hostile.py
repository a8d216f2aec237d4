"""North Council with every word written to be obeyed: as a formula, a link, markup, a field code or an escape."""

import tomllib
from itertools import count, product

from model import presets
from model.engine import Engine
from model.scenario import Scenario

BEGINNINGS = ("=", "+", "-", "@", "==", "'=", "{=", "%=", ";=", "|", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}")
COMMANDS = (
    "1+1", "HYPERLINK(\"http://192.0.2.1\")", "cmd|' /C calc'!A0", "SUM(A1:A9)", "WEBSERVICE(\"http://192.0.2.1\")",
    "DDE(\"cmd\";\"/C calc\";\"x\")", "Inputs!B5", "IMPORTXML(\"http://192.0.2.1\",\"//a\")",
)  # fmt: skip
ORDERS = (
    "+1", "-1", "@SUM(1)", "{=1}", "'=1", "TRUE",
    "1e5", "#REF!", "<b>", "</v></c>", "&amp;", "&P&N", "_x0041_", "\"\"", "https://192.0.2.1/", "mailto:a@192.0.2.1",
    "internal:Inputs!B5", "%s {0} {{x}}", "$x$", "\\n",
    *(beginning + command for beginning, command in product(BEGINNINGS, COMMANDS)),
    # Markup
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<a href='http://192.0.2.1'>a</a>",
    "<image href='http://192.0.2.1'/>", "<style>*{display:none}</style>", "<iframe src='http://192.0.2.1'>", "</text></svg>",
    "</a:t></a:r>", "</w:t></w:r>", "</t></si>", "]]>", "<![CDATA[", "<!--", "-->", "<?xml version='1.0'?>",
    "<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;", "&lt;b&gt;", "&#x3c;b&#x3e;", "&#0;", "<br>", "<span style='x'>", "</span>",
    # Templates, typesetting, Markdown
    "{{ 7 * 7 }}", "{% raw %}", "{# a #}", "${7*7}", "#{7*7}", "#eval(\"1\")", "#link(\"http://192.0.2.1\")", "#import \"/x\"",
    "#set page(width: 1pt)", "@label", "<label>", "\\u{41}", "\\href{x}{y}", "\\input{/etc/passwd}", "*b*", "_i_", "`c`", "# h",
    "[a](http://192.0.2.1)", "![](http://192.0.2.1/a.png)", ":red[x]", "~~gone~~", "| a | b |", "> quote",
    # Addresses and field codes
    "http://", "www.example.org", "ftp://192.0.2.1", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x",
    "\\\\192.0.2.1\\share", "external:x.xlsx", "ppaction://program?file=calc", "{ HYPERLINK \"http://192.0.2.1\" }",
    "{ INCLUDETEXT \"/etc/passwd\" }", "MERGEFIELD x", "&\"Arial\"&20&L", "&G",
    # Numbers, escapes, quotes
    "#DIV/0!", "1/2", "2020-01-01", "0x10", "1,000", "£5", "50%", "NaN", "null", "_x000D_", "_x005F_", "\\u0041", "%0A", "%n%n",
    "\"", "'", "\"}", "\\\"", "'; DROP TABLE x; --", "\";a;\"", ",,,", "a\"\"b",
    # Letters of other scripts, signs beyond the first 65,536, and no place to break a line
    "-- ", "?", "!", "~", "^", "%", "&", "&&", "&P", "&[Page]", "//", "/*", "*/", "(((", ")))", "[[[", "]]]", "<<<", ">>>",
    "שלום", "مرحبا", "中文", "🎉🎉", "Z̴̧͓", "𝔘𝔫𝔦", "W" * 110, "-" * 110,
)  # fmt: skip
"""Each a name that a preset may hold; hidden characters and longer ones it refuses."""
TEXTS = {
    "name", "summary", "note", "title", "publisher", "label", "short", "advantages", "disadvantages", "published_time",
    "published_cost", "published_verdict", "headline", "second", "notes",
}  # fmt: skip
FILLED_IN = {"headline", "second", "notes"}
"""Words of a scene, in which braces name a figure."""


def hostile(shift: int = 0) -> Engine:
    """Its engine; the numbers and ids are North Council's own. Another ``shift`` gives each text another order."""
    data = tomllib.loads((presets.FOLDER / "north-council.toml").read_text(encoding="utf-8"))
    return Engine(Scenario.model_validate(obeyed(data, shift)))


def obeyed(preset: dict, shift: int = 0) -> dict:
    """What a preset's file says, with an order for each text."""
    return _obeyed(preset, count(shift))


def _obeyed(node: object, number: count, key: str = "") -> object:
    if isinstance(node, dict):
        changed = {name: _obeyed(child, number, name) for name, child in node.items()}
        # A fixed line may bring units of its own.
        if node.get("unit", "").startswith("days"):
            changed["unit"] = "=1+1"
        return changed
    if isinstance(node, list):
        return [_obeyed(child, number, key) for child in node]
    if key in TEXTS and isinstance(node, str):
        place = next(number)
        order = f"{ORDERS[place % len(ORDERS)]} {place}"
        return order.replace("{", "(").replace("}", ")") if key in FILLED_IN else order
    return node
