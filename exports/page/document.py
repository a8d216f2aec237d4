"""The page as a Word document: real headings and tables, pictures that say what they show."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as Made
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from charts.style import LIGHT
from exports.archive import timeless
from exports.marks import LETTERS
from exports.page.contents import Chart, Contents, Row
from exports.page.typeset import png
from model.provenance import Status
from words import briefing
from words.facts import COST, Told
from words.statuses import marked

FONT = "Calibri"
"""An editable file is set anew wherever it is opened: in letters that Word brings, and LibreOffice as wide ones."""
SMALL = Pt(7.5)
SIZES = {"Normal": 9, "Title": 18, "Heading 1": 11, "List Bullet": 9}
"""In points, by style."""
SIDES, ENDS = Mm(15), Mm(10)
"""Margins."""
PICTURE = Mm(58)
MOST = 4
"""Items in a list; a document may run on to a second page where options are many or names are long."""


def docx(page: Contents) -> bytes:
    """The page as a .docx file."""
    made = Document()
    _set_up(made, page)
    _opening(made, page)
    made.add_heading(briefing.OPTIONS, 1)
    _options(made, page)
    _charts(made, page.charts)
    _rests_on(made, page)
    _how_sure(made, page)
    _closing(made, page)
    written = BytesIO()
    made.save(written)
    return timeless(written.getvalue())


def _set_up(made: Made, page: Contents) -> None:
    """Paper, letters, language, and what the file says of itself."""
    paper = made.sections[0]
    paper.page_width, paper.page_height = Mm(210), Mm(297)
    paper.left_margin = paper.right_margin = SIDES
    paper.top_margin = paper.bottom_margin = ENDS
    for name, size in SIZES.items():
        _style(made.styles[name], size)
    for language in made.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    known = made.core_properties
    known.title, known.subject, known.language = page.title[:255], page.stamp.line[:255], "en-GB"
    known.author, known.comments = "Side by Side", ""
    for undated in [each for each in known._element if each.tag.endswith(("}created", "}modified"))]:
        known._element.remove(undated)


def _style(style: ParagraphStyle, size: float) -> None:
    style.font.size, style.font.color.rgb = Pt(size), RGBColor.from_string(LIGHT.ink[1:])
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    heading = style.name.startswith("Heading")
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(4 if heading else 0), Pt(2)
    style.paragraph_format.line_spacing = 1.0
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _opening(made: Made, page: Contents) -> None:
    made.add_heading(page.title, 0)
    _note(made.add_paragraph(), page.stamp.line)
    first = made.add_paragraph()
    first.add_run(page.verdict.lead).bold = True
    first.add_run(f" {page.verdict.rest}")
    for run in first.runs:
        run.font.size = Pt(11)
    if page.verdict.moved:
        made.add_paragraph(page.verdict.moved)
    _note(made.add_paragraph(), briefing.changed(page.stamp.changes, MOST))


def _note(paragraph: Paragraph, words: str) -> None:
    """Small and grey."""
    run = paragraph.add_run(words)
    run.font.size, run.font.color.rgb = SMALL, RGBColor.from_string(LIGHT.grey[1:])


def _options(made: Made, page: Contents) -> None:
    """A row an option below a heading row, which every page repeats."""
    table = made.add_table(1 + len(page.rows), 1 + len(page.columns))
    _describe(table, briefing.OPTIONS, page.title)
    heads = table.rows[0]
    heads._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _note(heads.cells[0].paragraphs[0], briefing.OPTION)
    for cell, (name, status) in zip(heads.cells[1:], page.columns, strict=True):
        _fill(cell, name, [_firm(status)])
    for made_row, row, letter in zip(list(table.rows)[1:], page.rows, LETTERS, strict=False):
        made_row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        _name(made_row.cells[0].paragraphs[0], row, letter)
        for cell, told in zip(made_row.cells[1:], row.cells, strict=True):
            _fill(cell, told.words, _notes(told), bold=row.first)
    table.autofit = False
    for column, wide in zip(table.columns, _widths([name for name, _ in page.columns]), strict=True):
        column.width = Mm(wide)
        for cell in column.cells:
            cell.width = Mm(wide)


def _name(paragraph: Paragraph, row: Row, letter: str) -> None:
    """The option's shape in its colour, and its name."""
    mark = paragraph.add_run(f"{letter} ")
    mark.font.color.rgb = RGBColor.from_string(row.mark.text[1:])
    paragraph.add_run(row.name).bold = True


