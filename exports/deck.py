"""The appraisal as slides that anybody can edit, with native charts and notes to speak from."""

from pptx.presentation import Presentation as Deck

from exports.evidence import evidence
from exports.slides.compare import for_and_against_slide, frontier_slide, outcomes_slide, verdict_slide
from exports.slides.drivers import drivers_slide
from exports.slides.how_sure import matters_slide, places_slide, ranges_slide, switching_slide
from exports.slides.over_time import over_time_slides
from exports.slides.paper import TITLE, Box, blank, saved, slide, text
from exports.slides.rests_on import numbers_slide, sources_slide, statuses_slide
from exports.slides.summary import summary_slides
from model.appraisal import Appraisal
from words.stamp import Stamp, stamp
from words.verdict import verdict

UNDER_TITLE = Box(0.5, 5.2, 12.33, 1.7)
COMPARED = (verdict_slide, outcomes_slide, for_and_against_slide, drivers_slide, frontier_slide, over_time_slides)
DOUBTED = (ranges_slide, places_slide, matters_slide, switching_slide)
FOUNDED = (summary_slides, statuses_slide, numbers_slide)


def deck(now: Appraisal, preset: Appraisal, *, date: str, link: str) -> bytes:
    """A 16:9 .pptx told against the preset; ``date`` and ``link`` stand in it as given, less hidden characters."""
    stamped = stamp(now, date, link)
    made, found = blank(stamped), evidence(now)
    title_slide(made, now, preset, stamped)
    for draw in COMPARED:
        draw(made, now, preset)
    for draw in DOUBTED:
        draw(made, now, found)
    for draw in FOUNDED:
        draw(made, now, preset)
    sources_slide(made, now, stamped)
    return saved(made)


def title_slide(made: Deck, now: Appraisal, preset: Appraisal, stamped: Stamp) -> None:
    """Whose decision, when, from which version of the model, what was changed, and where to open it again."""
    said = verdict(now, preset)
    first = slide(made, stamped.scenario, now.scenario.summary or str(said), str(said), layout=TITLE)
    changed = f"Changed: {'; '.join(stamped.changes)}" if stamped.changes else "As in the preset, nothing changed."
    lines = [f"{stamped.date} · model {stamped.version}".removeprefix(" · "), changed]
    text(first, UNDER_TITLE, lines, "What this is", link=stamped.link)
