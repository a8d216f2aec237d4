"""The project's own 16:9 template, and slides on it: a finding, what is shown, the notes to speak from."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import jinja2
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.presentation import Presentation as Deck
from pptx.shapes.placeholder import SlidePlaceholder
from pptx.slide import Slide
from pptx.text.text import _Paragraph
from pptx.util import Inches, Pt

from charts.placing import width
from charts.style import LIGHT
from exports.archive import timeless, zipped
from words.stamp import Stamp

FONT = "Source Sans Pro"
"""The letters of the screen. A computer without them takes its own, often wider: boxes leave room for that."""
WIDER = 1.15
"""Times that such letters may take more room than those of the screen."""
TEMPLATE = Path(__file__).parent / "template"
TITLE, FINDING = 0, 1


def templates(folder: Path) -> jinja2.Environment:
    """XML files of a folder, with places to fill; whatever is filled in stays text."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder), autoescape=True, trim_blocks=True, lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )  # fmt: skip


class Box(NamedTuple):
    """A place on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float

    @property
    def placed(self) -> tuple[int, int, int, int]:
        """As python-pptx asks for it."""
        return tuple(Inches(length) for length in self)


BODY = Box(0.5, 2.05, 12.33, 4.85)
"""What title and footer leave."""


def blank(stamp: Stamp) -> Deck:
    """A deck without slides; its layouts carry the stamp, so that slides somebody adds say where they belong."""
    xml = templates(TEMPLATE)
    names = sorted(name for name in xml.list_templates() if not name.endswith(".jinja"))
    parts = {name: xml.get_template(name).render(stamp=stamp, look=LIGHT, font=FONT).encode() for name in names}
    return Presentation(BytesIO(zipped(parts)))


def saved(deck: Deck) -> bytes:
    """The deck as a .pptx file."""
    made = BytesIO()
    deck.save(made)
    return timeless(made.getvalue())


def slide(deck: Deck, title: str, under: str, notes: str, layout: int = FINDING) -> Slide:
    """A new slide with its finding, a line below it, and what the speaker may say."""
    made = deck.slides.add_slide(deck.slide_layouts[layout])
    _fill(made.shapes.title, title, range(44 if layout == TITLE else 28, 15, -2))
    _fill(made.placeholders[1], under, range(18 if layout == TITLE else 16, 10, -1))
    made.notes_slide.notes_text_frame.text = notes
    return made


def _fill(place: SlidePlaceholder, words: str, sizes: range) -> None:
    size = fitting(words, place.width.pt, place.height.pt, sizes)
    write(place.text_frame.paragraphs[0], shortened(words, size, place.width.pt, place.height.pt), size)


def write(paragraph: _Paragraph, words: str, size: int, bold: bool | None = None, colour: str | None = None) -> None:
    """Add words to a paragraph: size in points, colour as #RRGGBB, as the template has it where nothing is said."""
    run = paragraph.add_run()
    run.text, run.font.size, run.font.bold = words, Pt(size), bold
    run.font.language_id = MSO_LANGUAGE_ID.ENGLISH_UK
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour[1:])


def text(slide: Slide, box: Box, words: Sequence[str], name: str, link: str = "") -> None:
    """Paragraphs in a box of their own, below them a link one can follow."""
    shape = slide.shapes.add_textbox(*box.placed)
    shape.name, shape.text_frame.word_wrap = name, True
    shape.text_frame.margin_left = shape.text_frame.margin_right = 0
    size = fitting(" ".join([*words, link]), 72 * box.width, 72 * box.height * 0.7, range(16, 9, -1))
    for place, each in enumerate([*words, *([link] if link else [])]):
        paragraph = shape.text_frame.paragraphs[0] if place == 0 else shape.text_frame.add_paragraph()
        write(paragraph, each, size)
    if link:
        paragraph.runs[0].hyperlink.address = link


def fitting(words: str, wide: float, high: float, sizes: range) -> int:
    """The largest of the sizes, in points, in which the words fit into so many points."""
    return next((size for size in sizes if lines(words, size, wide) * 1.2 * size <= high), sizes[-1])


def shortened(words: str, size: int, wide: float, high: float) -> str:
    """As many of the words as fit into so many points; the notes have them all."""
    while words and lines(words, size, wide) * 1.2 * size > high:
        words = f"{words[: int(0.9 * len(words))].rstrip('… ')}…"
    return words


def lines(words: str, size: float, wide: float, wider: float = WIDER) -> int:
    """How many lines words take at this size in so many points; at the most, unless ``wider`` is 1."""
    used, count = 0.0, 1
    for word in words.split(" "):
        long = wider * width(f"{word} ", size)
        if used and used + long > wide:
            used, count = 0.0, count + 1
        count += int(long // wide)
        used += long % wide if long > wide else long
    return count
