"""A figure on a sheet of its own: above it its finding, below it what it stands for."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from charts.canvas import Figure
from charts.placing import LETTER
from charts.style import NOTE, Theme, text

FINDING, EDGE, LEADING = 21, 24, 1.3
"""Px, px and times the size of letters."""


@dataclass(frozen=True)
class Sheet:
    """The sheet as a figure, and where on it the chart itself lies: x, y, width, height."""

    figure: Figure
    chart: tuple[float, float, float, float]


def framed(figure: Figure, title: str, shows: str, foot: Sequence[str], theme: Theme) -> Sheet:
    """The chart with room around it, and words above and below that stand at the left edge."""
    layout = figure["layout"]
    margin, wide, high = layout["margin"], layout["width"], layout["height"]
    head, under, below = _wrapped([title], wide, FINDING), _wrapped([shows], wide, NOTE), _wrapped(foot, wide, NOTE)
    top = EDGE + LEADING * (FINDING * len(head) + NOTE * len(under)) + NOTE
    bottom = LEADING * NOTE * len(below) + EDGE
    left, over, beneath = -margin["l"], margin["t"] + top - EDGE, EDGE - margin["b"] - bottom
    grey = {"size": NOTE, "color": theme.grey}
    notes = [
        *layout.get("annotations", ()),
        _words([f"<b>{line}</b>" for line in head], {"size": FINDING, "color": theme.ink}, left, over, "top"),
        _words(under, grey, left, over - LEADING * FINDING * len(head), "top"),
        _words(below, grey, left, beneath, "bottom"),
    ]
    around = {
        "width": wide + 2 * EDGE, "height": round(high + top + bottom), "annotations": notes,
        "margin": {"l": margin["l"] + EDGE, "r": margin["r"] + EDGE, "t": margin["t"] + top, "b": margin["b"] + bottom},
    }  # fmt: skip
    return Sheet({**figure, "layout": {**layout, **around}}, (EDGE, top, wide, high))


def _wrapped(words: Sequence[str], wide: float, size: float) -> list[str]:
    """As many lines as they need in letters of this size."""
    return [text(line) for part in words for line in wrap(part, int(wide / (size * LETTER)))]


def _words(lines: Sequence[str], font: dict[str, Any], right: float, up: float, side: str) -> dict[str, Any]:
    """Lines that begin so many px from the lower or upper left corner of the plot."""
    return {
        "text": "<br>".join(lines), "font": font, "x": 0, "xref": "paper", "xanchor": "left", "xshift": right,
        "y": 1.0 if side == "top" else 0.0, "yref": "paper", "yanchor": side, "yshift": up, "align": "left",
        "showarrow": False, "borderpad": 0,
    }  # fmt: skip
