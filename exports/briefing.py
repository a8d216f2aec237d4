"""The appraisal on one page: a PDF that reads aloud as well as it prints, and the same to edit."""

from exports.page.contents import contents
from exports.page.document import docx
from exports.page.typeset import page_png, pdf
from model.appraisal import Appraisal


def briefing_pdf(now: Appraisal, preset: Appraisal, *, date: str, link: str) -> bytes:
    """One page of A4, tagged PDF/UA-1; ``date`` and ``link`` stand in it as given, less hidden characters."""
    return pdf(contents(now, preset, date, link))


def briefing_docx(now: Appraisal, preset: Appraisal, *, date: str, link: str) -> bytes:
    """The same words and pictures as a .docx that anybody can edit."""
    return docx(contents(now, preset, date, link))


def briefing_picture(now: Appraisal, preset: Appraisal, *, date: str, link: str) -> bytes:
    """The page as a small .png picture, to see what one would print."""
    return page_png(contents(now, preset, date, link))
