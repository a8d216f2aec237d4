"""Every chart as a picture, in light and dark: above it its finding, below it which scenario it stands for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import ModuleType

from charts import backlog, frontier, people_idle, ranges, roll_out, spending, tornado
from charts.drawing import svg
from charts.framing import Sheet, framed
from charts.style import THEMES, Theme
from exports.evidence import evidence
from exports.page.typeset import drawing_pdf, png
from model.appraisal import Appraisal
from words.provenance import how_many_assumed
from words.stamp import Stamp, stamp

FORMATS = ("svg", "png", "pdf")
APPRAISED = {module.FILE: module for module in (frontier, roll_out, people_idle, backlog, spending)}
SCALE, CSS_PIXELS = 2, 96
"""Px of a PNG for each px on screen, of which there are so many to the inch."""


@dataclass(frozen=True)
class Picture:
    """A chart on a sheet of its own, and in words for those who cannot see it."""

    name: str
    sheet: Sheet
    title: str
    alt: str

    @cached_property
    def svg(self) -> str:
        """A file of its own, named and described."""
        return svg(self.sheet.figure, self.alt, self.title)


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
    foot = [stamped.line, how_many_assumed(now), stamped.link]
    offered = [
        (name, module, (now,), module.figure(now, preset, theme))
        for name, module in APPRAISED.items() if module.offered(now.scenario)
    ] + [
        (module.FILE, module, (now, known), module.figure(now, known, theme))
        for module, known in ((ranges, found.simulation), (tornado, found.tornado))
        if module.offered(now, known)
    ]  # fmt: skip
    return [
        Picture(name, framed(figure, module.title(*said), module.shows(*said), foot, theme), *_words(module, said))
        for name, module, said, figure in offered
    ]


def _words(module: ModuleType, said: tuple) -> tuple[str, str]:
    return module.title(*said), module.alt(*said)


def _svg(picture: Picture) -> bytes:
    return picture.svg.encode()


def _png(picture: Picture) -> bytes:
    return png(picture.svg, SCALE * CSS_PIXELS)


def _pdf(picture: Picture) -> bytes:
    return drawing_pdf(picture.svg, picture.title, picture.alt)


DRAWN: dict[str, Callable[[Picture], bytes]] = {"svg": _svg, "png": _png, "pdf": _pdf}
