"""Each scene as HTML at 1280 x 720: headline, second line and one chart, in both themes at once.

What is asked and what is so are two faces of one scene; everything a browser needs is in them, so changing scenes
asks nobody for anything.
"""

from dataclasses import dataclass
from functools import cache

from charts.placing import width
from exports.evidence import DRAWS, SEED
from exports.stage import shown
from exports.stage.markup import render
from model.appraisal import Appraisal, evaluate
from model.scenes import Chart, Scene
from model.uncertainty import simulate
from words.scenes import prediction, told
from words.verdict import verdict

SIZES = (56, 48, 40)
"""Letters of a headline in px: the largest that fits on one line, else the middle one on two, else the smallest."""
ACROSS = 1356
"""Px that words seem to need at most: `charts.placing` errs to the safe side, and 1174 px lie between the margins."""


@dataclass(frozen=True)
class Face:
    """What the room sees of a scene: its words for a live region, and all of it as HTML."""

    headline: str
    html: str


@dataclass(frozen=True)
class Choice:
    """An answer the room may give."""

    option: int
    name: str
    shape: str
    right: bool


@dataclass(frozen=True)
class Slide:
    """A scene ready to be shown. With a ``question`` the room guesses before ``face`` is revealed."""

    id: str
    name: str
    notes: str
    face: Face
    question: Face | None = None
    choices: tuple[Choice, ...] = ()
    live: bool = False
    """Whether it moves while a lever does."""


def slides(now: Appraisal) -> tuple[Slide, ...]:
    """Every scene of the preset, its changes laid over those made here."""
    return tuple(slide(scene, now) for scene in now.scenario.story)


def slide(scene: Scene, around: Appraisal) -> Slide:
    """One scene."""
    now = evaluate(around.engine, {**around.changes, **scene.changes}) if scene.changes else around
    draws = cache(lambda: simulate(now, DRAWS, SEED))
    words = told(scene, now, draws)
    if scene.predict:
        return _asking(scene, now, words.notes)
    chart = shown.CHARTS[scene.chart](now, draws)
    face = _face(words.headline, words.second, chart)
    return Slide(scene.id, scene.name, words.notes, face, live=scene.chart is Chart.BOARD)


def _asking(scene: Scene, now: Appraisal, notes: str) -> Slide:
    asked = prediction(scene.predict, now)
    hidden, drawn = (shown.what_if(now, scene.predict, hide) for hide in (True, False))
    answer = _face(asked.answer, asked.why, drawn, aside=True)
    if now.value(scene.predict.lever) == scene.predict.to:
        return Slide(scene.id, scene.name, notes, answer, live=True)
    question = _face(asked.question, asked.hint, hidden, aside=True)
    marks = [mark for mark in shown.marks(now) if mark.index in asked.choices]
    choices = tuple(Choice(mark.index, mark.name, mark.shape, mark.index in asked.right) for mark in marks)
    return Slide(scene.id, scene.name, notes, answer, question, choices, live=True)


def _face(headline: str, second: str, chart: str, aside: bool = False) -> Face:
    html = render("scene", headline=headline, second=second, chart=chart, size=_size(headline), aside=aside)
    return Face(headline, html)


def _size(headline: str) -> int:
    fits = (size for size in SIZES if width(headline, size) <= ACROSS)
    return next(fits, SIZES[1] if width(headline, SIZES[1]) <= 1.9 * ACROSS else SIZES[2])


def live_face(now: Appraisal, preset: Appraisal) -> Face:
    """The options side by side, which a browser repaints while a lever moves."""
    said = verdict(now, preset)
    return _face(said.lead.rstrip("."), said.moved or said.rest, shown.board(now, preset))
