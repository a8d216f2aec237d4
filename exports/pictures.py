"""Every chart as a picture, in light and dark: above it its finding, below it which scenario it stands for."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from textwrap import wrap
from types import ModuleType
from xml.sax.saxutils import escape

import plotly.graph_objects as go

from charts import backlog, frontier, people_idle, ranges, roll_out, spending, tornado
from charts.canvas import WIDE
from charts.placing import LETTER
from charts.style import NOTE, THEMES, Theme, text
from exports.chromium import draw
from exports.evidence import evidence
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
SCALE = 2
"""Px of a PNG for each px on screen."""


@dataclass(frozen=True)
class Picture:
    """A chart on a sheet of its own, and in words for those who cannot see it."""

    name: str
    figure: go.Figure
    title: str
    alt: str


def pictures(
    now: Appraisal, preset: Appraisal, *, date: str, link: str, formats: Sequence[str] = FORMATS,
    themes: Sequence[str] = tuple(THEMES), browser: str | None = None, timeout: float = 300,
) -> dict[str, bytes]:  # fmt: skip
    """Every chart the scenario has data for, by file name: light/roll-out.svg.

    ``browser`` is the path of a Chromium where it shall not be searched for; ``timeout`` is in seconds, for all
    together. Raises PicturesError.
    """
    stamped = stamp(now, date, link)
    asked = [
        (f"{theme}/{each.name}.{kind}", each, kind)
        for theme in themes for each in sheets(now, preset, THEMES[theme], stamped) for kind in formats
    ]  # fmt: skip
    made = draw([(each.figure, kind) for _, each, kind in asked], SCALE, browser, timeout)
    return {
        name: FINISHED.get(kind, _as_drawn)(content, each)
        for (name, each, kind), content in zip(asked, made, strict=True)
    }


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
        width=WIDE.width + 2 * EDGE, height=figure.layout.height - margin.t - margin.b + top + bottom,
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


def _finished_svg(content: bytes, picture: Picture) -> bytes:
    """Named and described; less the names that Plotly makes up anew for the drawing and its traces each time."""
    written = content.decode()
    drawing = re.search(r'id="defs-(\w+)"', written)[1]
    same = re.sub(rf"\b(clip|(?:top)?defs-){drawing}", r"\1sheet", written)
    same = re.sub(r'(class="trace \w+ trace)[0-9a-f]{6}"', r'\1"', same)
    said = f"<title>{escape(picture.title)}</title><desc>{escape(picture.alt)}</desc>"
    return same.replace("<svg ", '<svg role="img" ', 1).replace(">", f">{said}", 1).encode()


def _finished_pdf(content: bytes, picture: Picture) -> bytes:
    """Without the time it was made."""
    return re.sub(rb"\(D:\d{14}[^)]*\)", lambda found: b"(D:20000101000000+00'00')".ljust(len(found[0])), content)


def _as_drawn(content: bytes, picture: Picture) -> bytes:
    return content


FINISHED: dict[str, Callable[[bytes, Picture], bytes]] = {"svg": _finished_svg, "pdf": _finished_pdf}
