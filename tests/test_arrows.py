"""The arrows of the house: who may import whom, held true over every Python file of the tree."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from textwrap import dedent

import pytest

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Room:
    """What a folder or a top-level file may import beside itself and the standard library; None: any package."""

    rooms: frozenset[str]
    packages: frozenset[str] | None


def room(rooms: str = "", packages: str | None = "") -> Room:
    return Room(frozenset(rooms.split()), None if packages is None else frozenset(packages.split()))


ROOMS = {
    "model": room(packages="pydantic numpy"),
    "words": room("model"),
    "charts": room("model words", "numpy"),
    "exports": room("model words charts", packages=None),
    "ui": room("model words charts exports", packages=None),
    "app": room("ui", "streamlit starlette"),
    "cli": room("model words exports"),
    "bench": room("model words charts exports ui", packages=None),
    "tests": room("model words charts exports ui app cli bench", packages=None),
}
MAY_IMPORT_STREAMLIT = {"ui", "app", "bench", "tests"}
KEEPER_OF_STATE = "ui/state/"
# What the app is looked at with is not there where it runs.
EXTRA = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]["test"]
FOR_TESTS = {re.match(r"[\w-]+", package)[0].replace("-", "_") for package in EXTRA}
MAY_IMPORT_THEM = {"bench", "tests"}

# A result must follow from the scenario alone: no clock, no network, no chance but a seeded one.
IMPURE_MODULES = {
    "asyncio", "ftplib", "http", "importlib", "multiprocessing", "random", "secrets", "smtplib", "socket", "ssl",
    "subprocess", "threading", "time", "urllib", "uuid", "webbrowser",
}  # fmt: skip
CLOCK_CALLS = {"now", "today", "utcnow"}
SEEDED_RANDOM = {"default_rng", "Generator"}

UNSAFE_MODULES = {"dill", "marshal", "pickle", "shelve", "yaml"}
UNSAFE_CALLS = {"__import__", "compile", "eval", "exec"}
NAMES_THAT_SAY_NOTHING = {"common", "helper", "helpers", "misc", "util", "utils"}


def broken_arrows(path: str, source: str) -> list[str]:
    """Every rule that this file breaks, one readable line each."""
    tree = ast.parse(source)
    place = PurePosixPath(path)
    home = place.parts[0].removesuffix(".py")
    found = [*says_nothing(place), *strangers(home, place, tree), *unsafe(tree)]
    if home == "model":
        found += impure(tree)
    if home not in {"tests", "bench"} and not path.startswith(KEEPER_OF_STATE):
        found += touches_state(tree)
    return [f"{path}: {complaint}" for complaint in found]


def says_nothing(place: PurePosixPath) -> Iterator[str]:
    for part in place.with_suffix("").parts:
        if part in NAMES_THAT_SAY_NOTHING:
            yield f"'{part}' says nothing about what is inside; name it after its subject"
    if place.parts[0] == "pages":
        yield "Streamlit turns a top-level pages/ into a menu; put it in ui/"


def strangers(home: str, place: PurePosixPath, tree: ast.Module) -> Iterator[str]:
    if home not in ROOMS:
        yield f"'{home}' has no arrows yet: add it to ROOMS"
        return
    allowed = ROOMS[home]
    for line, module in imported(place, tree):
        top = module.split(".")[0]
        if top == "streamlit" and home not in MAY_IMPORT_STREAMLIT:
            yield f"line {line} imports {module}: only ui and app.py know Streamlit"
        elif top in FOR_TESTS and home not in MAY_IMPORT_THEM:
            yield f"line {line} imports {module}, which is installed for the tests alone"
        elif top in ROOMS and top != home and top not in allowed.rooms:
            yield f"line {line} imports {module}: {home} may know {', '.join(sorted(allowed.rooms)) or 'no other room'}"
        elif is_package(top) and allowed.packages is not None and top not in allowed.packages:
            yield f"line {line} imports {module}: {home} may use {', '.join(sorted(allowed.packages)) or 'no package'}"


def is_package(top: str) -> bool:
    return top not in ROOMS and top not in sys.stdlib_module_names


def imported(place: PurePosixPath, tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every module named in an import, `from . import x` written out in full."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parent = place.parts[: -node.level] if node.level else ()
            module = ".".join([*parent, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{module}.{alias.name}" if module else alias.name) for alias in node.names)


def unsafe(tree: ast.Module) -> Iterator[str]:
    for line, module in imported(PurePosixPath("anywhere.py"), tree):
        if module.split(".")[0] in UNSAFE_MODULES:
            yield f"line {line} imports {module}, which can run what it reads"
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in UNSAFE_CALLS:
            yield f"line {node.lineno} calls {node.func.id}()"


def impure(tree: ast.Module) -> Iterator[str]:
    for line, module in imported(PurePosixPath("model/anywhere.py"), tree):
        if module.split(".")[0] in IMPURE_MODULES:
            yield f"line {line} imports {module}: the model has no clock, no network and no global chance"
        elif module.startswith("numpy.random") and module.removeprefix("numpy.random").strip(".") not in SEEDED_RANDOM:
            yield f"line {line} imports {module}: draw from default_rng(seed)"
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name_of(node.func) in CLOCK_CALLS:
            yield f"line {node.lineno} reads the clock with {ast.unparse(node.func)}()"
        elif isinstance(node, ast.Call) and name_of(node.func) == "default_rng" and not (node.args or node.keywords):
            yield f"line {node.lineno} draws without a seed: default_rng(seed)"
        elif isinstance(node, ast.Attribute) and name_of(node.value) == "random" and node.attr not in SEEDED_RANDOM:
            yield f"line {node.lineno} uses {ast.unparse(node)}: draw from default_rng(seed)"


def name_of(node: ast.AST) -> str:
    """The last word of a dotted name: `now` for `datetime.now`."""
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def touches_state(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        word = node.name if isinstance(node, ast.alias) else name_of(node)
        if word in {"session_state", "query_params"}:
            yield f"line {node.lineno} touches {word}: only {KEEPER_OF_STATE} does"


def python_files() -> list[Path]:
    files = ROOT.rglob("*.py")
    return sorted(file for file in files if not any(part.startswith(".") for part in file.relative_to(ROOT).parts))


def test_the_tree_keeps_its_arrows():
    files = {file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8") for file in python_files()}
    broken = [complaint for path, source in files.items() for complaint in broken_arrows(path, source)]
    assert not broken, "\n" + "\n".join(broken)


def test_every_room_is_looked_at():
    looked_at = {file.relative_to(ROOT).parts[0].removesuffix(".py") for file in python_files()}
    assert {"app", "model", "ui", "tests"} <= looked_at


def test_the_unwanted_names_are_refused_for_folders_without_python_too():
    folders = {folder.name for folder in ROOT.iterdir() if folder.is_dir()}
    assert not folders & {"pages", *NAMES_THAT_SAY_NOTHING}


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("model/engine.py", "import plotly"),
        ("model/engine.py", "import pandas as pd"),
        ("model/engine.py", "import streamlit as st"),
        ("model/engine.py", "from words import verdict"),
        ("model/engine.py", "def late():\n    import words.verdict"),
        ("model/engine.py", "import time"),
        ("model/engine.py", "from random import choice"),
        ("model/engine.py", "from urllib.request import urlopen"),
        ("model/engine.py", "import http.client"),
        ("model/engine.py", "from datetime import datetime\ndatetime.now()"),
        ("model/engine.py", "import datetime\ndatetime.date.today()"),
        ("model/engine.py", "import numpy as np\nnp.random.rand(3)"),
        ("model/engine.py", "import numpy as np\nnp.random.seed(3)"),
        ("model/engine.py", "from numpy.random import rand"),
        ("model/engine.py", "from numpy import random\nrandom.normal()"),
        ("model/engine.py", "import numpy as np\nnp.random.default_rng()"),
        ("words/verdict.py", "from charts import cost"),
        ("words/verdict.py", "import plotly.graph_objects as go"),
        ("charts/cost.py", "from ui.state import scenario"),
        ("charts/cost.py", "import streamlit"),
        ("charts/cost.py", "import plotly.graph_objects as go"),
        ("exports/deck.py", "from ui import main"),
        ("exports/deck.py", "from streamlit import cache_data"),
        ("exports/deck.py", "from pypdf import PdfReader"),
        ("cli.py", "from charts import cost"),
        ("cli.py", "import streamlit"),
        ("ui/main.py", "import app"),
        ("ui/sections/chart.py", "import plotly.graph_objects as go"),
        ("ui/main.py", "from cli import main"),
        ("bench/__main__.py", "import cli"),
        ("app.py", "import model"),
        ("ui/main.py", "import streamlit as st\nst.session_state['staff'] = 1"),
        ("ui/sections/compare.py", "from streamlit import query_params"),
        ("ui/sections/compare.py", "from streamlit import session_state\nsession_state.clear()"),
        ("ui/main.py", "eval('1')"),
        ("tests/test_engine.py", "exec('1')"),
        ("ui/main.py", "import pickle"),
        ("ui/main.py", "from yaml import safe_load"),
        ("ui/utils.py", ""),
        ("ui/common/cards.py", ""),
        ("tests/helpers.py", ""),
        ("pages/second.py", ""),
        ("attic/old.py", "x = 1"),
    ],
)
def test_a_broken_arrow_is_found(path, source):
    assert broken_arrows(path, source)


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("model/engine.py", "import math\nimport numpy as np\nfrom pydantic import Field\nfrom model.levers import x"),
        ("model/engine.py", "from . import levers\nfrom .scenario import Scenario"),
        ("model/uncertainty.py", "import numpy as np\nnp.random.default_rng(2020).normal(size=3)"),
        ("model/presets.py", "import tomllib\nfrom pathlib import Path\nfrom datetime import date"),
        ("charts/cost.py", "import numpy as np\nfrom words import money\nfrom model import appraisal"),
        ("cli.py", "import argparse, json\nfrom model.presets import load\nfrom words import verdict"),
        ("ui/state/shown.py", "import streamlit as st\nst.session_state\nst.query_params"),
        ("ui/sections/compare.py", "from ui import state\nimport streamlit as st\nst.write(1)"),
        ("app.py", "import streamlit as st\nfrom ui.headers import SecurityHeaders"),
        ("words/verdict.py", "import re\nre.compile('a')"),
    ],
)
def test_an_arrow_that_points_the_right_way_is_left_alone(path, source):
    assert broken_arrows(path, source) == []


def test_a_complaint_says_where_and_what_to_do():
    source = dedent("""
        import numpy
        import pandas
    """)
    assert broken_arrows("model/engine.py", source) == [
        "model/engine.py: line 3 imports pandas: model may use numpy, pydantic"
    ]
