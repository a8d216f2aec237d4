"""Every chart as a picture, in light and dark: above it its finding, below it which scenario it stands for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from textwrap import wrap
from types import ModuleType

import plotly.graph_objects as go

from charts import backlog, frontier, people_idle, ranges, roll_out, spending, tornado
from charts.canvas import WIDE
from charts.drawing import svg
from charts.placing import LETTER
from charts.style import NOTE, THEMES, Theme, text
from exports.evidence import evidence
from exports.page.typeset import drawing_pdf, png
from model.appraisal import Appraisal
from words.provenance import how_many_assumed
from words.stamp import Stamp, stamp

FORMATS = ("svg", "png", "pdf")
APPRAISED = {
    "benefit-against-cost": frontier, "roll-out": roll_out, "people-idle": people_idle, "backlog": backlog,
    "spending": spending,
}  # fmt: skip
FINDING, EDGE, LEADING = 21, 24, 1.3
"""Px, px and times the size of letters."""
SCALE, CSS_PIXELS = 2, 96
"""Px of a PNG for each px on screen, of which there are so many to the inch."""


@dataclass(frozen=True)
class Picture:
    """A chart on a sheet of its own, and in words for those who cannot see it."""

    name: str
    figure: go.Figure
    title: str
    alt: str

    @cached_property
    def svg(self) -> str:
        """A file of its own, named and described."""
        return svg(self.figure, self.alt, self.title)


def pictures(
    now: Appraisal, preset: Appraisal, *, date: str, link: str, formats: Sequence[str] = FORMATS,
    themes: Sequence[str] = tuple(THEMES),
) -> dict[str, bytes]:  # fmt: skip
    """Every chart the scenario has data for, by file name: light/roll-out.svg. No browser is needed."""
    stamped = stamp(now, date, link)
    return {
        f"{theme}/{each.name}.{kind}": DRAWN[kind](each)
        for theme in themes for each in sheets(now, preset, THEMES[theme], stamped) for kind in formats
    }  # fmt: skip


def sheets(now: Appraisal, preset: Appraisal, theme: Theme, stamped: Stamp) -> list[Picture]:
    """Every chart the scenario has data for, on a sheet of its own."""
    found = evidence(now)
    foot = [stamped.line, how_many_assumed(now), *wrap(stamped.link, _letters(NOTE))]
    offered = [
        (name, module, (now,), module.figure(now, preset, theme))
        for name, module in APPRAISED.items() if module.offered(now.scenario)
    ] + [
        (name, module, (now, known), module.figure(now, known, theme))
        for name, module, known in (("ranges", ranges, found.simulation), ("what-matters", tornado, found.tornado))
        if module.offered(now, known)
    ]  # fmt: skip
    return [
        Picture(name, _sheet(figure, module.title(*said), module.shows(*said), foot, theme), *_words(module, said))
        for name, module, said, figure in offered
    ]


def _words(module: ModuleType, said: tuple) -> tuple[str, str]:
    return module.title(*said), module.alt(*said)


def _sheet(figure: go.Figure, title: str, shows: str, foot: list[str], theme: Theme) -> go.Figure:
    """The chart with room around it, and words above and below that stand at the left edge."""
    head, under = wrap(title, _letters(FINDING)), wrap(shows, _letters(NOTE))
    made, margin = go.Figure(figure), figure.layout.margin
    left, right = margin.l + EDGE, margin.r + EDGE
    top = margin.t + EDGE + LEADING * (FINDING * len(head) + NOTE * len(under)) + NOTE
    bottom = margin.b + LEADING * NOTE * len(foot) + EDGE
    made.update_layout(
        width=WIDE.width + 2 * EDGE, height=round(figure.layout.height - margin.t - margin.b + top + bottom),
        margin={"l": left, "r": right, "t": top, "b": bottom},
    )  # fmt: skip
    place = {"x": 0, "xref": "paper", "xanchor": "left", "xshift": EDGE - left, "align": "left", "borderpad": 0}
    above = {**place, "y": 1, "yref": "paper", "yanchor": "top", "showarrow": False}
    below = {**place, "y": 0, "yref": "paper", "yanchor": "bottom", "showarrow": False}
    note, finding = {"size": NOTE, "color": theme.grey}, {"size": FINDING, "color": theme.ink}
    made.add_annotation(text=f"<b>{_lines(head)}</b>", font=finding, yshift=top - EDGE, **above)
    made.add_annotation(text=_lines(under), font=note, yshift=top - EDGE - LEADING * FINDING * len(head), **above)
    made.add_annotation(text=_lines(foot), font=note, yshift=EDGE - bottom, **below)
    return made


def _lines(words: Sequence[str]) -> str:
    return "<br>".join(map(text, words))


def _letters(size: float) -> int:
    """How many letters of a size a line of the sheet has room for."""
    return int(WIDE.width / (size * LETTER))


def _svg(picture: Picture) -> bytes:
    return picture.svg.encode()


def _png(picture: Picture) -> bytes:
    return png(picture.svg, SCALE * CSS_PIXELS)


def _pdf(picture: Picture) -> bytes:
    return drawing_pdf(picture.svg, picture.title, picture.alt)


DRAWN: dict[str, Callable[[Picture], bytes]] = {"svg": _svg, "png": _png, "pdf": _pdf}
