"""How long files take from the terminal, imports and all, beside a command that makes none."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.line import Line

ROOT = Path(__file__).parents[1]
ROUNDS = 5
THREE = ("--deck", "a.pptx", "--workbook", "a.xlsx", "--briefing", "a.pdf")


def lines() -> Iterator[Line]:
    with TemporaryDirectory() as folder:
        alone = typical(folder, "evaluate")
        yield Line(
            "slides, workbook and briefing from the terminal", typical(folder, "export", *THREE), "s",
            "the figures alone, no file", alone, most=3.0,
        )  # fmt: skip
        each = sum(typical(folder, "export", *THREE[start : start + 2]) for start in range(0, len(THREE), 2))
        everything = typical(folder, "export", "--bundle", "a.zip")
        yield Line("all files in one zip from the terminal", everything, "s", "the three, a command for each", each)


def typical(folder: str, command: str, *asked: str) -> float:
    """The median in seconds of so many processes, each started anew."""
    return median(seconds(folder, command, *asked) for _ in range(ROUNDS))


def seconds(folder: str, command: str, *asked: str) -> float:
    start = perf_counter()
    line = [sys.executable, str(ROOT / "cli.py"), command, "north-council", "--set", "staff=5200", *asked]
    subprocess.run(line, cwd=folder, check=True, capture_output=True)
    return perf_counter() - start