def _widths(columns: Sequence[str]) -> list[float]:
    """In mm: the names take the room of two numbers, a cost that of more than one, since nil says what it means."""
    shares = [1.8, *(1.5 if name == COST else 1.0 for name in columns)]
    return [180 * share / sum(shares) for share in shares]


def _firm(status: Status) -> str:
    """Mark and word, never on two lines."""
    return marked(status).replace(" ", "\N{NO-BREAK SPACE}")


def _notes(told: Told) -> list[str]:
    return [note for note in (told.was, told.meaning) if note]


def _fill(cell: _Cell, words: str, notes: Sequence[str], bold: bool = False) -> None:
    """Words, below them notes, to the right."""
    first = cell.paragraphs[0]
    first.add_run(words).bold = bold
    for note in notes:
        _note(cell.add_paragraph(), note)
    for paragraph in cell.paragraphs:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.paragraph_format.space_after = 0


def _describe(table: Table, caption: str, description: str) -> None:
    """A line below each row; what the table is, for those who cannot see it."""
    properties = table._tbl.tblPr
    borders = OxmlElement("w:tblBorders")
    for side in ("bottom", "insideH"):
        borders.append(_element(f"w:{side}", val="single", sz="4", space="0", color=LIGHT.rule2[1:]))
    properties.find(qn("w:tblLook")).addprevious(borders)
    properties.append(_element("w:tblCaption", val=caption))
    properties.append(_element("w:tblDescription", val=description))


def _element(tag: str, **attributes: str) -> OxmlElement:
    return OxmlElement(tag, {qn(f"w:{name}"): value for name, value in attributes.items()})


def _charts(made: Made, charts: Iterable[Chart]) -> None:
    """Side by side on one line, each with its words; below them what each one finds."""
    line = made.add_paragraph()
    line.paragraph_format.space_before, line.paragraph_format.keep_with_next = Pt(6), True
    for chart in charts:
        picture = line.add_run().add_picture(BytesIO(png(chart.svg)), width=PICTURE)
        picture._inline.docPr.set("descr", chart.alt)
        picture._inline.docPr.set("title", chart.title)
    for side, chart in zip((briefing.LEFT, briefing.RIGHT), charts, strict=True):
        below = made.add_paragraph()
        below.add_run(f"{side}: {chart.title}. ").bold = True
        _note(below, chart.shows)


def _rests_on(made: Made, page: Contents) -> None:
    made.add_heading(briefing.STATE, 1)
    if page.summary:
        made.add_paragraph(page.summary)
    counts = " · ".join(f"{count} {_firm(status)}" for status, count in page.statuses)
    made.add_paragraph(f"{page.assumed} {counts}")
    if page.matters:
        made.add_paragraph().add_run(briefing.MOST).bold = True
        _list(made, [f"{words} ({_firm(status)})" for words, status in page.matters])


def _how_sure(made: Made, page: Contents) -> None:
    made.add_heading(briefing.SURE, 1)
    made.add_paragraph(" ".join(page.sure))
    made.add_heading(briefing.CHANGE, 1)
    if page.switches:
        _list(made, page.switches)
    else:
        made.add_paragraph(briefing.NO_CHANGE)


def _list(made: Made, items: Sequence[str]) -> None:
    """The first few, and how many more."""
    for item in items[:MOST]:
        made.add_paragraph(item, style="List Bullet")
    if len(items) > MOST:
        _note(made.add_paragraph(), briefing.more(len(items) - MOST))


def _closing(made: Made, page: Contents) -> None:
    made.add_heading(briefing.SOURCES, 1)
    _note(made.add_paragraph(), briefing.sources(page.sources, len(page.sources)))
    if page.stamp.link:
        _link(made.add_paragraph(), page.stamp.link)


def _link(paragraph: Paragraph, address: str) -> None:
    target = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink", {qn("r:id"): target})
    _note(paragraph, briefing.open_again(address))
    link.append(paragraph.runs[0]._r)
    paragraph._p.append(link)
