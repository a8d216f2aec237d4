"""The sheet a figure is drawn on: its size, its letters, its two axes, and where a value lies in px."""

from dataclasses import dataclass, replace
from typing import Any

from charts.axes import Axis
from charts.placing import Spot, width
from charts.style import LABEL, LINE, MARK, NOTE, Theme, template, text
from model.scenario import Option

Figure = dict[str, Any]
"""A figure in Plotly's own terms: data and layout."""


@dataclass(frozen=True)
class Canvas:
    """Sizes in px, how many letters a name may have, and how many steps and rows there is room for."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    letters: int
    note: int
    longest_name: int
    longest_label: int
    """Letters of a row's label."""
    steps: int
    """Of an axis of money."""
    month_steps: int
    rows: int
    """Of a chart that has as many as it likes."""
    line: float = LINE
    mark: int = MARK
    grows: bool = True
    """Whether many rows may make it higher."""

    @property
    def across(self) -> int:
        """Width of the plot itself."""
        return self.width - self.left - self.right

    @property
    def down(self) -> int:
        """Height of the plot itself."""
        return self.height - self.top - self.bottom

    @property
    def roomy(self) -> bool:
        """Whether there is room for more words than are needed."""
        return self.width > 800

    @property
    def names_beside(self) -> bool:
        """Whether names have a column of their own beside their rows; else each stands above its row."""
        return self.width > 600

    def row(self, wished: float, rows: int, around: float) -> float:
        """The height of one of so many rows, beside what lies above and below them."""
        return wished if self.grows or not rows else (self.height - around) / rows

    def x(self, value: float, axis: Axis) -> float:
        """Px from the left edge of the plot."""
        return self.across * value / axis.top

    def y(self, value: float, axis: Axis) -> float:
        """Px from the top edge of the plot."""
        return self.down * (1.0 - value / axis.top)

    def with_right(self, right: float) -> "Canvas":
        """The same with room for labels on the right."""
        return replace(self, right=round(right))

    def name(self, option: Option) -> str:
        """An option's name, cut where it would take the room of others; hover text and table have it whole."""
        name = option.short or option.name if self.longest_name < len(option.name) else option.name
        return name if len(name) <= self.longest_name else f"{name[: self.longest_name - 1].rstrip()}…"


WIDE = Canvas(
    896, 360, left=64, right=24, top=28, bottom=56, letters=LABEL, note=NOTE, longest_name=24, longest_label=44,
    steps=6, month_steps=9, rows=8,
)  # fmt: skip
COMPACT = Canvas(
    358, 340, left=52, right=16, top=28, bottom=56, letters=NOTE + 1, note=NOTE, longest_name=15, longest_label=44,
    steps=3, month_steps=5, rows=7,
)  # fmt: skip
"""A telephone's."""
STAGE = Canvas(
    608, 215, left=50, right=16, top=20, bottom=50, letters=16, note=14, longest_name=16, longest_label=34,
    steps=4, month_steps=5, rows=4, line=3, grows=False,
)  # fmt: skip
"""For the back row of a room: drawn at half its size, so that every distance grows along with the letters.

At 1280 x 720 it is shown 1216 px wide: no letter under 28 px, lines 6 px.
"""


def fitted(width: int) -> Canvas:
    """The sheet for a window in which charts are so many px wide, with a telephone's letters where there is no room."""
    return replace(WIDE if width > 600 else COMPACT, width=width)


GAP = 32
"""Px between two charts side by side."""
STACKED = 608
"""Px up to which the page puts two charts one below the other."""


def halved(width: int) -> Canvas:
    """The sheet for one of two charts that share the window's width, if it has room for two."""
    half = fitted((width - GAP) // 2) if width > STACKED else fitted(width)
    return replace(half, rows=5)


def sheet(theme: Theme, size: Canvas, x: dict, y: dict, x_words: str) -> dict:
    """The layout without its labels; ``x`` and ``y`` come from `ticked`."""
    return {
        "template": template(theme, size.note),
        "width": size.width,
        "height": size.height,
        "margin": {"l": size.left, "r": size.right, "t": size.top, "b": size.bottom},
        "xaxis": x,
        "yaxis": y,
        "annotations": [
            note(
                theme, size, f"{x_words} →", x=1, y=0, xref="paper", yref="paper", yshift=-9 - 2.4 * size.note,
                xanchor="right",
            )
        ],
    }


def ticked(axis: Axis, words: list[str]) -> dict:
    """A fixed axis with these words at its ticks."""
    return {"range": [0, axis.top], "tickmode": "array", "tickvals": axis.ticks, "ticktext": words}


def note(theme: Theme, size: Canvas, words: str, **where: object) -> dict:
    """A small grey annotation."""
    font = {"size": size.note, "color": theme.grey}
    return {"text": words, "showarrow": False, "font": font, "yanchor": "middle", **where}


@dataclass(frozen=True)
class Words:
    """A label's two lines: the option's name and its value."""

    name: str
    value: str

    def html(self, theme: Theme, size: Canvas) -> str:
        """The name bold, the value smaller; both as they are, whatever they hold."""
        if not self.value:
            return f"<b>{text(self.name)}</b>"
        quiet = f'<span style="font-size:{size.note}px;color:{theme.ink2}">{text(self.value)}</span>'
        return f"<b>{text(self.name)}</b><br>{quiet}"

    def extent(self, size: Canvas) -> tuple[float, float]:
        """Roughly how wide and high it is on two lines."""
        wide = 4 + max(width(self.name, size.letters), width(self.value, size.note))
        return wide, 1.3 * (size.letters + (size.note if self.value else 0))


def label(
    theme: Theme, size: Canvas, words: Words, point: tuple[float, float], spot: Spot, led: int | None = None
) -> dict:
    """A label at its spot; one that had to move away is led back by a thin line in the colour of option ``led``."""
    where = {"xshift": spot.right, "yshift": -spot.down, "showarrow": False}
    if led is not None:
        where = {
            "ax": spot.right, "ay": spot.down, "showarrow": True, "arrowhead": 0, "arrowwidth": 1,
            "arrowcolor": theme.colours[led], "standoff": 7, "startstandoff": 2,
        }  # fmt: skip
    return {
        "x": point[0], "y": point[1], "text": words.html(theme, size), "align": spot.across,
        "font": {"size": size.letters, "color": theme.ink}, "bgcolor": theme.ground, "borderpad": 0,
        "xanchor": spot.across, "yanchor": spot.along, **where,
    }  # fmt: skip


def drawn(traces: list[dict], layout: dict) -> Figure:
    """The figure."""
    return {"data": traces, "layout": layout}
