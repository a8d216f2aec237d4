"""The look of every figure, and of the board on screen: two themes, eight option marks, one Plotly template.

Colour belongs to the options and to nothing else. An option's mark follows from its place in the
scenario, never from its name. Contrast on ground and panel: graphics at least 3.0, text at least 4.5.
"""

from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Any

FONT = "'Source Sans', 'Source Sans 3', 'Source Sans Pro', sans-serif"
"""One letter under every name it goes by."""
LABEL, NOTE = 15, 13
"""Sizes in px; nothing is set smaller than a note."""
LINE = 2.5
MARK = 13


@dataclass(frozen=True)
class Shape:
    """An option's shape: Plotly's name for it, and a path in a 16 x 16 box for everything else.

    A shape that is not filled is an outline: stroke the path 2 wide, in the option's colour.
    """

    name: str
    symbol: str
    path: str
    filled: bool = True


@dataclass(frozen=True)
class Mark:
    """How one option looks in one theme: ``colour`` for graphics, ``text`` for words."""

    shape: Shape
    colour: str
    text: str


@dataclass(frozen=True)
class Theme:
    """Every colour of one theme, as #RRGGBB."""

    name: str
    ground: str
    panel: str
    ink: str
    ink2: str
    grey: str
    control: str
    rule: str
    rule2: str
    track: str
    first: str
    colours: tuple[str, ...]
    texts: tuple[str, ...]

    def mark(self, index: int) -> Mark:
        """The mark of the option at this place in the scenario, 0 for the first."""
        return Mark(SHAPES[index], self.colours[index], self.texts[index])


SHAPES = (
    Shape("ring", "circle", "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11z", filled=False),
    Shape("square", "square", "M2.5 2.5h11v11h-11z"),
    Shape("triangle", "triangle-up", "M8 2l6.5 11.5h-13z"),
    Shape("diamond", "diamond", "M8 1l7 7-7 7-7-7z"),
    Shape("plus", "cross", "M6 1.5h4v4.5h4.5v4h-4.5v4.5h-4v-4.5h-4.5v-4h4.5z"),
    Shape("pointer", "triangle-down", "M8 14l-6.5-11.5h13z"),
    Shape("star", "star", "M8 1.1L9.9 5.9L15 6.2L11 9.5L12.3 14.5L8 11.7L3.7 14.5L5 9.5L1 6.2L6.1 5.9z"),
    Shape("hourglass", "hourglass", "M2.5 2h11l-11 12h11z"),
)

LIGHT = Theme(
    "light",
    ground="#FFFFFF", panel="#F4F5F7", ink="#14181F", ink2="#414A55", grey="#5B6470", control="#7F8894",
    rule="#DFE3E8", rule2="#AEB6C0", track="#D3D8DF", first="#EEF5FA",
    colours=("#848C96", "#C96A00", "#8A2F6E", "#1273B5", "#54500A", "#12196B", "#4A0D12", "#3D22D6"),
    texts=("#5B6470", "#9C5200", "#8A2F6E", "#0F68A5", "#54500A", "#12196B", "#4A0D12", "#3D22D6"),
)
DARK = Theme(
    "dark",
    ground="#11151B", panel="#191F27", ink="#ECEFF3", ink2="#C3CAD3", grey="#9DA7B4", control="#6B7686",
    rule="#2B333E", rule2="#566170", track="#39434F", first="#14202C",
    colours=("#B4BBC5", "#F2A444", "#C0488F", "#3F97DE", "#8F9130", "#9AF2F5", "#C48A94", "#F3F7A6"),
    texts=("#B4BBC5", "#F2A444", "#E07FBD", "#67B0EA", "#8F9130", "#9AF2F5", "#C48A94", "#F3F7A6"),
)
THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


def marker(mark: Mark, theme: Theme, size: float | list[float], hollow: bool = False) -> dict:
    """Plotly's marker for an option; a hollow one stands for the preset."""
    solid = mark.shape.filled and not hollow
    edge = {"width": 0 if solid else 1.5 if hollow else 2, "color": mark.colour}
    return {
        "symbol": mark.shape.symbol, "size": size, "opacity": 1, "line": edge,
        "color": mark.colour if solid else theme.ground,
    }  # fmt: skip


def text(words: str) -> str:
    """Words as Plotly shall show them: no tag, no ``%{}`` field and no ``$`` formula is obeyed."""
    # Plotly decodes numeric entities and only a few named ones, so quotes stay as they are.
    return escape(words, quote=False).replace("%", "&#37;").replace("$", "&#36;")


@cache
def template(theme: Theme, note: float = NOTE) -> dict[str, Any]:
    """Built from nothing, so that no default of Plotly or of the page shows through; ``note`` is the ticks' size.

    All figures share it, so nobody may write in it.
    """
    axis = {
        "fixedrange": True, "showgrid": False, "zeroline": False, "showline": False, "ticks": "", "automargin": False,
        "tickfont": {"color": theme.grey, "size": note}, "title": {"font": {"color": theme.grey, "size": note}},
    }
    layout = {
        "font": {"family": FONT, "size": LABEL, "color": theme.ink},
        "paper_bgcolor": theme.ground,
        "plot_bgcolor": theme.ground,
        "colorway": theme.colours,
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": theme.ground, "bordercolor": theme.control, "align": "left",
            "font": {"family": FONT, "size": LABEL, "color": theme.ink},
        },
        "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": theme.grey, "activecolor": theme.ink},
        "xaxis": {**axis, "showline": True, "linecolor": theme.rule2, "linewidth": 1, "ticklabelstandoff": 6},
        "yaxis": {**axis, "ticklabelstandoff": 8, "showgrid": True, "gridcolor": theme.rule, "gridwidth": 1},
        "uirevision": "steady",
    }
    return {"layout": layout}
