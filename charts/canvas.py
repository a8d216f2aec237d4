"""The sheet a figure is drawn on: its size, its margins, its two axes, and where a value lies in px."""

from dataclasses import dataclass, replace

import plotly.graph_objects as go

from charts.axes import Axis
from charts.placing import Spot, width
from charts.style import LABEL, NOTE, Theme, template, text
from model.scenario import Option


@dataclass(frozen=True)
class Canvas:
    """Sizes in px. ``compact`` is the telephone's: shorter names, smaller letters, fewer ticks."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    letters: int
    longest_name: int

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
        """Whether there is room for more than what is needed."""
        return self.width > 600

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


WIDE = Canvas(896, 360, left=64, right=24, top=28, bottom=56, letters=LABEL, longest_name=24)
COMPACT = Canvas(358, 340, left=52, right=16, top=28, bottom=56, letters=NOTE + 1, longest_name=15)


def canvas(compact: bool) -> Canvas:
    """The sheet for a telephone or for anything wider."""
    return COMPACT if compact else WIDE


def sheet(theme: Theme, size: Canvas, x: dict, y: dict, x_words: str) -> dict:
    """The layout without its labels; ``x`` and ``y`` come from `ticked`."""
    return {
        "template": template(theme),
        "width": size.width,
        "height": size.height,
        "margin": {"l": size.left, "r": size.right, "t": size.top, "b": size.bottom},
        "xaxis": x,
        "yaxis": y,
        "annotations": [
            note(theme, f"{x_words} →", x=1, y=0, xref="paper", yref="paper", yshift=-40, xanchor="right")
        ],
    }


def ticked(axis: Axis, words: list[str]) -> dict:
    """A fixed axis with these words at its ticks."""
    return {"range": [0, axis.top], "tickmode": "array", "tickvals": axis.ticks, "ticktext": words}


def note(theme: Theme, words: str, **where: object) -> dict:
    """A small grey annotation."""
    font = {"size": NOTE, "color": theme.grey}
    return {"text": words, "showarrow": False, "font": font, "yanchor": "middle", **where}


@dataclass(frozen=True)
class Words:
    """A label's two lines: the option's name and its value."""

    name: str
    value: str

    def html(self, theme: Theme) -> str:
        """The name bold, the value smaller; both as they are, whatever they hold."""
        if not self.value:
            return f"<b>{text(self.name)}</b>"
        quiet = f'<span style="font-size:{NOTE}px;color:{theme.ink2}">{text(self.value)}</span>'
        return f"<b>{text(self.name)}</b><br>{quiet}"

    def extent(self, letters: float) -> tuple[float, float]:
        """Roughly how wide and high it is on two lines."""
        wide = 4 + max(width(self.name, letters), width(self.value, NOTE))
        return wide, 1.3 * (letters + (NOTE if self.value else 0))


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
        "x": point[0], "y": point[1], "text": words.html(theme), "font": {"size": size.letters, "color": theme.ink},
        "align": spot.across, "bgcolor": theme.ground, "borderpad": 0,
        "xanchor": spot.across, "yanchor": spot.along, **where,
    }  # fmt: skip


def drawn(traces: list[dict], layout: dict) -> go.Figure:
    """The figure."""
    return go.Figure(data=traces, layout=layout)
